"""Notes at the break: in the order they were taken down, while that may be known."""

import re

import pytest

from t2desk.domain.notes import NoteKind
from t2desk.services.note_views import TriageView, triage_view
from tests.services.desks import id_of


def view(room, session="s01"):
    return room.desk.read(lambda work: triage_view(work, session))


def own_words(room):
    return [row.own_words for row in view(room).notes]


@pytest.fixture
def noted(sitting):
    for number in range(8):
        sitting.clock.forward(1)
        sitting.do("note.add", text=f"Line {number}")
    return sitting


def test_without_such_a_session_there_is_nothing_to_sort(room):
    assert view(room, "s77") == TriageView()


def test_notes_stand_as_they_were_taken_down(noted):
    assert own_words(noted) == [f"Line {number}" for number in range(8)]


def test_a_note_that_is_reworded_or_sorted_stays_where_it_is(noted):
    second = view(noted).notes[1].key
    noted.clock.forward(60)
    noted.do("note.reword", note=second, neutral="Une ligne très neutre")
    noted.do("note.sort", note=second, kind="concern", item="i02")
    row = view(noted).notes[1]
    assert (row.own_words, row.neutral_wording, row.kind) == ("Line 1", "Une ligne très neutre", NoteKind.CONCERN)
    assert (row.item, row.item_title) == ("i02", "2 Sources")
    assert "une ligne tres neutre" in row.searched
    assert "2 sources" in row.searched


def test_once_settled_the_order_says_nothing_and_nothing_can_be_changed(noted):
    assert view(noted).can_change
    noted.do("session.close")
    after = view(noted)
    assert not after.can_change
    assert len(after.notes) == 8
    keys = [key for (key,) in noted.query("SELECT key FROM notes ORDER BY key")]
    by_key = dict(noted.query("SELECT own_words, key FROM notes"))
    assert [by_key[row.own_words] for row in after.notes] == keys


def test_items_are_numbered_as_on_the_agenda(noted):
    noted.do("item.move", item="i03", place=1)
    assert [(item.number, item.id, item.title) for item in view(noted).items] == [
        (1, "i03", "Steps"), (2, "i01", "Opening"), (3, "i02", "Sources"),
    ]  # fmt: skip


def test_only_the_notes_of_the_session_asked_for_are_shown(noted):
    noted.do("session.adjourn")
    noted.do("session.open", title="Second")
    made = noted.do("note.add", text="Elsewhere")
    assert "Elsewhere" not in own_words(noted)
    assert [row.key for row in view(noted, "s02").notes] == [id_of(made)]


def test_no_row_says_who_said_it(noted):
    noted.do("rule.set", preset="on_the_record")
    noted.do("note.add", text="By somebody", said_by="p03")
    told = repr(view(noted))
    # As a word: a key is drawn at random, and now and then has these letters in it.
    assert not re.search(r"\bp03\b", told)
    assert "Person" not in told
