"""The set-up's decisions: when `.venv` is stale, what is missing and how it is called, what is run."""

import subprocess
import sys
from pathlib import Path

import commands
import dev
import environment
import locking
import pytest
import system_libraries
import system_packages
import window_driving
from progress import Refusal

DEV = Path(dev.__file__)
STAMP = environment.stamp_for(b"lock", (3, 11), "linux-x86_64", Path("/checkout/.venv"))


@pytest.mark.parametrize(
    "other",
    [
        (b"another lock", (3, 11), "linux-x86_64", Path("/checkout/.venv")),
        (b"lock", (3, 12), "linux-x86_64", Path("/checkout/.venv")),
        (b"lock", (3, 11), "linux-aarch64", Path("/checkout/.venv")),
        (b"lock", (3, 11), "linux-x86_64", Path("/moved/.venv")),
    ],
)
def test_environment_is_stale_when_anything_it_depends_on_changes(other):
    assert environment.stamp_for(*other) != STAMP


def make_environment(folder: Path, stamp: str | None) -> Path:
    folder.mkdir()
    python = folder / "python"
    python.touch()
    if stamp is not None:
        (folder / environment.STAMP_NAME).write_text(stamp, encoding="ascii")
    return python


@pytest.mark.parametrize(
    ("stamp", "ready"), [(STAMP, True), (environment.UNFINISHED, False), ("", False), (None, False)]
)
def test_only_a_finished_environment_is_ready(tmp_path, stamp, ready):
    folder = tmp_path / ".venv"
    python = make_environment(folder, stamp)
    assert environment.is_ready(folder, python, STAMP) is ready


def test_environment_whose_python_was_removed_is_not_ready(tmp_path):
    folder = tmp_path / ".venv"
    make_environment(folder, STAMP).unlink()
    assert not environment.is_ready(folder, folder / "python", STAMP)
    assert environment.why_set_up(folder, STAMP) == "its Python is gone"


def test_an_environment_of_ours_is_cleared_and_a_foreign_one_left_alone(tmp_path):
    ours, foreign = tmp_path / "ours", tmp_path / "foreign"
    make_environment(ours, environment.UNFINISHED)
    python = make_environment(foreign, None)
    environment.clear(ours)
    with pytest.raises(Refusal, match="not made by dev"):
        environment.clear(foreign)
    assert not ours.exists()
    assert python.exists()


def test_an_interrupted_set_up_is_done_again(tmp_path, monkeypatch):
    folder, steps = tmp_path / ".venv", []
    monkeypatch.setattr(environment, "FOLDER", folder)
    monkeypatch.setattr(environment, "installer", lambda _: (["make"], ["fill"]))
    monkeypatch.setattr(environment, "run_quietly", lambda command: steps.append(command[0]) or command[0] == "fill")
    for _ in range(2):
        with pytest.raises(Refusal, match="packages could not be installed"):
            environment.set_up(STAMP)
        assert environment.read_stamp(folder) == environment.UNFINISHED
    assert steps == ["make", "fill", "make", "fill"]


def test_nothing_in_the_environment_leads_pip_away_from_the_folder(monkeypatch):
    for name in ("PYTHONPATH", "PYTHONHOME", "PIP_USER"):
        monkeypatch.setenv(name, "/elsewhere")
    variables = environment.child_environment()
    assert variables["PIP_USER"] == "0"
    assert not {"PYTHONPATH", "PYTHONHOME"} & variables.keys()


def choose_installer(monkeypatch, **answers):
    monkeypatch.setattr(environment.importlib.util, "find_spec", lambda _: answers.get("ensurepip"))
    monkeypatch.setattr(environment, "can_install", lambda: answers.get("root", False))
    monkeypatch.setattr(environment, "outer_pip", lambda _: answers.get("pip"))
    installed = []
    monkeypatch.setattr(environment, "install_packages", lambda packages, _: installed.extend(packages))
    return environment.installer("/usr/bin/python3"), installed


def test_without_ensurepip_root_installs_it_and_others_use_a_pip_that_is_there(monkeypatch):
    (make, _), installed = choose_installer(monkeypatch, root=True, pip=["pip"])
    assert installed == [f"python3.{sys.version_info[1]}-venv"]
    assert "--without-pip" not in make
    (make, fill), installed = choose_installer(monkeypatch, pip=["pip"])
    assert (fill, installed) == (["pip"], [])
    assert "--without-pip" in make


@pytest.mark.parametrize(
    ("library", "debian", "arch"),
    [
        ("libGL.so.1", "libgl1", "libglvnd"),
        ("libEGL.so.1", "libegl1", "libglvnd"),
        ("libX11-xcb.so.1", "libx11-xcb1", "libx11"),
        ("libdbus-1.so.3", "libdbus-1-3", "dbus"),
        ("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
        ("libfreetype.so.6", "libfreetype6", "freetype2"),
        ("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
        ("libgthread-2.0.so.0", "libglib2.0-0", "glib2"),
        ("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
        ("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
        ("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
        ("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil"),
        ("libxcb-shape.so.0", "libxcb-shape0", "libxcb"),
    ],
)
def test_a_library_is_named_as_each_system_names_its_package(library, debian, arch):
    assert system_packages.debian_package(library) == debian
    assert system_packages.arch_package(library) == arch
    assert system_packages.rpm_package(library) == f"{library}()(64bit)"


def test_packages_are_named_once_and_programs_keep_their_name():
    wanted = ["strace", "libgthread-2.0.so.0", "libglib-2.0.so.0"]
    assert system_packages.package_names("apt-get", wanted) == ["libglib2.0-0", "strace"]
    assert system_packages.package_names(None, wanted) == sorted(wanted)


def test_the_loaders_words_are_understood():
    error = "ImportError: libGL.so.1: cannot open shared object file: No such file or directory"
    listing = "\tlibGL.so.1 => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x1)\n\tlibEGL.so.1 => not found\n"
    assert system_libraries.missing_in_error(error) == ["libGL.so.1"]
    assert system_libraries.missing_in_error("ImportError: version `GLIBC_2.34' not found") == []
    assert system_libraries.missing_in_listing(listing * 2) == ["libEGL.so.1", "libGL.so.1"]


def test_libraries_are_installed_until_qt_loads_and_a_loop_that_gains_nothing_ends(monkeypatch):
    answers, installed = iter([["libGL.so.1"], ["libEGL.so.1"], []]), []
    monkeypatch.setattr(system_libraries, "missing_libraries", lambda _: next(answers))
    monkeypatch.setattr(system_libraries, "install_packages", lambda wanted, _: installed.extend(wanted))
    system_libraries.ensure_system()
    assert installed == ["libGL.so.1", "libEGL.so.1"]
    monkeypatch.setattr(system_libraries, "missing_libraries", lambda _: ["libGL.so.1"])
    with pytest.raises(Refusal, match=r"still missing.*libGL\.so\.1"):
        system_libraries.ensure_system()


def test_libraries_and_programs_are_asked_for_in_one_line(monkeypatch):
    asked = []
    monkeypatch.setattr(system_libraries, "missing_libraries", lambda _: [] if asked else ["libGL.so.1"])
    monkeypatch.setattr(system_libraries, "missing_programs", lambda names: [] if asked else list(names))
    monkeypatch.setattr(system_libraries, "install_packages", lambda wanted, _: asked.append(wanted))
    system_libraries.ensure_system(programs=("strace",))
    assert asked == [["libGL.so.1", "strace"]]


@pytest.mark.parametrize(
    ("root", "sudo", "line"),
    [
        (True, True, "apt-get install --yes --no-install-recommends strace"),
        (False, True, "sudo apt-get install --yes --no-install-recommends strace"),
        (False, False, "su -c 'apt-get install --yes --no-install-recommends strace'"),
    ],
)
def test_a_plain_user_is_given_one_line_to_type(monkeypatch, root, sudo, line):
    monkeypatch.setattr(system_packages, "is_root", lambda: root)
    monkeypatch.setattr(system_packages.shutil, "which", lambda _: sudo or None)
    assert system_packages.line_to_type("apt-get", ["strace"]) == line


def install_with_apt(monkeypatch, *codes):
    calls, answers = [], iter(codes)

    def run_apt(*arguments):
        calls.append(arguments[0])
        return subprocess.CompletedProcess(arguments, next(answers), stdout="E: no such package")

    monkeypatch.setattr(system_packages, "package_tool", lambda: "apt-get")
    monkeypatch.setattr(system_packages, "is_root", lambda: True)
    monkeypatch.setattr(system_packages, "run_apt", run_apt)
    system_packages.install_packages(["strace"], "a test")
    return calls


def test_old_package_lists_are_renewed_before_giving_up(monkeypatch, capsys):
    assert install_with_apt(monkeypatch, 0) == ["install"]
    assert install_with_apt(monkeypatch, 100, 0, 0) == ["install", "update", "install"]
    assert "no such package" not in capsys.readouterr().err
    with pytest.raises(Refusal, match="could not install strace"):
        install_with_apt(monkeypatch, 100, 0, 100)
    assert "no such package" in capsys.readouterr().err


def test_screen_decides_plugin_and_window():
    assert system_libraries.screen_plugin({}, "linux") is None
    assert system_libraries.screen_plugin({"DISPLAY": ":0", "WAYLAND_DISPLAY": "w"}, "linux") == "libqxcb.so"
    assert system_libraries.screen_plugin({"WAYLAND_DISPLAY": "w"}, "linux") == "libqwayland.so"
    assert system_libraries.screen_plugin({}, "darwin") is None
    assert commands.has_screen({}, "win32")
    assert not commands.has_screen({"DISPLAY": ""}, "linux")


def test_each_rehearsal_gets_a_fresh_folder(tmp_path):
    assert commands.fresh_folder(tmp_path) == tmp_path / "rehearsal"
    (tmp_path / "rehearsal").mkdir()
    assert commands.fresh_folder(tmp_path) == tmp_path / "rehearsal"
    (tmp_path / "rehearsal" / "dossier.t2d").touch()
    (tmp_path / "rehearsal-2").touch()
    assert commands.fresh_folder(tmp_path) == tmp_path / "rehearsal-3"


def test_rehearsal_takes_what_the_person_gave_and_fills_in_the_rest():
    folder = Path("rehearsal")
    start = ["-m", "t2desk", "rehearse"]
    assert commands.rehearse_arguments([], folder, with_window=True) == [*start, "--out", "rehearsal"]
    assert commands.rehearse_arguments(["--seed", "7"], folder, with_window=False) == [
        *start, "--out", "rehearsal", "--no-window", "--seed", "7",
    ]  # fmt: skip
    assert commands.rehearse_arguments(["--out=x", "--no-window"], folder, with_window=False) == [
        *start, "--out=x", "--no-window",
    ]  # fmt: skip


def test_pytest_uses_the_cores_unless_a_person_debugs():
    assert commands.pytest_arguments(["-k", "floor"], 2) == ["-m", "pytest", "-n", "2", "-k", "floor"]
    assert commands.pytest_arguments([], 64)[3] == str(commands.MOST_WORKERS)
    assert commands.pytest_arguments(["--pdb"], 2) == ["-m", "pytest", "--pdb"]


def test_lint_runs_every_check_and_passes_on_the_first_failure(monkeypatch):
    codes, seen = iter([0, 2, 1, 0]), []
    monkeypatch.setattr(commands, "ensure_environment", lambda: None)
    monkeypatch.setattr(commands, "check_lock", lambda: 0)
    monkeypatch.setattr(commands.subprocess, "call", lambda command, **_: seen.append(command) or next(codes))
    assert commands.lint([]) == 2
    assert len(seen) == 4


def test_the_lock_fits_only_the_requirements_it_was_made_for():
    project = {"project": {"requires-python": ">=3.11", "dependencies": ["click>=8"]}}
    text = f"# a lock\n{locking.MARK}{locking.requirements_digest(project)}\nclick==8.3.0 --hash=sha256:0\n"
    assert locking.lock_fits(text, project)
    project["project"]["dependencies"].append("Babel>=2")
    assert not locking.lock_fits(text, project)


def test_the_lock_pins_by_hash_and_names_no_place():
    lines = environment.LOCK.read_text(encoding="utf-8").splitlines()
    packages = [number for number, line in enumerate(lines) if line[:1].isalnum()]
    assert all("==" in lines[number] and "--hash=sha256:" in lines[number + 1] for number in packages)
    assert not [line for line in lines if "://" in line or line.startswith("--")]


def test_an_old_python_hands_over_to_a_newer_one(monkeypatch):
    calls = []
    monkeypatch.delenv(dev.TRIED, raising=False)
    monkeypatch.setattr(dev.subprocess, "call", lambda command, env: calls.append((command, env[dev.TRIED])) or 7)
    monkeypatch.setattr(dev.sys, "argv", ["dev.py", "test", "-x"])
    assert dev.hand_over(is_suitable=lambda command: command == "python3.12") == 7
    assert calls == [(["python3.12", str(DEV), "test", "-x"], "1")]


def test_an_old_python_without_a_newer_one_says_so_in_a_sentence(monkeypatch, capsys):
    monkeypatch.delenv(dev.TRIED, raising=False)
    assert dev.hand_over(is_suitable=lambda _: False) == 3
    assert "needs Python 3.11 or newer" in capsys.readouterr().err


def test_a_command_that_only_seems_to_be_there_is_not_chosen(tmp_path):
    shim = tmp_path / "python3.13"
    shim.write_text("#!/bin/sh\nexit 127\n", encoding="ascii")
    shim.chmod(0o755)
    assert not dev.is_suitable(str(shim))
    assert not dev.is_suitable(str(tmp_path / "absent"))
    assert dev.is_suitable(sys.executable)


def call_dev(folder, *arguments):
    command = [sys.executable, "-B", str(DEV), *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_help_and_wrong_commands_from_another_folder(tmp_path):
    shown = call_dev(tmp_path, "--help")
    assert shown.returncode == 0
    assert all(f"  {name} " in shown.stdout for name in commands.COMMANDS)
    assert call_dev(tmp_path, "test", "--help").stdout.startswith("  test ")
    wrong = call_dev(tmp_path, "tset")
    assert (wrong.returncode, wrong.stderr.count("\n")) == (2, 1)


@pytest.mark.parametrize(
    ("root", "installed"), [(False, []), (True, ["xdotool", "python3-gi", "gir1.2-atspi-2.0", "libqxcb.so"])]
)
def test_only_root_gets_what_drives_the_window(monkeypatch, root, installed):
    asked = []
    monkeypatch.setattr(window_driving, "can_install", lambda: root)
    monkeypatch.setattr(window_driving, "has_eyes", lambda: False)
    monkeypatch.setattr(window_driving.shutil, "which", lambda program: program != "xdotool")
    monkeypatch.setattr(window_driving, "install_packages", lambda packages, _: asked.extend(packages))
    monkeypatch.setattr(window_driving, "ensure_system", asked.append)
    window_driving.offer_driving()
    assert asked == installed


def test_a_window_that_cannot_be_driven_is_no_failed_set_up(monkeypatch, capsys):
    def refuse(*_):
        raise Refusal("apt-get could not install xvfb.")

    monkeypatch.setattr(window_driving, "can_install", lambda: True)
    monkeypatch.setattr(window_driving, "missing_packages", lambda: ["xvfb"])
    monkeypatch.setattr(window_driving, "install_packages", refuse)
    window_driving.offer_driving()
    assert "it is skipped" in capsys.readouterr().err
