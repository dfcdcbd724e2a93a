"""Off the record, and "forget that": not one byte is left in file, write-ahead log or backups; a control is found."""

import random

import pytest

from t2desk.app.dossier import Machine
from t2desk.system.random_keys import SeededKeys
from tests.attacks.looking import hits, images
from tests.attacks.pages import key_in
from tests.attacks.sittings import room_for
from tests.services.desks import id_of
from tests.storage.dossiers import opening

KEPT = "kept-quicksilver-heron"


def canary(chance):
    return f"canary-{chance.randrange(10**15):015d}"


def run(folder, seed):
    """Type, back up, go off the record; say it again, and have it forgotten; return what was found when."""
    chance = random.Random(seed)
    half, said, worded = (canary(chance) for _ in range(3))
    opened, clock = room_for(folder / f"{seed}.t2d", seed)
    with opened as dossier:
        key = key_in(dossier._key_text())
        act = dossier.desk.perform
        act("session.open", {"title": "First"})
        act("note.add", {"text": KEPT})
        act("turn.start", {"person": "speaker-01"})
        for length in range(10, len(half) + 1):
            act("draft.save", {"id": "capture", "text": half[:length]})
        clock.forward(chance.uniform(60, 600))
        dossier.back_up()
        typed = hits(images(dossier, key), half.encode())
        act("off_record.begin", {})
        off = hits(images(dossier, key), half.encode())
        clock.forward(60)
        act("off_record.end", {})
        act("turn.start", {"person": "speaker-02"})
        act("note.add", {"text": said})
        point = act("point.propose", {"text": worded})[0]
        act("point.concern", {"point": id_of(point), "text": f"Not {said}"})
        act("draft.save", {"id": "capture", "text": said})
        dossier.back_up()
        clock.forward(5)
        spoken = hits(images(dossier, key), said.encode(), worded.encode())
        act("off_record.forget", {"seconds": 10})
        forgotten = hits(images(dossier, key), said.encode(), worded.encode())
        assert dossier.desk.read(lambda work: work.texts(type(point), "state")) == ()
        kept = hits(images(dossier, key), KEPT.encode())
        dossier.verify()
        dossier.desk.undo()  # the turn that began meanwhile
        dossier.verify()
    return typed, off, spoken, forgotten, kept


def check(found):
    typed, off, spoken, forgotten, kept = found
    places = {name.rpartition(".")[2] for name, _ in typed}
    assert places == {"log", "t2d"}, "the planted words were not found: the search is blind"
    assert len({word for _, word in spoken}) == 2
    assert {name for name, _ in kept} >= {"file"}
    assert (off, forgotten) == (set(), set())


def again(folder, seed, clock, time):
    """Return how to open a dossier once more, on the same clock, with keys that were not drawn before."""
    return opening(folder / f"{seed}.t2d", machine=Machine(clock=clock, keys=SeededKeys(1000 * time + seed)))


def run_again(folder, seed):
    """Say it, have the program started again, which remembers nothing, and have it forgotten; what was found when."""
    chance = random.Random(seed)
    said, worded, neutral, concluded = (canary(chance) for _ in range(4))
    planted = [one.encode() for one in (said, worded, neutral, concluded)]
    opened, clock = room_for(folder / f"{seed}.t2d", seed)
    with opened as dossier:
        act = dossier.desk.perform
        act("session.open", {"title": "First"})
        item = act("item.add", {"title": "Wells", "minutes": 10})[0].id
        note = act("note.add", {"text": KEPT})[0]
        point = act("point.propose", {"text": "Kept"})[0]
    with again(folder, seed, clock, 1) as dossier:
        act = dossier.desk.perform
        clock.forward(chance.uniform(60, 300))
        act("note.add", {"text": said})
        act("note.reword", {"note": id_of(note), "neutral": neutral})
        act("point.word", {"point": id_of(point), "text": worded})
        act("item.conclude", {"item": item, "text": concluded})
        dossier.back_up()
        spoken = hits(images(dossier, key_in(dossier._key_text())), *planted)
    with again(folder, seed, clock, 2) as dossier:
        assert dossier.desk.history.last_done() is None
        dossier.desk.perform("off_record.forget", {"seconds": 30})
        key = key_in(dossier._key_text())
        forgotten, kept = hits(images(dossier, key), *planted), hits(images(dossier, key), KEPT.encode())
        dossier.verify()
    return spoken, forgotten, kept


def check_again(found):
    spoken, forgotten, kept = found
    assert len({word for _, word in spoken}) == 4, "the planted words were not found: the search is blind"
    assert {name for name, _ in kept} >= {"file"}
    assert forgotten == set()


@pytest.mark.parametrize("seed", range(3))
def test_nothing_is_left_after_a_restart(tmp_path, seed):
    check_again(run_again(tmp_path, seed))


@pytest.mark.campaign
@pytest.mark.timeout(1800)
def test_nothing_is_left_after_a_restart_in_fifty_runs(tmp_path):
    for seed in range(200, 250):
        check_again(run_again(tmp_path, seed))


@pytest.mark.parametrize("seed", range(3))
def test_nothing_is_left(tmp_path, seed):
    check(run(tmp_path, seed))


@pytest.mark.campaign
@pytest.mark.timeout(1800)
def test_nothing_is_left_in_fifty_runs(tmp_path):
    for seed in range(100, 150):
        check(run(tmp_path, seed))
