"""Whatever is done to the floor in whatever order: its time agrees with a model that shares nothing with it."""

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from t2desk.domain import floor as floor_rules
from t2desk.domain.changes import Changes
from t2desk.domain.floor import Turn
from t2desk.domain.moments import Moment
from t2desk.services import desk, floor, series, settling
from t2desk.services.operations import OPERATIONS
from tests.services.desks import Room
from tests.services.floor_histories import ACTS, Sittings

MEMORY = Path("/dev/shm")
ROOT = MEMORY if MEMORY.is_dir() else None


class InRooms(Sittings):
    """Sittings in rooms on a file of their own, which is gone afterwards."""

    def open_room(self):
        self.folder = tempfile.TemporaryDirectory(dir=ROOT)
        return Room(Path(self.folder.name) / "room.t2d")

    def teardown(self):
        try:
            super().teardown()
        finally:
            if hasattr(self, "folder"):
                self.folder.cleanup()


def run(examples, steps, phases=tuple(Phase), always_the_same=False):
    how = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        derandomize=always_the_same,
        print_blob=False,
        database=None,
        phases=phases,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(InRooms, settings=how)


def test_short_sittings():
    run(100, 16)


def test_every_act_of_the_floor_is_among_those_of_the_sittings():
    assert {one.name for one in OPERATIONS.all() if one.name.startswith(("turn.", "queue."))} == ACTS


@pytest.mark.campaign
@pytest.mark.timeout(3600)
def test_ten_thousand_sittings():
    run(10_000, 25)


def shorter_by_a_second(self, now):
    ended = genuine["end_at"](self, now)
    return replace(ended, seconds=max(0.0, ended.seconds - 1))


def pause_that_is_not_counted(self, now):
    resumed = genuine["resume_at"](self, now)
    return replace(resumed, paused_seconds=self.paused_seconds)


def always_goes_on(work):
    ended = genuine["end_turn"](work)
    if ended.interrupted is not None:
        before = work.get(Turn, ended.interrupted)
        work.put(before.resume_at(work.now))
    return ended


def pauses_again(self, now):
    return replace(self, paused=now, paused_seconds=self.paused_seconds)


def by_the_wall_clock(self, later):
    return max(0, later.wall - self.wall) / 1000


def forgetful_inverse(self):
    inverse = genuine["inverse"](self)
    return Changes(inverse.rows[:-1]) if len(inverse.rows) > 1 else inverse


genuine = {
    "end_at": Turn.end_at,
    "resume_at": Turn.resume_at,
    "end_turn": floor.end_turn,
    "inverse": Changes.inverse,
}
# Each: what goes wrong, whose, which part, and what is put in its place.
FAULTS = {
    "a turn loses a second": (Turn, "end_at", shorter_by_a_second),
    "a pause is charged to the speaker": (Turn, "resume_at", pause_that_is_not_counted),
    "the wall clock decides": (Moment, "seconds_until", by_the_wall_clock),
    "the turn before is not ended": (floor, "_give_way", lambda work, session, kind: None),
    "the queue keeps who speaks": (floor, "_leave", lambda work, session, person: True),
    "undo forgets a row": (Changes, "inverse", forgetful_inverse),
    "off the record stops nobody": (series, "stop_turns", lambda work, session: None),
    "off the record lets everything in": (desk, "refuse_while_off_record", lambda work: None),
    "a total of one is kept": (floor_rules, "FEWEST_CANDIDATES", 1),
    "settling keeps the queue and the turns": (settling, "_settle_floor", lambda work, session, kept: None),
}


@pytest.mark.parametrize("what", FAULTS)
def test_a_planted_fault_is_found(what, monkeypatch):
    owner, name, fault = FAULTS[what]
    monkeypatch.setattr(owner, name, fault)
    with pytest.raises((AssertionError, KeyError, ExceptionGroup)):
        run(300, 30, [Phase.generate], always_the_same=True)
