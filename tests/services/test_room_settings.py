"""How a session is shown to the room: remembered a session, never undone by accident; ground rules of one's own."""

import pytest

from t2desk.domain.desk_errors import NothingToUndo, OutOfRange
from t2desk.domain.room_card import LONGEST_TEXT, RoomContent, written
from t2desk.domain.room_choices import USUAL_GROUND_RULES, Shown
from t2desk.domain.room_rows import RoomSetting
from t2desk.services.room_card import room_card
from t2desk.services.room_settings import room_standing


def card_of(room, message=0):
    card = room.desk.read(lambda work: room_card(work, message, room.clock.now(), str))
    assert written(card)
    return card


def test_nothing_of_anybody_is_shown_until_somebody_chose(sitting):
    sitting.do("turn.start", person="p01")
    card = card_of(sitting)
    assert (card.content, card.party, card.parties, card.wordless) == (RoomContent.FLOOR, -1, (), False)
    assert "North" not in repr(card)


def test_what_was_chosen_outlives_the_program_and_the_rest_stays(sitting):
    sitting.do("room.choose", parties=True)
    sitting.do("room.choose", wordless=True)
    sitting.reopen()
    setting = sitting.desk.read(room_standing).setting
    assert setting == RoomSetting("s01", Shown.FLOOR, 1, parties=True, balance=False, wordless=True)


def test_each_session_has_its_own(sitting):
    sitting.acts(("room.choose", {"parties": True}), "session.adjourn", ("session.open", {"title": "Second"}))
    assert not sitting.desk.read(room_standing).setting.parties


def test_shares_are_shown_only_with_parties(sitting):
    sitting.acts(("turn.start", {"person": "p01"}), ("room.choose", {"balance": True}))
    assert card_of(sitting).parties == ()
    sitting.do("room.choose", parties=True)
    assert [party.name for party in card_of(sitting).parties] == ["North", "South"]
    sitting.do("room.choose", balance=False)
    assert (card_of(sitting).parties, card_of(sitting).label) == ((), "North")


def test_a_choice_for_the_room_is_not_what_undo_takes_back_and_stands_in_the_way_of_none(sitting):
    sitting.acts(("note.add", {"text": "A line"}), "not_private.begin")
    sitting.do("room.choose", parties=True)
    sitting.desk.undo()
    assert sitting.desk.read(room_standing).setting.parties
    for _ in sitting.desk.history._done[:]:
        sitting.desk.undo()
    with pytest.raises(NothingToUndo):
        sitting.desk.undo()


def test_ground_rules_are_the_usual_ones_until_the_room_has_its_own(sitting):
    sitting.do("room.choose", shown="ground_rules")
    assert card_of(sitting).text == "\n".join(USUAL_GROUND_RULES)
    sitting.do("room.ground_rules", text="Phones outside.\nCoffee at ten.")
    assert card_of(sitting).text == "Phones outside.\nCoffee at ten."
    sitting.do("room.ground_rules", text=" ")
    assert card_of(sitting).text == "\n".join(USUAL_GROUND_RULES)


def test_ground_rules_always_fit_a_card(sitting):
    sitting.do("room.choose", shown="ground_rules")
    sitting.do("room.ground_rules", text="ю" * 1600)
    assert len(card_of(sitting).text) == 1600 <= LONGEST_TEXT


def test_a_point_that_is_not_there_goes_round(furnished):
    furnished.do("room.choose", shown="point", point=7)
    assert card_of(furnished).text
    with pytest.raises(OutOfRange):
        furnished.do("room.choose", point=0)


def test_a_message_is_whole_and_stands_over_whatever_is_shown(sitting):
    assert card_of(sitting, message=1).message == "Please come to a close"
    assert card_of(sitting, message=99).message == ""
