"""The ground rules that the room agreed on, a line each: written here, shown by the room display on one command."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from t2desk.domain.errors import DeskError
from t2desk.i18n import N_
from t2desk.services.rule_page import RulePage
from t2desk.ui.kit.buttons import Loudness
from t2desk.ui.kit.flow import FlowLayout
from t2desk.ui.kit.pieces import column, label, upright
from t2desk.ui.prepare.own_text import OwnText
from t2desk.ui.prepare.pieces import button, told
from t2desk.ui.shell.commands import key_of
from t2desk.ui.shell.views import ViewParts


class GroundRulesPart(QWidget):
    """A box with a rule a line; emptied and kept, it has the usual ones again."""

    def __init__(self, parts: ViewParts) -> None:
        """Begin without a session."""
        super().__init__()
        self.setObjectName("groundRulesPart")
        self._parts = parts
        words = parts.words
        self._whose = label("", "second", "groundRulesWhose", wraps=True)
        keep = button(parts, "groundRulesKeep", N_("Keep these rules"), "check", "Ctrl+Enter", Loudness.EDGED)
        self.box = OwnText(parts, "groundRulesBox", words(N_("The ground rules, a line each")), keep, self._on_text)
        self._usual = button(parts, "groundRulesUsual", N_("The usual ones again"), "undo-2", "", Loudness.EDGED)
        self._usual.clicked.connect(lambda _checked=False: self._on_text(""))
        show = button(parts, "groundRulesToRoom", N_("Show them to the room"), "presentation",
                      key_of("room.ground_rules"), Loudness.EDGED)  # fmt: skip
        show.clicked.connect(lambda _checked=False: parts.commands.give("room.ground_rules"))
        self._refused = label("", "error", "groundRulesError", wraps=True)
        self._refused.hide()
        acts = FlowLayout(8, centred=False)
        for one in (keep, show, self._usual):
            acts.addWidget(one)
        inside = QWidget()
        layout = column(
            label(words(N_("Ground rules")), "card-title"), self._whose, self.box, self._refused, acts, 1, gap=12
        )
        layout.setContentsMargins(6, 2, 8, 2)
        inside.setLayout(layout)
        self.setLayout(column(upright(inside, "groundRulesScroll")))

    def show_page(self, page: RulePage) -> None:
        """Show the rules as the room would see them."""
        own = page.has_own_ground_rules
        said = N_("As this dialogue agreed on them.") if own else N_("The usual ones, until you write your own.")
        self._whose.setText(self._parts.words(said))
        self._usual.setVisible(own)
        self.box.show_text(page.ground_rules)

    def _on_text(self, text: str) -> None:
        self._refused.hide()
        self._parts.bridge.write("room.ground_rules", {"text": text}, self._on_kept, self._on_refused)

    def _on_kept(self, _rules: object) -> None:
        # What is stored is shown again, whatever stood here: "the usual ones" replace what was half typed too.
        self.box.go_back()

    def _on_refused(self, refusal: DeskError) -> None:
        self._refused.setText(told(self._parts, refusal))
        self._refused.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to what is stored on Esc."""
        if event.key() == Qt.Key.Key_Escape and self.box.is_dirty():
            self.box.go_back()
        else:
            super().keyPressEvent(event)
