"""What settling removes is in no page, no write-ahead log and no backup; before settling the same search finds it."""

import pytest

from tests.attacks.looking import hits, images
from tests.attacks.pages import key_in
from tests.attacks.sittings import hold, room_for
from tests.services.desks import id_of
from tests.storage.dossiers import opening

CANARIES = ("removed-quicksilver-heron", "drafted-quicksilver-heron", "undone-quicksilver-heron")
KEPT = "kept-quicksilver-heron"


def plant(sitting):
    """Leave words that must go, and who said something; return how each lies in a row."""
    act = sitting.act
    removed = act("note.add", text=CANARIES[0])
    act("draft.save", id="capture", text=CANARIES[1])
    act("note.add", text=CANARIES[2])
    sitting.dossier.desk.undo()
    act("note.add", text=KEPT)
    act("rule.set", preset="on_the_record")
    said = act("note.add", text="said on the record", said_by="speaker-07").key
    sitting.dossier.back_up()
    from_key = said.to_bytes(8, "big")
    act("note.remove", note=id_of(removed))
    return (*(word.encode() for word in CANARIES), from_key + b"speaker-07", from_key + b"00177")


@pytest.mark.parametrize("adjourned_first", [False, True])
@pytest.mark.parametrize("seed", range(3))
def test_nothing_of_what_is_removed_is_left_once_settled(tmp_path, seed, adjourned_first):
    opened, clock = room_for(tmp_path / "series.t2d", seed)
    with opened as dossier:
        key = key_in(dossier._key_text())
        sitting = hold(dossier, clock, seed)
        planted = plant(sitting)
        before = images(dossier, key)
        for word in planted:
            assert {name for name, _ in hits(before, word)} & {"log", "000001.t2d"}, word
        if adjourned_first:
            sitting.act("session.adjourn")
        sitting.act("session.close")
        check_clean(images(dossier, key), planted)
    with opening(tmp_path / "series.t2d") as dossier:
        check_clean(images(dossier, key), planted)


def check_clean(clear, planted):
    assert hits(clear, *planted) == set()
    for name in set(clear) - {"log"}:
        assert KEPT.encode() in clear[name]
