"""The command line as a whole: commands by name, loaded when called."""

import importlib
from typing import Any

import click

from t2desk import __version__
from t2desk.cli.guarding import _, guarded, report_failure
from t2desk.cli.windowing import open_window

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
    "inspect": "inspecting:inspect",
    "verify": "dossiers:verify",
    "backup": "dossiers:backup",
    "restore": "dossiers:restore",
    "key": "keys:key",
    "retention": "retaining:retention",
    "doctor": "doctoring:doctor",
    "schema": "showing:schema",
}


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


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code: 0 done, 1 refused or findings, 2 wrong usage, 3 the machine failed."""
    return guarded(lambda: _run_by_click(arguments))


def _run_by_click(arguments: list[str]) -> Any:
    try:
        return program.main(args=arguments, prog_name="t2desk", standalone_mode=False)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.ClickException as usage:
        return report_failure(_usage_sentence(usage), 2)
    except click.Abort:
        raise KeyboardInterrupt from None


def _usage_sentence(usage: click.ClickException) -> str:
    words = " ".join(usage.format_message().split())
    return f"{words} " + _("`t2desk --help` shows how it is meant.")
