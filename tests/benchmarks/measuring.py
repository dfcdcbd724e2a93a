"""Rounds, medians, and the rows of the table they end up in."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

REPOSITORY = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Row:
    """One figure of the table: what was measured, the figure, and what it is held against."""

    what: str
    figure: str
    limit: str
    verdict: str  # ok, over, or – where there is no limit


@dataclass(frozen=True, slots=True)
class Effort:
    """How many rounds a benchmark may take."""

    quick: bool

    def rounds(self, usual: int, quick: int) -> int:
        """Return the number of rounds, few where somebody is in a hurry."""
        return quick if self.quick else usual


def at_most(what: str, figure: float, limit: float, unit: str, peer: str = "") -> Row:
    """Return a row that is fine up to a limit."""
    return Row(what, _written(figure, unit), f"≤ {limit:g} {unit}{peer}", "ok" if figure <= limit else "over")


def at_least(what: str, figure: float, limit: float, unit: str, peer: str = "") -> Row:
    """Return a row that is fine from a limit on."""
    return Row(what, _written(figure, unit), f"≥ {limit:g} {unit}{peer}", "ok" if figure >= limit else "over")


def exactly(what: str, figure: float, wanted: int) -> Row:
    """Return a row of something counted."""
    return Row(what, f"{figure:g}", f"exactly {wanted}", "ok" if figure == wanted else "over")


def skipped(what: str, why: str) -> Row:
    """Return a row that says why there is no figure."""
    return Row(what, "skipped", why, "–")


def plainly(what: str, figure: float, unit: str) -> Row:
    """Return a row that explains another, and has no limit of its own."""
    return Row(what, _written(figure, unit), "", "–")


def _written(figure: float, unit: str) -> str:
    return f"{figure:.2f} {unit}" if figure < 10 else f"{figure:.0f} {unit}"


def seconds_of(act: Callable[[], object]) -> float:
    """Return how long an act took."""
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def median_of(act: Callable[[], object], rounds: int) -> float:
    """Return the median of some rounds, in seconds."""
    return median(seconds_of(act) for _ in range(rounds))


def side_by_side(ours: Callable[[], object], peer: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Return the medians of two acts in turn, each of them first in every other round."""
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(rounds):
        for which in (0, 1) if number % 2 else (1, 0):
            times[which].append(seconds_of((ours, peer)[which]))
    return median(times[0]), median(times[1])


def python(*arguments: str) -> str:
    """Run this interpreter at the repository's top, without a screen; return what it printed.

    It keeps its bytecode, as an installed program does, whatever is usual where this runs.
    """
    command = [sys.executable, *arguments]
    variables = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    variables.pop("PYTHONDONTWRITEBYTECODE", None)
    return subprocess.run(
        command, cwd=REPOSITORY, env=variables, check=True, text=True, encoding="utf-8", stdout=subprocess.PIPE
    ).stdout


@contextmanager
def folder() -> Iterator[Path]:
    """Give a folder for a while, on the disk that temporary files are on."""
    with TemporaryDirectory(prefix="t2desk-bench-") as name:
        yield Path(name)
