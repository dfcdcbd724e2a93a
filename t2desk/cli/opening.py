"""Opening a dossier from the command line: the options every such command takes, and what they come to."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from t2desk.app.dossier import Dossier
from t2desk.app.opening import open_dossier, with_secret
from t2desk.app.process import harden
from t2desk.cli.speaking import read_passphrase


@dataclass(frozen=True, slots=True)
class Opening:
    """How a dossier is to be opened: where its passphrase is read, whose key header to use if its own is missing."""

    passphrase_file: str | None
    header_from: Path | None

    def secret(self) -> str:
        """Return the passphrase or recovery code, read or asked for once."""
        return read_passphrase(self.passphrase_file)


def opening_options(command: Any) -> Any:
    """Add the options of opening to a command, which gets them as one `opening`."""

    def with_opening(*arguments: Any, passphrase_file: str | None, header_from: Path | None, **options: Any) -> Any:
        return command(*arguments, opening=Opening(passphrase_file, header_from), **options)

    with_opening.__name__, with_opening.__doc__ = command.__name__, command.__doc__
    # Options that the command itself declares have been noted on it; they are handed on.
    with_opening.__click_params__ = getattr(command, "__click_params__", [])  # type: ignore[attr-defined]
    return _passphrase_file(_header_from(with_opening))


_passphrase_file = click.option(
    "--passphrase-file",
    type=click.Path(),
    metavar="PATH",
    help="File whose first line is the passphrase or the recovery code; - reads it from standard input.",
)
_header_from = click.option(
    "--header-from",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="A backup or older copy of the same dossier, for a copy that was taken while it was open.",
)


@contextmanager
def opened_dossier(path: Path, opening: Opening) -> Iterator[Dossier]:
    """Open a dossier for a command, in a process that shows itself to nobody."""
    harden()
    with open_dossier(path, with_secret(opening.secret()), header_from=opening.header_from) as opened:
        yield opened
