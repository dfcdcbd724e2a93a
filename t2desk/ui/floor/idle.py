"""What stands where the speaker would be while nobody has the floor: what is the case, and what to press."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from t2desk.domain.series import SessionState
from t2desk.i18n import N_
from t2desk.services.floor_views import FloorView
from t2desk.ui.floor.off_record import OffRecordClock
from t2desk.ui.floor.words import short_name
from t2desk.ui.kit.buttons import KeyButton, Loudness
from t2desk.ui.kit.flow import FlowLayout
from t2desk.ui.kit.hours import clock_words
from t2desk.ui.kit.painting import isolated
from t2desk.ui.kit.pieces import label
from t2desk.ui.kit.spaces import Space
from t2desk.ui.shell.commands import key_of
from t2desk.ui.shell.views import ViewParts


@dataclass(frozen=True, slots=True)
class Case:
    """A title, a sentence, and the commands offered, the loud one first."""

    title: str
    sentence: str
    commands: tuple[str, ...]


_WORDS = {
    "session.begin": (N_("Begin the session"), "play"),
    "view.prepare": (N_("Prepare"), "list-ordered"),
    "turn.next": (N_("Give the floor"), "mic"),
    "turn.start": (N_("Give the floor to …"), "mic"),
    "queue.add": (N_("Add to the list"), "hand"),
    "off_record.toggle": (N_("Back on the record"), "pen-line"),
}
# What is said in words however short the room is; the others then are their icons.
_FIRST = frozenset({"session.begin", "turn.next", "turn.start"})
_NO_SESSION = Case(
    N_("No session is planned"), N_("People, agenda and rule are made ready under Prepare."), ("view.prepare",)
)
_PLANNED = Case(
    N_("The session has not begun"),
    N_("Nothing is counted yet. Begin when the room is ready."),
    ("session.begin", "view.prepare"),
)
_ADJOURNED = Case(
    N_("The session is adjourned"),
    N_("Everything is kept until it is closed. You can go on with it."),
    ("session.begin",),
)
_SETTLED = Case(
    N_("The session is closed"), N_("Its rule has decided what is kept. Plan the next one."), ("view.prepare",)
)
_OFF_RECORD = Case(
    N_("Off the record"),
    N_("Nothing is taken in: no notes, no points, no turns, and nobody’s time is counted."),
    ("off_record.toggle",),
)
_NOBODY = Case(
    N_("Nobody has the floor"),
    N_("Give it to somebody, or begin the speakers’ list. Enter without a name starts an unnamed turn."),
    ("turn.start", "queue.add", "off_record.toggle"),
)
_NEXT = Case(
    N_("Nobody has the floor"), N_("Next on the list: {name}"), ("turn.next", "turn.start", "off_record.toggle")
)


class IdlePage(QWidget):
    """One calm sentence and the buttons that belong to it."""

    def __init__(self, parts: ViewParts) -> None:
        """Make every button once; a case shows its own."""
        super().__init__()
        self._parts = parts
        self._title = label("", "display", "idleTitle", wraps=True)
        self._sentence = label("", "second", "idleSentence", wraps=True)
        for one in (self._title, self._sentence):
            one.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._limit = label("", "meta", "idleLimit", wraps=True)
        self._limit.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._has_room, self._is_short, self._is_tight = True, False, False
        self._clock = OffRecordClock(parts)
        self._buttons = {command: self._button(command) for command in _WORDS}
        flow = FlowLayout(10)
        for button in self._buttons.values():
            flow.addWidget(button)
        self._outer = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 36, 0, 0)
        layout.setSpacing(12)
        layout.addStretch(2)
        layout.addWidget(self._title)
        layout.addWidget(self._sentence)
        layout.addWidget(self._clock)
        layout.addSpacing(12)
        layout.addLayout(flow)
        layout.addWidget(self._limit)
        layout.addStretch(3)

    def _button(self, command: str) -> KeyButton:
        words, icon = _WORDS[command]
        around = self._parts.surroundings
        loudness = Loudness.LOUD if command in {"session.begin", "turn.next"} else Loudness.EDGED
        key, said = key_of(command), self._parts.words(words)
        button = KeyButton(around.theme, around.icons, said, icon, key, loudness, live=True)
        button.setObjectName(f"idle-{command.replace('.', '-')}")
        button.clicked.connect(lambda _checked=False: self._parts.commands.give(command))
        return button

    def set_space(self, space: Space) -> None:
        """Be lower where the room is short: a smaller title, and the quieter buttons as icons."""
        cramped = space is Space.CRAMPED
        self._has_room = not cramped
        self._outer.setContentsMargins(0, 0 if cramped else 36, 0, 0)
        self._outer.setSpacing(6 if cramped else 12)
        self._is_tight = space >= Space.TIGHT
        self._clock.set_cramped(self._is_tight)
        self._show_sentence()
        self._title.setProperty("role", "title" if cramped else "display")
        self._title.style().unpolish(self._title)
        self._title.style().polish(self._title)
        for command, button in self._buttons.items():
            button.set_live(not cramped)
            button.show_key(not cramped, in_corner=space >= Space.TIGHT)
            button.be_icon(cramped and command not in _FIRST)

    def make_room(self, is_needed: bool) -> None:
        """Leave the sentence out: what is asked below matters more."""
        self._is_short = is_needed
        self._show_sentence()

    def _show_sentence(self) -> None:
        # The time off the record needs its room too; the title and the line below say the same in fewer words.
        self._sentence.setVisible(not self._is_short and not (self._is_tight and not self._clock.isHidden()))

    def show_floor(self, floor: FloorView) -> None:
        """Show the case that the floor is in."""
        self._clock.show_since(floor.off_since)
        self._show_sentence()
        case, name = _case(floor), floor.queue[0].speaker if floor.queue else None
        words = self._parts.words
        self._title.setText(words(case.title))
        self._sentence.setText(words(case.sentence).format(name=isolated(name.name) if name else ""))
        limited = words(N_("A turn may take {time}; + and − change it."))
        free = words(N_("A turn may take as long as it takes; + sets a limit."))
        self._limit.setText(limited.format(time=clock_words(floor.limit)) if floor.limit else free)
        self._limit.setVisible(self._has_room and floor.state is SessionState.OPEN and not floor.off_record)
        for command, button in self._buttons.items():
            button.setVisible(command in case.commands)
        if name:
            give = words(N_("Give the floor: {name}")).format(name=isolated(short_name(name, 12)))
            self._buttons["turn.next"].set_words(give)
        again = floor.state is SessionState.ADJOURNED
        off = N_("Back on the record") if floor.off_record else N_("Off the record")
        self._buttons["off_record.toggle"].set_words(words(off), "pen-line" if floor.off_record else "ban")
        self._buttons["session.begin"].set_words(words(N_("Go on with it") if again else N_("Begin the session")))

    def take_focus(self) -> None:
        """Give the focus to the first button shown."""
        shown = next((button for button in self._buttons.values() if not button.isHidden()), None)
        if shown is not None:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)


def _case(floor: FloorView) -> Case:
    if floor.state is None:
        return _NO_SESSION
    if floor.off_record:
        return _OFF_RECORD
    if floor.state is SessionState.OPEN:
        return _NEXT if floor.queue else _NOBODY
    cases = {SessionState.PLANNED: _PLANNED, SessionState.ADJOURNED: _ADJOURNED}
    return cases.get(floor.state, _SETTLED)
