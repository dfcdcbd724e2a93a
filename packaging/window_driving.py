"""What drives the window from outside in one test: root gets it installed; without it that test is skipped."""

import shutil
import subprocess

from progress import Refusal, say
from system_libraries import ensure_system
from system_packages import can_install, install_packages

# Debian's packages, each with what it is known by; libraries of the screen are found by loading Qt's plug-in.
PROGRAMS = {
    "xvfb": "Xvfb",
    "xauth": "xauth",
    "xdotool": "xdotool",
    "dbus": "dbus-run-session",
    "at-spi2-core": "/usr/libexec/at-spi-bus-launcher",
}
EYES = ("python3-gi", "gir1.2-atspi-2.0")
LOOK = ("/usr/bin/python3", "-c", "import gi; gi.require_version('Atspi', '2.0')")
SCREEN_PLUGIN = "libqxcb.so"


def has_eyes() -> bool:
    """Tell whether Debian's own Python can look at a window."""
    return bool(shutil.which(LOOK[0])) and not subprocess.run(LOOK, capture_output=True, check=False).returncode


def missing_packages() -> list[str]:
    """Name the packages that are missing for the test."""
    missing = [package for package, program in PROGRAMS.items() if not shutil.which(program)]
    return missing if has_eyes() else [*missing, *EYES]


def offer_driving() -> None:
    """Install what the test needs where that asks nobody for anything; where it fails, the test is skipped."""
    if not can_install():
        return
    try:
        missing = missing_packages()
        if missing:
            install_packages(missing, "for the test of the window from outside")
        ensure_system(SCREEN_PLUGIN)
    except Refusal as refusal:
        say(f"{refusal} Only the test of the window from outside needs them: it is skipped.")
