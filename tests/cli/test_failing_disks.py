"""A disk that is full, or read-only, or bounded: one sentence, the code 3, nothing lost, and it opens afterwards."""

import json
import shutil
import subprocess
import sys

import pytest

from tests.cli.outside import opened, refused
from tests.storage.dossiers import make, names_in, opening, session, sql

UNSHARE = ["unshare", "-m"]


def can_mount():
    """Say whether this process may mount a small disk that nobody else sees."""
    if not sys.platform.startswith("linux") or shutil.which("unshare") is None:
        return False
    trial = [*UNSHARE, "mount", "-t", "tmpfs", "-o", "size=64k", "none", "/tmp"]
    return subprocess.run(trial, capture_output=True, check=False).returncode == 0


needs_mount = pytest.mark.skipif(
    not can_mount(), reason="small disks are mounted by unshare -m, which is not permitted"
)
needs_prlimit = pytest.mark.skipif(shutil.which("prlimit") is None, reason="prlimit bounds the size of files")

ON_A_DISK = """
set -e
mount -t tmpfs -o "size=$1" none "$2"
cp -a "$3/." "$2/"
mount -o "remount,$4" "$2"
places="$2 $5"
shift 5
set +e
"$@"
code=$?
set -e
cp -a "${places% *}/." "${places#* }/"
exit $code
"""


@pytest.fixture
def disk(home):
    """Return how to run on a small disk: `before` for a run, the folder it sees, and what was left on it."""
    mounted, source, left = (home / name for name in ("disk", "source", "left"))
    for folder in (mounted, source, left):
        folder.mkdir()

    def of(size, options="rw"):
        return [*UNSHARE, "sh", "-c", ON_A_DISK, "sh", size, str(mounted), str(source), options, str(left)]

    return of, mounted, source, left


def lines(count, length):
    text = "x" * length
    return b"".join(json.dumps({"op": "note.add", "text": f"{n} {text}"}).encode() + b"\n" for n in range(count))


def acknowledged(ran):
    return [line for line in ran.lines() if line.startswith("ok ")]


def notes_in(path):
    with opening(path) as dossier:
        dossier.verify()
        return sql(dossier, "SELECT count(*) FROM notes")[0][0]


@needs_mount
@pytest.mark.parametrize("size", ["640k", "1m", "18m"])
def test_a_full_disk_loses_no_acknowledged_line_and_opens_again(disk, home, size):
    before, mounted, source, left = disk
    make(source / "series.t2d", session())
    shutil.rmtree(source / "series.t2d-backups")
    ran = opened(home, "replay", mounted / "series.t2d", "-", stdin=lines(160, 20_000), before=before(size))
    refused(ran, 3, "disk is full")
    assert 0 < len(acknowledged(ran)) < 160
    assert all("disk is full" in line for line in ran.lines() if line.startswith("no "))
    assert not list(left.rglob("*.part*"))
    assert ("series.t2d-keys" in names_in(left)) == (size != "18m"), "with ballast it is closed whole, even so"
    assert notes_in(left / "series.t2d") == len(acknowledged(ran))


@needs_mount
@pytest.mark.parametrize("command", ["show", "verify", "export", "replay", "backup"])
def test_a_read_only_disk_is_named(disk, home, command):
    before, mounted, source, left = disk
    path = make(source / "series.t2d", session())
    more = {"export": ["--edition", "agenda", "--out", mounted / "x.pdf", "--session", "s01"], "replay": ["-"]}
    more["backup"] = [home / "copy.t2d"]
    ran = opened(home, command, mounted / "series.t2d", *more.get(command, []), before=before("32m", "ro"))
    refused(ran, 3, "read-only")
    assert (left / "series.t2d").read_bytes() == path.read_bytes()
    assert "copy.t2d" not in names_in(home)


@needs_mount
def test_a_new_dossier_on_a_full_disk_leaves_nothing(disk, home):
    before, mounted, _, left = disk
    ran = opened(home, "new", mounted / "new.t2d", "--title", "T", before=before("60k"))
    refused(ran, 3)
    assert not names_in(left)


@needs_mount
@pytest.mark.parametrize(("what", "size"), [("export", "4k"), ("backup", "4k"), ("backup", "120k"), ("backup", "172k")])
def test_what_does_not_fit_on_the_target_disk_leaves_nothing_there(disk, home, dossier, what, size):
    before, mounted, _, left = disk
    edition = ["--edition", "agenda", "--session", "s01", "--out"] if what == "export" else []
    ran = opened(home, what, dossier, *edition, mounted / "x.pdf", before=before(size))
    refused(ran, 3, "x.pdf" if what == "export" else "disk")
    assert not names_in(left)
    assert "No edition has left" in opened(home, "show", dossier).out


@needs_prlimit
@pytest.mark.parametrize("limit", [4096, 170_000, 300_000])
def test_a_bounded_file_size_loses_no_acknowledged_line(home, dossier, limit):
    before = notes_in(dossier)
    ran = opened(home, "replay", dossier, "-", stdin=lines(20, 20_000), before=["prlimit", f"--fsize={limit}"])
    refused(ran, 3)
    assert len(acknowledged(ran)) < 20
    assert notes_in(dossier) == before + len(acknowledged(ran))
