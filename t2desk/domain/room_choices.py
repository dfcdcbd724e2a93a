"""What the room can be shown, and the few messages to a speaker."""

from enum import StrEnum

from t2desk.i18n import N_


class Shown(StrEnum):
    """What the room is to see."""

    FLOOR = "floor"
    AGENDA = "agenda"
    RULE = "rule"
    GROUND_RULES = "ground_rules"
    POINT = "point"


# What it is called where somebody chooses.
SHOWN_WORDS = {
    Shown.FLOOR: N_("The floor and its clock"),
    Shown.AGENDA: N_("Agenda"),
    Shown.RULE: N_("The rule’s full text"),
    Shown.GROUND_RULES: N_("Ground rules"),
    Shown.POINT: N_("A point to read back"),
}

# Whole sentences that anybody may read; the room is never shown what was typed for somebody.
MESSAGES = (
    N_("Please come to a close"),
    N_("Please speak more slowly for the interpreters"),
    N_("Please speak into the microphone"),
    N_("One minute left"),
)

# Shown until a series has written its own: what most rooms agree on, and nothing that needs a policy behind it.
USUAL_GROUND_RULES = (
    N_("One person speaks at a time."),
    N_("Speak for yourself, and from your own experience."),
    N_("What is said here is not attributed to anybody."),
    N_("Ask in order to understand, before you answer."),
    N_("Recording devices stay switched off."),
)
