"""The window over a session with an interrupt, a gap and a question."""

import pytest

from tests.ui.floor.conftest import SITTING, hands  # noqa: F401


def after(seconds):
    """Let time pass between two acts."""
    return lambda room: room.clock.forward(seconds)


HELD = (
    *SITTING,
    ("turn.start", {"person": "p01"}), after(300),
    ("turn.start", {"person": "p03", "kind": "point_of_order"}), after(30), "turn.end", after(120), "turn.end",
    after(200), "item.next",
    ("turn.start", {"person": "p05", "kind": "question"}), after(90), ("turn.start", {"person": "p04"}), after(400),
)  # fmt: skip


@pytest.fixture
def shown(hands):  # noqa: F811
    """The timeline of a session that is under way."""
    made = hands(*HELD)
    made.press("Alt+6")
    return made
