"""What changed between two wordings, word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from t2desk.domain.word_changes import Change, word_changes

KEPT, ADDED, REMOVED = Change.KEPT, Change.ADDED, Change.REMOVED


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        ("the wells are shared", "the wells are metered", [(REMOVED, "shared"), (ADDED, "metered")]),
        ("six weeks", "[six] weeks", [(ADDED, "["), (ADDED, "]")]),
        ("الآبار مشتركة دائما", "الآبار مشتركة", [(REMOVED, " دائما")]),
        ("same", "same", []),
        ("", "new", [(ADDED, "new")]),
    ],
)
def test_only_the_words_that_changed_are_marked(before, after, changed):
    assert [(one.change, one.text) for one in word_changes(before, after) if one.change is not KEPT] == changed


@given(st.text(), st.text())
def test_both_wordings_can_be_read_off_the_changes(before, after):
    changes = word_changes(before, after)
    assert "".join(one.text for one in changes if one.change is not REMOVED) == after
    assert len("".join(one.text for one in changes if one.change is not ADDED)) == len(before)
