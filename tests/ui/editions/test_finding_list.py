"""What closed the gate, as it is shown: the words around it are whole, and fit the room there is."""

from types import SimpleNamespace

import pytest
from PySide6.QtGui import QFontMetrics

from t2desk.services.edition_views import FindingPlace
from t2desk.ui.editions.finding_list import _fitting
from t2desk.ui.kit.fonts import text_font

WORDS = (
    "In the morning it was recalled\nthat Zoran Vukelić had asked for the readings of every single well in the valley"
)


def place(found="Zoran Vukelić"):
    start = WORDS.index(found)
    finding = SimpleNamespace(text=found, start=start, end=start + len(found))
    return FindingPlace(finding, WORDS, "Draft", "draft/brief:")


@pytest.mark.parametrize("width", [1200, 420, 240])
def test_the_words_around_a_finding_fit_and_hold_it_whole(qapp, width):
    metrics = QFontMetrics(text_font(13))
    said = _fitting(place(), metrics, width)
    assert metrics.horizontalAdvance(said) <= width
    assert "Zoran Vukelić" in said
    assert set(said.strip("…").split()) <= set(WORDS.split())


def test_the_second_place_of_a_word_is_shown_and_not_the_first(qapp):
    metrics, again = QFontMetrics(text_font(13)), "the"
    start = WORDS.rindex(again)
    finding = SimpleNamespace(text=again, start=start, end=start + len(again))
    said = _fitting(FindingPlace(finding, WORDS, "Draft", ""), metrics, 150)
    assert said.endswith("the valley")
