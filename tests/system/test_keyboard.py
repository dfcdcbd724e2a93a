"""What the system says of the keyboard."""

import gc
import shutil
import subprocess

import pytest

from t2desk.system import keyboard


@pytest.mark.parametrize(
    ("lights", "said"), [({}, None), ({"a": "0"}, False), ({"a": "0", "b": "1"}, True), ({"a": "?"}, True)]
)
def test_caps_lock_is_on_if_any_keyboard_has_its_light_on(tmp_path, lights, said):
    for name, brightness in lights.items():
        (tmp_path / f"{name}::capslock").mkdir()
        (tmp_path / f"{name}::capslock" / "brightness").write_text(brightness)
    assert keyboard._lit(tmp_path) is said


def test_a_light_that_cannot_be_read_says_nothing(tmp_path):
    (tmp_path / "a::capslock").mkdir()
    assert keyboard._lit(tmp_path) is None


@pytest.mark.skipif(shutil.which("Xvfb") is None or shutil.which("setxkbmap") is None, reason="needs an X server")
def test_the_layout_is_the_x_servers_own(monkeypatch):
    with subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "640x480x24", "-nolisten", "tcp"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    ) as server:  # fmt: skip
        monkeypatch.setenv("DISPLAY", f":{server.stdout.readline().strip()}")
        subprocess.run(["setxkbmap", "fr,ara"], check=True)
        asked = keyboard.SystemKeyboard()
        assert asked.layout() == "FR"
        del asked
        gc.collect()
        server.terminate()


def test_without_an_x_server_the_layout_is_not_known(monkeypatch):
    monkeypatch.delenv("DISPLAY", raising=False)
    assert keyboard.SystemKeyboard().layout() == ""
