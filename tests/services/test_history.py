"""The undo stack, apart from any store."""

from t2desk.domain.changes import Changes, RowChange
from t2desk.services.history import History, Step


def step(*rows, name="note.add"):
    return Step(name, Changes(tuple(rows)), "s01")


def change(key, before, after, kind="turns"):
    return RowChange(kind, key, before, after)


def test_steps_go_over_to_the_other_side_and_back():
    history = History()
    history.push(step(change(1, None, ("a",))))
    taken = history.last_done()
    history.undone()
    assert (history.last_done(), history.last_undone()) == (None, taken)
    history.redone()
    assert (history.last_done(), history.last_undone()) == (taken, None)


def test_a_new_step_forgets_what_was_undone():
    history = History()
    history.push(step(change(1, None, ("a",))))
    history.undone()
    history.push(step(change(2, None, ("b",))))
    assert history.last_undone() is None


def test_nothing_is_left_when_cleared():
    history = History()
    history.push(step(change(1, None, ("a",))))
    history.push(step(change(2, None, ("b",))))
    history.undone()
    history.clear()
    assert (history.last_done(), history.last_undone()) == (None, None)


def test_what_cannot_be_undone_becomes_the_outcome_of_the_rows_last_step():
    history = History()
    history.push(step(change(1, None, ("runs",))))
    history.push(step(change(1, ("runs",), ("waits",)), change(2, None, ("x",))))
    history.push(step(change(3, None, ("y",))))
    history.pass_over(Changes((change(1, ("waits",), ("ended",)),)))
    assert [s.changes.rows for s in history._done] == [
        (change(1, None, ("runs",)),),
        (change(1, ("runs",), ("ended",)), change(2, None, ("x",))),
        (change(3, None, ("y",)),),
    ]


def test_what_cannot_be_undone_forgets_the_undone_of_the_same_rows_only():
    history = History()
    history.push(step(change(1, ("runs",), ("waits",))))
    history.undone()
    history.pass_over(Changes((change(2, None, ("x",)),)))
    assert history.last_undone() is not None
    history.pass_over(Changes((change(1, ("runs",), ("ended",)),)))
    assert history.last_undone() is None
