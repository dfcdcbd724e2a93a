"""Every command of the window: id, words, keys, when it can be given; shortcuts, palette and key sheet come from it."""

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from t2desk.i18n import N_, Phrases


@dataclass(frozen=True, slots=True)
class Command:
    """Something a person can do. The first of `keys` is shown beside it; `group` orders the key sheet."""

    id: str
    words: str
    keys: tuple[str, ...]
    group: str
    icon: str = ""


GROUP_FLOOR, GROUP_AGENDA, GROUP_CAPTURE, GROUP_GROUND, GROUP_ROOM, GROUP_DESK, GROUP_PREPARE, GROUP_AFTER = (
    N_("The floor"), N_("Agenda"), N_("Capture"), N_("Common ground"), N_("The room"), N_("The desk"),
    N_("Preparing"), N_("After"),
)  # fmt: skip

# One key for each act: a letter while no text box has the caret, and a chord or F-key that works while typing.
COMMANDS: tuple[Command, ...] = (
    Command("turn.pause", N_("Pause or go on"), ("Space", "F7"), GROUP_FLOOR, "pause"),
    Command("turn.next", N_("Next speaker"), ("N", "F8"), GROUP_FLOOR, "skip-forward"),
    Command("turn.end", N_("End the turn"), ("E", "F9"), GROUP_FLOOR, "check"),
    Command("queue.add", N_("Add to the list"), ("A", "F3"), GROUP_FLOOR, "hand"),
    Command("turn.start", N_("Give the floor to …"), ("S", "F6"), GROUP_FLOOR, "mic"),
    Command("turn.point_of_order", N_("Point of order"), ("P", "Ctrl+Shift+P"), GROUP_FLOOR, "flag"),
    Command("turn.right_of_reply", N_("Right of reply"), ("Y", "Ctrl+Shift+Y"), GROUP_FLOOR, "message-square"),
    Command("turn.assign", N_("Say whose turn it is"), ("W", "F4"), GROUP_FLOOR, "user"),
    Command("turn.extend", N_("One minute more"), ("+", "F5"), GROUP_FLOOR, "plus"),
    Command("turn.shorten", N_("One minute less"), ("-", "Shift+F5"), GROUP_FLOOR, "minus"),
    Command("turn.began", N_("It began one minute earlier"), ("T", "Ctrl+T"), GROUP_FLOOR, "clock"),
    Command(
        "turn.question",
        N_("Interposed question, then its answer"),
        ("Q", "Ctrl+Shift+Q"),
        GROUP_FLOOR,
        "circle-question-mark",
    ),
    Command("turn.rank", N_("Say what the point of order asks for"), ("J", "Ctrl+J"), GROUP_FLOOR, "flag"),
    Command("turn.facilitator", N_("The facilitator speaks"), ("F", "Shift+F6"), GROUP_FLOOR, "user"),
    Command("turn.silence", N_("A silence"), ("K", "Ctrl+F6"), GROUP_FLOOR, "minus"),
    Command(
        "interpretation.toggle",
        N_("The interpreter speaks, or the speaker goes on"),
        ("V", "Ctrl+Shift+V"),
        GROUP_FLOOR,
        "users",
    ),
    Command("interpreter.change", N_("Another interpreter"), ("Shift+V", "Ctrl+Shift+I"), GROUP_FLOOR, "refresh-cw"),
    Command("queue.toggle", N_("Close the list, or open it again"), ("L", "Ctrl+F3"), GROUP_FLOOR, "lock"),
    Command("queue.take_back", N_("Take the last off the list"), ("D", "Shift+F3"), GROUP_FLOOR, "undo-2"),
    Command("queue.round", N_("Round the table"), ("C", "Ctrl+Shift+C"), GROUP_FLOOR, "refresh-cw"),
    Command("floor.suggested", N_("Give the floor to who is suggested"), ("Shift+N", "Shift+F8"), GROUP_FLOOR, "mic"),
    Command("budget.open", N_("Limits of parties and of the item"), ("M", "Ctrl+Shift+L"), GROUP_FLOOR, "scale"),
    Command("budget.share", N_("Share an overrun among who waits"), ("Shift+M", "Ctrl+Shift+S"), GROUP_FLOOR, "split"),
    Command("turn.fill", N_("Give the time nobody had to …"), ("Shift+T", "Ctrl+Shift+J"), GROUP_FLOOR, "clock"),
    Command("turn.confirm", N_("Yes, the length in doubt is right"), ("Shift+W", "Shift+F4"), GROUP_FLOOR, "check"),
    Command("turns.open", N_("Put turns right"), ("U", "Ctrl+Shift+H"), GROUP_FLOOR, "list"),
    Command("balance.scope", N_("Balance of something else"), ("Shift+B", "Ctrl+Shift+W"), GROUP_FLOOR, "clock"),
    Command("balance.by", N_("Balance by something else"), ("Shift+P", "Ctrl+Shift+E"), GROUP_FLOOR, "users"),
    Command("person.merge", N_("Two entries are one person"), ("Shift+U", "Ctrl+Shift+X"), GROUP_FLOOR, "merge"),
    Command("floor.hold", N_("Ask to wait, or go on"), ("H", "Ctrl+H"), GROUP_FLOOR, "pause"),
    Command("item.next", N_("Next agenda item"), ("I", "Ctrl+I"), GROUP_AGENDA, "chevron-right"),
    Command("item.previous", N_("Back to the item before"), ("Shift+I", "Alt+I"), GROUP_AGENDA, "chevron-left"),
    Command("item.extend", N_("Five minutes more for this item"), (">", "F11"), GROUP_AGENDA, "plus"),
    Command("item.shorten", N_("Five minutes less for this item"), ("<", "Shift+F11"), GROUP_AGENDA, "minus"),
    Command("item.recover", N_("Catch up: be on time again"), ("Shift+C", "Alt+C"), GROUP_AGENDA, "clock"),
    Command("item.break", N_("A break now"), ("Shift+J", "Alt+J"), GROUP_AGENDA, "pause"),
    Command("item.park", N_("Park the item"), ("Shift+K", "Alt+K"), GROUP_AGENDA, "square-parking"),
    Command("item.unpark", N_("Bring a parked item back"), ("Shift+G", "Alt+G"), GROUP_AGENDA, "undo-2"),
    Command("item.conclude", N_("Say what came of the item"), ("Shift+D", "Alt+D"), GROUP_AGENDA, "check"),
    Command("item.notes", N_("Your own notes on the item"), ("Shift+A", "Alt+A"), GROUP_AGENDA, "pen-line"),
    Command("capture.focus", N_("To the capture line"), ("/", "F2"), GROUP_CAPTURE, "pen-line"),
    Command("capture.point", N_("New point of common ground"), ("G", "Ctrl+G"), GROUP_CAPTURE, "handshake"),
    Command("ground.read", N_("Read points back to the room"), ("Shift+R", "Alt+B"), GROUP_GROUND, "eye"),
    Command("ground.map", N_("Support of every side on every point"), ("Shift+S", "Alt+M"), GROUP_GROUND, "scale"),
    Command(
        "ground.register",
        N_("Beside the points: divergences, interests, how it is decided"),
        ("Shift+E", "Alt+E"),
        GROUP_GROUND,
        "split",
    ),
    Command("off_record.toggle", N_("Off the record, or on again"), ("O", "F10"), GROUP_ROOM, "ban"),
    Command("off_record.forget", N_("Forget the last seconds’ words"), ("Shift+F", "Ctrl+F10"), GROUP_ROOM, "ban"),
    Command(
        "room.show",
        N_("Choose a screen for the room, and what it sees"),
        ("R", "Ctrl+Shift+R"),
        GROUP_ROOM,
        "presentation",
    ),
    Command(
        "room.blank", N_("Blank the room display, or show again"), ("B", "Ctrl+Shift+K"), GROUP_ROOM, "monitor-off"
    ),
    Command("room.freeze", N_("Freeze the room display, or go on"), ("Z", "Ctrl+Shift+F"), GROUP_ROOM, "pause"),
    Command("room.agenda", N_("Agenda to the room"), ("Ctrl+Shift+G",), GROUP_ROOM, "list-ordered"),
    Command("room.rule", N_("Rule to the room"), ("Ctrl+Shift+U",), GROUP_ROOM, "scale"),
    Command("room.point", N_("Point to the room, or the next one"), ("Ctrl+Shift+T",), GROUP_ROOM, "handshake"),
    Command("room.ground_rules", N_("Ground rules to the room"), ("Alt+R",), GROUP_ROOM, "list"),
    Command("room.message", N_("Message to the speaker"), ("Ctrl+Shift+M",), GROUP_ROOM, "message-square"),
    Command("room.parties", N_("Parties to the room, or not"), ("Alt+S",), GROUP_ROOM, "users"),
    Command("room.balance", N_("Shares of the time to the room, or not"), ("Alt+L",), GROUP_ROOM, "scale"),
    Command("room.wordless", N_("Time to the room without digits, or with"), ("Ctrl+Shift+D",), GROUP_ROOM, "clock"),
    Command(
        "room.privacy",
        N_("The room is not private, or is again"),
        ("Shift+O", "Shift+F12"),
        GROUP_ROOM,
        "triangle-alert",
    ),
    Command("desk.curtain", N_("Curtain"), ("F12",), GROUP_ROOM, "eye-off"),
    Command("desk.lock", N_("Lock"), ("Ctrl+L",), GROUP_ROOM, "lock"),
    Command("desk.undo", N_("Undo"), ("Ctrl+Z",), GROUP_DESK, "undo-2"),
    Command("desk.redo", N_("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), GROUP_DESK, "redo-2"),
    Command("desk.palette", N_("Commands"), ("Ctrl+K",), GROUP_DESK, "command"),
    Command("desk.keys", N_("Keys"), ("F1", "?"), GROUP_DESK, "keyboard"),
    Command("desk.search", N_("Search"), ("Ctrl+F",), GROUP_DESK, "search"),
    Command("view.prepare", N_("Prepare"), ("Alt+1",), GROUP_DESK, "list-ordered"),
    Command("view.desk", N_("The desk"), ("Alt+2",), GROUP_DESK, "mic"),
    Command("view.after", N_("After"), ("Alt+3",), GROUP_DESK, "file-text"),
    Command("view.timeline", N_("Timeline of the session"), ("Alt+6",), GROUP_DESK, "clock"),
    Command("view.records", N_("Records"), ("Alt+4",), GROUP_DESK, "book-open"),
    Command("view.settings", N_("Settings"), ("Alt+5", "Ctrl+,"), GROUP_DESK, "settings"),
    Command("session.begin", N_("Begin the session, or go on with it"), ("Ctrl+Shift+B",), GROUP_ROOM, "play"),
    Command("session.adjourn", N_("Adjourn the session"), ("Ctrl+Shift+A",), GROUP_ROOM, "clock"),
    Command("prepare.people", N_("People and parties"), ("Ctrl+1",), GROUP_PREPARE, "users"),
    Command("prepare.agenda", N_("The agenda"), ("Ctrl+2",), GROUP_PREPARE, "list-ordered"),
    Command("prepare.rule", N_("The rule"), ("Ctrl+3",), GROUP_PREPARE, "scale"),
    Command("prepare.check", N_("Pre-flight check"), ("Ctrl+4",), GROUP_PREPARE, "shield-check"),
    Command("prepare.add", N_("To the line for adding"), ("Ctrl+N",), GROUP_PREPARE, "plus"),
    Command("prepare.import", N_("Import a file"), ("Ctrl+O",), GROUP_PREPARE, "import"),
    Command("session.open", N_("Open the session"), ("Ctrl+Shift+O",), GROUP_PREPARE, "play"),
    Command("after.triage", N_("Triage"), ("Ctrl+1",), GROUP_AFTER, "merge"),
    Command("after.draft", N_("Draft"), ("Ctrl+2",), GROUP_AFTER, "pen-line"),
    Command("after.editions", N_("Editions"), ("Ctrl+3",), GROUP_AFTER, "stamp"),
    Command("after.consent", N_("Consent and clearance"), ("Ctrl+5",), GROUP_AFTER, "handshake"),
    Command("after.close", N_("Close"), ("Ctrl+4",), GROUP_AFTER, "shield-check"),
    Command("after.timeline", N_("Timeline"), ("Ctrl+6",), GROUP_AFTER, "users"),
    Command("after.times", N_("Planned and actual times"), ("Ctrl+7",), GROUP_AFTER, "clock"),
    Command("edition.export", N_("Export the edition"), ("X", "Ctrl+E"), GROUP_AFTER, "file-down"),
)

# What must be heard wherever the caret is, in a list that dropped down or in a file dialog too; none has a letter.
FROM_ANYWHERE = frozenset({"desk.curtain", "desk.lock"})


def command_of(command: str) -> Command | None:
    """Return a command by id, or None where there is none."""
    return next((one for one in COMMANDS if one.id == command), None)


def icon_of(command: str) -> str:
    """Return the name of a command's icon, or nothing where it has none."""
    found = command_of(command)
    return found.icon if found is not None else ""


def key_of(command: str) -> str:
    """Return the key that is shown beside a command: the first of its keys."""
    return next(one.keys[0] for one in COMMANDS if one.id == command)


def chord_of(command: str) -> str:
    """Return the key that gives a command also while somebody types: the last that types nothing itself."""
    keys = next(one.keys for one in COMMANDS if one.id == command)
    return next(key for key in reversed(keys) if len(key) > 1 and key != "Space")


class CommandSet:
    """The commands as actions of one window; handlers are given by whoever owns the act."""

    def __init__(self, window: QWidget, phrases: Phrases) -> None:
        """Make an action for every command; all are off until somebody takes them on."""
        self._actions: dict[str, QAction] = {}
        self._owners: dict[str, object] = {}
        self._phrases = phrases
        for command in COMMANDS:
            action = QAction(phrases(command.words), window)
            action.setObjectName(command.id)
            action.setShortcuts([QKeySequence(key) for key in command.keys])
            if command.id in FROM_ANYWHERE:
                action.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
            action.setEnabled(False)
            window.addAction(action)
            self._actions[command.id] = action

    def take_on(self, command: str, handler: Callable[[], object], owner: QObject | None = None) -> None:
        """Let a command do something; taking it on again replaces what it did.

        With an owner, the command is let go of when the owner goes, unless somebody else has taken it on since.
        """
        action = self._actions[command]
        mark = object()
        self._owners[command] = mark
        if owner is not None:
            owner.destroyed.connect(lambda: self._owner_gone(command, mark))
        if action.isEnabled():
            action.triggered.disconnect()
        action.triggered.connect(lambda _checked=False: handler())
        action.setEnabled(True)

    def hold(self, owner: QObject, handlers: Mapping[str, Callable[[], object]]) -> None:
        """Let commands do something for as long as an owner lives, unless somebody else takes them on before."""
        for command, handler in handlers.items():
            self.take_on(command, handler, owner)

    def let_go(self, commands: Iterable[str]) -> None:
        """Let commands do nothing; what is off is not in the palette either."""
        for command in commands:
            action = self._actions[command]
            if action.isEnabled():
                action.triggered.disconnect()
                action.setEnabled(False)

    def _owner_gone(self, command: str, mark: object) -> None:
        # With the whole window gone, the actions went first.
        if self._owners.get(command) is mark and shiboken6.isValid(self._actions[command]):
            self.let_go([command])

    def mute_letter(self, command: str, is_muted: bool) -> None:
        """Let a command be given by its chord alone, or by its letter too."""
        keys = next(one.keys for one in COMMANDS if one.id == command)
        heard = [key for key in keys if len(key) > 1] if is_muted else keys
        self._actions[command].setShortcuts([QKeySequence(key) for key in heard])

    def available(self) -> tuple[tuple[Command, QAction], ...]:
        """Return the commands that can be given now."""
        return tuple((one, self._actions[one.id]) for one in COMMANDS if self._actions[one.id].isEnabled())

    def give(self, command: str) -> None:
        """Give a command as if its key had been pressed."""
        self._actions[command].trigger()

    def give_by_key(self, keys: QKeySequence, among: Container[str] | None = None) -> bool:
        """Give the command that these keys stand for, if it can be given now; say whether there is one."""
        for command, action in self.available():
            if keys in action.shortcuts() and (among is None or command.id in among):
                action.trigger()
                return True
        return False
