"""Where everything of a timeline stands: a lane a party, seconds as a way along it, in left-to-right places."""

from dataclasses import dataclass

from PySide6.QtCore import QRect

from t2desk.services.timeline import Drawn, Stretch, Timeline
from t2desk.ui.kit.environment import Surroundings

# Nobody's party, and nobody at all.
NO_PARTY, UNNAMED = -1, -2
ZOOMS = (1, 2, 4, 8, 16, 32)


@dataclass(frozen=True, slots=True)
class Lanes:
    """The measures of one picture in pixels; `shift` is how far it is scrolled along, `sunk` how far down."""

    left: int
    width: int
    head: int
    lane: int
    foot: int
    numbers: tuple[int, ...]
    length: float
    shift: int = 0
    sunk: int = 0

    @property
    def height(self) -> int:
        """All of the picture from top to bottom."""
        return self.head + self.lane * len(self.numbers) + self.foot

    def along(self, seconds: float) -> int:
        """Return how far from the start of the window a second is."""
        return self.left - self.shift + round(seconds / self.length * self.width)

    def lane_top(self, number: int) -> int:
        """Return where a party's lane begins; who is not there stands in the last."""
        at = self.numbers.index(number) if number in self.numbers else len(self.numbers) - 1
        return self.head + at * self.lane - self.sunk

    def foot_top(self) -> int:
        """Return where the line of nobody begins."""
        return self.head + self.lane * len(self.numbers) - self.sunk

    def of(self, turn: Drawn) -> QRect:
        """Return a turn's place; deeper ones stand lower in their lane."""
        begin, end = self.along(turn.begin), self.along(turn.end)
        top = self.lane_top(lane_of(turn)) + 4
        return QRect(begin, top, max(3, end - begin), self.lane - 8)

    def talks(self, turn: Drawn) -> list[QRect]:
        """Return the parts of a turn's place in which it talked."""
        place = self.of(turn)
        return [QRect(box.left(), place.top(), box.width(), place.height()) for box in map(self.stretch, turn.talks())]

    def stretch(self, stretch: Stretch) -> QRect:
        """Return from and to of a stretch, over all lanes."""
        begin, end = self.along(stretch[0]), self.along(stretch[1])
        return QRect(begin, self.head - self.sunk, max(3, end - begin), self.lane * len(self.numbers))


def lane_of(turn: Drawn) -> int:
    """Return the lane a turn stands in."""
    return UNNAMED if turn.speaker is None else turn.speaker.number


def lanes_of(line: Timeline) -> tuple[int, ...]:
    """Return the lanes of a session: every party, then those without one, then the unnamed, where there are any."""
    found = {lane_of(turn) for turn in line.turns}
    return (*range(len(line.parties)), *(number for number in (NO_PARTY, UNNAMED) if number in found))


def measured(surroundings: Surroundings, line: Timeline, room: QRect, zoom: int) -> Lanes:
    """Return the measures for a room: lanes share its height, as far as they stay legible."""
    sizes = surroundings.theme.look.sizes
    text = sizes.text_meta + 8
    left = min(room.width() // 4, sizes.text_meta * 15)
    numbers = lanes_of(line)
    head, foot = 2 * text + 4, text + 2
    lane = (room.height() - head - foot) // max(1, len(numbers))
    high = min(sizes.text_meta * 5, max(text + 12, lane))
    return Lanes(left, (room.width() - left - 12) * ZOOMS[zoom], head, high, foot, numbers, max(1.0, line.length))
