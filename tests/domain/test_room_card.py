"""The room card's line: what is written is read back, and nothing else is taken."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from t2desk.domain.room_card import (
    LONGEST_LINE,
    LONGEST_TITLE,
    CardRefused,
    RoomCard,
    RoomContent,
    RoomItem,
    RoomLook,
    RoomParty,
    clipped,
    read,
    written,
)

words = st.text(max_size=60).map(clipped)
moments = st.none() | st.integers(0, 2**53)
parties = st.builds(RoomParty, st.integers(-1, 1000), words, st.integers(0, 100))
items = st.builds(RoomItem, words.map(lambda one: one[:16]), words, st.integers(0, 8), st.booleans(), st.booleans())
cards = st.builds(
    RoomCard, words, st.integers(0, 2**53), st.booleans(), st.booleans(), st.sampled_from(RoomLook), st.booleans(),
    st.sampled_from(RoomContent), st.booleans(), words, words, st.integers(-1, 1000), moments, st.integers(0, 86_400),
    moments, st.integers(0, 2**53), moments, words, words, words, st.lists(parties, max_size=6).map(tuple),
    st.lists(items, max_size=6).map(tuple),
)  # fmt: skip


@given(cards)
def test_what_is_written_is_read_back(card):
    line = written(card)
    assert read(line) == card
    assert line.count(b"\n") == 1


@given(cards, st.sampled_from(sorted(RoomCard.__dataclass_fields__)))
def test_a_missing_or_an_unknown_field_is_refused(card, name):
    value = json.loads(written(card))
    for other in ({**value, "person": "x"}, {key: one for key, one in value.items() if key != name}):
        with pytest.raises(CardRefused):
            read(json.dumps(other).encode() + b"\n")


@given(st.binary(max_size=300))
def test_noise_is_refused(noise):
    with pytest.raises(CardRefused):
        read(noise + b"\n")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("blank", 0), ("grant", True), ("grant", -1), ("limit", 1.5), ("start", "0"), ("look", "pink"), ("text", None),
        ("content", "people"), ("item", "a" * (LONGEST_TITLE + 1)), ("label", "a\u0000b"), ("label", "\u001b[2J"),
        ("parties", [{"number": 0, "name": "A", "percent": 50, "person": "x"}]), ("parties", [{}] * 13),
        ("agenda", {}), ("party", 10_000),
    ],
)  # fmt: skip
def test_a_value_of_another_kind_or_size_is_refused(name, value):
    line = json.dumps({**json.loads(written(RoomCard())), name: value}).encode() + b"\n"
    with pytest.raises(CardRefused):
        read(line)


def test_a_field_said_twice_and_a_line_too_long_are_refused():
    line = written(RoomCard())
    for other in (line[:-2] + b',"blank":false}\n', line[:-2] + b" " * LONGEST_LINE + b"}\n", line[:-1]):
        with pytest.raises(CardRefused):
            read(other)


def test_what_nobody_would_read_is_not_written():
    with pytest.raises(CardRefused):
        written(RoomCard(item="a" * 1000))


def test_the_turn_stands_still_while_paused_or_frozen():
    turn = RoomCard(start=1000, pauses=2000)
    assert turn.elapsed(13_000) == 10
    assert RoomCard(start=1000, pauses=2000, paused=8000).elapsed(13_000) == 5
    assert RoomCard(start=1000, pauses=2000, frozen=5000).elapsed(13_000) == 2
    assert RoomCard().elapsed(5) is None
