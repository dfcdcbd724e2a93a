"""A whole page over the view: it covers it, hears letters and numbers of its own, and Esc leads back."""

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from t2desk.ui.kit.buttons import KeyButton, Loudness
from t2desk.ui.shell.passing_card import PassingCard
from t2desk.ui.shell.views import ViewParts

_TYPED = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)


class OverPage(PassingCard):
    """Gone to with the view it covers; `left` says whether the focus goes back to where one came from."""

    left = Signal(bool)

    def __init__(self, parts: ViewParts, page: QWidget, name: str) -> None:
        """Begin hidden; `name` is the objectName."""
        super().__init__(page, name, "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._parts, self._page = parts, page
        self._keys: dict[int, Callable[[], object]] = {}
        self._only_if: dict[int, Callable[[], bool]] = {}
        page.installEventFilter(self)

    def button(self, words: str, icon: str, key: str, name: str, loudness: Loudness = Loudness.EDGED) -> KeyButton:
        """Return a button in the window's words; its key is heard by whoever asks `on_key` for it."""
        return key_button(self._parts, words, icon, key, name, loudness)

    def on_key(self, key: Qt.Key, act: Callable[[], object], only_if: Callable[[], bool] = lambda: True) -> None:
        """Let a plain key do something while no text box has the caret, whatever the window has it for.

        Where `only_if` says no, it stays the window's.
        """
        self._keys[int(key)], self._only_if[int(key)] = act, only_if

    def leave(self, with_focus: bool = True) -> None:
        """Go back to where one came from."""
        if self.isHidden():
            return
        self._page.removeEventFilter(self)
        super().drop()
        self.left.emit(with_focus)

    def escape(self) -> None:
        """Do what Esc is for: leave, unless something smaller is to be left first."""
        self.leave()

    def drop(self) -> None:
        """Go, since the focus is elsewhere: somebody whose key leads to the capture line must see it."""
        self.leave(with_focus=False)

    def _on_focus_moved(self, before: QWidget | None, now: QWidget | None) -> None:
        for one, is_new in ((before, False), (now, True)):
            if one is not None and shiboken6.isValid(one) and self.isAncestorOf(one):
                # Lists and choices would take a letter for a search, before it came to the page.
                (one.installEventFilter if is_new else one.removeEventFilter)(self)
        if before is not None and now is not None and self._has_let_go(before) and self._is_elsewhere(now):
            # What had the focus is hidden or off by now: nobody went anywhere, and nobody is sent away.
            self.setFocus()
            QTimer.singleShot(0, self, self._settle_focus)
        else:
            super()._on_focus_moved(before, now)

    def _has_let_go(self, before: QWidget) -> bool:
        is_ours = self.isVisible() and shiboken6.isValid(before) and self.isAncestorOf(before)
        return is_ours and not (before.isVisible() and before.isEnabled())

    def _settle_focus(self) -> None:
        if self.hasFocus():
            self.give_focus()

    def give_focus(self) -> None:
        """Give the focus to where one goes on, once what had it is no longer there."""

    def _place(self) -> None:
        self.setGeometry(self._page.rect())

    def arrange(self) -> None:
        """Lay out for another width."""

    def event(self, event: QEvent) -> bool:
        """Keep this page's own keys from being commands of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._act_of(event):
            event.accept()
            return True
        return super().event(event)

    def _act_of(self, event: QKeyEvent) -> Callable[[], object] | None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        is_ours = plain and not _is_typing() and event.key() in self._keys and self._only_if[event.key()]()
        return self._keys[event.key()] if is_ours else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key is for; leave on Esc."""
        act = self._act_of(event)
        if event.key() == Qt.Key.Key_Escape:
            self.escape()
        elif act is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            act()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear the page's own keys before what has the focus; follow the page's size."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched is not self._page:
            act = self._act_of(event)
            if act is not None:
                if not event.isAutoRepeat():
                    act()
                return True
        if watched is self._page and event.type() == QEvent.Type.Resize:
            self._place()
            self.arrange()
        return super().eventFilter(watched, event)


def _is_typing() -> bool:
    return isinstance(QApplication.focusWidget(), _TYPED)


def key_button(
    parts: ViewParts, words: str, icon: str, key: str, name: str, loudness: Loudness = Loudness.EDGED
) -> KeyButton:
    """Return a button in the window's words."""
    around = parts.surroundings
    made = KeyButton(around.theme, around.icons, parts.words(words), icon, key, loudness)
    made.setObjectName(name)
    return made
