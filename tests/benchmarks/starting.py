"""How soon the program answers, and how soon it has played its whole rehearsal."""

from collections.abc import Iterator

from tests.benchmarks.measuring import Effort, Row, at_most, folder, median_of, plainly, python, side_by_side


def version(effort: Effort) -> Iterator[Row]:
    """Hold `--version` against an interpreter that does nothing."""
    ours, bare = side_by_side(
        lambda: python("-m", "t2desk", "--version"), lambda: python("-c", "pass"), effort.rounds(25, 15)
    )
    yield at_most("--version / python -c pass", ours / bare, 2.5, "×", " a bare interpreter")
    yield plainly("  --version", ours * 1000, "ms")
    yield plainly("  python -c pass", bare * 1000, "ms")


def rehearsal(effort: Effort) -> Iterator[Row]:
    """Play the dress rehearsal without a window, each time into a new folder."""
    with folder() as place:
        names = (str(place / f"rehearsal-{number}") for number in range(100))
        took = median_of(
            lambda: python("-m", "t2desk", "rehearse", "--out", next(names), "--no-window"), effort.rounds(3, 1)
        )
    yield at_most("headless rehearsal, four PDFs", took, 15, "s")
