"""Undo and redo: what they say they did, never what stood in it; and whether a text box has a step of its own."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

from t2desk.i18n import N_

_FAMILIES = {
    "note": N_("a note"), "point": N_("a point of common ground"), "turn": N_("a change of the floor"),
    "queue": N_("a change of the speakers’ list"), "item": N_("a change of the agenda"),
    "agenda": N_("a change of the agenda"), "person": N_("a change of the people"),
    "party": N_("a change of the parties"), "attendance": N_("a change of attendance"),
    "rule": N_("a change of the rule"), "room": N_("a change of the ground rules"),
    "section": N_("a paragraph of the draft"), "step": N_("a next step"),
    "import": N_("an import"), "reading": N_("a side’s word at the reading"),
    "poll": N_("a question about support, or an answer"), "concern": N_("what became of a concern"),
    "bracket": N_("a bracket"), "interest": N_("an interest"), "divergence": N_("a divergence"),
    "decision": N_("the rule of decision"), "one_text": N_("a step with the single text"),
    "silence": N_("a step of the silence procedure"), "copy": N_("a copy that was given"),
}  # fmt: skip


def step_words(operation: str) -> str:
    """Return the words, not yet translated, for the operation of a step."""
    return _FAMILIES.get(operation.partition(".")[0], N_("the last change"))


def has_no_such_step(box: QPlainTextEdit | QTextEdit | QLineEdit, event: QKeyEvent) -> bool:
    """Say whether this is undo or redo, and the box has nothing to undo or redo."""
    steps = box if isinstance(box, QLineEdit) else box.document()
    # Not every platform counts Ctrl+Y among its keys for redo; here it always is.
    is_second = event.key() == Qt.Key.Key_Y and event.modifiers() == Qt.KeyboardModifier.ControlModifier
    is_redo = is_second or event.matches(QKeySequence.StandardKey.Redo)
    if event.matches(QKeySequence.StandardKey.Undo):
        return not steps.isUndoAvailable()
    return is_redo and not steps.isRedoAvailable()
