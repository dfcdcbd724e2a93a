"""Which screen the room may be shown on: the one of that name, alone at its place."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QScreen


@dataclass(frozen=True, slots=True)
class SeenScreen:
    """A screen as the system tells of it: its name and its place on the desktop (x, y, width, height)."""

    name: str
    place: tuple[int, int, int, int]

    def overlaps(self, other: "SeenScreen") -> bool:
        """Say whether both show some of the same."""
        return QRect(*self.place).intersects(QRect(*other.place))


def seen_screens() -> tuple[SeenScreen, ...]:
    """Return the screens there are now."""
    return tuple(seen(screen) for screen in QGuiApplication.screens())


def seen(screen: QScreen) -> SeenScreen:
    """Return a screen as a value."""
    place = screen.geometry()
    return SeenScreen(screen.name(), (place.x(), place.y(), place.width(), place.height()))


def screen_for(name: str, screens: Iterable[SeenScreen]) -> SeenScreen | None:
    """Return the only screen of a name, where no other shows any of its place; else None: nobody knows who sees it."""
    there = list(screens)
    named = [one for one in there if one.name == name]
    if len(named) != 1:
        return None
    mirrored = any(one is not named[0] and one.overlaps(named[0]) for one in there)
    return None if mirrored else named[0]
