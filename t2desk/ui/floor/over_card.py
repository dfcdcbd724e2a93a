"""A card over others of the desk: no dialog, so that everything else stays in sight and clocks go on."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from t2desk.i18n import N_
from t2desk.ui.kit.buttons import KeyButton
from t2desk.ui.shell.views import ViewParts

_LOWEST = 300
# In pixels at a text of 100 %: what lies over a narrower column reaches over the next one too.
_NARROWEST = 290


class OverCard(QFrame):
    """Follows the widgets it lies over; Esc leaves, and so does going elsewhere with pointer or Tab."""

    def __init__(self, parts: ViewParts, name: str, over: Sequence[QWidget], view: QWidget) -> None:
        """Begin hidden."""
        super().__init__(view)
        self.setObjectName(name)
        self.setProperty("role", "card")
        self.parts = parts
        self._over, self._view = tuple(over), view
        self._before: QWidget | None = None
        for one in self._over:
            one.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_moved)
        self.hide()

    def close_button(self, name: str) -> KeyButton:
        """Return the button that leaves."""
        around = self.parts.surroundings
        button = KeyButton(around.theme, around.icons, self.parts.words(N_("Close")), "", "Esc")
        button.setObjectName(name)
        button.clicked.connect(lambda _checked=False: self.leave())
        return button

    def come(self, first: QWidget) -> None:
        """Show the card and give it the focus."""
        if not self.isVisible():
            self._before = self.window().focusWidget()
        self._place()
        self.show()
        self.raise_()
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Hide and give the focus back."""
        before, self._before = self._before, None
        self.hide()
        back = before if before is not None and before.isVisible() else self._view
        back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        outside = now is not None and now is not self and not self.isAncestorOf(now)
        if outside and self.isVisible() and now is not None and now.window() is self.window():
            self._before = None
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the place below."""
        if watched in self._over and event.type() in {QEvent.Type.Resize, QEvent.Type.Move} and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _place(self) -> None:
        whole = QRect()
        for one in self._over:
            whole = whole.united(QRect(one.mapTo(self._view, one.rect().topLeft()), one.size()))
        whole.setHeight(max(whole.height(), _LOWEST))
        narrow = _NARROWEST * self.parts.surroundings.theme.percent // 100 - whole.width()
        if narrow > 0 and self.layoutDirection() == Qt.LayoutDirection.LeftToRight:
            whole.setLeft(max(0, whole.left() - narrow))
        elif narrow > 0:
            whole.setRight(min(self._view.width(), whole.right() + narrow))
        self.setGeometry(whole)
