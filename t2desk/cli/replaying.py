"""The replay command: operations from JSON lines, each durable before it is acknowledged."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import click

from t2desk.app.dossier import Dossier
from t2desk.cli.guarding import _, explain
from t2desk.cli.opening import Opening, opened_dossier, opening_options
from t2desk.cli.speaking import say
from t2desk.domain.errors import DeskError, MachineFailed
from t2desk.domain.keys import key_to_text
from t2desk.domain.operation_errors import LineTooLong, NoSuchLine, NotAnOperation, UnknownField
from t2desk.domain.rules import PRESETS
from t2desk.services.agenda_templates import TEMPLATES
from t2desk.services.desk import Desk
from t2desk.services.operations import OPERATIONS, REDO, UNDO
from t2desk.services.registry import OperationField

LINE_LIMIT = 1_000_000


@click.command(epilog="""Example: echo '{"op": "person.add", "display_name": "A. N. Other"}' | t2desk replay d.t2d -""")
@click.argument("dossier", type=click.Path(path_type=Path), required=False)
@click.argument("events", required=False, type=click.Path(exists=True, allow_dash=True))
@click.option("--list", "list_operations", is_flag=True, help="Print every operation with its fields.")
@opening_options
def replay(dossier: Path | None, events: str | None, list_operations: bool, opening: Opening) -> int:
    """Perform operations from JSON lines (EVENTS is a file, - for standard input).

    After each line whose change is durable, `ok N` is printed; a line that is refused prints `no N REASON` and
    changes nothing. A field may say "#N" for what line N made.
    """
    if list_operations:
        print_operations()
        return 0
    if dossier is None or events is None:
        raise click.UsageError("DOSSIER and EVENTS are needed (or --list).")
    with opened_dossier(dossier, opening) as opened, _lines(events) as lines:
        failure = Replay(opened).run(lines)
    if failure is not None:
        raise failure
    return 0


def print_operations() -> None:
    """Print each operation on a line: its name, its fields, what it does."""
    for operation in OPERATIONS.all():
        fields = ", ".join(_described(field) for field in operation.fields())
        say(f"{operation.name} {{{fields}}}  {operation.summary}")
    say(f"{UNDO} {{}}  " + _("Take the last operation of this replay back."))
    say(f"{REDO} {{}}  " + _("Do the last undone operation again."))
    say(_("Templates (template of agenda.template): {names}").format(names=", ".join(TEMPLATES)))
    say(_("Rules (preset of rule.set): {names}").format(names=", ".join(PRESETS)))


def _described(field: OperationField) -> str:
    # What need not be given may be null as well; of what must be, it is said.
    null = "|null" if field.required and field.optional else ""
    return f"{field.name}{'' if field.required else '?'}: {field.words()}{null}"


@contextmanager
def _lines(events: str) -> Iterator[Iterator[bytes]]:
    if events == "-":
        yield _bounded(sys.stdin.buffer)
        return
    with Path(events).open("rb") as file:
        yield _bounded(file)


def _bounded(stream: IO[bytes]) -> Iterator[bytes]:
    """Yield lines; of one that is too long, only a beginning that is over the limit."""
    while line := stream.readline(LINE_LIMIT + 1):
        yield line
        while len(line) > LINE_LIMIT and not line.endswith(b"\n"):
            line = stream.readline(LINE_LIMIT + 1)


class Replay:
    """One run over lines; remembers what each line made, so that later lines can refer to it."""

    def __init__(self, dossier: Dossier) -> None:
        """Begin with an empty history: undo reaches back to the start of the replay."""
        self._dossier = dossier
        self._desk: Desk = dossier.desk
        self._made: dict[str, str] = {}
        self._failure: MachineFailed | None = None

    def run(self, lines: Iterator[bytes]) -> MachineFailed | None:
        """Perform every line that is not empty; return what the machine did not manage, if anything."""
        for number, line in enumerate(lines, start=1):
            if line.strip():
                self._acknowledge(number, line)
                self._dossier.tidy()
        return self._failure

    def _acknowledge(self, number: int, line: bytes) -> None:
        try:
            made = self._perform(parsed(line))
        except DeskError as refusal:
            say(f"no {number} {' '.join(explain(refusal).split())}")
            if isinstance(refusal, MachineFailed):
                self._failure = refusal
        else:
            if made:
                self._made[f"#{number}"] = made
            say(f"ok {number}")
        sys.stdout.flush()

    def _perform(self, fields: dict[str, Any]) -> str | None:
        name = fields.pop("op")
        if name in {UNDO, REDO}:
            for field in fields:
                raise UnknownField(operation=name, field=field[:60], words="-")
            (self._desk.undo if name == UNDO else self._desk.redo)()
            return None
        value, _ = self._desk.perform(name, {field: self._resolved(part) for field, part in fields.items()})
        return _reference(value)

    def _resolved(self, part: object) -> object:
        if not isinstance(part, str) or not part.startswith("#") or not part[1:].isdigit():
            return part
        if part not in self._made:
            raise NoSuchLine(reference=part[:20])
        return self._made[part]


def _reference(value: object) -> str | None:
    if isinstance(value, tuple) and value:
        value = value[0]
    key = getattr(value, "key", None)
    if isinstance(key, int):
        return key_to_text(key)
    return getattr(value, "id", None)


def parsed(line: bytes) -> dict[str, Any]:
    """Return a line as a JSON object with an operation. Raises NotAnOperation, LineTooLong."""
    if len(line) > LINE_LIMIT:
        raise LineTooLong(limit=LINE_LIMIT)
    try:
        fields = json.loads(line.decode("utf-8-sig"), parse_constant=_refused, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        raise NotAnOperation from None
    if not isinstance(fields, dict) or not isinstance(fields.get("op"), str):
        raise NotAnOperation
    return fields


def _refused(_constant: str) -> None:
    raise ValueError


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Build an object whose names come once each: of two, it could not be said which was meant."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError
    return found
