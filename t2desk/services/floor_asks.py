"""What the floor asks the operator, inline: lengths in doubt, interpreters to be relieved, time that runs out."""

from dataclasses import dataclass

from t2desk.domain.agenda import AgendaItem
from t2desk.domain.floor_terms import LimitScope
from t2desk.domain.people import Party, Person, Role
from t2desk.domain.ports import Work
from t2desk.services.floor_interpretation import OnDuty, interpreter_on_duty
from t2desk.services.floor_limits import Share, Standing, limits_standing, overrun_shares
from t2desk.services.floor_truth import Doubt, doubtful_turns
from t2desk.services.floor_views import Speaker, party_numbers, speaker_of
from t2desk.services.room import current_item, open_session


@dataclass(frozen=True, slots=True)
class AskedDoubt:
    """A length in doubt, and whose turn it is; nobody's where nobody was named."""

    doubt: Doubt
    speaker: Speaker | None


@dataclass(frozen=True, slots=True)
class FloorAsks:
    """Everything asked now; `relief` is who could interpret instead of whoever does."""

    doubts: tuple[AskedDoubt, ...] = ()
    duty: OnDuty | None = None
    interpreter: Speaker | None = None
    relief: tuple[Speaker, ...] = ()


@dataclass(frozen=True, slots=True)
class Overrun:
    """What those who wait would have if the item is still to end in time; nothing where there is time enough."""

    shares: tuple[tuple[Speaker, Share], ...] = ()


def overrun(work: Work) -> Overrun:
    """Return how an overrun would be shared out; it adds up the session, so it is asked once a minute, not each act."""
    if open_session(work) is None:
        return Overrun()
    numbers = party_numbers(work)
    return Overrun(tuple((speaker_of(work, one.person, numbers), one) for one in overrun_shares(work)))


def floor_asks(work: Work) -> FloorAsks:
    """Return what the floor asks; nothing while no session is open."""
    if open_session(work) is None:
        return FloorAsks()
    numbers = party_numbers(work)
    doubts = tuple(
        AskedDoubt(doubt, speaker_of(work, doubt.turn.person, numbers) if doubt.turn.person else None)
        for doubt in doubtful_turns(work)
    )
    duty = interpreter_on_duty(work)
    interpreter = speaker_of(work, duty.person, numbers) if duty else None
    return FloorAsks(doubts, duty, interpreter, _relief(work, duty, numbers))


def _relief(work: Work, duty: OnDuty | None, numbers: dict[str, tuple[int, str]]) -> tuple[Speaker, ...]:
    if duty is None:
        return ()
    others = (one for one in work.select(Person, role=Role.INTERPRETER) if one.id != duty.person)
    return tuple(speaker_of(work, one.id, numbers) for one in sorted(others, key=lambda one: one.seat))


@dataclass(frozen=True, slots=True)
class LimitRow:
    """What may be limited, its limit in seconds and what is spent of it; a limit of 0 is none."""

    scope: LimitScope
    of: str
    name: str
    number: int
    limit: int
    spent: int

    @property
    def left(self) -> int:
        """What remains in seconds; less than nothing where it is overrun."""
        return self.limit - self.spent


def limit_rows(work: Work) -> tuple[LimitRow, ...]:
    """Return the item under discussion and every party with their limits, limited or not; nothing when none is open."""
    session = open_session(work)
    if session is None:
        return ()
    standing = {(one.scope, one.of): one for one in limits_standing(work)}
    rows = []
    item = current_item(work, session)
    if item is not None:
        rows.append(_row(standing, LimitScope.ITEM, item, work.get(AgendaItem, item).title, -1))
    for number, party in enumerate(work.select(Party)):
        rows.append(_row(standing, LimitScope.PARTY, party.id, party.name, number))
    return tuple(rows)


def _row(
    standing: dict[tuple[LimitScope, str], Standing], scope: LimitScope, of: str, name: str, number: int
) -> LimitRow:
    known = standing.get((scope, of))
    return LimitRow(scope, of, name, number, known.limit if known else 0, known.spent if known else 0)


def limits_set(work: Work) -> tuple[LimitRow, ...]:
    """Return the limits that are set, and what is spent of them; without any, no turn is read for it."""
    return tuple(one for one in limit_rows(work) if one.limit)
