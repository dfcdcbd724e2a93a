"""What dev.py can do: each command sets up what it needs, then runs one tool with your arguments passed on."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from environment import CHECKOUT, PYTHON, SCRIPTS, child_environment, ensure_environment
from locking import check_lock, write_lock
from progress import MACHINE_FAILED, Refusal, say
from system_libraries import ensure_system, screen_plugin
from window_driving import offer_driving

TEST_PROGRAMS = ("strace",)  # counts fsyncs and watches for network calls; Linux only
MOST_WORKERS = 4  # each worker loads Qt and the cipher; more gain nothing on the tests we have
INTERRUPTED = 130


def run_tool(arguments: list[str], folder: Path | None = CHECKOUT, **variables: str) -> int:
    """Run one tool in the environment's Python; its exit code, also when a signal ended it."""
    code = subprocess.call([str(PYTHON), *arguments], cwd=folder, env=child_environment() | variables)
    return code if code >= 0 else 128 - code


def has_window() -> bool:
    """Tell whether this checkout has a window to show: its package is the sign."""
    return (CHECKOUT / "t2desk" / "ui").is_dir()


def has_screen(variables: Mapping[str, str], system: str = sys.platform) -> bool:
    """Tell whether a window could be seen: always on Windows and macOS, elsewhere with X11 or Wayland."""
    return system in {"win32", "darwin"} or bool(variables.get("DISPLAY") or variables.get("WAYLAND_DISPLAY"))


def fresh_folder(parent: Path) -> Path:
    """Find the first of `rehearsal`, `rehearsal-2`, … that is not there or still empty."""
    folder, number = parent / "rehearsal", 1
    while folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        number += 1
        folder = parent / f"rehearsal-{number}"
    return folder


def rehearse_arguments(extra: list[str], folder: Path, with_window: bool) -> list[str]:
    """Write the rehearsal's command line; what the person gave goes before what we would choose."""
    out = [] if any(argument.split("=")[0] == "--out" for argument in extra) else ["--out", str(folder)]
    headless = [] if with_window or "--no-window" in extra else ["--no-window"]
    return ["-m", "t2desk", "rehearse", *out, *headless, *extra]


def run(extra: list[str]) -> int:
    """Play the dress rehearsal: a whole fictional session, in the window if there is one, else without.

    Writes a new folder rehearsal/, rehearsal-2/, … in the checkout, or to --out DIR; further arguments: --seed N, …
    """
    with_window = has_window() and has_screen(os.environ) and "--no-window" not in extra
    ensure_environment()
    ensure_system(screen_plugin(os.environ) if with_window else None)
    folder = fresh_folder(CHECKOUT)
    arguments = rehearse_arguments(extra, folder, with_window)
    code = run_tool(arguments, folder=None)  # relative paths in the arguments are the person's own
    if code == 0 and str(folder) in arguments:
        say(f"everything the rehearsal made is in {folder}")
    return code


def pytest_arguments(extra: list[str], cores: int) -> list[str]:
    """Write pytest's command line: on all cores up to a few, but on none of them when a person wants the debugger."""
    alone = any(argument in {"--pdb", "--trace"} for argument in extra)
    return ["-m", "pytest", *([] if alone else ["-n", str(min(cores, MOST_WORKERS))]), *extra]


def run_pytest(extra: list[str]) -> int:
    """Set up what tests need and run them; they never open a window on a real screen."""
    ensure_environment()
    if sys.platform.startswith("linux"):
        ensure_system(programs=TEST_PROGRAMS)
        offer_driving()
    else:
        ensure_system()
    platform = os.environ.get("QT_QPA_PLATFORM", "offscreen")
    return run_tool(pytest_arguments(extra, os.cpu_count() or 1), QT_QPA_PLATFORM=platform)


def test(extra: list[str]) -> int:
    """Run the tests on all cores; arguments go to pytest: test tests/domain -k floor"""
    return run_pytest(extra)


def campaign(extra: list[str]) -> int:
    """Run the long tests (kills, crash points, fuzzing) that `test` leaves out; arguments go to pytest."""
    return run_pytest(["-m", "campaign", *extra])


def lint(extra: list[str]) -> int:
    """Check format, style, types, layers and the lock, all of them even when one fails; arguments go to ruff check."""
    ensure_environment()
    codes = {
        "format": run_tool(["-m", "ruff", "format", "--check", "."]),
        "style": run_tool(["-m", "ruff", "check", *extra, "."]),
        "types": run_tool(["-m", "mypy"]),
        "layers": subprocess.call([str(SCRIPTS / "lint-imports")], cwd=CHECKOUT, env=child_environment()),
        "lock": check_lock(),
    }
    failed = [name for name, code in codes.items() if code]
    say(f"lint found something about: {', '.join(failed)}" if failed else "lint found nothing")
    return codes[failed[0]] if failed else 0


def bench(extra: list[str]) -> int:
    """Measure the figures of the design against their peers; arguments go to tests/benchmarks."""
    ensure_environment()
    ensure_system()
    return run_tool([str(CHECKOUT / "tests" / "benchmarks"), *extra], QT_QPA_PLATFORM="offscreen")


def shots(extra: list[str]) -> int:
    """Make a picture of every view in every look; arguments name views: shots desk --look dark --out /tmp/pictures"""
    ensure_environment()
    ensure_system()
    platform = os.environ.get("QT_QPA_PLATFORM", "offscreen")
    return run_tool([str(CHECKOUT / "tests" / "shots"), *extra], QT_QPA_PLATFORM=platform)


def lock(extra: list[str]) -> int:
    """Make packaging/requirements.lock again from pyproject.toml (maintainers); arguments go to uv: lock --upgrade"""
    return write_lock(extra)


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    command.__name__: command for command in (run, test, lint, bench, campaign, shots, lock)
}
HELP = """usage: python3 packaging/dev.py COMMAND [ARGUMENT …]

Sets up .venv from packaging/requirements.lock the first time and after every change of it, installs or
names the system packages that are missing, and runs one tool. Works from any folder, with Python 3.11 or newer.

{commands}

Exit codes: the tool's own; 2 for a wrong command; 3 when the set-up could not be done (the last lines say what to do).
"""


def describe(command: Callable[[list[str]], int]) -> str:
    """Write a command's paragraph in the help."""
    first, *rest = [line.strip() for line in (command.__doc__ or "").strip().splitlines() if line.strip()]
    return "\n".join([f"  {command.__name__:<10}{first}", *(f"{'':<12}{line}" for line in rest)])


def main(arguments: list[str]) -> int:
    """Run the command that was asked for; one sentence and an exit code when that can't be."""
    name, *extra = arguments or ["--help"]
    if name in {"-h", "--help"}:
        print(HELP.format(commands="\n".join(describe(command) for command in COMMANDS.values())))
        return 0
    if name not in COMMANDS:
        say(f"there is no command '{name}'; the commands are {', '.join(COMMANDS)} (see --help).")
        return 2
    if extra in (["-h"], ["--help"]):
        print(describe(COMMANDS[name]))
        return 0
    return attempt(COMMANDS[name], extra)


def attempt(command: Callable[[list[str]], int], extra: list[str]) -> int:
    """Run a command, and turn what stands in its way into a sentence."""
    try:
        return command(extra)
    except Refusal as refusal:
        say(str(refusal))
    except OSError as error:
        say(f"{error.strerror or error}: {error.filename or 'this system'}; nothing was changed by halves, run again.")
    except KeyboardInterrupt:
        say("interrupted")
        return INTERRUPTED
    return MACHINE_FAILED
