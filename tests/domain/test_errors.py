"""Refusals: sentences with places, filled from details that the exception's own text never shows."""

import importlib
import inspect
import string
import traceback

import pytest

from t2desk.domain.errors import DeskError, MachineFailed, Refused, WrongUsage

MODULES = ["errors", "desk_errors", "operation_errors", "vault_errors", "intake_errors", "disk", "editions",
           "edition_errors"]  # fmt: skip
KINDS = sorted(
    {
        kind
        for name in MODULES
        for _, kind in inspect.getmembers(importlib.import_module(f"t2desk.domain.{name}"), inspect.isclass)
        if issubclass(kind, DeskError)
    },
    key=lambda kind: (kind.__module__, kind.__name__),
)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: f"{kind.__module__.split('.')[-1]}.{kind.__name__}")
def test_every_refusal_is_a_sentence_that_can_be_filled(kind):
    places = {name for _, name, _, _ in string.Formatter().parse(kind.sentence) if name}
    assert all(place.isidentifier() for place in places)
    filled = kind.sentence.format(**dict.fromkeys(places, "x"))
    assert filled.endswith((".", "}", "x", "?")), filled
    assert filled[0].isupper() or not filled[0].isalpha()


@pytest.mark.parametrize("kind", [Refused, WrongUsage, MachineFailed])
def test_no_traceback_carries_content(kind):
    error = kind(field="CANARY")
    shown = "".join(traceback.format_exception_only(error)) + str(error) + repr(error)
    assert "CANARY" not in shown
    assert error.details == {"field": "CANARY"}


def test_there_are_refusals_of_all_three_exit_codes():
    for parent in (Refused, WrongUsage, MachineFailed):
        assert any(issubclass(kind, parent) for kind in KINDS)
