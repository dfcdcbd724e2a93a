"""Levels and order of letters: the Unicode consortium's own cases where they are installed, a choice of them here."""

from pathlib import Path

import pytest

from t2desk.reports.bidi import base_level, end_levels, levels, visual_order

CONSORTIUM = Path("/usr/share/unicode/BidiCharacterTest.txt")  # Debian's package unicode-data
CASES = {
    "a number between Arabic words stays a number": ("اب 12 جد", 1, "1 1 1 2 2 1 1 1"),
    "a Latin word among Arabic ones": ("اب UN جد", 1, "1 1 1 2 2 1 1 1"),
    "brackets take the direction around them": ("ab (אב) cd", 0, "0 0 0 0 1 1 0 0 0 0"),
    "a range of times in a right-to-left line": ("9:30–10", 1, "2 2 2 2 1 2 2"),
    "white space at the end belongs to the line": ("אב ", 0, "1 1 0"),
    "an isolate hides what is in it": ("a\u2067b\u2069!", 0, "0 0 2 0 0"),
    "a joiner keeps its place": ("می\u200cخ", 1, "1 1 1 1"),
    "a percentage after Arabic letters": ("زاد 10%", 1, "1 1 1 1 2 2 1"),
}


def found(text: str, base: int) -> list[int]:
    return end_levels(text, levels(text, base), base)


@pytest.mark.parametrize(("text", "base", "wanted"), CASES.values(), ids=CASES)
def test_levels(text, base, wanted):
    assert found(text, base) == [int(level) for level in wanted.split()]


def test_order_from_left_to_right():
    assert visual_order([0, 0, 1, 1, 2, 2, 1]) == [0, 1, 6, 4, 5, 3, 2]
    assert visual_order([]) == []


@pytest.mark.skipif(not CONSORTIUM.exists(), reason="the package unicode-data is not installed")
def test_every_case_of_the_consortium():
    cases = [line for line in CONSORTIUM.read_text("utf-8").splitlines() if line and line[0] != "#"]
    assert len(cases) > 90_000
    for case in cases[::7]:
        points, given, base, wanted, order = case.split(";")
        text = "".join(chr(int(point, 16)) for point in points.split())
        level = base_level(text, 0) if given == "2" else int(given)
        got = found(text, level)
        expected = wanted.split()
        assert level == int(base), case
        assert all(want in ("x", str(have)) for want, have in zip(expected, got, strict=True)), case
        assert [at for at in visual_order(got) if expected[at] != "x"] == [int(at) for at in order.split()], case
