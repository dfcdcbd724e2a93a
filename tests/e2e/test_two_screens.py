"""Two screens on a real X server, changed under a real desk and a real room: what stands on them is grabbed."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.storage.dossiers import PASSPHRASE, make

TREE = Path(__file__).resolve().parents[2]
ACTS = (("person.add", {"display_name": "Amina Yusuf", "party": "North", "id": "p01"}),)
CHANGES = 10  # as many as there are kinds


def watched(tmp_path, changes, faults="none", seconds=100):
    """Return what was seen after each change."""
    if lacking := [one for one in ("xvfb-run", "Xvfb", "xrandr") if not shutil.which(one)]:
        pytest.skip(f"screens are changed on an X server of its own; missing here: {', '.join(lacking)}")
    dossier, report = make(tmp_path / "d.t2d", *ACTS), tmp_path / "report.json"
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    screen = ["xvfb-run", "-a", "-s", "-screen 0 1740x1000x24 -nolisten tcp -noreset"]
    order = [str(dossier), PASSPHRASE, str(changes), "7", faults, str(report)]
    done = subprocess.run(
        [*screen, sys.executable, "-m", "tests.e2e.screens_watcher", *order], cwd=TREE, capture_output=True, text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "xcb", "XDG_RUNTIME_DIR": str(runtime)}, check=False, timeout=seconds,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(report.read_text("utf-8"))


def left(rows):
    """Return what still stood where it must not, long after a change."""
    return [row["change"] for row in rows if row["private left"] or row["room left"]]


def test_after_every_kind_of_change_no_private_page_and_no_picture_stands_on_a_foreign_screen(tmp_path):
    rows = watched(tmp_path, CHANGES)
    assert len(rows) == CHANGES
    assert left(rows) == []
    uncovered = {row["change"] for row in rows if row["desk"] != "curtain"}
    assert uncovered == {"pull", "shrink"}  # which leave the desk alone where it was


@pytest.mark.parametrize(("fault", "change", "count"), [("screens", "mirror", 2), ("moves", "move over", CHANGES)])
@pytest.mark.campaign
def test_a_planted_fault_is_seen(tmp_path, fault, change, count):
    assert change in left(watched(tmp_path, count, fault))


@pytest.mark.campaign
@pytest.mark.timeout(1500)
def test_in_200_random_changes_nothing_private_stands_on_a_foreign_screen(tmp_path):
    rows = watched(tmp_path, 200, seconds=1400)
    for what in ("blank", "desk cleared", "room busy"):
        told = sorted(row[what] for row in rows)
        print(f"{what}: median {told[100]:.3f} s, p95 {told[190]:.3f} s, most {told[-1]:.3f} s")
    assert left(rows) == []
