"""Row keys: written and read back, refused when they are anything else."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from t2desk.domain.keys import KEY_LIMIT, key_from_text, key_to_text
from t2desk.domain.record_schema import RECORD_SCHEMA

KEYS = st.integers(1, KEY_LIMIT - 1)


@given(KEYS)
def test_key_reads_back_as_it_was(key):
    assert key_from_text(key_to_text(key)) == key


@given(KEYS)
def test_key_is_written_without_letters_that_look_alike(key):
    assert not set("ilou") & set(key_to_text(key))


@given(KEYS)
def test_key_fits_the_record_schema(key):
    sessions = RECORD_SCHEMA["properties"]["meetings"]["items"]["properties"]["sessions"]["items"]["properties"]
    pattern = sessions["notes"]["items"]["properties"]["id"]["pattern"]
    assert re.search(pattern, key_to_text(key))


@given(KEYS, KEYS)
def test_keys_differ_when_their_words_differ(one, other):
    assert (key_to_text(one) == key_to_text(other)) is (one == other)


@pytest.mark.parametrize(
    "text", ["", "0" * 11, "z" * 11, "1" * 10, "1" * 12, "0000000000i", "0000000000A", "0000000000 ", "٠" * 11]
)
def test_key_is_refused_when_malformed(text):
    with pytest.raises(ValueError):
        key_from_text(text)


def test_the_limits_are_the_first_and_last_key():
    assert key_from_text(key_to_text(1)) == 1
    assert key_from_text(key_to_text(KEY_LIMIT - 1)) == KEY_LIMIT - 1
    with pytest.raises(ValueError):
        key_from_text(key_to_text(KEY_LIMIT))
