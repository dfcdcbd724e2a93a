"""Which key is meant on a layout that types something else at its place."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from t2desk.ui.shell.layout_keys import meant_key

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def meant(typed, place, modifiers=NONE, platform="xcb"):
    """Return the sign of the key that is meant; `place` is the code the platform gives a place."""
    key = ord(typed.upper()) if len(typed) == 1 else int(getattr(Qt.Key, typed))
    scan, virtual = (place, 0) if platform == "xcb" else (0, place)
    found = meant_key(QKeyEvent(QEvent.Type.KeyPress, key, modifiers, scan, virtual, 0, typed), platform)
    return None if found is None else chr(found)


@pytest.mark.parametrize(
    ("typed", "place", "modifiers", "expected"),
    [
        ("ى", 57, NONE, "N"),  # Arabic
        ("\ufefb", 56, NONE, "B"),  # its key for lam and alef
        ("ظ", 61, NONE, "/"),
        ("؟", 61, SHIFT, "?"),
        ("ئ", 52, CONTROL, "Z"),
        ("~", 52, CONTROL | SHIFT, "Z"),
        ("؛", 33, CONTROL | SHIFT, "P"),
        ("و", 59, CONTROL, ","),
        ("٣", 12, ALT, "3"),  # Arabic-Indic digits
        ("т", 57, NONE, "N"),  # Russian
        ("מ", 57, NONE, "N"),  # Hebrew
        ("&", 10, ALT, "1"),  # French: digits need Shift
        ("é", 11, CONTROL, "2"),
    ],
)
def test_the_place_decides_where_no_latin_letter_is_typed(typed, place, modifiers, expected):
    assert meant(typed, place, modifiers) == expected


@pytest.mark.parametrize(
    ("typed", "place", "modifiers"),
    [
        ("n", 57, NONE),
        ("q", 38, NONE),  # French: A is the key labelled A
        ("z", 25, CONTROL),
        (",", 58, NONE),  # French: no M
        ("é", 25, NONE),  # Bépo: Latin, and no W
        ("!", 61, NONE),
        ("!", 10, SHIFT),
        ("~", 52, SHIFT),  # Arabic: an interest in the capture line
        ("1", 10, ALT),
        ("ى", 200, NONE),
        ("Key_F8", 57, NONE),
        ("Key_Space", 57, NONE),
    ],
)
def test_the_typed_character_decides_where_it_is_latin_or_the_place_is_unknown(typed, place, modifiers):
    assert meant(typed, place, modifiers) is None


def test_windows_and_a_mac_tell_the_place_in_their_own_way():
    assert meant("ى", 0x4E, platform="windows") == "N"
    assert meant("ظ", 0xBF, platform="windows") == "/"
    assert meant("ى", 45, platform="cocoa") == "N"
    assert meant("ا", 4, platform="cocoa") == "H"
    assert meant("٥", 23, platform="cocoa") == "5"
