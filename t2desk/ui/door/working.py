"""A calm bar for work whose length nobody knows: it only goes forward, ever slower, and says what is done."""

import math
import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QWidget

from t2desk.ui.kit.pieces import column, label
from t2desk.ui.shell.message_bar import announce

_STEPS, _MILLISECONDS = 1000, 50
_HALF_WAY = 1.2  # seconds; deriving a key is calibrated to about one


class Working(QWidget):
    """A sentence over a bar, beside the button that began it."""

    def __init__(self) -> None:
        """Begin idle."""
        super().__init__()
        self._bar = QProgressBar()
        self._bar.setObjectName("doorProgress")
        self._bar.setRange(0, _STEPS)
        self._bar.setTextVisible(False)
        self._said = label("", "meta", "doorWorking")
        self.setLayout(column(self._said, self._bar, gap=6))
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_tick)
        self._since = 0.0
        self.hide()

    def begin(self, sentence: str) -> None:
        """Show that something is being done."""
        self._said.setText(sentence)
        self._since = time.monotonic()
        self._bar.setValue(0)
        self.show()
        self._timer.start(_MILLISECONDS)
        announce(self, sentence)

    def end(self) -> None:
        """Be idle again."""
        self._timer.stop()
        self.hide()

    def _on_tick(self) -> None:
        share = 1 - math.exp2(-(time.monotonic() - self._since) / _HALF_WAY)
        self._bar.setValue(round(share * _STEPS))
