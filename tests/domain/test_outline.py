"""The order of an agenda with its parts."""

import pytest

from t2desk.domain.outline import Line, gathered, lifted, nested, placed, shifted


def outline(words):
    """Read "a b( c d ) e" as top lines and, in brackets, the parts of the line before."""
    lines, parent, last = [], None, None
    for word in words.replace("(", " ( ").replace(")", " ) ").split():
        if word == "(":
            parent = last
        elif word == ")":
            parent = None
        else:
            lines.append(Line(word, parent))
            last = word if parent is None else last
    return tuple(lines)


@pytest.mark.parametrize(
    ("moved", "by", "after"),
    [("a", 1, "b(c d) a e"), ("e", -1, "a e b(c d)"), ("b", 1, "a e b(c d)"), ("c", 1, "a b(d c) e"),
     ("d", -1, "a b(d c) e"), ("a", -1, "a b(c d) e"), ("d", 1, "a b(c d) e")],
)  # fmt: skip
def test_a_line_moves_past_its_neighbour_with_its_parts(moved, by, after):
    assert shifted(outline("a b(c d) e"), moved, by) == outline(after)


@pytest.mark.parametrize(
    ("moved", "after"), [("b", "a(b c d) e"), ("e", "a b(c d e)"), ("a", "a b(c d) e"), ("c", "a b(c d) e")]
)
def test_a_line_becomes_a_part_of_the_one_above(moved, after):
    assert nested(outline("a b(c d) e"), moved) == outline(after)


@pytest.mark.parametrize(("moved", "after"), [("c", "a b c(d) e"), ("d", "a b(c) d e"), ("a", "a b(c d) e")])
def test_a_part_is_freed_and_takes_those_below_it(moved, after):
    assert lifted(outline("a b(c d) e"), moved) == outline(after)


@pytest.mark.parametrize(
    ("moved", "before", "after"),
    [("e", "a", "e a b(c d)"), ("a", None, "b(c d) e a"), ("a", "d", "b(c a d) e"), ("b", "a", "b(c d) a e"),
     ("b", "c", "a b(c d) e"), ("c", "a", "c a b(d) e"), ("b", "b", "a b(c d) e"), ("c", None, "a b(d) e c")],
)  # fmt: skip
def test_a_line_is_put_before_another_at_its_level(moved, before, after):
    assert placed(outline("a b(c d) e"), moved, before) == outline(after)


def test_an_item_with_parts_is_not_put_among_the_parts_of_another():
    assert placed(outline("a(b) c(d)"), "c", "b") == outline("c(d) a(b)")


def test_parts_stand_under_what_they_are_a_part_of():
    scattered = (Line("a"), Line("x", "c"), Line("c"), Line("y", "gone"), Line("z", "a"))
    assert [line.id for line in gathered(scattered)] == ["a", "z", "c", "x", "y"]
    assert gathered(scattered)[-1].parent is None
