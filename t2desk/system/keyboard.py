"""What the keyboard is set to, as far as the system says: Caps Lock and the layout in force."""

import ctypes
import sys
import weakref
from pathlib import Path

_LIGHTS = Path("/sys/class/leds")
_USE_CORE_KEYBOARD = 0x100
_CAPITAL = 0x14


class SystemKeyboard:
    """Asks the system each time; None and no words mean that it does not say."""

    def __init__(self) -> None:
        """Connect to nothing yet."""
        self._x11: _X11 | None = None
        self._is_asked = sys.platform in {"win32", "darwin"}

    def caps_lock(self) -> bool | None:
        """Say whether Caps Lock is on: by Windows' own answer, elsewhere by the keyboard's light."""
        if sys.platform == "win32":
            return bool(ctypes.windll.user32.GetKeyState(_CAPITAL) & 1)
        return _lit(_LIGHTS)

    def layout(self) -> str:
        """Return the layout's short name in capitals, such as "US" or "ARA"; empty where it cannot be known."""
        if not self._is_asked:
            self._is_asked, self._x11 = True, _connected()
        return self._x11.layout() if self._x11 is not None else ""


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


def _connected() -> "_X11 | None":
    try:
        library = ctypes.CDLL("libX11.so.6")
    except OSError:
        return None
    library.XOpenDisplay.restype = ctypes.c_void_p
    library.XInternAtom.restype = library.XDefaultRootWindow.restype = ctypes.c_ulong
    display = library.XOpenDisplay(None)
    return _X11(library, ctypes.c_void_p(display)) if display else None


class _X11:
    """A connection of our own to the X server, kept while somebody asks: opening one takes longer than a key may."""

    def __init__(self, library: ctypes.CDLL, display: ctypes.c_void_p) -> None:
        self._library, self._display = library, display
        weakref.finalize(self, library.XCloseDisplay, display)

    def layout(self) -> str:
        """Return which of the server's layouts is in force: its rules name them, its state counts them."""
        state = _XkbState()
        if self._library.XkbGetState(self._display, _USE_CORE_KEYBOARD, ctypes.byref(state)) != 0:
            return ""
        layouts = _rules_names(self._library, self._display)
        return layouts[state.group].upper() if state.group < len(layouts) else ""


def _rules_names(x11: ctypes.CDLL, display: ctypes.c_void_p) -> list[str]:
    """Return the layouts of the root window's `_XKB_RULES_NAMES`: rules, model, layouts, variants, options."""
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
