"""Whatever is done in whatever order: refusals change nothing, undo and redo are exact, the log proves it all."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import Phase
from hypothesis.stateful import run_state_machine_as_test

from t2desk.domain.changes import Changes
from t2desk.domain.desk_errors import DataDamaged
from t2desk.domain.floor import Turn
from t2desk.domain.points import Wording
from t2desk.services import desk, points, settling
from t2desk.storage.work import SqlWork
from tests.services.desks import Room, sealed_source
from tests.services.histories import Histories
from tests.services.stateful import histories


class InRooms(Histories):
    """Histories in rooms on a file of their own, which is gone afterwards."""

    def open_room(self):
        self.folder = tempfile.TemporaryDirectory()
        return Room(Path(self.folder.name) / "room.t2d", sealed_source)

    def teardown(self):
        try:
            super().teardown()
        finally:
            if hasattr(self, "folder"):
                self.folder.cleanup()


def run(examples, steps, phases=tuple(Phase)):
    run_state_machine_as_test(InRooms, settings=histories(examples, steps, phases))


def test_short_histories():
    run(25, 25)


@pytest.mark.campaign
@pytest.mark.timeout(3600)
def test_two_thousand_histories():
    run(2_000, 40)


def forgetful_inverse(self):
    return Changes(
        tuple(row for row in genuine_inverse(self))[:-1] if len(self.rows) > 1 else genuine_inverse(self).rows
    )


genuine_inverse = Changes.inverse
genuine_end = Turn.end_at
genuine_word = points.word_point


def generous_end(self, now):
    ended = genuine_end(self, now)
    return type(ended)(**{name: getattr(ended, name) for name in ended.__slots__} | {"seconds": ended.seconds + 3600})


FAULTS = {
    "undo forgets a row": (Changes, "inverse", forgetful_inverse),
    "a second counts twice": (Turn, "end_at", generous_end),
    "off the record lets everything in": (desk, "refuse_while_off_record", lambda work: None),
    "settling forgets the traces": (settling, "forget_session", lambda work, session, recording: None),
}


# Those that random histories come upon late are looked for in the campaign.
LATE = {"a second counts twice", "settling forgets the traces"}


@pytest.mark.parametrize(
    "what", [pytest.param(what, marks=[pytest.mark.campaign] if what in LATE else []) for what in FAULTS]
)
def test_a_planted_fault_is_found(what, monkeypatch):
    owner, name, fault = FAULTS[what]
    monkeypatch.setattr(owner, name, fault)
    with pytest.raises((AssertionError, DataDamaged, ExceptionGroup)):
        run(300, 40, [Phase.generate])


@pytest.mark.campaign
def test_a_wording_that_is_written_over_is_found(monkeypatch):
    def write_over(work, wording):
        before = work.find(Wording, wording.key) or next(iter(work.select(Wording)), wording)
        genuine_put(work, wording if before is wording else type(wording)(before.key, *parts(wording)[1:]))

    def parts(wording):
        return [getattr(wording, name) for name in wording.__slots__]

    genuine_put = SqlWork.put
    monkeypatch.setattr(SqlWork, "put", lambda w, v: write_over(w, v) if isinstance(v, Wording) else genuine_put(w, v))
    with pytest.raises((AssertionError, DataDamaged, ExceptionGroup)):
        run(300, 40, [Phase.generate])
