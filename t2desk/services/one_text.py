"""The single text: the third party edits, the sides criticise, and one yes or no ends it; no polling before."""

from t2desk.domain.deciding import Criticism, OneText, OneTextState
from t2desk.domain.ground_errors import NotOneText
from t2desk.domain.keys import RowKey
from t2desk.domain.people import Party
from t2desk.domain.points import Point
from t2desk.domain.ports import Work
from t2desk.domain.support import SCALES, Poll, PollWay
from t2desk.domain.text import one_line
from t2desk.services.polls import put_poll, withdraw_polls
from t2desk.services.room import session_of, unsettled
from t2desk.services.taking import refuse_unrecordable


def begin_one_text(work: Work, point: RowKey) -> OneText:
    """Work on a point as a single text from here on: nobody accepts or rejects a part; open questions are withdrawn."""
    about = _point(work, point)
    withdraw_polls(work, about.key)
    single = OneText(about.key)
    work.put(single)
    return single


def criticise(work: Work, point: RowKey, text: str, party: str | None = None) -> Criticism:
    """Note what a side finds wanting in the current wording. Raises NotOneText after the final question was put."""
    about = _single_in(work, point, OneTextState.CRITICISM)
    refuse_unrecordable(work, unsettled(session_of(work, about.session)), about.item)
    side = None if party is None else work.get(Party, party).id
    criticism = Criticism(work.new_key(), about.current, side, one_line("text", text))
    work.put(criticism)
    return criticism


def ask_finally(work: Work, point: RowKey) -> Poll:
    """Put the one question: yes or no to the whole text, by side. Raises NotOneText."""
    about = _single_in(work, point, OneTextState.CRITICISM)
    work.put(OneText(about.key, OneTextState.FINAL))
    scale = SCALES["yes_no"]
    return put_poll(work, about, PollWay.BY_PARTY, scale.name, scale.labels, scale.leans)


def end_one_text(work: Work, point: RowKey) -> None:
    """Work on a point in the ordinary way again; criticism stays with the wordings it was of. Raises NotOneText."""
    about = _point(work, point)
    if work.find(OneText, about.key) is None:
        raise NotOneText
    withdraw_polls(work, about.key)
    work.remove(OneText, about.key)


def _point(work: Work, point: RowKey) -> Point:
    about = work.get(Point, point)
    session_of(work, about.session)
    return about


def _single_in(work: Work, point: RowKey, state: OneTextState) -> Point:
    about = _point(work, point)
    single = work.find(OneText, about.key)
    if single is None or single.state is not state:
        raise NotOneText
    return about
