"""The table of figures can be made; what the figures are, no test says."""

import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parent


def run(*arguments):
    return subprocess.run(
        [sys.executable, str(BENCHMARKS), *arguments], capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.mark.parametrize("name", ["version", "captured-line"])
def test_a_quick_table_has_a_figure_and_a_verdict_in_every_row(name):
    done = run("--quick", name)
    assert done.returncode == 0, done.stderr
    heading, *rows = done.stdout.splitlines()
    assert heading.split() == ["what", "median", "limit", "or", "peer"]
    assert len(rows) >= 3
    assert {row.rsplit(maxsplit=1)[1] for row in rows} <= {"ok", "over", "–"}
    assert all(any(character.isdigit() for character in row) or "skipped" in row for row in rows)


def test_a_name_that_no_benchmark_has_is_refused():
    assert run("nothing-of-the-kind").returncode == 2
