"""Common ground: propose a point, word it anew, move it on, note support and concerns."""

from dataclasses import replace

from t2desk.domain.desk_errors import StepNotAllowed
from t2desk.domain.keys import RowKey
from t2desk.domain.points import ConcernKind, Point, PointConcern, PointState, Support, Wording, steps_from
from t2desk.domain.ports import Work
from t2desk.domain.series import Session, SessionState
from t2desk.domain.subjects import Subject
from t2desk.domain.text import one_line, optional_line, prose
from t2desk.services.room import current_item, item_of, refuse_unrecordable, session_of, the_open_session
from t2desk.services.sources import note_source, trace


def propose_point(
    work: Work, text: str, language: str | None = None, said_by: str | None = None, item: str | None = None
) -> Point:
    """Take down a statement that may become common ground, as its first wording."""
    session = the_open_session(work)
    refuse_unrecordable(session)
    about = current_item(work, session) if item is None else item_of(work, session, item)
    key, wording = work.new_key(), work.new_key()
    point = Point(key, session.id, about, PointState.CAPTURED, wording, rule=session.rule)
    work.put(point)
    work.put(Wording(wording, key, 1, _language(language), prose("text", text, 4000)))
    trace(work, session.id, Subject.POINT, key, "added")
    note_source(work, session, Subject.POINT, key, said_by)
    return point


def _language(language: str | None) -> str:
    return one_line("language", language or "en", 20)


def word_point(work: Work, point: RowKey, text: str, language: str | None = None) -> Wording:
    """Write a new wording; in the language of the current one it becomes the current text."""
    before = work.get(Point, point)
    session = session_of(work, before.session)
    current = work.get(Wording, before.current)
    language = current.language if language is None else _language(language)
    earlier = [w.number for w in work.select(Wording, point=before.key) if w.language == language]
    wording = Wording(work.new_key(), before.key, 1 + max(earlier, default=0), language, prose("text", text, 4000))
    work.put(wording)
    if language == current.language:
        work.put(replace(before, current=wording.key))
    _trace(work, session, before, "worded")
    return wording


def move_point(work: Work, point: RowKey, state: PointState, ad_referendum: bool = False) -> Point:
    """Move a point on (or back) along its natural way. Raises StepNotAllowed."""
    before = work.get(Point, point)
    session = session_of(work, before.session)
    allowed = steps_from(before.state)
    if state not in allowed:
        words = ", ".join(sorted(allowed))
        raise StepNotAllowed(state=before.state.value, wanted=state.value, words=words)
    moved = replace(before, state=state, ad_referendum=ad_referendum)
    work.put(moved)
    _trace(work, session, moved, state.value)
    return moved


def set_support(work: Work, point: RowKey, steps: tuple[Support, ...]) -> Point:
    """Say on which steps of the scale three or more stood; who stood there is not asked."""
    before = work.get(Point, point)
    session_of(work, before.session)
    supported = replace(before, support=tuple(step for step in Support if step in steps))
    work.put(supported)
    return supported


def add_concern(
    work: Work, point: RowKey, text: str, kind: ConcernKind = ConcernKind.RESERVATION, mend: str = ""
) -> PointConcern:
    """Note a reservation or objection to the current wording; an objection says what would mend it."""
    about = work.get(Point, point)
    session_of(work, about.session)
    needed = one_line("mend", mend) if kind is ConcernKind.OBJECTION else optional_line("mend", mend)
    concern = PointConcern(work.new_key(), about.key, about.current, kind, prose("text", text, 4000), needed)
    work.put(concern)
    return concern


def _trace(work: Work, session: Session, point: Point, what: str) -> None:
    # What is done to a point after its session was settled leaves no trace either.
    if session.state is not SessionState.SETTLED:
        trace(work, session.id, Subject.POINT, point.key, what)
