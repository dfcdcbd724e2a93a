"""Makes a picture of every view: light, dark, right to left, small and large, empty and full."""

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path

sys.path[0] = str(Path(__file__).resolve().parents[2])
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest  # noqa: E402

from t2desk.app.dossier import Machine  # noqa: E402
from t2desk.app.opening import create_dossier, open_dossier, with_passphrase  # noqa: E402
from t2desk.app.window import load_more_fonts, make_application  # noqa: E402
from t2desk.services.rehearsal.clock import RehearsalClock  # noqa: E402
from t2desk.services.rehearsal.play import SERIES_TITLE, play  # noqa: E402
from t2desk.system.random_keys import SeededKeys  # noqa: E402
from t2desk.ui.kit.theme import Scheme  # noqa: E402
from t2desk.vault.kdf import CHEAPEST  # noqa: E402
from tests.storage.dossiers import PASSPHRASE, make  # noqa: E402
from tests.ui.crowd import crowded  # noqa: E402
from tests.ui.stages import STAGES, WITH_A_TURN, Stage  # noqa: E402

FICTION = "weaken pall tweet citrus hound belie"
# name → language, scheme, size, text size in per cent, high contrast
LOOKS = {
    "light": ("en", Scheme.LIGHT, (1440, 900), 100, False),
    "dark": ("en", Scheme.DARK, (1440, 900), 100, False),
    "rtl": ("ar", Scheme.LIGHT, (1440, 900), 100, False),
    "fr": ("fr", Scheme.LIGHT, (1440, 900), 100, False),
    "contrast": ("en", Scheme.LIGHT, (1440, 900), 100, True),
    "dark-contrast": ("en", Scheme.DARK, (1440, 900), 100, True),
    "1280x720": ("en", Scheme.LIGHT, (1280, 720), 100, False),
    "1024x640": ("en", Scheme.LIGHT, (1024, 640), 100, False),
    "150": ("en", Scheme.LIGHT, (1920, 1200), 150, False),
    "small-160": ("fr", Scheme.DARK, (1024, 640), 160, False),
    "small-160-rtl": ("ar", Scheme.LIGHT, (1024, 640), 160, False),
    "4k": ("en", Scheme.LIGHT, (3840, 2160), 160, False),
}


def rehearsed(path):
    """Make the rehearsal."""
    clock = RehearsalClock()
    machine = Machine(clock=clock, keys=SeededKeys(1))
    create_dossier(path, SERIES_TITLE, FICTION, CHEAPEST, machine)
    with open_dossier(path, with_passphrase(FICTION), machine) as opened:
        play(opened.desk, clock, 1)


# state → how its dossier is made, and its passphrase
STATES = {
    "full": (rehearsed, FICTION),
    "crowd": (crowded, PASSPHRASE),
    "empty": (make, PASSPHRASE),
}


def shoot(folder, out, look, names):
    """Make the pictures of one look; a stage that a dossier has nothing for is left out."""
    language, scheme, size, percent, contrast = LOOKS[look]
    _, surroundings = make_application(language, scheme, percent)
    if contrast:
        surroundings.theme.choose(scheme, percent, True)
    load_more_fonts()
    for state, (_, passphrase) in STATES.items():
        path = folder / look / f"{state}.t2d"
        path.parent.mkdir(exist_ok=True)
        shutil.copy(folder / f"{state}.t2d", path)
        stage = Stage(surroundings, path, size, passphrase)
        for name, show in STAGES.items():
            if (not names or name in names) and (state == "crowd" or name not in WITH_A_TURN):
                show(stage)
                save(stage, out / f"{name}-{state}-{look}.png")
        stage.close()


def save(stage, path):
    """Save what the window shows."""
    for _ in range(3):
        stage.settle()
        QTest.qWait(40)
    stage.window.grab().save(str(path))
    sys.stdout.write(f"{path}\n")


def main():
    """Shoot every look, each in a process of its own: an application's direction is set once."""
    parser = argparse.ArgumentParser(prog="dev.py shots", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[[], *STAGES], help="views, all if none is named")
    parser.add_argument("--out", type=Path, default=Path(tempfile.gettempdir()) / "t2desk-shots")
    parser.add_argument("--look", choices=LOOKS, action="append")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for state, (build, _) in STATES.items():
            build(Path(folder) / f"{state}.t2d")
        for look in options.look or LOOKS:
            process = os.fork()
            if not process:
                shoot(Path(folder), options.out, look, options.names)
                os._exit(0)
            os.waitpid(process, 0)


if __name__ == "__main__":
    main()
