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


@pytest.fixture
def x_server(monkeypatch):
    """A screen that is nowhere, with two layouts; it keeps them while nobody is connected."""
    if shutil.which("Xvfb") is None or shutil.which("setxkbmap") is None:
        pytest.skip("needs Xvfb and setxkbmap")
    command = ["Xvfb", "-displayfd", "1", "-noreset", "-screen", "0", "640x480x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        monkeypatch.setenv("DISPLAY", f":{server.stdout.readline().strip()}")
        subprocess.run(["setxkbmap", "fr,ara"], check=True, timeout=20)
        yield
    finally:
        server.kill()
        server.communicate()


def test_the_layout_is_the_x_servers_own(x_server):
    asked = keyboard.SystemKeyboard()
    assert asked.layout() == "FR"
    del asked
    gc.collect()  # the connection goes before its server does


def test_without_an_x_server_the_layout_is_not_known(monkeypatch):
    monkeypatch.delenv("DISPLAY", raising=False)
    assert keyboard.SystemKeyboard().layout() == ""
