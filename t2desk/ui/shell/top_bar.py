"""The top bar: where we are, which view, how things stand (rule, saved), and the keys to cover or lock."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QSizePolicy

from t2desk.i18n import N_
from t2desk.ui.kit.buttons import KeyButton, one_of
from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.kit.fonts import text_font
from t2desk.ui.kit.painting import MirroredPainter
from t2desk.ui.kit.pieces import row
from t2desk.ui.shell.views import ViewKind

# From this width (at 100 % text) there is room for the words of all buttons.
_ROOMY = 1300


class Chip(QLabel):
    """A short state in a rounded box; its words are its accessible text, its tone never stands alone."""

    def __init__(self, surroundings: Surroundings, name: str) -> None:
        """Begin without words, and hidden."""
        super().__init__()
        self.setObjectName(name)
        self._surroundings = surroundings
        self._tone = "plain"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_state(self, words: str, tone: str = "plain") -> None:
        """Show words in a tone (plain, soft, warn, over); no words hide the chip."""
        if words == self.text() and tone == self._tone:
            return
        self._tone = tone
        self.setText(words)
        self.setVisible(bool(words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for the words."""
        sizes = self._surroundings.theme.look.sizes
        width = QFontMetrics(text_font(sizes.text_label)).horizontalAdvance(self.text())
        return QSize(width + 28, sizes.chip)

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
        mirrored.text(inner, self.text(), text_font(sizes.text_label), ink, Qt.AlignmentFlag.AlignHCenter)
        painter.end()


class ElidedTitle(QLabel):
    """The series' title, as much of it as there is room for; all of it to whoever has it read aloud."""

    def __init__(self, surroundings: Surroundings) -> None:
        """Begin without words."""
        super().__init__()
        self._surroundings = surroundings
        self.setObjectName("seriesTitle")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, with an ellipsis where they end early."""
        del event
        tokens, sizes = self._surroundings.theme.look.tokens, self._surroundings.theme.look.sizes
        painter = QPainter(self)
        mirrored = MirroredPainter(painter, self.rect(), self.layoutDirection())
        font = text_font(sizes.text_title, QFont.Weight.DemiBold)
        mirrored.text(self.rect().adjusted(8, 0, -8, 0), self.text(), font, tokens.ink)
        painter.end()


class TopBar(QFrame):
    """Title, views, chips, and the three keys that are always there."""

    def __init__(self, surroundings: Surroundings, kinds: tuple[ViewKind, ...], give: Callable[[str], None]) -> None:
        """Lay out for these views; `give` gives a command by id."""
        super().__init__()
        self._surroundings = surroundings
        self.setObjectName("topBar")
        self.setProperty("role", "topbar")
        self.title = ElidedTitle(surroundings)
        self.session = Chip(surroundings, "sessionChip")
        self.rule = Chip(surroundings, "ruleChip")
        self.saved = Chip(surroundings, "savedChip")
        self._views = QButtonGroup(self)
        self._buttons = {kind.name: self._view_button(surroundings, kind, give) for kind in kinds}
        one_of(self._views)
        icons = (
            ("desk.palette", N_("Commands"), "command", "Ctrl+K"),
            ("desk.curtain", N_("Curtain"), "eye-off", "F12"),
            ("desk.lock", N_("Lock"), "lock", "Ctrl+L"),
        )
        always = [self._always(surroundings, give, *one) for one in icons]
        self._always_words = [(button, button.text()) for button in always]
        layout = row(*self._buttons.values(), self.title, self.session, self.rule, self.saved, *always, gap=6)
        layout.setStretch(len(self._buttons), 1)
        layout.setContentsMargins(16, 10, 12, 10)
        self.setLayout(layout)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the three that are always there are their icons alone."""
        super().resizeEvent(event)
        roomy = self.width() >= _ROOMY * self._surroundings.theme.percent // 100
        for button, words in self._always_words:
            button.set_words(words if roomy else "")
            button.show_key(roomy)

    def show_view(self, name: str) -> None:
        """Mark a view as the one shown."""
        self._buttons[name].setChecked(True)

    def _view_button(self, surroundings: Surroundings, kind: ViewKind, give: Callable[[str], None]) -> KeyButton:
        button = KeyButton(surroundings.theme, surroundings.icons, surroundings.words(kind.words))
        button.setObjectName(f"view-{kind.name}")
        button.setCheckable(True)
        button.clicked.connect(lambda _checked=False: give(kind.command))
        self._views.addButton(button)
        return button

    def _always(
        self, surroundings: Surroundings, give: Callable[[str], None], command: str, words: str, icon: str, key: str
    ) -> KeyButton:
        button = KeyButton(surroundings.theme, surroundings.icons, surroundings.words(words), icon, key)
        button.setObjectName(command.replace(".", "-"))
        button.setAccessibleName(surroundings.words(words))
        button.setToolTip(f"{surroundings.words(words)} ({key})")
        button.clicked.connect(lambda _checked=False: give(command))
        return button
