"""Consent to one text: for which edition, on which day and how, never whose; withdrawn, where it left already."""

from PySide6.QtWidgets import QWidget

from t2desk.domain.editions import EDITIONS
from t2desk.domain.errors import DeskError
from t2desk.domain.rules import PRESETS
from t2desk.i18n import N_
from t2desk.services.consent_views import ConsentPage, TextRow
from t2desk.services.edition_views import edition_title
from t2desk.ui.editions.consent_words import named_edition
from t2desk.ui.kit.buttons import KeyButton, Loudness
from t2desk.ui.kit.flow import FlowLayout
from t2desk.ui.kit.lines import Lines
from t2desk.ui.kit.painting import isolated
from t2desk.ui.kit.pieces import column, label, row, rule_line, upright
from t2desk.ui.prepare.pieces import Choice, button, told
from t2desk.ui.shell.kept_line import KeptLine
from t2desk.ui.shell.views import ViewParts


class ConsentTab(QWidget):
    """What was agreed about the text that is chosen, what more can be, and a stricter rule for it alone."""

    def __init__(self, parts: ViewParts, _session: str) -> None:
        """Begin without a text."""
        super().__init__()
        self.setObjectName("consentTab")
        self._parts = parts
        self._text: TextRow | None = None
        words = parts.words
        self._said = label("", "row", "consentText", wraps=True)
        self._lines = Lines(parts.surroundings.theme, "consentLines", "body", 8)
        self._left = label("", "warning", "consentLeft", wraps=True)
        self._refused = label("", "error", "consentError", wraps=True)
        editions = tuple((name, words(edition_title(name))) for name in EDITIONS)
        self._edition = Choice(parts, words(N_("Edition")), "consentEdition", editions, lambda _edition: None)
        self._how = KeptLine(parts, "consentHow", words(N_("How they agreed: at the table, by letter …")))
        self._how.returnPressed.connect(self._on_given)
        acts = FlowLayout(8, centred=False)
        for made in (
            self._act("consentGive", N_("Note the consent"), "check", self._on_given),
            self._act("consentWithdraw", N_("Withdraw it from this edition"), "x", self._on_withdrawn),
            self._act("consentWithdrawAll", N_("Withdraw it from every edition"), "ban", self._on_withdrawn_from_all),
        ):  # fmt: skip
            acts.addWidget(made)
        presets = tuple((one.name, words(one.title)) for one in PRESETS.values())
        self._preset = Choice(parts, words(N_("A stricter rule for this text alone")), "consentPreset", presets,
                              lambda _preset: None)  # fmt: skip
        self._tighten = self._act("consentTighten", N_("Put it under this rule"), "scale", self._on_tightened)
        self._stricter = label("", "meta", "consentStricter", wraps=True)
        inside = QWidget()
        layout = column(
            self._said, self._lines, self._left, rule_line(), self._edition, self._how, acts, self._refused,
            rule_line(), self._preset, row(self._tighten, 1), self._stricter, 1, gap=12,
        )  # fmt: skip
        layout.setContentsMargins(6, 2, 8, 2)
        inside.setLayout(layout)
        self.setLayout(column(upright(inside, "consentScroll")))

    def _act(self, name: str, words: str, icon: str, act: object) -> KeyButton:
        made = button(self._parts, name, words, icon, "", Loudness.EDGED)
        made.clicked.connect(lambda _checked=False: act())  # type: ignore[operator]
        return made

    def show_page(self, page: ConsentPage, text: TextRow | None) -> None:
        """Show what was agreed about a text."""
        if text is None or self._text is None or text.key != self._text.key:
            self._refused.hide()
        self._text = text
        self.setEnabled(text is not None)
        if text is None:
            return
        words = self._parts.words
        self._said.setText(text.text)
        nothing = words(N_("Nothing was agreed about this text yet: what its rule and its round say holds."))
        self._lines.show_lines([("×" if one.withdrawn else "✓", self._line(one)) for one in text.consents], nothing)
        where = [f"{number} ({words(edition_title(edition))})" for number, edition in text.releases]
        left = words(N_("It left already in: {releases}. Nobody can call that back; tell whoever holds them."))
        said = self._parts.surroundings.phrases.listed(*(isolated(one) for one in where))
        self._left.setText(left.format(releases=said) if where else "")
        self._left.setVisible(bool(where) and any(one.withdrawn for one in text.consents))
        named = self._parts.surroundings.phrases.listed(*(words(PRESETS[name].title) for name in text.stricter))
        self._stricter.setText(words(N_("It stands under: {rules}")).format(rules=named) if named else "")
        self._stricter.setVisible(bool(named))
        for part in (self._preset, self._tighten):
            part.setVisible(page.can_tighten)

    def _line(self, one: object) -> str:
        words = self._parts.words
        edition, day, how = (getattr(one, name) for name in ("edition", "day", "how"))
        withdrawn = words(N_("withdrawn")) if getattr(one, "withdrawn", False) else ""
        where = words(named_edition(edition))
        return " · ".join(part for part in (where, withdrawn, isolated(day), isolated(how) if how else "") if part)

    def _fields(self) -> dict[str, object]:
        text = self._text
        return {} if text is None else {("note" if text.is_note else "wording"): text.key}

    def _on_given(self) -> None:
        fields = {**self._fields(), "edition": self._edition.box.currentData(), "how": self._how.text()}
        self._write("consent.give", fields)

    def _on_withdrawn(self) -> None:
        fields = {**self._fields(), "edition": self._edition.box.currentData(), "how": self._how.text()}
        self._write("consent.withdraw", fields)

    def _on_withdrawn_from_all(self) -> None:
        self._write("consent.withdraw", {**self._fields(), "how": self._how.text()})

    def _on_tightened(self) -> None:
        text = self._text
        if text is not None:
            what = {"note": text.key} if text.is_note else {"point": text.point}
            name = "note.tighten" if text.is_note else "point.tighten"
            self._write(name, {**what, "preset": self._preset.box.currentData()})

    def _write(self, operation: str, fields: dict[str, object]) -> None:
        if self._text is not None:
            self._parts.bridge.write(operation, fields, self._on_done, self._on_refused)

    def _on_done(self, _done: object) -> None:
        self._refused.hide()
        self._how.clear_draft()

    def _on_refused(self, refusal: DeskError) -> None:
        self._refused.setText(told(self._parts, refusal))
        self._refused.show()
