"""How the floor was shared over a whole meeting: by party, in bands, and only where three or more could be meant."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from t2desk.domain.agenda import AgendaItem, ItemKind, ItemPlan, ItemState
from t2desk.domain.attendance import Attendance, Presence
from t2desk.domain.bands import FEWEST_COUNTED, MOST_TAKEN, MOST_UNPLACED, Band, band_of, is_group, shares
from t2desk.domain.floor import INTERRUPTS, UNCHARGED, FloorTotal, Turn, TurnKind
from t2desk.domain.people import Party, Person, Role
from t2desk.domain.ports import Work
from t2desk.domain.series import Session, SessionState
from t2desk.services.party_orders import next_document, parties_in_order

# Who serves the room speaks for no side.
_SERVING = frozenset({Role.FACILITATOR, Role.RAPPORTEUR, Role.INTERPRETER, Role.OBSERVER})


class HowMany(StrEnum):
    """A part of a group, as a word; the ends are not told apart, so that no word is about everybody or nobody."""

    NEARLY_ALL = "nearly_all"
    MOST = "most"
    HALF = "half"
    FEW = "few"


class Use(StrEnum):
    """What the floor was used for."""

    STATEMENTS = "statements"
    EXCHANGE = "exchange"
    ROUNDS = "rounds"


_USES = {
    TurnKind.STATEMENT: Use.STATEMENTS,
    TurnKind.RESPONSE: Use.EXCHANGE,
    TurnKind.QUESTION: Use.EXCHANGE,
    TurnKind.CLARIFICATION: Use.EXCHANGE,
    TurnKind.ROUND_THE_TABLE: Use.ROUNDS,
}


@dataclass(frozen=True, slots=True)
class Indicators:
    """What may be said of a meeting's floor and agenda; what cannot be said without saying of whom is left out.

    `parties` is a band of the speaking time of those shown, and empty where fewer than two may be. `uses`, `heard` and
    `rarely_interrupted` need every turn: they are gone once a session is settled without them. `whole` says that no
    session was passed over because too little is known of who spoke in it.
    """

    parties: tuple[tuple[Party, Band], ...] = ()
    uses: tuple[tuple[Use, Band], ...] = ()
    heard: HowMany | None = None
    rarely_interrupted: bool | None = None
    taken: Band | None = None
    in_time: HowMany | None = None
    whole: bool = True


def how_many(part: float) -> HowMany:
    """Return the word for a part of a whole, from 0 to 1."""
    if part >= 0.8:
        return HowMany.NEARLY_ALL
    if part >= 0.6:
        return HowMany.MOST
    return HowMany.HALF if part >= 0.4 else HowMany.FEW


def indicators(work: Work, sessions: tuple[Session, ...]) -> Indicators:
    """Return what may be said of the sessions of one meeting together; parties in their neutral order."""
    people = {person.id: person for person in work.select(Person)}
    each = [_of_one(work, people, session) for session in sessions]
    told = [one for one in each if one.is_told]
    held = _Held(people)
    for one in told:
        held.join(one)
    shown = held.shown(parties_in_order(work, next_document(work)))
    bands = shares({party.id: held.seconds.get(party.id, 0.0) for party in shown})
    if len(shown) < 2 or not bands:
        return Indicators(taken=_taken(work, sessions), in_time=_in_time(work, sessions))
    parties = frozenset(party.id for party in shown)
    return Indicators(
        tuple((party, bands[party.id]) for party in shown), held.uses_of(parties), held.heard_of(parties),
        held.rarely_interrupted(), _taken(work, sessions), _in_time(work, sessions), len(told) == len(sessions),
    )  # fmt: skip


def _of_one(work: Work, people: dict[str, Person], session: Session) -> "_Held":
    held = _Held(people)
    held.take(work, session)
    return held


@dataclass(frozen=True, slots=True)
class _Spoken:
    """What one person said of one kind: how many turns, and seconds."""

    person: str
    kind: TurnKind
    turns: int
    seconds: float


@dataclass(slots=True)
class _Held:
    """The floor of some sessions, as far as their rules left it, added up."""

    people: dict[str, Person]
    present: dict[str, set[str]] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    unplaced: float = 0.0
    spoken: list["_Spoken"] = field(default_factory=list)
    interrupts: int = 0
    has_every_turn: bool = True
    # Parties of which three or more are known to have spoken, and those hidden in what was left without a name.
    large: set[str] = field(default_factory=set)
    untold: set[str] = field(default_factory=set)

    @property
    def is_told(self) -> bool:
        """Whether nearly all that was said can be placed with a party: else a picture of the rest would mislead."""
        return self.unplaced <= MOST_UNPLACED * (self.unplaced + sum(self.seconds.values()))

    def take(self, work: Work, session: Session) -> None:
        """Add a session: who was there, and who spoke how long."""
        for row in work.select(Attendance, session=session.id):
            if row.presence is not Presence.OBSERVING:
                self._saw(row.person)
        totals = work.select(FloorTotal, session=session.id)
        rows = work.totals(Turn, ("person", "kind"), "seconds", session=session.id)
        if session.state is SessionState.SETTLED and not rows:
            self.has_every_turn = False
        for (person, kind), turns, seconds in rows:
            self._add_spoken(person, TurnKind(kind or ""), turns, seconds)
        for total in totals:
            self._add_total(total)
        self._hide_untold(work, totals)

    def _saw(self, person: str) -> str | None:
        """Count somebody among those of their party who could have spoken; return the party, if they sit for one."""
        known = self.people.get(person)
        if known is None or known.party is None or known.role in _SERVING:
            return None
        self.present.setdefault(known.party, set()).add(person)
        return known.party

    def join(self, other: "_Held") -> None:
        """Take in what was added up of another session."""
        for party, people in other.present.items():
            self.present.setdefault(party, set()).update(people)
        for party, seconds in other.seconds.items():
            self._add(party, seconds)
        self.unplaced += other.unplaced
        self.spoken += other.spoken
        self.interrupts += other.interrupts
        self.has_every_turn = self.has_every_turn and other.has_every_turn
        self.large |= other.large
        self.untold |= other.untold

    def _add_spoken(self, person: str | None, kind: TurnKind, turns: int, seconds: float) -> None:
        if kind in INTERRUPTS:
            self.interrupts += turns
        if kind in UNCHARGED or not turns:
            return
        if person is None:
            self.unplaced += seconds
            return
        self.spoken.append(_Spoken(person, kind, turns, seconds))
        self._add(self._saw(person), seconds)

    def _add_total(self, total: FloorTotal) -> None:
        if total.party is not None:
            self.large.add(total.party)
            self._add(total.party, total.seconds)
        elif total.person is not None:
            self._add(self._saw(total.person), total.seconds)
        else:
            self.unplaced += total.seconds

    def _add(self, party: str | None, seconds: float) -> None:
        if party is not None:
            self.seconds[party] = self.seconds.get(party, 0.0) + seconds

    def _hide_untold(self, work: Work, totals: Iterable[FloorTotal]) -> None:
        # Of totals by party, what has no name is that of all whose name is missing: theirs is not known.
        named = {total.party for total in totals if total.party is not None}
        nameless = any(total.party is None and total.person is None for total in totals)
        if named and nameless:
            self.untold |= {party.id for party in work.select(Party)} - named

    def shown(self, parties: tuple[Party, ...]) -> tuple[Party, ...]:
        """Return the parties that may be spoken of: three or more were there, and what they said is known."""
        return tuple(party for party in parties if party.id not in self.untold and is_group(self._there(party.id)))

    def _there(self, party: str) -> int:
        """Return how many were there of a party; where its rule keeps that of nobody, how many may have been."""
        there = len(self.present.get(party, ()))
        if there or party not in self.large:
            return there
        # A total names a party of three speakers at least, but one that an earlier release left may name fewer.
        return sum(one.party == party and one.role not in _SERVING for one in self.people.values())

    def _of(self, parties: frozenset[str]) -> list[_Spoken]:
        return [one for one in self.spoken if self.people[one.person].party in parties]

    def uses_of(self, parties: frozenset[str]) -> tuple[tuple[Use, Band], ...]:
        """Return what the floor was used for; nothing where one of the uses was that of fewer than three people."""
        if not self.has_every_turn:
            return ()
        seconds = dict.fromkeys(Use, 0.0)
        speakers: dict[Use, set[str]] = {use: set() for use in Use}
        for one in self._of(parties):
            use = _USES[one.kind]
            seconds[use] += one.seconds
            speakers[use].add(one.person)
        if any(people and not is_group(len(people)) for people in speakers.values()):
            return ()
        bands = shares({use: spent for use, spent in seconds.items() if spent})
        return tuple((use, bands[use]) for use in Use if use in bands) if len(bands) > 1 else ()

    def heard_of(self, parties: frozenset[str]) -> HowMany | None:
        """Return how many of those who were there took the floor."""
        present = {person for party in parties for person in self.present.get(party, ())}
        if not self.has_every_turn or not is_group(len(present)):
            return None
        return how_many(len({one.person for one in self._of(parties)} & present) / len(present))

    def rarely_interrupted(self) -> bool | None:
        """Say whether points of order, replies and interposed questions were rare beside the turns, or were not."""
        turns = sum(one.turns for one in self.spoken)
        if not self.has_every_turn or turns < FEWEST_COUNTED:
            return None
        return self.interrupts <= turns / 10


def _done(work: Work, sessions: tuple[Session, ...]) -> list[tuple[int, float]]:
    """Return the minutes first planned and the seconds spent of each item that was talked out; breaks are no talk."""
    found: list[tuple[int, float]] = []
    for session in sessions:
        items = work.select(AgendaItem, session=session.id)
        parents = {item.parent for item in items}
        plans = {plan.item: plan for plan in work.select(ItemPlan, session=session.id)}
        for item in items:
            plan = plans.get(item.id)
            minutes = plan.planned if plan and plan.planned is not None else item.minutes
            is_talk = plan is None or plan.kind is ItemKind.TALK
            if item.state is ItemState.DONE and item.id not in parents and minutes and is_talk:
                found.append((minutes, item.seconds))
    return found


def _taken(work: Work, sessions: tuple[Session, ...]) -> Band | None:
    done = _done(work, sessions)
    planned = sum(minutes for minutes, _ in done) * 60
    return band_of(100 * sum(seconds for _, seconds in done) / planned, MOST_TAKEN) if planned else None


def _in_time(work: Work, sessions: tuple[Session, ...]) -> HowMany | None:
    done = _done(work, sessions)
    if len(done) < FEWEST_COUNTED:
        return None
    near = [minutes for minutes, seconds in done if abs(seconds - minutes * 60) <= max(300, minutes * 12)]
    return how_many(len(near) / len(done))
