"""Every view works in the smallest window with the largest text, in three languages: nothing cut, outside or hidden."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from t2desk.ui.kit.buttons import KeyButton
from t2desk.ui.kit.choices import ChoiceBox
from t2desk.ui.kit.elided import ElidedLabel
from t2desk.ui.kit.lane import InlineLane
from t2desk.ui.kit.pieces import column, label, row
from t2desk.ui.kit.theme import Scheme
from t2desk.ui.shell.main_window import SMALLEST, MainWindow
from tests.storage.dossiers import make
from tests.ui.fitting import misfits
from tests.ui.stages import STAGES, Stage

LARGEST = 160
LONG = "Reconnaissance mutuelle des relevés hydrologiques et de leurs incertitudes"


@pytest.fixture
def speaking(speaking, surroundings):
    """The same, with the text as large as it gets."""
    surroundings.theme.choose(Scheme.LIGHT, LARGEST, False)
    return speaking


def walked(stage):
    """Return what does not fit, by view."""
    found = {}
    for name, show in STAGES.items():
        show(stage)
        stage.settle()
        found[name] = misfits(stage.window)
    return {name: faults for name, faults in found.items() if faults}


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_every_view_fits_when_it_is_full(speaking, crowd, tmp_path, language):
    copy = tmp_path / "d.t2d"
    copy.write_bytes(crowd.read_bytes())
    stage = Stage(speaking(language), copy, SMALLEST)
    try:
        assert walked(stage) == {}
    finally:
        stage.close()


def test_every_view_fits_when_it_is_empty(speaking, tmp_path):
    stage = Stage(speaking("fr"), make(tmp_path / "d.t2d"), SMALLEST)
    try:
        for kind in ("prepare", "desk", "after", "records", "settings"):
            stage.go(kind)
            assert (kind, misfits(stage.window)) == (kind, [])
    finally:
        stage.close()


# What the check must find: each is a fault that this window has had, or could have.


def squeezed_label(surroundings):
    made = label(LONG)
    made.setMaximumWidth(80)
    return made


def squeezed_wrapping(surroundings):
    made = label(LONG, wraps=True)
    made.setMaximumSize(120, 20)
    return made


def squeezed_button(surroundings):
    made = KeyButton(surroundings.theme, surroundings.icons, LONG)
    made.setMaximumWidth(80)
    return made


def squeezed_choice(surroundings):
    made = ChoiceBox(surroundings, "choice", "choice")
    made.addItem(LONG)
    made.setMaximumWidth(120)
    made.setToolTip("")
    made._tell_whole = lambda: None
    made.currentTextChanged.disconnect()
    return made


def vanished(surroundings):
    made = ElidedLabel("body", "vanished", LONG)
    made.setMaximumWidth(4)
    return made


def outside(surroundings):
    parent = QWidget()
    QLabel("Beyond", parent).setGeometry(QRect(900, 0, 400, 40))
    parent.setMaximumWidth(950)
    return parent


def overlapping(surroundings):
    parent = QWidget()
    parent.setMinimumHeight(60)
    for left in (0, 40):
        QLabel("Words", parent).setGeometry(QRect(left, 0, 120, 40))
    return parent


def too_wide(surroundings):
    made = QWidget()
    made.setMinimumWidth(1200)
    return made


def scrolled_without_a_bar(surroundings):
    inside = QWidget()
    inside.setLayout(row(*(KeyButton(surroundings.theme, surroundings.icons, LONG) for _ in range(3))))
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setWidget(inside)
    return made


FAULTS = {
    squeezed_label: "words", squeezed_wrapping: "in height", squeezed_button: "button", squeezed_choice: "choice",
    vanished: "only", outside: "lies at", overlapping: "overlap", too_wide: "window",
    scrolled_without_a_bar: "without a bar",
}  # fmt: skip


def shown(qtbot, surroundings, *parts):
    """Return a window whose only page is made of these."""
    window = MainWindow(surroundings, InlineLane(), (), lambda _opened, _at: QWidget())
    qtbot.addWidget(window)
    page = QWidget()
    page.setLayout(column(*parts, 1))
    window.setCentralWidget(page)
    window.resize(*SMALLEST)
    window.show()
    for _ in range(3):
        QApplication.processEvents()
    return misfits(window)


@pytest.mark.parametrize("plant", FAULTS, ids=lambda plant: plant.__name__)
def test_the_check_finds_a_planted_fault(qtbot, speaking, plant):
    around = speaking("en")
    found = shown(qtbot, around, plant(around))
    assert any(FAULTS[plant] in fault for fault in found), found


def test_the_check_lets_pass_what_fits(qtbot, speaking):
    around = speaking("en")
    button = KeyButton(around.theme, around.icons, "Words", "plus", "N")
    assert shown(qtbot, around, label("Words"), button, label(LONG, wraps=True), ElidedLabel("body", "x", LONG)) == []
