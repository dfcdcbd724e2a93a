"""What closing a session will keep and what it will remove, under the rules held: told before it is done."""

from dataclasses import dataclass

from t2desk.domain.agenda import AgendaItem
from t2desk.domain.attendance import Attendance
from t2desk.domain.floor import FloorTotal, QueueEntry, Turn
from t2desk.domain.notes import Note
from t2desk.domain.points import Point
from t2desk.domain.ports import Work
from t2desk.domain.rules import PRESETS, FloorKept, Kept, Recording
from t2desk.domain.sections import Draft, DraftSection, NextStep
from t2desk.domain.series import Session, SessionState
from t2desk.i18n import N_
from t2desk.services.ground_settling import named_no_more, not_revealed
from t2desk.services.rule_settling import bound_to
from t2desk.services.sources import counted


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One kind of thing: how many there are, and what it is or becomes."""

    count: int
    words: str


@dataclass(frozen=True, slots=True)
class ClosingAccount:
    """What closing keeps and removes; `rules` are the titles of every rule held, of which the strictest decides."""

    session: str
    state: SessionState
    rules: tuple[str, ...]
    kept: tuple[AccountLine, ...]
    removed: tuple[AccountLine, ...]


_TOTALS = {
    FloorKept.TURNS: N_("turns, as they were taken"),
    FloorKept.TOTALS_BY_PERSON: N_("turns become totals by person and item, never under three people"),
    FloorKept.TOTALS_BY_PARTY: N_("turns become totals by party; a party of which fewer than three spoke is not named"),
}


def closing_account(work: Work, session: str) -> ClosingAccount:
    """Return what closing this session would keep and remove."""
    held = work.get(Session, session)
    rule, kept = bound_to(work, held)
    turns = work.count(Turn, session=session)
    titles = tuple(PRESETS[name].title for name in held.rules_held)
    return ClosingAccount(
        session, held.state, titles, _kept(work, session, kept, turns), _removed(work, session, kept, rule.recording)
    )


def _kept(work: Work, session: str, kept: Kept, turns: int) -> tuple[AccountLine, ...]:
    lines = [
        AccountLine(work.count(Point, session=session), N_("points of common ground, with their wordings")),
        AccountLine(work.count(DraftSection, session=session), N_("sections of the draft")),
        AccountLine(work.count(NextStep, session=session), N_("next steps")),
        AccountLine(work.count(AgendaItem, session=session), N_("agenda items; time spent in whole minutes")),
        AccountLine(work.count(FloorTotal, session=session), N_("totals of the floor")),
    ]
    if kept.notes:
        lines.append(AccountLine(work.count(Note, session=session), N_("notes, in no order and without a time")))
    if kept.attendance:
        lines.append(AccountLine(work.count(Attendance, session=session), N_("who attended")))
    if kept.floor in _TOTALS:
        lines.append(AccountLine(turns, _TOTALS[kept.floor]))
    return tuple(line for line in lines if line.count)


def _removed(work: Work, session: str, kept: Kept, recording: Recording) -> tuple[AccountLine, ...]:
    times, sources = counted(work, session)
    lines = [
        AccountLine(work.count(QueueEntry, session=session), N_("people still on the speakers’ list")),
        AccountLine(work.count(Draft), N_("half-typed lines")),
    ]
    if kept.floor is not FloorKept.TURNS:
        lines.append(AccountLine(work.count(Turn, session=session), N_("turns: who spoke when, and in which order")))
    if not kept.notes:
        lines.append(AccountLine(work.count(Note, session=session), N_("notes, with all their wordings")))
    if not kept.attendance:
        lines.append(AccountLine(work.count(Attendance, session=session), N_("who attended")))
    if not kept.traces:
        lines.append(
            AccountLine(named_no_more(work, session), N_("stances and words of sides of fewer than three people"))
        )
        lines.append(AccountLine(not_revealed(work, session), N_("polls that were not revealed, with their answers")))
        lines.append(AccountLine(times, N_("times at which something was taken down or changed")))
        if recording < Recording.SEALED_SOURCE:
            lines.append(AccountLine(sources, N_("sources: who said what")))
    return tuple(line for line in lines if line.count)
