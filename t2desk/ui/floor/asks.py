"""What the floor asks, below the speaker: one thing at a time, in words, with the keys that answer; never a dialog."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from t2desk.domain.floor import TurnKind
from t2desk.domain.keys import key_to_text
from t2desk.domain.series import SessionState
from t2desk.i18n import N_
from t2desk.services.floor_asks import AskedDoubt
from t2desk.ui.floor.feed import FloorFeed
from t2desk.ui.kit.buttons import KeyButton, Loudness
from t2desk.ui.kit.flow import FlowLayout
from t2desk.ui.kit.hours import clock_words, hour_words
from t2desk.ui.kit.painting import isolated
from t2desk.ui.kit.pieces import label
from t2desk.ui.kit.spaces import Space
from t2desk.ui.shell.commands import key_of
from t2desk.ui.shell.views import ViewParts

# From so many seconds on, the time that nobody had is worth asking about.
_IDLE = 20
_MINUTE = 60
_LEAVE_OUT = "leave_out"


@dataclass(frozen=True, slots=True)
class Answer:
    """A button: its objectName, words and icon, and the command it gives; one that is no command has no key."""

    name: str
    words: str
    icon: str
    command: str

    @property
    def key(self) -> str:
        """The key of the command, or none."""
        return "" if self.command == _LEAVE_OUT else key_of(self.command)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and how it can be answered."""

    words: str
    answers: tuple[str, ...]


_ANSWERS = {
    one.name: one
    for one in (
        Answer("askYes", N_("Yes"), "check", "turn.confirm"),
        Answer("askNo", N_("No, leave it out"), "x", _LEAVE_OUT),
        Answer("askRight", N_("Put it right"), "pen-line", "turns.open"),
        Answer("askRank", N_("Say it"), "flag", "turn.rank"),
        Answer("askAnswer", N_("Its answer"), "message-square", "turn.question"),
        Answer("askRelief", N_("Another interpreter"), "refresh-cw", "interpreter.change"),
        Answer("askShare", N_("Share it out"), "split", "budget.share"),
        Answer("askFill", N_("Give it to …"), "clock", "turn.fill"),
    )
}


class FloorAsksStrip(QWidget):
    """One sentence and its answers, hidden while nothing is asked; `asked` comes when that changes."""

    asked = Signal()

    def __init__(self, parts: ViewParts, feed: FloorFeed) -> None:
        """Build every answer once; a question shows its own."""
        super().__init__()
        self.setObjectName("floorAsks")
        self._parts, self._feed, self._space = parts, feed, Space.ROOMY
        self._shown: Question | None = None
        self._words = label("", "second", "floorAskWords", wraps=True)
        self._buttons = {name: self._button(answer) for name, answer in _ANSWERS.items()}
        self._answers = QWidget()
        flow = FlowLayout()
        for button in self._buttons.values():
            flow.addWidget(button)
        self._answers.setLayout(flow)
        # Where the room is short, the answers are icons beside the sentence instead of buttons below it.
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self._layout.addWidget(self._words, 1)
        self._layout.addWidget(self._answers)
        self.set_space(Space.ROOMY)
        feed.floor_changed.connect(self._on_ticked)
        feed.asks_changed.connect(self._on_ticked)
        feed.second_passed.connect(self._on_ticked)
        self.hide()

    def set_space(self, space: Space) -> None:
        """Leave keys out where the room is short."""
        self._space = space
        is_short = space >= Space.TIGHT
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._layout.setDirection(beside if is_short else below)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        self._words.setAlignment(middle if is_short else Qt.AlignmentFlag.AlignHCenter)
        for button in self._buttons.values():
            button.show_key(not is_short)
            button.be_icon(is_short)
        self._fit_answers()

    def _fit_answers(self) -> None:
        """Give the icons the room of one row; a flow asks for no more than its widest button."""
        shown = [button for name, button in self._buttons.items() if self._shown and name in self._shown.answers]
        wide = sum(button.sizeHint().width() + 8 for button in shown) if self._space >= Space.TIGHT else 0
        self._answers.setMinimumWidth(wide)
        high = max((button.sizeHint().height() for button in shown), default=0)
        self._answers.setMaximumHeight(high if self._space >= Space.TIGHT else 16_777_215)

    def _button(self, answer: Answer) -> KeyButton:
        around = self._parts.surroundings
        words = self._parts.words(answer.words)
        button = KeyButton(around.theme, around.icons, words, answer.icon, answer.key, Loudness.EDGED)
        button.setObjectName(answer.name)
        act: Callable[[], object] = (
            self._leave_out if answer.command == "leave_out" else lambda: self._parts.commands.give(answer.command)
        )
        button.clicked.connect(lambda _checked=False: act())
        return button

    def _leave_out(self) -> None:
        doubts = self._feed.asks.doubts
        if doubts and doubts[0].doubt.turn.seconds is None:
            doubt = doubts[0].doubt
            self._parts.bridge.write("turn.leave_out", {"seconds": doubt.seconds, "turn": key_to_text(doubt.turn.key)})

    def _on_ticked(self) -> None:
        question = self._question()
        if question == self._shown:
            return
        self._shown = question
        self.setVisible(question is not None)
        if question is None:
            self.asked.emit()
            return
        self._words.setText(question.words)
        for name, button in self._buttons.items():
            button.setVisible(name in question.answers)
        self._fit_answers()
        self.asked.emit()

    def _question(self) -> Question | None:
        """Return the first thing that is asked, by how much depends on it."""
        floor = self._feed.floor
        if floor.state is not SessionState.OPEN or floor.off_record:
            return None
        asks = (self._doubt, self._rank, self._relief, self._overrun, self._idle)
        return next((question for ask in asks if (question := ask()) is not None), None)

    def _doubt(self) -> Question | None:
        doubts = self._feed.asks.doubts
        if not doubts:
            return None
        asked = doubts[0]
        if asked.doubt.turn.seconds is None:
            words = self._parts.words(N_("The laptop lay still for {time}. Was {name} speaking all that time?"))
            said = words.format(time=clock_words(int(asked.doubt.seconds)), name=self._name(asked))
            return Question(said, ("askYes", "askNo"))
        turn = asked.doubt.turn
        begun, ended = turn.since.wall // 1000, turn.until(turn.since).wall // 1000
        words = self._parts.words(N_("Was {name} speaking from {begin} to {end}, for {time}?"))
        said = words.format(
            name=self._name(asked), begin=hour_words(begun), end=hour_words(ended),
            time=clock_words(int(asked.doubt.seconds)),
        )  # fmt: skip
        return Question(said, ("askYes", "askRight"))

    def _name(self, asked: AskedDoubt) -> str:
        return isolated(asked.speaker.name) if asked.speaker else self._parts.words(N_("somebody"))

    def _rank(self) -> Question | None:
        holding = self._feed.floor.holding
        if holding is None:
            return None
        if holding.turn.kind is TurnKind.POINT_OF_ORDER and self._feed.floor.category is None:
            return Question(self._parts.words(N_("What does the point of order ask for?")), ("askRank",))
        if holding.turn.kind is TurnKind.INTERPOSED_QUESTION:
            return Question(self._parts.words(N_("Once it is asked, whoever was interrupted answers.")), ("askAnswer",))
        return None

    def _relief(self) -> Question | None:
        duty, who = self._feed.asks.duty, self._feed.asks.interpreter
        if duty is None or who is None or not duty.soon:
            return None
        due = N_("{name} has interpreted for {count} minutes: time to change.")
        soon = N_("{name} has interpreted for {count} minutes; a change at 30 is usual.")
        words = self._parts.words(due if duty.due else soon)
        return Question(words.format(name=isolated(who.name), count=duty.seconds // _MINUTE), ("askRelief",))

    def _overrun(self) -> Question | None:
        shares = self._feed.overrun.shares
        if not shares:
            return None
        words = self._parts.words(N_("Not all who wait fit. {name} would have {time} instead of {before}."))
        speaker, share = shares[0]
        said = words.format(
            name=isolated(speaker.name), time=clock_words(share.after), before=clock_words(share.before)
        )
        return Question(said, ("askShare",))

    def _idle(self) -> Question | None:
        idle = self._feed.idle_seconds()
        if idle < _IDLE:
            return None
        # By tens: the words are read aloud, and nobody wants every second.
        idle -= idle % 10
        words = self._parts.words(N_("Nobody has had the floor for {time}."))
        return Question(words.format(time=clock_words(idle)), ("askFill",))
