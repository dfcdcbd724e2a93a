"""Finds what does not fit: a page wider than the window, words cut off, controls squeezed, outside or on each other."""

from itertools import combinations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QComboBox, QLabel, QScrollArea, QWidget

# What is cut on purpose shows all of itself elsewhere, and is spoken whole.
ELIDED = frozenset({"turnDetails"})
# Digits that shrink with their room instead of being cut.
SHRINKING = frozenset({"turnTimer"})
# Fonts measure in fractions, layouts in whole pixels.
SLACK = 2


def misfits(window):
    """Return what does not fit in a window, each as a sentence that names it."""
    page = window.centralWidget()
    shown = [one for one in window.findChildren(QWidget) if one.isVisible() and not one.isWindow()]
    found = [f"window: {window.size()} is less than its page wants, {page.minimumSizeHint()}"] * (
        page.minimumSizeHint().width() > window.width() or page.minimumSizeHint().height() > window.height()
    )
    for one in shown:
        found += [f"{_name(one)}: {fault}" for fault in (*_cut(one), *_outside(one), *_beyond_scrolling(one))]
    return found + list(_overlapping(shown))


def _name(widget):
    chain = []
    while widget is not None:
        if widget.objectName():
            chain.append(widget.objectName())
        widget = widget.parentWidget()
    return "/".join(reversed(chain[:3])) or "?"


def _cut(widget):
    if isinstance(widget, QLabel) and widget.text() and widget.objectName() not in ELIDED:
        yield from _cut_label(widget)
    elif isinstance(widget, QAbstractButton) and widget.sizeHint().width() > widget.width() + SLACK:
        if not widget.toolTip():
            yield f"button {widget.text()!r} has {widget.width()} of {widget.sizeHint().width()}"
    elif isinstance(widget, QComboBox) and not widget.toolTip():
        wanted = QFontMetrics(widget.font()).horizontalAdvance(widget.currentText())
        if wanted > widget.width() - 44 + SLACK:
            yield f"choice {widget.currentText()!r} has {widget.width() - 44} of {wanted}"


def _cut_label(label):
    if label.width() < 2 * label.fontMetrics().height() < label.sizeHint().width():
        yield f"words {label.text()[:40]!r} have only {label.width()} pixels"
    if label.toolTip():
        return
    if label.wordWrap():
        wanted = label.heightForWidth(label.width())
        if wanted > label.height() + SLACK:
            yield f"words {label.text()[:40]!r} have {label.height()} of {wanted} pixels in height"
        longest = max((label.fontMetrics().horizontalAdvance(word) for word in label.text().split()), default=0)
        if longest > label.contentsRect().width() + SLACK:
            yield f"a word of {label.text()[:40]!r} has {label.contentsRect().width()} of {longest}"
    elif label.objectName() not in SHRINKING and _is_cut(label):
        yield f"words {label.text()[:40]!r} have {label.size()} of {label.sizeHint()}"


def _is_cut(label):
    wanted = label.sizeHint()
    return wanted.width() > label.width() + SLACK or wanted.height() > label.height() + SLACK


def _outside(widget):
    """A widget beyond its parent is cut by it; what lies in a scroll area's viewport may be, that is its purpose."""
    parent = widget.parentWidget()
    if parent is None or isinstance(parent.parentWidget(), QAbstractScrollArea):
        return
    if isinstance(parent, QAbstractScrollArea) or (isinstance(widget, QAbstractScrollArea) and widget.isWindow()):
        return
    if not parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(widget.geometry()):
        yield f"lies at {widget.geometry()} in {parent.size()}"


def _beyond_scrolling(widget):
    """A page wider than its scroll area is cut unless there is a bar to move it with."""
    if not isinstance(widget, QScrollArea) or widget.widget() is None:
        return
    wanted, room = widget.widget().minimumSizeHint().width(), widget.viewport().width()
    if wanted > room + SLACK and not widget.horizontalScrollBar().isVisible():
        yield f"scrolls {wanted} in {room} without a bar"


def _overlapping(shown):
    """Two controls with words that share a parent may not lie on each other."""
    by_parent = {}
    for one in shown:
        if isinstance(one, QLabel | QAbstractButton | QComboBox):
            by_parent.setdefault(id(one.parentWidget()), []).append(one)
    for family in by_parent.values():
        for one, other in combinations(family, 2):
            shared = QRect(one.mapTo(one.window(), QPoint()), one.size()) & QRect(
                other.mapTo(other.window(), QPoint()), other.size()
            )
            if shared.width() > SLACK and shared.height() > SLACK:
                yield f"{_name(one)} and {_name(other)} overlap by {shared.size()}"
