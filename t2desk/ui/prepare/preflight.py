"""The check before a session: the machine and the dossier, a line each, with a word and how to mend it."""

from collections.abc import Sequence
from itertools import combinations

from PySide6.QtCore import QRect, QRectF, Signal
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QWidget

from t2desk.domain.changes import Changes
from t2desk.domain.checks import Check, Verdict
from t2desk.domain.errors import DeskError
from t2desk.domain.ports import Work
from t2desk.i18n import N_
from t2desk.services.preflight import check_dossier, check_recovery
from t2desk.ui.kit.buttons import Loudness
from t2desk.ui.kit.fonts import text_font
from t2desk.ui.kit.leading import lead_focus
from t2desk.ui.kit.lists import ValueListView
from t2desk.ui.kit.painting import MirroredPainter, lines_of
from t2desk.ui.kit.pieces import column
from t2desk.ui.kit.values import ValueListModel
from t2desk.ui.prepare.pieces import button, heading, padded
from t2desk.ui.shell.views import ViewParts

_NAMES = {
    "swap": N_("Swap"), "disk": N_("Disk space"), "screens": N_("Screens"), "power": N_("Power"), "clock": N_("Clock"),
    "network": N_("Network"), "notifications": N_("Notifications"),
}  # fmt: skip
_WORDS = {Verdict.FINE: N_("Fine"), Verdict.LOOK: N_("Look at it"), Verdict.MEND: N_("Mend")}
_ICONS = {Verdict.FINE: "check", Verdict.LOOK: "eye", Verdict.MEND: "triangle-alert"}
_ORDER = (Verdict.MEND, Verdict.LOOK, Verdict.FINE)


def check_screens() -> Check:
    """Return what the window system says of the screens, which is more than the machine can."""
    return judge_screens([screen.geometry() for screen in QGuiApplication.screens()])


def judge_screens(places: Sequence[QRect]) -> Check:
    """Return what the places of the screens on the desktop say; where two overlap, both show the same there."""
    if any(one.intersects(other) for one, other in combinations(places, 2)):
        sentence = N_("Two screens show the same: the room would see this desk. Extend the screen instead.")
        return Check("screens", Verdict.MEND, sentence)
    if len(places) == 1:
        sentence = N_("One screen: a projector that is on already shows the room this desk. Extend the screen to it.")
        return Check("screens", Verdict.LOOK, sentence)
    sentence = N_("{count} screens, each with its own picture.")
    return Check("screens", Verdict.FINE, sentence, {"count": len(places)})


def check_notifications() -> Check:
    """Return what nobody can ask the system, so that somebody looks."""
    sentence = N_("t2desk sends none; those of other programs it cannot see. Switch on “Do not disturb”.")
    return Check("notifications", Verdict.LOOK, sentence)


class PreflightPanel(QWidget):
    """What to mend first, then what to look at, then what is fine."""

    checked = Signal(str)

    def __init__(self, parts: ViewParts) -> None:
        """Begin unchecked; `check` looks."""
        super().__init__()
        self.setObjectName("preflightPanel")
        self._parts = parts
        self._model: ValueListModel[Check] = ValueListModel(lambda check: check.what, self._spoken)
        theme = parts.surroundings.theme
        self._list = ValueListView(theme, self._model, self._paint, self._height)
        self._list.setResizeMode(ValueListView.ResizeMode.Adjust)
        self._list.setObjectName("preflightList")
        self._list.setAccessibleName(parts.words(N_("Pre-flight check")))
        again = button(parts, "preflightAgain", N_("Check again"), "refresh-cw", "", Loudness.EDGED)
        again.clicked.connect(self.check)
        self._figures, head = heading(parts, N_("Pre-flight check"), again)
        inside = QWidget()
        layout = column(head, self._list, gap=12)
        layout.setStretch(1, 1)
        inside.setLayout(layout)
        self.setLayout(column(padded(inside)))
        lead_focus(self, self._list)
        parts.bridge.changed.connect(self._on_changed)

    def check(self) -> None:
        """Look at everything, on the dossier's thread."""
        dossier, desk = self._parts.dossier, self._parts.desk

        def everything() -> tuple[Check, ...]:
            def question(work: Work) -> tuple[Check, ...]:
                return check_dossier(work)

            return (*desk.read(question), check_recovery(dossier.keys.recovery_is_confirmed()), *dossier.examine())

        self._parts.bridge.run(self, everything, self._show, self._on_refused)

    def _show(self, found: tuple[Check, ...]) -> None:
        seen = [check_screens(), check_notifications()]
        checks = [one for one in found if one.what not in {check.what for check in seen}] + seen
        self._list.set_values(sorted(checks, key=lambda check: _ORDER.index(check.verdict)))
        if not self._list.currentIndex().isValid():
            self._list.setCurrentIndex(self._model.index(0))
        words = self._summary(checks)
        self._figures.setText(words)
        self.checked.emit(words)

    def _summary(self, checks: list[Check]) -> str:
        words = self._parts.words
        mend = sum(check.verdict is Verdict.MEND for check in checks)
        look = sum(check.verdict is Verdict.LOOK for check in checks)
        said = [words(N_("{count} to mend")).format(count=mend)] if mend else []
        said += [words(N_("{count} to look at")).format(count=look)] if look else []
        return self._parts.surroundings.phrases.listed(*said) or words(N_("all fine"))

    def _on_refused(self, problem: DeskError) -> None:
        self._parts.say(self._parts.surroundings.phrases.told(problem.sentence, problem.details), "warn")

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("people", "parties", "sessions", "agenda_items"):
            self.check()

    def _sentence(self, check: Check) -> str:
        details = {name: self._parts.words(one) if isinstance(one, str) else one for name, one in check.details.items()}
        return self._parts.words(check.sentence).format(**details)

    def _name(self, check: Check) -> str:
        return self._parts.words(_NAMES.get(check.what, check.what))

    def _spoken(self, check: Check) -> str:
        return f"{self._name(check)}: {self._parts.words(_WORDS[check.verdict])}. {self._sentence(check)}"

    def _height(self, check: Check) -> int:
        sizes = self._parts.surroundings.theme.look.sizes
        lines = self._lines(self._sentence(check), self._list.viewport().width() - self._left() - 12)
        return sizes.row + (lines - 1) * round(sizes.text_body * 1.4)

    def _left(self) -> int:
        return 12 + self._chip_width() + 20

    def _chip_width(self) -> int:
        # As wide as the longest verdict of this language, with the same room after the word as before the icon.
        size = self._parts.surroundings.theme.look.sizes.text_label
        metrics = QFontMetrics(text_font(size, QFont.Weight.DemiBold))
        return max(metrics.horizontalAdvance(self._parts.words(word)) for word in _WORDS.values()) + size + 2 + 34

    def _lines(self, words: str, width: int) -> int:
        return lines_of(words, text_font(self._parts.surroundings.theme.look.sizes.text_label), width)

    def _paint(self, painter: MirroredPainter, box: QRect, check: Check, _selected: bool) -> None:
        around = self._parts.surroundings
        tokens, sizes = around.theme.look.tokens, around.theme.look.sizes
        colours = {
            Verdict.FINE: (tokens.soft, tokens.soft_ink), Verdict.LOOK: (tokens.warn_soft, tokens.warn),
            Verdict.MEND: (tokens.over_soft, tokens.over),
        }  # fmt: skip
        fill, ink = colours[check.verdict]
        wide = self._chip_width()
        chip = QRect(box.left() + 12, box.center().y() - sizes.chip // 2, wide, sizes.chip)
        painter.round_box(chip, sizes.chip / 2, fill)
        icon = sizes.text_label + 2
        where = painter.place(QRect(chip.left() + 12, box.center().y() - icon // 2, icon, icon))
        around.icons.paint(painter.painter, _ICONS[check.verdict], QRectF(where), ink)
        word = QRect(chip.left() + 18 + icon, chip.top(), wide - icon - 28, chip.height())
        painter.text(word, around.words(_WORDS[check.verdict]), text_font(sizes.text_label, QFont.Weight.DemiBold), ink)
        left = box.left() + self._left()
        line, width = round(sizes.text_body * 1.4), box.right() - left - 12
        sentence = self._sentence(check)
        lines = self._lines(sentence, width)
        top = box.center().y() - line * (lines + 1) // 2
        bold = text_font(sizes.text_body, QFont.Weight.DemiBold)
        painter.text(QRect(left, top, width, line), self._name(check), bold, tokens.ink)
        said = QRect(left, top + line, width, box.bottom() - top - line)
        if lines == 1:
            said.setHeight(line)
        painter.text(said, sentence, text_font(sizes.text_label), tokens.ink_second, lines=lines)
