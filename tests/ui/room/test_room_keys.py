"""The room by keys: a screen is chosen by name, and nothing is shown, or shown again, by itself."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from t2desk.domain.room_card import RoomCard, RoomContent
from t2desk.domain.room_choices import MESSAGES
from t2desk.domain.screens import SeenScreen
from tests.ui.room.conftest import BEAMER, LAPTOP, PROJECTOR


def rows(desktop):
    return desktop.desk.rows("roomScreens")


def shown_on_projector(desktop):
    desktop.press("R", "Return")
    return desktop


def test_opening_the_card_shows_nothing_to_anybody(desktop):
    here = desktop()
    here.press("R")
    assert here.feed.begun == 0
    assert here.feed.cards == []
    assert not here.sees("roomBar")


def test_screens_are_told_by_name_size_and_place_and_the_desks_own_is_refused(desktop):
    here = desktop()
    here.press("R")
    first, second, own = (row.replace("\u2066", "").replace("\u2068", "").replace("\u2069", "") for row in rows(here))
    assert first == "1, HDMI-1, 1920 × 1080 · to the right"
    assert second == "2, DP-2, 1280 × 720 · to the right"
    assert own == "3, eDP-1, This desk is on it"
    here.press("3")
    assert here.feed.begun == 0
    here.find("roomScreens").setFocus()
    here.press("Down", "Down", "Return")
    assert here.feed.begun == 0


@pytest.mark.parametrize(("keys", "name"), [(("Return",), "HDMI-1"), (("2",), "DP-2"), (("Down", "Return"), "DP-2")])
def test_a_key_chooses_and_says_what_the_room_sees_now(desktop, keys, name):
    here = desktop()
    here.press("R", *keys)
    assert (here.card().screen, here.card().blank) == (name, False)
    assert here.feed.begun == 1
    assert name in here.said()
    assert not here.sees("roomPanel")
    assert here.sees("roomBar")


def test_without_a_second_screen_there_is_only_the_one_that_is_refused(desktop):
    here = desktop()
    here.put(LAPTOP)
    here.press("R", "Return", "1")
    assert here.feed.begun == 0
    assert len(rows(here)) == 1


def test_a_screen_that_shows_the_same_as_another_is_refused(desktop):
    here = desktop()
    here.put(LAPTOP, PROJECTOR, SeenScreen("DP-2", PROJECTOR.place))
    here.press("R", "1", "2")
    assert here.feed.begun == 0
    assert sum("Shows the same as another screen" in row for row in rows(here)) == 2


def test_a_screen_may_vanish_under_the_finger(desktop):
    here = desktop()
    here.press("R")
    here.put(LAPTOP)
    here.press("Return")
    assert here.feed.begun == 0
    assert "No screen" in here.said()


def test_a_change_of_screens_blanks_and_asks_and_only_a_key_shows_again(desktop, qtbot):
    here = shown_on_projector(desktop())
    grant = here.card().grant
    here.change(LAPTOP, PROJECTOR)
    assert here.card().blank
    qtbot.waitUntil(lambda: "A screen has changed" in here.said())
    here.window._bridge.write("turn.start", {"person": "p01"})
    assert here.card().blank
    here.press("B")
    assert not here.card().blank
    assert here.card().grant > grant


def test_a_pulled_projector_that_comes_back_is_not_shown_to_by_itself(desktop):
    here = shown_on_projector(desktop())
    here.change(LAPTOP)
    here.change(LAPTOP, PROJECTOR)
    assert here.card().blank
    here.press("R", "Return")
    assert not here.card().blank
    here.change(LAPTOP)
    here.press("B")
    assert here.card().blank


def test_one_that_died_is_told_of_and_started_only_by_a_fresh_choice(desktop):
    here = shown_on_projector(desktop())
    here.feed.is_there = False
    here.room.look_after()
    assert "stopped by itself" in here.said()
    here.press("B")
    here.window._bridge.write("turn.start", {"person": "p01"})
    assert here.feed.begun == 1
    here.press("R", "Return")
    assert here.feed.begun == 2
    assert not here.card().blank


def test_blank_and_freeze_by_one_key_each(desktop):
    here = shown_on_projector(desktop())
    here.press("B")
    assert here.card().blank
    assert here.text("roomWhat") == "The room sees nothing"
    here.press("B")
    here.window._bridge.write("turn.start", {"person": "p01"})
    here.press("Z")
    frozen = here.card()
    here.window._bridge.write("turn.start", {"person": "p03"})
    assert here.card() == frozen
    here.press("Z")
    assert here.card().frozen is None


@pytest.mark.parametrize(
    ("keys", "content", "words"),
    [
        ("Ctrl+Shift+G", RoomContent.AGENDA, "Sources"),
        ("Ctrl+Shift+U", RoomContent.TEXT, "Chatham House"),
        ("Alt+R", RoomContent.TEXT, "One person speaks at a time."),
        ("Ctrl+Shift+T", RoomContent.TEXT, "Wells are shared"),
    ],
)
def test_what_the_room_sees_is_chosen_by_a_key_and_the_same_key_goes_back(desktop, keys, content, words):
    here = shown_on_projector(desktop())
    here.window._bridge.write("point.propose", {"text": "Wells are shared"})
    here.press(keys)
    assert here.card().content is content
    assert words in repr(here.card())
    if keys != "Ctrl+Shift+T":
        here.press(keys)
        assert here.card().content is RoomContent.FLOOR


def test_the_next_point_comes_by_the_same_key_and_after_the_last_the_first(desktop):
    here = shown_on_projector(desktop())
    for text in ("First", "Second"):
        here.window._bridge.write("point.propose", {"text": text})
    seen = []
    for _ in range(3):
        here.press("Ctrl+Shift+T")
        seen.append(here.card().text)
    assert sorted(seen[:2]) == ["First", "Second"]
    assert seen[2] == seen[0]


def test_parties_shares_and_digits_are_switched_by_keys_and_remembered(desktop):
    here = shown_on_projector(desktop())
    here.window._bridge.write("turn.start", {"person": "p01"})
    assert (here.card().party, here.card().parties) == (-1, ())
    here.press("Alt+S", "Alt+L", "Ctrl+Shift+D")
    assert here.card().label == "North"
    assert [party.name for party in here.card().parties] == ["North", "South", "East"]
    assert here.card().wordless
    assert "with parties" in here.text("roomHow")
    here.window._bridge.undo()
    assert here.card().wordless


def test_messages_to_the_speaker_are_those_there_are_and_none(desktop):
    here = shown_on_projector(desktop())
    seen = []
    for _ in range(len(MESSAGES) + 1):
        here.press("Ctrl+Shift+M")
        seen.append(here.card().message)
    assert seen == [*MESSAGES, ""]


def test_the_card_over_the_desk_switches_by_the_keyboard_alone(desktop):
    here = desktop()
    here.press("R", "Tab", "Right", "Right")
    assert here.desk.find("roomShown-rule").isChecked()
    for _ in range(1):
        here.press("Tab")
    here.press("Space")
    assert here.room.standing.setting.parties
    here.press("Esc")
    assert not here.sees("roomPanel")


def test_the_picture_on_the_desk_is_the_rooms_and_blank_when_that_is(desktop, qapp):
    here = shown_on_projector(desktop())
    here.window._bridge.write("turn.start", {"person": "p01"})
    picture = here.find("roomPicture")
    shown = picture.grab().toImage()
    here.press("B")
    blank = picture.grab().toImage()
    assert shown != blank
    middle = {blank.pixelColor(x, blank.height() // 2).name() for x in range(4, blank.width() - 4)}
    assert len(middle) == 1


def test_the_lock_keeps_the_picture_and_the_way_back_feeds_it_again(desktop):
    here = shown_on_projector(desktop())
    here.window._bridge.write("turn.start", {"person": "p01"})
    here.press("Ctrl+L")
    assert here.card().keeps
    assert not here.card().blank
    assert not here.sees("roomPanel")


def test_a_blank_card_keeps_nothing_of_what_it_showed_once_the_desk_is_locked(desktop):
    here = shown_on_projector(desktop())
    here.press("Ctrl+Shift+G")
    assert [item.title for item in here.card().agenda] == ["Opening", "Sources"]
    here.press("B", "Ctrl+L")
    assert (here.room.card.screen, here.room.card.agenda) == (PROJECTOR.name, ())


def test_what_stood_on_the_card_of_a_display_that_stopped_is_not_shown_again_as_it_was(desktop):
    here = shown_on_projector(desktop())
    here.press("Ctrl+Shift+G")
    here.feed.end()
    here.room.look_after()
    here.feed.cards.clear()
    here.room.show_on(PROJECTOR.name)
    assert here.feed.cards[0].agenda == ()
    assert here.card().agenda


def test_an_answer_that_comes_after_the_lock_reaches_nobody(desktop):
    here = shown_on_projector(desktop())
    late, standing = replace(here.card(), text="late"), replace(here.room.standing, points=9)
    here.press("Ctrl+L")
    here.feed.cards.clear()
    here.room._on_read(late)
    here.room._on_standing(standing)
    assert (here.feed.cards, here.room.standing.points) == ([], 0)


def test_the_title_says_nothing_and_labels_of_the_room_name_nobody(desktop):
    here = shown_on_projector(desktop())
    here.window._bridge.write("turn.start", {"person": "p01"})
    here.press("Alt+S", "R")
    assert here.window.windowTitle() == "t2desk"
    panel = here.find("roomPanel")
    assert not any("Amina" in label.text() for label in panel.findChildren(QLabel))
    assert BEAMER.name in " ".join(rows(here))


def test_the_next_image_of_the_program_goes_on_with_the_picture(desktop):
    here = shown_on_projector(desktop())
    handed, grant = here.room.handed_on(), here.room.card.grant
    assert "Amina" not in handed
    here.room.card = RoomCard()
    here.room.take_up(handed)
    here.room.refresh()
    assert (here.card().screen, here.card().grant, here.card().blank) == (PROJECTOR.name, grant, False)


def test_a_picture_stays_blank_where_a_screen_changed_between_two_images(desktop):
    here = shown_on_projector(desktop())
    here.room.take_up(here.room.handed_on().replace("SeenScreen", "AnotherScreen", 1))
    here.room.refresh()
    assert here.card().blank
