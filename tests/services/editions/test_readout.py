"""The readout: topics that were on the table, and the one thing that comes next."""

import pytest

from t2desk.domain.desk_errors import NothingMayLeave
from t2desk.domain.documents import BulletList, Paragraph
from tests.services.editions.sessions import blocks, document, words_of


def topics(room):
    return [item.words for block in blocks(document(room, "readout"), BulletList) for item in block.items]


def next_step(room):
    (paragraph,) = blocks(document(room, "readout"), Paragraph)
    return paragraph.text.words


def test_topics_are_the_main_items_of_a_phase_and_no_break(sitting):
    sitting.do("item.add", title="Fears", minutes=20, phase="concerns")
    sitting.do("item.add", title="Fears of the upper shore", minutes=5, phase="concerns", parent="i04")
    sitting.do("item.add", title="Ways", minutes=20, phase="options")
    assert topics(sitting) == ["Fears", "Ways"]


def test_without_phases_every_main_item_is_a_topic_but_what_was_parked(sitting):
    sitting.do("item.add", title="Part", minutes=5, parent="i01")
    sitting.do("item.park", item="i02")
    assert topics(sitting) == ["Opening", "Steps"]


def test_a_parked_item_is_no_topic_even_with_a_phase(sitting):
    sitting.do("item.add", title="Fears", minutes=20, phase="concerns")
    sitting.do("item.add", title="Ways", minutes=20, phase="options")
    sitting.do("item.park", item="i05")
    assert topics(sitting) == ["Fears"]


def test_what_comes_next_is_the_last_step_with_its_date(furnished):
    furnished.do("step.add", what="Meet again", by="in autumn", holder="North")
    assert next_step(furnished) == "Meet again (in autumn)."
    assert "North" not in "\n".join(words_of(document(furnished, "readout")))


def test_a_step_without_a_date_is_a_plain_sentence(furnished):
    assert next_step(furnished) == "Share the count."


def test_without_steps_the_dialogue_goes_on(sitting):
    assert next_step(sitting) == "The dialogue continues."


def test_without_an_agenda_there_are_no_topics(room):
    room.do("series.rename", title="Water")
    room.do("session.open", title="First")
    assert topics(room) == []


@pytest.mark.parametrize("edition", ["report", "readout"])
def test_what_must_stay_in_the_room_has_no_readout(furnished, edition):
    furnished.do("rule.set", preset="off_the_record")
    with pytest.raises(NothingMayLeave) as refusal:
        document(furnished, edition)
    assert refusal.value.details["session"] == 1
