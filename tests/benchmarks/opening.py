"""A dossier of 100,000 turns: how soon it opens, and what its size does to the acts in it."""

import secrets
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from statistics import median

from t2desk.app.dossier import Dossier, Machine
from t2desk.domain.floor import Turn, TurnKind, totals_by_person
from t2desk.domain.moments import Moment
from t2desk.domain.notes import Note, NoteKind
from t2desk.domain.people import Identity, Person
from t2desk.domain.series import Meeting, Session, SessionState
from t2desk.services.floor_balance import Attribute, Scope, floor_sums, shares
from t2desk.services.floor_views import floor_view
from t2desk.vault.dossier_file import DossierFile
from t2desk.vault.kdf import CHEAPEST, SALT_BYTES, derive, passphrase_bytes
from t2desk.vault.slots import unlock_with_passphrase
from tests.benchmarks.measuring import Effort, Row, at_most, folder, median_of, plainly, seconds_of
from tests.benchmarks.texts import prose
from tests.storage.dossiers import PASSPHRASE, make, opening, session

TURNS, SESSIONS, PEOPLE = 100_000, 50, 60


def opens(effort: Effort) -> Iterator[Row]:
    """Open the large dossier, derivation timed apart; then act in it and in an empty one."""
    with folder() as place:
        large, small = make(place / "large.t2d"), make(place / "small.t2d")
        fill(large, TURNS)
        fill(small, SESSIONS)
        took = median(_opened(large) for _ in range(effort.rounds(9, 3)))
        yield at_most("100,000 turns: opens, without the derivation", took * 1000, 300, "ms")
        yield from _acts(large, small, effort)
        yield from _statistics(large, effort)


def fill(path: Path, turns: int, notes: int = 0) -> None:
    """Write everything in one transaction of the usual kind: the log and the digest agree with it."""
    with opening(path) as dossier:
        work = dossier.begin(dossier.desk.clock.now())
        work.put(Meeting("m1", 1, "Spring"))
        people = [Person(f"p{number}", number) for number in range(PEOPLE)]
        sessions = [_session(number) for number in range(SESSIONS)]
        work.put_many([*people, *sessions])
        work.put_many(Identity(person.id, f"Speaker {person.seat}") for person in people)
        work.put_many(_turns(turns, people, sessions))
        work.put_many(_notes(notes, sessions))
        dossier.commit("session.add")
        dossier._changed = False  # a backup of it would only cost time


def _session(number: int) -> Session:
    return Session(f"s{number}", "m1", number + 1, f"Session {number}", state=SessionState.ADJOURNED)


def _turns(count: int, people: list[Person], sessions: list[Session]) -> Iterator[Turn]:
    """Give the floor to one after the other; sessions are of equal length, one after the other."""
    speakers = cycle(people)
    for number in range(count):
        since = Moment(1_777_876_200_000 + number * 90_000, number * 90_000, "boot")
        where = sessions[number * len(sessions) // count].id
        yield Turn(
            secrets.randbits(53), where, None, next(speakers).id, TurnKind.STATEMENT, since, seconds=60.0 + number % 97
        )


def _notes(count: int, sessions: list[Session]) -> Iterator[Note]:
    for number in range(count):
        where = sessions[number * len(sessions) // count].id
        yield Note(secrets.randbits(53), where, None, NoteKind.IDEA, prose(100, number % 2_000))


def _opened(path: Path) -> float:
    """Open step by step as `app.open_dossier` does and close; return the seconds of opening less the derivation."""
    machine, made = Machine(), []

    def steps() -> None:
        file = DossierFile.hold(machine.disk, path)
        keys = unlock_with_passphrase(file.find(None), PASSPHRASE).keys
        file.begin(keys)
        dossier = Dossier(file, keys, machine)
        dossier.prepare()
        made.append(dossier)

    took = seconds_of(steps)
    made[0].close()
    return took - median_of(lambda: derive(passphrase_bytes(PASSPHRASE), bytes(SALT_BYTES), CHEAPEST), 5)


def _acts(large: Path, small: Path, effort: Effort) -> Iterator[Row]:
    rounds = effort.rounds(300, 50)
    few, many = [], []
    with opening(large) as one, opening(small) as other:
        for dossier in (one, other):
            dossier.desk.perform(*session("Now"))
        for _ in range(rounds):
            for dossier, times in ((other, few), (one, many)):
                times.append(seconds_of(lambda desk=dossier.desk: desk.perform("turn.start", {"person": "p1"})))
                dossier.tidy()
        one._changed = other._changed = False
    slowest = sorted(many)[round(len(many) * 0.99) - 1]
    yield at_most("100,000 turns: a turn started, durable, p99 (nothing painted)", slowest * 1000, 150, "ms")
    yield plainly("  the same act, median, / with 50 turns", median(many) / median(few), "×")


def _statistics(path: Path, effort: Effort) -> Iterator[Row]:
    """Add up a session as settling does, and the whole series as the desk's balance does when it is shown."""
    rounds = effort.rounds(9, 3)
    with opening(path) as dossier:
        desk = dossier.desk
        took = median_of(lambda: desk.read(lambda work: totals_by_person(work.select(Turn, session="s3"))), rounds)
        yield at_most(f"  seconds by person over one session of {TURNS // SESSIONS:,} turns", took * 1000, 100, "ms")
        read = median_of(lambda: desk.read(floor_sums), rounds)
        yield at_most(f"  the balance of a series of {TURNS:,} turns, read anew", read * 1000, 100, "ms")
        sums, floor, now = desk.read(floor_sums), desk.read(floor_view), desk.clock.now()
        shown = median_of(lambda: shares(sums, floor, Scope.SERIES, Attribute.PERSON, now), rounds)
        yield at_most("  the same from kept sums, by person, at each tick", shown * 1000, 20, "ms")
        dossier._changed = False
