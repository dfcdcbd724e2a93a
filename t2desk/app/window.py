"""The window put together: the door is painted first, everything heavy is loaded behind it."""

import gc
import linecache
import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QSettings, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget

import t2desk.ui.kit.sources_unread  # noqa: F401  (before all others: it makes loading them cheap)
from t2desk.app.leaving import HandedOn, can_leave, handed_on, leave
from t2desk.app.process import harden
from t2desk.domain.errors import MachineFailed
from t2desk.domain.settings import Settings
from t2desk.i18n import N_, Phrases
from t2desk.system.keyboard import SystemKeyboard
from t2desk.system.language import system_language
from t2desk.system.memory import give_back
from t2desk.system.paths import resource
from t2desk.system.settings_file import SettingsFile
from t2desk.ui.door.panel import Door
from t2desk.ui.kit.book import SettingsBook
from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.kit.fonts import load_first_fonts, load_more_fonts
from t2desk.ui.kit.icons import Icons
from t2desk.ui.kit.lane import Lane, ThreadLane
from t2desk.ui.kit.qt_words import QtWords
from t2desk.ui.kit.theme import Scheme, Theme
from t2desk.ui.shell.keeper import DossierKeeper, OpenDossier
from t2desk.ui.shell.main_window import MainWindow
from t2desk.ui.shell.views import AFTER, ASLEEP, DESK, PREPARE, RECORDS, SETTINGS, ViewKind, ViewParts

if TYPE_CHECKING:
    from t2desk.app.room_display import RoomDisplay
    from t2desk.domain.backups import Backup, BackupAccount
    from t2desk.ui.kit.screens import ScreenWatch
    from t2desk.ui.shell.farewell import Farewell
    from t2desk.ui.shell.room_shell import CoveredWindow, RoomShell

# Only these show nothing to anybody else: "vnc", for one, opens a port (study/gui.md §0).
PLATFORMS = frozenset({"xcb", "wayland", "offscreen", "windows", "cocoa", "minimal"})
# Qt's own file dialog writes down where it was: here it cannot, since no folder can lie within a device.
_NOWHERE = f"{os.devnull}/nowhere"
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})
# Milliseconds: a timer of none would fire before the first paint, and unpacking fonts takes longer than painting.
_AFTER_THE_DOOR = 100
# Milliseconds: by then a view is read and painted, and the one before it deleted.
_AFTER_A_VIEW = 2000
_FIRST_SIZE = (1440, 900)  # pixels; the desk's three columns at ease
_VIEWS = {
    "prepare": (PREPARE, "t2desk.ui.prepare.view"),
    "desk": (DESK, "t2desk.ui.desk.view"),
    "after": (AFTER, "t2desk.ui.editions.view"),
    "records": (RECORDS, "t2desk.ui.records.view"),
    "settings": (SETTINGS, "t2desk.ui.settings.view"),
}


class ScreenLost(MachineFailed):
    """The screen that the window stood on is gone: Qt's loop ended by itself."""

    sentence = N_("The screen went away. Nothing that was saved is lost: open the dossier again on another screen.")


class LateKeeper:
    """Loads the vault and the database on the lane, when the first dossier is asked for."""

    def __init__(self) -> None:
        """Load nothing yet."""
        self._keeper: DossierKeeper | None = None

    def _loaded(self) -> DossierKeeper:
        if self._keeper is None:
            from t2desk.app.keeping import Keeper

            self._keeper = Keeper()
        return self._keeper

    def create(self, path: Path, title: str, passphrase: str) -> str:
        """Make a dossier and return its recovery code, this once."""
        return self._loaded().create(path, title, passphrase)

    def open(self, path: Path, secret: str, header_from: Path | None = None) -> OpenDossier:
        """Open by passphrase or recovery code; where the key header is lost, with that of another copy."""
        return self._loaded().open(path, secret, header_from)

    def backups_of(self, path: Path) -> "tuple[Backup, ...]":
        """Return the backups beside a dossier, the newest first."""
        return self._loaded().backups_of(path)

    def look_into(self, backup: Path, secret: str, near: Path, words: Callable[[str], str]) -> "BackupAccount":
        """Return what is in a backup."""
        return self._loaded().look_into(backup, secret, near, words)

    def name_for(self, path: Path) -> Path:
        """Return a free name for what is restored in a dossier's place."""
        return self._loaded().name_for(path)

    def restore(self, backup: Path, target: Path, secret: str) -> OpenDossier:
        """Make a dossier again from a backup, and open it."""
        return self._loaded().restore(backup, target, secret)

    def six_words(self) -> str:
        """Return a generated passphrase."""
        return self._loaded().six_words()

    def judge(self, passphrase: str, title: str) -> None:
        """Raise what is wrong with a passphrase of one's own."""
        self._loaded().judge(passphrase, title)

    def close_all(self) -> None:
        """Close what is open; where nothing was asked for, there is nothing to load for it."""
        if self._keeper is not None:
            self._keeper.close_all()


class RoomHolder:
    """Makes the room's part of the window, which may have been showing a picture since before a lock."""

    def __init__(self, told: HandedOn) -> None:
        """Take the room's process over, if there is one; nothing is made before somebody has unlocked."""
        self._told = told
        self._display: RoomDisplay | None = None
        self._shell: RoomShell | None = None
        if told.display is not None:
            self._display = _display_of(told.display)

    def make(
        self,
        window: QWidget,
        covered: "CoveredWindow",
        surroundings: Surroundings,
        say: Callable[[str, str], None],
        give: Callable[[str], None],
        screens: "ScreenWatch",
    ) -> "RoomShell":
        """Return the room's part; with the first dossier, since the door does not wait for it."""
        from t2desk.ui.shell.room_shell import RoomShell

        if self._display is None:
            self._display = _new_display()
        self._shell = RoomShell(window, covered, surroundings, self._display, say, give, screens)
        if self._told.room is not None and self._display.lives():
            self._shell.room.take_up(self._told.room)
        return self._shell

    def hand_on(self, path: Path | None, asleep: str = "") -> HandedOn:
        """Return what the next image needs to know."""
        display = self._display.hand_over() if self._display is not None else None
        room = self._shell.room.handed_on() if self._shell is not None else self._told.room
        return HandedOn(path, display, room if display else None, asleep)

    def end(self) -> None:
        """End the room's process, where nobody came to feed it."""
        if self._display is not None and self._shell is None:
            self._display.end()


def _display_of(handed: str) -> "RoomDisplay":
    from t2desk.app.room_display import RoomDisplay

    return RoomDisplay.taken_over(handed)


def _new_display() -> "RoomDisplay":
    from t2desk.app.room_display import RoomDisplay

    return RoomDisplay()


def view_kinds() -> tuple[ViewKind, ...]:
    """Return the views; each one's module is loaded when it is first shown."""
    return tuple(ViewKind(name, words, f"view.{name}", _late(module)) for name, (words, module) in _VIEWS.items())


def _late(module: str) -> Callable[[ViewParts], QWidget]:
    def build(parts: ViewParts) -> QWidget:
        import importlib

        made: QWidget = importlib.import_module(module).build(parts)
        QTimer.singleShot(_AFTER_A_VIEW, give_back)
        return made

    return build


def make_application(
    language: str, scheme: Scheme = Scheme.SYSTEM, percent: int = 100, book: SettingsBook | None = None
) -> tuple[QApplication, Surroundings]:
    """Return the application and its surroundings; nothing of a dossier is known here.

    With a book of settings, the look is what the book says, and follows it.
    """
    if os.environ.get("QT_QPA_PLATFORM", "xcb").split(":")[0] not in PLATFORMS:
        del os.environ["QT_QPA_PLATFORM"]
    for form in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(form, QSettings.Scope.UserScope, _NOWHERE)
    application = QApplication.instance() or QApplication(["t2desk"])
    assert isinstance(application, QApplication)  # noqa: S101
    application.setApplicationName("t2desk")
    if language.split("_", maxsplit=1)[0] in _RIGHT_TO_LEFT:
        application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QAccessible.installFactory(_speaker_of)
    QtWords(application, language.split("_", maxsplit=1)[0])
    load_first_fonts()
    theme = Theme(application, scheme, percent, high_contrast=False)
    icons = Icons(lambda name: resource("icons", f"{name}.svg"))
    if book is None:
        return application, Surroundings(theme, icons, Phrases(language))
    dress = partial(_dress, theme)
    book.listen(dress)
    dress(book.settings)
    return application, Surroundings(theme, icons, Phrases(language), book)


def _speaker_of(class_name: str, thing: QObject) -> QAccessibleInterface | None:
    from t2desk.ui.kit.speakers import speaker_of  # only once assistive technology asks: the door does not wait for it

    return speaker_of(class_name, thing)


def _dress(theme: Theme, settings: Settings) -> None:
    look = Scheme(settings.look), settings.text_size, settings.high_contrast
    if look != (theme.scheme, theme.percent, theme.high_contrast):
        theme.choose(*look)


def book_of(file: SettingsFile) -> SettingsBook:
    """Return the settings as the window holds them, kept in a file."""
    return SettingsBook(file.settings, file.write, file.problem)


def make_window(
    surroundings: Surroundings,
    lane: Lane,
    keeper: DossierKeeper,
    path: Path | None,
    holder: RoomHolder | None = None,
    leave: Callable[[Path | None], None] | None = None,
) -> MainWindow:
    """Return the window, at the door; with a path, the door asks for its passphrase.

    `leave` replaces the process when the desk is locked; without it the window goes back to its door.
    """
    rooms = holder or RoomHolder(HandedOn())

    def door(opened: Callable[[OpenDossier], None], at: Path | None) -> QWidget:
        return Door(surroundings, lane, keeper, at or path, opened, SystemKeyboard())

    return MainWindow(surroundings, lane, view_kinds(), door, keeper.close_all, rooms.make, leave)


def run_window(path: Path | None, fiction: str | None = None, again: int | None = None) -> int:
    """Show the window until it is closed, and return the exit code. Raises ScreenLost.

    With `fiction`, the passphrase of a fictional dossier that everybody may read, the door is open already. With
    `again`, a pipe from the image that was replaced when the desk was locked.
    """
    harden()
    told = HandedOn(path) if again is None else handed_on(again)
    rooms, path = RoomHolder(told), told.path
    book = book_of(SettingsFile())
    chosen = None if book.settings.language == "system" else book.settings.language
    application, surroundings = make_application(chosen or system_language(), book=book)
    lane, keeper = ThreadLane("desk"), LateKeeper()

    def leaves(at: Path | None) -> None:
        leave(rooms.hand_on(at, *window.places.of(ASLEEP)))

    window = make_window(surroundings, lane, keeper, path, rooms, leaves if can_leave() else None)
    if told.asleep:
        window.places.remember(ASLEEP, told.asleep)
    if path is not None and fiction is not None:
        lane.submit(partial(keeper.open, path, fiction), window.enter, lambda _problem: None)
    fit_to_screen(window, application.primaryScreen().availableGeometry())
    window.show()
    QTimer.singleShot(_AFTER_THE_DOOR, load_behind_the_door)
    farewells: list[Farewell] = []
    QTimer.singleShot(_AFTER_THE_DOOR, lambda: farewells.extend(_listen_for_the_end(application)))
    QTimer.singleShot(_AFTER_THE_DOOR, partial(_watch_for_idleness, surroundings, window))
    try:
        code = application.exec()
    finally:
        # A window that was closed has done this. A screen that went away ends the loop, and no window is closed.
        _close_on(lane, keeper)
        for one in farewells:
            one.let_go()
        rooms.end()
    if code:
        raise ScreenLost
    return code


def _listen_for_the_end(application: QApplication) -> "tuple[Farewell, ...]":
    from t2desk.ui.shell.farewell import Farewell  # behind the door: until then nothing is open

    return () if sys.platform == "win32" else (Farewell(application.closeAllWindows),)


def _watch_for_idleness(surroundings: Surroundings, window: MainWindow) -> None:
    from t2desk.system.clock import SystemClock  # behind the door: until then nothing is open
    from t2desk.ui.shell.idle import IdleWatch

    clock = SystemClock()
    IdleWatch(surroundings, window, window, lambda: clock.now().boot / 1000, clock.asleep)


def _close_on(lane: Lane, keeper: DossierKeeper) -> None:
    lane.submit(keeper.close_all, lambda _done: None, lambda _problem: None)
    lane.drain()


def load_behind_the_door() -> None:
    """Do what the door did not wait for, and forget the sources that PySide read before it was told not to."""
    gc.enable()
    linecache.clearcache()
    load_more_fonts()


def fit_to_screen(window: QWidget, room: QRect) -> None:
    """Give the window its first size; where the screen has no room for it, the window fills the screen."""
    width, height = (min(wish, has) for wish, has in zip(_FIRST_SIZE, (room.width(), room.height()), strict=True))
    window.resize(width, height)
    if (width, height) != _FIRST_SIZE:
        # With a frame around it, a window as large as the screen would hang over its edge.
        window.move(room.topLeft())
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)
