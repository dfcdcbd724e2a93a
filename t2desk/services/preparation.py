"""What the side that prepares a session is shown: who comes, what is planned, which rule, and what is still missing."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from t2desk.domain.agenda import AgendaItem, ItemPlan, ItemState
from t2desk.domain.attendance import Attendance
from t2desk.domain.floor_terms import LanguageFactor, SpeaksIn
from t2desk.domain.party_order import NeutralOrder
from t2desk.domain.people import Identity, Party, Person
from t2desk.domain.ports import Work
from t2desk.domain.rules import PRESETS
from t2desk.domain.series import THE_SERIES, Session, SessionState
from t2desk.services.agenda import agenda_of
from t2desk.services.limits import own_limit
from t2desk.services.party_orders import order_chosen, parties_in_order
from t2desk.services.room import open_session
from t2desk.services.standing import session_at_hand

# What a turn in a language without a factor of its own may last, in per cent of the usual.
USUAL_PERCENT = 100


@dataclass(frozen=True, slots=True)
class PartyLine:
    """A side: its number decides shape and colour; how many are of it."""

    id: str
    name: str
    number: int
    people: int


@dataclass(frozen=True, slots=True)
class Seat:
    """One person as a line of the list; `party` is None for those of no side, `presence` empty without a session."""

    person: Person
    name: str
    party: PartyLine | None = None
    presence: str = ""


@dataclass(frozen=True, slots=True)
class People:
    """Everybody by seat, and the sides."""

    seats: tuple[Seat, ...]
    parties: tuple[PartyLine, ...]
    session: str = ""
    order: NeutralOrder = field(default_factory=lambda: NeutralOrder(THE_SERIES))


@dataclass(frozen=True, slots=True)
class Page:
    """All that is known of one person: the seat, and the page of the identity book."""

    person: Person
    identity: Identity
    party: str = ""
    language: str = ""
    percent: int = USUAL_PERCENT


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """An item with when it begins, as a clock shows it; empty where the session has no start.

    `turn_limit` is how long a turn may be on it, in seconds; None where the session's holds. `plan` is how it is run.
    """

    item: AgendaItem
    begins: str
    turn_limit: int | None
    plan: ItemPlan


@dataclass(frozen=True, slots=True)
class Plan:
    """A session with its items; `minutes` count what has no parts, `ends` is on the clock of its start."""

    session: Session
    items: tuple[PlannedItem, ...]
    minutes: int
    starts: datetime | None
    ends: datetime | None
    turn_limit: int | None = None


@dataclass(frozen=True, slots=True)
class Preparation:
    """How far the preparation is, in figures."""

    people: int
    parties: int
    sessions: int
    minutes: int
    rule: str
    session: str
    title: str
    number: int
    state: str


def people_by_seat(work: Work) -> People:
    """Return everybody by seat, with party and attendance."""
    people = sorted(work.select(Person), key=lambda person: person.seat)
    names = {identity.person: identity.display_name for identity in work.select(Identity)}
    lines = _party_lines(work, people)
    by_id = {line.id: line for line in lines}
    session = open_session(work)
    attending = (
        {one.person: one.presence.value for one in work.select(Attendance, session=session.id)} if session else {}
    )
    seats = tuple(Seat(one, names[one.id], by_id.get(one.party or ""), attending.get(one.id, "")) for one in people)
    return People(seats, lines, session.id if session else "", order_chosen(work))


def _party_lines(work: Work, people: list[Person]) -> tuple[PartyLine, ...]:
    # The number stays a party's own, whatever the order: its shape and colour come from it.
    numbers = {one.id: number for number, one in enumerate(sorted(work.select(Party), key=lambda party: party.id))}
    return tuple(
        PartyLine(party.id, party.name, numbers[party.id], sum(one.party == party.id for one in people))
        for party in parties_in_order(work)
    )


def page_of(work: Work, person: str) -> Page | None:
    """Return everything known of somebody; None if they are gone."""
    seat = work.find(Person, person)
    if seat is None:
        return None
    party = work.find(Party, seat.party)
    spoken = work.find(SpeaksIn, person)
    factor = work.find(LanguageFactor, spoken.language) if spoken else None
    language, percent = spoken.language if spoken else "", factor.percent if factor else USUAL_PERCENT
    return Page(seat, work.get(Identity, person), party.name if party else "", language, percent)


def plans(work: Work) -> tuple[Plan, ...]:
    """Return every session with its items and its hours."""
    return tuple(plan_of(work, session) for session in sorted(work.select(Session), key=lambda one: one.number))


def plan_of(work: Work, session: Session) -> Plan:
    """Return a session's plan: an item with parts lasts as long as they do, and one that is parked takes no time."""
    items = agenda_of(work, session.id)
    parents = {item.parent for item in items}
    how = {one.item: one for one in work.select(ItemPlan, session=session.id)}
    starts = datetime.fromisoformat(session.starts) if session.starts else None
    planned, minutes = [], 0
    for item in items:
        is_kept = item.state is not ItemState.PARKED
        begins = f"{starts + timedelta(minutes=minutes):%H:%M}" if starts and is_kept else ""
        limit = own_limit(work, session.id, item.id)
        planned.append(PlannedItem(item, begins, limit, how.get(item.id) or ItemPlan(item.id, session.id)))
        minutes += item.minutes if is_kept and item.id not in parents else 0
    ends = starts + timedelta(minutes=minutes) if starts else None
    return Plan(session, tuple(planned), minutes, starts, ends, own_limit(work, session.id))


def session_to_open(work: Work) -> Session | None:
    """Return the session that is open or can be opened next, or None."""
    session = session_at_hand(work)
    return None if session is None or session.state is SessionState.SETTLED else session


def preparation(work: Work) -> Preparation:
    """Return how far the preparation is."""
    session = session_to_open(work)
    plan = plan_of(work, session) if session else None
    return Preparation(
        work.count(Person),
        work.count(Party),
        work.count(Session),
        plan.minutes if plan else 0,
        PRESETS[session.rule].title if session else "",
        session.id if session else "",
        session.title if session else "",
        session.number if session else 0,
        session.state.value if session else "",
    )
