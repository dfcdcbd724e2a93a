"""The decision rule of a session: fixed at the start, changed only with a reason that is kept."""

from t2desk.domain.deciding import (
    Decision,
    DecisionChange,
    DecisionTerms,
    OneText,
    OneTextState,
    Silence,
    SilenceState,
    may_agree,
)
from t2desk.domain.ground_errors import (
    DecisionNeedsReason,
    NotAccepted,
    NotBySilence,
    ObjectionsStand,
    SidesUndecided,
)
from t2desk.domain.points import SETTLED_TEXT, Point
from t2desk.domain.ports import Work
from t2desk.domain.support import Poll
from t2desk.domain.text import one_line
from t2desk.services.concerns import standing_objections
from t2desk.services.polls import sides_in_favour, withdraw_polls
from t2desk.services.room import session_of, unsettled
from t2desk.services.table import sides_at_the_table


def set_decision(work: Work, decision: Decision, reason: str = "", session: str | None = None) -> DecisionTerms:
    """Fix how the room decides; once used, it changes only with a reason, and what is pending is asked again.

    Polls that are not revealed are withdrawn, and silence that runs is broken. Raises DecisionNeedsReason.
    """
    held_in = unsettled(session_of(work, session))
    before = decision_of(work, held_in.id)
    terms = DecisionTerms(held_in.id, decision)
    if before is not decision and _is_used(work, held_in.id):
        if not reason.strip():
            raise DecisionNeedsReason
        words = one_line("reason", reason)
        work.put(DecisionChange(work.new_key(), held_in.id, before, decision, words))
        for point in work.select(Point, session=held_in.id):
            ask_again(work, point.key)
    work.put(terms)
    return terms


def decision_of(work: Work, session: str) -> Decision:
    """Return how a session decides; by consensus until something else is said."""
    terms = work.find(DecisionTerms, session)
    return terms.decision if terms else Decision.CONSENSUS


def _is_used(work: Work, session: str) -> bool:
    points = work.select(Point, session=session)
    return any(point.state in SETTLED_TEXT or work.count(Poll, point=point.key) for point in points)


def ask_again(work: Work, point: int) -> None:
    """Let what was asked of a point and not decided be asked anew: a yes was to the words and the rule of then."""
    withdraw_polls(work, point)
    silence, single = work.find(Silence, point), work.find(OneText, point)
    if silence is not None and silence.state is SilenceState.RUNNING:
        work.remove(Silence, point)
    if single is not None and single.state is OneTextState.ACCEPTED:
        work.put(OneText(point))


def refuse_against_decision(work: Work, point: Point) -> Decision:
    """Return the decision rule by which a point may be agreed now.

    Raises ObjectionsStand, SidesUndecided, NotBySilence, and NotAccepted for a single text without every side's yes.
    """
    single = work.find(OneText, point.key)
    if single is not None and single.state is not OneTextState.ACCEPTED:
        raise NotAccepted
    decision = decision_of(work, point.session)
    if decision is Decision.SILENCE:
        _refuse_without_silence(work, point)
        return decision
    sides, objecting = sides_at_the_table(work), standing_objections(work, point)
    undecided = len(set(sides) - sides_in_favour(work, point.current))
    if may_agree(decision, objecting, undecided, len(sides)):
        return decision
    if objecting:
        raise ObjectionsStand(count=len(objecting))
    raise SidesUndecided(count=undecided)


def _refuse_without_silence(work: Work, point: Point) -> None:
    silence = work.find(Silence, point.key)
    if silence is None or (silence.state, silence.wording) != (SilenceState.ADOPTED, point.current):
        raise NotBySilence
