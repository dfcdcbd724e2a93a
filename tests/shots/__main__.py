"""Makes a picture of every view: light, dark, right to left, small and large, empty and full."""

import argparse
import os
import sys
import tempfile
from pathlib import Path

sys.path[0] = str(Path(__file__).resolve().parents[2])
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest  # noqa: E402

from t2desk.app.dossier import Machine  # noqa: E402
from t2desk.app.keeping import Keeper  # noqa: E402
from t2desk.app.opening import create_dossier, open_dossier, with_passphrase  # noqa: E402
from t2desk.app.window import load_more_fonts, make_application, make_window, view_kinds  # noqa: E402
from t2desk.services.rehearsal.clock import RehearsalClock  # noqa: E402
from t2desk.services.rehearsal.play import SERIES_TITLE, play  # noqa: E402
from t2desk.system.random_keys import SeededKeys  # noqa: E402
from t2desk.ui.kit.lane import InlineLane  # noqa: E402
from t2desk.ui.kit.theme import Scheme  # noqa: E402
from t2desk.vault.kdf import CHEAPEST  # noqa: E402

FICTION = "weaken pall tweet citrus hound belie"
# name → language, scheme, size, text size in per cent
LOOKS = {
    "light": ("en", Scheme.LIGHT, (1440, 900), 100),
    "dark": ("en", Scheme.DARK, (1440, 900), 100),
    "rtl": ("ar", Scheme.LIGHT, (1440, 900), 100),
    "1280x720": ("en", Scheme.LIGHT, (1280, 720), 100),
    "1024x640": ("en", Scheme.LIGHT, (1024, 640), 100),
    "150": ("en", Scheme.LIGHT, (1920, 1200), 150),
}


def made(folder, name, full):
    """Make a dossier: the rehearsal, or one with nothing in it."""
    path = folder / f"{name}.t2d"
    clock = RehearsalClock()
    machine = Machine(clock=clock, keys=SeededKeys(1))
    create_dossier(path, SERIES_TITLE, FICTION, CHEAPEST, machine)
    if full:
        with open_dossier(path, with_passphrase(FICTION), machine) as opened:
            play(opened.desk, clock, 1)
    return path


def settle(application):
    """Let everything that is on its way arrive."""
    for _ in range(4):
        application.processEvents()
        QTest.qWait(40)


def shoot(folder, out, look, names):
    """Make the pictures of one look."""
    language, scheme, size, percent = LOOKS[look]
    application, surroundings = make_application(language, scheme, percent)
    load_more_fonts()
    for state in ("full", "empty"):
        window = make_window(surroundings, InlineLane(), Keeper(cost=CHEAPEST), folder / f"{state}.t2d")
        window.resize(*size)
        window.show()
        if state == "full":
            save(application, window, out / f"door-{look}.png")
        window.enter(Keeper(cost=CHEAPEST).open(folder / f"{state}.t2d", FICTION))
        for kind in view_kinds():
            if not names or kind.name in names:
                window.go(kind.name)
                save(application, window, out / f"{kind.name}-{state}-{look}.png")
        window.close()


def save(application, window, path):
    """Save what the window shows."""
    settle(application)
    window.grab().save(str(path))
    sys.stdout.write(f"{path}\n")


def main():
    """Shoot every look, each in a process of its own: an application's direction is set once."""
    parser = argparse.ArgumentParser(prog="dev.py shots", description=__doc__)
    parser.add_argument("names", nargs="*", help="views, all if none is named")
    parser.add_argument("--out", type=Path, default=Path(tempfile.gettempdir()) / "t2desk-shots")
    parser.add_argument("--look", choices=LOOKS, action="append")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name in ("full", "empty"):
            made(Path(folder), name, name == "full")
        for look in options.look or LOOKS:
            process = os.fork()
            if not process:
                shoot(Path(folder), options.out, look, options.names)
                os._exit(0)
            os.waitpid(process, 0)


if __name__ == "__main__":
    main()
