"""Letters of other scripts are drawn whole: what hangs below the line is within the line."""

import pytest
from PySide6.QtCore import QMargins
from PySide6.QtGui import QFontMetrics

from t2desk.ui.kit.fonts import load_more_fonts, text_font
from t2desk.ui.kit.painting import line_height, lines_of, words_for, wrapped_height
from t2desk.ui.kit.pieces import label


@pytest.fixture(scope="module", autouse=True)
def scripts(dressed):
    load_more_fonts()


def inked_rows(widget):
    """Return how many rows of a widget's picture hold clear ink."""
    image = widget.grab().toImage()
    return sum(any(image.pixelColor(x, y).alpha() > 100 for x in range(image.width())) for y in range(image.height()))


@pytest.mark.parametrize("role", ["body", "meta", "title", "label", "display"])
def test_the_dots_of_a_final_yeh_are_within_the_label(qtbot, surroundings, role):
    shown = label("علي", role)
    qtbot.addWidget(shown)
    needed = shown.sizeHint()
    shown.resize(needed)
    rows = inked_rows(shown)
    shown.resize(needed.grownBy(QMargins(0, 20, 0, 20)))
    assert rows == inked_rows(shown)


def test_two_lines_of_arabic_fit_where_two_lines_are_asked_for(surroundings):
    font, words = text_font(14), "ملاحظة في وادي علي " * 3
    width = QFontMetrics(font).horizontalAdvance(words) * 6 // 10
    assert lines_of(words, font, width) == 2
    assert words_for(words, font, width, 2) == words
    assert wrapped_height(font, words, width) <= 2 * line_height(font, words)
