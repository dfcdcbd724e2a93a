"""What the system says of the keyboard."""

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
