"""Killed at any moment, t2desk has lost no acknowledged line, and the dossier opens and verifies."""

import hashlib
import json
import random
import shutil
import subprocess

import pytest

from t2desk.services.record import whole_record
from tests.cli.outside import PROGRAM, SECRET, environment
from tests.storage.dossiers import make, note, opening, perform, session, sql

LINES = 400
needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="strace kills at a chosen call; Linux only")


def acts(run):
    """Return a replay's operations: lines, each its own; now and then one is undone, or the session is settled."""
    yield {"op": "session.open", "title": f"Session {run}"}
    for number in range(LINES):
        if number % 50 == 49:
            yield {"op": "session.close"}
            yield {"op": "session.open", "title": f"Session {run} {number}"}
        yield {"op": "note.add", "text": f"run {run} line {number}"}
        if number % 7 == 6:
            yield {"op": "undo"}
            yield {"op": "redo"}


def notes_after(operations, count):
    """Return the notes there must be after so many operations."""
    notes = []
    undone = None
    for operation in operations[:count]:
        if operation["op"] == "note.add":
            notes.append(operation["text"])
        elif operation["op"] == "undo":
            undone = notes.pop()
        elif operation["op"] == "redo":
            notes.append(undone)
    return set(notes)


def killed_replay(home, dossier, operations, after):
    """Replay until so many lines were acknowledged, kill, and return how many had been in the end."""
    events = home / "events"
    events.write_text("".join(json.dumps(operation) + "\n" for operation in operations), "utf-8")
    command = [*PROGRAM, "replay", str(dossier), str(events), "--passphrase-file", "-"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, **pipes, env=environment(home)) as process:
        process.stdin.write(SECRET)
        process.stdin.close()
        answers = [process.stdout.readline() for _ in range(after)]
        process.kill()
        answers += process.stdout.read().splitlines(keepends=True)
    whole = [answer for answer in answers if answer.endswith(b"\n")]
    assert whole == [b"ok %d\n" % number for number in range(1, len(whole) + 1)], answers[-1]
    return len(whole)


def own_notes(dossier, run):
    words = [row[0] for row in sql(dossier, "SELECT own_words FROM notes")]
    assert len(words) == len(set(words))
    return {text for text in words if text.startswith(f"run {run} ")}


def kill_and_look(home, path, run, source):
    with opening(path) as dossier:
        if sql(dossier, "SELECT 1 FROM sessions WHERE state = 'open'"):
            perform(dossier, ("session.adjourn", {}))
    operations = list(acts(run))
    count = killed_replay(home, path, operations, source.randrange(0, len(operations) // 2))
    before = path.with_name(path.name + "-keys").exists()
    with opening(path) as dossier:
        dossier.verify()
        found = own_notes(dossier, run)
    # What was done and not yet acknowledged when the kill came may be there as well, but only as a whole.
    assert found in (notes_after(operations, count), notes_after(operations, count + 1))
    assert not path.with_name(path.name + "-keys").exists()
    return before


@pytest.mark.parametrize("seed", range(3))
def test_a_killed_replay_has_lost_no_acknowledged_line(home, seed):
    killed_while_open(home, seed, rounds=5)


@pytest.mark.campaign
@pytest.mark.timeout(900)
@pytest.mark.parametrize("seed", range(100, 120))
def test_two_hundred_kills_lose_no_acknowledged_line(home, seed):
    killed_while_open(home, seed, rounds=10)


def killed_while_open(home, seed, rounds):
    """Kill one dossier's replays again and again; most kills must hit it open, or they prove nothing."""
    source = random.Random(seed)
    path = make(home / "series.t2d")
    hits = [kill_and_look(home, path, run, source) for run in range(rounds)]
    assert sum(hits) > rounds // 2


def killed_at(call, number, home, *arguments, stdin=b""):
    """Run a command that is killed when it makes a call for the n-th time; say whether it came to that."""
    trace = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}"]
    trace += ["-e", f"inject={call}:signal=SIGKILL:when={number}"]
    command = [*trace, *PROGRAM, *map(str, arguments), "--passphrase-file", "-"]
    done = subprocess.run(command, input=SECRET + stdin, capture_output=True, check=False, env=environment(home))
    assert b"Traceback" not in done.stderr, done.stderr
    assert b"Traceback" not in done.stderr, done.stderr
    return done.returncode in {-9, 137}


def export_killed_at(home, call, number):
    path = make(
        home / "series.t2d", ("item.add", {"title": "Wells", "minutes": 9}), session(), note("kept"), ("item.next", {})
    )
    target = home / "agenda.pdf"
    target.write_bytes(b"an older edition")
    where = ["export", path, "--edition", "agenda", "--session", "s01", "--out", target]
    killed = killed_at(call, number, home, *where)
    content = target.read_bytes()
    with opening(path) as dossier:
        dossier.verify()
        noted = {row[0] for row in sql(dossier, "SELECT sha256 FROM releases")}
    if content == b"an older edition":
        return killed
    # Whole, and in the ledger: nothing leaves that is not noted.
    assert content.startswith(b"%PDF-")
    assert hashlib.sha256(content).hexdigest() in noted
    return killed


@needs_strace
@pytest.mark.parametrize(("call", "number"), [("fsync", 4), ("rename", 1), ("rename", 2), ("unlink", 2)])
def test_a_killed_export_leaves_the_old_target_or_the_new(home, call, number):
    assert export_killed_at(home, call, number)


@needs_strace
@pytest.mark.campaign
@pytest.mark.timeout(900)
@pytest.mark.parametrize("call", ["fsync", "fdatasync", "rename", "unlink", "ftruncate", "pwrite64", "fallocate"])
def test_an_export_killed_at_every_call_leaves_old_or_new(home, call):
    number = 1
    while export_killed_at(home, call, number):
        number += 1
        for left in home.iterdir():
            shutil.rmtree(left) if left.is_dir() else left.unlink()


SETTLED = [("session.close", {})]


def room():
    return [
        ("person.add", {"id": "p01", "display_name": "A B"}),
        session(),
        ("turn.start", {"person": "p01"}),
        note("kept", said_by="p01"),
        *[note(f"line {number} " * 40) for number in range(20)],
    ]


def settle_killed_at(home, call, number):
    path = make(home / "series.t2d", *room())
    with opening(path) as dossier:
        old = dossier.desk.read(whole_record)
    killed = killed_at(call, number, home, "replay", path, "-", stdin=b'{"op": "session.close"}\n')
    with opening(path) as dossier:
        dossier.verify()
        new = dossier.desk.read(whole_record)
        state = new["meetings"][0]["sessions"][0]["state"]
        if state == "open":
            assert new == old
        else:
            assert state == "settled"
            assert not sql(dossier, "SELECT * FROM turns")
            assert not sql(dossier, "SELECT * FROM traces")
            assert len(sql(dossier, "SELECT * FROM log WHERE segment = 's01'")) == 1
        assert sql(dossier, "SELECT count(*) FROM notes") == [(21,)]
    return killed


@needs_strace
@pytest.mark.parametrize(("call", "number"), [("fsync", 8), ("pwrite64", 12), ("pwrite64", 60), ("ftruncate", 3)])
def test_a_killed_settling_leaves_the_old_session_or_the_settled(home, call, number):
    assert settle_killed_at(home, call, number)


@needs_strace
@pytest.mark.campaign
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("call", ["fsync", "fdatasync", "ftruncate", "unlink", "rename", "pwrite64"])
def test_a_settling_killed_at_every_call_leaves_old_or_new(home, call):
    number, step = 1, 3 if call == "pwrite64" else 1
    while settle_killed_at(home, call, number):
        number += step
        for left in home.iterdir():
            shutil.rmtree(left) if left.is_dir() else left.unlink()
