"""Random floors: no second is lost or counted twice, whatever is done, repaired, taken back and done again."""

from dataclasses import replace

import pytest
from hypothesis import Phase
from hypothesis.stateful import run_state_machine_as_test

from t2desk.domain.floor import Turn
from t2desk.services import floor_repair
from tests.services.floor_histories import FloorHistories
from tests.services.stateful import histories


@pytest.fixture
def floors(sitting):
    """Run random floors, each a session of one dossier; the dossier proves itself at the end."""
    sitting.do("session.adjourn")

    class InOneRoom(FloorHistories):
        room = sitting

    def run(examples, steps):
        run_state_machine_as_test(InOneRoom, settings=histories(examples, steps, (Phase.generate,), derandomize=True))
        sitting.verify()

    return run


def test_two_hundred_floors(floors):
    floors(200, 15)


@pytest.mark.timeout(3600)
@pytest.mark.campaign
def test_ten_thousand_floors(floors):
    floors(10_000, 30)


genuine_resume = Turn.resume_at


def forgets_the_pause(self, now):
    return replace(genuine_resume(self, now), paused_seconds=self.paused_seconds)


def test_a_pause_that_is_forgotten_is_found(floors, monkeypatch):
    monkeypatch.setattr(Turn, "resume_at", forgets_the_pause)
    with pytest.raises((AssertionError, ExceptionGroup)):
        floors(200, 30)


def test_a_split_that_loses_a_millisecond_is_found(floors, monkeypatch):
    genuine = floor_repair.replace

    def short(value, **changes):
        if "since" in changes and changes.get("seconds"):
            changes["seconds"] = max(0.0, round(changes["seconds"] - 0.001, 3))
        return genuine(value, **changes)

    monkeypatch.setattr(floor_repair, "replace", short)
    with pytest.raises((AssertionError, ExceptionGroup)):
        floors(300, 30)
