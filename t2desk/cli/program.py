"""The command line as a whole: commands by name, loaded when called; every failure one sentence and an exit code."""

import importlib
import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from t2desk import __version__
from t2desk.cli.speaking import _, explain, report_failure
from t2desk.domain.errors import DeskError, MachineFailed, Refused
from t2desk.i18n import N_
from t2desk.system.screens import has_screen

# name → module and function; a command's module is loaded when it is called or its help is asked for.
_COMMANDS = {
    "rehearse": "rehearsing:rehearse",
    "new": "dossiers:new",
    "import": "importing:import_",
    "replay": "replaying:replay",
    "show": "showing:show",
    "export": "exporting:export",
    "editions": "exporting:editions",
    "check": "checking:check",
    "verify": "dossiers:verify",
    "backup": "dossiers:backup",
    "restore": "dossiers:restore",
    "doctor": "doctoring:doctor",
    "schema": "showing:schema",
}


class NoScreen(Refused):
    """There is nothing to show a window on."""

    sentence = N_("There is no screen here to show a window on; `t2desk --help` lists what works without one.")


class CommandFailed(MachineFailed):
    """The system refused something outside the dossier."""

    sentence = N_("The system refused to read or write: {reason}.")


class Commands(click.Group):
    """A group whose commands are imported one by one."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click calls it so)
        """Return the names in the order of the manual."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return a command, or None."""
        place = _COMMANDS.get(cmd_name)
        if place is None:
            return None
        module, function = place.split(":")
        command: click.Command = getattr(importlib.import_module(f"t2desk.cli.{module}"), function)
        return command


@click.command(cls=Commands, invoke_without_command=True, epilog="Example: t2desk rehearse --out /tmp/rehearsal")
@click.version_option(version=__version__, message="t2desk %(version)s", prog_name="t2desk")
@click.option("--measure-start", is_flag=True, help="Print how long starting took, in milliseconds, and stop.")
@click.pass_context
def program(context: click.Context, measure_start: bool) -> None:
    """Keep a confidential dialogue: agenda, floor, common ground and what was agreed about attribution.

    Works without any network. Every command that opens a dossier takes --passphrase-file, or asks.
    """
    if measure_start:
        from t2desk.cli.measuring import measure

        measure()
    elif context.invoked_subcommand is None:
        open_window(None)


def open_window(dossier: Path | None) -> int:
    """Show the window until it is closed. Raises NoScreen where there is none, before Qt would end the process."""
    from t2desk.app.window import run_window

    if not has_screen():
        raise NoScreen
    return run_window(dossier)


def _is_dossier(arguments: list[str]) -> bool:
    return len(arguments) == 1 and arguments[0].lower().endswith(".t2d")


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code: 0 done, 1 refused or findings, 2 wrong usage, 3 the machine failed."""
    try:
        if _is_dossier(arguments):
            return _guarded(lambda: open_window(Path(arguments[0])))
        return _guarded(lambda: program.main(args=arguments, prog_name="t2desk", standalone_mode=False))
    except BrokenPipeError:
        # Whoever read us has gone: that is no failure of ours, but nothing more can be said.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _guarded(command: Callable[[], Any]) -> int:
    try:
        result = command()
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.ClickException as usage:
        return report_failure(_usage_sentence(usage), 2)
    except (click.Abort, KeyboardInterrupt):
        return report_failure(_("Interrupted; nothing was left half done."), 1)
    except DeskError as failure:
        return report_failure(explain(failure), _code_of(failure))
    except BrokenPipeError:
        raise
    except OSError as failure:
        return report_failure(explain(CommandFailed(reason=failure.strerror or type(failure).__name__)), 3)
    except MemoryError:
        return report_failure(_("There was not enough memory; close other programs and try again."), 3)
    except Exception as bug:  # noqa: BLE001  (the last door: a traceback could quote a note)
        return report_failure(_bug_sentence(bug), 3)
    return result if isinstance(result, int) else 0


def _bug_sentence(bug: Exception) -> str:
    """Return what may be said of a fault of ours: its type and place, never its text."""
    places = traceback.extract_tb(bug.__traceback__)
    ours = [place for place in places if "t2desk" in place.filename] or places
    where = f"{Path(ours[-1].filename).name}:{ours[-1].lineno}"
    words = _("A fault in t2desk ({kind} at {where}) stopped the command; please report these words.")
    return words.format(kind=type(bug).__name__, where=where)


def _usage_sentence(usage: click.ClickException) -> str:
    words = " ".join(usage.format_message().split())
    return f"{words} " + _("`t2desk --help` shows how it is meant.")


def _code_of(failure: DeskError) -> int:
    if isinstance(failure, MachineFailed):
        return 3
    return 1 if isinstance(failure, Refused) else 2
