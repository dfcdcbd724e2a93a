"""A captured line costs one flush of the disk, counted from outside."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.storage import counting

REPOSITORY = Path(__file__).resolve().parents[2]
LINES = 40

needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="strace counts the flushes; Linux only")


def calls_between(log):
    """Return the names of the calls between the two marks."""
    names, counting_now = [], False
    for line in log.splitlines():
        call = line.split(maxsplit=1)[1] if line.split(maxsplit=1)[0].isdigit() else line
        if counting.BEGIN.decode().strip() in call:
            counting_now = True
        elif counting.END.decode().strip() in call:
            return names
        elif counting_now and not call.startswith(("write(", "+++", "---")):
            names.append(call.partition("(")[0])
    return pytest.fail("the marks are missing: " + log[-500:])


@needs_strace
def test_a_captured_line_is_flushed_exactly_once(path, tmp_path):
    log = tmp_path / "calls"
    trace = [
        "strace",
        "-f",
        "-qq",
        "-s",
        "64",
        "-e",
        "trace=fsync,fdatasync,sync_file_range,msync,write",
        "-o",
        str(log),
    ]
    command = [*trace, sys.executable, "-m", "tests.storage.counting", str(path), str(LINES)]
    subprocess.run(command, cwd=REPOSITORY, check=True, capture_output=True)
    calls = calls_between(log.read_text())
    assert len(calls) == LINES
    assert set(calls) <= {"fsync", "fdatasync"}
