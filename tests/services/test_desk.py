"""The desk: one transaction an act, and undo and redo that put back every row."""

import pytest

from t2desk.domain.desk_errors import NothingToRedo, NothingToUndo, NotThere
from t2desk.domain.errors import MachineFailed
from t2desk.domain.notes import Note
from t2desk.domain.word_families import takes_in_speech
from t2desk.services.desk import Desk
from t2desk.services.operations import OPERATIONS
from t2desk.services.registry import Operation
from tests.services.acts import ACTS
from tests.services.conftest import begin_sitting, furnish

UNDOABLE = [act for act in ACTS if OPERATIONS.get(act.name).undoable]
FINAL = [act for act in ACTS if not OPERATIONS.get(act.name).undoable]


def named(act):
    return f"{act.name}-{ACTS.index(act)}"


def test_the_acts_cover_every_operation():
    assert {act.name for act in ACTS} == {operation.name for operation in OPERATIONS.all()}


@pytest.mark.parametrize("act", UNDOABLE, ids=named)
def test_undo_puts_every_row_back_and_redo_does_it_again(furnished, act):
    act.prepare(furnished)
    furnished.clock.forward(7)
    before = furnished.image()
    _, changes = act.perform(furnished)
    after = furnished.image()
    assert changes
    assert after != before
    furnished.clock.forward(7)
    furnished.desk.undo()
    assert furnished.image() == before
    furnished.clock.forward(7)
    furnished.desk.redo()
    assert furnished.image() == after
    furnished.verify()


@pytest.mark.parametrize("act", FINAL, ids=named)
def test_what_cannot_be_undone_stays_when_undo_goes_past_it(furnished, act):
    act.prepare(furnished)
    steps = len(furnished.desk.history._done)
    act.perform(furnished)
    # What takes words back lets undo forget those words, and those alone.
    kept = [step for step in furnished.desk.history._done if not takes_in_speech(step.operation)]
    assert len(furnished.desk.history._done) in {0, len(kept) if OPERATIONS.get(act.name).takes_back else steps}
    assert furnished.desk.history.last_undone() is None
    furnished.verify()


def test_undo_reaches_back_to_the_start_and_redo_to_the_end(room):
    empty = room.image()
    furnish(begin_sitting(room))
    room.do("draft.drop", id="capture")
    full = room.image()
    steps = 0
    while room.desk.history.last_done():
        room.desk.undo()
        steps += 1
    assert steps > 20
    assert room.image() == empty
    for _ in range(steps):
        room.desk.redo()
    assert room.image() == full
    room.verify()


def test_undo_is_refused_when_nothing_was_done(desk):
    with pytest.raises(NothingToUndo):
        desk.undo()


def test_redo_is_refused_when_nothing_was_undone(sitting):
    with pytest.raises(NothingToRedo):
        sitting.desk.redo()


def test_redo_is_gone_when_something_new_is_done(sitting):
    sitting.do("note.add", text="one")
    sitting.desk.undo()
    sitting.do("note.add", text="two")
    with pytest.raises(NothingToRedo):
        sitting.desk.redo()


def test_a_refused_act_changes_nothing_and_is_not_in_the_history(furnished):
    before, log, steps = furnished.image(), furnished.query("SELECT * FROM log"), len(furnished.desk.history._done)
    with pytest.raises(NotThere):
        furnished.do("turn.start", person="nobody")
    assert furnished.image() == before
    assert furnished.query("SELECT * FROM log") == log
    assert len(furnished.desk.history._done) == steps


def test_an_act_that_fails_half_way_is_forgotten_whole(furnished):
    before = furnished.image()

    def half(work):
        work.put(work.select(Note)[0].__class__(77, "s01", None, "fact", "half"))
        raise KeyError

    with pytest.raises(KeyError):
        furnished.desk.write(Operation("note.add", half), half)
    assert furnished.image() == before
    furnished.verify()


def test_an_act_that_changes_nothing_leaves_no_step_and_no_entry(sitting):
    sitting.do("item.change", item="i02", title="Wells")
    log, steps = sitting.query("SELECT * FROM log"), len(sitting.desk.history._done)
    assert not sitting.desk.perform("item.change", {"item": "i02", "title": "Wells"})[1]
    assert sitting.query("SELECT * FROM log") == log
    assert len(sitting.desk.history._done) == steps


def test_reading_changes_nothing_even_when_the_question_writes(sitting):
    before = sitting.image()
    sitting.desk.read(lambda work: work.put(Note(77, "s01", None, "fact", "written by a question")))
    assert sitting.image() == before


def test_only_names_of_the_closed_list_are_logged(sitting):
    with pytest.raises(ValueError, match="made"):
        sitting.desk.write(Operation("made.up", lambda work: None), lambda work: None)


def test_undo_and_redo_are_logged_in_the_sessions_own_segment(sitting):
    sitting.do("note.add", text="one")
    sitting.desk.undo()
    sitting.desk.redo()
    names = sitting.query("SELECT operation FROM log WHERE segment = 's01' ORDER BY number DESC LIMIT 3")
    assert [name for (name,) in names] == ["redo", "undo", "note.add"]


class StumblingStore:
    """A store whose cleaning up fails once, as on a full disk."""

    def __init__(self, store):
        self._store = store

    def __getattr__(self, name):
        return getattr(self._store, name)

    def scrub(self, rewrite=True):
        raise MachineFailed


def test_nothing_settled_can_be_undone_when_cleaning_up_fails(furnished):
    desk = Desk(StumblingStore(furnished.store), furnished.clock)
    desk.perform("note.add", {"text": "a word to forget"})
    with pytest.raises(MachineFailed):
        desk.perform("session.close", {})
    with pytest.raises(NothingToUndo):
        desk.undo()


def test_what_an_act_that_cannot_be_undone_did_holds_when_redo_passes_it(sitting):
    sitting.acts(("turn.start", {"person": "p01"}), "turn.pause", "off_record.begin", "off_record.end")
    sitting.do("turn.start", person="p02")
    sitting.desk.undo()
    sitting.desk.undo()
    sitting.desk.redo()
    sitting.desk.redo()
    standing = sitting.query("SELECT person FROM turns WHERE seconds IS NULL")
    assert standing == [("p02",)]
