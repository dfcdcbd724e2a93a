"""Where a finding is: lines end at LF only, places are code points, and a planted name is found wherever it stands."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from t2desk.domain.people import RosterPerson
from t2desk.leakcheck.check import LeakCheck
from t2desk.leakcheck.errors import NamelessPerson, RosterEmpty
from t2desk.leakcheck.folding import fold, fold_with_places

ROSTER = (
    RosterPerson("a", "Mehmet Özgürsoy", "Mehmet", "Özgürsoy", phone="+90 532 111 22 33", email="m@oz.example"),
    RosterPerson("b", "Игорь Вербицкий", "Игорь", "Вербицкий", affiliation="Institute for İstanbul Studies"),
    RosterPerson("c", "李伟宏", "伟宏", "李"),
)
CHECK = LeakCheck(ROSTER)
NAME = "Mehmet Özgürsoy"


def sliced(text, finding):
    line_start = sum(len(line) + 1 for line in text.split("\n")[: finding.line - 1])
    return text[line_start + finding.start : line_start + finding.end]


@pytest.mark.parametrize(
    "before",
    ["", "😀 ", "İİİ ", "e\u0301e\u0301 ", "ﬃ ", "ß ", "\u200b", "one\u2028two ", "one\rtwo ", "one\x0btwo ", "\ufeff"],
)
def test_places_count_code_points(before):
    (found,) = CHECK.findings(f"first\nsecond\n{before}{NAME}.")
    assert (found.line, found.text.lstrip("\u200b\ufeff")) == (3, NAME)
    assert found.end == len(before) + len(NAME)


def test_a_finding_over_a_line_end_runs_past_its_line():
    (found,) = CHECK.findings("x\nof Mehmet\nÖzgürsoy.")
    assert (found.line, found.start, found.end, found.text) == (2, 3, 18, "Mehmet\nÖzgürsoy")


def test_on_a_page_places_count_from_its_start():
    (found,) = CHECK.page_findings(f"first\nsecond {NAME}.", 7)
    assert (found.line, found.start, found.text) == (7, 13, NAME)


def test_a_name_does_not_reach_over_an_empty_line():
    assert [one.kind for one in CHECK.findings("of Mehmet\n\nÖzgürsoy.")] == ["given_name", "surname"]


ALPHABET = (
    string.ascii_letters + " .,\n-'’\t" + "éşıİøßﬃ" + "вирз" + "李伟宏" + "سبك" + "😀\u200b\u0301\u202e" + "@+0159"
)


@given(st.text(alphabet=ALPHABET, max_size=80) | st.text(max_size=60))
@settings(max_examples=300, deadline=None)
def test_what_is_told_is_what_stands_there(text):
    planted = f"{text} Mehmet Özgürsoy {text} +90 532 1112233 m@oz.example"
    for found in CHECK.findings(planted):
        assert sliced(planted, found) == found.text
        assert found.text


WORDS = st.sampled_from(
    [
        "the",
        "map",
        "was",
        "drawn",
        "and",
        "nobody",
        "objected",
        "to",
        "it",
        ",",
        ".",
        ";",
        ":",
        "—",
        "(",
        ")",
        "and",
        "then",
        "they",
        "left\n\n\n",
    ]
)


@given(
    st.lists(WORDS, max_size=12),
    st.lists(WORDS, max_size=12),
    st.sampled_from([NAME, "Вербицкий", "李伟宏", "ÖZGÜRSOY"]),
)
@settings(max_examples=200, deadline=None)
def test_a_planted_name_is_found_wherever_it_stands(before, after, name):
    text = " ".join([*before, name, *after])
    assert any(name in found.text for found in CHECK.findings(text))


@given(st.lists(WORDS, max_size=40))
@settings(max_examples=100, deadline=None)
def test_without_a_name_nothing_is_found(words):
    assert CHECK.findings(" ".join(words)) == ()


@given(st.text(max_size=60))
@settings(max_examples=200, deadline=None)
def test_folding_keeps_its_places(text):
    folded = fold_with_places(text)
    assert len(folded.text) == len(folded.places)
    assert list(folded.places) == sorted(folded.places)
    assert all(folded.text[number] in fold(text[place]) for number, place in enumerate(folded.places))


@pytest.mark.parametrize(
    ("one", "other"), [("İSTANBUL", "istanbul"), ("ŁÓDŹ", "lodz"), ("Đặng", "dang"), ("Æsir", "aesir")]
)
def test_letters_fold_to_one_another(one, other):
    assert fold(one) == fold(other)


def test_a_roster_with_gaps_is_refused():
    with pytest.raises(RosterEmpty):
        LeakCheck([])
    for name in ("", "...", "X", "7"):
        with pytest.raises(NamelessPerson) as refused:
            LeakCheck([RosterPerson("p", name)])
        assert refused.value.details == {"person": "p"}


def test_the_version_follows_the_roster():
    assert CHECK.version == LeakCheck(ROSTER).version
    assert CHECK.version != LeakCheck(ROSTER[:2]).version


def test_every_name_of_a_large_roster_is_found():
    letters = "bcdfghjklm"
    names = [
        f"Ana{letters[one]}a{letters[two]}o Vor{letters[three]}e{letters[one]}tin"
        for one in range(10)
        for two in range(10)
        for three in range(5)
    ]
    check = LeakCheck([RosterPerson(f"p{number}", name) for number, name in enumerate(names)])
    text = "\n".join(f"then {name} spoke" for name in names)
    found = {(one.line, one.text, one.person) for one in check.findings(text)}
    assert {(number + 1, name, f"p{number}") for number, name in enumerate(names)} <= found


@pytest.mark.parametrize(
    "piece", ["a", "_a", "0a", "\u200b", "李", "e\u0301", "Mehmet ", "a-\n", "a@", "1 ", "A. ", "Д-"]
)
def test_a_text_of_one_piece_over_and_over_is_read_in_reasonable_time(piece):
    # No time is asserted: what costs the square of its length runs into the time-out of the test.
    CHECK.findings(piece * 30_000)
