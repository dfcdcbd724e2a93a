"""The window from the command line: the door, asking for the passphrase of the dossier that is named, if one is."""

import gc
from collections.abc import Callable
from pathlib import Path

from t2desk.cli.guarding import guarded
from t2desk.domain.errors import Refused
from t2desk.i18n import N_
from t2desk.system.screens import has_screen

AGAIN = "--again="  # from `app.leaving`, which is loaded only with the window


class NoScreen(Refused):
    """There is nothing to show a window on."""

    sentence = N_("There is no screen here to show a window on; `t2desk --help` lists what works without one.")


def open_window(dossier: Path | None, again: int | None = None) -> int:
    """Show the window until it is closed. Raises NoScreen where there is none, before Qt would end the process.

    `again` is a pipe from the image of the program before a lock.
    """
    if not has_screen():
        raise NoScreen
    return load_window()(dossier, again=again)


def load_window() -> Callable[..., int]:
    """Load Qt and what the door needs, and return what shows the window."""
    # Nothing that loading makes is garbage, and looking for it takes 15 ms; on again when the door is painted.
    gc.disable()
    from t2desk.app.window import run_window

    return run_window


def run(arguments: list[str]) -> int:
    """Show the window of the dossier that is named, if one is, and return the exit code."""
    named = arguments[0] if arguments else ""
    if named.startswith(AGAIN):
        return guarded(lambda: open_window(None, int(named.removeprefix(AGAIN))))
    return guarded(lambda: open_window(Path(named) if named else None))
