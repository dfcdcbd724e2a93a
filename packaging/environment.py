"""The checkout's own Python environment: `.venv`, made from the lock and nothing else."""

import contextlib
import hashlib
import importlib.util
import locale
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

from progress import Refusal, say
from system_packages import can_install, install_packages

CHECKOUT = Path(__file__).resolve().parent.parent
LOCK = CHECKOUT / "packaging" / "requirements.lock"
FOLDER = CHECKOUT / ".venv"
SCRIPTS = FOLDER / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
STAMP_NAME = "t2desk-stamp"
UNFINISHED = "unfinished"
DEBIAN_PIP_WHEELS = Path("/usr/share/python-wheels")
INSTALL = ["install", "--quiet", "--require-hashes", "--only-binary", ":all:", "--requirement"]


def stamp_for(lock: bytes, version: tuple[int, int], platform: str, folder: Path) -> str:
    """Sum up all that a finished environment depends on."""
    # The folder counts because an environment that was moved along with its checkout no longer finds its own scripts.
    parts = [hashlib.sha256(lock).hexdigest(), f"{version[0]}.{version[1]}", platform, str(folder)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def wanted_stamp() -> str:
    """Work out the stamp that an environment for this lock and this Python has."""
    return stamp_for(LOCK.read_bytes(), sys.version_info[:2], sysconfig.get_platform(), FOLDER)


def read_stamp(folder: Path) -> str | None:
    """Read what the environment was finished for; None when it isn't one of ours."""
    try:
        return (folder / STAMP_NAME).read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return None


def is_ready(folder: Path, python: Path, wanted: str) -> bool:
    """Tell whether the environment is finished, fits, and still has the Python it was made with."""
    return read_stamp(folder) == wanted and python.exists()


def why_set_up(folder: Path, wanted: str) -> str:
    """Give the reason for the work about to be done, for the person who waits."""
    found = read_stamp(folder)
    if found is None:
        return "there is none yet"
    if found == UNFINISHED:
        return "the last set-up was interrupted"
    return "its Python is gone" if found == wanted else "the lock, the Python or the place has changed"


def clear(folder: Path) -> None:
    """Remove an environment of ours; refuse to touch one that somebody else made."""
    if not folder.exists() and not folder.is_symlink():
        return
    if folder.is_symlink() or not folder.is_dir() or (read_stamp(folder) is None and any(folder.iterdir())):
        raise Refusal(f"{folder} was not made by dev.py and is in the way; move it elsewhere and run again.")
    (folder / STAMP_NAME).write_text(UNFINISHED, encoding="ascii")
    for entry in folder.iterdir():  # the stamp last: what is left of an interrupted removal must still be known as ours
        if entry.name != STAMP_NAME:
            shutil.rmtree(entry) if entry.is_dir() and not entry.is_symlink() else entry.unlink()
    shutil.rmtree(folder)


def child_environment() -> dict[str, str]:
    """Copy this process's environment, less what would lead pip or Python away from `.venv`."""
    environment = {name: value for name, value in os.environ.items() if name not in {"PYTHONHOME", "PYTHONPATH"}}
    return environment | {"PIP_USER": "0", "PIP_NO_INPUT": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


def run_quietly(command: list[str]) -> int:
    """Run a step of the set-up; what it prints goes to standard error."""
    return subprocess.call(command, env=child_environment(), stdin=subprocess.DEVNULL, stdout=sys.stderr)


def outer_pip(base: str) -> list[str] | None:
    """Find a way to fill an environment that has no pip of its own, with what this machine already has."""
    answers = subprocess.run([base, "-m", "pip", "--python", base, "--version"], capture_output=True, check=False)
    if answers.returncode == 0:
        return [base, "-m", "pip", "--python", str(PYTHON), *INSTALL]
    for wheel in sorted(DEBIAN_PIP_WHEELS.glob("pip-*.whl"), reverse=True):
        return [str(PYTHON), f"{wheel}/pip", *INSTALL]
    return ["uv", "pip", INSTALL[0], "--python", str(PYTHON), *INSTALL[1:]] if shutil.which("uv") else None


def installer(base: str) -> tuple[list[str], list[str]]:
    """Choose the command that makes the environment, and the one that fills it."""
    ordinary = [base, "-m", "venv", str(FOLDER)], [str(PYTHON), "-m", "pip", *INSTALL]
    if importlib.util.find_spec("ensurepip"):
        return ordinary
    outer = None if can_install() else outer_pip(base)
    if outer:
        return [base, "-m", "venv", "--without-pip", str(FOLDER)], outer
    # Debian takes `ensurepip` out of its Python; the package that has it is named after the version.
    install_packages([f"python3.{sys.version_info[1]}-venv"], "Python's own means to make an environment")
    return ordinary


def set_up(wanted: str) -> None:
    """Make `.venv` anew; the stamp comes last, so an interrupted set-up is never taken for a finished one."""
    base = getattr(sys, "_base_executable", None) or sys.executable  # never the Python inside the one being replaced
    make, fill = installer(base)
    clear(FOLDER)
    FOLDER.mkdir()
    (FOLDER / STAMP_NAME).write_text(UNFINISHED, encoding="ascii")
    if run_quietly(make):
        raise Refusal("Python could not make .venv; it says above why.")
    say("installing the packages of packaging/requirements.lock, every file checked against its hash (a minute or two)")
    if run_quietly([*fill, str(LOCK)]):
        raise Refusal("the packages could not be installed; pip says above why. Nothing half done will be used.")
    add_checkout()
    (FOLDER / STAMP_NAME).write_text(wanted, encoding="ascii")


def add_checkout() -> None:
    """Let `import t2desk` work in `.venv` from any folder, as an editable install would, without building anything."""
    encoding = "utf-8" if sys.version_info >= (3, 13) else locale.getencoding()
    site = Path(sysconfig.get_path("purelib", "venv", {"base": str(FOLDER), "platbase": str(FOLDER)}))
    (site / "t2desk-checkout.pth").write_text(f"{CHECKOUT}\n", encoding=encoding)


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """Let only one dev.py at a time set up this checkout; the lock file serves as the thing to hold."""
    with LOCK.open("rb") as held:
        if os.name == "nt":
            import msvcrt

            held.seek(1 << 30)  # far past the end: a held byte could not be read by pip
            msvcrt.locking(held.fileno(), msvcrt.LK_LOCK, 1)
        else:
            import fcntl

            fcntl.flock(held, fcntl.LOCK_EX)
        yield


def ensure_environment() -> None:
    """Set `.venv` up if it is missing or stale."""
    wanted = wanted_stamp()
    if is_ready(FOLDER, PYTHON, wanted):
        return
    with alone():
        if not is_ready(FOLDER, PYTHON, wanted):  # another dev.py may just have done it
            say(
                f"setting up .venv for Python {sys.version_info[0]}.{sys.version_info[1]}: {why_set_up(FOLDER, wanted)}"
            )
            set_up(wanted)
            say(".venv is ready")
