"""The child lives within its limits, starts from anywhere, and its death is one refusal."""

import io
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from t2desk.domain.intake_errors import FileRefused, ReaderFailed, ReaderTimedOut
from t2desk.intake.cage import Limits
from t2desk.intake.reading import answer_of_child
from t2desk.intake.wire import value_read

HERE = str(Path(__file__).parent)
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="limits of resources are a thing of POSIX")


def behave(deed, **limits):
    return answer_of_child(
        io.BytesIO(b"content"), {"reader": deed, "options": {}}, limits=Limits(**limits), module="hogs", folders=(HERE,)
    )


@POSIX
def test_a_child_that_wants_a_gigabyte_is_stopped():
    with pytest.raises(ReaderFailed):
        behave("memory")


@POSIX
def test_the_memory_limit_is_what_stops_it():
    assert b"ate" in behave("memory", memory=4 << 30)


@POSIX
def test_a_child_that_burns_the_processor_is_stopped():
    with pytest.raises(ReaderFailed):
        behave("processor", processor_seconds=1, wall_seconds=10.0)


@POSIX
def test_a_child_cannot_write_a_file():
    with pytest.raises(ReaderFailed):
        behave("file")
    left = Path(tempfile.gettempdir(), f"t2desk-hog-{os.getpid()}")
    assert not left.exists() or left.read_bytes() == b""
    left.unlink(missing_ok=True)


def test_a_child_that_never_answers_is_stopped_by_the_clock():
    with pytest.raises(ReaderTimedOut):
        behave("clock", wall_seconds=0.5)


def test_a_child_that_never_stops_talking_is_cut_off():
    with pytest.raises(ReaderFailed):
        behave("talk", answer=1 << 20, wall_seconds=10.0)


@POSIX
def test_a_child_inherits_neither_environment_nor_descriptors(tmp_path):
    with (tmp_path / "secret").open("w") as kept:
        os.set_inheritable(kept.fileno(), True)
        told = behave("surroundings").decode()
    assert "HOME" not in told
    assert "PYTHONPATH" not in told
    assert told.endswith("['0', '1', '2', '3']\n")


def test_an_answer_that_is_none_is_a_refusal():
    with pytest.raises(ReaderFailed):
        value_read(behave("nonsense"))


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"[]",
        b"{}",
        b'"refused"',
        b'{"refused":"Nope"}',
        b'{"refused":"RowsRefused"}',
        b'{"read":[]}',
        b"[" * 100_000,
    ],
)
def test_misshapen_answers_are_refusals(answer):
    with pytest.raises(ReaderFailed):
        value_read(answer)


def test_the_child_is_found_from_any_folder(tmp_path):
    (tmp_path / "people.csv").write_text("display_name\nAna\n")
    (tmp_path / "t2desk").mkdir()
    (tmp_path / "csv.py").write_text("raise SystemExit('a planted module was loaded')")
    root = str(Path(HERE).parents[1])
    code = (
        f"import sys; sys.path.insert(0, {root!r}); from pathlib import Path;"
        "from t2desk.intake.gate import read_people;"
        "print(read_people(Path('people.csv')).people[0].display_name)"
    )
    ran = subprocess.run([sys.executable, "-P", "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ran.stdout == "Ana\n", ran.stderr


def test_no_refusal_carries_content():
    for kind in FileRefused.__subclasses__():
        assert str(kind.__new__(kind)) == ""
