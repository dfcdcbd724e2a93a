"""The whole way through the window, from outside: a screen, a bus, real keys, and what the dossier holds afterwards."""

import json
import re
from pathlib import Path

import pytest

from t2desk.domain.ways_in import RECOVERY
from t2desk.vault.slots import confirm_slot
from tests.cli.outside import PROGRAM, opened
from tests.e2e.driving import drive, missing
from tests.storage.dossiers import PASSPHRASE, make, opening

DRIVER = Path(__file__).with_name("window_driver.py")

SERIES, SESSION, ITEM = "Upper valley dialogue", "Morning at the mill", "Shared wells"
MIRELA, TADEO = ("Mirela Dostal", "North bank"), ("Tadeo Quint", "South bank")
NOTE, POINT = "The ferry stops at dusk", "Wells are measured together"
PRIVATE = (SERIES, SESSION, ITEM, NOTE, POINT, *MIRELA, *TADEO)
ON_THE_DESK = (SERIES, ITEM, POINT, *MIRELA)
VIEWS = (("alt+1", "prepare"), ("alt+3", "after"), ("alt+4", "records"), ("alt+5", "settings"), ("alt+2", "desk"))
ACTS = (
    *(("person.add", {"display_name": name, "party": party}) for name, party in (MIRELA, TADEO)),
    ("session.add", {"title": SESSION}),
    ("item.add", {"title": ITEM, "minutes": 20}),
)


@pytest.fixture
def dossier(tmp_path):
    """A dossier with a planned session; its recovery code was typed back, so that the door does not ask for it."""
    path = make(tmp_path / "dialogue.t2d", *ACTS, title=SERIES)
    with opening(path) as dossier:
        header = dossier.header()
        (slot,) = (slot for slot in header.slots if slot.kind == RECOVERY)
        dossier.save_header(confirm_slot(header, slot.id))
    return path


def sit_at_the_window(dossier, home, top):
    """Let the driver play its part on a screen and a bus of its own; return what it saw, and the sockets made."""
    log = top / "sockets.log"
    watched = ["strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=socket", "-o", str(log)]
    played = {
        "command": [*watched, *PROGRAM, str(dossier)],
        "home": str(home),
        "passphrase": PASSPHRASE,
        "lines": [("F2", NOTE, ""), ("ctrl+g", POINT, POINT)],
        "speakers": [("tad", TADEO[0]), ("mir", MIRELA[0])],
        "views": VIEWS,
    }
    seen = drive(DRIVER, played, home, top, "1600x1000", seconds=110)
    return seen, re.findall(r"socket\((\w+)", log.read_text())


def private_in(words):
    return {private for private in PRIVATE if any(private in said for said in words)}


def stops(controls):
    """Return where Tab must stop: at every control, and once in a choice among a few, where arrows go on."""
    return {one["id"].partition("-")[0] if one["role"] == "radio button" else one["id"] for one in controls}


def check_the_door(seen):
    assert PASSPHRASE not in " ".join(seen["read at the door"])
    for face, reached in seen["by tab"].items():
        controls = seen["controls"][face]
        assert stops(one for one in controls if one["id"] in reached) == stops(controls)


def check_the_curtain(seen):
    assert private_in(seen["read before the curtain"]) >= set(ON_THE_DESK)
    assert private_in(seen["read while curtained"]) == set()


def check_the_names(seen):
    assert set(seen["titles"]) == {"t2desk"}
    for place, controls in seen["controls"].items():
        assert controls, place
        assert [one for one in controls if not one["name"] or not one["role"]] == [], place


def check_the_roles(seen):
    views = {f"view-{name}": name for _, name in VIEWS}
    for place, controls in seen["controls"].items():
        told = [one for one in controls if one["id"] in views]
        assert {one["role"] for one in told} <= {"radio button"}, place
        assert [views[one["id"]] for one in told if one["on"]] in ([], [place if place in views.values() else "desk"])
        # A choice is told by what it is about; what is chosen is the one selected row of its list.
        choices = [one for one in controls if one["role"] == "combo box"]
        assert [one["id"] for one in choices if len(one["chosen"]) != 1 or one["name"] in one["chosen"]] == [], place
        assert [one["id"] for one in controls if one["role"] == "filler"] == [], place


def check_the_dossier(home, dossier):
    shown = opened(home, "show", dossier, "--json")
    assert shown.code == 0, shown.err
    (session,) = json.loads(shown.out)["meetings"][0]["sessions"]
    assert session["state"] == "open"
    assert [(note["kind"], note["text"]) for note in session["notes"]] == [("fact", NOTE)]
    assert [point["text"] for point in session["points"]] == [POINT]
    assert [turn["person"] for turn in session["turns"]] == ["p01"]
    assert session["queue"] == []


def test_a_session_is_held_by_keys_and_kept(dossier, home, tmp_path):
    if lacking := missing():
        pytest.skip(f"the window is driven from outside; missing here: {', '.join(lacking)}")
    seen, sockets = sit_at_the_window(dossier, home, tmp_path)
    print(seen["seconds"])
    assert seen["code"] == 0
    check_the_door(seen)
    check_the_names(seen)
    check_the_roles(seen)
    check_the_curtain(seen)
    assert set(sockets) == {"AF_UNIX"}
    check_the_dossier(home, dossier)
    left = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file()).decode(errors="replace")
    assert private_in([left]) == set()
