"""Lines: never wider than they may be, and never a letter less than the text."""

from hypothesis import given
from hypothesis import strategies as st

from t2desk.domain.documents import Text
from t2desk.reports.fonts import drawn
from t2desk.reports.lines import Line
from t2desk.reports.paragraphs import Setter
from t2desk.reports.shaping import Shaper
from t2desk.reports.styles import BODY, FACT, LABEL, OCHRE

WORDS = st.text(st.sampled_from("abcfiWЖщяλά -\n.[]*"), max_size=120)


def read(shaper: Shaper, line: Line) -> str:
    """Return a line's text from its glyph numbers alone."""
    texts = {
        (use.resource, f"{number:04X}"): text
        for use in shaper.uses.values()
        for (_, text), number in use.numbers.items()
    }
    said = ""
    for shown in line.shown:
        codes = "".join(piece.partition(">")[0] for piece in shown.part.show.split("<")[1:])
        said += "".join(texts[shown.part.font, codes[at : at + 4]] for at in range(0, len(codes), 4))
    return said


@given(WORDS, st.sampled_from([18.0, 60.0, 350.0]))
def test_lines_hold_every_word_and_fit(words, width):
    shaper = Shaper()
    text = Text(words, "test")
    lines = Setter(shaper, "en").lines(text, BODY, width)
    assert all(line.width <= width + 0.01 for line in lines)
    joined = "".join(read(shaper, line) for line in lines)
    assert "".join(joined.replace("\u00ad", "").split()) == "".join(drawn(text.plain).split())


def test_words_stay_apart_over_a_line_end():
    shaper = Shaper()
    lines = Setter(shaper, "en").lines(Text("sequencing and verification", "test"), FACT, 70)
    assert len(lines) > 1
    assert "".join(read(shaper, line) for line in lines) == "sequencing and verification"


def test_a_word_is_divided_rather_than_to_leave_a_line_too_empty():
    shaper = Shaper()
    lines = Setter(shaper, "en").lines(Text("the sequencing and a verification", "test"), BODY, 64)
    assert [read(shaper, line) for line in lines] == ["the sequen\u00ad", "cing and a ", "verification"]
    assert all(line.width <= 64.01 for line in lines)


def test_names_and_languages_without_patterns_are_left_whole():
    for language, words in (("en", "the Sequencingverification"), ("ka", "the sequencing verification")):
        shaper = Shaper()
        lines = Setter(shaper, language).lines(Text(words, "test"), BODY, 90)
        assert "\u00ad" not in "".join(read(shaper, line) for line in lines)


def test_a_line_feed_ends_a_line():
    assert len(Setter(Shaper(), "en").lines(Text("a\nb", "test"), BODY, 300)) == 2


def test_no_words_give_no_line():
    assert Setter(Shaper(), "en").lines(Text("", "test"), BODY, 300) == ()


def test_bracketed_text_has_the_accent_colour():
    (line,) = Setter(Shaper(), "en").lines(Text("for [six] weeks", "test"), BODY, 300)
    assert [shown.part.font for shown in line.shown if shown.colour == OCHRE] == ["T1"]


def test_labels_leave_brackets_alone():
    (line,) = Setter(Shaper(), "en").lines(Text("[six]", "test"), LABEL, 300)
    assert {shown.colour for shown in line.shown} == {LABEL.colour}
