"""The inspect command: everything in finished files beyond the words that a reader sees."""

import hashlib
from pathlib import Path

import click

from t2desk.cli.guarding import _
from t2desk.cli.speaking import say, say_json
from t2desk.domain.inspected import Inspected, OutsideTheList
from t2desk.intake.gate import inspect_file


@click.command(epilog="Example: t2desk inspect report.pdf comments.docx")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line for each thing found.")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def inspect(files: tuple[Path, ...], as_json: bool) -> None:
    """List everything in PDF and Word files beyond the visible text; exit code 1 for what t2desk's own may not hold."""
    outside = 0
    for file in files:
        found = inspect_file(file)
        (_say_as_json if as_json else _say_in_words)(file, found)
        outside += sum(thing.outside for thing in found.things)
    if outside:
        raise OutsideTheList(count=outside)


def _say_as_json(file: Path, found: Inspected) -> None:
    for thing in found.things:
        say_json({"file": str(file), "kind": thing.kind.value, "where": thing.where, "text": thing.text,
                  "outside": thing.outside})  # fmt: skip


def _say_in_words(file: Path, found: Inspected) -> None:
    sha256 = hashlib.sha256(file.read_bytes()).hexdigest()
    say(_("{file}  SHA-256 {sha256}").format(file=file, sha256=sha256))
    for thing in found.things:
        mark = "!" if thing.outside else " "
        say(f"{mark} {thing.kind.value:<13} {thing.where}: {thing.text}")
