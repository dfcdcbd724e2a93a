"""Read-back by keys alone: each side's word, an amendment, a withdrawal, another point, and the room reading along."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget

from t2desk.domain.people import Party
from t2desk.domain.points import Point, PointState, Wording
from t2desk.domain.read_back import Answer, ReadBack, ReadText
from t2desk.domain.room_choices import Shown
from t2desk.domain.room_rows import RoomSetting
from t2desk.domain.sections import Draft
from tests.services.desks import id_of

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
CONTROL = Qt.KeyboardModifier.ControlModifier
A, M, N, P, T, U, W = (getattr(Qt.Key, f"Key_{letter}") for letter in "AMNPTUW")


@pytest.fixture
def reading(desk):
    for text in ("The wells are shared", "The road is open"):
        desk.room.do("point.propose", text=text)
    desk.window.go("desk")
    desk.find("pointList").setFocus()
    desk.press("Shift+R")
    return desk


def draw_the_curtain_and_back(reading):
    reading.press("F12", "F12")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert reading.window.findChildren(QWidget, "readingPage") == []
    reading.qtbot.waitUntil(lambda: bool(reading.window.findChildren(QWidget, "readingPage")))
    # Without a window manager, the page that went took the window's being the active one with it.
    reading.window.activateWindow()
    reading.qtbot.waitUntil(lambda: reading.focused() == "readingSides")


def said(reading):
    return {one.party: one.answer for one in reading.room.all(ReadBack)}


def points(reading):
    texts = {one.key: one.text for one in reading.room.all(Wording)}
    return {texts[one.current]: one for one in reading.room.all(Point)}


def text(reading):
    return reading.find("readingText").text()


def test_two_keys_for_two_sides_and_the_text_is_read(reading):
    first = text(reading)
    reading.key(A)
    assert reading.find("readingSaid").text() == "1 side not asked yet"
    reading.key(A)
    assert set(said(reading).values()) == {Answer.AGREE}
    assert reading.room.one(ReadText).wording == points(reading)[first].current
    assert reading.find("readingAgreed").text() == "1 of 2 agreed by all"
    assert reading.find("readingState").text() == "agreed by all"
    assert reading.focused() == "readingSides"


def test_a_number_chooses_the_side_that_a_letter_answers_for(reading):
    reading.key(Qt.Key.Key_2)
    reading.key(A)
    (party,) = said(reading)
    assert {one.id: one.name for one in reading.room.all(Party)}[party] == "South"


def test_an_amendment_is_a_new_wording_that_is_read_to_everybody_anew(reading):
    reading.key(A)
    first = text(reading)
    reading.key(M)
    assert reading.focused() == "readingAmended"
    assert reading.find("readingAmended").toPlainText() == first
    reading.find("readingAmended").setPlainText(f"{first} by all")
    reading.key(ENTER, CONTROL)
    assert text(reading) == f"{first} by all"
    assert reading.find("readingWording").text() == "Wording 2 · English"
    assert reading.find("readingSaid").text() == "2 sides not asked yet"
    assert reading.focused() == "readingSides"
    assert reading.room.all(Draft) == ()
    reading.press("Ctrl+Z")
    assert text(reading) == first


def test_escape_leaves_the_amendment_and_then_the_page(reading):
    reading.key(M)
    reading.key(ESCAPE)
    assert reading.focused() == "readingSides"
    assert len(reading.room.all(Wording)) == 2
    reading.key(ESCAPE)
    reading.qtbot.waitUntil(lambda: not reading.window.findChildren(QWidget, "readingPage"))
    assert reading.focused() == "pointList"


def test_a_half_typed_amendment_is_kept_for_the_next_time(reading):
    reading.key(M)
    reading.find("readingAmended").setPlainText("The wells are measu")
    draw_the_curtain_and_back(reading)
    reading.key(M)
    assert reading.find("readingAmended").toPlainText() == "The wells are measu"


def test_a_withdrawal_withdraws_the_point_and_undo_brings_it_back(reading):
    first = text(reading)
    reading.key(W)
    assert points(reading)[first].state is PointState.WITHDRAWN
    assert text(reading) == first
    assert reading.find("readingState").text() == "withdrawn"
    assert not reading.find("readingAgree").isEnabled()
    reading.key(A)
    assert set(said(reading).values()) == {Answer.WITHDRAW}
    reading.press("Ctrl+Z")
    assert points(reading)[first].state is PointState.CAPTURED
    assert said(reading) == {}


def test_a_word_is_taken_back(reading):
    reading.key(A)
    reading.key(Qt.Key.Key_1)
    reading.key(U)
    assert said(reading) == {}


def test_letters_lead_to_the_next_point_and_back(reading):
    first = text(reading)
    reading.key(N)
    second = text(reading)
    assert second != first
    reading.key(N)
    assert text(reading) == second
    reading.key(P)
    assert text(reading) == first


def test_the_room_reads_along_and_sees_in_the_end_what_it_saw_before(reading):
    reading.room.do("room.choose", shown="agenda")
    reading.press("Shift+R")
    reading.window._bridge.write("room.choose", {"wordless": True})
    reading.key(T)
    setting = reading.room.one(RoomSetting)
    assert (setting.shown, setting.place) == (Shown.POINT, 1)
    assert reading.find("readingRoom").isChecked()
    reading.key(N)
    assert reading.room.one(RoomSetting).place == 2
    reading.key(ESCAPE)
    assert reading.room.one(RoomSetting).shown is Shown.AGENDA


def test_what_the_room_saw_before_outlives_the_curtain(reading):
    reading.key(T)
    reading.key(N)
    second = text(reading)
    draw_the_curtain_and_back(reading)
    assert text(reading) == second
    assert reading.find("readingRoom").isChecked()
    reading.key(ESCAPE)
    assert reading.room.one(RoomSetting).shown is Shown.FLOOR


def test_no_word_of_a_reading_is_left_behind_the_curtain(reading):
    reading.press("F12")
    reading.qtbot.waitUntil(lambda: not reading.window.findChildren(QWidget, "readingPage"))


def test_off_the_record_nothing_is_offered_and_it_says_why(reading):
    reading.write("off_record.begin")
    assert not reading.find("readingAgree").isEnabled()
    assert "off the record" in reading.find("readingSaid").text()
    reading.key(A)
    assert said(reading) == {}


def test_a_text_that_is_read_and_agreed_is_joint(reading):
    first = points(reading)[text(reading)]
    reading.key(A)
    reading.key(A)
    for state in ("drafted", "tested", "agreed"):
        reading.write("point.move", point=id_of(first), state=state)
    assert reading.find("readingState").text() == "may stand in joint editions"


def test_from_a_point_its_reading_begins(reading):
    reading.key(ESCAPE)
    points_list = reading.find("pointList")
    points_list.setCurrentIndex(points_list.model().index(1))
    wanted = points_list.current().text
    reading.key(ENTER)
    reading.press("Shift+R")
    assert text(reading) == wanted


def test_without_a_point_the_page_says_what_to_do(desk):
    desk.window.go("desk")
    desk.press("Shift+R")
    assert not desk.find("readingSides").isVisible()
    assert desk.focused() == "readingBack"


def test_what_undo_took_back_is_named(reading):
    reading.key(A)
    reading.press("Ctrl+Z")
    said = reading.window.messages.findChild(QLabel, "messageText").text()
    assert "a side’s word at the reading" in said
