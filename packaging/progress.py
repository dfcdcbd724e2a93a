"""What the set-up says while it works, and how it says no."""

import sys

MACHINE_FAILED = 3


class Refusal(Exception):
    """Something stands in the way; its text is one sentence that says what to do."""


def say(sentence: str) -> None:
    """Tell on standard error what is being done, so that standard output stays the tool's own."""
    print(f"dev: {sentence}", file=sys.stderr, flush=True)
