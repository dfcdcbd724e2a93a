"""Runs t2desk as a person would: a process of its own, with a home of its own."""

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.cli import warm
from tests.storage.dossiers import PASSPHRASE

REPOSITORY = Path(__file__).resolve().parents[2]
PROGRAM = [sys.executable, "-m", "t2desk"]
SECRET = PASSPHRASE.encode() + b"\n"


def environment(home):
    """Return an environment that holds nothing of this machine's user."""
    return {
        "PATH": os.environ.get("PATH", ""),
        "HOME": str(home),
        "TMPDIR": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_DATA_HOME": str(home / "data"),
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(REPOSITORY),
        "PYTHONDONTWRITEBYTECODE": "1",
    }


@dataclass(frozen=True)
class Ran:
    """How a run ended."""

    code: int
    out: str
    err: str

    @property
    def last(self):
        """The last line on standard error."""
        return self.err.rstrip("\n").rpartition("\n")[2]

    def lines(self):
        return self.out.splitlines()


def t2desk(home, *arguments, stdin=b"", before=(), cold=False):
    """Run a command to its end; `before` is put in front of it, as strace or unshare are.

    Unless a cold start is asked for, the process is forked from one that has loaded everything.
    """
    arguments = [str(argument) for argument in arguments]
    if not before and not cold:
        with tempfile.TemporaryDirectory() as scratch:
            code, out, err = warm.run(arguments, stdin, home, environment(home), Path(scratch))
        return Ran(code, out, err)
    command = [*before, *PROGRAM, *arguments]
    done = subprocess.run(command, input=stdin, capture_output=True, check=False, cwd=home, env=environment(home))
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def opened(home, command, dossier, *arguments, stdin=b"", **how):
    """Run a command on a dossier with its passphrase, read from standard input before anything else."""
    where = [command, dossier, *arguments, "--passphrase-file", "-"]
    return t2desk(home, *where, stdin=SECRET + stdin, **how)


def started(home, *arguments, before=(), **how):
    """Start a command and return the process, whose pipes are open."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    command = [*before, *PROGRAM, *map(str, arguments)]
    return subprocess.Popen(command, **pipes, cwd=home, env=environment(home), **how)


def replaying(home, dossier, **how):
    """Start a replay from standard input, its passphrase given."""
    process = started(home, "replay", dossier, "-", "--passphrase-file", "-", **how)
    process.stdin.write(SECRET)
    process.stdin.flush()
    return process


def say(process, line):
    """Give a running replay a line and return what it answers."""
    process.stdin.write(line + b"\n")
    process.stdin.flush()
    return process.stdout.readline().decode()


def refused(ran, code, *words):
    """Insist that a run ended as a failure must: its code, one sentence, no traceback."""
    assert ran.code == code, (ran.code, ran.out, ran.err)
    assert ran.last.startswith("t2desk: "), ran.err
    assert "Traceback" not in ran.err + ran.out
    assert "{" not in ran.last
    assert "}" not in ran.last
    for word in words:
        assert word in ran.last, ran.last
