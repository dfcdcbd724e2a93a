"""After: a session is chosen, and its parts stand beside each other, from triage to its times."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout, QWidget

from t2desk.domain.changes import Changes
from t2desk.domain.series import session_name
from t2desk.i18n import N_
from t2desk.services.series_record import AfterSession, sessions_after
from t2desk.ui.agenda.actual import PlannedActualPart
from t2desk.ui.common_ground.triage import build_triage
from t2desk.ui.editions.close_part import ClosePart
from t2desk.ui.editions.consent_part import ConsentPart
from t2desk.ui.editions.draft_part import DraftPart
from t2desk.ui.editions.editions_part import EditionsPart
from t2desk.ui.editions.terms import STATES
from t2desk.ui.kit.buttons import KeyButton, Loudness, one_of
from t2desk.ui.kit.choices import ChoiceBox
from t2desk.ui.kit.leading import lead_focus
from t2desk.ui.kit.painting import isolated
from t2desk.ui.kit.pieces import EmptyState, column, label, row
from t2desk.ui.shell.commands import key_of
from t2desk.ui.shell.views import ViewParts
from t2desk.ui.timeline.part import TimelinePart

_VIEW = "after"
# Pixels at a text of 100 %: what the session's choice keeps beside the tabs, and the gap between those.
_BESIDE, _GAP = 230, 6
_TABS = (
    ("triage", N_("Triage"), "merge"),
    ("draft", N_("Draft"), "pen-line"),
    ("editions", N_("Editions"), "stamp"),
    ("consent", N_("Consent"), "handshake"),
    ("close", N_("Close"), "shield-check"),
    ("timeline", N_("Timeline"), "users"),
    ("times", N_("Times"), "clock"),
)
_Build = Callable[[ViewParts, str, str], QWidget]
_PARTS: dict[str, _Build] = {
    "triage": lambda parts, session, _place: build_triage(parts, session),
    "draft": DraftPart,
    "editions": EditionsPart,
    "close": ClosePart,
    "consent": ConsentPart,
    "times": PlannedActualPart,
    "timeline": TimelinePart,
}


def build(parts: ViewParts) -> QWidget:
    """Return the view of what is done after a session."""
    return AfterView(parts)


class AfterView(QFrame):
    """A chooser of the session, five tabs, and the part of the tab shown; the other parts do not exist."""

    def __init__(self, parts: ViewParts) -> None:
        """Show where this view was, or the draft of the last session that has begun."""
        super().__init__()
        self.setObjectName("afterView")
        self.setAccessibleName(parts.words(N_("After")))
        self._parts = parts
        self._session, self._tab, self._place = "", "draft", ""
        self._part: QWidget | None = None
        self._chooser = ChoiceBox(parts.surroundings, "afterSession", parts.words(N_("Session")))
        self._chooser.activated.connect(self._on_session_chosen)
        self._tabs = QButtonGroup(self)
        self._buttons = {name: self._build_tab(name, words, icon) for name, words, icon in _TABS}
        one_of(self._tabs)
        self._build_layout()
        parts.bridge.changed.connect(self._on_changed)
        self._read()

    def _build_tab(self, name: str, words: str, icon: str) -> KeyButton:
        surroundings, key = self._parts.surroundings, key_of(f"after.{name}")
        button = KeyButton(surroundings.theme, surroundings.icons, surroundings.words(words), icon, key, Loudness.QUIET)
        button.setObjectName(f"after-{name}")
        button.setCheckable(True)
        button.clicked.connect(partial(self._on_tab_chosen, name))
        self._tabs.addButton(button)
        self._parts.commands.take_on(f"after.{name}", partial(self._on_tab_chosen, name), self)
        return button

    def _build_layout(self) -> None:
        sizes = self._parts.surroundings.theme.look.sizes
        head = row(label(self._parts.words(N_("Session")), "label"), self._chooser, *self._buttons.values(), gap=_GAP)
        head.insertSpacing(1, sizes.grid)
        head.insertSpacing(3, sizes.gutter)
        head.setStretch(2, 6)
        head.insertStretch(3, 1)
        self._room = QVBoxLayout()
        layout = column(head, self._room, gap=12)
        layout.setContentsMargins(sizes.margin, 12, sizes.margin, sizes.margin)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the tabs' keys out where the room is short, and then their words; the key sheet has both."""
        super().resizeEvent(event)
        room = self.width() - _BESIDE * self._parts.surroundings.theme.percent // 100
        for has_keys, is_icon in ((True, False), (False, False), (False, True)):
            for button in self._buttons.values():
                button.show_key(has_keys)
                button.be_icon(is_icon)
            if sum(button.sizeHint().width() + _GAP for button in self._buttons.values()) <= room:
                return

    def _read(self) -> None:
        self._parts.bridge.read(self, sessions_after, self._show_sessions)

    def _show_sessions(self, answer: tuple[tuple[AfterSession, ...], str]) -> None:
        sessions, last = answer
        known = {one.id for one in sessions}
        session, tab, place = (*self._parts.places.of(_VIEW), "", "", "")[:3]
        if session not in known:
            session, place = last, ""
        self._chooser.blockSignals(True)
        self._chooser.clear()
        for one in sessions:
            self._chooser.addItem(self._session_words(one), one.id)
        self._chooser.setCurrentIndex(self._chooser.findData(session))
        self._chooser.blockSignals(False)
        self._chooser.setEnabled(bool(sessions))
        if self._part is None or session != self._session:
            self._show(session, tab or self._tab, place)

    def _session_words(self, session: AfterSession) -> str:
        named = isolated(session_name(session.title, session.number, self._parts.words))
        state = self._parts.words(STATES[session.state])
        return " · ".join((*([str(session.number)] if session.title else []), named, state))

    def _show(self, session: str, tab: str, place: str = "") -> None:
        """Build a part and let the one before go; it saves what it holds on leaving."""
        if self._part is not None:
            self._part.hide()
            self._room.removeWidget(self._part)
            self._part.deleteLater()
        self._session, self._tab = session, tab
        self._parts.places.remember(_VIEW, session, tab, place)
        self._part = _PARTS[tab](self._parts, session, place) if session else self._nothing()
        for name, button in self._buttons.items():
            button.setEnabled(bool(session))
            button.setChecked(name == tab and bool(session))
        self._room.addWidget(self._part)
        leads = getattr(self._part, "leads_to", None)
        if leads is not None:
            leads.connect(self._on_led)
        self._part.setFocus(Qt.FocusReason.OtherFocusReason)
        lead_focus(self, self._part)

    def _nothing(self) -> QWidget:
        surroundings = self._parts.surroundings
        button = KeyButton(surroundings.theme, surroundings.icons, self._parts.words(N_("Prepare")), "list-ordered",
                           key_of("view.prepare"), Loudness.LOUD)  # fmt: skip
        button.setObjectName("afterPrepare")
        button.clicked.connect(lambda: self._parts.go("prepare"))
        words = N_("There is no session yet. Plan one first; what came of it is then written up here.")
        return EmptyState(self._parts.words(words), button)

    def _on_led(self, where: str) -> None:
        tab, _, place = where.partition("/")
        if tab == "steps":
            tab, place = "draft", "steps"
        if tab in _PARTS:
            self._show(self._session, tab, place)
        else:
            self._parts.go(tab)

    def _on_session_chosen(self, index: int) -> None:
        self._show(self._chooser.itemData(index), self._tab)

    def _on_tab_chosen(self, tab: str, _checked: bool = False) -> None:
        if not self._session:
            return
        if tab == self._tab and self._part is not None:
            self._buttons[tab].setChecked(True)
            self._part.setFocus()
            return
        session, place = (*self._parts.places.of(f"{_VIEW}.{tab}"), "", "")[:2]
        self._show(self._session, tab, place if session == self._session else "")

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("sessions"):
            self._read()
