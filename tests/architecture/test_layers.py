"""The layers as contracts: kept, and each shown to break when somebody reaches across."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[2]

# One forbidden reach a contract: the file that gets it, and the import.
REACHES = [
    ("t2desk/domain/rules.py", "import t2desk.services.desk", "Layers"),
    ("t2desk/storage/store.py", "import t2desk.vault.keys", "Layers"),
    ("t2desk/domain/notes.py", "import t2desk.domain.people", "A note cannot know a person"),
    ("t2desk/domain/support.py", "import t2desk.domain.people", "What stands beside a point knows no person"),
    ("t2desk/services/notes.py", "import t2desk.domain.sources", "Traces and sources are read in one place"),
    ("t2desk/services/desk.py", "import sqlalchemy", "Services know no framework"),
    ("t2desk/vault/keys.py", "import PySide6", "The vault knows neither Qt nor SQLAlchemy"),
    ("t2desk/intake/gate.py", "import cryptography", "The intake and the leak check"),
    ("t2desk/room/window.py", "import t2desk.domain.people", "The room display knows no people"),
    ("t2desk/room/feed.py", "import t2desk.services.floor_views", "The room display knows no people"),
    ("t2desk/domain/room_card.py", "import t2desk.domain.notes", "The room display knows no people"),
    ("t2desk/domain/text.py", "import click", "The domain is standard library only"),
]


def contracts(folder: Path) -> subprocess.CompletedProcess[str]:
    code = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
    command = [sys.executable, "-c", code, "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=_environment(folder))


def _environment(folder: Path) -> dict[str, str]:
    import os

    return {**os.environ, "PYTHONPATH": str(folder), "PYTHONSAFEPATH": "1", "NO_COLOR": "1", "COLUMNS": "200"}


def test_every_contract_is_kept():
    done = contracts(TOP)
    assert done.returncode == 0, done.stdout


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    folder = tmp_path_factory.mktemp("house")
    shutil.copytree(TOP / "t2desk", folder / "t2desk", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(TOP / "pyproject.toml", folder)
    return folder


@pytest.mark.parametrize(("name", "reach", "contract"), REACHES)
def test_a_reach_across_is_seen(copy, name, reach, contract):
    path = copy / name
    before = path.read_text("utf-8")
    path.write_text(before + f"\n{reach}\n", "utf-8")
    try:
        done = contracts(copy)
    finally:
        path.write_text(before, "utf-8")
    broken = [line for line in done.stdout.splitlines() if "BROKEN" in line]
    assert any(contract in line for line in broken), done.stdout
