"""Walks through a window by Tab and finds what a person without a mouse would stumble over."""

import sys
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

CONTROLS = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit)
# Lists that are moved from the field above them, which keeps the caret.
LED_BY_A_FIELD = frozenset({"paletteList", "chooserList"})
# After the last field comes what most will do; the way elsewhere stands before it, and comes after.
MEANT = frozenset({("doorOpen", "doorNew"), ("newMake", "newBack")})
# The one field of a card that lies over the window: the card is new, and the caret stands in it.
BARE = "bare"
# Pixels: how far a ring may lie around what has the focus, and how many of its colour make one.
AROUND, RING = 4, 24
# Pixels: two neighbours may overlap so far and still be beside or below each other.
SLACK = 4
ROUND, TRAPPED, LEFT = "round", "trapped", "left"


def name_of(widget):
    """Return a name to find a widget by."""
    while widget is not None and not widget.objectName():
        widget = widget.parentWidget()
    return "?" if widget is None else widget.objectName()


def stops(scope):
    """Return where Tab must stop: what can be seen, is on, and takes the focus by Tab."""
    return [one for one in scope.findChildren(QWidget) if _is_stop(one)]


def _is_stop(one):
    takes = one.focusPolicy() & Qt.FocusPolicy.TabFocus
    can = one.isVisible() and one.isEnabled() and not one.isWindow() and one.focusProxy() is None
    return bool(takes) and can and not _is_led_to(one)


def _family(one):
    """Return the buttons of which one is on: Tab stops at that one, arrows lead to the others."""
    if not isinstance(one, QAbstractButton) or not one.autoExclusive():
        return []
    return one.group().buttons() if one.group() else one.parentWidget().findChildren(QAbstractButton)


def _is_led_to(one):
    on = next((other for other in _family(one) if other.isChecked() and other.isVisible()), None)
    return on is not None and on is not one


def faults(scope, focus_colour, from_top=False):
    """Walk forth and back; return every fault as a sentence that names the control.

    What goes away when the focus leaves it is walked once, from its top.
    """
    wanted = stops(scope)
    found = [f"{name_of(one)} is a control and no stop" for one in _passed_over(scope, wanted)]
    if not wanted:
        return found
    if from_top or QApplication.focusWidget() not in wanted:
        _from_first(wanted)[0].setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
    forth, ends, unseen = _walk(scope, Qt.Key.Key_Tab, focus_colour)
    found += unseen + [f"{name_of(one)} is not reached" for one in wanted if one not in forth]
    if ends == TRAPPED:
        return [*found, f"{name_of(forth[-1])} is a trap"]
    if ends == ROUND:
        back, _, _ = _walk(scope, Qt.Key.Key_Backtab, None)
        if back != [forth[0], *reversed(forth[1:])]:
            found.append(f"back is another way: {[name_of(one) for one in back]}")
        forth = _from_first(forth)
    return found + list(_jumps(scope, forth)) + list(_torn(scope, forth))


def _passed_over(scope, wanted):
    """Return controls that Tab does not stop at, and that no arrow leads to from a neighbour either."""
    for one in scope.findChildren(QWidget):
        if not isinstance(one, CONTROLS) or not one.isVisible() or not one.isEnabled() or one in wanted:
            continue
        is_part = isinstance(one.parentWidget(), QAbstractSpinBox | QComboBox | QLineEdit | QAbstractItemView)
        if is_part or one.objectName() in LED_BY_A_FIELD or one.focusProxy() is not None or _is_led_to(one):
            continue
        yield one


def _walk(scope, key, focus_colour):
    """Press a key until the walk comes round, is trapped, or leaves; return the stops, how it ended, what is unseen."""
    here, walked, unseen = QApplication.focusWidget(), [], []
    while here is not None and here is not scope and scope.isAncestorOf(here):
        if here in walked:
            return walked, ROUND if here is walked[0] and len(walked) > 1 else TRAPPED, unseen
        walked.append(here)
        if focus_colour is not None:
            unseen += _unseen(here, focus_colour)
        QTest.keyClick(here, key)
        QApplication.processEvents()
        here = QApplication.focusWidget()
        if here is walked[-1] and len(stops(scope)) == 1:
            return walked, ROUND, unseen
    return walked, LEFT, unseen


def _unseen(one, focus_colour):
    """A control with the focus lies in sight, and a ring shows that it has it."""
    area = one.parentWidget()
    while area is not None:
        if isinstance(area, QAbstractScrollArea) and area.viewport().isAncestorOf(one):
            room = area.viewport().rect()
            where = QRect(one.mapTo(area.viewport(), QPoint()), one.size())
            seen = room & where
            fits = where.width() <= room.width() and where.height() <= room.height()
            if seen.isEmpty() or (fits and seen.height() < where.height() - SLACK):
                yield f"{name_of(one)} lies out of sight at {where.top()} in {room.height()} of {name_of(area)}"
        area = area.parentWidget()
    if one.property("role") != BARE and _pixels(one, focus_colour) < RING:
        yield f"{name_of(one)} shows no ring"


def _pixels(one, colour):
    """Count what has the colour of rings in and around a control, or the frame that a text box lies in."""
    window, framed = one.window(), one
    around = one.parentWidget()
    if isinstance(one, QPlainTextEdit) and around is not None and isinstance(around, QFrame):
        framed = around
    place = QRect(framed.mapTo(window, QPoint()), framed.size()).adjusted(-AROUND, -AROUND, AROUND, AROUND)
    seen = place & window.rect()
    if seen.isEmpty():
        return 0
    image = window.grab(seen).toImage().convertToFormat(QImage.Format.Format_RGB32)
    return bytes(image.constBits()).count(QColor(colour).rgba().to_bytes(4, sys.byteorder))


def _from_first(walked):
    """Turn a round so that it begins at the stop that is highest, and first where reading begins."""

    at = {id(one): QRect(one.mapTo(one.window(), QPoint()), one.size()) for one in walked}
    highest = min(box.top() for box in at.values()) + AROUND
    row = [one for one in walked if at[id(one)].top() <= highest]
    mirrored = walked[0].window().isRightToLeft()
    first = walked.index(min(row, key=lambda one: -at[id(one)].right() if mirrored else at[id(one)].left()))
    return walked[first:] + walked[:first]


def _chain(scope, one):
    chain = []
    while one is not None and one is not scope:
        chain.append(one)
        one = one.parentWidget()
    return [scope, *reversed(chain)]


def _jumps(scope, walked):
    """From one stop to the next the eye goes on: below, or towards where reading goes."""
    for one, after in pairwise(walked):
        pairs = zip(_chain(scope, one), _chain(scope, after), strict=False)
        parted = next((pair for pair in pairs if pair[0] is not pair[1]), None)
        is_meant = (one.objectName(), after.objectName()) in MEANT
        if parted is not None and not is_meant and not _goes_on(*parted):
            yield f"from {name_of(one)} back to {name_of(after)}"


def _goes_on(one, after):
    """Say whether a widget lies below another, or after it in the direction of reading."""
    a, b = (QRect(w.mapTo(w.window(), QPoint()), w.size()) for w in (one, after))
    if b.top() >= a.bottom() - SLACK:
        return True
    if one.window().isRightToLeft():  # a path is written from left to right in every language
        return b.right() <= a.left() + SLACK
    return b.left() >= a.right() - SLACK


def _torn(scope, walked):
    """What lies in one panel is walked through in one go."""
    for holder in {id(p): p for one in walked for p in _chain(scope, one)[1:-1]}.values():
        inside = [holder.isAncestorOf(one) for one in walked]
        changes = sum(a != b for a, b in zip(inside, inside[1:] + inside[:1], strict=True))
        if changes > 2:
            yield f"{name_of(holder)} is left and come back to"
