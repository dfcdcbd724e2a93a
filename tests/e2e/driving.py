"""Runs a driver of the window under Debian's own Python, on a screen and a bus of its own."""

import json
import shutil
import subprocess

from tests.cli.outside import environment

SYSTEM_PYTHON = "/usr/bin/python3"
PROGRAMS = ("xvfb-run", "Xvfb", "xauth", "dbus-run-session", "/usr/libexec/at-spi-bus-launcher", "xdotool", "strace")


def missing():
    """Return what this system lacks for a window to be seen and driven from outside."""
    lacking = [program for program in PROGRAMS if not shutil.which(program)]
    look = [SYSTEM_PYTHON, "-c", "import gi; gi.require_version('Atspi', '2.0')"]
    if not shutil.which(SYSTEM_PYTHON) or subprocess.run(look, stderr=subprocess.DEVNULL, check=False).returncode:
        lacking.append("gir1.2-atspi-2.0 with python3-gi")
    return lacking


def drive(driver, played, home, top, size, seconds):
    """Let a driver play what it is told, on a screen of this size; return its report."""
    order, report = top / "order.json", top / "report.json"
    order.write_text(json.dumps(played), "utf-8")
    (top / "runtime").mkdir(mode=0o700)
    variables = environment(home) | {
        "XDG_RUNTIME_DIR": str(top / "runtime"), "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }  # fmt: skip
    screen = ["xvfb-run", "-a", "-s", f"-screen 0 {size}x24 -nolisten tcp", "dbus-run-session", "--"]
    done = subprocess.run(
        [*screen, SYSTEM_PYTHON, str(driver), str(order), str(report)],
        env=variables, cwd=top, capture_output=True, text=True, check=False, timeout=seconds,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(report.read_text("utf-8"))
