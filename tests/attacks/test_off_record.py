"""Off the record, and "forget that": not one byte is left in file, write-ahead log or backups; a control is found."""

import random

import pytest

from tests.attacks.looking import hits, images
from tests.attacks.pages import key_in
from tests.attacks.sittings import room_for
from tests.services.desks import id_of

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


@pytest.mark.parametrize("seed", range(3))
def test_nothing_is_left(tmp_path, seed):
    check(run(tmp_path, seed))


@pytest.mark.campaign
@pytest.mark.timeout(1800)
def test_nothing_is_left_in_fifty_runs(tmp_path):
    for seed in range(100, 150):
        check(run(tmp_path, seed))
