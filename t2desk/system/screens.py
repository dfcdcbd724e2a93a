"""Whether there is a screen to show a window on."""

import os
import sys

_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def has_screen() -> bool:
    """Say whether a window could be shown; only Linux can be without any screen and say so."""
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in _DISPLAYS)
