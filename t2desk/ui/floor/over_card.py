"""A card over others of the desk: no dialog, so that everything else stays in sight and clocks go on."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtWidgets import QWidget

from t2desk.i18n import N_
from t2desk.ui.kit.buttons import KeyButton
from t2desk.ui.shell.passing_card import PassingCard
from t2desk.ui.shell.views import ViewParts

_LOWEST = 300
# In pixels at a text of 100 %: what lies over a narrower column reaches over the next one too.
_NARROWEST = 290


class OverCard(PassingCard):
    """Follows the widgets it lies over."""

    def __init__(self, parts: ViewParts, name: str, over: Sequence[QWidget], view: QWidget) -> None:
        """Begin hidden."""
        super().__init__(view, name, "card")
        self.parts = parts
        self._over, self._view = tuple(over), view
        for one in self._over:
            one.installEventFilter(self)

    def close_button(self, name: str) -> KeyButton:
        """Return the button that leaves."""
        around = self.parts.surroundings
        button = KeyButton(around.theme, around.icons, self.parts.words(N_("Close")), "", "Esc")
        button.setObjectName(name)
        button.clicked.connect(lambda _checked=False: self.leave())
        return button

    def come(self, first: QWidget) -> None:
        """Show the card and give it the focus."""
        self.come_up()
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _back_to(self, before: QWidget | None) -> QWidget:
        return before if before is not None and before.isVisible() else self._view

    def _is_elsewhere(self, now: QWidget) -> bool:
        # A dialog of the system may come over the window: the card waits for it.
        return now.window() is self.window() and super()._is_elsewhere(now)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the place below."""
        if watched in self._over and event.type() in {QEvent.Type.Resize, QEvent.Type.Move} and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

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
