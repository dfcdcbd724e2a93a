"""The settings view: the form, and beside it what t2desk is and what it does not protect from."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QWidget

from t2desk.domain.settings import Settings
from t2desk.i18n import N_
from t2desk.ui.kit.buttons import KeyButton, Loudness
from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.kit.pieces import Card, column, label, row
from t2desk.ui.settings.about import about_card, limits_card
from t2desk.ui.settings.form import SettingsForm
from t2desk.ui.shell.views import ViewParts

_WIDEST = 1320
_TWO_COLUMNS = 1200


def build(parts: ViewParts) -> QWidget:
    """Return the view."""
    return SettingsView(parts.surroundings)


class SettingsView(QScrollArea):
    """Two columns where there is room, else one under the other."""

    def __init__(self, surroundings: Surroundings) -> None:
        """Show the settings in force."""
        super().__init__()
        self.setObjectName("settingsView")
        self.setAccessibleName(surroundings.words(N_("Settings")))
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._surroundings = surroundings
        self._book = surroundings.settings
        words = surroundings.words
        self._problem = label(words(self._book.problem), "error", "settingsProblem", wraps=True)
        self._form = SettingsForm(surroundings)
        self._form.show_settings(self._book.settings)
        self._form.changed.connect(self._on_changed)
        card = Card(surroundings.theme, words(N_("The window on this laptop")), "settingsCard")
        card.body.setSpacing(16)
        card.body.setContentsMargins(0, 8, 0, 0)
        card.body.addWidget(self._problem)
        card.body.addWidget(self._form)
        card.body.addLayout(row(self._build_back(), 1))
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(surroundings.theme.look.sizes.gutter)
        self._columns.addLayout(column(card, 1), 6)
        self._columns.addLayout(column(limits_card(surroundings), about_card(surroundings), 1, gap=16), 5)
        self._build_page()
        if not self._book.problem:
            self._problem.hide()

    def _build_back(self) -> KeyButton:
        look = self._surroundings
        made = KeyButton(look.theme, look.icons, look.words(N_("Back to defaults")), "undo-2", loudness=Loudness.EDGED)
        made.setObjectName("settingsDefaults")
        made.setAutoDefault(True)
        made.clicked.connect(self._on_defaults)
        return made

    def _build_page(self) -> None:
        words = self._surroundings.words
        page = QWidget()
        page.setMaximumWidth(_WIDEST * self._surroundings.theme.percent // 100)
        page.setLayout(
            column(
                label(words(N_("Settings")), "display", "settingsTitle"),
                label(words(N_("They belong to this laptop, not to a dossier.")), "second"),
                self._columns, 1, gap=12,
            )
        )  # fmt: skip
        inside = QWidget()
        layout = row(page)
        layout.setContentsMargins(24, 20, 24, 24)
        inside.setLayout(layout)
        self.setWidget(inside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns under each other where they would be too narrow to read."""
        super().resizeEvent(event)
        fits = self.width() >= _TWO_COLUMNS * self._surroundings.theme.percent // 100
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)

    def _on_changed(self, name: str, value: object) -> None:
        self._put(self._book.settings.with_field(name, value))

    def _on_defaults(self) -> None:
        self._put(Settings())
        self._form.show_settings(self._book.settings)

    def _put(self, settings: Settings) -> None:
        refusal = self._book.change(settings)
        said = ""
        if refusal is not None:
            said = self._surroundings.phrases.told(refusal.sentence, refusal.details)
        self._problem.setText(said)
        self._problem.setVisible(bool(said))
