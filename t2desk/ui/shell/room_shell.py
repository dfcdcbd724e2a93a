"""The room's part of the window: its desk side, the card that chooses, the strip that shows, and the room's privacy."""

from collections.abc import Callable
from typing import Any, Protocol

import shiboken6
from PySide6.QtWidgets import QWidget

from t2desk.domain.moments import Moment
from t2desk.i18n import N_
from t2desk.ui.kit.bridge import DeskBridge
from t2desk.ui.kit.buttons import key_words
from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.kit.hours import hour_words
from t2desk.ui.kit.screens import ScreenWatch
from t2desk.ui.shell.commands import chord_of, key_of
from t2desk.ui.shell.keeper import OpenDossier
from t2desk.ui.shell.message_bar import PLAIN, WARN
from t2desk.ui.shell.room import RoomDesk, RoomFeed
from t2desk.ui.shell.room_monitor import RoomBar, is_low, seen_words
from t2desk.ui.shell.room_panel import RoomPanel
from t2desk.ui.shell.top_bar import Chip, TopBar

NOT_PRIVATE = N_(
    "The room is not private: it sees nothing, and nothing is written down. Press {key} when it is private again."
)
STILL = N_("The room is still marked as not private: nothing is written down. Press {key} when it is private again.")
PRIVATE = N_("The room is private again. Press {key} to show it the picture again.")


class CoveredWindow(Protocol):
    """What the room's part asks of the window that it is a part of."""

    def cover(self, why: str = "") -> None:
        """Delete the private pages and show the curtain, painted before this returns."""
        ...

    def uncover(self) -> None:
        """Draw the curtain back."""
        ...

    def bar_shown(self) -> TopBar | None:
        """Return the top bar; nothing while it is not there."""
        ...


class RoomShell:
    """Puts the room's parts together for one window; `say` shows a sentence, `give` gives a command by id."""

    def __init__(
        self,
        window: QWidget,
        covered: CoveredWindow,
        surroundings: Surroundings,
        feed: RoomFeed,
        say: Callable[[str, str], None],
        give: Callable[[str], None],
        screens: ScreenWatch,
    ) -> None:
        """Show nothing to anybody."""
        self._window, self._covered, self._surroundings, self._say = window, covered, surroundings, say
        self.room = RoomDesk(window, surroundings, feed, say, screens)
        self.room.changed.connect(self.show_states)
        self._dossier: OpenDossier | None = None
        self._give = give
        self._panel: RoomPanel | None = None
        self._is_marked = False
        self._bar: RoomBar | None = None

    def acts(self) -> dict[str, Callable[[], None]]:
        """Return what each command for the room does."""
        return {"room.show": self._on_asked, "room.privacy": self.toggle_privacy, **self.room.acts()}

    def _on_asked(self) -> None:
        # Made when it is first asked for: most sittings show nothing to a room.
        if self._panel is None:
            self._panel = RoomPanel(self._surroundings, self._window, self.room, self._now, self._give)
        self._panel.open()

    def drop_panel(self) -> None:
        """Hide the card that chooses a screen."""
        if self._panel is not None:
            self._panel.drop()

    def enter(self, bridge: DeskBridge, dossier: OpenDossier) -> None:
        """Follow an open dossier."""
        self._dossier = dossier
        self.room.enter(bridge, dossier)

    def leave(self) -> None:
        """Let the picture stand while the desk is locked."""
        self._dossier, self._is_marked = None, False
        self.room.leave()

    def end(self) -> None:
        """End the room's process."""
        self.room.end()

    def build_bar(self, now: Callable[[], Moment]) -> QWidget:
        """Return the strip for a page; it goes with the page."""
        self._bar = RoomBar(self._surroundings, self.room, now, self._give)
        return self._bar

    def fit(self) -> None:
        """Follow the window's size."""
        if self._bar is not None and shiboken6.isValid(self._bar):
            self._bar.fit(self._window.size())
            self.show_states()

    def toggle_privacy(self) -> None:
        """Mark that the room is not private: cover the desk and blank the room first, write it down then; or back."""
        if self._is_marked or not self.room.standing.is_private:
            self._is_marked = False
            self.room.mark(True, self._on_marked, lambda _refusal: self._on_marked(None))
            return
        self._is_marked = True
        self.room.blank()
        self._covered.cover(self._surroundings.words(NOT_PRIVATE).format(key=key_words(chord_of("room.privacy"))))
        # Without a session there is nothing to write it down for; covered it is all the same.
        self.room.mark(False, lambda _made: None, lambda _refusal: None)

    def _on_marked(self, _ended: Any) -> None:
        self._covered.uncover()
        words = self._surroundings.words
        told = PRIVATE if self.room.card.screen else N_("The room is private again.")
        self._say(words(told).format(key=key_words(key_of("room.blank"))), PLAIN)

    def desk_came(self) -> None:
        """Leave the screen to the desk, now that the curtain is drawn back there, and say what is still so."""
        self.room.leave_own_screens()
        self.show_states()
        if self._is_marked or not self.room.standing.is_private:
            self._say(self._surroundings.words(STILL).format(key=key_words(key_of("room.privacy"))), WARN)

    def show_states(self) -> None:
        """Show in the top bar that the room is not private, and since when; in a low window what it sees too."""
        top = self._covered.bar_shown()
        if top is None:
            return
        self._show_privacy(top.privacy)
        card, words = self.room.card, self._surroundings.words
        if card.screen and is_low(self._surroundings, self._window.size()):
            short = words(N_("Room: nothing")) if card.blank else words(N_("Room sees"))
            top.room.show_state(seen_words(self._surroundings, self.room), "plain" if card.blank else "soft", short)
        else:
            top.room.show_state("")
        top.show_states()

    def _show_privacy(self, chip: Chip) -> None:
        standing, words = self.room.standing, self._surroundings.words
        if standing.is_private:
            chip.show_state("")
        else:
            since = next((one.since.wall for one in standing.intervals if one.until is None), None)
            said = words(N_("Not private since {time}"))
            short = words(N_("Not private"))
            chip.show_state(said.format(time=hour_words(since // 1000)) if since else short, "over", short)

    def _now(self) -> Moment:
        assert self._dossier is not None  # noqa: S101  (nothing of the room is drawn without one)
        return self._dossier.desk.clock.now()


MakeRoom = Callable[
    [QWidget, CoveredWindow, Surroundings, Callable[[str, str], None], Callable[[str], None], ScreenWatch], RoomShell
]
