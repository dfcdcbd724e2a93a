"""The floor's balance for the operator: sums by person and item, kept up from each commit."""

from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum

from t2desk.domain.attendance import AWAY, Attendance, Presence
from t2desk.domain.changes import Changes, Image
from t2desk.domain.desk_errors import NamesClosed
from t2desk.domain.floor import INTERRUPTS, UNCHARGED, FloorTotal, Turn, TurnKind
from t2desk.domain.moments import Moment
from t2desk.domain.people import Identity, Party, Person, Role
from t2desk.domain.ports import Work
from t2desk.domain.speaking import Heard
from t2desk.services.floor_views import FloorView, Holding, Speaker, Spoken, party_numbers, speaker_of, whole_percents
from t2desk.services.standing import session_at_hand

# The window of "lately", in seconds; and how far back single turns are kept, which a sitting is shorter than.
LATELY = 30 * 60
_KEPT = 4 * 3600
# An answer was asked for: nobody was interrupted by it.
_INTERRUPTING = INTERRUPTS - {TurnKind.INTERPOSED_ANSWER}
_MAY_SPEAK = frozenset({Role.PARTICIPANT, Role.CHAIR})
_COLUMNS = {one.name: place for place, one in enumerate(fields(Turn))}


class Scope(StrEnum):
    """Over what the balance is taken."""

    ITEM = "item"
    SESSION = "session"
    LATELY = "lately"
    SERIES = "series"


class Attribute(StrEnum):
    """By what people are put together; the affiliation is for the operator's eyes only."""

    PARTY = "party"
    PERSON = "person"
    ROLE = "role"
    AFFILIATION = "affiliation"
    INTERRUPTIONS = "interruptions"


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody at the table, as the floor needs them; `speaks` says that they may be given the floor now."""

    speaker: Speaker
    party: str
    role: Role
    affiliation: str
    speaks: bool
    is_away: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """One turn of the last hours; `seconds` is None while it runs."""

    person: str
    item: str
    kind: TurnKind
    since: Moment
    paused: float
    seconds: float | None
    interrupted: int | None

    @property
    def is_charged(self) -> bool:
        """Whether its time counts for its speaker."""
        return bool(self.person) and self.kind not in UNCHARGED

    def until(self) -> Moment:
        """Return when it gave up the floor, or began where it has not."""
        return self.since.shifted((self.seconds or 0.0) + self.paused)

    def within(self, begin: Moment) -> float:
        """Return its seconds after a moment; a pause in it is taken to lie evenly."""
        seconds = self.seconds or 0.0
        if not self.since.is_before(begin):
            return seconds
        late, whole = begin.seconds_until(self.until()), seconds + self.paused
        return seconds * late / whole if whole else 0.0


@dataclass(frozen=True, slots=True)
class Sums:
    """Everything the balance is made of: this session by item and person, all others by person, single recent turns.

    `unnamed` is what closed sessions say of parties only, by party id.
    """

    session: str = ""
    shares: dict[tuple[str, str], Spoken] = field(default_factory=dict)
    elsewhere: dict[str, Spoken] = field(default_factory=dict)
    unnamed: dict[str, Spoken] = field(default_factory=dict)
    turns: dict[int, Told] = field(default_factory=dict)
    seats: tuple[Seat, ...] = ()
    parties: tuple[tuple[str, str], ...] = ()

    def of(self, person: str) -> Spoken:
        """Return what a person has said in this session."""
        return _together(spoken for (_, who), spoken in self.shares.items() if who == person)


def _together(parts: Iterable[Spoken]) -> Spoken:
    turns, seconds = 0, 0.0
    for part in parts:
        turns, seconds = turns + part.turns, seconds + part.seconds
    return Spoken(turns, seconds)


def floor_sums(work: Work) -> Sums:
    """Add up the session at hand and the series, by the database; read once, then kept up by `sums_after`."""
    session = session_at_hand(work)
    if session is None:
        return Sums(seats=_seats(work, ""), parties=_parties(work))
    shares: dict[tuple[str, str], Spoken] = {}
    for (item, person, kind), turns, seconds in work.totals(
        Turn, ("item", "person", "kind"), "seconds", session=session.id
    ):
        if person and turns and kind not in UNCHARGED:
            shares[item or "", person] = _together((shares.get((item or "", person), Spoken()), Spoken(turns, seconds)))
    recent = work.later(Turn, "since", work.now.shifted(-_KEPT), session=session.id)
    elsewhere, unnamed = _elsewhere(work, shares)
    kept = {turn.key: _told(turn) for turn in recent}
    return Sums(session.id, shares, elsewhere, unnamed, kept, _seats(work, session.id), _parties(work))


def _told(turn: Turn) -> Told:
    return Told(
        turn.person or "", turn.item or "", turn.kind, turn.since, turn.paused_seconds, turn.seconds, turn.interrupted
    )


def _elsewhere(work: Work, here: dict[tuple[str, str], Spoken]) -> tuple[dict[str, Spoken], dict[str, Spoken]]:
    people: dict[str, Spoken] = {}
    for (person, kind), turns, seconds in work.totals(Turn, ("person", "kind"), "seconds"):
        if person and turns and kind not in UNCHARGED:
            people[person] = _together((people.get(person, Spoken()), Spoken(turns, seconds)))
    for (_, person), spoken in here.items():
        people[person] = _together((people.get(person, Spoken()), Spoken(-spoken.turns, -spoken.seconds)))
    unnamed: dict[str, Spoken] = {}
    for total in work.select(FloorTotal):
        into, key = (people, total.person) if total.person else (unnamed, total.party or "")
        into[key] = _together((into.get(key, Spoken()), Spoken(total.turns, total.seconds)))
    return people, unnamed


def _parties(work: Work) -> tuple[tuple[str, str], ...]:
    return tuple((party.id, party.name) for party in work.select(Party))


def _seats(work: Work, session: str) -> tuple[Seat, ...]:
    numbers = party_numbers(work)
    presence = {row.person: row.presence for row in work.select(Attendance, session=session)}
    silent = AWAY | {Presence.OBSERVING}
    return tuple(
        Seat(
            speaker_of(work, one.id, numbers), one.party or "", one.role, _affiliation(work, one.id),
            one.role in _MAY_SPEAK and presence.get(one.id) not in silent, presence.get(one.id) in AWAY,
        )
        for one in sorted(work.select(Person), key=lambda one: one.seat)
    )  # fmt: skip


def _affiliation(work: Work, person: str) -> str:
    try:
        known = work.find(Identity, person)
    except NamesClosed:
        return ""
    return known.affiliation if known else ""


def sums_after(sums: Sums, changes: Changes) -> Sums:
    """Return the sums after a commit that touched turns: from its own images, so that no act reads turns again."""
    shares, turns = dict(sums.shares), dict(sums.turns)
    for row in changes:
        if row.kind == "turns":
            _count(shares, sums.session, row.before, -1)
            _count(shares, sums.session, row.after, 1)
            _keep(turns, sums.session, row.before, row.after)
    return replace(sums, shares=shares, turns=turns)


def _keep(turns: dict[int, Told], session: str, before: Image | None, after: Image | None) -> None:
    if before is not None:
        turns.pop(_number(before[0]), None)
    if after is not None and after[_COLUMNS["session"]] == session:
        turns[_number(after[0])] = _told_of(after)


def _number(part: object) -> int:
    return part if isinstance(part, int) else 0


def _told_of(image: Image) -> Told:
    parts = {name: image[place] for name, place in _COLUMNS.items()}
    seconds, paused, beneath = parts["seconds"], parts["paused_seconds"], parts["interrupted"]
    return Told(
        str(parts["person"] or ""), str(parts["item"] or ""), TurnKind(str(parts["kind"])),
        Moment.from_text(str(parts["since"])), paused if isinstance(paused, float) else 0.0,
        seconds if isinstance(seconds, float) else None, beneath if isinstance(beneath, int) else None,
    )  # fmt: skip


def _count(shares: dict[tuple[str, str], Spoken], session: str, image: Image | None, sign: int) -> None:
    if image is None or image[_COLUMNS["session"]] != session or image[_COLUMNS["kind"]] in UNCHARGED:
        return
    person, seconds = image[_COLUMNS["person"]], image[_COLUMNS["seconds"]]
    if isinstance(person, str) and isinstance(seconds, float):
        key = str(image[_COLUMNS["item"]] or ""), person
        before = shares.get(key, Spoken())
        shares[key] = Spoken(before.turns + sign, max(0.0, before.seconds + sign * seconds))


@dataclass(frozen=True, slots=True)
class ShareRow:
    """One group's part: whole seconds, turns, whole per cent; `session` is its per cent of the whole session.

    `made` and `received` are interruptions in the last hours; `silent` whole minutes since it was last heard.
    """

    key: str
    number: int
    name: str
    seconds: int = 0
    turns: int = 0
    percent: int = 0
    session: int = 0
    made: int = 0
    received: int = 0
    silent: int | None = None


def shares(sums: Sums, floor: FloorView, scope: Scope, by: Attribute, now: Moment) -> tuple[ShareRow, ...]:
    """Return the balance of this moment in the order of parties or seats, which says nothing; reads nothing."""
    groups = _groups(sums, by)
    spoken = _by_person(sums, floor, scope, now)
    whole = spoken if scope is Scope.SESSION else _by_person(sums, floor, Scope.SESSION, now)
    made, received = _interruptions(sums)
    last = _last_heard(sums)
    rows = []
    for key, (number, name, people) in groups.items():
        own = _together(spoken.get(person, Spoken()) for person in people)
        if scope is Scope.SERIES and by in {Attribute.PARTY, Attribute.INTERRUPTIONS}:
            own = _together((own, sums.unnamed.get(key, Spoken())))
        heard = [last[person] for person in people if person in last]
        silent = min((int(moment.seconds_until(now) // 60) for moment in heard), default=None)
        counts = (sum(made.get(person, 0) for person in people), sum(received.get(person, 0) for person in people))
        session = _together(whole.get(person, Spoken()) for person in people).seconds
        rows.append((ShareRow(key, number, name, 0, own.turns, 0, 0, *counts, silent), own.seconds, session))
    parts = whole_percents([seconds for _, seconds, _ in rows])
    sessions = whole_percents([session for _, _, session in rows])
    return tuple(
        replace(row, seconds=int(seconds), percent=part, session=there)
        for (row, seconds, _), part, there in zip(rows, parts, sessions, strict=True)
    )


def _groups(sums: Sums, by: Attribute) -> dict[str, tuple[int, str, list[str]]]:
    groups: dict[str, tuple[int, str, list[str]]] = {}
    if by in {Attribute.PARTY, Attribute.INTERRUPTIONS}:
        groups = {party: (number, name, []) for number, (party, name) in enumerate(sums.parties)}
    for seat in sums.seats:
        key, number, name = _group_of(seat, by)
        groups.setdefault(key, (number, name, []))[2].append(seat.speaker.person)
    return groups


def _group_of(seat: Seat, by: Attribute) -> tuple[str, int, str]:
    if by is Attribute.PERSON:
        return seat.speaker.person, seat.speaker.number, seat.speaker.name
    if by is Attribute.ROLE:
        return seat.role.value, -1, seat.role.value
    if by is Attribute.AFFILIATION:
        return seat.affiliation, -1, seat.affiliation
    return seat.party, seat.speaker.number, seat.speaker.party


def _by_person(sums: Sums, floor: FloorView, scope: Scope, now: Moment) -> dict[str, Spoken]:
    found: dict[str, Spoken] = dict(sums.elsewhere) if scope is Scope.SERIES else {}
    if scope is Scope.LATELY:
        begin = now.shifted(-LATELY)
        for told in sums.turns.values():
            if told.is_charged and told.seconds is not None and begin.is_before(told.until()):
                found[told.person] = _together((found.get(told.person, Spoken()), Spoken(1, told.within(begin))))
    else:
        for (item, person), spoken in sums.shares.items():
            if scope is not Scope.ITEM or item == floor.item:
                found[person] = _together((found.get(person, Spoken()), spoken))
    return _with_running(found, floor, scope, now)


def _with_running(found: dict[str, Spoken], floor: FloorView, scope: Scope, now: Moment) -> dict[str, Spoken]:
    main: Holding | None = floor.main
    if main is None or main.speaker is None or main.turn.kind in UNCHARGED:
        return found
    if scope is Scope.ITEM and (main.turn.item or "") != floor.item:
        return found
    elapsed = main.turn.elapsed(now)
    lived = Spoken(1, min(elapsed, float(LATELY)) if scope is Scope.LATELY else elapsed)
    found[main.speaker.person] = _together((found.get(main.speaker.person, Spoken()), lived))
    return found


def _interruptions(sums: Sums) -> tuple[dict[str, int], dict[str, int]]:
    made: dict[str, int] = {}
    received: dict[str, int] = {}
    for told in sums.turns.values():
        beneath = sums.turns.get(told.interrupted) if told.interrupted is not None else None
        if told.kind in _INTERRUPTING:
            made[told.person] = made.get(told.person, 0) + 1
            if beneath is not None:
                received[beneath.person] = received.get(beneath.person, 0) + 1
    return made, received


def _last_heard(sums: Sums) -> dict[str, Moment]:
    last: dict[str, Moment] = {}
    for told in sums.turns.values():
        if told.is_charged and told.seconds is not None:
            known = last.get(told.person)
            until = told.until()
            last[told.person] = until if known is None or known.is_before(until) else known
    return last


def heard(sums: Sums, floor: FloorView, now: Moment) -> tuple[Heard, ...]:
    """Return what a suggestion is made from: everybody who may be given the floor now."""
    last, places = _last_heard(sums), {one.speaker.person: one.place for one in floor.queue}
    spoken = _by_person(sums, floor, Scope.SESSION, now)
    return tuple(
        Heard(
            seat.speaker.person, seat.party, seat.speaker.seat, spoken.get(seat.speaker.person, Spoken()).turns,
            spoken.get(seat.speaker.person, Spoken()).seconds, places.get(seat.speaker.person, 0),
            last[seat.speaker.person].seconds_until(now) if seat.speaker.person in last else None,
        )
        for seat in sums.seats
        if seat.speaks or seat.speaker.person in places
    )  # fmt: skip


def idle_since(sums: Sums, floor: FloorView) -> Moment | None:
    """Return since when nobody has had the floor; None while somebody has it, or before the first turn."""
    if floor.holding is not None or floor.off_record or not sums.turns:
        return None
    since = floor.opened
    for told in sums.turns.values():
        until = told.until()
        since = until if since is None or since.is_before(until) else since
    return since
