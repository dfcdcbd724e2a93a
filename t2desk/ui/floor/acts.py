"""The floor's commands: each key one act of the registry, whatever the floor's state allows."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from t2desk.domain.errors import DeskError
from t2desk.domain.floor import LONGEST_LIMIT, TurnKind
from t2desk.domain.keys import key_to_text
from t2desk.domain.moments import Moment
from t2desk.domain.series import SessionState
from t2desk.i18n import N_
from t2desk.ui.floor.feed import FloorFeed
from t2desk.ui.floor.off_record import change_seconds, choose_seconds
from t2desk.ui.kit.hours import hour_words
from t2desk.ui.shell.message_bar import PLAIN
from t2desk.ui.shell.views import ViewParts

_MINUTE = 60


class FloorActs(QObject):
    """Takes the floor's commands on while the desk is shown."""

    def __init__(self, parts: ViewParts, feed: FloorFeed, parent: QObject) -> None:
        """Take all of them on."""
        super().__init__(parent)
        self._parts, self._feed = parts, feed
        self._is_giving = False
        handlers: dict[str, Callable[[], object]] = {
            "turn.pause": self._on_pause,
            "turn.next": self._on_next,
            "turn.end": partial(self._write, "turn.end"),
            "turn.extend": partial(self._on_limit, _MINUTE),
            "turn.shorten": partial(self._on_limit, -_MINUTE),
            "turn.point_of_order": partial(self._on_interrupt, TurnKind.POINT_OF_ORDER),
            "turn.right_of_reply": partial(self._on_interrupt, TurnKind.RIGHT_OF_REPLY),
            "turn.began": partial(self._write, "turn.began", seconds=_MINUTE),
            "turn.question": self._on_question,
            "turn.facilitator": partial(self._write, "turn.start", kind=TurnKind.FACILITATOR.value),
            "turn.silence": partial(self._write, "turn.start", kind=TurnKind.SILENCE.value),
            "interpretation.toggle": self._on_interpretation,
            "queue.toggle": self._on_list,
            "queue.take_back": self._on_take_back,
            "floor.suggested": self._on_suggested,
            "budget.share": self._on_share,
            "turn.confirm": self._on_confirm,
            "floor.hold": self._on_hold,
            "off_record.toggle": self._on_off_record,
            "session.begin": self._on_begin,
            "session.adjourn": self._on_adjourn,
        }
        for command, handler in handlers.items():
            parts.commands.take_on(command, handler, owner=self)

    def _write(self, operation: str, **fields: object) -> None:
        self._parts.bridge.write(operation, fields)

    def _say(self, words: str) -> None:
        self._parts.say(self._parts.words(words), PLAIN)

    def _on_pause(self) -> None:
        holding = self._feed.floor.holding
        self._write("turn.resume" if holding and holding.turn.paused else "turn.pause")

    def _on_next(self) -> None:
        floor = self._feed.floor
        if floor.state is SessionState.OPEN and not floor.off_record and not floor.queue:
            self._say(N_("Nobody is waiting: A adds somebody to the list, S gives the floor at once."))
        else:
            self._write("turn.next", **self._seen())

    def _seen(self) -> dict[str, object]:
        # What was shown when the key was pressed: a second press, before the first is drawn, skips nobody.
        floor = self._feed.floor
        seen: dict[str, object] = {"seen": key_to_text(floor.queue[0].entry)} if floor.queue else {}
        if seen and floor.holding is not None:
            seen["running"] = key_to_text(floor.holding.turn.key)
        return seen

    def _on_question(self) -> None:
        holding = self._feed.floor.holding
        if holding is not None and holding.turn.kind is TurnKind.INTERPOSED_QUESTION:
            self._write("turn.answer")
        else:
            self._on_interrupt(TurnKind.INTERPOSED_QUESTION)

    def _on_interpretation(self) -> None:
        holding = self._feed.floor.holding
        interprets = holding is not None and holding.turn.kind is TurnKind.INTERPRETATION
        self._write("interpretation.end" if interprets else "interpretation.begin")

    def _on_list(self) -> None:
        self._write("queue.open" if self._feed.floor.closed else "queue.close")

    def _on_take_back(self) -> None:
        if self._feed.floor.queue:
            self._write("queue.take_back")
        else:
            self._say(N_("Nobody is waiting who could be taken off the list."))

    def _on_suggested(self) -> None:
        """Give the floor to who is suggested: this is the one key that does, and nothing does it by itself."""
        suggestion = self._feed.suggestion()
        if suggestion is None or self._feed.floor.state is not SessionState.OPEN:
            self._say(N_("Nobody is suggested now: the list and the time spoken give no reason."))
            return
        if self._is_giving:
            return  # a second press, before the first is answered, means nobody else
        kind = next((one.kind for one in self._feed.floor.queue if one.speaker.person == suggestion.person), None)
        fields = {"person": suggestion.person, "kind": (kind or TurnKind.STATEMENT).value}
        self._is_giving = True
        self._parts.bridge.write("turn.start", fields, then=self._on_given, refused=self._on_not_given)

    def _on_given(self, _turn: object) -> None:
        self._is_giving = False

    def _on_not_given(self, problem: DeskError) -> None:
        self._is_giving = False
        self._parts.bridge.refused.emit(problem)

    def _on_share(self) -> None:
        self._write("budget.share")

    def _on_confirm(self) -> None:
        doubts = self._feed.asks.doubts
        if doubts:
            self._write("turn.confirm", turn=key_to_text(doubts[0].doubt.turn.key))
        else:
            self._say(N_("No length is in doubt."))

    def _on_interrupt(self, kind: TurnKind) -> None:
        # The clock stops at once; who interrupted can be said while they speak.
        self._write("turn.start", kind=kind.value)

    def _on_limit(self, by: int) -> None:
        """Give the turn that runs a minute more or less; while none does, those to come."""
        floor = self._feed.floor
        if floor.off_record:
            change_seconds(self._parts, by)
        elif floor.holding is None:
            self._limit_turns_to_come(by)
        elif not floor.holding.limit:
            self._say(N_("Only a turn with a limit can be given a minute more or less."))
        else:
            self._write("turn.extend", seconds=by)

    def _limit_turns_to_come(self, by: int) -> None:
        floor = self._feed.floor
        if floor.state is not SessionState.OPEN:
            self._say(N_("How long a turn may be is said once the session is open, or under Prepare."))
            return
        seconds = min(LONGEST_LIMIT, max(_MINUTE, floor.limit + by))
        where = {"item": floor.limited_item} if floor.limited_item else {"session": floor.session}
        self._write("limit.set", seconds=seconds, **where)

    def _on_hold(self) -> None:
        # The hold is a draft: in no log and no undo, and so in no changes either, the floor is read again here.
        operation = "hold.release" if self._feed.floor.held else "hold.set"
        self._parts.bridge.write(operation, {}, then=lambda _draft: self._feed.read_floor())

    def _on_off_record(self) -> None:
        since = self._feed.floor.off_since
        choose_seconds(self._parts, 0)  # a time that was chosen was for this interval
        if since is None:
            self._write("off_record.begin")
        else:
            self._parts.bridge.write("off_record.end", then=lambda _done: self._say_interval(since))

    def _say_interval(self, since: Moment) -> None:
        times = (hour_words(one.wall // 1000) for one in (since, self._parts.now()))
        said = self._parts.words(N_("Off the record from {since} until {until}: nothing of it was taken in."))
        self._parts.say(said.format(since=next(times), until=next(times)), PLAIN)

    def _on_begin(self) -> None:
        floor = self._feed.floor
        if floor.session and floor.state in {SessionState.PLANNED, SessionState.ADJOURNED}:
            self._write("session.open", session=floor.session)
        elif floor.state is SessionState.OPEN:
            self._say(N_("A session is open already."))
        else:
            self._parts.go("prepare")

    def _on_adjourn(self) -> None:
        self._parts.bridge.write(
            "session.adjourn",
            then=lambda _session: self._say(
                N_("The session is adjourned and everything is kept. Ctrl+Z takes it back.")
            ),
        )
