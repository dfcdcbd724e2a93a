"""Common ground: propose a point, word it anew, move it on, note on which steps three or more stood."""

from dataclasses import replace

from t2desk.domain.brackets import brackets_in
from t2desk.domain.desk_errors import StepNotAllowed
from t2desk.domain.ground import AgreedText, BracketTerm, Rendering
from t2desk.domain.ground_errors import BracketsStandOpen, NotOfThisPoint, WordingIsAgreed
from t2desk.domain.keys import RowKey
from t2desk.domain.points import SETTLED_TEXT, Point, PointState, Support, Wording, steps_from
from t2desk.domain.ports import Work
from t2desk.domain.series import Session, SessionState
from t2desk.domain.subjects import Subject
from t2desk.domain.support import PointVerdict
from t2desk.domain.text import one_line, prose
from t2desk.services.deciding import ask_again, refuse_against_decision
from t2desk.services.room import current_item, item_of, session_of, the_open_session
from t2desk.services.sources import note_source, trace
from t2desk.services.taking import mark_taken, presets_now, refuse_untakable


def propose_point(
    work: Work,
    text: str,
    language: str | None = None,
    said_by: str | None = None,
    item: str | None = None,
    heard: bool = False,
) -> Point:
    """Take down a statement that may become common ground, as its first wording; `heard` while its words are unsure."""
    session = the_open_session(work)
    about = current_item(work, session) if item is None else item_of(work, session, item)
    beside = presets_now(work, session, about, said_by)
    refuse_untakable(session, beside)
    key, wording = work.new_key(), work.new_key()
    state = PointState.HEARD if heard else PointState.CAPTURED
    point = Point(key, session.id, about, state, wording, rule=session.rule)
    work.put(point)
    work.put(Wording(wording, key, 1, _language(language), prose("text", text, 4000)))
    trace(work, session.id, Subject.POINT, key, "added")
    note_source(work, session, Subject.POINT, key, said_by, beside)
    mark_taken(work, session, key, beside)
    return point


def _language(language: str | None) -> str:
    return one_line("language", language or "en", 20)


def word_point(work: Work, point: RowKey, text: str, language: str | None = None) -> Wording:
    """Write a new wording; in the language of the current one it becomes the current text.

    In another language it renders the current text, and is behind once that changes. Raises WordingIsAgreed.
    """
    before = work.get(Point, point)
    session = session_of(work, before.session)
    current = work.get(Wording, before.current)
    language = current.language if language is None else _language(language)
    if language == current.language:
        _refuse_agreed(before)
    wording = _put_wording(work, before, language, prose("text", text, 4000))
    if language == current.language:
        work.put(replace(before, current=wording.key))
        _keep_reasons(work, current, wording)
        ask_again(work, before.key)
    else:
        work.put(Rendering(wording.key, current.key))
    _trace(work, session, before, "worded")
    return wording


def _refuse_agreed(point: Point) -> None:
    if point.state in SETTLED_TEXT:
        raise WordingIsAgreed


def _put_wording(work: Work, point: Point, language: str, text: str) -> Wording:
    earlier = [w.number for w in work.select(Wording, point=point.key) if w.language == language]
    wording = Wording(work.new_key(), point.key, 1 + max(earlier, default=0), language, text)
    work.put(wording)
    return wording


def _keep_reasons(work: Work, before: Wording, after: Wording) -> None:
    """Let a bracket that stands as it stood keep its reason, wherever it stands now."""
    reasons = {term.place: term.reason for term in work.select(BracketTerm, wording=before.key)}
    known = {one.alternatives: reasons[one.place] for one in brackets_in(before.text) if one.place in reasons}
    for bracket in brackets_in(after.text):
        if bracket.alternatives in known:
            work.put(BracketTerm(work.new_key(), after.key, bracket.place, known[bracket.alternatives]))


def choose_wording(work: Work, point: RowKey, wording: RowKey) -> Point:
    """Make an earlier wording the current text again. Raises NotOfThisPoint, WordingIsAgreed."""
    before = work.get(Point, point)
    session = session_of(work, before.session)
    chosen = work.get(Wording, wording)
    if chosen.point != before.key:
        raise NotOfThisPoint
    _refuse_agreed(before)
    changed = replace(before, current=chosen.key)
    if changed != before:
        work.put(changed)
        ask_again(work, before.key)
        _trace(work, session, changed, "worded")
    return changed


def move_point(work: Work, point: RowKey, state: PointState, ad_referendum: bool = False) -> Point:
    """Move a point on (or back) along its natural way. Raises StepNotAllowed.

    Agreeing also raises BracketsStandOpen and, by the decision rule in force, ObjectionsStand.
    """
    before = work.get(Point, point)
    session = session_of(work, before.session)
    allowed = steps_from(before.state)
    if state not in allowed:
        words = ", ".join(sorted(allowed))
        raise StepNotAllowed(state=before.state.value, wanted=state.value, words=words)
    if state is PointState.AGREED:
        _agree(work, before)
    elif state not in SETTLED_TEXT:
        work.discard(AgreedText, before.key)
    moved = replace(before, state=state, ad_referendum=ad_referendum)
    work.put(moved)
    _trace(work, session, moved, state.value)
    return moved


def _agree(work: Work, point: Point) -> None:
    open_brackets = len(brackets_in(work.get(Wording, point.current).text))
    if open_brackets:
        raise BracketsStandOpen(count=open_brackets)
    decision = refuse_against_decision(work, point)
    work.put(AgreedText(point.key, point.current, decision))


def confirm_point(work: Work, point: RowKey) -> Point:
    """Note that those outside have confirmed what was agreed ad referendum."""
    before = work.get(Point, point)
    session = session_of(work, before.session)
    confirmed = replace(before, ad_referendum=False)
    work.put(confirmed)
    _trace(work, session, confirmed, "confirmed")
    return confirmed


def label_point(work: Work, point: RowKey, words: str) -> PointVerdict:
    """Label how far the current wording has come together: one of ICANN's five standards, or a label of the room's."""
    about = work.get(Point, point)
    session_of(work, about.session)
    verdict = PointVerdict(about.key, about.current, one_line("words", words, 200))
    work.put(verdict)
    return verdict


def set_support(work: Work, point: RowKey, steps: tuple[Support, ...]) -> Point:
    """Say on which steps of the scale three or more stood; who stood there is not asked."""
    before = work.get(Point, point)
    session_of(work, before.session)
    supported = replace(before, support=tuple(step for step in Support if step in steps))
    work.put(supported)
    return supported


def _trace(work: Work, session: Session, point: Point, what: str) -> None:
    # What is done to a point after its session was settled leaves no trace either.
    if session.state is not SessionState.SETTLED:
        trace(work, session.id, Subject.POINT, point.key, what)
