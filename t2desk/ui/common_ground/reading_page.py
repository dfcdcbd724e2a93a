"""Read-back: each point large, with what is read aloud beside it, and every side's word on it by one key."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from t2desk.domain.changes import Changes
from t2desk.domain.errors import DeskError
from t2desk.domain.ground_kinds import GROUND_KINDS
from t2desk.domain.points import PointState
from t2desk.domain.read_back import Answer
from t2desk.domain.room_choices import Shown
from t2desk.i18n import N_
from t2desk.services.reading_views import PointReading, ReadingRound, reading_round
from t2desk.ui.capture.drafts import DraftKeeper
from t2desk.ui.common_ground.answer_rows import AnswerRows
from t2desk.ui.common_ground.over_page import OverPage
from t2desk.ui.common_ground.part import told
from t2desk.ui.common_ground.prose_box import ProseBox
from t2desk.ui.common_ground.reading_words import said_of, state_of
from t2desk.ui.common_ground.states import LANGUAGES
from t2desk.ui.common_ground.wordings import side_of
from t2desk.ui.kit.buttons import KeyButton, Loudness, key_words
from t2desk.ui.kit.flow import FlowLayout
from t2desk.ui.kit.leading import in_order
from t2desk.ui.kit.pieces import EmptyState, column, label, row
from t2desk.ui.kit.reading import ReadingArea
from t2desk.ui.kit.room_reading import fitted
from t2desk.ui.shell.commands import chord_of
from t2desk.ui.shell.message_bar import PLAIN, WARN
from t2desk.ui.shell.top_bar import Chip
from t2desk.ui.shell.views import ViewParts

PLACE = "reading"
_KINDS = (*GROUND_KINDS, "points", "wordings", "off_record", "not_private", "sessions", "people", "room_settings")


class ReadingPage(OverPage):
    """One point at a time; letters answer for the side that stands out, numbers choose a side, arrows a point."""

    def __init__(self, parts: ViewParts, page: QWidget) -> None:
        """Begin where it was left by the curtain, else at the first point that is still to be read."""
        super().__init__(parts, page, "readingPage")
        self.setAccessibleName(parts.words(N_("Read-back")))
        self._round = ReadingRound()
        self._keys_read: tuple[str, ...] = ()
        remembered = (*parts.places.of(PLACE), "", "", "")[:3]
        self._at, self._seen = remembered[0], remembered[1:]
        self._is_empty = False
        self._build()
        self._take_keys()
        parts.bridge.changed.connect(self._on_changed)
        self._read()

    def open(self) -> None:
        """Show over the view, with the focus on the sides."""
        self.come_up()
        self.give_focus()
        self._fit()

    def give_focus(self) -> None:
        """Give the focus to the sides, or to the way back where there are none."""
        (self._back if self._is_empty else self._sides).setFocus()

    # -- building -----------------------------------------------------------------------------------------------

    def _build(self) -> None:
        words, sizes = self._parts.words, self._parts.surroundings.theme.look.sizes
        self._back = self.button(N_("End the read-back"), "chevron-left", "Esc", "readingBack")
        self._back.clicked.connect(lambda _checked=False: self.leave())
        self._title = label("", "title", "readingTitle")
        self._state = Chip(self._parts.surroundings, "readingState")
        self._agreed = label("", "second", "readingAgreed")
        self._room = self.button(N_("Show it to the room"), "presentation", "T", "readingRoom")
        self._room.setCheckable(True)
        self._room.clicked.connect(lambda _checked=False: self._follow(not self._is_followed()))
        head = row(self._back, self._title, self._state, 1, self._agreed, self._room, gap=12)
        self._text = label("", "body", "readingText", wraps=True)
        self._area = ReadingArea("readingArea", words(N_("The current text")), self._text)
        self._which = label("", "second", "readingWording")
        self._signs = label("", "figure", "readingFingerprint")
        signs = column(label(words(N_("Fingerprint, to be read aloud")), "meta"), self._signs, gap=0)
        self._body = QFrame()
        self._body.setProperty("role", "card")
        inside = column(self._which, self._area, row(signs, 1), gap=8)
        inside.setStretch(1, 1)
        inside.setContentsMargins(28, 16, 28, 14)
        self._body.setLayout(inside)
        self._below = self._build_below()
        self._empty = EmptyState(words(N_("No point to read back yet. Write down what several could stand behind.")))
        self._empty.hide()
        layout = column(head, self._body, self._below, self._empty, gap=12)
        layout.setStretch(1, 1)
        layout.setStretch(3, 1)
        layout.setContentsMargins(sizes.margin, sizes.grid, sizes.margin, sizes.margin)
        self.setLayout(layout)

    def _build_below(self) -> QWidget:
        words = self._parts.words
        self._sides = AnswerRows(self._parts)
        self._said = label("", "second", "readingSaid", wraps=True)
        self._acts = {
            Answer.AGREE: self._act(N_("Agree"), "circle-check", "A", "readingAgree", Answer.AGREE, Loudness.LOUD),
            Answer.AMEND: self._act(N_("Amend"), "pen-line", "M", "readingAmend", Answer.AMEND),
            Answer.WITHDRAW: self._act(N_("Withdraw the point"), "x", "W", "readingWithdraw", Answer.WITHDRAW),
        }
        self._undo = self.button(N_("Not asked after all"), "undo-2", "U", "readingTakeBack")
        self._undo.clicked.connect(lambda _checked=False: self._on_take_back())
        self._previous = self.button(N_("Previous point"), "", "P", "readingPrevious")
        self._next = self.button(N_("Next point"), "", "N", "readingNext")
        self._previous.clicked.connect(lambda _checked=False: self._move(-1))
        self._next.clicked.connect(lambda _checked=False: self._move(1))
        answers, moves = FlowLayout(8, centred=False), FlowLayout(8, centred=False)
        for button in self._acts.values():
            answers.addWidget(button)
        for button in (self._undo, self._previous, self._next):
            moves.addWidget(button)
        self._answers = QWidget()
        self._answers.setLayout(column(self._said, answers, moves, gap=8))
        self._box = ProseBox("readingAmended", words(N_("The words as amended; Ctrl+Enter keeps them.")), 4)
        self._box.setAccessibleName(words(N_("The words as amended")))
        self._box.finished.connect(self._on_amended)
        self._draft = DraftKeeper(self._parts, self._box, "")
        self._keep = self.button(
            N_("Keep, and read it to everybody"), "check", "Ctrl+Enter", "readingKeep", Loudness.LOUD
        )
        self._keep.clicked.connect(lambda _checked=False: self._on_amended())
        self._amending = QWidget()
        self._amending.setLayout(column(self._box, row(self._keep, 1), gap=8))
        self._amending.hide()
        card = QFrame()
        card.setProperty("role", "card")
        both = row(self._sides, column(self._answers, self._amending, 1, gap=0), gap=20)
        both.setStretch(0, 5)
        both.setStretch(1, 6)
        both.setContentsMargins(12, 12, 20, 12)
        card.setLayout(both)
        return card

    def _act(
        self, words: str, icon: str, key: str, name: str, answer: Answer, loudness: Loudness = Loudness.EDGED
    ) -> KeyButton:
        button = self.button(words, icon, key, name, loudness)
        button.clicked.connect(lambda _checked=False: self._on_answer(answer))
        return button

    def _take_keys(self) -> None:
        acts: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_A: partial(self._on_answer, Answer.AGREE), Qt.Key.Key_M: partial(self._on_answer, Answer.AMEND),
            Qt.Key.Key_W: partial(self._on_answer, Answer.WITHDRAW), Qt.Key.Key_U: self._on_take_back,
            Qt.Key.Key_N: partial(self._move, 1), Qt.Key.Key_P: partial(self._move, -1),
            Qt.Key.Key_T: lambda: self._follow(not self._is_followed()),
        }  # fmt: skip
        for number in range(1, 10):
            acts[Qt.Key(int(Qt.Key.Key_0) + number)] = partial(self._sides.to, number - 1)
        for key, act in acts.items():
            self.on_key(key, act)
            self._sides.on_key(key, str(int(key)))
        self._sides.asked.connect(lambda key, _side: self._keys[int(key)]())

    # -- showing ------------------------------------------------------------------------------------------------

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_KINDS):
            self._read()

    def _read(self) -> None:
        self._parts.bridge.read(self, reading_round, self._show_round)

    def _show_round(self, round_: ReadingRound) -> None:
        is_first = not self._keys_read
        self._round = round_
        there = [one.row.key for one in round_.readings]
        # What is withdrawn while it is read stays in sight; what comes in meanwhile is read too.
        fresh = [one.row.key for one in round_.living() if one.row.key not in self._keys_read]
        self._keys_read = tuple(key for key in there if key in self._keys_read or key in fresh)
        if self._at not in self._keys_read:
            self._at = next((one.row.key for one in round_.living() if not one.is_read), "")
            self._at = self._at or next(iter(self._keys_read), "")
        self._show_empty(not self._keys_read)
        if self._keys_read:
            self._show_reading()
            if is_first:
                self._sides.to_next_unasked()

    def _show_empty(self, is_empty: bool) -> None:
        self._is_empty = is_empty
        self._body.setVisible(not is_empty)
        self._below.setVisible(not is_empty)
        self._empty.setVisible(is_empty)
        if is_empty:
            self._room.setEnabled(False)
            self._back.setFocus()

    def _reading(self) -> PointReading | None:
        return next((one for one in self._round.readings if one.row.key == self._at), None)

    def _show_reading(self) -> None:
        one, words = self._reading(), self._parts.words
        if one is None:
            return
        self._remember()
        place = self._keys_read.index(self._at) + 1
        head = words(N_("Point {number} – {place} of {count}"))
        self._title.setText(head.format(number=one.row.number, place=place, count=len(self._keys_read)))
        self._state.show_state(*state_of(self._parts, one))
        agreed = sum(reading.is_read for reading in self._round.readings if reading.row.key in self._keys_read)
        count = words(N_("{agreed} of {count} agreed by all"))
        self._agreed.setText(count.format(agreed=agreed, count=len(self._keys_read)))
        language = words(LANGUAGES.get(one.language, one.language))
        self._which.setText(words(N_("Wording {number} · {language}")).format(number=one.wording, language=language))
        self._text.setText(one.row.text)
        self._text.setAlignment(side_of(one.row.text) | Qt.AlignmentFlag.AlignVCenter)
        self._signs.setText(" · ".join(one.fingerprint.split()))
        self._sides.show_answers(one.answers)
        self._room.setChecked(self._is_followed())
        self._previous.setEnabled(place > 1)
        self._next.setEnabled(place < len(self._keys_read))
        self._ask_refusal(one)
        self._fit()

    def _ask_refusal(self, one: PointReading) -> None:
        acts = [
            ("reading.answer", {"point": one.row.key, "party": side.id, "answer": "agree"}) for side, _ in one.answers
        ]
        self._parts.bridge.try_out(self, acts[:1], partial(self._show_acts, one))

    def _show_acts(self, one: PointReading, refusals: tuple[DeskError | None, ...]) -> None:
        """Offer what would be done, and say why the rest would not."""
        refusal = next(iter(refusals), None)
        can = bool(refusals) and refusal is None and one.row.state is not PointState.WITHDRAWN
        for button in (*self._acts.values(), self._undo):
            button.setEnabled(can)
        self._said.setText(said_of(self._parts, one, refusal))
        in_order(
            self._back, self._room, self._area, self._sides, *self._acts.values(), self._undo, self._previous,
            self._next, self._box, self._keep,
        )  # fmt: skip

    # -- acting -------------------------------------------------------------------------------------------------

    def _on_answer(self, answer: Answer) -> None:
        one, side = self._reading(), self._sides.side()
        if one is None or side is None or not self._acts[answer].isEnabled():
            return
        if answer is Answer.AMEND:
            self._begin_amending(one)
        else:
            self._write(one, side.id, answer)

    def _write(self, one: PointReading, side: str, answer: Answer, text: str = "") -> None:
        fields = {"point": one.row.key, "party": side, "answer": answer.value, **({"text": text} if text else {})}
        self._parts.bridge.write("reading.answer", fields, self._on_answered, self._on_refused)

    def _on_answered(self, _value: object) -> None:
        self._sides.to_next_unasked()

    def _on_take_back(self) -> None:
        one, side = self._reading(), self._sides.side()
        if one is not None and side is not None and self._undo.isEnabled():
            fields = {"point": one.row.key, "party": side.id}
            self._parts.bridge.write("reading.take_back", fields, refused=self._on_refused)

    def _begin_amending(self, one: PointReading) -> None:
        self._answers.hide()
        self._amending.show()
        self._box.setPlainText(one.row.text)
        self._draft.turn_to(f"amend:{one.row.key}")
        self._box.setFocus()

    def _end_amending(self) -> None:
        self._sides.setFocus()  # first: what has it goes
        self._amending.hide()
        self._answers.show()

    def _on_amended(self) -> None:
        one, side = self._reading(), self._sides.side()
        text = self._box.toPlainText().strip()
        if one is None or side is None:
            return
        self._end_amending()
        self._draft.forget()
        self._write(one, side.id, Answer.AMEND, "" if text == one.row.text else text)
        if text and text != one.row.text:
            said = self._parts.words(N_("A new wording, which is read to everybody anew. Ctrl+Z takes it back."))
            self._parts.say(said, PLAIN)

    def _on_refused(self, refusal: DeskError) -> None:
        self._parts.say(told(self._parts, refusal), WARN)

    def _move(self, by: int) -> None:
        place = self._keys_read.index(self._at) + by if self._at in self._keys_read else -1
        if not 0 <= place < len(self._keys_read):
            return
        if self._amending.isVisible():
            self._end_amending()
        self._at = self._keys_read[place]
        self._show_reading()
        self._sides.to(0)
        self._sides.to_next_unasked()
        if self._is_followed():
            self._choose_for_room()

    # -- the room -----------------------------------------------------------------------------------------------

    def _is_followed(self) -> bool:
        return bool(self._seen[0])

    def _follow(self, is_on: bool) -> None:
        """Let the room read along, or see again what it saw before."""
        if is_on and not self._is_empty:
            self._seen = (self._round.shown or Shown.FLOOR.value, str(self._round.place))
            self._choose_for_room()
            said = self._parts.words(N_("The room reads along on its screen; {key} chooses one."))
            self._parts.say(said.format(key=key_words(chord_of("room.show"))), PLAIN)
        elif self._is_followed():
            shown, place = self._seen
            self._seen = ("", "")
            self._parts.bridge.write("room.choose", {"shown": shown, "point": max(1, int(place))})
        self._room.setChecked(self._is_followed())
        self._remember()

    def _choose_for_room(self) -> None:
        one = self._reading()
        if one is not None:
            self._parts.bridge.write("room.choose", {"shown": Shown.POINT.value, "point": one.row.number})

    def _remember(self) -> None:
        self._parts.places.remember(PLACE, self._at, *self._seen)

    def leave(self, with_focus: bool = True) -> None:
        """End where it began: the room sees again what it saw before."""
        if self.isHidden():
            return
        self._follow(is_on=False)
        self._parts.places.remember(PLACE)
        super().leave(with_focus)

    # -- keys and places ----------------------------------------------------------------------------------------

    def escape(self) -> None:
        """Leave the box first, then the page."""
        if self._amending.isVisible():
            self._draft.drop()
            self._end_amending()
        else:
            self.leave()

    def arrange(self) -> None:
        """Fit the text into what is there now."""
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the text."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Let the text be as large as it can be read whole; what is longer still is scrolled."""
        sizes = self._parts.surroundings.theme.look.sizes
        room = self._area.viewport().rect().adjusted(0, 0, -8, -8)
        if room.width() < 100:
            return
        place = QRect(0, 0, room.width(), max(60, room.height()))
        font = fitted(self._text.text(), place, sizes.text_name * 2, sizes.text_title + 2, QFont.Weight.DemiBold)
        _set_size(self._text, font.pixelSize())


def _set_size(text: QLabel, pixels: int) -> None:
    style = f"font-size: {pixels}px; font-weight: 600;"
    if text.styleSheet() != style:
        text.setStyleSheet(style)
