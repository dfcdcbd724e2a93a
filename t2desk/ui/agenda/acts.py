"""What can be done to the agenda by a key, on the row that is chosen or on the item under discussion."""

from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from t2desk.domain.agenda import AgendaItem, ItemState
from t2desk.i18n import N_
from t2desk.ui.agenda.brief import BriefCard
from t2desk.ui.agenda.prompts import AgendaPromptsStrip
from t2desk.ui.agenda.recovery import RecoveryCard
from t2desk.ui.shell.views import ViewParts, page_of

_STEP = 5


class Shown(Protocol):
    """What the acts need of the panel that shows the agenda."""

    @property
    def prompts(self) -> AgendaPromptsStrip:
        """What is asked below the list."""

    @property
    def brief(self) -> BriefCard:
        """The private notes."""

    def chosen_item(self) -> AgendaItem | None:
        """Return the item that a key is meant for."""

    def last_parked(self) -> str:
        """Return the item that was parked last in this agenda."""


class AgendaActs:
    """The commands of the agenda while the desk is shown."""

    def __init__(self, parts: ViewParts, panel: Shown, owner: QWidget) -> None:
        """Take the commands on for as long as their owner lives."""
        self._parts, self._panel, self._owner = parts, panel, owner
        self._card: RecoveryCard | None = None
        write = parts.bridge.write
        parts.commands.hold(owner, {
            "item.next": partial(write, "item.next"),
            "item.previous": partial(write, "item.previous"),
            "item.extend": partial(self._extend, _STEP),
            "item.shorten": partial(self._extend, -_STEP),
            "item.break": lambda: write("item.break", {"title": parts.words(N_("Break"))}),
            "item.recover": self.catch_up,
            "item.park": self._park,
            "item.unpark": self._bring_back,
            "item.conclude": self._conclude,
            "item.notes": panel.brief.toggle,
        })  # fmt: skip

    def _extend(self, minutes: int) -> None:
        self._parts.bridge.write("item.extend", {"minutes": minutes})

    def catch_up(self) -> None:
        """Show the ways to be on time again, drawn; asked again, leave."""
        if self._card is None:
            self._card = RecoveryCard(self._parts, page_of(self._owner))
        self._card.show_ways()

    def tick(self) -> None:
        """Draw the ways anew: a minute has passed, or something was changed."""
        if self._card is not None:
            self._card.read()

    def _park(self) -> None:
        chosen = self._panel.chosen_item()
        if chosen is None or chosen.state in {ItemState.DONE, ItemState.PARKED}:
            self._parts.say(
                self._parts.words(N_("Choose an item that is still to come; then it can be parked.")), "plain"
            )
            return
        self._panel.prompts.ask_until(chosen.id, chosen.title)

    def _bring_back(self) -> None:
        chosen = self._panel.chosen_item()
        parked = chosen.id if chosen is not None and chosen.state is ItemState.PARKED else ""
        which = self._panel.prompts.first_due() or parked or self._panel.last_parked()
        if which:
            self._parts.bridge.write("item.unpark", {"item": which})
        else:
            self._parts.say(self._parts.words(N_("Nothing is parked.")), "plain")

    def _conclude(self) -> None:
        line = self._panel.prompts.line
        if line.isVisible():
            line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._parts.say(self._parts.words(N_("No item was left without a conclusion.")), "plain")
