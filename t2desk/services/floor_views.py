"""The floor as a facilitator sees it: who speaks, who waits, how often and how long; read in small values."""

from collections.abc import Iterator
from dataclasses import dataclass

from t2desk.domain.floor import UNCHARGED, Turn, TurnKind, Wait
from t2desk.domain.floor_terms import FloorOpening, PointCategory, TurnMark
from t2desk.domain.moments import Moment
from t2desk.domain.people import Party, Person
from t2desk.domain.ports import Work
from t2desk.domain.series import Session, SessionState
from t2desk.services.floor import queue_of, speaking
from t2desk.services.floor_admission import is_closed, name_of
from t2desk.services.floor_hold import is_held
from t2desk.services.floor_limits import limit_of
from t2desk.services.limits import limit_for, own_limit
from t2desk.services.off_record import interval_now
from t2desk.services.party_orders import is_chosen, parties_in_order
from t2desk.services.room import current_item
from t2desk.services.standing import session_at_hand

# A turn is nearly over when so many seconds are left of it.
NEARLY = 30


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody as the floor names them: for the operator's eyes. `number` is the party's place, or -1 without one."""

    person: str
    seat: int
    name: str
    party: str = ""
    number: int = -1


@dataclass(frozen=True, slots=True)
class Holding:
    """A turn that is not ended, who holds it, and how long it may be; 0 where there is no limit."""

    turn: Turn
    speaker: Speaker | None
    limit: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody in the queue; `place` counts from 1, `entry` is the key that a next turn says it saw.

    Since when they wait is not known of what an old file holds.
    """

    place: int
    speaker: Speaker
    kind: TurnKind
    since: Moment | None = None
    entry: int = 0

    def minutes(self, now: Moment) -> int | None:
        """Return the whole minutes waited: nobody is shown seconds, which would only make people hurry."""
        return None if self.since is None else int(max(0.0, self.since.seconds_until(now)) // 60)


@dataclass(frozen=True, slots=True)
class FloorView:
    """The session at hand and its floor.

    `beneath` is the turn that an interrupt has stopped; `main` the one below all interrupts, which alone is charged.
    `limit` is how long the next turn may be, in seconds; `limited_item` the item that this was set for, if it was.
    `closed` says that the list takes nobody more, `held` that the rapporteur asks to wait. `stack` is every turn that
    waits, that which was stopped last first; `category` what the point of order asks for that is being heard;
    `opened` since when time can be anybody's, `off_since` since when the session is off the record.
    """

    session: str = ""
    title: str = ""
    state: SessionState | None = None
    off_record: bool = False
    holding: Holding | None = None
    beneath: Holding | None = None
    main: Holding | None = None
    queue: tuple[Waiting, ...] = ()
    limit: int = 0
    limited_item: str = ""
    closed: bool = False
    held: bool = False
    stack: tuple[Holding, ...] = ()
    category: PointCategory | None = None
    opened: Moment | None = None
    item: str = ""
    off_since: Moment | None = None


def floor_view(work: Work) -> FloorView:
    """Return how the floor stands; it reads the turns that run, the queue and their people, and nothing else."""
    session = session_at_hand(work)
    if session is None:
        return FloorView()
    if session.state is not SessionState.OPEN:
        return FloorView(session.id, session.title, session.state)
    return _open_floor(work, session)


def _open_floor(work: Work, session: Session) -> FloorView:
    numbers = party_numbers(work)
    turn = speaking(work, session.id)
    queue = tuple(
        Waiting(place, speaker_of(work, entry.person, numbers), entry.kind, _since(work, entry.person), entry.key)
        for place, entry in enumerate(queue_of(work, session.id), start=1)
    )
    off = interval_now(work, session.id)
    holding = _holding(work, turn, numbers)
    stack = tuple(_held(work, one, numbers) for one in _beneath(work, turn))
    beneath, main = next(iter(stack), None), stack[-1] if stack else holding
    item = current_item(work, session)
    limited = item if item and own_limit(work, session.id, item) is not None else ""
    limit = limit_for(work, session.id, item)
    return FloorView(
        session.id, session.title, session.state, off is not None, holding, beneath, main, queue, limit, limited,
        is_closed(work, session), is_held(work), stack, _category(work, turn), _opened(work, session), item or "",
        off,
    )  # fmt: skip


def _category(work: Work, turn: Turn | None) -> PointCategory | None:
    mark = work.find(TurnMark, turn.key) if turn is not None else None
    return None if mark is None else mark.category


def _opened(work: Work, session: Session) -> Moment | None:
    opening = work.find(FloorOpening, session.id)
    return None if opening is None else opening.since


def _since(work: Work, person: str) -> Moment | None:
    wait = work.find(Wait, person)
    return None if wait is None else wait.since


def _beneath(work: Work, turn: Turn | None) -> Iterator[Turn]:
    while turn is not None and turn.interrupted is not None:
        turn = work.find(Turn, turn.interrupted)
        if turn is not None:
            yield turn


def _holding(work: Work, turn: Turn | None, numbers: dict[str, tuple[int, str]]) -> Holding | None:
    return None if turn is None else _held(work, turn, numbers)


def _held(work: Work, turn: Turn, numbers: dict[str, tuple[int, str]]) -> Holding:
    speaker = speaker_of(work, turn.person, numbers) if turn.person else None
    return Holding(turn, speaker, 0 if turn.kind in UNCHARGED else limit_of(work, turn))


def party_numbers(work: Work) -> dict[str, tuple[int, str]]:
    """Return each party's number, which its shape and colour come from, and its name."""
    return {party.id: (number, party.name) for number, party in enumerate(work.select(Party))}


def speaker_of(work: Work, person: str, numbers: dict[str, tuple[int, str]]) -> Speaker:
    """Return somebody by name; while the identity book is closed, by the agreed descriptor or the seat."""
    one = work.get(Person, person)
    number, party = numbers.get(one.party or "", (-1, ""))
    return Speaker(person, one.seat, name_of(work, one), party, number)


@dataclass(frozen=True, slots=True)
class Spoken:
    """What one person, or one party, has said in the session so far: turns that ended, and seconds."""

    turns: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Tally:
    """A session's ended turns added up by person; everybody's party; and the order in which parties are listed."""

    session: str
    by_person: dict[str, Spoken]
    party_of: dict[str, str]
    parties: tuple[tuple[str, str], ...]
    order: tuple[str, ...] = ()

    def of(self, person: str) -> Spoken:
        """Return what a person has said so far."""
        return self.by_person.get(person, Spoken())


def tally(work: Work) -> Tally:
    """Return the ended turns of the session at hand, added up by the database; what is charged to nobody is out."""
    session = session_at_hand(work)
    parties = tuple((party.id, party.name) for party in work.select(Party))
    party_of = {person.id: person.party or "" for person in work.select(Person)}
    by_person: dict[str, Spoken] = {}
    rows = work.totals(Turn, ("person", "kind"), "seconds", session=session.id) if session else ()
    for (person, kind), turns, seconds in rows:
        if person is not None and turns and kind not in UNCHARGED:
            before = by_person.get(person, Spoken())
            by_person[person] = Spoken(before.turns + turns, before.seconds + seconds)
    # Until an order is chosen, the desk lists parties as they came in.
    order = tuple(party.id for party in parties_in_order(work)) if is_chosen(work) else ()
    return Tally(session.id if session else "", by_person, party_of, parties, order)


@dataclass(frozen=True, slots=True)
class BalanceRow:
    """One party's part of the speaking time: whole seconds, and whole per cent that add up to 100 with the others."""

    number: int
    name: str
    seconds: int
    percent: int


@dataclass(frozen=True, slots=True)
class Balance:
    """The speaking time by party, and the share each would have if all spoke equally."""

    rows: tuple[BalanceRow, ...] = ()
    equal_percent: int = 0


def balance(counted: Tally, main: Holding | None, now: Moment) -> Balance:
    """Return the balance of this moment, the turn below all interrupts with it; nothing is read for it."""
    seconds = dict.fromkeys(counted.order or dict(counted.parties), 0.0)
    for person, spoken in counted.by_person.items():
        party = counted.party_of.get(person, "")
        seconds[party] = seconds.get(party, 0.0) + spoken.seconds
    if main and main.speaker and main.turn.kind not in UNCHARGED:
        party = counted.party_of.get(main.speaker.person, "")
        seconds[party] = seconds.get(party, 0.0) + main.turn.elapsed(now)
    names = dict(counted.parties)
    numbers = {party: number for number, (party, _) in enumerate(counted.parties)}
    shares = whole_percents(list(seconds.values()))
    rows = tuple(
        BalanceRow(numbers.get(party, -1), names.get(party, ""), int(spent), percent)
        for (party, spent), percent in zip(seconds.items(), shares, strict=True)
    )
    return Balance(rows, round(100 / len(counted.parties)) if counted.parties else 0)


def whole_percents(parts: list[float]) -> list[int]:
    """Return whole per cent that sum to 100, by largest remainder; all zero where there is nothing."""
    whole = sum(parts)
    if whole <= 0:
        return [0] * len(parts)
    exact = [part * 100 / whole for part in parts]
    floors = [int(one) for one in exact]
    by_remainder = sorted(range(len(parts)), key=lambda place: floors[place] - exact[place])
    for place in by_remainder[: 100 - sum(floors)]:
        floors[place] += 1
    return floors
