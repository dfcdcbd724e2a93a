"""Who is in the room, without times: when somebody came or left is a trace."""

from dataclasses import dataclass
from enum import StrEnum


class Presence(StrEnum):
    """How somebody attends a session."""

    PRESENT = "present"
    OBSERVING = "observing"
    SUBSTITUTE = "substitute"
    BREAKOUT = "breakout"
    CAUCUS = "caucus"
    LEFT = "left"


# Noted as not in the room, so not put on the list of speakers.
AWAY = frozenset({Presence.LEFT, Presence.BREAKOUT, Presence.CAUCUS})


@dataclass(frozen=True, slots=True)
class Attendance:
    """One person in one session."""

    key: int
    session: str
    person: str
    presence: Presence = Presence.PRESENT
