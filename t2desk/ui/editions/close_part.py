"""Closing a session: what it will keep and remove, told in numbers; then a deliberate act, and the head words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QGridLayout, QLayout, QWidget

from t2desk.domain.changes import Changes
from t2desk.domain.errors import DeskError
from t2desk.domain.series import SessionState
from t2desk.i18n import N_
from t2desk.services.closing import AccountLine, ClosingAccount, closing_account
from t2desk.ui.kit.buttons import KeyButton, Loudness
from t2desk.ui.kit.fonts import figure_font
from t2desk.ui.kit.pieces import Card, column, label, row
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
        theme, words = parts.surroundings.theme, parts.words
        self._rules = label("", "second", "closeRules", wraps=True)
        self._kept = Card(theme, words(N_("Is kept")), "closeKept")
        self._removed = Card(theme, words(N_("Is removed for good")), "closeRemoved")
        self._bar = self._build_bar()
        cards = row(self._kept, self._removed, gap=theme.look.sizes.gutter)
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

    def _build_bar(self) -> QFrame:
        bar = QFrame()
        bar.setObjectName("closeBar")
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
        layout = row(self._said, self._adjourn, self._close, self._back, self._really, gap=10)
        layout.setStretch(0, 1)
        layout.setContentsMargins(20, 14, 16, 14)
        bar.setLayout(layout)
        self._only()
        return bar

    def _read(self) -> None:
        self._parts.bridge.read(self, lambda work: closing_account(work, self._session), self._show)

    def _show(self, account: ClosingAccount) -> None:
        words = self._parts.words
        self._state = account.state
        rules = ", ".join(words(title) for title in account.rules)
        held = words(N_("Rules held in this session: {rules}. The strictest of them decides.")).format(rules=rules)
        self._rules.setText(held)
        settled = account.state is SessionState.SETTLED
        self._fill(self._kept, account.kept, N_("Nothing was taken in yet."))
        gone = N_("This session is settled: it was removed when it was closed.")
        self._fill(self._removed, account.removed, gone if settled else N_("There is nothing that has to go."))
        self._ask_again()

    def _fill(self, card: Card, lines: tuple[AccountLine, ...], nothing: str) -> None:
        _empty(card.body)
        look = self._parts.surroundings.theme.look
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        for number, line in enumerate(lines):
            figure = label(str(line.count), "title")
            figure.setFont(figure_font(look.sizes.text_title, QFont.Weight.DemiBold))
            grid.addWidget(figure, number, 0, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(self._parts.words(line.words), "body", wraps=True), number, 1)
        if not lines:
            grid.addWidget(label(self._parts.words(nothing), "second", wraps=True), 0, 1)
        grid.setColumnStretch(1, 1)
        holder = QWidget()
        holder.setLayout(grid)
        card.body.addWidget(holder)
        card.body.addStretch(1)

    def _only(self, *buttons: KeyButton) -> None:
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
            self.setFocusProxy(shown)

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
        self._tell(self._parts.words(refusal.sentence).format(**refusal.details), "over")

    def _tell_head(self) -> None:
        self._parts.bridge.run(self, self._parts.dossier.head_words, self._show_head, self._on_refused_head)

    def _show_head(self, head: str) -> None:
        words = self._parts.words(N_("This session is settled. The head of the dossier now reads: {head}"))
        self._tell(words.format(head=head))

    def _on_refused_head(self, refusal: DeskError) -> None:
        self._tell(self._parts.words(refusal.sentence).format(**refusal.details), "over")

    def _on_changed(self, changes: Changes) -> None:
        if changes:
            self._read()


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
