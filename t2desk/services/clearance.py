"""Clearance: a window in which every side looks at the texts of one edition, which does not leave meanwhile."""

from dataclasses import replace
from datetime import date

from t2desk.domain.clearing import (
    ClearanceAnswer,
    ClearanceRound,
    ClearanceText,
    Clearing,
    Outcome,
    RoundState,
    outcome_of,
)
from t2desk.domain.editions import edition_named
from t2desk.domain.ground_errors import (
    ClearanceStillOpen,
    ClearanceUnanswered,
    NotADay,
    NothingToClear,
    NotInThisRound,
)
from t2desk.domain.keys import RowKey
from t2desk.domain.people import Party
from t2desk.domain.points import SETTLED_TEXT, Point, PointState, Wording
from t2desk.domain.ports import Work
from t2desk.domain.text import optional_line
from t2desk.services.assent import today
from t2desk.services.consents import give_consent, is_withdrawn, withdraw_consent
from t2desk.services.points import move_point
from t2desk.services.room import session_of
from t2desk.services.table import sides_at_the_table, sides_that_may_be_named

_HOW = "clearance round"


def open_round(
    work: Work, edition: str, until: str, silence_assents: bool = False, session: str | None = None
) -> ClearanceRound:
    """Let every side look at the agreed texts of a session for one edition, up to a day (ISO) and including it.

    `silence_assents` only where the rule says so. Raises NothingToClear, NotADay, ClearanceStillOpen.
    """
    held_in, named = session_of(work, session), edition_named(edition).name
    refuse_open_round(work, held_in.id, named)
    texts = [
        point.current
        for state in sorted(SETTLED_TEXT)
        for point in work.select(Point, session=held_in.id, state=state)
        if not is_withdrawn(work, named, wording=point.current)
    ]
    if not texts:
        raise NothingToClear
    made = ClearanceRound(work.new_key(), held_in.id, named, _day(until), silence_assents)
    work.put(made)
    work.put_many(ClearanceText(work.new_key(), made.key, wording) for wording in texts)
    return made


def _day(until: str) -> str:
    try:
        return date.fromisoformat(until).isoformat()
    except ValueError:
        raise NotADay(field="until") from None


def refuse_open_round(work: Work, session: str, edition: str) -> None:
    """Refuse to go on with an edition that is still being looked at. Raises ClearanceStillOpen."""
    for one in work.select(ClearanceRound, session=session, edition=edition, state=RoundState.OPEN):
        raise ClearanceStillOpen(day=one.until)


def answer_round(
    work: Work, round: RowKey, wording: RowKey, party: str, answer: Clearing, comment: str = ""
) -> ClearanceAnswer:
    """Note what a side says to a text: accept, reject, or a comment, which leaves it open; said again, it replaces."""
    asked = _open_round(work, round)
    if not work.count(ClearanceText, round=asked.key, wording=wording):
        raise NotInThisRound
    side = work.get(Party, party).id
    known = work.select(ClearanceAnswer, round=asked.key, wording=wording, party=side)
    key = known[0].key if known else work.new_key()
    said = ClearanceAnswer(key, asked.key, wording, side, answer, optional_line("comment", comment))
    work.put(said)
    return said


def _open_round(work: Work, key: RowKey) -> ClearanceRound:
    found = work.get(ClearanceRound, key)
    session_of(work, found.session)
    if found.state is not RoundState.OPEN:
        raise NotInThisRound
    return found


def outcomes(work: Work, key: RowKey) -> dict[int, Outcome]:
    """Return what a round has found for each of its wordings so far."""
    asked, sides = work.get(ClearanceRound, key), sides_at_the_table(work)
    is_over = today(work) > asked.until
    answers: dict[int, dict[str, Clearing]] = {one.wording: {} for one in work.select(ClearanceText, round=asked.key)}
    for said in work.select(ClearanceAnswer, round=asked.key):
        answers[said.wording][said.party] = said.answer
    found = {wording: outcome_of(given, sides, asked.silence_assents, is_over) for wording, given in answers.items()}
    kept_out = (wording for wording in found if is_withdrawn(work, asked.edition, wording=wording))
    return found | dict.fromkeys(kept_out, Outcome.REJECTED)


def close_round(work: Work, round: RowKey) -> ClearanceRound:
    """Close a round: what was cleared may stand in the edition, what was rejected may not. Raises ClearanceUnanswered.

    A point whose current wording was cleared moves from agreed to cleared. What a small side answered is forgotten.
    """
    asked = _open_round(work, round)
    found = outcomes(work, round)
    waiting = sum(one is Outcome.OPEN for one in found.values())
    if waiting:
        raise ClearanceUnanswered(count=waiting)
    closed = replace(asked, state=RoundState.CLOSED)
    work.put(closed)
    for wording, outcome in found.items():
        _note(work, RowKey(wording), asked.edition, outcome)
    forget_small_answers(work, closed)
    return closed


def _note(work: Work, wording: RowKey, edition: str, outcome: Outcome) -> None:
    if outcome is Outcome.REJECTED:
        withdraw_consent(work, wording=wording, edition=edition, how=_HOW)
        return
    give_consent(work, edition, _HOW, wording=wording)
    point = work.get(Point, work.get(Wording, wording).point)
    if point.current == wording and point.state is PointState.AGREED:
        move_point(work, RowKey(point.key), PointState.CLEARED, point.ad_referendum)


def forget_small_answers(work: Work, asked: ClearanceRound) -> None:
    """Remove what sides of fewer than three people answered: what they said is what one of two said.

    In a round that is still open a no of theirs keeps the text out at once, and silence is assent no longer: what
    was said must not turn into silence by being forgotten.
    """
    named = sides_that_may_be_named(work, asked.session)
    small = [said for said in work.select(ClearanceAnswer, round=asked.key) if said.party not in named]
    for said in small:
        work.remove(ClearanceAnswer, said.key)
    if asked.state is RoundState.CLOSED or not small:
        return
    work.put(replace(asked, silence_assents=False))
    for said in small:
        if said.answer is Clearing.REJECT:
            withdraw_consent(work, wording=RowKey(said.wording), edition=asked.edition, how=_HOW)
