"""The desk on a foreign screen: covered within the very event, whatever happens to the screens or to the window."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication, QWidget

from t2desk.domain.screens import SeenScreen, screens_under
from t2desk.ui.kit.screens import place_of
from tests.domain.desktops import desktops
from tests.ui.room.conftest import LAPTOP, PROJECTOR


def why(desktop):
    return desktop.text("curtainWhy")


@pytest.mark.parametrize(
    ("screens", "said"),
    [
        ((PROJECTOR,), "gone"),
        ((), "gone"),
        ((LAPTOP, SeenScreen("HDMI-1", LAPTOP.place)), "shows the same"),
        ((LAPTOP, SeenScreen("HDMI-1", (800, 500, 1920, 1080))), "shows the same"),
        ((LAPTOP, SeenScreen("eDP-1", (1600, 0, 800, 600))), "shows the same"),
        ((SeenScreen("eDP-1", (0, 0, 800, 600)), SeenScreen("HDMI-1", (800, 0, 1920, 1080))), "another screen"),
        ((SeenScreen("eDP-1", (1920, 0, 1600, 1000)), SeenScreen("HDMI-1", (0, 0, 1920, 1080))), "another screen"),
    ],
)
def test_whatever_makes_the_desk_be_seen_elsewhere_covers_it_and_says_why(desktop, screens, said):
    here = desktop()
    here.change(*screens)
    assert here.is_covered()
    assert said in why(here)


@pytest.mark.parametrize("screens", [(LAPTOP,), (LAPTOP, PROJECTOR), (SeenScreen("eDP-1", (0, 0, 3840, 2160)),)])
def test_what_leaves_the_desk_alone_where_it_was_covers_nothing(desktop, screens):
    here = desktop()
    here.change(*screens)
    assert not here.is_covered()


@pytest.mark.parametrize("place", [(1700, 10), (900, 10)])
def test_a_window_that_is_moved_onto_the_projector_wholly_or_in_part_is_covered(desktop, place):
    here = desktop()
    here.window.move(*place)
    assert here.is_covered()
    assert "another screen" in why(here)


def test_one_key_shows_it_where_it_is_and_then_there_alone(desktop):
    here = desktop()
    here.window.move(1700, 10)
    here.press("F12")
    assert not here.is_covered()
    here.window.move(10, 10)
    assert here.is_covered()


def test_the_screen_the_desk_went_to_is_no_longer_the_rooms(desktop):
    here = desktop()
    here.press("R", "Return")
    here.window.move(1700, 10)
    assert here.is_covered()
    here.press("F12")
    assert here.card().blank
    here.press("B")
    assert here.card().blank


def test_a_door_has_nothing_to_hide_and_unlocking_trusts_one_screen(desktop):
    here = desktop()
    here.press("Ctrl+L")
    here.window.move(1700, 10)
    assert here.window.centralWidget().objectName() == "door"
    here.window.enter(here.window_dossier)
    assert not here.is_covered()
    here.change(LAPTOP)
    assert here.is_covered()


def test_unlocking_a_window_that_reaches_onto_two_screens_covers_it(desktop):
    here = desktop()
    here.press("Ctrl+L")
    here.window.move(1000, 10)
    here.window.enter(here.window_dossier)
    assert here.is_covered()


class Canary(QWidget):
    """Lies over all of a private page and notes where it is painted."""

    def __init__(self, desktop, told):
        super().__init__(desktop.window.centralWidget())
        self._desktop, self._told = desktop, told
        self.setGeometry(self.parentWidget().rect())
        self.show()

    def paintEvent(self, event):
        del event
        window = self._desktop.window
        seen = screens_under(place_of(window.geometry()), window.screens.seen())
        self._told.append({one.name for one in seen} <= {HOME.name} and len(seen) <= 1)


moves = st.tuples(st.sampled_from([0, 10, 95, 105, 700, 805, 1600, 2400]), st.integers(0, 20))
changes = st.lists(st.tuples(st.one_of(desktops, moves), st.booleans()), min_size=200, max_size=200)
HOME = SeenScreen("LAPTOP", (0, 0, 1200, 700))


def campaign(here, steps):
    """Change screens and move the window; return for each paint of a private page whether it was where it may be."""
    here.window.go("settings")
    here.window.resize(1024, 640)
    told = []
    go_home(here, told)
    for step, draws_back in steps:
        if isinstance(step, tuple):
            here.window.move(*step)
        else:
            here.change(*step)
        for page in here.window.findChildren(Canary):
            page.update()
        QApplication.processEvents()
        if here.is_covered() and draws_back:
            go_home(here, told)
    return told


def go_home(here, told):
    here.put(HOME)
    here.window.move(0, 0)
    if here.is_covered():
        here.window.uncover()
    here.window.guard.trust()
    Canary(here, told)
    QApplication.processEvents()


@settings(max_examples=1, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=changes)
def test_in_200_random_changes_no_private_widget_is_painted_on_a_foreign_screen(desktop, steps):
    told = campaign(desktop(), steps)
    assert told
    assert all(told)


@pytest.mark.parametrize("fault", ["deaf to screens", "deaf to moves"])
def test_the_campaign_finds_a_planted_fault(desktop, fault):
    here = desktop()
    if fault == "deaf to screens":
        here.window.screens.changed.disconnect(here.window.guard.look)
    else:
        here.window.removeEventFilter(here.window.guard)
    foreign = SeenScreen("TV", (1200, 0, 800, 600))
    steps = [([HOME, SeenScreen("PROJ", HOME.place)], True), ([HOME, foreign], True), ((400, 0), True)]
    assert not all(campaign(here, steps))
