"""Brackets of the current wording: opened over selected words with alternatives and a reason, closed by a choice."""

from functools import partial

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from t2desk.domain.errors import DeskError
from t2desk.domain.ground import BracketReason
from t2desk.i18n import N_
from t2desk.services.ground_views import BracketView
from t2desk.services.point_page import PointPage
from t2desk.ui.capture.drafts import DraftKeeper
from t2desk.ui.common_ground.over_page import key_button
from t2desk.ui.common_ground.part import PointPart, fill, told
from t2desk.ui.common_ground.prose_box import ProseBox
from t2desk.ui.kit.buttons import KeyButton
from t2desk.ui.kit.choices import ChoiceBox
from t2desk.ui.kit.flow import FlowLayout
from t2desk.ui.kit.painting import isolated
from t2desk.ui.kit.pieces import column, label
from t2desk.ui.shell.views import ViewParts

REASONS: dict[BracketReason, str] = {
    BracketReason.ALTERNATIVE: N_("there is an alternative"),
    BracketReason.CONTENTIOUS: N_("it is contentious"),
    BracketReason.SUSPICIOUS: N_("somebody is suspicious of it"),
    BracketReason.TACTICAL: N_("it is held back for tactics"),
    BracketReason.UNCERTAIN: N_("nobody is sure what it means"),
    BracketReason.WAITING: N_("instructions are waited for"),
    BracketReason.WEARY: N_("everybody was tired"),
}


class BracketsPart(PointPart):
    """A card a bracket, then what is needed to open another."""

    def __init__(self, parts: ViewParts, point: str) -> None:
        """Begin without brackets."""
        super().__init__(parts, point)
        words = parts.words
        self._controls: list[QWidget] = []
        self._cards = QVBoxLayout()
        self._none = label(words(N_("The current wording has no bracket: it can be agreed as it stands.")), "second",
                           "bracketNone", wraps=True)  # fmt: skip
        self._why = label("", "second", "bracketWhy", wraps=True)
        self._text = ProseBox("bracketText", "", 3)
        self._text.setReadOnly(True)
        flags = Qt.TextInteractionFlag
        self._text.setTextInteractionFlags(flags.TextSelectableByKeyboard | flags.TextSelectableByMouse)
        self._text.setAccessibleName(words(N_("Select the words that are not agreed")))
        self._others = ProseBox("bracketOthers", words(N_("What else is proposed for them, one a line")), 2)
        self._others.setAccessibleName(words(N_("Alternatives, one a line")))
        self._others.finished.connect(self._on_open)
        self._draft = DraftKeeper(parts, self._others, f"bracket:{point}")
        self._reason = self._reasons("bracketReason")
        self._open = key_button(parts, N_("Put the selected words into brackets"), "quote", "", "bracketOpen")
        self._open.clicked.connect(lambda _checked=False: self._on_open())
        self._form = QWidget()
        head = label(words(N_("Select the words that are not agreed")), "label", wraps=True)
        self._form.setLayout(column(head, self._text, self._others, self._reason, self._open, gap=6))
        self.setLayout(column(self._none, self._cards, self._why, self._form, 1, gap=10))

    def _reasons(self, name: str) -> ChoiceBox:
        box = ChoiceBox(self.parts.surroundings, name, self.parts.words(N_("Why it is open")))
        for reason, said in REASONS.items():
            box.addItem(self.parts.words(said), reason.value)
        return box

    def show_point(self, page: PointPage) -> None:
        """Show each bracket of the current wording."""
        self._controls = []
        fill(self._cards, [self._card(one) for one in page.standing.brackets])
        self._none.setVisible(not page.standing.brackets)
        if self._text.toPlainText() != page.view.row.text:
            self._text.setPlainText(page.view.row.text)
        wording = ("point.word", {"point": self.point, "text": "…"})
        self.parts.bridge.try_out(self, [wording], self._show_refusal)

    def _show_refusal(self, refusals: tuple[DeskError | None, ...]) -> None:
        refusal = refusals[0]
        self._why.setText("" if refusal is None else told(self.parts, refusal))
        self._why.setVisible(refusal is not None)
        self._form.setVisible(refusal is None)
        for one in self._controls:
            one.setEnabled(refusal is None)

    def _card(self, bracket: BracketView) -> QWidget:
        card = QFrame()
        card.setProperty("role", "sunken")
        reason = self._reasons(f"bracketReason{bracket.place}")
        reason.insertItem(0, self.parts.words(N_("no reason given")), "")
        reason.setCurrentIndex(max(0, reason.findData(bracket.reason.value if bracket.reason else "")))
        reason.activated.connect(partial(self._on_reason, bracket.place, reason))
        self._controls.append(reason)
        acts = FlowLayout(6, centred=False)
        for number, (ordinal, said) in enumerate(bracket.alternatives, start=1):
            words = self.parts.words(N_("Keep “{words}”")).format(words=isolated(said))
            acts.addWidget(self._close(bracket.place, number, f"{words} {ordinal}".strip()))
        acts.addWidget(self._close(bracket.place, 0, self.parts.words(N_("Drop it"))))
        title = self.parts.words(N_("Bracket {place}")).format(place=bracket.place)
        layout = column(label(title, "label"), reason, acts, gap=6)
        layout.setContentsMargins(14, 10, 12, 10)
        card.setLayout(layout)
        return card

    def _close(self, place: int, choice: int, words: str) -> KeyButton:
        button = key_button(self.parts, "", "check" if choice else "x", "", f"bracketClose{place}_{choice}")
        button.set_words(words)
        button.clicked.connect(lambda _checked=False: self.write("bracket.close", place=place, choice=choice))
        self._controls.append(button)
        return button

    def _on_reason(self, place: int, box: ChoiceBox, _index: int) -> None:
        if box.currentData():
            self.write("bracket.reason", place=place, reason=box.currentData())

    def _on_open(self) -> None:
        selected = self._text.textCursor().selectedText().strip()
        others = [line.strip() for line in self._others.toPlainText().splitlines() if line.strip()]
        fields = {"point": self.point, "words": selected, "alternatives": others, "reason": self._reason.currentData()}
        self.parts.bridge.write("bracket.open", fields, self._on_opened, self.say_refused)

    def _on_opened(self, _value: object) -> None:
        if shiboken6.isValid(self):
            self._draft.forget()
            self._text.moveCursor(QTextCursor.MoveOperation.Start)

    def stops(self) -> list[QWidget]:
        """Return the brackets' controls, then the form."""
        return [*self._controls, self._text, self._others, self._reason, self._open]
