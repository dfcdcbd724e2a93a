"""One key when somebody comes in: the desk is covered, the room sees nothing, and how long it was is kept."""

from t2desk.domain.room_rows import NotPrivate
from tests.ui.room.conftest import LAPTOP, PROJECTOR


def why(desktop):
    return desktop.text("curtainWhy")


def test_one_key_covers_the_desk_blanks_the_room_and_writes_it_down(desktop):
    here = desktop()
    here.press("R", "Return", "Shift+O")
    assert here.is_covered()
    assert here.card().blank
    assert "not private" in why(here)
    assert here.desk.room.one(NotPrivate).until is None


def test_the_same_key_brings_the_desk_back_and_the_room_only_by_another(desktop):
    here = desktop()
    here.press("R", "Return", "Shift+O", "Shift+F12")
    assert not here.is_covered()
    assert here.desk.room.one(NotPrivate).until is not None
    assert here.card().blank
    assert "private again" in here.said()
    here.press("B")
    assert not here.card().blank


def test_behind_the_curtain_the_mark_stays_in_sight_and_words_wait(desktop):
    here = desktop()
    here.press("Shift+O", "F12")
    assert not here.is_covered()
    assert here.text("privacyChip").startswith("Not private")
    here.window._bridge.write("note.add", {"text": "overheard"})
    assert "nothing is written down" in here.said()
    here.window._bridge.write("turn.start", {"person": "p01"})
    here.press("Shift+O")
    assert not here.sees("privacyChip")
    here.press("R")
    assert here.text("roomIntervals").startswith("Not private: ")


def test_it_is_found_again_after_the_program_was_killed(desktop):
    here = desktop(*(("session.open", {"title": "First"}), "not_private.begin"))
    assert here.text("privacyChip").startswith("Not private")
    here.press("Shift+O")
    assert not here.sees("privacyChip")


def test_without_a_session_the_desk_is_covered_all_the_same(desktop):
    here = desktop(("party.add", {"name": "West"}))
    here.press("Shift+O")
    assert here.is_covered()
    here.press("Shift+O", "Shift+O")
    assert here.is_covered()
    here.press("Shift+F12")
    assert not here.is_covered()
    assert here.desk.room.all(NotPrivate) == ()


def test_it_is_heard_while_typing_and_from_the_card_of_the_room(desktop):
    here = desktop()
    here.press("F2")
    here.desk.type("Half a line")
    here.press("Shift+F12")
    assert here.is_covered()
    here.press("Shift+F12", "R", "Shift+O")
    assert here.is_covered()
    assert not here.sees("roomPanel")


def test_a_screen_change_meanwhile_is_told_on_the_curtain(desktop):
    here = desktop()
    here.press("Shift+O")
    here.change(PROJECTOR)
    assert "screen" in why(here)
    here.put(LAPTOP)
    here.press("F12")
    assert not here.is_covered()
