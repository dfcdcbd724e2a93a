"""What the operator chose for the room: ways to show, and the few messages to a speaker."""

from dataclasses import dataclass
from enum import StrEnum

from t2desk.i18n import N_


class Shown(StrEnum):
    """What the room is to see."""

    FLOOR = "floor"
    AGENDA = "agenda"
    RULE = "rule"
    POINT = "point"


# Whole sentences that anybody may read; the room is never shown what was typed for somebody.
MESSAGES = (
    N_("Please come to a close"),
    N_("Please speak more slowly for the interpreters"),
    N_("Please speak into the microphone"),
    N_("One minute left"),
)


@dataclass(frozen=True, slots=True)
class RoomChoices:
    """What is shown, and how. `point` counts the points of common ground from 1; `message` counts MESSAGES from 1.

    Without `parties`, nothing of them is shown: neither whose turn it is nor shares.
    """

    shown: Shown = Shown.FLOOR
    point: int = 1
    message: int = 0
    parties: bool = False
    wordless: bool = False
