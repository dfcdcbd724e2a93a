"""The floor's words: kinds of turns, which turn it is, lengths of time."""

from t2desk.domain.floor import KIND_WORDS, TurnKind
from t2desk.i18n import N_
from t2desk.services.floor_views import Speaker
from t2desk.ui.kit.environment import Surroundings

# At the desk a statement is simply who speaks.
KINDS = {**KIND_WORDS, TurnKind.STATEMENT: N_("Speaking now")}
_ORDINALS = (
    N_("first turn"), N_("second turn"), N_("third turn"), N_("fourth turn"), N_("fifth turn"), N_("sixth turn"),
    N_("seventh turn"), N_("eighth turn"), N_("ninth turn"), N_("tenth turn"),
)  # fmt: skip


def which_turn(surroundings: Surroundings, number: int) -> str:
    """Return "third turn" for 3."""
    if 1 <= number <= len(_ORDINALS):
        return surroundings.words(_ORDINALS[number - 1])
    return surroundings.words(N_("turn {number}")).format(number=number)


def short_name(speaker: Speaker, places: int = 18) -> str:
    """Return a name that fits into a button."""
    if len(speaker.name) <= places:
        return speaker.name
    words = speaker.name.split()
    first = words[1] if len(words) > 1 and words[0].endswith(".") else words[0]
    return first if len(first) <= places else first[: places - 1] + "…"
