"""What undo and redo say they did, by the family of the operation: never what stood in it."""

from t2desk.i18n import N_

_FAMILIES = {
    "note": N_("a note"), "point": N_("a point of common ground"), "turn": N_("a change of the floor"),
    "queue": N_("a change of the speakers’ list"), "item": N_("a change of the agenda"),
    "agenda": N_("a change of the agenda"), "person": N_("a change of the people"),
    "party": N_("a change of the parties"), "attendance": N_("a change of attendance"),
    "rule": N_("a change of the rule"), "section": N_("a paragraph of the draft"), "step": N_("a next step"),
    "import": N_("an import"),
}  # fmt: skip


def step_words(operation: str) -> str:
    """Return the words, not yet translated, for the operation of a step."""
    return _FAMILIES.get(operation.partition(".")[0], N_("the last change"))
