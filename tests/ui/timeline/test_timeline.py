"""The line of turns and the balance over time, by keyboard, in both directions of reading."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from t2desk.ui.kit.painting import FIRST_STRONG_ISOLATE as ISOLATE
from t2desk.ui.kit.painting import POP_ISOLATE as POP
from t2desk.ui.timeline.lanes import ZOOMS


def chosen(shown):
    return shown.find("timelineView").currentIndex().data()


def keys(shown, *names):
    for name in names:
        QTest.keyClick(shown.find("timelineView"), getattr(Qt.Key, f"Key_{name}"))


def test_a_key_leads_from_the_desk_to_the_line_and_the_focus_is_on_it(shown):
    assert QApplication.focusWidget() is shown.find("timelineView")
    assert "نينو" in chosen(shown)
    assert "Statement · 6:40 · still running" in chosen(shown)


def test_arrows_move_from_turn_to_turn_and_each_is_a_sentence(shown):
    keys(shown, "Home")
    assert "Amina Yusuf" in chosen(shown)
    assert chosen(shown).endswith("Statement · 7:00 · interrupted once")
    keys(shown, "Right")
    assert "Point of order · 0:30 · within the turn of" in chosen(shown)
    keys(shown, "Right")
    assert chosen(shown).endswith("Question · 1:30 · after 3:20 without a speaker")
    keys(shown, "Right", "Right", "Right")
    assert "still running" in chosen(shown)
    keys(shown, "Left")
    assert "Łukasz Öberg" in chosen(shown)
    assert shown.text("timelineDetail") == chosen(shown)


def test_up_and_down_move_to_the_nearest_turn_of_another_party(shown):
    lane = {"Home": "Amina Yusuf", "Down": "فاطمة الزهراء", "Up": "Amina Yusuf"}
    for key, name in lane.items():
        keys(shown, key)
        assert name in chosen(shown)


def test_in_a_right_to_left_window_the_left_arrow_goes_on(qapp, hands):
    from tests.ui.timeline.conftest import HELD

    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        shown = hands(*HELD)
        shown.press("Alt+6")
        view = shown.find("timelineView")
        keys(shown, "Home")
        first = view.visualRect(view.currentIndex())
        keys(shown, "Left")
        assert "Point of order" in chosen(shown)
        # Time runs to the left: what came later ends farther left.
        keys(shown, "End")
        assert view.visualRect(view.currentIndex()).right() < first.left()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_nearer_is_wider_and_the_chosen_turn_stays_in_sight(shown):
    view = shown.find("timelineView")
    keys(shown, "Home")
    wide = view.visualRect(view.currentIndex()).width()
    keys(shown, "Plus", "Plus")
    assert view.visualRect(view.currentIndex()).width() == pytest.approx(4 * wide, rel=0.05)
    keys(shown, "End")
    assert view.viewport().rect().intersects(view.visualRect(view.currentIndex()))
    for _ in ZOOMS:
        shown.find("timelineZoomIn", QAbstractButton).click()
    shown.find("timelineZoomFit", QAbstractButton).click()
    keys(shown, "Home")
    assert view.visualRect(view.currentIndex()).width() == wide


def test_a_turn_is_chosen_where_it_is_pressed_and_the_interrupt_before_the_turn_beneath(shown):
    view = shown.find("timelineView")
    for row in range(view.model().rowCount()):
        place = view.visualRect(view.model().index(row)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert view.currentIndex().row() == row


def test_it_is_drawn_again_as_the_floor_changes_and_what_was_chosen_stays_so(shown):
    keys(shown, "Home")
    before = chosen(shown)
    shown.window._bridge.write("turn.start", {"person": "p02"})
    assert shown.find("timelineView").model().rowCount() == 5
    assert chosen(shown) == before


def test_the_balance_is_by_quarter_and_by_item(shown):
    quarters = shown.rows("windowsList")
    assert [row.replace(ISOLATE, "").replace(POP, "").partition(". ")[2] for row in quarters] == [
        "11:10. North 63%, South 24%, East 13%", "4:00. South 100%",
    ]  # fmt: skip
    shown.find("windowsBy-item", QAbstractButton).click()
    items = [row.replace(ISOLATE, "").replace(POP, "") for row in shown.rows("windowsList")]
    assert items == ["Opening. 7:00. North 100%", "Sources. 8:10. South 82%, East 18%"]


def test_in_a_short_window_one_picture_is_shown_at_a_time(hands):
    from tests.ui.timeline.conftest import HELD

    shown = hands(*HELD, size=(1024, 640))
    shown.press("Alt+6")
    assert (shown.sees("timelineView"), shown.sees("windowsList")) == (True, False)
    shown.find("timelineShows-balance", QAbstractButton).click()
    assert (shown.sees("timelineView"), shown.sees("windowsList")) == (False, True)


def test_once_settled_nothing_is_drawn_and_the_reason_is_told(shown):
    shown.room.do("session.adjourn")
    shown.window._bridge.write("session.close", {"session": "s01"})
    assert not shown.sees("timelineView")
    said = shown.find("timelineEmpty").findChildren(object)
    assert any("settled" in one.text() for one in said if hasattr(one, "text"))


def test_before_anybody_spoke_it_says_what_will_be_here(hands):
    from tests.ui.floor.conftest import SITTING

    shown = hands(*SITTING)
    shown.press("Alt+6")
    said = shown.find("timelineEmpty").findChildren(object)
    assert any("Nobody has had the floor yet" in one.text() for one in said if hasattr(one, "text"))


def test_a_turn_is_painted_in_the_colour_of_its_party_and_a_thread_runs_through_an_interrupt(shown):
    view, tokens = shown.find("timelineView"), shown.window._surroundings.theme.look.tokens
    keys(shown, "Home")
    place = view.visualRect(view.currentIndex())
    picture, corner = shown.window.grab().toImage(), view.viewport().mapTo(shown.window, QPoint(0, 0))
    cut = view.visualRect(view.model().index(1)).center().x()
    for x, y, colour in (
        (place.left() + 6, place.bottom() - 4, tokens.parties[0]),
        (cut, place.bottom() - 4, tokens.surface),
        (cut, place.center().y(), tokens.parties[0]),
    ):
        assert picture.pixelColor(corner.x() + x, corner.y() + y).name() == colour.lower()
