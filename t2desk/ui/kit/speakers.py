"""What assistive technology is told of controls that Qt tells wrongly: a choice by its label, a page by its role."""

import weakref

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget

from t2desk.ui.kit.choices import ChoiceBox
from t2desk.ui.kit.reading import ReadingArea

_OPENING = (QAccessibleActionInterface.showMenuAction(), QAccessibleActionInterface.pressAction())


class ChoiceSpeaker(QAccessibleWidget):
    """A choice: its name is what it is about, its value and the selected row of its list are what is chosen.

    On Linux Qt gives what is chosen as the name (QAccessibleComboBox::text), and what it is about nowhere. Every
    method here must return what its signature says: PySide ends the process where one returns None instead.
    """

    def __init__(self, box: ChoiceBox) -> None:
        """Speak for a box, for as long as it lives."""
        super().__init__(box, QAccessible.Role.ComboBox)
        self._box = weakref.ref(box)

    def text(self, t: QAccessible.Text) -> str:
        """Return the label as the name, the choice as the value."""
        box = self._box()
        if box is not None and t is QAccessible.Text.Name:
            return box.accessibleName()
        if box is not None and t is QAccessible.Text.Value:
            return box.currentText()
        return super().text(t)

    def childCount(self) -> int:
        """Return one: the list, as with every combo box."""
        return 1

    def child(self, index: int) -> QAccessibleInterface:
        """Return the list of choices; the row that is chosen is selected in it."""
        box = self._box()
        if box is None:
            return super().child(index)
        return QAccessible.queryAccessibleInterface(box.named_list())

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return where the list is among the one child there is."""
        del child
        return 0

    def state(self) -> QAccessible.State:
        """Return the widget's state, and whether the list is open."""
        state, box = super().state(), self._box()
        is_open = box is not None and box.named_list().isVisible()
        state.expandable = state.hasPopup = True
        state.expanded, state.collapsed = is_open, not is_open
        return state

    def actionNames(self) -> list[str]:
        """Return opening the list, and taking the focus."""
        return [*_OPENING, QAccessibleActionInterface.setFocusAction()]

    def doAction(self, action_name: str) -> None:
        """Open the list or close it, or take the focus."""
        box = self._box()
        if box is None or action_name not in _OPENING:
            super().doAction(action_name)
        elif box.named_list().isVisible():
            box.hidePopup()
        else:
            box.showPopup()


def speaker_of(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    """Return who speaks for a control of ours, or None where Qt does it well."""
    if isinstance(thing, ChoiceBox):
        return ChoiceSpeaker(thing)
    if isinstance(thing, ReadingArea):
        return QAccessibleWidget(thing, QAccessible.Role.Grouping)
    return None
