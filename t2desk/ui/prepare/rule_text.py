"""The full text as the room hears it: written, looked through for promises nobody can keep, shown, and accepted."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from t2desk.domain.errors import DeskError
from t2desk.domain.promises import Promise, promises_in
from t2desk.i18n import N_
from t2desk.services.rule_page import AssentLine, RulePage, SideAssent
from t2desk.ui.kit.buttons import KeyButton, Loudness
from t2desk.ui.kit.flow import FlowLayout
from t2desk.ui.kit.hours import hour_words
from t2desk.ui.kit.lines import Lines
from t2desk.ui.kit.painting import isolated
from t2desk.ui.kit.pieces import column, label, rule_line, upright
from t2desk.ui.prepare.own_text import OwnText
from t2desk.ui.prepare.pieces import button, told
from t2desk.ui.shell.commands import key_of
from t2desk.ui.shell.kept_line import KeptLine
from t2desk.ui.shell.views import ViewParts

_MOST_SHOWN = 4


class RuleTextPart(QWidget):
    """A box with the text, what it promises too much, and under it who accepted which version, when and how."""

    def __init__(self, parts: ViewParts) -> None:
        """Begin without a session."""
        super().__init__()
        self.setObjectName("ruleTextPart")
        self._parts = parts
        self._page: RulePage | None = None
        words = parts.words
        self._version = label("", "card-title", "ruleVersion", wraps=True)
        keep = button(parts, "ruleTextKeep", N_("Keep this text"), "check", "Ctrl+Enter", Loudness.EDGED)
        self.box = OwnText(
            parts, "ruleTextBox", words(N_("The full text, as the room will hear it")), keep, self._on_text
        )
        self.box.textChanged.connect(self._on_typed)
        self._warned = label("", "warning", "rulePromises", wraps=True)
        self._refused = label("", "error", "ruleTextError", wraps=True)
        show = button(
            parts, "ruleToRoom", N_("Show it to the room"), "presentation", key_of("room.rule"), Loudness.EDGED
        )
        show.clicked.connect(lambda _checked=False: parts.commands.give("room.rule"))
        acts = FlowLayout(8, centred=False)
        for act in (keep, show):
            acts.addWidget(act)
        self._how = KeptLine(parts, "assentHow", words(N_("How it was accepted: read aloud, nobody against it …")))
        self._room = button(parts, "assentRoom", N_("The room accepts it"), "handshake", "", Loudness.LOUD)
        self._room.clicked.connect(lambda _checked=False: self._assent(""))
        self._flow = FlowLayout(8, centred=False)
        self._flow.addWidget(self._room)
        self._sides: dict[str, KeyButton] = {}
        self._assents = Lines(parts.surroundings.theme, "assentLines", "body", 8)
        inside = QWidget()
        layout = column(
            self._version, self.box, self._warned, self._refused, acts, rule_line(),
            label(words(N_("Accepted by the room")), "card-title"), self._how, self._flow, self._assents, 1, gap=12,
        )  # fmt: skip
        layout.setContentsMargins(6, 2, 8, 2)
        inside.setLayout(layout)
        for one in (self._warned, self._refused):
            one.hide()
        outer = column(upright(inside, "ruleTextScroll"))
        self.setLayout(outer)

    def show_page(self, page: RulePage) -> None:
        """Show the text at hand and who accepted it."""
        self._page = page
        words = self._parts.words
        own = words(N_("Version {number}")).format(number=page.version)
        self._version.setText(own if page.version else words(N_("The rule’s own text")))
        self.box.show_text(words(page.text))
        self._room.setVisible(not page.accepted)
        self._how.setVisible(not page.accepted)
        self._show_sides(page.sides if not page.accepted else ())
        self._assents.show_lines(*self._told(page))
        self._on_typed()

    def _show_sides(self, sides: tuple[SideAssent, ...]) -> None:
        for one in sides:
            if one.id not in self._sides:
                made = button(self._parts, f"assent-{one.id}", N_("{side} accepts it"), "check", "", Loudness.EDGED)
                made.clicked.connect(lambda _checked=False, side=one.id: self._assent(side))
                self._flow.addWidget(made)
                self._sides[one.id] = made
            said = self._parts.words(N_("{side} accepts it")).format(side=isolated(one.name))
            self._sides[one.id].set_words(said)
            self._sides[one.id].setAccessibleName(said)
        asked = {one.id for one in sides if not one.accepted} if len(sides) > 1 else set()
        for side, made in self._sides.items():
            made.setVisible(side in asked)

    def _told(self, page: RulePage) -> tuple[list[tuple[str, str]], str]:
        words = self._parts.words
        if not page.assents:
            return [], words(N_("Not accepted yet. Read it aloud, then note that the room accepts it."))
        return [("✓", self._line(one)) for one in page.assents], ""

    def _line(self, one: AssentLine) -> str:
        words = self._parts.words
        when = one.day if one.at is None else f"{one.day} {hour_words(one.at // 1000)}"
        who = isolated(one.side) if one.side else words(N_("The room"))
        return " · ".join(part for part in (who, isolated(when), isolated(one.how) if one.how else "") if part)

    def _on_text(self, text: str) -> None:
        self._refused.hide()
        self._parts.bridge.write("rule.text", {"text": text}, self.box.kept, self._on_refused)

    def _on_refused(self, refusal: DeskError) -> None:
        self._refused.setText(told(self._parts, refusal))
        self._refused.show()

    def _assent(self, side: str) -> None:
        if self._page is None:
            return
        if self.box.is_dirty():
            self._refused.setText(self._parts.words(N_("Keep the text first, or press Esc to go back to what it was.")))
            self._refused.show()
            return
        fields = {"how": self._how.text(), "session": self._page.session.id}
        fields |= {"party": side} if side else {}
        self._parts.bridge.write("rule.assent", fields, lambda _done: self._on_accepted(bool(side)), self._on_refused)

    def _on_accepted(self, is_one_side: bool) -> None:
        self._refused.hide()
        if not is_one_side:
            self._how.clear_draft()

    def _on_typed(self) -> None:
        found = promises_in(self.box.toPlainText())
        self.box.setExtraSelections([self._marked(one) for one in found])
        self._warned.setVisible(bool(found))
        if found:
            shown = [f"“{isolated(one)}”" for one in dict.fromkeys(one.words for one in found)]
            named = self._parts.surroundings.phrases.listed(*shown[:_MOST_SHOWN])
            said = N_("Nobody can promise this: {words}. A court or a thief asks no leave; say what will be done.")
            self._warned.setText(self._parts.words(said).format(words=named))

    def _marked(self, one: Promise) -> QTextEdit.ExtraSelection:
        made, look = QTextEdit.ExtraSelection(), QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(QColor(self._parts.surroundings.theme.look.tokens.warn))
        cursor, text = QTextCursor(self.box.document()), self.box.toPlainText()
        # Qt counts in halves of characters beyond the first plane.
        cursor.setPosition(len(text[: one.start].encode("utf-16-le")) // 2)
        cursor.setPosition(len(text[: one.end].encode("utf-16-le")) // 2, QTextCursor.MoveMode.KeepAnchor)
        made.cursor, made.format = cursor, look
        return made

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to what is stored on Esc."""
        if event.key() == Qt.Key.Key_Escape and self.box.is_dirty():
            self.box.go_back()
            self._refused.hide()
        else:
            super().keyPressEvent(event)
