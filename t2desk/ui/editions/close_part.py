"""Closing a session: what it will keep and remove, told in numbers; then a deliberate act, and the head words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from t2desk.domain.changes import Changes
from t2desk.domain.errors import DeskError
from t2desk.domain.series import SessionState
from t2desk.i18n import N_
from t2desk.services.closing import AccountLine, ClosingAccount, closing_account
from t2desk.ui.kit.buttons import KeyButton, Loudness
from t2desk.ui.kit.leading import lead_focus
from t2desk.ui.kit.lines import Lines
from t2desk.ui.kit.pieces import Card, column, label, row
from t2desk.ui.kit.reading import RING_ROOM, ReadingArea
from t2desk.ui.shell.message_bar import announce
from t2desk.ui.shell.views import ViewParts


class ClosePart(QWidget):
    """Two accounts beside each other, and under them the bar that closes; it cannot be undone, so it asks twice."""

    leads_to = Signal(str)

    def __init__(self, parts: ViewParts, session: str, _place: str = "") -> None:
        """Show what closing this session would do."""
        super().__init__()
        self.setObjectName("closePart")
        self._parts, self._session = parts, session
        self._state = SessionState.PLANNED
        theme = parts.surroundings.theme
        self._rules = label("", "second", "closeRules", wraps=True)
        self._kept, self._removed = Lines(theme, "closeKept"), Lines(theme, "closeRemoved")
        self._bar = self._build_bar()
        cards = row(
            self._card(N_("Is kept"), self._kept), self._card(N_("Is removed for good"), self._removed),
            gap=theme.look.sizes.gutter,
        )  # fmt: skip
        cards.setStretch(0, 1)
        cards.setStretch(1, 1)
        layout = column(self._rules, cards, self._bar, gap=theme.look.sizes.gutter)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        parts.bridge.changed.connect(self._on_changed)
        self._read()

    def _button(self, name: str, words: str, icon: str, loudness: Loudness) -> KeyButton:
        surroundings = self._parts.surroundings
        button = KeyButton(surroundings.theme, surroundings.icons, surroundings.words(words), icon, "", loudness)
        button.setObjectName(name)
        return button

    def _card(self, title: str, lines: Lines) -> Card:
        card = Card(self._parts.surroundings.theme, self._parts.words(title), f"{lines.objectName()}Card")
        inside = QWidget()
        inside.setLayout(column(lines, 1))
        scroll = ReadingArea(f"{lines.objectName()}Scroll", self._parts.words(title), inside)
        card.body.addWidget(scroll, 1)
        card.widen_body(RING_ROOM)
        return card

    def _build_bar(self) -> QFrame:
        bar = QFrame()
        bar.setObjectName("closeBar")
        bar.setAccessibleName(self._parts.words(N_("Closing the session")))
        bar.setProperty("role", "bar")
        bar.setProperty("tone", "plain")
        self._said = label("", "body", "closeSaid", wraps=True)
        self._adjourn = self._button("closeAdjourn", N_("Adjourn first"), "clock", Loudness.LOUD)
        self._close = self._button("closeSession", N_("Close this session …"), "shield-check", Loudness.EDGED)
        self._back = self._button("closeBack", N_("Not yet"), "x", Loudness.EDGED)
        self._really = self._button("closeReally", N_("Close for good"), "shield-check", Loudness.LOUD)
        self._adjourn.clicked.connect(self._on_adjourn)
        self._close.clicked.connect(self._on_close)
        self._back.clicked.connect(self._ask_again)
        self._really.clicked.connect(self._on_really)
        self._head = label("", "title", "closeHead", wraps=True)
        self._head.setStyleSheet(f"font-size: {round(self._parts.surroundings.theme.look.sizes.text_name * 0.8)}px;")
        self._head.hide()
        said = column(self._said, self._head, gap=4)
        layout = row(said, self._adjourn, self._close, self._back, self._really, gap=10)
        layout.setStretch(0, 1)
        layout.setContentsMargins(20, 14, 16, 14)
        bar.setLayout(layout)
        for button in (self._adjourn, self._close, self._back, self._really):
            button.hide()
        return bar

    def _read(self) -> None:
        self._parts.bridge.read(self, lambda work: closing_account(work, self._session), self._show)

    def _show(self, account: ClosingAccount) -> None:
        words = self._parts.words
        self._state = account.state
        rules = self._parts.surroundings.phrases.listed(*(words(title) for title in account.rules))
        held = words(N_("Rules held in this session: {rules}. The strictest of them decides.")).format(rules=rules)
        self._rules.setText(held)
        settled = account.state is SessionState.SETTLED
        self._kept.show_lines(self._told(account.kept), words(N_("Nothing was taken in yet.")))
        gone = N_("What had to go went when this session was closed.")
        nothing = gone if settled else N_("There is nothing that has to go.")
        self._removed.show_lines(self._told(account.removed), words(nothing))
        self._ask_again()

    def _told(self, lines: tuple[AccountLine, ...]) -> list[tuple[str, str]]:
        return [(str(line.count), self._parts.words(line.words)) for line in lines]

    def _only(self, *buttons: KeyButton) -> None:
        # A focused button that goes would hand the focus to somewhere else in the window.
        if self._bar.isAncestorOf(self.focusWidget() or self):
            self._bar.setFocus()
        for button in (self._adjourn, self._close, self._back, self._really):
            button.setVisible(button in buttons)

    def _tell(self, words: str, tone: str = "plain") -> None:
        self._said.setText(words)
        self._bar.setProperty("tone", tone)
        for widget in (self._bar, self._said):
            widget.style().unpolish(widget)
            widget.style().polish(widget)

    def _ask_again(self) -> None:
        words = self._parts.words
        if self._state is SessionState.OPEN:
            self._tell(words(N_("The session is still open. Adjourning ends the sitting and keeps everything.")))
            self._only(self._adjourn)
        elif self._state is SessionState.ADJOURNED:
            self._tell(
                words(N_("Close once the draft and the points are as they should be. Editions can leave after."))
            )
            self._only(self._close)
        elif self._state is SessionState.SETTLED:
            self._only()
            self._tell_head()
        else:
            self._tell(words(N_("This session has not begun; there is nothing to close.")))
            self._only()
        shown = next((button for button in (self._adjourn, self._close) if not button.isHidden()), None)
        if shown is not None:
            lead_focus(self, shown)

    def _on_adjourn(self) -> None:
        self._parts.bridge.write("session.adjourn", then=lambda _session: self._focus(self._close))

    def _focus(self, button: KeyButton) -> None:
        if button.isVisible():
            button.setFocus()

    def _on_close(self) -> None:
        said = N_("This cannot be undone: what is listed as removed is gone from the file, its log and every backup.")
        self._tell(self._parts.words(said), "warn")
        self._only(self._back, self._really)
        self._back.setFocus()
        announce(self, self._parts.words(said))

    def _on_really(self) -> None:
        self._only()
        self._tell(self._parts.words(N_("Closing: the file is being written anew …")))
        self._parts.bridge.write("session.close", {"session": self._session}, refused=self._on_refused)

    def _on_refused(self, refusal: DeskError) -> None:
        self._ask_again()
        self._tell(self._parts.surroundings.phrases.told(refusal.sentence, refusal.details), "over")

    def _tell_head(self) -> None:
        self._parts.bridge.run(self, self._parts.dossier.head_words, self._show_head, self._on_refused_head)

    def _show_head(self, head: str) -> None:
        self._tell(self._parts.words(N_("This session is settled. The head of the dossier, to read aloud:")))
        self._head.setText(head)
        self._head.show()

    def _on_refused_head(self, refusal: DeskError) -> None:
        self._tell(self._parts.surroundings.phrases.told(refusal.sentence, refusal.details), "over")

    def _on_changed(self, changes: Changes) -> None:
        if changes:
            self._read()
