"""The linter: promises that nobody can keep are found in three languages; the texts we bring promise none."""

import pytest

from t2desk.domain.promises import promises_in
from t2desk.domain.rules import PRESETS


@pytest.mark.parametrize(
    ("text", "found"),
    [("Your words stay absolutely confidential, forever.", ["absolutely", "forever"]),
     ("We guarantee complete secrecy: under no circumstances will it leave.",
      ["guarantee", "complete secrecy", "under no circumstances"]),
     ("Nous garantissons un anonymat total, jamais rompu.", ["garantissons", "anonymat total", "jamais"]),
     ("نضمن السرية المطلقة إلى الأبد", ["نضمن", "المطلقة", "إلى الأبد"]),
     ("Notes are destroyed on 4 May 2027 unless a court forbids it.", []),
     ("The nevertheless careful reader", [])],
)  # fmt: skip
def test_promises_are_found(text, found):
    assert [one.words for one in promises_in(text)] == found
    assert all(text[one.start : one.end] == one.words for one in promises_in(text))


@pytest.mark.parametrize("preset", PRESETS.values(), ids=lambda preset: preset.name)
def test_no_text_of_ours_promises_too_much(preset):
    assert promises_in(preset.text) == promises_in(preset.sentence) == ()
