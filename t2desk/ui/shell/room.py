"""The room display from the desk's side: what was chosen, when it is shown, and that any doubt about screens blanks."""

import json
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from t2desk.domain.changes import Changes
from t2desk.domain.errors import DeskError
from t2desk.domain.room_card import RoomCard, RoomLook
from t2desk.domain.room_choices import MESSAGES, SHOWN_WORDS, Shown
from t2desk.domain.room_rows import RoomSetting
from t2desk.domain.screens import SeenScreen, screen_for, screens_under
from t2desk.i18n import N_
from t2desk.services.room_settings import RoomStanding
from t2desk.ui.kit.bridge import DeskBridge
from t2desk.ui.kit.buttons import key_words
from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.kit.painting import isolated
from t2desk.ui.kit.screens import ScreenWatch, place_of
from t2desk.ui.shell.commands import chord_of
from t2desk.ui.shell.keeper import OpenDossier
from t2desk.ui.shell.message_bar import PLAIN, WARN

CHANGED = N_("A screen has changed: the room sees nothing. Press {key} to choose a screen and show it again.")
STOPPED = N_("The room display stopped by itself: its screen may show anything. Press {key} to show it again.")
NO_SCREEN = N_("No screen is chosen for the room; press {key}.")
NOTHING = N_("The room sees nothing.")
SEES = N_("The room sees on {screen}: {what}.")
# Milliseconds between two looks at whether the room's process is there: it costs one question to the system.
_LOOKS_AFTER = 500
# What says how the room stands; nothing else is read for a room that sees nothing.
_STANDING = ("room_settings", "not_private", "sessions", "points")


class RoomFeed(Protocol):
    """Whoever carries cards to the room's process."""

    def begin(self) -> bool:
        """Have a process there, because somebody asked just now; say whether there is one."""
        ...

    def tell(self, card: RoomCard) -> bool:
        """Send a card; say whether somebody reads."""
        ...

    def lives(self) -> bool:
        """Say whether the process is there."""
        ...

    def end(self) -> None:
        """End the process."""
        ...


class RoomDesk(QObject):
    """Sends the card after each commit; blank until somebody says "show" on a screen they chose by name.

    `changed` comes when what the room sees, or how it stands, is another.
    """

    changed = Signal()

    def __init__(
        self,
        window: QWidget,
        surroundings: Surroundings,
        feed: RoomFeed,
        say: Callable[[str, str], None],
        screens: ScreenWatch,
    ) -> None:
        """Watch the screens; show nothing."""
        super().__init__(window)
        self._window, self._surroundings, self._feed, self._say = window, surroundings, feed, say
        self.screens = screens
        self.card = RoomCard()
        self.standing = RoomStanding(RoomSetting(""))
        self._message = 0
        self._bridge: DeskBridge | None = None
        self._dossier: OpenDossier | None = None
        screens.changed.connect(self.on_screens_changed)
        self._watcher = QTimer(self)
        self._watcher.setInterval(_LOOKS_AFTER)
        self._watcher.timeout.connect(self.look_after)

    def acts(self) -> dict[str, Callable[[], None]]:
        """Return what each command for the room does, apart from choosing a screen."""
        shown = {
            f"room.{what.value}": partial(self.show_what, what)
            for what in (Shown.AGENDA, Shown.RULE, Shown.GROUND_RULES, Shown.POINT)
        }
        return {
            "room.blank": self.toggle_blank, "room.freeze": self.toggle_freeze, "room.message": self.next_message,
            "room.parties": partial(self._toggle, "parties"), "room.balance": partial(self._toggle, "balance"),
            "room.wordless": partial(self._toggle, "wordless"), **shown,
        }  # fmt: skip

    def enter(self, bridge: DeskBridge, dossier: OpenDossier) -> None:
        """Follow an open dossier."""
        self._bridge, self._dossier = bridge, dossier
        bridge.changed.connect(self._on_written)
        self.ask_standing()
        self.refresh()

    def leave(self) -> None:
        """Let the picture stand while the desk is locked; nothing is read for it any more, and nothing kept of it."""
        self._bridge = self._dossier = None
        self.standing = RoomStanding(RoomSetting(""))
        if self.card.blank:
            self._send(self._emptied(screen=self.card.screen))
        else:
            self._send(replace(self.card, keeps=True))

    def handed_on(self) -> str:
        """Return what the next image of the program needs to go on with: which screen, and what was said of it."""
        card = self.card
        return json.dumps([card.screen, card.grant, card.blank, repr(self.screens.seen())])

    def take_up(self, handed: str) -> None:
        """Go on where the image before a lock left; a picture that a changed screen has blanked meanwhile stays so."""
        screen, grant, blank, seen = json.loads(handed)
        is_blank = blank or seen != repr(self.screens.seen())
        self.card = RoomCard(screen=screen, grant=grant, blank=is_blank, keeps=True)
        self._watcher.start()

    def end(self) -> None:
        """End the room's process: the desk closes."""
        self._watcher.stop()
        self._feed.end()

    def own_screens(self) -> tuple[SeenScreen, ...]:
        """Return the screens that the desk stands on: never the room's."""
        place = place_of(self._window.geometry())
        return screens_under(place, self.screens.seen())

    def refusal(self, screen: SeenScreen) -> str:
        """Say why a screen may not be the room's; nothing where it may."""
        there = self.screens.seen()
        if any(own.name == screen.name for own in self.own_screens()):
            return N_("This desk is on it")
        if sum(one.name == screen.name for one in there) > 1:
            return N_("Two screens bear this name")
        if screen_for(screen.name, there) is None:
            return N_("Shows the same as another screen")
        return ""

    def show_on(self, screen: str) -> None:
        """Show on a screen by name, because somebody said so just now; refused where it may not be the room's."""
        found = next((one for one in self.screens.seen() if one.name == screen), None)
        if found is None or self.refusal(found):
            self._ask(NO_SCREEN)
            return
        self._feed.begin()
        self._watcher.start()
        self._send(replace(self.card, screen=screen, blank=False, keeps=False, grant=self.card.grant + 1))
        self.refresh()
        if not self.look_after():
            return
        what = self._surroundings.words(SHOWN_WORDS[self.standing.setting.shown])
        self._say(self._surroundings.words(SEES).format(screen=isolated(screen), what=isolated(what)), PLAIN)

    def toggle_blank(self) -> None:
        """Blank, or show again where it was; with no screen chosen, say how to choose one."""
        if not self.card.screen:
            self._ask(NO_SCREEN)
        elif self.card.blank:
            self.show_on(self.card.screen)
        else:
            self.blank()
            self._say(self._surroundings.words(NOTHING), PLAIN)

    def blank(self) -> None:
        """Let the room see nothing, until somebody shows it again."""
        if self.card.screen and not self.card.blank:
            self._send(replace(self.card, blank=True))

    def leave_own_screens(self) -> None:
        """Go from a screen that is the desk's by now: somebody wants the desk to be there."""
        if any(own.name == self.card.screen for own in self.own_screens()):
            self._send(self._emptied())

    def toggle_freeze(self) -> None:
        """Let the picture stand still, or go on."""
        if self._dossier is None:
            return
        now = self._dossier.desk.clock.now().boot if self.card.frozen is None else None
        self._send(replace(self.card, frozen=now))
        self.refresh()

    def choose(self, **fields: object) -> None:
        """Write down how the room is shown to; refused where there is no session yet."""
        if self._bridge is not None:
            self._bridge.write("room.choose", fields)

    def show_what(self, shown: Shown) -> None:
        """Choose what the room sees; the same again goes to the next point, or back to the floor."""
        setting = self.standing.setting
        if setting.shown is not shown:
            self.choose(shown=shown.value)
        elif shown is Shown.POINT:
            self.choose(point=setting.place % max(1, self.standing.points) + 1)
        else:
            self.choose(shown=Shown.FLOOR.value)

    def next_message(self) -> None:
        """Go through the messages to the speaker, and to none."""
        self.show_message((self._message + 1) % (len(MESSAGES) + 1))

    def show_message(self, number: int) -> None:
        """Show one of the messages to the speaker, counted from 1; 0 takes it away."""
        self._message = number
        self.refresh()

    def message(self) -> int:
        """Return which message is shown, 0 for none."""
        return self._message

    def refresh(self) -> None:
        """Read the card again and send it; a frozen picture stays, and without a screen nothing is read."""
        if self._bridge is None or self._dossier is None or self.card.frozen is not None or not self.card.screen:
            return
        dossier, message, words = self._dossier, self._message, self._surroundings.words
        self._bridge.read(self, lambda work: dossier.room_card(work, message, words), self._on_read)

    def mark(self, is_private: bool, then: Callable[[Any], None], refused: Callable[[DeskError], None]) -> None:
        """Write down that the room is private from now on, or that it is not."""
        if self._bridge is not None:
            self._bridge.write("not_private.end" if is_private else "not_private.begin", {}, then, refused)

    def on_screens_changed(self) -> None:
        """Blank at once, and only then ask."""
        if self.card.screen and not self.card.blank:
            self.blank()
            QTimer.singleShot(0, self, partial(self._ask, CHANGED))
        self.changed.emit()

    def look_after(self) -> bool:
        """Look whether the room's process is there; where it died, say so and start none: somebody must ask again."""
        if self._feed.lives() or not self.card.screen:
            return True
        self._watcher.stop()
        self.card = self._emptied()
        self.changed.emit()
        self._ask(STOPPED)
        return False

    def _emptied(self, screen: str = "") -> RoomCard:
        # Nothing is read for a room that sees nothing: what stood on the card would be shown again as it was, and may
        # be of a dossier that was open before.
        return RoomCard(screen=screen, grant=self.card.grant, look=self.card.look)

    def _toggle(self, name: str) -> None:
        self.choose(**{name: not getattr(self.standing.setting, name)})

    def _ask(self, sentence: str) -> None:
        self._say(self._surroundings.words(sentence).format(key=key_words(chord_of("room.show"))), WARN)

    def ask_standing(self) -> None:
        """Read how the room stands."""
        if self._bridge is not None and self._dossier is not None:
            self._bridge.read(self, self._dossier.room_standing, self._on_standing)

    def _on_written(self, changes: Changes) -> None:
        if changes.touches(*_STANDING):
            self.ask_standing()
        self.refresh()

    def _on_standing(self, standing: RoomStanding) -> None:
        if self._bridge is None:  # asked before the desk was locked
            return
        self.standing = standing
        self.changed.emit()

    def _on_read(self, fresh: RoomCard) -> None:
        one = self.card
        if self._bridge is not None and one.screen and one.frozen is None:
            look = RoomLook.DARK if self._surroundings.theme.look.tokens.is_dark else RoomLook.LIGHT
            turned = self._window.isRightToLeft()
            self._send(
                replace(
                    fresh, screen=one.screen, grant=one.grant, blank=one.blank, look=look, right_to_left=turned
                )
            )  # fmt: skip

    def _send(self, card: RoomCard) -> None:
        self.card = card
        self._feed.tell(card)
        self.changed.emit()
