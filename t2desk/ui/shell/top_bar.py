"""The top bar: where we are, which view, how things stand (rule, saved), and the keys to cover or lock."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QSizePolicy

from t2desk.i18n import N_
from t2desk.ui.kit.buttons import KeyButton, key_words, one_of
from t2desk.ui.kit.elided import ElidedLabel
from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.kit.fonts import text_font
from t2desk.ui.kit.painting import MirroredPainter
from t2desk.ui.kit.pieces import row
from t2desk.ui.shell.commands import icon_of, key_of
from t2desk.ui.shell.views import ViewKind

if TYPE_CHECKING:  # loaded behind the door, with the first dossier
    from t2desk.services.standing import Standing

# Pixels at 100 % text: what the title keeps before words of others are left out, and where the bar gets flatter.
_TITLE, _SMALL, _GAP = 150, 900, 6


class Chip(QLabel):
    """A short state in a rounded box; its words are its accessible text, its tone never stands alone."""

    def __init__(self, surroundings: Surroundings, name: str, icon: str = "") -> None:
        """Begin without words, and hidden; an icon stands before the words, and is never all there is."""
        super().__init__()
        self._icon = icon
        self.setObjectName(name)
        self._surroundings = surroundings
        self._tone = "plain"
        self._short, self._is_short = "", False
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_state(self, words: str, tone: str = "plain", short: str = "") -> None:
        """Show words in a tone (plain, soft, warn, over), `short` where the room is; no words hide the chip."""
        if (words, tone, short) == (self.text(), self._tone, self._short):
            return
        self._tone, self._short = tone, short
        self.setText(words)
        self.setVisible(bool(words))
        self._changed()

    def be_short(self, is_short: bool) -> None:
        """Show the short words, if there are any; the whole ones are spoken, and stand in the tool tip."""
        if is_short != self._is_short:
            self._is_short = is_short
            self._changed()

    def _changed(self) -> None:
        self._tell_whole()
        self.updateGeometry()
        self.update()

    def _shown(self) -> str:
        return self._short if self._is_short and self._short else self.text()

    def _wide(self, words: str) -> int:
        return (
            QFontMetrics(text_font(self._surroundings.theme.look.sizes.text_label)).horizontalAdvance(words)
            + 28
            + self._lead()
        )

    def _lead(self) -> int:
        return self._surroundings.theme.look.sizes.text_label + 6 if self._icon else 0

    def _tell_whole(self) -> None:
        cut = self._shown() != self.text() or self._wide(self.text()) > self.width()
        self.setToolTip(self.text() if cut else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say all words in a tool tip where they do not fit."""
        super().resizeEvent(event)
        self._tell_whole()

    def sizeHint(self) -> QSize:
        """Return the room for the words."""
        return QSize(self._wide(self._shown()), self._surroundings.theme.look.sizes.chip)

    def minimumSizeHint(self) -> QSize:
        """Return the room for the beginning of the words; what warns is never cut."""
        whole = self.sizeHint()
        few = whole.width() if self._tone in {"warn", "over"} else min(whole.width(), self._wide("n" * 5))
        return QSize(few, whole.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box and the words."""
        del event
        tokens, sizes = self._surroundings.theme.look.tokens, self._surroundings.theme.look.sizes
        looks = {
            "plain": (tokens.surface, tokens.line, tokens.ink_second),
            "soft": (tokens.soft, None, tokens.soft_ink),
            "warn": (tokens.warn_soft, None, tokens.warn),
            "over": (tokens.over_soft, None, tokens.over),
        }
        fill, edge, ink = looks[self._tone]
        painter = QPainter(self)
        mirrored = MirroredPainter(painter, self.rect(), self.layoutDirection())
        mirrored.round_box(self.rect(), self.height() / 2, fill, edge)
        inner = QRect(0, 0, self.width(), self.height())
        if self._icon:
            side = sizes.text_label
            place = mirrored.place(QRect(12, (self.height() - side) // 2, side, side))
            self._surroundings.icons.paint(painter, self._icon, place.toRectF(), ink)
        mirrored.text(
            inner.adjusted(10 + self._lead(), 0, -10, 0),
            self._shown(),
            text_font(sizes.text_label),
            ink,
            Qt.AlignmentFlag.AlignHCenter,
        )
        painter.end()


class TopBar(QFrame):
    """Title, views, chips, and the three keys that are always there."""

    def __init__(self, surroundings: Surroundings, kinds: tuple[ViewKind, ...], give: Callable[[str], None]) -> None:
        """Lay out for these views; `give` gives a command by id."""
        super().__init__()
        self._surroundings = surroundings
        self.setObjectName("topBar")
        self.setProperty("role", "topbar")
        self.title = ElidedLabel("title", "seriesTitle", greedy=True)
        self.session = Chip(surroundings, "sessionChip", "circle-dot")
        self.rule = Chip(surroundings, "ruleChip", "scale")
        self.saved = Chip(surroundings, "savedChip", "shield-check")
        self.room = Chip(surroundings, "roomChip", "presentation")
        self.privacy = Chip(surroundings, "privacyChip", "triangle-alert")
        self._views = QButtonGroup(self)
        self._view_words = {kind.name: surroundings.words(kind.words) for kind in kinds}
        self._buttons = {kind.name: self._view_button(surroundings, kind, give) for kind in kinds}
        one_of(self._views)
        icons = (
            ("desk.palette", N_("Commands"), "command"),
            ("desk.curtain", N_("Curtain"), "eye-off"),
            ("desk.lock", N_("Lock"), "lock"),
        )
        always = [self._always(surroundings, give, *one) for one in icons]
        self._always_words = [(button, button.text()) for button in always]
        self._icons = {kind.name: icon_of(kind.command) for kind in kinds}
        self._chips = (self.privacy, self.room, self.session, self.rule, self.saved)
        self._row = row(*self._buttons.values(), self.title, *self._chips, *always, gap=_GAP)
        self._row.setStretch(len(self._buttons), 1)
        self._row.insertSpacing(len(self._buttons), _GAP)
        self.setLayout(self._row)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit into the width."""
        super().resizeEvent(event)
        self._fit()

    def show_rule(self, now: "Standing") -> None:
        """Show which rule holds now: of several the strictest decides, so that those beside it are named too."""
        words, phrases = self._surroundings.words, self._surroundings.phrases
        if now.off_record:
            whole, short = N_("Off the record: nothing is taken in"), N_("Off the record")
            self.rule.show_state(words(whole), "over", words(short))
        elif now.stricter:
            beside = phrases.listed(*(words(title) for title in now.stricter))
            said = words(N_("{rule}, here also {stricter}")).format(rule=words(now.rule), stricter=beside)
            self.rule.show_state(said, "soft", beside)
        else:
            self.rule.show_state(words(now.rule) if now.rule else "", "plain")

    def show_states(self) -> None:
        """Fit again, after chips have changed their words."""
        self._fit()

    def _fit(self) -> None:
        """Leave out more and more until the rest fits: words of the keys, of the chips, then of the other views."""
        percent = self._surroundings.theme.percent
        small = self.width() < _SMALL * percent // 100
        self._row.setContentsMargins(8 if small else 16, 4 if small else 10, 8 if small else 12, 4 if small else 10)
        for step in range(4):
            self._show_at(step)
            titled = _TITLE * percent // 100 if step < 3 else 0
            if self._wanted() + titled <= self.width():
                return

    def _show_at(self, step: int) -> None:
        for button, words in self._always_words:
            button.set_words(words if step == 0 else "")
            button.show_key(step == 0)
        for chip in self._chips:
            chip.be_short(step > 1)
        for name, button in self._buttons.items():
            words = self._view_words[name]
            iconic = step > 2 and not button.isChecked()
            button.set_words(words, self._icons[name] if iconic else "")
            button.be_icon(iconic)

    def _wanted(self) -> int:
        parts: list[QLabel | KeyButton] = [*self._buttons.values(), *(button for button, _ in self._always_words)]
        parts += [chip for chip in self._chips if not chip.isHidden()]
        margins = self._row.contentsMargins()
        return sum(part.sizeHint().width() + _GAP for part in parts) + margins.left() + margins.right() + _GAP

    def show_view(self, name: str) -> None:
        """Mark a view as the one shown."""
        self._buttons[name].setChecked(True)
        self._fit()

    def _view_button(self, surroundings: Surroundings, kind: ViewKind, give: Callable[[str], None]) -> KeyButton:
        button = KeyButton(surroundings.theme, surroundings.icons, surroundings.words(kind.words))
        button.setObjectName(f"view-{kind.name}")
        button.setCheckable(True)
        button.clicked.connect(lambda _checked=False: give(kind.command))
        self._views.addButton(button)
        return button

    def _always(
        self, surroundings: Surroundings, give: Callable[[str], None], command: str, words: str, icon: str
    ) -> KeyButton:
        key = key_of(command)
        button = KeyButton(surroundings.theme, surroundings.icons, surroundings.words(words), icon, key)
        button.setObjectName(command.replace(".", "-"))
        button.setAccessibleName(surroundings.words(words))
        button.setToolTip(f"{surroundings.words(words)} ({key_words(key)})")
        button.clicked.connect(lambda _checked=False: give(command))
        return button
