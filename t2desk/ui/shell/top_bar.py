"""The top bar: where we are, which view, how things stand (rule, saved), and the keys to cover or lock."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QSizePolicy

from t2desk.i18n import N_
from t2desk.ui.kit.buttons import KeyButton
from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.kit.fonts import text_font
from t2desk.ui.kit.painting import MirroredPainter
from t2desk.ui.kit.pieces import label, row
from t2desk.ui.shell.views import ViewKind


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


class TopBar(QFrame):
    """Title, views, chips, and the three keys that are always there."""

    def __init__(self, surroundings: Surroundings, kinds: tuple[ViewKind, ...], give: Callable[[str], None]) -> None:
        """Lay out for these views; `give` gives a command by id."""
        super().__init__()
        self.setObjectName("topBar")
        self.setProperty("role", "topbar")
        self.title = label("", "title", "seriesTitle")
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.session = Chip(surroundings, "sessionChip")
        self.rule = Chip(surroundings, "ruleChip")
        self.saved = Chip(surroundings, "savedChip")
        self._views = QButtonGroup(self)
        self._buttons = {kind.name: self._view_button(surroundings, kind, give) for kind in kinds}
        icons = (
            ("desk.palette", N_("Commands"), "command", "Ctrl+K"),
            ("desk.curtain", N_("Curtain"), "eye-off", "F12"),
        )
        always = [self._always(surroundings, give, *one) for one in icons]
        layout = row(*self._buttons.values(), self.title, self.session, self.rule, self.saved, *always, gap=6)
        layout.setStretch(len(self._buttons), 1)
        layout.setContentsMargins(16, 10, 12, 10)
        self.setLayout(layout)

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
        button.clicked.connect(lambda _checked=False: give(command))
        return button
