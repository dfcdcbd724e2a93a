"""The check command: looks for anything in texts that identifies one of the people."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from t2desk.cli.speaking import say_json
from t2desk.domain.findings import Finding, Level
from t2desk.domain.intake_errors import NotUtf8
from t2desk.domain.intake_rows import ForeignText
from t2desk.intake.gate import read_people, read_text
from t2desk.leakcheck.check import LeakCheck


@click.command(epilog="Example: t2desk check --people people.csv report.pdf notes.txt")
@click.option("--people", required=True, type=click.Path(path_type=Path), help="A people file: .csv, .xlsx or .json.")
@click.option("--lines", "by_line", is_flag=True, help="Treat every line of the input as a document of its own.")
@click.argument("texts", nargs=-1, required=True)
def check(people: Path, by_line: bool, texts: tuple[str, ...]) -> int:
    """Print one JSON object for each finding; exit code 1 if any of them blocks."""
    checker = LeakCheck(read_people(people).people)
    blocked = False
    for name in texts:
        for finding in _findings(checker, _text(name), by_line):
            say_json(finding_as_json(name, finding))
            blocked = blocked or finding.level is Level.BLOCK
    return 1 if blocked else 0


def finding_as_json(name: str, finding: Finding) -> dict[str, Any]:
    """Return a finding as the contract writes it."""
    return {
        "file": name, "line": finding.line, "start": finding.start, "end": finding.end, "text": finding.text,
        "kind": finding.kind, "person": finding.person, "level": finding.level.value, "why": finding.why,
    }  # fmt: skip


def _text(name: str) -> ForeignText:
    if name != "-":
        return read_text(Path(name))
    try:
        return ForeignText((sys.stdin.buffer.read().decode("utf-8-sig"),))
    except UnicodeDecodeError as problem:
        raise NotUtf8(line=problem.object[: problem.start].count(b"\n") + 1) from None


def _findings(checker: LeakCheck, text: ForeignText, by_line: bool) -> Iterator[Finding]:
    for page, content in enumerate(text.pages, start=1):
        if by_line:
            for number, line in enumerate(content.split("\n"), start=1):
                yield from _placed(checker, line, page if text.is_paged else number)
        elif text.is_paged:
            yield from checker.page_findings(content, page)
        else:
            yield from checker.findings(content)


def _placed(checker: LeakCheck, line: str, number: int) -> Iterator[Finding]:
    for found in checker.findings(line):
        yield replace(found, line=number)
