"""The room display from the desk's side: what was chosen, when it is shown, and that any doubt about screens blanks."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from t2desk.domain.room_card import RoomCard, RoomLook
from t2desk.domain.room_choices import MESSAGES, RoomChoices, Shown
from t2desk.i18n import N_
from t2desk.ui.kit.bridge import DeskBridge
from t2desk.ui.kit.buttons import key_words
from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.shell.commands import chord_of
from t2desk.ui.shell.keeper import OpenDossier

CHANGED = N_("A screen has changed: the room sees nothing. Press {key} to choose a screen and show it again.")


class RoomFeed(Protocol):
    """Whoever carries cards to the room's process."""

    def tell(self, card: RoomCard) -> bool:
        """Send a card; say whether somebody reads."""
        ...

    def end(self) -> None:
        """End the process."""
        ...


class RoomDesk(QObject):
    """Holds what the operator chose, and sends the card of it after each commit; blank until somebody says "show"."""

    def __init__(self, window: QWidget, surroundings: Surroundings, feed: RoomFeed, say: Callable[[str], None]) -> None:
        """Watch the screens; show nothing."""
        super().__init__(window)
        self._window, self._surroundings, self._feed, self._say = window, surroundings, feed, say
        self.choices = RoomChoices()
        self.card = RoomCard()
        self._bridge: DeskBridge | None = None
        self._dossier: OpenDossier | None = None
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)  # noqa: S101
        application.screenAdded.connect(self._on_screen_added)
        application.screenRemoved.connect(self.on_screens_changed)
        for screen in application.screens():
            screen.geometryChanged.connect(self.on_screens_changed)

    def acts(self) -> dict[str, Callable[[], None]]:
        """Return what each command for the room does."""
        shown = {
            f"room.{what.value}": partial(self.show_what, what) for what in (Shown.AGENDA, Shown.RULE, Shown.POINT)
        }
        return {
            "room.show": self.next_screen, "room.blank": self.toggle_blank, "room.freeze": self.toggle_freeze,
            "room.message": self.next_message, **shown,
        }  # fmt: skip

    def enter(self, bridge: DeskBridge, dossier: OpenDossier) -> None:
        """Follow an open dossier."""
        self._bridge, self._dossier = bridge, dossier
        bridge.changed.connect(lambda _changes: self.refresh())
        self.refresh()

    def leave(self) -> None:
        """Let the picture stand while the desk is locked; nothing is read for it any more."""
        self._bridge = self._dossier = None
        self._send(replace(self.card, keeps=True))

    def end(self) -> None:
        """End the room's process: the desk closes."""
        self._feed.end()

    def show_on(self, screen: str) -> None:
        """Show on a screen by name, because somebody said so just now."""
        self._send(replace(self.card, screen=screen, blank=False, keeps=False, grant=self.card.grant + 1))
        self.refresh()

    def next_screen(self) -> None:
        """Show on the next screen that is not the desk's own; say so where there is none."""
        names = [one.name() for one in QGuiApplication.screens() if self._is_foreign(one)]
        if not names:
            self._say(self._surroundings.words(N_("There is no second screen: nothing is shown.")))
            return
        place = names.index(self.card.screen) + 1 if self.card.screen in names and not self.card.blank else 0
        name = names[place % len(names)]
        self.show_on(name)
        self._say(self._surroundings.words(N_("The room sees {screen}.")).format(screen=name))

    def toggle_blank(self) -> None:
        """Blank, or show again where it was."""
        if self.card.blank and self.card.screen:
            self.show_on(self.card.screen)
        else:
            self._send(replace(self.card, blank=True))

    def toggle_freeze(self) -> None:
        """Let the picture stand still, or go on."""
        if self._dossier is None:
            return
        now = self._dossier.desk.clock.now().boot if self.card.frozen is None else None
        self._send(replace(self.card, frozen=now))
        self.refresh()

    def show_what(self, shown: Shown) -> None:
        """Choose what the room sees; the same again goes to the next point, or back to the floor."""
        if self.choices.shown is not shown:
            self.choices = replace(self.choices, shown=shown)
        elif shown is Shown.POINT:
            self.choices = replace(self.choices, point=self.choices.point + 1)
        else:
            self.choices = replace(self.choices, shown=Shown.FLOOR)
        self.refresh()

    def next_message(self) -> None:
        """Go through the messages to the speaker, and to none."""
        self.choices = replace(self.choices, message=(self.choices.message + 1) % (len(MESSAGES) + 1))
        self.refresh()

    def refresh(self) -> None:
        """Read the card again and send it; a frozen picture stays, and without a screen nothing is read."""
        if self._bridge is None or self._dossier is None or self.card.frozen is not None or not self.card.screen:
            return
        dossier, choices, words = self._dossier, self.choices, self._surroundings.words
        self._bridge.read(self, lambda work: dossier.room_card(work, choices, words), self._on_read)

    def on_screens_changed(self, *_what: object) -> None:
        """Blank at once, and ask."""
        if self.card.screen and not self.card.blank:
            self._send(replace(self.card, blank=True))
            QTimer.singleShot(0, self, self._ask)

    def _ask(self) -> None:
        self._say(self._surroundings.words(CHANGED).format(key=key_words(chord_of("room.show"))))

    def _is_foreign(self, screen: QScreen) -> bool:
        return not screen.geometry().intersects(self._window.screen().geometry())

    def _on_screen_added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self.on_screens_changed)
        self.on_screens_changed()

    def _on_read(self, seen: RoomCard) -> None:
        one = self.card
        if one.frozen is not None:
            return
        look = RoomLook.DARK if self._surroundings.theme.look.tokens.is_dark else RoomLook.LIGHT
        self._send(
            replace(
                seen, screen=one.screen, grant=one.grant, blank=one.blank, look=look,
                right_to_left=self._window.isRightToLeft(),
            )
        )  # fmt: skip

    def _send(self, card: RoomCard) -> None:
        self.card = card
        self._feed.tell(card)


MakeRoom = Callable[[QWidget, Surroundings, Callable[[str], None]], RoomDesk]
