"""The house as sentences: what no import contract can say."""

import ast
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[2]
PACKAGE = TOP / "t2desk"
MODULES = sorted(PACKAGE.rglob("*.py"))
DOORS = ("t2desk/__main__.py", "t2desk/app/", "t2desk/cli/")
NETWORK = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "asyncio", "xmlrpc", "requests", "QtNetwork"}
BANNED_NAMES = {"utils", "util", "helper", "helpers", "manager", "common", "misc"}


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def imported(tree: ast.AST) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module or ""}
    return names


def name_of(path: Path) -> str:
    return str(path.relative_to(TOP))


def late_imports(tree: ast.Module) -> list[int]:
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    return [
        inner.lineno
        for function in functions
        for inner in ast.walk(function)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    ]


def test_every_module_begins_with_a_caption_of_one_line():
    for path in MODULES:
        caption = ast.get_docstring(tree_of(path)) or ""
        assert caption.split("\n", 1)[0].strip(), name_of(path)


def test_no_file_is_past_400_lines():
    long = {name_of(path): len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert {name: lines for name, lines in long.items() if lines > 400} == {}


def test_no_room_has_a_name_that_says_nothing():
    named = {part for path in MODULES for part in (*path.relative_to(TOP).parts[:-1], path.stem)}
    assert named & BANNED_NAMES == set()


def test_imports_are_late_only_at_the_doors():
    late = {name_of(path): late_imports(tree_of(path)) for path in MODULES}
    allowed = {name for name in late if name.startswith(DOORS)}
    assert {name: lines for name, lines in late.items() if lines and name not in allowed} == {}


def test_qt_is_known_in_the_window_and_in_one_module_of_the_reports():
    qt = {name_of(path) for path in MODULES if any(name.startswith("PySide6") for name in imported(tree_of(path)))}
    outside = {name for name in qt if not name.startswith(("t2desk/ui/", "t2desk/room/"))}
    assert outside <= {"t2desk/reports/line_breaks.py", "t2desk/app/window.py"}


# All that the room display may load of ours: the card, itself, and three modules of paint that know nobody.
ROOM_KNOWS = (
    "t2desk.room", "t2desk.domain.room_card", "t2desk.domain.screens", "t2desk.ui.kit.fonts", "t2desk.ui.kit.screens",
    "t2desk.ui.kit.room_picture",
)  # fmt: skip


def test_the_room_display_knows_the_card_and_paint_alone():
    known = {name for path in (PACKAGE / "room").glob("*.py") for name in imported(tree_of(path))}
    assert {name for name in known if name.startswith("t2desk") and not name.startswith(ROOM_KNOWS)} == set()


def test_no_module_knows_a_network():
    for path in MODULES:
        tops = {name.split(".")[0] for name in imported(tree_of(path))}
        assert not tops & NETWORK, name_of(path)


def test_only_storage_knows_the_database():
    for path in MODULES:
        tops = {name.split(".")[0] for name in imported(tree_of(path))}
        if tops & {"sqlalchemy", "sqlcipher3", "sqlite3"}:
            assert name_of(path).startswith("t2desk/storage/"), name_of(path)


def test_no_environment_variable_decides_anything_of_the_vault():
    for path in (PACKAGE / "vault").rglob("*.py"):
        assert "environ" not in path.read_text("utf-8"), name_of(path)


def test_every_refusal_says_its_own_sentence():
    for path in MODULES:
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.ClassDef) and any(_is_refusal(base) for base in node.bases):
                assert _has_sentence(node), f"{name_of(path)}: {node.name}"


def _is_refusal(base: ast.expr) -> bool:
    return isinstance(base, ast.Name) and base.id in {
        "Refused",
        "MachineFailed",
        "WrongUsage",
        "RowRefused",
        "FileRefused",
    }


def _has_sentence(node: ast.ClassDef) -> bool:
    targets = [t for n in node.body for t in (n.targets if isinstance(n, ast.Assign) else [getattr(n, "target", None)])]
    return any(isinstance(target, ast.Name) and target.id == "sentence" for target in targets)


def test_every_dependency_is_argued_in_one_line():
    lines = (TOP / "pyproject.toml").read_text("utf-8").splitlines()
    start = lines.index("dependencies = [")
    for line in lines[start + 1 : lines.index("]", start)]:
        assert "#" in line, line


def test_every_dependency_is_locked_with_hashes():
    lock = (TOP / "packaging" / "requirements.lock").read_text("utf-8")
    project = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))["project"]
    for requirement in project["dependencies"]:
        name = requirement.split(">")[0].split("=")[0].split("<")[0].strip().lower()
        assert f"\n{name}==" in f"\n{lock.lower()}", name
    assert lock.count("--hash=sha256:") > lock.count("==")


def test_the_top_level_holds_what_the_design_names():
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    listed = subprocess.run(["git", "ls-files"], cwd=TOP, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    named = {"pyproject.toml", "t2desk", "resources", "tests", "packaging", "README.md", "LICENSE", "CHANGELOG.md"}
    tops = {line.split("/")[0] for line in listed.stdout.splitlines()}
    assert {top for top in tops if not top.startswith(".")} <= named


@pytest.mark.parametrize(("name", "limit"), [("README.md", 120), ("t2desk/ARCHITECTURE.md", 150)])
def test_the_pages_people_read_first_are_short(name, limit):
    assert len((TOP / name).read_text("utf-8").splitlines()) <= limit


def test_the_version_is_answered_before_anything_else_is_loaded():
    code = (
        "import sys; sys.argv = ['t2desk', '--version']\n"
        "from t2desk.__main__ import main; main()\n"
        "print(sorted(n for n in sys.modules if n.split('.')[0] in {'click', 'sqlalchemy', 'PySide6', 'cryptography'}))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=TOP, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
