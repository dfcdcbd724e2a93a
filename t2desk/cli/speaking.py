"""What the command line says: plain text out, passphrases asked without echo."""

import getpass
import json
import sys
from pathlib import Path
from typing import Any

import click

from t2desk.cli.guarding import _
from t2desk.domain.errors import WrongUsage
from t2desk.i18n import N_

# A passphrase has at most 1,024 characters (vault.passphrases); UTF-8 needs four bytes for each.
_LONGEST_LINE = 5000


class NoPassphrase(WrongUsage):
    """There is nobody to ask."""

    sentence = N_("A passphrase is needed: give --passphrase-file PATH (- for standard input), or run in a terminal.")


class BadPassphraseFile(WrongUsage):
    """The passphrase file is not a line of text."""

    sentence = N_("The passphrase file must hold the passphrase as its first line, in UTF-8.")


def say(words: str = "") -> None:
    """Print a line for people."""
    click.echo(words)


def say_json(value: Any) -> None:
    """Print one JSON value on a line of its own."""
    click.echo(json.dumps(value, ensure_ascii=False))


def passphrase_option(command: Any) -> Any:
    """Add --passphrase-file to a command."""
    help_text = "File whose first line is the passphrase; - reads it from standard input."
    return click.option("--passphrase-file", type=click.Path(), metavar="PATH", help=help_text)(command)


def read_passphrase(passphrase_file: str | None, confirm: bool = False, prompt: str | None = None) -> str:
    """Return the passphrase from a file or, on a terminal, as typed. Raises NoPassphrase, BadPassphraseFile."""
    if passphrase_file is not None:
        return _first_line(passphrase_file)
    if not sys.stdin.isatty():
        raise NoPassphrase
    typed = getpass.getpass(prompt or _("Passphrase: "))
    if confirm and getpass.getpass(_("Once more: ")) != typed:
        raise click.UsageError(_("The two passphrases differ."))
    return typed


def ask(prompt: str) -> str | None:
    """Return what is typed on a terminal, shown as it is typed; None where there is nobody to ask."""
    if not sys.stdin.isatty():
        return None
    return str(click.prompt(prompt, prompt_suffix=""))


def _first_line(passphrase_file: str) -> str:
    if passphrase_file == "-":  # noqa: S105  (a name for standard input)
        line = sys.stdin.buffer.readline(_LONGEST_LINE)
    else:
        with Path(passphrase_file).open("rb") as file:
            line = file.readline(_LONGEST_LINE)
    try:
        passphrase = line.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError:
        raise BadPassphraseFile from None
    if not passphrase:
        raise BadPassphraseFile
    return passphrase
