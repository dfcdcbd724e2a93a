"""Prints what the design promises in figures beside what this machine measures."""

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

sys.path[0] = str(Path(__file__).resolve().parents[2])

from tests.benchmarks import (  # noqa: E402
    capturing,
    checking,
    long_documents,
    opening,
    pictures,
    reporting,
    starting,
    window,
)
from tests.benchmarks.measuring import Effort, Row  # noqa: E402

BENCHMARKS: dict[str, Callable[[Effort], Iterator[Row]]] = {
    "version": starting.version,
    "captured-line": capturing.captured_line,
    "opening": opening.opens,
    "floor-pages": pictures.pages,
    "pictures": pictures.pictures,
    "report": reporting.report,
    "long-documents": long_documents.pages,
    "leak-check": checking.leak_check,
    "rehearsal": starting.rehearsal,
    "window-door": window.door,
    "window-keys": window.keys,
    "window-captured": window.captured,
    "window-clock": window.clock,
    "window-memory": window.memory,
    "window-curtain": window.curtain,
    "window-growth": window.growth,
    "window-lists": window.lists,
}
WIDTHS = (64, 14, 32)


def line_of(row: Row) -> str:
    """Return a row as a line of the table."""
    parts = zip((row.what, row.figure, row.limit), WIDTHS, strict=True)
    return " ".join(part.ljust(width) for part, width in parts) + f" {row.verdict}"


def print_table(names: Iterable[str], effort: Effort) -> None:
    """Run the benchmarks of these names and print each figure as soon as it is known."""
    print(line_of(Row("what", "median", "limit or peer", "")))
    for name in names:
        for row in BENCHMARKS[name](effort):
            print(line_of(row), flush=True)


def main(arguments: list[str]) -> int:
    """Read the command line and print the table; a figure over its limit is no failure."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("name", nargs="*", help=f"only benchmarks whose name contains this: {', '.join(BENCHMARKS)}")
    parser.add_argument("--quick", action="store_true", help="fewer rounds")
    options = parser.parse_args(arguments)
    wanted = [name for name in BENCHMARKS if not options.name or any(part in name for part in options.name)]
    if not wanted:
        parser.error(f"no benchmark has such a name; there are {', '.join(BENCHMARKS)}")
    print_table(wanted, Effort(options.quick))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
