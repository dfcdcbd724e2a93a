"""A question while it is asked: who has answered and who has not, a number for each step; what is said is hidden."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QSpinBox, QWidget

from t2desk.domain.keys import RowKey, key_to_text
from t2desk.domain.support import PASSED, PollWay
from t2desk.i18n import N_
from t2desk.services.point_page import PointPage
from t2desk.services.support_table import Asked, people_to_ask
from t2desk.services.support_views import PollView
from t2desk.ui.common_ground.over_page import key_button
from t2desk.ui.common_ground.part import PointPart
from t2desk.ui.kit.buttons import Loudness
from t2desk.ui.kit.flow import FlowLayout
from t2desk.ui.kit.fonts import text_font
from t2desk.ui.kit.lists import ValueListView
from t2desk.ui.kit.painting import MirroredPainter
from t2desk.ui.kit.pieces import column, label, row
from t2desk.ui.kit.values import ValueListModel

_MOST_SHOWN, _MOST_CARDS = 6, 1000


@dataclass(frozen=True, slots=True)
class _Line:
    """Somebody who is asked; `field` is party or person."""

    id: str
    name: str
    number: int
    is_asked: bool
    field: str


class PollAnswers(QWidget):
    """Numbers answer for the line that stands out, and lead to the next that was not asked; nobody must."""

    def __init__(self, around: PointPart, poll: PollView) -> None:
        """Lay out for the poll's way and steps."""
        super().__init__()
        self._around, self._poll = around, poll
        self._key = key_to_text(poll.key)
        parts, words = around.parts, around.parts.words
        self._rows: ValueListModel[_Line] = ValueListModel(lambda one: one.id, self._spoken)
        self._list = ValueListView(parts.surroundings.theme, self._rows, self._paint, lambda _one: self._height())
        self._list.setObjectName("pollSides")
        self._list.setAccessibleName(words(N_("Who is asked")))
        self._steps = [self._step(number, said) for number, said in enumerate(poll.labels, start=1)]
        self._none = key_button(parts, N_("No stance"), "minus", "0", "pollStep_0")
        self._none.clicked.connect(lambda _checked=False: self.take(PASSED))
        for number in range(min(10, len(poll.labels) + 1)):
            self._list.on_key(Qt.Key(int(Qt.Key.Key_0) + number), str(number))
        self._list.asked.connect(lambda number, _line: self.take(int(number)))
        self._cards = [self._card(number, said) for number, said in enumerate(poll.labels, start=1)]
        self._count = key_button(parts, N_("Keep the count"), "check", "", "pollCount")
        self._count.clicked.connect(self._on_count)
        self._reveal = key_button(parts, N_("Show what was said"), "eye", "R", "pollReveal", Loudness.LOUD)
        self._reveal.clicked.connect(lambda _checked=False: self._on_reveal())
        self._withdraw = key_button(parts, N_("Take the question back"), "undo-2", "X", "pollWithdraw")
        self._withdraw.clicked.connect(lambda _checked=False: around.act("poll.withdraw", poll=self._key))
        self._said = label("", "second", "pollSaid", wraps=True)
        self._head = label(words(N_("Being asked; what is said stays hidden")), "label", wraps=True)
        self._build()

    def _build(self) -> None:
        ends = FlowLayout(6, centred=False)
        for button in (self._reveal, self._withdraw):
            ends.addWidget(button)
        is_cards = self._poll.way is PollWay.CARDS
        inside: list[QWidget] = [self._head]
        if is_cards:
            steps = enumerate(zip(self._cards, self._poll.labels, strict=True), start=1)
            inside += [_line(box, label(f"{number} {said}", wraps=True)) for number, (box, said) in steps]
            inside.append(self._count)
        else:
            inside += [self._list, *self._steps, self._none]
        self.setLayout(column(*inside, self._said, ends, gap=4))

    def _words(self, said: str) -> str:
        return self._around.parts.words(said)

    def _step(self, number: int, said: str) -> QWidget:
        key = str(number) if number < 10 else ""
        button = key_button(self._around.parts, "", "", key, f"pollStep_{number}")
        button.set_words(said)  # in its exact words: a translation would be another scale
        button.clicked.connect(lambda _checked=False: self.take(number))
        return button

    def _card(self, number: int, said: str) -> QSpinBox:
        box = QSpinBox()
        box.setObjectName(f"pollCards{number}")
        box.setAccessibleName(said)
        box.setRange(0, _MOST_CARDS)
        return box

    # -- showing ------------------------------------------------------------------------------------------------

    def show_poll(self, page: PointPage, poll: PollView | None) -> None:
        """Show who has answered; never what."""
        if poll is None:
            return
        self._poll = poll
        if poll.way is PollWay.BY_PERSON:
            question = partial(people_to_ask, poll=RowKey(poll.key))
            self._around.parts.bridge.read(self, question, self._show_people)
        elif poll.way is PollWay.BY_PARTY:
            asked = set(poll.asked)
            self._show_lines(tuple(_Line(one.id, one.name, one.number, one.id in asked, "party") for one in page.sides))
        else:
            self._said.setText(self._words(N_("Count the cards of each step; whose they are is not asked.")))

    def _show_people(self, people: tuple[Asked, ...]) -> None:
        self._show_lines(tuple(_Line(one.id, one.name, one.number, one.is_asked, "person") for one in people))

    def _show_lines(self, shown: tuple[_Line, ...]) -> None:
        is_first = not self._rows.values()
        self._list.set_values(shown)
        self._list.setFixedHeight(min(_MOST_SHOWN, max(1, len(shown))) * self._height() + 6)
        if is_first:
            self._to_next()
        waiting = sum(not one.is_asked for one in shown)
        plural = self._around.parts.surroundings.phrases.plural
        still = plural("{count} not asked yet", "{count} not asked yet", waiting).format(count=waiting)
        self._said.setText(still if waiting else self._words(N_("Everybody was asked.")))

    def _to_next(self) -> None:
        lines, at = self._rows.values(), max(0, self._list.currentIndex().row())
        order = [*range(at, len(lines)), *range(at)]
        place = next((one for one in order if not lines[one].is_asked), at)
        if lines:
            self._list.setCurrentIndex(self._rows.index(place))

    # -- acting -------------------------------------------------------------------------------------------------

    def take(self, step: int) -> None:
        """Note a stance for whoever is asked now; nobody must take one."""
        line = self._list.current()
        if line is None or not 0 <= step <= len(self._poll.labels):
            return
        fields = {"poll": self._key, "step": step, line.field: line.id}
        bridge = self._around.parts.bridge
        bridge.write("poll.stance", fields, self._on_taken, self._around.say_refused)

    def _on_taken(self, _value: object) -> None:
        self._to_next()

    def _on_count(self, _checked: bool = False) -> None:
        self._around.act("poll.cards", poll=self._key, cards=[box.value() for box in self._cards])

    def _on_reveal(self) -> None:
        if self._poll.way is PollWay.CARDS:
            self._on_count()  # whoever counted and showed meant the count
        self._around.act("poll.reveal", poll=self._key)

    def letters(self) -> dict[str, Callable[[], object]]:
        """Return what letters do."""
        return {"R": self._reveal.click, "X": self._withdraw.click}

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at."""
        if self._poll.way is PollWay.CARDS:
            return [*self._cards, self._count, self._reveal, self._withdraw]
        return [self._list, *self._steps, self._none, self._reveal, self._withdraw]

    # -- painting -----------------------------------------------------------------------------------------------

    def _height(self) -> int:
        return self._around.parts.surroundings.theme.look.sizes.button

    def _answer_words(self, line: _Line) -> str:
        return self._words(N_("has answered") if line.is_asked else N_("not asked yet"))

    def _spoken(self, line: _Line) -> str:
        return f"{line.name}, {self._answer_words(line)}"

    def _paint(self, painter: MirroredPainter, box: QRect, line: _Line, selected: bool) -> None:
        around = self._around.parts.surroundings
        tokens, sizes = around.theme.look.tokens, around.theme.look.sizes
        if selected:
            painter.round_box(box.adjusted(2, 1, -2, -1), sizes.control_radius, tokens.soft)
        mark = sizes.text_body - 2
        spot = QRect(box.left() + 14, box.center().y() - mark // 2, mark, mark)
        if line.number >= 0:
            painter.shape(spot, line.number, tokens.parties[line.number % len(tokens.parties)])
        half = box.width() * 45 // 100
        said = QRect(box.right() - half, box.top(), half - 12, box.height())
        name = QRect(spot.right() + 10, box.top(), said.left() - spot.right() - 20, box.height())
        weight = QFont.Weight.DemiBold if selected else QFont.Weight.Medium
        painter.text(name, line.name, text_font(sizes.text_body, weight), tokens.soft_ink if selected else tokens.ink)
        icon = QRect(said.left(), box.center().y() - mark // 2 - 1, mark + 2, mark + 2)
        ink = tokens.accent if line.is_asked else tokens.ink_third
        name_of_icon = "circle-check" if line.is_asked else "circle-question-mark"
        around.icons.paint(painter.painter, name_of_icon, QRectF(painter.place(icon)), ink)
        painter.text(said.adjusted(mark + 10, 0, 0, 0), self._answer_words(line), text_font(sizes.text_label), ink)


def _line(*parts: QWidget) -> QWidget:
    made = QWidget()
    layout = row(*parts)
    layout.setStretch(len(parts) - 1, 1)
    made.setLayout(layout)
    return made
