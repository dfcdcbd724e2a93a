"""The leak check: its first use, a paragraph, and how much it reads in a second with few people and many."""

from collections.abc import Iterator
from statistics import median

from t2desk.leakcheck.check import LeakCheck
from tests.benchmarks.measuring import Effort, Row, at_least, at_most, plainly, python, seconds_of, side_by_side
from tests.benchmarks.texts import prose, roster

FEW, MANY = 60, 1_000
PART = 200_000  # characters
FIRST_USE = """
import time
from tests.benchmarks.texts import prose, roster  # loads the domain, which every process has by then
people, text = roster(60), prose(600, 1)
begun = time.perf_counter()
from t2desk.leakcheck.check import LeakCheck
LeakCheck(people).findings(text)
print(time.perf_counter() - begun)
"""


def leak_check(effort: Effort) -> Iterator[Row]:
    """Measure the check as an export meets it."""
    first = median(float(python("-c", FIRST_USE)) for _ in range(effort.rounds(9, 3)))
    yield at_most(f"leak check: import and first use, {FEW} people", first * 1000, 200, "ms")
    few, many = LeakCheck(roster(FEW)), LeakCheck(roster(MANY))
    paragraphs = [prose(800, 100 + number) for number in range(effort.rounds(60, 20))]
    took = median(seconds_of(lambda text=text: few.findings(text)) for text in paragraphs)
    yield at_most("leak check: a paragraph of 800 characters", took * 1000, 10, "ms")
    yield from _throughput(few, many, effort)


def _throughput(few: LeakCheck, many: LeakCheck, effort: Effort) -> Iterator[Row]:
    """Read the same new text with both, so that neither has met its words before."""
    texts = [prose(PART, 1_000 + number) for number in range(effort.rounds(11, 3))]
    ours, others = iter(texts), iter(texts)
    small, large = side_by_side(lambda: few.findings(next(ours)), lambda: many.findings(next(others)), len(texts))
    yield at_least(f"leak check: reads, {FEW} people", PART / small / 1e6, 1, "MB/s")
    yield plainly(f"  reads, {MANY:,} people", PART / large / 1e6, "MB/s")
    yield at_most(f"leak check: {MANY:,} people / {FEW} people", large / small, 1.5, "×")
