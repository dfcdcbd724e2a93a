"""The timeline as a list that is drawn along the clock: arrows move from turn to turn, and each is a sentence."""

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView

from t2desk.domain.rules import FloorKept
from t2desk.domain.series import SessionState
from t2desk.i18n import N_
from t2desk.services.timeline import Drawn, Timeline
from t2desk.ui.floor.painting import mark_side, paint_mark
from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.kit.fonts import figure_font, text_font
from t2desk.ui.kit.painting import MirroredPainter
from t2desk.ui.kit.values import VALUE, ValueListModel
from t2desk.ui.timeline.drawing import paint_gap, paint_turn
from t2desk.ui.timeline.lanes import NO_PARTY, UNNAMED, ZOOMS, Lanes, lane_of, measured
from t2desk.ui.timeline.words import hour_of, turn_sentence

Index = QModelIndex | QPersistentModelIndex
_ZOOM_KEYS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}
# Minutes between two hours on the axis, and how far apart they must stand, in letters.
_TICKS, _APART = (1, 2, 5, 10, 15, 30, 60, 120), 5


class TimelineView(QListView):
    """Turns in lanes by party, items above, nobody below. `turn_chosen` comes with the sentence of the turn."""

    turn_chosen = Signal(str)

    def __init__(self, surroundings: Surroundings) -> None:
        """Begin with nothing drawn."""
        super().__init__()
        self.setObjectName("timelineView")
        self.setAccessibleName(surroundings.words(N_("Timeline of the session")))
        self._surroundings, self._zoom = surroundings, 0
        self._line = Timeline("", SessionState.PLANNED, FloorKept.NOTHING)
        self._model: ValueListModel[Drawn] = ValueListModel(lambda turn: turn.key, self._spoken)
        self.setModel(self._model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)  # else Qt would ask for every sentence to lay out rows that nobody sees
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)
        self.verticalScrollBar().valueChanged.connect(self.viewport().update)
        surroundings.theme.changed.connect(self._measure)

    def show_line(self, line: Timeline) -> None:
        """Draw a line; the turn that was chosen stays chosen, and the first time it is the last one."""
        chosen = self.current()
        self._line = line
        self._model.set_values(line.turns)
        row = self._model.row_of(chosen.key) if chosen else -1
        if line.turns:
            self.setCurrentIndex(self._model.index(row if row >= 0 else len(line.turns) - 1))
        self._measure()

    def current(self) -> Drawn | None:
        """Return the chosen turn."""
        value = self.currentIndex().data(VALUE) if self.currentIndex().isValid() else None
        return value if isinstance(value, Drawn) else None

    def zoom(self, step: int) -> None:
        """Go nearer or farther, or with 0 back to the whole session; the chosen turn stays in sight."""
        self._zoom = min(len(ZOOMS) - 1, max(0, self._zoom + step)) if step else 0
        self._measure()
        self.scrollTo(self.currentIndex())

    def _spoken(self, turn: Drawn) -> str:
        return turn_sentence(self._surroundings, self._line, turn)

    def _lanes(self) -> Lanes:
        found = measured(self._surroundings, self._line, self.viewport().rect(), self._zoom)
        return replace(found, shift=self.horizontalScrollBar().value(), sunk=self.verticalScrollBar().value())

    def _measure(self) -> None:
        self.updateGeometries()
        self.viewport().update()

    def updateGeometries(self) -> None:
        """Let the bars scroll over what is drawn, not over rows."""
        room = self.viewport().rect()
        lanes = measured(self._surroundings, self._line, room, self._zoom)
        along, down = self.horizontalScrollBar(), self.verticalScrollBar()
        along.setRange(0, max(0, lanes.left + lanes.width + 12 - room.width()))
        along.setPageStep(max(1, room.width() - lanes.left))
        along.setSingleStep(40)
        down.setRange(0, max(0, lanes.height - room.height()))
        down.setPageStep(room.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure again."""
        super().resizeEvent(event)
        self._measure()

    def visualRect(self, index: Index) -> QRect:
        """Return where a turn is drawn, for a screen reader's ring and for tests."""
        turn = index.data(VALUE)
        return self._placed(self._lanes().of(turn)) if isinstance(turn, Drawn) else QRect()

    def _placed(self, place: QRect) -> QRect:
        room = self.viewport().rect()
        left = room.width() - place.right() - 1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else None
        return place if left is None else QRect(left, place.top(), place.width(), place.height())

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the turn at a point; of two, the one that came in between."""
        lanes, best = self._lanes(), -1
        for row, turn in enumerate(self._line.turns):
            if self._placed(lanes.of(turn)).contains(point) and (
                best < 0 or turn.depth >= self._line.turns[best].depth
            ):
                best = row
        return self._model.index(best) if best >= 0 else QModelIndex()

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a turn into sight."""
        del hint
        turn = index.data(VALUE) if index.isValid() else None
        if not isinstance(turn, Drawn):
            return
        lanes, along, down = self._lanes(), self.horizontalScrollBar(), self.verticalScrollBar()
        place, room = lanes.of(turn), self.viewport().rect()
        if place.left() < lanes.left or place.right() > room.right():
            along.setValue(along.value() + place.left() - lanes.left - min(80, room.width() // 8))
        if place.top() < lanes.head or place.bottom() > room.bottom():
            down.setValue(down.value() + place.top() - lanes.head)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move along the clock, up and down the lanes, zoom; anything else is not for the picture."""
        key, turns, row = event.key(), self._line.turns, self.currentIndex().row()
        onward = Qt.Key.Key_Right if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else Qt.Key.Key_Left
        if key in _ZOOM_KEYS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.zoom(_ZOOM_KEYS[Qt.Key(key)])
        elif turns and key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._choose(row + (1 if key == onward else -1))
        elif turns and key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._choose(0 if key == Qt.Key.Key_Home else len(turns) - 1)
        elif turns and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._choose(self._beside(row, -1 if key == Qt.Key.Key_Up else 1))
        else:
            event.ignore()

    def _choose(self, row: int) -> None:
        self.setCurrentIndex(self._model.index(min(len(self._line.turns) - 1, max(0, row))))

    def _beside(self, row: int, step: int) -> int:
        """Return the turn nearest in time in the next lane above or below that has any; the same one without."""
        turns, lanes = self._line.turns, self._lanes().numbers
        at = lanes.index(lane_of(turns[row])) + step
        while 0 <= at < len(lanes):
            there = [place for place, turn in enumerate(turns) if lane_of(turn) == lanes[at]]
            if there:
                return min(there, key=lambda place: abs(turns[place].begin - turns[row].begin))
            at += step
        return row

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys of the desk, not a search."""
        del search

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the turn that is pressed."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.setCurrentIndex(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Choose nothing by dragging."""
        event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll along the clock; with Ctrl, zoom."""
        turned = event.angleDelta().y() or event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if turned > 0 else -1)
        else:
            along = self.horizontalScrollBar()
            along.setValue(along.value() - turned)

    def _on_current_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        turn = now.data(VALUE)
        if isinstance(turn, Drawn):
            self.turn_chosen.emit(self._spoken(turn))
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint gaps, turns and the ring, over them the names of the lanes, and over all of it items and axis."""
        del event
        painter = QPainter(self.viewport())
        mirrored = MirroredPainter(painter, self.viewport().rect(), self.layoutDirection())
        if self._line.turns:
            lanes = self._lanes()
            self._paint_ground(mirrored, lanes)
            self._paint_gaps(mirrored, lanes)
            self._paint_turns(mirrored, lanes)
            self._paint_names(mirrored, lanes)
            self._paint_head(mirrored, lanes)
        painter.end()

    def _paint_ground(self, painter: MirroredPainter, lanes: Lanes) -> None:
        tokens = self._surroundings.theme.look.tokens
        for place in range(len(lanes.numbers) + 1):
            top = lanes.head + place * lanes.lane - lanes.sunk
            painter.round_box(QRect(0, top, self.viewport().width(), 1), 0, tokens.line)
        for band in self._line.items:
            painter.round_box(QRect(lanes.along(band.begin), 0, 1, lanes.foot_top()), 0, tokens.line)

    def _paint_head(self, painter: MirroredPainter, lanes: Lanes) -> None:
        tokens, sizes = self._surroundings.theme.look.tokens, self._surroundings.theme.look.sizes
        text, ground = sizes.text_meta + 8, QColor(tokens.surface)
        painter.painter.fillRect(painter.place(QRect(0, 0, self.viewport().width(), lanes.head)), ground)
        font = text_font(sizes.text_meta, QFont.Weight.Medium)
        for number, band in enumerate(self._line.items):
            begin, end = lanes.along(band.begin), lanes.along(band.end)
            box = QRect(begin, 0, max(2, end - begin - 1), text)
            painter.round_box(box, 2, tokens.soft if number % 2 else tokens.track)
            seen = box.intersected(QRect(lanes.left, 0, self.viewport().width() - lanes.left, text)).adjusted(
                5, 0, -3, 0
            )
            if seen.width() > 24:
                words = band.title or self._surroundings.words(N_("No item"))
                painter.text(seen, words, font, tokens.soft_ink if number % 2 else tokens.ink_second)
        self._paint_axis(painter, lanes, text)
        painter.painter.fillRect(painter.place(QRect(0, 0, lanes.left - 4, lanes.head)), ground)

    def _paint_axis(self, painter: MirroredPainter, lanes: Lanes, top: int) -> None:
        if self._line.begins is None:
            return
        tokens, sizes = self._surroundings.theme.look.tokens, self._surroundings.theme.look.sizes
        font = figure_font(sizes.text_meta)
        wide = QFontMetrics(font).horizontalAdvance("00:00")
        apart = lanes.length / lanes.width * (wide + _APART * 4)
        minutes = next((one for one in _TICKS if one * 60 >= apart), _TICKS[-1])
        first = -(self._line.begins.wall / 1000 % (minutes * 60))
        for number in range(int((lanes.length - first) // (minutes * 60)) + 1):
            second = first + number * minutes * 60
            if second >= 0:
                at = lanes.along(second)
                painter.round_box(QRect(at, top + 2, 1, 5), 0, tokens.edge)
                painter.text(QRect(at + 4, top, wide + 6, sizes.text_meta + 8), hour_of(self._line.begins, second),
                             font, tokens.ink_third)  # fmt: skip

    def _paint_gaps(self, painter: MirroredPainter, lanes: Lanes) -> None:
        tokens, sizes = self._surroundings.theme.look.tokens, self._surroundings.theme.look.sizes
        for stretch in self._line.idle:
            box = lanes.stretch(stretch)
            paint_gap(
                painter, self._surroundings, QRect(box.left(), lanes.foot_top() + 5, box.width(), lanes.foot - 9), False
            )
        for stretch in self._line.off:
            box = lanes.stretch(stretch)
            paint_gap(painter, self._surroundings, box, True)
            words = self._surroundings.words(N_("Off the record"))
            font = text_font(sizes.text_meta)
            if box.width() > QFontMetrics(font).horizontalAdvance(words) + 8:
                painter.text(box, words, font, tokens.ink_second, Qt.AlignmentFlag.AlignHCenter)

    def _paint_turns(self, painter: MirroredPainter, lanes: Lanes) -> None:
        tokens, room = self._surroundings.theme.look.tokens, self.viewport().rect()
        chosen = self.current()
        for turn in sorted(self._line.turns, key=lambda one: one.depth):
            place = lanes.of(turn)
            if place.right() >= lanes.left and place.left() <= room.right():
                paint_turn(painter, self._surroundings, place, turn, lanes.talks(turn))
        if chosen is not None:
            ring = tokens.focus if self.hasFocus() else tokens.ink_second
            painter.round_box(lanes.of(chosen).adjusted(-3, -3, 3, 3), 4, None, ring, 2)

    def _paint_names(self, painter: MirroredPainter, lanes: Lanes) -> None:
        tokens, sizes = self._surroundings.theme.look.tokens, self._surroundings.theme.look.sizes
        words, font = self._surroundings.words, text_font(sizes.text_label)
        column = QRect(0, 0, lanes.left - 4, self.viewport().height())
        painter.painter.fillRect(painter.place(column), QColor(tokens.surface))
        others = {NO_PARTY: N_("Without a party"), UNNAMED: N_("Not named")}
        side = mark_side(self._surroundings)
        for number in lanes.numbers:
            box = QRect(0, lanes.lane_top(number), lanes.left - 12, lanes.lane)
            paint_mark(painter, self._surroundings, QRect(2, box.center().y() - side // 2, side, side), number)
            name = self._line.parties[number].name if number >= 0 else words(others[number])
            painter.text(box.adjusted(side + 10, 0, 0, 0), name, font, tokens.ink)
            painter.round_box(QRect(0, box.top(), lanes.left - 4, 1), 0, tokens.line)
        below = QRect(0, lanes.foot_top(), lanes.left - 12, lanes.foot)
        painter.text(below, words(N_("Nobody")), text_font(sizes.text_meta), tokens.ink_third)
