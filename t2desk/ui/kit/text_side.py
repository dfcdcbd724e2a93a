"""Plain text boxes begin each text on the side of its own script; Qt puts all of them at the left."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPlainTextEdit

from t2desk.ui.kit.painting import direction_of

_CARET = 8
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute


def keep_on_its_side(box: QPlainTextEdit) -> None:
    """Let the first letter decide where the text of a box begins; without one, the window does."""
    box.textChanged.connect(partial(_set_side, box))
    _set_side(box)


def _set_side(box: QPlainTextEdit) -> None:
    direction = direction_of(box.toPlainText(), box.layoutDirection())
    side = _RIGHT if direction is Qt.LayoutDirection.RightToLeft and _fits(box) else _LEFT
    option = box.document().defaultTextOption()
    if option.textDirection() is not direction or option.alignment() != side:
        option.setTextDirection(direction)
        option.setAlignment(side)
        box.document().setDefaultTextOption(option)


def _fits(box: QPlainTextEdit) -> bool:
    # What begins beyond the left edge could never be scrolled to: a longer line begins at the edge, and is scrolled.
    if box.lineWrapMode() is not QPlainTextEdit.LineWrapMode.NoWrap:
        return True
    return QFontMetrics(box.font()).horizontalAdvance(box.toPlainText()) < box.viewport().width() - _CARET
