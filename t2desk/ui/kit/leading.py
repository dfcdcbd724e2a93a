"""A panel that is given the focus hands it to the control where one begins; Tab still walks it from its top."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget


class _Lead(QObject):
    """Hands a panel's focus on, until somebody leads elsewhere."""

    def __init__(self, panel: QWidget) -> None:
        super().__init__(panel)
        self.setObjectName(_NAME)
        self.to: QWidget = panel
        panel.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(event, QFocusEvent) and self.to is not watched:
            self.to.setFocus(event.reason())
        return super().eventFilter(watched, event)


_NAME = "focusLead"


def lead_focus(panel: QWidget, to: QWidget) -> None:
    """Let the focus that a panel is given go to one of its controls, which may change.

    Not by a focus proxy: Qt counts a panel with one as a stop of Tab on the way forth, so that whatever stands in the
    panel before the proxy is passed over and never reached (QApplicationPrivate::focusNextPrevChild_helper).
    """
    before = panel.findChild(QObject, _NAME, Qt.FindChildOption.FindDirectChildrenOnly)
    lead = before if isinstance(before, _Lead) else _Lead(panel)
    lead.to = to
    # Else Tab would stop at the panel, be handed on, and pass over what stands before.
    panel.setFocusPolicy(Qt.FocusPolicy(panel.focusPolicy().value & ~Qt.FocusPolicy.TabFocus.value))
    if panel.hasFocus() and to is not panel:
        # It was given the focus before there was anything to hand it to: what it shows is read on another thread.
        to.setFocus(Qt.FocusReason.OtherFocusReason)


def in_order(*controls: QWidget) -> None:
    """Let Tab go through controls in this order; Qt would have what was built later come last."""
    for before, after in pairwise(controls):
        QWidget.setTabOrder(before, after)
