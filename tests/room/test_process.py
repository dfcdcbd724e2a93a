"""The room's process: fed by one pipe, it holds nothing of a dossier, and survives neither doubt nor the desk's end."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from t2desk.app.room_display import RoomDisplay
from t2desk.domain.room_card import RoomCard
from t2desk.domain.room_choices import Shown
from t2desk.services.room_card import room_card
from tests.storage import dossiers

PRIVATE = {
    "name": "Zuleikha Quorvantes", "descriptor": "quondam harbourmaster xylo", "note": "whispered vellichor about dams",
    "alias": "Brontolphus", "affiliation": "Ministry of Kwyjibo", "aim": "unsettle frobnitz",
}  # fmt: skip
OTHERS = {name: value[::-1] for name, value in PRIVATE.items()}
PUBLIC = "Measuring the Umlautberg weir"


def screen_file(folder):
    screens = [
        {"name": name, "x": x, "y": 0, "width": 640, "height": 360, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        for name, x in (("LAPTOP", 0), ("PROJECTOR", 640))
    ]
    path = folder / "two.json"
    path.write_text(json.dumps({"screens": screens}), "utf-8")
    return path


def in_session(path, private):
    dossiers.make(path)
    with dossiers.opening(path) as dossier:
        acts = [
            ("person.add", {"id": "p1", "display_name": private["name"], "party": "Upper valley",
                            "descriptor": private["descriptor"], "aliases": [private["alias"]],
                            "affiliation": private["affiliation"]}),
            ("session.open", {"title": "Morning"}),
            ("item.add", {"title": PUBLIC, "minutes": 20, "aim": private["aim"]}),
            ("item.next", {}),
            ("turn.start", {"person": "p1"}),
            ("note.add", {"text": private["note"]}),
        ]  # fmt: skip
        dossiers.perform(dossier, *acts)
        yield dossier


def cards_of(dossier, parties):
    now = dossier.desk.clock.now()
    for shown in Shown:
        dossiers.perform(dossier, ("room.choose", {"shown": shown.value, "parties": parties, "balance": parties}))
        yield dossier.desk.read(lambda work: room_card(work, 1, now, str))


def memory_of(process):
    """Return all that a process holds and that can be read."""
    with Path(f"/proc/{process}/maps").open() as maps, Path(f"/proc/{process}/mem").open("rb") as memory:
        for line in maps:
            where, may, *_ = line.split()
            begin, end = (int(one, 16) for one in where.split("-"))
            if may.startswith("rw"):
                memory.seek(begin)
                try:
                    yield memory.read(end - begin)
                except OSError:
                    continue


def found_in(process, words):
    forms = {form: one for one in words for form in (one.encode(), one.encode("utf-16-le"))}
    return {forms[form] for part in memory_of(process) for form in forms if form in part}


def wait_for(process, words, rounds=2000):
    """Look until words are there: each look reads the whole process, so that nothing needs to sleep."""
    return any(found_in(process, [words]) for _ in range(rounds))


@pytest.fixture
def display(tmp_path, monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", f"offscreen:configfile={screen_file(tmp_path)}")
    monkeypatch.setenv("T2DESK_SECRET", PRIVATE["name"])
    made = RoomDisplay()
    yield made
    made.end()


@pytest.mark.parametrize("parties", [False, True])
def test_the_card_is_the_same_whoever_the_people_are(tmp_path, parties):
    seen = []
    for number, private in enumerate((PRIVATE, OTHERS)):
        for dossier in in_session(tmp_path / f"{number}.t2d", private):
            seen.append([replace(card, start=None) for card in cards_of(dossier, parties)])
    assert seen[0] == seen[1]
    assert any(PUBLIC in card.item for card in seen[0])
    assert any(card.label == "Upper valley" for card in seen[0]) is parties


@pytest.mark.skipif(not sys.platform.startswith("linux") or os.geteuid() != 0, reason="reads /proc/PID/mem as root")
def test_its_memory_holds_no_canary_and_the_planted_one_is_found(tmp_path, display):
    for dossier in in_session(tmp_path / "d.t2d", PRIVATE):
        assert display.begin()
        for grant, card in enumerate(cards_of(dossier, parties=True), start=1):
            assert display.tell(replace(card, screen="PROJECTOR", blank=False, grant=grant))
        process = display.process_id()
        assert wait_for(process, PUBLIC)
        assert found_in(process, [*PRIVATE.values(), dossiers.PASSPHRASE, str(tmp_path / "d.t2d")]) == set()
        environment = Path(f"/proc/{process}/environ").read_bytes()
        assert b"T2DESK" not in environment


def test_one_that_died_is_started_again_only_when_somebody_asks(display):
    card = RoomCard(screen="PROJECTOR", blank=False, item="Water")
    assert not display.tell(card)
    assert display.begin()
    first = display.process_id()
    assert display.tell(card)
    os.kill(first, 9)
    display._child.wait()
    assert not display.lives()
    assert not display.tell(card)
    assert display.process_id() is None
    assert display.begin()
    assert display.process_id() not in {None, first}


def test_it_leaves_when_the_pipe_ends_and_nothing_was_shown(display):
    display.begin()
    display.tell(RoomCard(screen="PROJECTOR", blank=False))
    display.tell(RoomCard())
    os.close(display._pipe)
    display._pipe = None
    assert display._child.wait(20) == 0


def test_one_that_does_not_read_keeps_nobody_waiting(display):
    card = RoomCard(screen="PROJECTOR", blank=False, text="a" * 4000)
    display.begin()
    assert display.tell(card)
    os.kill(display.process_id(), 19)
    assert not all(display.tell(card) for _ in range(60))
    assert not display.lives()


NEXT_IMAGE = """
import sys
from t2desk.app.room_display import RoomDisplay
from t2desk.domain.room_card import RoomCard
display = RoomDisplay.taken_over(sys.argv[1])
assert display.lives()
assert display.tell(RoomCard(screen="PROJECTOR", blank=False, grant=2, item=sys.argv[2]))
print(display.process_id(), flush=True)
sys.stdin.read()
display.end()
assert not display.lives()
print("ended", flush=True)
"""
FIRST_IMAGE = """
import os, sys
from t2desk.app.room_display import RoomDisplay
from t2desk.domain.room_card import RoomCard
display = RoomDisplay()
assert display.begin()
assert display.tell(RoomCard(screen="PROJECTOR", blank=False, grant=1, keeps=True, item=sys.argv[2]))
os.execv(sys.executable, [sys.executable, "-c", sys.argv[1], display.hand_over(), sys.argv[3]])
"""


@pytest.mark.skipif(not sys.platform.startswith("linux") or os.geteuid() != 0, reason="reads /proc/PID/mem as root")
def test_the_picture_survives_a_lock_that_replaces_the_process_and_the_next_image_feeds_it(display):
    del display  # only its screens are wanted
    before, after = "Umlautberg", "Querfeldein"
    images = [sys.executable, "-c", FIRST_IMAGE, NEXT_IMAGE, before, after]
    desk = subprocess.Popen(images, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2])
    process = int(desk.stdout.readline())
    assert wait_for(process, after)
    assert desk.communicate()[0] == b"ended\n"
    assert desk.returncode == 0
    assert not Path(f"/proc/{process}").exists()


def test_a_display_that_is_gone_hands_nothing_over(display):
    assert display.hand_over() is None
    display.begin()
    display.end()
    assert display.hand_over() is None
