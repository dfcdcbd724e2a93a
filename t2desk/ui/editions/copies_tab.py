"""Who holds which version of a point: sides that hold another than the others raise the alarm; copies come back."""

from PySide6.QtWidgets import QWidget

from t2desk.domain.errors import DeskError
from t2desk.i18n import N_
from t2desk.services.consent_views import ConsentPage, Copy, TextRow
from t2desk.ui.kit.buttons import KeyButton, Loudness
from t2desk.ui.kit.flow import FlowLayout
from t2desk.ui.kit.lines import Lines
from t2desk.ui.kit.painting import isolated
from t2desk.ui.kit.pieces import column, label, row, rule_line, upright
from t2desk.ui.prepare.pieces import button, told
from t2desk.ui.shell.kept_line import KeptLine
from t2desk.ui.shell.views import ViewParts


class CopiesTab(QWidget):
    """The distribution register of one point: give it to all sides alike, to one, or to somebody by a label."""

    def __init__(self, parts: ViewParts, _session: str) -> None:
        """Begin without a point."""
        super().__init__()
        self.setObjectName("copiesTab")
        self._parts = parts
        self._text: TextRow | None = None
        self._page = ConsentPage()
        words = parts.words
        self._said = label("", "row", "copiesText", wraps=True)
        self._alarm = label("", "warning", "copiesAlarm", wraps=True)
        self._holdings = Lines(parts.surroundings.theme, "copiesHoldings", "body", 8)
        self._all = button(parts, "copiesToAll", N_("Give it to every side"), "users", "", Loudness.LOUD)
        self._all.clicked.connect(lambda _checked=False: self._give([side for side, _ in self._page.sides]))
        self._flow = FlowLayout(8, centred=False)
        self._flow.addWidget(self._all)
        self._sides: dict[str, KeyButton] = {}
        self._label = KeptLine(parts, "copiesLabel", words(N_("Or to a role or body: a ministry, the chair …")))
        self._label.returnPressed.connect(self._on_label)
        self._out = column(gap=4)
        self._rows: list[QWidget] = []
        self._none = label(words(N_("None is out.")), "second", "copiesNone")
        self._refused = label("", "error", "copiesError", wraps=True)
        self._refused.hide()
        inside = QWidget()
        layout = column(
            self._said, self._alarm, self._holdings, self._flow, self._label, self._refused, rule_line(),
            label(words(N_("Copies that are out")), "card-title"), self._none, self._out, 1, gap=12,
        )  # fmt: skip
        layout.setContentsMargins(6, 2, 8, 2)
        inside.setLayout(layout)
        self.setLayout(column(upright(inside, "copiesScroll")))

    def show_page(self, page: ConsentPage, text: TextRow | None) -> None:
        """Show who holds what of the point that is chosen; a note is given to nobody."""
        self._page, self._text = page, text
        words = self._parts.words
        is_point = text is not None and not text.is_note
        self.setEnabled(is_point)
        if text is None or not is_point:
            self._said.setText(words(N_("Copies are of points; a note is given to nobody.")))
            text = None
        else:
            self._said.setText(text.text)
        alarm = words(N_("Not every side holds the same version. Give each the current one, or take all back."))
        self._alarm.setText(alarm if text is not None and text.is_unequal else "")
        self._alarm.setVisible(bool(self._alarm.text()))
        held = words(N_("{side} holds version {number}"))
        none = words(N_("{side} holds nothing"))
        lines = [
            (str(one.number or "–"), (held if one.number else none).format(side=isolated(one.name), number=one.number))
            for one in (text.holdings if text is not None else ())
        ]
        self._holdings.show_lines(lines)
        self._show_sides(page)
        for shown in self._rows:
            shown.hide()
            shown.deleteLater()
        self._rows = [self._copy_row(one) for one in (text.copies if text is not None else ())]
        self._none.setVisible(not self._rows)
        for shown in self._rows:
            self._out.addWidget(shown)

    def _show_sides(self, page: ConsentPage) -> None:
        for side, name in page.sides:
            if side not in self._sides:
                made = button(self._parts, f"copiesTo-{side}", N_("To {side}"), "", "", Loudness.EDGED)
                made.clicked.connect(lambda _checked=False, one=side: self._give([one]))
                self._flow.addWidget(made)
                self._sides[side] = made
            self._sides[side].set_words(self._parts.words(N_("To {side}")).format(side=isolated(name)))

    def _copy_row(self, one: Copy) -> QWidget:
        words, made = self._parts.words, QWidget()
        said = words(N_("Copy {copy}: version {number}, {holder}"))
        back = button(self._parts, f"copyBack-{one.key}", N_("Came back"), "undo-2", "", Loudness.EDGED)
        back.clicked.connect(lambda _checked=False: self._write("copy.return", {"handout": one.key}))
        text = said.format(copy=one.copy, number=one.number, holder=isolated(one.holder))
        layout = row(label(text, "body", wraps=True), back)
        layout.setStretch(0, 1)
        made.setLayout(layout)
        return made

    def _give(self, sides: list[str]) -> None:
        if self._text is not None and not self._text.is_note:
            self._write("copy.give", {"point": self._text.point, "parties": sides})

    def _on_label(self) -> None:
        if self._text is not None and not self._text.is_note and self._label.text().strip():
            fields = {"point": self._text.point, "recipients": [self._label.text()]}
            self._parts.bridge.write("copy.give", fields, self._on_labelled, self._on_refused)

    def _on_labelled(self, _done: object) -> None:
        self._refused.hide()
        self._label.clear_draft()

    def _write(self, operation: str, fields: dict[str, object]) -> None:
        self._refused.hide()
        self._parts.bridge.write(operation, fields, refused=self._on_refused)

    def _on_refused(self, refusal: DeskError) -> None:
        self._refused.setText(told(self._parts, refusal))
        self._refused.show()
