"""Read-back: each wording read to the room, each side's word on it, and what may stand in a joint edition."""

from dataclasses import dataclass, replace

from t2desk.domain.brackets import is_clean
from t2desk.domain.fingerprints import fingerprint
from t2desk.domain.ground import AgreedText
from t2desk.domain.keys import RowKey
from t2desk.domain.people import Party
from t2desk.domain.points import SETTLED_TEXT, Point, PointState, Wording, steps_from
from t2desk.domain.ports import Work
from t2desk.domain.read_back import Answer, ReadBack, ReadText, is_read
from t2desk.domain.series import Session, SessionState
from t2desk.services.packages import stands_firm
from t2desk.services.points import move_point, word_point
from t2desk.services.room import session_of, unsettled
from t2desk.services.table import sides_at_the_table

_ENDED = frozenset({PointState.WITHDRAWN, PointState.SUPERSEDED})


def answer_reading(work: Work, point: RowKey, party: str, answer: Answer, text: str = "") -> ReadBack:
    """Note a side's word on the current wording: agree, amend (with the words as amended), or withdraw.

    Amended words are a new wording, which is read to everybody anew; a point from which a side withdraws is
    withdrawn. Once all sides agree, the wording may stand in joint editions. Raises WordingIsAgreed for an amendment
    to what was agreed: reopen it. Raises SessionIsSettled: what sides said there has been let go of.
    """
    about = work.get(Point, point)
    unsettled(session_of(work, about.session))
    said = _put(work, about, work.get(Party, party).id, answer)
    if answer is Answer.AMEND and text.strip():
        word_point(work, point, text)
    elif answer is Answer.WITHDRAW and PointState.WITHDRAWN in steps_from(about.state):
        move_point(work, point, PointState.WITHDRAWN)
    elif _mark(work, about) and about.state is PointState.CAPTURED:
        move_point(work, point, PointState.READ_BACK)
    return said


def _put(work: Work, point: Point, party: str, answer: Answer) -> ReadBack:
    known = work.select(ReadBack, wording=point.current, party=party)
    said = replace(known[0], answer=answer) if known else ReadBack(work.new_key(), point.current, party, answer)
    work.put(said)
    return said


def _mark(work: Work, point: Point) -> bool:
    """Keep whether every side agrees in a row of its own, which stays when the sides' words are gone."""
    everybody = is_read(answers_to(work, point.current), sides_at_the_table(work))
    if everybody:
        work.put(ReadText(point.current))
    else:
        work.discard(ReadText, point.current)
    return everybody


def take_answer_back(work: Work, point: RowKey, party: str) -> None:
    """Forget a side's word on the current wording: it has not been asked."""
    about = work.get(Point, point)
    unsettled(session_of(work, about.session))
    work.clear(ReadBack, wording=about.current, party=work.get(Party, party).id)
    _mark(work, about)


def answers_to(work: Work, wording: int) -> dict[str, Answer]:
    """Return what each side said to a wording, of those that were asked."""
    return {one.party: one.answer for one in work.select(ReadBack, wording=wording)}


@dataclass(frozen=True, slots=True)
class Reading:
    """A wording to be read: its words, the fingerprint to read with it, each side's word, and who was not asked yet."""

    point: int
    wording: int
    text: str
    fingerprint: str
    answers: tuple[tuple[str, Answer], ...]
    not_asked: tuple[str, ...]
    is_read: bool


def readings(work: Work, session: str) -> tuple[Reading, ...]:
    """Return the living points of a session as they are read out, those not yet agreed by all first."""
    living = [point for point in work.select(Point, session=session) if point.state not in _ENDED]
    # Of a settled session a side's silence may be what was let go of: nobody counts as not asked.
    is_settled = work.get(Session, session).state is SessionState.SETTLED
    sides = () if is_settled else sides_at_the_table(work)
    return tuple(sorted((_reading(work, point, sides) for point in living), key=lambda one: (one.is_read, one.point)))


def _reading(work: Work, point: Point, sides: tuple[str, ...]) -> Reading:
    answers = answers_to(work, point.current)
    text = work.get(Wording, point.current).text
    return Reading(
        point.key, point.current, text, fingerprint(text), tuple(sorted(answers.items())),
        tuple(side for side in sides if side not in answers), work.find(ReadText, point.current) is not None,
    )  # fmt: skip


def joint_wordings(work: Work, session: str) -> tuple[Wording, ...]:
    """Return what may stand in a joint edition: agreed, read back and agreed by all, clean, its package agreed too.

    What was agreed ad referendum waits until it is confirmed. By random key: the order says nothing.
    """
    agreed = [point for state in SETTLED_TEXT for point in work.select(Point, session=session, state=state)]
    fit = [point for point in sorted(agreed, key=lambda one: one.key) if _is_fit(work, point)]
    return tuple(work.get(Wording, point.current) for point in fit)


def _is_fit(work: Work, point: Point) -> bool:
    text = work.find(AgreedText, point.key)
    as_agreed = text is None or text.wording == point.current
    words = work.get(Wording, point.current).text
    is_whole = work.find(ReadText, point.current) is not None and as_agreed and is_clean(words)
    return is_whole and not point.ad_referendum and stands_firm(work, point.key)
