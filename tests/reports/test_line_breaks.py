"""Line breaks and letters, counted in code points."""

from t2desk.reports.line_breaks import letter_ends, line_breaks


def cut(text: str) -> list[str]:
    ends = [end for end, _ in line_breaks(text)]
    return [text[start:end] for start, end in zip([0, *ends], ends, strict=False)]


def test_lines_break_after_spaces_and_hyphens():
    assert cut("a three-step way") == ["a ", "three-", "step ", "way"]


def test_no_break_at_a_no_break_space_or_before_punctuation():
    assert cut("10\u00a0weeks [six] (a)") == ["10\u00a0weeks ", "[six] ", "(a)"]


def test_a_line_feed_must_break():
    assert (2, True) in line_breaks("a\nb")


def test_characters_above_the_basic_plane_count_as_one():
    assert cut("𝐀𝐁 𝐂 d") == ["𝐀𝐁 ", "𝐂 ", "d"]


def test_letters_keep_their_marks():
    assert letter_ends("e\u0301𝐀b") == [2, 3, 4]


def test_nothing_has_no_breaks():
    assert line_breaks("") == []
