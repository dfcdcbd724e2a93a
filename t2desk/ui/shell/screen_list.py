"""The screens by name, and how they lie beside each other: what may be the room's, and why another may not."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from t2desk.domain.screens import SeenScreen
from t2desk.i18n import N_
from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.kit.fonts import text_font
from t2desk.ui.kit.lists import ValueListView
from t2desk.ui.kit.painting import MirroredPainter, as_on_the_key, isolated
from t2desk.ui.kit.values import ValueListModel
from t2desk.ui.shell.room import RoomDesk

_ROWS = 3
_CENTRE, _LEFT_TO_RIGHT = Qt.AlignmentFlag.AlignHCenter, Qt.LayoutDirection.LeftToRight
_BESIDE = {
    (-1, 0): N_("to the left"), (1, 0): N_("to the right"), (0, -1): N_("above"), (0, 1): N_("below"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class OfferedScreen:
    """A screen by its number in the list, where it lies, and why it may not be the room's (empty: it may)."""

    number: int
    screen: SeenScreen
    where: str
    refusal: str
    is_rooms: bool


def offered(room: RoomDesk) -> tuple[OfferedScreen, ...]:
    """Return every screen, those that may be the room's first."""
    there, own = room.screens.seen(), room.own_screens()
    told = [(one, room.refusal(one)) for one in there]
    ordered = sorted(told, key=lambda pair: (bool(pair[1]), pair[0].place, pair[0].name))
    return tuple(
        OfferedScreen(number, one, _beside(one, own[0]) if own else "", refusal, _is_rooms(room, one, refusal))
        for number, (one, refusal) in enumerate(ordered, start=1)
    )


def _is_rooms(room: RoomDesk, one: SeenScreen, refusal: str) -> bool:
    return one.name == room.card.screen and not room.card.blank and not refusal


def _beside(one: SeenScreen, own: SeenScreen) -> str:
    (x, y, width, height), (left, top, wide, high) = one.place, own.place
    across, down = x + width / 2 - left - wide / 2, y + height / 2 - top - high / 2
    if one.overlaps(own) or (across, down) == (0, 0):
        return ""
    side = (0, 1 if down > 0 else -1) if abs(down) > abs(across) else (1 if across > 0 else -1, 0)
    return _BESIDE[side]


class ScreenList(ValueListView):
    """Every screen as a row: name, size, where it lies; Enter, or its number, shows the room's picture there."""

    def __init__(self, surroundings: Surroundings) -> None:
        """Begin empty."""
        self._surroundings = surroundings
        self._offered: ValueListModel[OfferedScreen] = ValueListModel(lambda one: one.screen, self._spoken)
        super().__init__(surroundings.theme, self._offered, self._paint, lambda _one: self._height())
        self.setObjectName("roomScreens")
        self.setAccessibleName(surroundings.words(N_("Screens")))
        self.clicked.connect(lambda index: self.chosen.emit(self._offered.values()[index.row()]))

    def show_screens(self, screens: tuple[OfferedScreen, ...]) -> None:
        """Show these, the first one chosen."""
        self.set_values(screens)
        if self.current() is None and screens:
            self.setCurrentIndex(self._offered.index(0))
        self.setFixedHeight(self._height() * min(max(len(screens), 1), _ROWS) + 4)

    def begin(self) -> None:
        """Put the choice on the first screen: Enter must not meet one that was refused when it was the only one."""
        if self._offered.rowCount():
            self.setCurrentIndex(self._offered.index(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let a digit choose the screen of that number."""
        number = event.key() - int(Qt.Key.Key_0) if event.modifiers() == Qt.KeyboardModifier.NoModifier else 0
        found = next((one for one in self._offered.values() if one.number == number), None)
        if found is not None:
            self.chosen.emit(found)
        else:
            super().keyPressEvent(event)

    def _height(self) -> int:
        sizes = self._surroundings.theme.look.sizes
        return sizes.text_body + sizes.text_meta + 30

    def _size(self, one: OfferedScreen) -> str:
        words = self._surroundings.words
        size = as_on_the_key(f"{one.screen.place[2]} × {one.screen.place[3]}")
        return f"{size} · {words(one.where)}" if one.where else size

    def _second(self, one: OfferedScreen) -> str:
        words = self._surroundings.words
        if one.refusal:
            return words(one.refusal)
        size, told = self._size(one), words(N_("the room sees this one"))
        return f"{size} · {told}" if one.is_rooms else size

    def _spoken(self, one: OfferedScreen) -> str:
        return ", ".join([str(one.number), isolated(one.screen.name), self._second(one)])

    def _paint(self, painter: MirroredPainter, box: QRect, one: OfferedScreen, _selected: bool) -> None:
        tokens, sizes = self._surroundings.theme.look.tokens, self._surroundings.theme.look.sizes
        ink = tokens.ink_third if one.refusal else tokens.ink
        side = sizes.text_title + 6
        icon = painter.place(QRect(box.left() + 14, box.center().y() - side // 2, side, side))
        name = "monitor-off" if one.refusal else "presentation"
        self._surroundings.icons.paint(painter.painter, name, QRectF(icon), tokens.accent if one.is_rooms else ink)
        left = box.left() + 14 + side + 14
        words = QRect(left, box.top() + 6, box.right() - left - 40, sizes.text_body + 6)
        painter.text(words, one.screen.name, text_font(sizes.text_body, QFont.Weight.DemiBold), ink)
        second = QRect(left, words.bottom() + 3, words.width(), sizes.text_meta + 6)
        tone = tokens.warn if one.refusal else (tokens.accent if one.is_rooms else tokens.ink_second)
        painter.text(second, self._second(one), text_font(sizes.text_meta), tone)
        if not one.refusal:
            cap = QRect(box.right() - 36, box.center().y() - sizes.text_meta + 1, 24, sizes.text_meta * 2 - 2)
            painter.round_box(cap, 4, None, tokens.edge)
            painter.text(cap, str(one.number), text_font(sizes.text_meta), tokens.ink_third, _CENTRE)


class ScreenMap(QWidget):
    """How the screens lie: never mirrored, since that is how they stand on the table."""

    def __init__(self, surroundings: Surroundings, screens: Callable[[], tuple[OfferedScreen, ...]]) -> None:
        """Draw what `screens` says when it is painted."""
        super().__init__()
        self.setObjectName("roomMap")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._surroundings, self._screens = surroundings, screens

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint every screen to scale, with its name in it."""
        del event
        screens = self._screens()
        if not screens:
            return
        places = [QRect(*one.screen.place) for one in screens]
        whole = QRect()
        for place in places:
            whole = whole.united(place)
        scale = min((self.width() - 4) / max(1, whole.width()), (self.height() - 4) / max(1, whole.height()))
        left = (self.width() - whole.width() * scale) / 2
        top = (self.height() - whole.height() * scale) / 2
        tokens, sizes = self._surroundings.theme.look.tokens, self._surroundings.theme.look.sizes
        painter = QPainter(self)
        flat = MirroredPainter(painter, self.rect(), _LEFT_TO_RIGHT)
        for one, place in zip(screens, places, strict=True):
            box = QRectF(
                left + (place.x() - whole.x()) * scale, top + (place.y() - whole.y()) * scale, place.width() * scale,
                place.height() * scale,
            ).adjusted(2, 2, -2, -2).toRect()  # fmt: skip
            fill = tokens.soft if one.is_rooms else (tokens.sunken if one.refusal else tokens.surface)
            flat.round_box(box, 4, fill, tokens.accent if one.is_rooms else tokens.edge, 2 if one.is_rooms else 1)
            ink = tokens.ink_third if one.refusal else tokens.ink
            flat.text(box.adjusted(4, 0, -4, 0), one.screen.name, text_font(sizes.text_meta), ink, _CENTRE)
        painter.end()
