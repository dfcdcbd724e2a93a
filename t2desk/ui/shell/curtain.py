"""The curtain: what stands before the window while its private pages are deleted; a neutral clock, and how to go on."""

from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from t2desk.i18n import N_
from t2desk.ui.kit.buttons import KeyButton, Loudness
from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.kit.fonts import figure_font
from t2desk.ui.kit.pieces import column, label, row
from t2desk.ui.shell.commands import key_of


class Curtain(QWidget):
    """A clock and a button; it knows nothing of any dossier."""

    def __init__(self, surroundings: Surroundings) -> None:
        """Show the time of day."""
        super().__init__()
        self.setObjectName("curtain")
        self.setProperty("role", "ground")
        self._clock = label("", "display", "curtainClock")
        self._clock.setFont(figure_font(surroundings.theme.look.sizes.text_timer_compact))
        self._clock.setStyleSheet(f"font-size: {surroundings.theme.look.sizes.text_timer_compact}px;")
        self._clock.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.button = KeyButton(
            surroundings.theme, surroundings.icons, surroundings.words(N_("Draw the curtain back")), "eye",
            key_of("desk.curtain"), Loudness.EDGED, live=True,
        )  # fmt: skip
        self.button.setObjectName("curtainBack")
        said = label(surroundings.words(N_("The desk is covered. Clocks go on.")), "second")
        said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setLayout(column(2, self._clock, said, row(1, self.button, 1), 3, gap=24))
        timer = QTimer(self)
        timer.timeout.connect(self._on_tick)
        timer.start(1000)
        self._on_tick()

    def _on_tick(self) -> None:
        now = datetime.now().astimezone()
        self._clock.setText(f"{now.hour:02d}:{now.minute:02d}")


def drop_tool_tip() -> None:
    """Take a tool tip away now: it is a window of its own, outlives the page for a while, and may say a name."""
    for window in QApplication.topLevelWidgets():
        if window.inherits("QTipLabel"):
            window.hide()
            window.deleteLater()
