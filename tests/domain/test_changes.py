"""Changes: what undoes them is them, backwards."""

from hypothesis import given
from hypothesis import strategies as st

from t2desk.domain.changes import Changes, RowChange

IMAGES = st.none() | st.tuples(st.integers(), st.text(max_size=3))
ROWS = st.builds(RowChange, st.sampled_from(["notes", "turns"]), st.integers(1, 3), IMAGES, IMAGES)
CHANGES = st.lists(ROWS, max_size=5).map(lambda rows: Changes(tuple(rows)))


def applied(rows, changes):
    done = dict(rows)
    for row in changes:
        done[row.kind, row.key] = row.after
    return done


@given(CHANGES)
def test_inverse_of_the_inverse_is_the_change(changes):
    assert changes.inverse().inverse() == changes


@given(
    st.dictionaries(st.tuples(st.just("notes"), st.integers(1, 3)), IMAGES),
    st.lists(st.tuples(st.integers(1, 3), IMAGES)),
)
def test_inverse_puts_everything_back(rows, writes):
    start = {("notes", key): None for key in (1, 2, 3)} | rows
    standing, made = dict(start), []
    for key, image in writes:
        made.append(RowChange("notes", key, standing["notes", key], image))
        standing["notes", key] = image
    changes = Changes(tuple(made))
    assert applied(start, changes) == standing
    assert applied(standing, changes.inverse()) == start


def test_changes_know_which_kinds_they_touch():
    changes = Changes((RowChange("notes", 1, None, (1,)),))
    assert changes.touches("turns", "notes")
    assert not changes.touches("turns")


def test_no_changes_are_false():
    assert not Changes()
    assert Changes((RowChange("notes", 1, None, (1,)),))
