"""What a captured line costs, beside one row committed by bare SQLCipher on the same disk."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3

from t2desk.app.dossier import Dossier
from t2desk.storage import engine
from tests.benchmarks.measuring import (
    REPOSITORY,
    Effort,
    Row,
    at_most,
    exactly,
    folder,
    plainly,
    side_by_side,
    skipped,
)
from tests.storage.counting import BEGIN, END
from tests.storage.dossiers import make, opening, session

LINE = "They would rather see the gauges read by both sides than argue once more about who reads them first."
FLUSHES = "fsyncs for each captured line"


class BareFile:
    """A table of one's own in an SQLCipher file with the dossier's settings, and nothing else."""

    def __init__(self, path: Path) -> None:
        """Make the file and its table."""
        self.connection = sqlcipher3.dbapi2.connect(str(path), isolation_level=None, timeout=0)
        self.connection.set_key(bytearray(b"x'" + b"5e" * 48 + b"'"))
        for setting in engine._SETTINGS:
            self.connection.execute(setting)
        self.connection.execute("CREATE TABLE lines (number INTEGER PRIMARY KEY, text TEXT) STRICT")

    def commit_line(self) -> None:
        """Commit one row."""
        self.connection.execute("BEGIN IMMEDIATE")
        self.connection.execute("INSERT INTO lines (text) VALUES (?)", (LINE,))
        self.connection.execute("COMMIT")


@contextmanager
def bare_file(path: Path) -> Iterator[BareFile]:
    """Open a bare file for a while."""
    bare = BareFile(path)
    try:
        yield bare
    finally:
        bare.connection.close()


def captured_line(effort: Effort) -> Iterator[Row]:
    """Capture lines through the desk, log and trace on, and commit bare rows in between; count the flushes apart."""
    with folder() as place:
        path = make(place / "series.t2d", session())
        with opening(path) as dossier, bare_file(place / "bare.db") as bare:
            ours, peer = side_by_side(lambda: _capture(dossier), bare.commit_line, effort.rounds(400, 60))
        yield at_most("captured line / bare one-row commit", ours / peer, 2, "×", " bare SQLCipher")
        yield plainly("  captured line, durable", ours * 1000, "ms")
        yield plainly("  bare one-row commit", peer * 1000, "ms")
        yield _flushes(path, place / "calls", effort.rounds(40, 10))


def _capture(dossier: Dossier) -> None:
    dossier.desk.perform("note.add", {"text": LINE})
    dossier.tidy()


def _flushes(path: Path, log: Path, lines: int) -> Row:
    if shutil.which("strace") is None:
        return skipped(FLUSHES, "strace is missing")
    calls = "trace=fsync,fdatasync,sync_file_range,msync,write"
    command = ["strace", "-f", "-qq", "-s", "64", "-e", calls, "-o", str(log)]
    ours = [sys.executable, "-m", "tests.storage.counting", str(path), str(lines)]
    done = subprocess.run([*command, *ours], cwd=REPOSITORY, check=False, capture_output=True, text=True)
    if done.returncode:
        return skipped(FLUSHES, "strace may not watch here")
    between = log.read_text().split(BEGIN.decode().strip(), 1)[1].split(END.decode().strip(), 1)[0]
    flushes = sum(not line.partition("(")[0].endswith("write") for line in between.splitlines()[1:-1])
    return exactly(FLUSHES, flushes / lines, 1)
