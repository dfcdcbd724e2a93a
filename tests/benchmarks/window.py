"""What the window promises in figures; each is measured in a process of its own, without a screen ("offscreen").

Qt is loaded in those processes alone: this one would share its pages with them, and so make them look smaller.
"""

import json
from collections.abc import Iterator
from functools import partial
from statistics import median
from typing import Any

from tests.benchmarks.measuring import Effort, Row, at_most, folder, plainly, python, side_by_side
from tests.benchmarks.opening import fill
from tests.storage.dossiers import make

SIZES = (1_000, 10_000, 100_000)
NOTES = 20_000
HANDS, FIRST_PAINT, DOOR = "tests.benchmarks.hands", "tests.benchmarks.first_paint", "tests.benchmarks.door_paint"
COVERING = "tests.benchmarks.covering"


def _measured(what: str, *arguments: object) -> Any:
    """Run one measurement of `hands` in a new process, and return what it found."""
    return json.loads(python("-m", HANDS, what, *map(str, arguments)).splitlines()[-1])


def _p99(times: list[float]) -> float:
    return sorted(times)[round(len(times) * 0.99) - 1]


def door(effort: Effort) -> Iterator[Row]:
    """Start the program until its door is painted, and an empty window of PySide6 until it is; both end there."""
    ours, bare = side_by_side(lambda: python("-m", DOOR), lambda: python("-m", FIRST_PAINT), effort.rounds(25, 7))
    yield at_most("start to the door painted / bare window painted", ours / bare, 1.8, "×", " bare PySide6")
    yield plainly("  start to the door painted", ours * 1000, "ms")
    yield plainly("  a bare PySide6 window", bare * 1000, "ms")


def keys(effort: Effort) -> Iterator[Row]:
    """Press keys at the desk, the dossier on its own thread as in the program (ThreadLane)."""
    with folder() as place:
        for turns in SIZES:
            path = make(place / f"{turns}.t2d")
            fill(path, turns)
            found = _measured("keys", path, effort.rounds(120, 30))
            yield from _floor_rows(turns, found["next"])
        yield at_most(f"{turns:,} turns: caret in the line after its key, p99", _p99(found["caret"]) * 1000, 100, "ms")
        yield plainly("  the same, median", median(found["caret"]) * 1000, "ms")
        yield plainly(f"{turns:,} turns: a line from Enter to saved, median", median(found["line"]) * 1000, "ms")
        yield plainly("  the same, p99", _p99(found["line"]) * 1000, "ms")


def captured(effort: Effort) -> Iterator[Row]:
    """Take lines down at the desk among 20,000 notes, and look for words in them; each key until it is painted."""
    with folder() as place:
        path = make(place / "notes.t2d")
        fill(path, SIZES[0], NOTES)
        found = _measured("captured", path, effort.rounds(200, 20))
        said = f"captured at {NOTES:,} notes"
        yield at_most(f"{said}: caret in the line after its key, p99", _p99(found["caret"]) * 1000, 100, "ms")
        yield plainly("  the same, median", median(found["caret"]) * 1000, "ms")
        yield at_most(f"{said}: Enter to durable and painted, p99", _p99(found["line"]) * 1000, 150, "ms")
        yield plainly("  the same, median", median(found["line"]) * 1000, "ms")
        sought = _measured("search", path, effort.rounds(15, 5))
        yield at_most(f"{said}: a rare word found and painted", median(sought["rare"]) * 1000, 50, "ms")


def _floor_rows(turns: int, times: list[float]) -> Iterator[Row]:
    what = f"{turns:,} turns: N to floor changed, durable, painted, p99"
    yield at_most(what, _p99(times) * 1000, 150, "ms")
    yield plainly("  the same, median", median(times) * 1000, "ms")


def clock(effort: Effort) -> Iterator[Row]:
    """Let a turn run in a window that is shown, and ask the system for the processor time of its process."""
    with folder() as place:
        path = make(place / "clock.t2d")
        fill(path, SIZES[0])
        found = _measured("clock", path, effort.rounds(5, 2))
    yield at_most("a turn runs, the clock at 10 Hz: share of a core", found["10"] * 100, 2, "%")
    yield plainly("  as often as the window does it, 5 Hz", found["5"] * 100, "%")


def memory(effort: Effort) -> Iterator[Row]:
    """Open the rehearsal in the window, and ask the system what the process occupies.

    Its part of what it shares depends on who else runs Qt meanwhile: measure on a machine where nobody does.
    """
    with folder() as place:
        said = python("-m", "t2desk", "rehearse", "--out", str(place), "--no-window")
        passphrase = next(line for line in said.splitlines() if line.startswith("Passphrase of the dossier: "))
        opened, seen, bare = [], [], []
        for _ in range(effort.rounds(5, 2)):
            found = _measured("memory", place / "rehearsal.t2d", passphrase.partition(": ")[2])
            opened.append(found["opened"])
            seen.append(found["seen"])
            bare.append(_measured("bare-memory"))
    ratio = median(opened) / median(bare)
    yield at_most("memory with the rehearsal open / bare window, PSS", ratio, 2.5, "×", " bare PySide6")
    yield plainly("  the window with the rehearsal", median(opened), "MB")
    yield plainly("  after every view was shown", median(seen), "MB")
    yield plainly("  a bare PySide6 window", median(bare), "MB")


def curtain(effort: Effort) -> Iterator[Row]:
    """Cover every page and card of the rehearsal by F12: the curtain painted, and the private pages deleted."""
    with folder() as place:
        said = python("-m", "t2desk", "rehearse", "--out", str(place), "--no-window")
        passphrase = next(line for line in said.splitlines() if line.startswith("Passphrase of the dossier: "))
        asked = (str(place / "rehearsal.t2d"), passphrase.partition(": ")[2], str(effort.rounds(10, 3)))
        found = json.loads(python("-m", COVERING, *asked).splitlines()[-1])
    slowest = max(found, key=lambda state: max(painted for painted, _ in found[state]))
    every = [times for state in found.values() for times in state]
    what = f"F12 to the curtain painted, slowest of {len(every)} in {len(found)} states ({slowest})"
    yield at_most(what, max(painted for painted, _ in every) * 1000, 100, "ms")
    yield plainly("  the same, median", median(painted for painted, _ in every) * 1000, "ms")
    yield at_most("  the private pages deleted, slowest", max(gone for _, gone in every) * 1000, 100, "ms")


def growth(effort: Effort) -> Iterator[Row]:
    """Act through eight hours of sessions in one window, the clock put forward: notes, turns, points of order, undo."""
    events = effort.rounds(5_000, 500)
    with folder() as place:
        path = make(place / "growth.t2d")
        fill(path, SIZES[0])
        found = _measured("growth", path, events)
    yield at_most(f"eight simulated hours, {events:,} events: memory, PSS", found["grown"], 50, "MB more")
    yield at_most("  a captured line among them, p99", _p99(found["captured"]) * 1000, 100, "ms")
    yield plainly("  the same, median", median(found["captured"]) * 1000, "ms")
    yield plainly("  the write-ahead log beside the dossier by then", found["log"], "MB")


def lists(effort: Effort) -> Iterator[Row]:
    """Move through a long list by keys, and look for words among many notes."""
    rounds = effort.rounds(60, 20)
    few, many = _measured("list", 1_000, rounds), _measured("list", 100_000, rounds)
    ratio = median(many["key"]) / median(few["key"])
    yield at_most("a list of 100,000 rows: arrow key to painted / 1,000 rows", ratio, 3, "×")
    yield plainly("  100,000 rows, median", median(many["key"]) * 1000, "ms")
    yield plainly("  100,000 rows, shown for the first time", many["first"] * 1000, "ms")
    with folder() as place:
        path = make(place / "search.t2d")
        fill(path, SIZES[-1], NOTES)
        found = _measured("search", path, effort.rounds(15, 5))
    said = partial("{:,} notes: {} word, found up to the limit and painted".format, NOTES)
    yield at_most(said("a common"), median(found["common"]) * 1000, 50, "ms")
    yield at_most(said("a rare"), median(found["rare"]) * 1000, 50, "ms")
    yield at_most(f"{NOTES:,} notes: a word that stands nowhere", median(found["missing"]) * 1000, 100, "ms")
