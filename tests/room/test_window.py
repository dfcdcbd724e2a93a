"""The room's window by itself: blank in doubt, never on a foreign screen, its own clock."""

import os
from dataclasses import replace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from t2desk.domain.room_card import RoomCard, RoomContent, RoomLook, written
from t2desk.domain.screens import SeenScreen
from t2desk.room.window import RoomWindow
from t2desk.ui.kit.room_picture import draw, drawn_second, time_words
from t2desk.ui.kit.screens import ScreenWatch
from t2desk.ui.kit.tokens import DARK, LIGHT
from tests.domain.desktops import desktops


class FakeScreens(ScreenWatch):
    """A desktop that changes as it is told."""

    now = ()

    def __init__(self, application):
        super().__init__(application)
        (self.real,) = super().seen()
        self.now = (self.projector(),)

    def projector(self):
        """Return the one screen there is without a display, under a name."""
        return SeenScreen("PROJECTOR", self.real.place)

    def seen(self):
        return self.now

    def become(self, *screens):
        self.now = screens
        self.changed.emit()


@pytest.fixture
def screens(qapp):
    return FakeScreens(qapp)


@pytest.fixture
def window(screens, qtbot):
    made = RoomWindow(screens)
    qtbot.addWidget(made)
    return made


def shown(**more):
    return replace(RoomCard(screen="PROJECTOR", blank=False, grant=1, item="Water"), **more)


def ground_alone(widget):
    picture = widget.grab().toImage()
    colours = {
        picture.pixelColor(x, y).name() for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)
    }
    return colours <= {LIGHT.ground.lower(), DARK.ground.lower()}


def test_it_begins_hidden_and_is_shown_where_the_card_says(window):
    assert not window.isVisible()
    window.take(written(shown()))
    assert window.isVisible()
    assert not ground_alone(window)


def test_a_screen_that_is_not_there_is_nowhere(window):
    window.take(written(shown(screen="PROJECTOR 9")))
    assert not window.isVisible()


def test_a_changed_screen_blanks_until_somebody_says_show_again(window, screens):
    window.take(written(shown()))
    screens.changed.emit()
    assert window.is_blank()
    assert ground_alone(window)
    window.take(written(shown(item="Measuring")))
    assert window.is_blank()  # the desk may not have seen the change yet
    window.take(written(shown(grant=2)))
    assert not window.is_blank()


def test_the_end_of_the_pipe_blanks_and_a_lock_keeps_the_picture(window):
    window.take(written(shown(keeps=True)))
    window.end()
    assert not window.is_blank()
    window.take(written(shown()))
    window.end()
    assert window.is_blank()
    assert ground_alone(window)


def test_a_line_that_is_no_card_blanks(window):
    window.take(written(shown()))
    window.take(b'{"item": "x"}\n')
    assert window.is_blank()


def test_the_title_says_nothing(window):
    window.take(written(shown(item="Secret")))
    assert window.windowTitle() == "t2desk"
    assert window.accessibleName() == ""


@pytest.mark.parametrize(
    ("elapsed", "limit", "words"), [(74.9, 180, "1:46"), (180, 180, "0:00"), (192, 180, "+0:12"), (3700, 0, "1:01:40")]
)
def test_the_time_in_digits(elapsed, limit, words):
    assert time_words(elapsed, limit) == words


def test_it_is_drawn_anew_only_when_something_is_seen_to_change():
    card = RoomCard(start=0, limit=180)
    assert drawn_second(card, 1000) == drawn_second(card, 1999) != drawn_second(card, 2000)
    assert drawn_second(RoomCard(), 5) is None


def test_a_change_that_no_signal_told_of_blanks_at_the_next_look_at_the_clock(window, screens):
    window.take(written(shown()))
    screens.now = (screens.projector(), SeenScreen("LAPTOP", (5000, 0, 800, 600)))
    window._on_tick()
    assert window.is_blank()


def test_the_picture_is_blank_before_the_window_goes_anywhere(window, screens):
    window.take(written(shown()))
    painted = []
    window.hide = lambda: painted.append(ground_alone(window))
    screens.become(SeenScreen("LAPTOP", screens.real.place))
    assert painted == [True]


@settings(max_examples=4, deadline=None)
@given(st.lists(desktops, min_size=50, max_size=50))
def test_after_random_screen_changes_the_picture_is_on_no_foreign_screen(qapp, changes):
    fake = FakeScreens(qapp)
    window = RoomWindow(fake)
    try:
        for grant, there in enumerate(changes, start=1):
            fake.now = (fake.projector(),)
            window.take(written(shown(grant=grant)))
            assert not window.is_blank()
            fake.become(*there)
            assert window.is_blank()
            assert not window.isVisible()  # the chosen screen is never among those
    finally:
        window.close()
        window.deleteLater()


@pytest.mark.parametrize("look", list(RoomLook))
@pytest.mark.parametrize("content", list(RoomContent))
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (1024, 768)])
def test_every_content_is_drawn_and_a_blank_one_is_the_ground(qapp, look, content, size):
    card = RoomCard(
        blank=False, look=look, content=content, item="Water", label="Turn", start=0, text="A\nB", heading="C"
    )
    picture = QImage(*size, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    draw(painter, QRect(0, 0, *size), card, None)
    painter.end()
    ground = QColor((DARK if look is RoomLook.DARK else LIGHT).ground)
    plain = QImage(picture)
    plain.fill(ground)
    assert picture == plain
    if content is not RoomContent.AGENDA:
        painter = QPainter(picture)
        draw(painter, QRect(0, 0, *size), card, 5000)
        painter.end()
        assert picture != plain
