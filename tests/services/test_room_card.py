"""What the room is told of the floor: a card for every kind of turn, and of whoever speaks the party alone."""

import pytest

from t2desk.domain.fingerprints import fingerprint
from t2desk.domain.floor import KIND_WORDS, TurnKind
from t2desk.domain.room_card import RoomCard, written
from t2desk.services.room_card import room_card
from tests.services.desks import id_of


def card_of(room, **chosen) -> RoomCard:
    room.do("room.choose", **chosen)
    card = room.desk.read(lambda work: room_card(work, 0, room.clock.now(), str))
    assert written(card)
    return card


def running(sitting, kind):
    sitting.do("turn.start", person="p01")
    if kind is TurnKind.INTERPRETATION:
        sitting.do("interpretation.begin", person="p06")
    elif kind is TurnKind.INTERPOSED_ANSWER:
        sitting.acts(("turn.start", {"person": "p02", "kind": "interposed_question"}), "turn.answer")
    elif kind is not TurnKind.STATEMENT:
        sitting.do("turn.start", person="p02", kind=kind.value)


@pytest.mark.parametrize("kind", TurnKind)
def test_every_kind_of_turn_has_a_card_that_says_what_it_is(sitting, kind):
    running(sitting, kind)
    assert card_of(sitting).label == KIND_WORDS[kind]


def test_with_parties_the_label_is_the_side_and_never_the_person(sitting):
    running(sitting, TurnKind.STATEMENT)
    card = card_of(sitting, parties=True)
    assert (card.label, card.party >= 0) == ("North", True)
    assert "Person" not in repr(card)


def test_a_point_is_shown_with_the_words_that_tell_its_wording_from_others(sitting):
    point = sitting.do("point.propose", text="The wells are shared")
    card = card_of(sitting, shown="point", point=1)
    assert (card.text, card.label) == ("The wells are shared", f"Fingerprint {fingerprint(card.text)}")
    sitting.do("point.word", point=id_of(point), text="The wells are metered")
    assert card_of(sitting).label == f"Fingerprint {fingerprint('The wells are metered')}"
