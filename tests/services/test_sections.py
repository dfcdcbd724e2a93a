"""Draft sections, next steps, and what is being typed."""

import pytest

from t2desk.domain.desk_errors import EmptyText, NoOpenSession, NotThere
from t2desk.domain.operation_errors import WrongKind
from t2desk.domain.sections import Draft, DraftSection, NextStep
from tests.services.desks import id_of


def test_writing_again_replaces_the_section_of_that_place(sitting):
    sitting.do("section.write", text="They met.", kind="context")
    sitting.do("section.write", text="They met again.", kind="context")
    assert sitting.one(DraftSection).text == "They met again."


@pytest.mark.parametrize("other", [{"kind": "brief"}, {"item": "i01"}, {"language": "fr"}])
def test_sections_of_other_places_stand_beside_each_other(sitting, other):
    sitting.do("section.write", text="They met.", kind="context")
    sitting.do("section.write", **{"text": "More.", "kind": "context", **other})
    assert len(sitting.all(DraftSection)) == 2


def test_a_section_keeps_its_paragraphs(sitting):
    section = sitting.do("section.write", text="One.\r\n\r\nTwo.", heading=" Head ")
    assert (section.text, section.heading) == ("One.\n\nTwo.", "Head")


@pytest.mark.parametrize(("name", "field"), [("section.write", "text"), ("step.add", "what")])
def test_words_are_needed(sitting, name, field):
    with pytest.raises(EmptyText):
        sitting.do(name, **{field: "  "})


@pytest.mark.parametrize(("name", "field"), [("section.write", "text"), ("step.add", "what")])
def test_prose_needs_a_session(room, name, field):
    with pytest.raises(NoOpenSession):
        room.do(name, **{field: "words"})


def test_prose_can_be_written_after_the_session_was_settled(sitting):
    sitting.do("session.close")
    sitting.do("section.write", text="They met.", session="s01")
    sitting.do("step.add", what="Meet", session="s01")
    assert len(sitting.all(DraftSection)) == len(sitting.all(NextStep)) == 1


def test_a_section_about_an_item_of_another_session_is_refused(sitting):
    sitting.do("session.add", title="Second")
    with pytest.raises(NotThere):
        sitting.do("section.write", text="x", item="i01", session="s02")


def test_removing_a_step_closes_the_gap(sitting):
    steps = [sitting.do("step.add", what=f"step {number}") for number in range(3)]
    sitting.do("step.remove", step=id_of(steps[0]))
    assert sorted((step.place, step.what) for step in sitting.all(NextStep)) == [(1, "step 1"), (2, "step 2")]


@pytest.mark.parametrize(("name", "field"), [("section.remove", "section"), ("step.remove", "step")])
def test_what_is_not_there_is_not_removed(sitting, name, field):
    with pytest.raises(NotThere):
        sitting.do(name, **{field: "00000000001"})


def test_a_draft_is_kept_as_it_is_typed_and_replaced(sitting):
    sitting.do("draft.save", id="capture", text="  half a li")
    sitting.do("draft.save", id="capture", text="  half a line\t")
    assert sitting.all(Draft) == (Draft("capture", "s01", "  half a line\t"),)


def test_a_draft_can_be_empty_or_long_and_needs_no_session(room):
    room.do("draft.save", id="a", text="")
    room.do("draft.save", id="b", text="x" * 200_005)
    assert [len(draft.text) for draft in room.all(Draft)] == [0, 200_000]


def test_a_draft_is_in_neither_log_nor_undo_nor_proof(sitting):
    image, log, steps = sitting.image(), sitting.query("SELECT * FROM log"), len(sitting.desk.history._done)
    sitting.do("draft.save", id="capture", text="x")
    assert sitting.image()["proof"] == image["proof"]
    assert sitting.query("SELECT * FROM log") == log
    assert len(sitting.desk.history._done) == steps
    sitting.do("draft.drop", id="capture")
    sitting.do("draft.drop", id="capture")
    assert sitting.image() == image


@pytest.mark.parametrize("name", ["section.remove", "step.remove"])
def test_a_key_that_is_none_is_refused(sitting, name):
    with pytest.raises(WrongKind):
        sitting.do(name, **{name.split(".", maxsplit=1)[0]: "x"})
