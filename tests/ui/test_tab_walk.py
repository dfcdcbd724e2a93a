"""Every control of every view is reached by Tab, in the order of reading, in sight and ringed; also where mirrored."""

import re
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

import t2desk.ui
from t2desk.ui.kit.buttons import KeyButton, Loudness
from t2desk.ui.kit.lane import InlineLane
from t2desk.ui.kit.leading import lead_focus
from t2desk.ui.kit.lists import ValueListView
from t2desk.ui.kit.pieces import column, row
from t2desk.ui.kit.values import ValueListModel
from t2desk.ui.prepare.people import PeoplePanel
from t2desk.ui.shell.main_window import SMALLEST, MainWindow
from tests.storage.dossiers import make
from tests.ui.stages import STAGES, Stage
from tests.ui.tab_walk import faults

OVERLAYS = {
    "palette": "palette", "keys": "keySheet", "chooser": "personChooser", "point": "pointDetail",
    "asking": "pointDetail", "map": "mapPage", "reading": "readingPage", "amending": "readingPage",
    "support": "pointDetail", "against": "pointDetail", "brackets": "pointDetail", "links": "pointDetail",
    "decided": "pointDetail", "register": "registerPage",
    "limits": "limitsCard", "turns": "turnsCard", "rank": "optionChooser",
}  # fmt: skip


def point(stage):
    stage.go("desk")
    points = stage.find("pointList")
    points.setFocus()
    QTest.keyClick(points, Qt.Key.Key_Return)


def of_point(letter, stage):
    point(stage)
    stage.settle()
    QTest.keySequence(QApplication.focusWidget(), letter)


def _given(command, stage):
    stage.go("desk")
    stage.give(command)


reading = partial(_given, "ground.read")


def amending(stage):
    reading(stage)
    stage.find("readingAmend").click()


def asking(stage):
    of_point("S", stage)
    stage.find("pollAsk").click()


def importing(stage):
    STAGES["people"](stage)
    path = Path(stage.path).with_name("people.csv")
    path.write_text("name,party\nAda Lind,North\nBo Quill,South\n", "utf-8")
    stage.window.findChild(PeoplePanel).preview(path)


def closing(stage):
    STAGES["close"](stage)
    stage.find("closeSession").click()


def keys(stage):
    STAGES["records"](stage)
    stage.find("recordKeys").click()
    stage.find("keysAdd").click()


def chooser(stage):
    stage.go("desk")
    stage.give("queue.add")


def curtain(stage):
    stage.go("desk")
    stage.give("desk.curtain")


WALKED = STAGES | {
    "point": point, "import": importing, "closing": closing, "chooser": chooser, "keys page": keys, "curtain": curtain,
}  # fmt: skip
OF_A_POINT = {
    "support": partial(of_point, "S"), "against": partial(of_point, "A"), "brackets": partial(of_point, "K"),
    "links": partial(of_point, "L"), "decided": partial(of_point, "D"),
}  # fmt: skip
OVER_THE_DESK = {
    "reading": reading, "amending": amending, "register": partial(_given, "ground.register"),
    "map": partial(_given, "ground.map"), "asking": asking,
}  # fmt: skip


def walked(stage, colour, views):
    """Return what is wrong with the way of Tab, by view."""
    stage.window.activateWindow()
    found = {}
    for name, show in views.items():
        show(stage)
        stage.settle()
        scope = stage.find(OVERLAYS[name]) if name in OVERLAYS else stage.window.centralWidget()
        found[name] = faults(scope, colour, from_top=name in OVERLAYS)
    return {name: wrong for name, wrong in found.items() if wrong}


@pytest.mark.parametrize(("language", "size"), [("en", SMALLEST), ("ar", (1280, 800))])
@pytest.mark.parametrize("views", [WALKED, OF_A_POINT, OVER_THE_DESK], ids=["views", "point", "over"])
def test_tab_leads_through_every_view_when_it_is_full(speaking, crowd, tmp_path, language, size, views):
    copy = tmp_path / "d.t2d"
    copy.write_bytes(crowd.read_bytes())
    around = speaking(language)
    stage = Stage(around, copy, size)
    try:
        assert walked(stage, around.theme.look.tokens.focus, views) == {}
    finally:
        stage.close()


def test_tab_leads_through_every_view_when_it_is_empty(speaking, tmp_path):
    around = speaking("en")
    stage = Stage(around, make(tmp_path / "d.t2d"), SMALLEST)
    views = {kind: partial(Stage.go, view=kind) for kind in ("prepare", "desk", "after", "records", "settings")}
    try:
        assert walked(stage, around.theme.look.tokens.focus, views) == {}
    finally:
        stage.close()


def test_nothing_has_a_focus_proxy():
    """Qt makes a stop of whatever has one, and passes over what stands before the proxy: see kit.leading."""
    made = [path.name for path in Path(t2desk.ui.__file__).parent.rglob("*.py") if _proxies(path)]
    assert made == []


def _proxies(path):
    return re.search(r"\.setFocusProxy\(", path.read_text("utf-8")) is not None


# What the walk must find: each is a fault that this window has had, or could have.


def button(around, name):
    made = KeyButton(around.theme, around.icons, name, loudness=Loudness.EDGED)
    made.setObjectName(name)
    return made


def three(around):
    return [button(around, name) for name in ("one", "two", "three")]


def panel(*parts, across=False):
    made = QFrame()
    made.setLayout(row(*parts) if across else column(*parts))
    return made


def passed_over(around):
    one, two, three_ = three(around)
    made = panel(one, two)
    made.setFocusProxy(two)
    return panel(made, three_)


def only_by_mouse(around):
    one, two, _ = three(around)
    one.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    return panel(one, two)


def trap(around):
    box = QPlainTextEdit()
    box.setObjectName("box")
    return panel(button(around, "one"), box, button(around, "two"))


def ringless(around):
    class Ringless(QAbstractButton):
        def paintEvent(self, event):
            del event

    made = Ringless()
    made.setObjectName("ringless")
    made.setMinimumSize(80, 30)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return panel(button(around, "one"), made)


def upwards(around):
    one, two, three_ = three(around)
    made = panel(one, two, three_)
    for before, after in ((three_, two), (two, one)):
        QWidget.setTabOrder(before, after)
    return made


def against_reading(around):
    made = panel(*three(around), across=True)
    other = made.layoutDirection() is Qt.LayoutDirection.LeftToRight
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft if other else Qt.LayoutDirection.LeftToRight)
    return panel(made)


def torn(around):
    left, right = [button(around, f"left{n}") for n in (1, 2)], [button(around, f"right{n}") for n in (1, 2)]
    made = panel(panel(*left), panel(*right), across=True)
    for before, after in ((left[0], right[0]), (right[0], left[1]), (left[1], right[1])):
        QWidget.setTabOrder(before, after)
    return made


def out_of_sight(around):
    class Still(QScrollArea):
        def focusNextPrevChild(self, forth):
            return QWidget.focusNextPrevChild(self, forth)

    made = Still()
    made.setObjectName("still")
    made.setWidgetResizable(True)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setFixedHeight(100)
    made.setWidget(panel(*(button(around, f"row{n}") for n in range(12))))
    return panel(made)


FAULTS = {
    passed_over: "one is not reached", only_by_mouse: "one is a control and no stop", trap: "box is a trap",
    ringless: "ringless shows no ring", upwards: "back to", against_reading: "back to", torn: "is left and come back",
    out_of_sight: "out of sight",
}  # fmt: skip


def shown(qtbot, around, build):
    """Return what the walk finds in a window whose only page this is."""
    window = MainWindow(around, InlineLane(), (), lambda _opened, _at: QWidget())
    qtbot.addWidget(window)
    page = build(around)
    page.layout().addStretch(1)
    whole = panel(page)
    window.setCentralWidget(whole)
    window.resize(*SMALLEST)
    window.show()
    window.activateWindow()
    for _ in range(3):
        QApplication.processEvents()
    return faults(whole, around.theme.look.tokens.focus)


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("plant", FAULTS, ids=lambda plant: plant.__name__)
def test_the_walk_finds_a_planted_fault(qtbot, speaking, plant, language):
    found = shown(qtbot, speaking(language), plant)
    assert any(FAULTS[plant] in fault for fault in found), found


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_walk_lets_pass_what_is_right(qtbot, speaking, language):
    def right(around):
        first, second, third = three(around)
        led = panel(first, panel(second, third, across=True))
        lead_focus(led, third)
        return panel(led, button(around, "last"))

    assert shown(qtbot, speaking(language), right) == []


def test_a_panel_that_is_given_the_focus_hands_it_on(qtbot, speaking):
    around = speaking("en")
    one, two, _ = three(around)
    made = panel(one, two)
    qtbot.addWidget(made)
    lead_focus(made, one)
    lead_focus(made, two)
    made.show()
    made.activateWindow()
    QApplication.processEvents()
    made.setFocus(Qt.FocusReason.OtherFocusReason)
    assert QApplication.focusWidget() is two


def test_a_list_without_a_row_is_ringed_whole(qtbot, speaking):
    def listed(around):
        made = ValueListView(around.theme, ValueListModel(lambda one: one, str), lambda *_painted: None)
        made.setObjectName("list")
        return panel(button(around, "one"), made)

    assert shown(qtbot, speaking("en"), listed) == []
