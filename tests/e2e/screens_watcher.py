"""Changes the screens of an X server at random, grabs what stands on them, and reports it: run on a display of its own.

Usage: screens_watcher.py DOSSIER PASSPHRASE CHANGES SEED FAULTS REPORT
"""

import json
import random
import subprocess
import sys
import time
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QGuiApplication, QImage

from t2desk.ui.kit.tokens import LIGHT
from tests.e2e.screens_desk import CANARY

LAPTOP, PROJECTOR = (0, 0, 1100, 1000), (1100, 0, 640, 1000)
WHOLE = (1740, 1000)
LONGEST, SETTLED = 5.0, 0.4  # seconds that a change is watched for: at most, and where nothing is wrong
# What can happen: where each screen is afterwards, or where the window goes.
CHANGES = {
    "pull": (LAPTOP, None),
    "mirror": (LAPTOP, (0, 0, 640, 1000)),
    "overlap": (LAPTOP, (640, 0, 640, 1000)),
    "shrink": (LAPTOP, (1100, 0, 600, 900)),
    "shrink the laptop": ((0, 0, 900, 900), (900, 0, 640, 1000)),
    "change places": ((640, 0, 1100, 1000), (0, 0, 640, 1000)),
    "pull the laptop": (None, PROJECTOR),
    "pull both": (None, None),
    "move": (600, 10),
    "move over": (1120, 20),
}


def pixel(colour):
    named = QColor(colour)
    return bytes((named.blue(), named.green(), named.red(), 255))


PRIVATE, ROOM = pixel(CANARY), pixel(LIGHT.ink)


def xrandr(*arguments, check=True):
    quiet = subprocess.DEVNULL
    subprocess.run(["xrandr", *arguments], check=check, stdout=quiet, stderr=quiet)


def busy(process):
    """Return the seconds for which a process has had a processor."""
    return int(Path(f"/proc/{process}/schedstat").read_text().split()[0]) / 1e9


def set_screen(name, place, output):
    x, y, width, height = place
    return ["--setmonitor", name, f"{width}/250x{height}/250+{x}+{y}", output]


def arrange(laptop, projector, before):
    """Set both screens; one that is gone is deleted."""
    for name, place, output, was in (
        ("LAPTOP", laptop, "screen", before[0]), ("PROJ", projector, "none", before[1]),
    ):  # fmt: skip
        if place is None and was is not None:
            xrandr("--delmonitor", name)
        elif place is not None and place != was:
            if was is not None:
                xrandr("--delmonitor", name)
            xrandr(*set_screen(name, place, output))


class Watcher:
    """Has a desk as its child, changes what it stands on, and looks."""

    def __init__(self, dossier, passphrase, faults):
        self.application = QGuiApplication([])
        self.now = (None, None)
        for name in ("LAPTOP", "PROJ"):
            xrandr("--delmonitor", name, check=False)
        self.set_screens(LAPTOP, PROJECTOR)
        desk = [sys.executable, "-m", "tests.e2e.screens_desk", dossier, passphrase, faults]
        self.desk = subprocess.Popen(desk, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self.desk.stdout.readline() == "ready\n"
        self.rows = []

    def set_screens(self, laptop, projector):
        arrange(laptop, projector, self.now)
        self.now = (laptop, projector)

    def tell(self, line):
        self.desk.stdin.write(line + "\n")
        self.desk.stdin.flush()
        return self.desk.stdout.readline().strip()

    def grab(self):
        self.application.processEvents()
        lead = self.application.primaryScreen()
        corner = lead.geometry().topLeft()  # what is grabbed is counted from the corner of the screen that leads
        whole = lead.grabWindow(0, -corner.x(), -corner.y(), *WHOLE).toImage()
        return whole.convertToFormat(QImage.Format.Format_RGB32)

    def holds(self, picture, place, colour):
        return place is not None and bytes(picture.copy(QRect(*place)).constBits()).find(colour) >= 0

    def at_home(self):
        """Bring everything back: both screens, the desk on the laptop's, the room's picture on the projector's."""
        self.set_screens(LAPTOP, PROJECTOR)
        for _ in range(12):
            # Lines and news of screens come to the desk by two ways: the first line may come before the news.
            self.tell("home")
            self.tell("show PROJ")
            end = time.monotonic() + 1
            while time.monotonic() < end:
                picture = self.grab()
                if self.holds(picture, LAPTOP, PRIVATE) and self.holds(picture, PROJECTOR, ROOM):
                    return
        picture.save("/tmp/rw/fail.png")
        self.desk.stdin.write("tell\n")
        self.desk.stdin.flush()
        raise AssertionError(self.desk.stdout.readline())

    def change(self, name):
        """Change something; note when the last frame stood that showed what it must not, and how it is at the end."""
        self.at_home()
        room = self.room_process()
        spent, before = busy(room), time.monotonic()
        if name.startswith("move"):
            self.tell("move {} {}".format(*CHANGES[name]))
            foreign, shown = PROJECTOR, None
        else:
            self.set_screens(*CHANGES[name])
            foreign, shown = CHANGES[name][1], PROJECTOR
        done = time.monotonic()
        desk = blank = done
        while True:
            picture, at = self.grab(), time.monotonic()
            is_seen, is_shown = self.holds(picture, foreign, PRIVATE), self.holds(picture, shown, ROOM)
            desk, blank = (at if is_seen else desk), (at if is_shown else blank)
            if at > done + (LONGEST if is_seen or is_shown else SETTLED):
                break
        self.rows.append(
            {
                "change": name, "took": done - before, "private left": is_seen, "room left": is_shown,
                "desk cleared": desk - done, "blank": blank - done, "room busy": busy(room) - spent,
                "desk": self.tell("ask"),
            }
        )  # fmt: skip

    def room_process(self):
        """Return the number of the room's process."""
        self.desk.stdin.write("room\n")
        self.desk.stdin.flush()
        number = int(self.desk.stdout.readline())
        self.desk.stdout.readline()
        return number

    def end(self):
        self.desk.stdin.write("end\n")
        self.desk.stdin.close()
        self.desk.wait(20)


def main():
    dossier, passphrase, count, seed, faults, report = sys.argv[1:]
    watcher, chance = Watcher(dossier, passphrase, faults), random.Random(int(seed))
    watcher.tell("write session.open title=First")
    watcher.tell("write turn.start person=p01")
    # Each once, and then as it comes.
    order = [*CHANGES, *(chance.choice(list(CHANGES)) for _ in range(int(count)))][: int(count)]
    for name in order:
        watcher.change(name)
    watcher.end()
    Path(report).write_text(json.dumps(watcher.rows), "utf-8")


if __name__ == "__main__":
    main()
