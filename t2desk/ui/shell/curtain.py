"""The curtain: what stands before the window while its private pages are deleted; a neutral clock, and how to go on."""

from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from t2desk.i18n import N_
from t2desk.ui.kit.buttons import KeyButton, Loudness
from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.kit.fonts import figure_font
from t2desk.ui.kit.pieces import column, label, row
from t2desk.ui.shell.commands import key_of

_WHY = 520  # pixels at a text size of 100 %


class Curtain(QWidget):
    """A clock, why it fell, and a button; it knows nothing of any dossier."""

    def __init__(self, surroundings: Surroundings, why: str = "") -> None:
        """Show the time of day, and a sentence in the window's language where it fell by itself."""
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
        self._why = label(why, "title", "curtainWhy", wraps=True)
        self._why.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._why.setMinimumWidth(_WHY * surroundings.theme.percent // 100)
        self.setLayout(column(2, self._clock, row(1, self._why, 1), said, row(1, self.button, 1), 3, gap=24))
        self._why.setVisible(bool(why))  # only now: shown before it lies in the page, it would be a window of its own
        timer = QTimer(self)
        timer.timeout.connect(self._on_tick)
        timer.start(1000)
        self._on_tick()

    def say_why(self, why: str) -> None:
        """Say something else happened meanwhile."""
        self._why.setText(why)
        self._why.setVisible(bool(why))

    def _on_tick(self) -> None:
        now = datetime.now().astimezone()
        self._clock.setText(f"{now.hour:02d}:{now.minute:02d}")


def drop_loose(window: QWidget) -> None:
    """Take away now what is a window of its own: tool tips, lists that dropped down, menus, file dialogs.

    They would outlive the page for a while, or stand on another screen, and may say a name.
    """
    for loose in QApplication.topLevelWidgets():
        is_tip = loose.inherits("QTipLabel")
        if loose is window or not (is_tip or (loose.isVisible() and _belongs(loose, window))):
            continue
        loose.hide()
        # A list that a box drops down goes with its box; who made a menu or a dialog has let go of it.
        if is_tip or isinstance(loose, QDialog | QMenu):
            loose.deleteLater()


def _belongs(loose: QWidget, window: QWidget) -> bool:
    parent = loose.parentWidget()
    return loose.windowType() == Qt.WindowType.Popup if parent is None else parent.window() is window
