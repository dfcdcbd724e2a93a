"""Plays the fiction: every act through the desk, with lengths of time and some orders drawn from a seed."""

import random
from collections import Counter
from dataclasses import dataclass, field

from t2desk.domain.errors import Refused
from t2desk.domain.keys import key_to_text
from t2desk.i18n import N_
from t2desk.services.desk import Desk
from t2desk.services.rehearsal.clock import RehearsalClock
from t2desk.services.rehearsal.early_prose import EARLY_PROSE
from t2desk.services.rehearsal.first_session import FIRST_SESSION
from t2desk.services.rehearsal.fourth_prose import FOURTH_PROSE
from t2desk.services.rehearsal.fourth_session import FOURTH_SESSION
from t2desk.services.rehearsal.people import PARTIES, PEOPLE
from t2desk.services.rehearsal.programme import PROGRAMME, RECIPIENTS, SERIES_TITLE, SESSIONS
from t2desk.services.rehearsal.script import (
    Act,
    At,
    DoAgain,
    Fields,
    Made,
    Move,
    Refusal,
    Restart,
    Round,
    Script,
    TakeBack,
    turn,
)
from t2desk.services.rehearsal.second_session import SECOND_SESSION
from t2desk.services.rehearsal.third_session import THIRD_SESSION
from t2desk.services.rehearsal.tried_out import TRIED_OUT

__all__ = ["FICTION", "NOT_PLAYED", "RECIPIENTS", "SCRIPT", "SERIES_TITLE", "NotRefused", "RehearsalSummary", "play"]

FICTION = N_(
    "All of this is fiction: the strait, the shores, the people, their names and institutions, and every word they say."
)
# Operations of the registry that the rehearsal does without; tests/services/rehearsal says why each is. There is no
# room to show anything to, and nobody who should not hear.
NOT_PLAYED: tuple[str, ...] = (
    "turn.doubt", "turn.leave_out", "turn.rank", "item.previous", "item.extend", "item.break", "party.order",
    "not_private.begin", "not_private.end", "room.choose", "room.ground_rules",
    "session.keep", "session.hold", "session.unhold", "session.destroy",
)  # fmt: skip

# What makes a turn, apart from repair.
_GIVES_THE_FLOOR = ("turn.start", "turn.next", "turn.order", "turn.answer", "interpretation.begin")

SCRIPT: Script = (
    *PARTIES,
    *PEOPLE,
    *PROGRAMME,
    *TRIED_OUT,
    *FIRST_SESSION,
    *SECOND_SESSION,
    *THIRD_SESSION,
    *FOURTH_SESSION,
    *EARLY_PROSE,
    *FOURTH_PROSE,
)


@dataclass(frozen=True, slots=True)
class RehearsalSummary:
    """What was played: how many of each (counted as they were made, before settling), and the sessions' ids."""

    people: int
    turns: int
    notes: int
    points: int
    sessions: int
    refused: int
    session_ids: tuple[str, ...]
    fiction: str = FICTION


class NotRefused(Exception):
    """The services did something that they must refuse."""


def play(desk: Desk, clock: RehearsalClock, seed: int) -> RehearsalSummary:
    """Play the two days on an empty dossier. Raises NotRefused, and whatever the services refuse unexpectedly."""
    player = _Player(desk, clock, random.Random(seed))  # noqa: S311  (fiction must repeat itself)
    for move in SCRIPT:
        player.play(move)
    return player.summary()


@dataclass(slots=True)
class _Player:
    desk: Desk
    clock: RehearsalClock
    chance: random.Random
    made: dict[str, str] = field(default_factory=dict)
    done: list[str] = field(default_factory=list)
    undone: list[str] = field(default_factory=list)
    refused: int = 0

    def play(self, move: Move) -> None:
        match move:
            case Act():
                self._act(move)
            case Round():
                self._round(move)
            case TakeBack():
                self._take_back(move)
            case DoAgain():
                self._do_again(move)
            case Refusal():
                self._refusal(move.act)
            case At():
                self.clock.advance_to(move.stamp)
            case Restart():
                self.clock.restart(move.seconds)

    def _act(self, act: Act) -> None:
        made, _ = self.desk.perform(act.operation, self._resolved(act.fields))
        self.undone.clear()
        key = getattr(made[0] if isinstance(made, tuple) else made, "key", None)
        if act.made and isinstance(key, int):
            self.made[act.made] = key_to_text(key)
        self.done.append(act.operation)
        self._pass(act.lasts)

    def _resolved(self, fields: Fields) -> dict[str, object]:
        return {name: self.made[part.label] if isinstance(part, Made) else part for name, part in fields.items()}

    def _round(self, everybody: Round) -> None:
        for person in self.chance.sample(everybody.people, len(everybody.people)):
            self._act(turn(person, everybody.lasts))

    def _take_back(self, move: TakeBack) -> None:
        self.desk.undo()
        self.undone.append(self.done.pop())
        self._pass(move.lasts)

    def _do_again(self, move: DoAgain) -> None:
        self.desk.redo()
        self.done.append(self.undone.pop())
        self._pass(move.lasts)

    def _refusal(self, act: Act) -> None:
        try:
            self.desk.perform(act.operation, self._resolved(act.fields))
        except Refused:
            self.refused += 1
            self._pass(act.lasts)
        else:
            raise NotRefused

    def _pass(self, seconds: float) -> None:
        self.clock.advance(seconds * self.chance.uniform(0.75, 1.35))

    def summary(self) -> RehearsalSummary:
        played = Counter(self.done)
        return RehearsalSummary(
            people=played["person.add"] - played["person.remove"],
            turns=sum(played[name] for name in _GIVES_THE_FLOOR),
            notes=played["note.add"] - played["note.remove"],
            points=played["point.propose"],
            sessions=played["session.add"],
            refused=self.refused,
            session_ids=SESSIONS,
        )
