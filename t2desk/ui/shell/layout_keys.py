"""The desk's keys on every keyboard layout: where a layout types no Latin letter or digit, the key's place decides.

Qt looks a shortcut up by the character a key types. With an Arabic, Hebrew or Russian layout alone no letter and no
Ctrl chord would be heard, and on a French one the digits need Shift. A layout that types Latin letters keeps its own:
the key labelled Z is Z on AZERTY too.
"""

import unicodedata

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from t2desk.ui.shell.commands import CommandSet

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CHORD = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)  # fmt: skip
# Rows of a US keyboard, and where each begins: evdev's codes and eight, as X11 and Wayland count them.
_ROWS = ((10, "1234567890"), (24, "QWERTYUIOP"), (38, "ASDFGHJKL"), (52, "ZXCVBNM,./"))
_BY_PLACE = {start + step: ord(sign) for start, row in _ROWS for step, sign in enumerate(row)}
# Carbon's kVK_ANSI_* codes, which name places, in ascending order; a blank is a code of another key.
_MAC = "ASDFHGZXCV BQWERYT123465 97 80 OU IP LJ K  ,/NM."
_BY_MAC = {code: ord(sign) for code, sign in enumerate(_MAC) if sign != " "}
# Windows' virtual keys of letters and digits are those characters; the others are VK_OEM_COMMA, _PERIOD and _2.
_BY_WINDOWS = {ord(sign): ord(sign) for sign in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"} | {
    0xBC: ord(","), 0xBE: ord("."), 0xBF: ord("/"),
}  # fmt: skip


def meant_key(event: QKeyEvent, platform: str) -> int | None:
    """Return the key of a US keyboard at the place that was pressed, or None where the typed character decides."""
    place = _at_place(event, platform)
    typed = event.key()
    if place is None or place == typed or not 0x20 < typed < 0x110000:
        return None
    if chr(place).isdigit():
        return None if event.modifiers() & _SHIFT or (chr(typed).isdigit() and typed < 0x80) else place
    if not _is_foreign(event):
        return None
    return ord("?") if place == ord("/") and event.modifiers() & _SHIFT else place


def _at_place(event: QKeyEvent, platform: str) -> int | None:
    if platform == "windows":
        return _BY_WINDOWS.get(event.nativeVirtualKey())
    if platform == "cocoa":
        return _BY_MAC.get(event.nativeVirtualKey())
    return _BY_PLACE.get(event.nativeScanCode())


def _is_foreign(event: QKeyEvent) -> bool:
    typed = chr(event.key())
    if typed.isascii():
        # Shift with an Arabic letter key types a sign that may be plain ASCII: only a chord can be meant by that.
        chord = bool(event.modifiers() & _CHORD) and bool(event.modifiers() & _SHIFT)
        return chord and not typed.isalnum()
    return not unicodedata.name(typed, "").startswith("LATIN")


def give_meant(commands: CommandSet, watched: QWidget, event: QKeyEvent) -> bool:
    """Send a key press on as the key that was meant, or give the command of that key; say whether it was another.

    Qt has looked through its own shortcuts by the time a key press reaches a widget.
    """
    meant = meant_key(event, QGuiApplication.platformName())
    if meant is None or (_types_text(watched) and not event.modifiers() & _CHORD):
        return False
    # The order in which Qt does it: the widget may claim the key, then the shortcuts, then the widget again.
    override = _as_key(event, meant, QEvent.Type.ShortcutOverride)
    override.ignore()
    QApplication.sendEvent(watched, override)
    if override.isAccepted() or not commands.give_by_key(_sequence(event, meant)):
        QApplication.sendEvent(watched, _as_key(event, meant, QEvent.Type.KeyPress))
    return True


def _types_text(widget: QWidget) -> bool:
    return widget.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def _as_key(event: QKeyEvent, meant: int, kind: QEvent.Type) -> QKeyEvent:
    text = "" if event.modifiers() & _CHORD else chr(meant).lower()
    return QKeyEvent(kind, meant, event.modifiers(), text, event.isAutoRepeat())


def _sequence(event: QKeyEvent, meant: int) -> QKeySequence:
    modifiers = event.modifiers() & (_CHORD | _SHIFT)
    if chr(meant) == "?":  # Shift is spent on the sign
        modifiers &= ~_SHIFT
    return QKeySequence(QKeyCombination(modifiers, Qt.Key(meant)))
