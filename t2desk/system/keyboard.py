"""What the keyboard is set to, as far as the system says: Caps Lock and the layout in force."""

import ctypes
import sys
from pathlib import Path

_LIGHTS = Path("/sys/class/leds")
_USE_CORE_KEYBOARD = 0x100
_CAPITAL = 0x14


class SystemKeyboard:
    """Asks the system each time; None and no words mean that it does not say."""

    def caps_lock(self) -> bool | None:
        """Say whether Caps Lock is on: by Windows' own answer, elsewhere by the keyboard's light."""
        if sys.platform == "win32":
            return bool(ctypes.windll.user32.GetKeyState(_CAPITAL) & 1)
        return _lit(_LIGHTS)

    def layout(self) -> str:
        """Return the layout's short name in capitals, such as "US" or "ARA"; empty where it cannot be known."""
        return "" if sys.platform in {"win32", "darwin"} else _layout_of_x11()


def _lit(lights: Path) -> bool | None:
    states = [_state_of(light) for light in sorted(lights.glob("*::capslock"))]
    known = [state for state in states if state is not None]
    return any(known) if known else None


def _state_of(light: Path) -> bool | None:
    try:
        return (light / "brightness").read_text("ascii").strip() != "0"
    except (OSError, ValueError):
        return None


class _XkbState(ctypes.Structure):
    _fields_ = [
        ("group", ctypes.c_ubyte), ("locked_group", ctypes.c_ubyte),
        ("base_group", ctypes.c_ushort), ("latched_group", ctypes.c_ushort),
        ("rest", ctypes.c_ubyte * 32),
    ]  # fmt: skip


def _layout_of_x11() -> str:
    """Return which of the layouts set for this X server is in force; its rules name them, its state counts them."""
    try:
        x11 = ctypes.CDLL("libX11.so.6")
    except OSError:
        return ""
    x11.XOpenDisplay.restype = ctypes.c_void_p
    display = x11.XOpenDisplay(None)
    if not display:
        return ""
    try:
        return _layout_on(x11, ctypes.c_void_p(display))
    finally:
        x11.XCloseDisplay(ctypes.c_void_p(display))


def _layout_on(x11: ctypes.CDLL, display: ctypes.c_void_p) -> str:
    state = _XkbState()
    if x11.XkbGetState(display, _USE_CORE_KEYBOARD, ctypes.byref(state)) != 0:
        return ""
    layouts = _rules_names(x11, display)
    return layouts[state.group].upper() if state.group < len(layouts) else ""


def _rules_names(x11: ctypes.CDLL, display: ctypes.c_void_p) -> list[str]:
    """Return the layouts of the root window's `_XKB_RULES_NAMES`: rules, model, layouts, variants, options."""
    x11.XInternAtom.restype = x11.XDefaultRootWindow.restype = ctypes.c_ulong
    atom = x11.XInternAtom(display, b"_XKB_RULES_NAMES", True)
    kind, count, left, form = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_int()
    content = ctypes.POINTER(ctypes.c_char)()
    root = ctypes.c_ulong(x11.XDefaultRootWindow(display))
    refused = x11.XGetWindowProperty(
        display, root, ctypes.c_ulong(atom), ctypes.c_long(0), ctypes.c_long(1024), False, ctypes.c_ulong(0),
        ctypes.byref(kind), ctypes.byref(form), ctypes.byref(count), ctypes.byref(left), ctypes.byref(content),
    )  # fmt: skip
    if refused or not content:
        return []
    parts = ctypes.string_at(content, count.value).split(b"\0")
    x11.XFree(content)
    return parts[2].decode("ascii", "replace").split(",") if len(parts) > 2 else []
