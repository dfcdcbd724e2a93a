"""The lock: every package with its version and hashes, the same for all systems; made here, checked by lint."""

import hashlib
import json
import os
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

from environment import CHECKOUT, LOCK, run_quietly
from progress import Refusal, say

PROJECT = CHECKOUT / "pyproject.toml"
MARK = "# fits pyproject.toml: "
HEADER = """# Every package of t2desk and its tests, with version and hashes, for Linux, Windows and macOS.
# Made by `python3 packaging/dev.py lock`; change pyproject.toml instead, then make it again.
"""
RESOLVER = "uv==0.13.9"  # fixed, so that a new lock differs only where packages do
COMPILE = ["pip", "compile", "--quiet", "--universal", "--generate-hashes", "--extra", "dev"]
# Where one machine gets its packages from, and how, is its own affair.
WITHOUT_PLACES = ["--no-header", "--no-config", "--no-emit-index-url", "--no-emit-find-links"]


def requirements_digest(project: dict) -> str:
    """Make a digest of all that the lock answers for in pyproject.toml."""
    keys = ("requires-python", "dependencies", "optional-dependencies")
    relevant = json.dumps([project["project"].get(key) for key in keys], sort_keys=True)
    return hashlib.sha256(relevant.encode()).hexdigest()


def lock_fits(lock_text: str, project: dict) -> bool:
    """Tell whether the lock was made for these requirements."""
    return f"{MARK}{requirements_digest(project)}" in lock_text.splitlines()


def check_lock() -> int:
    """Say whether the lock fits pyproject.toml; the exit code for lint."""
    if lock_fits(LOCK.read_text(encoding="utf-8"), tomllib.loads(PROJECT.read_text(encoding="utf-8"))):
        return 0
    say("packaging/requirements.lock does not fit pyproject.toml; run: python3 packaging/dev.py lock")
    return 1


def oldest_python(project: dict) -> str:
    """Read the Python that the lock must still serve, as pyproject.toml says it."""
    return str(project["project"]["requires-python"]).removeprefix(">=")


def compile_lock(resolver: Path, pinned: Path, python: str, extra: list[str]) -> None:
    """Resolve pyproject.toml into `pinned`; versions already in there stay unless `extra` says otherwise."""
    command = [str(resolver), *COMPILE, *WITHOUT_PLACES, "--python-version", python, *extra]
    if subprocess.call([*command, "--output-file", str(pinned), PROJECT.name], cwd=CHECKOUT, stdout=sys.stderr):
        raise Refusal("the requirements could not be resolved; uv says above why.")
    if "://" in pinned.read_text(encoding="utf-8"):
        raise Refusal("the new lock names an address; none was written. Give no index or URL among the requirements.")


def make_resolver(folder: Path) -> Path:
    """Install the resolver in an environment of its own that is thrown away afterwards."""
    say(f"fetching {RESOLVER}")
    if run_quietly([sys.executable, "-m", "venv", str(folder)]):
        raise Refusal("Python could not make a throw-away environment; it says above why.")
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    if run_quietly([str(scripts / "python"), "-m", "pip", "install", "--quiet", RESOLVER]):
        raise Refusal(f"{RESOLVER} could not be installed; pip says above why.")
    return scripts / "uv"


def write_lock(extra: list[str]) -> int:
    """Make the lock again from pyproject.toml."""
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        pinned = Path(folder) / LOCK.name
        if LOCK.exists():
            pinned.write_bytes(LOCK.read_bytes())
        compile_lock(make_resolver(Path(folder) / "venv"), pinned, oldest_python(project), extra)
        mark = f"{MARK}{requirements_digest(project)}\n"
        LOCK.write_text(HEADER + mark + pinned.read_text(encoding="utf-8"), encoding="utf-8", newline="\n")
    say(f"wrote {LOCK.relative_to(CHECKOUT)}")
    return 0
