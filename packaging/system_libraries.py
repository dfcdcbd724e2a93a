"""System libraries that Qt needs: found missing by loading them, never by asking which packages are installed."""

import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from environment import PYTHON, child_environment
from progress import Refusal
from system_packages import install_packages

MODULES = ("QtCore", "QtGui", "QtWidgets")
LOAD = """
import ctypes, sys
import PySide6.QtCore, PySide6.QtGui, PySide6.QtWidgets
for plugin in sys.argv[1:]:
    ctypes.CDLL(plugin)
"""
FOLDER_OF_QT = "import importlib.util as u; print(u.find_spec('PySide6').submodule_search_locations[0])"
ROUNDS = 40  # more than Qt has libraries: a loop that gains nothing must end


def missing_in_error(text: str) -> list[str]:
    """Read the library that the loader's error names, if it is one that is not there."""
    return re.findall(r"(\S+\.so[.\d]*): cannot open shared object file", text)[:1]


def missing_in_listing(text: str) -> list[str]:
    """Read every library that the loader's own listing (`ldd`) could not find."""
    return sorted(set(re.findall(r"^\s*(\S+) => not found", text, re.MULTILINE)))


def screen_plugin(variables: Mapping[str, str], system: str = sys.platform) -> str | None:
    """Choose the Qt plug-in for the screen there is; X11 before Wayland, as Qt falls back to it."""
    if not system.startswith("linux"):
        return None
    if variables.get("DISPLAY"):
        return "libqxcb.so"
    return "libqwayland.so" if variables.get("WAYLAND_DISPLAY") else None


def ask_python(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the environment's own Python and keep what it says."""
    return subprocess.run(
        [str(PYTHON), *arguments],
        env=child_environment(),
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )


def qt_files(plugin: str | None) -> tuple[list[str], list[str]]:
    """Find Qt's own files to load: its three modules, and the screen's plug-in if there is a screen to show on."""
    folder = Path(ask_python("-c", FOLDER_OF_QT).stdout.strip())
    modules = [str(folder / f"{module}.abi3.so") for module in MODULES]
    return modules, [str(folder / "Qt" / "plugins" / "platforms" / plugin)] if plugin else []


def missing_libraries(plugin: str | None) -> list[str]:
    """Find what must be installed before Qt loads: nothing, or all that is known to be missing by now."""
    modules, plugins = qt_files(plugin) if plugin else ([], [])
    loaded = ask_python("-c", LOAD, *plugins)
    if loaded.returncode == 0:
        return []
    named = missing_in_error(loaded.stderr)
    if not named:
        raise Refusal(f"Qt does not load on this system: {(loaded.stderr.strip() or 'it crashed').splitlines()[-1]}")
    return sorted({*named, *listed_as_missing([*(modules or qt_files(None)[0]), *plugins])})


def listed_as_missing(files: list[str]) -> list[str]:
    """Ask the loader for all at once, so that a person types one line and not ten; it may be absent."""
    if not shutil.which("ldd"):
        return []
    return missing_in_listing(subprocess.run(["ldd", *files], capture_output=True, text=True, check=False).stdout)


def missing_programs(programs: tuple[str, ...]) -> list[str]:
    """Find which of the programs that tests call this system lacks."""
    return [program for program in programs if not shutil.which(program)]


def ensure_system(plugin: str | None = None, programs: tuple[str, ...] = ()) -> None:
    """Install what Qt and the tests miss, as often as a new library shows the next one missing."""
    before: list[str] = []
    for _ in range(ROUNDS):
        missing = [*missing_libraries(plugin), *missing_programs(programs)]
        if not missing:
            return
        if missing == before:
            break
        install_packages(missing, "libraries and programs it needs")
        before = missing
    raise Refusal(f"still missing, although packages for them were installed: {', '.join(before)}.")
