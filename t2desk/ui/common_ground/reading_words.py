"""What is said of a text while it is read back: where it stands, and what is still to be done."""

from t2desk.domain.errors import DeskError
from t2desk.domain.points import PointState
from t2desk.i18n import N_
from t2desk.services.reading_views import PointReading
from t2desk.ui.common_ground.part import told
from t2desk.ui.common_ground.states import STATES
from t2desk.ui.shell.views import ViewParts


def state_of(parts: ViewParts, one: PointReading) -> tuple[str, str]:
    """Return where a point stands, and the tone of it: whether it may stand in joint editions before all else."""
    if one.row.state is PointState.WITHDRAWN:
        return parts.words(STATES[one.row.state].word), "over"
    if one.is_joint:
        return parts.words(N_("may stand in joint editions")), "soft"
    if one.is_read:
        return parts.words(N_("agreed by all")), "soft"
    look = STATES[one.row.state]
    return parts.words(look.word), look.tone


def said_of(parts: ViewParts, one: PointReading, refusal: DeskError | None) -> str:
    """Return what is still to be done with a text that is read, or why nothing can be."""
    words, waiting = parts.words, one.waiting()
    if not one.answers:
        return words(N_("No side is at the table yet: add participants and their parties first."))
    if refusal is not None:
        return told(parts, refusal)
    if one.row.state is PointState.WITHDRAWN:
        return words(N_("Withdrawn; nothing of it is held against anybody. Ctrl+Z takes that back."))
    if one.is_read and one.has_brackets:
        return words(N_("Every side agrees to this text, brackets and all; it is joint once they are closed."))
    if one.is_read and not one.is_joint:
        return words(N_("Every side agrees to this text. It is joint once the point is agreed too."))
    if one.is_read:
        return words(N_("Every side agrees to this text, and the point is agreed: it is joint."))
    plural = parts.surroundings.phrases.plural
    still = plural("{count} side not asked yet", "{count} sides not asked yet", waiting).format(count=waiting)
    return still if waiting else words(N_("Not every side agrees: only what all agree to becomes joint."))
