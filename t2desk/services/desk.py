"""The only door to the data: read, perform an operation, undo, redo; one transaction each."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from t2desk.domain.changes import Changes
from t2desk.domain.desk_errors import NothingToRedo, NothingToUndo
from t2desk.domain.errors import DeskError
from t2desk.domain.ports import Clock, Store, Work
from t2desk.services.history import History, Step
from t2desk.services.lately import keep_account
from t2desk.services.operations import LOG_NAMES, OPERATIONS, REDO, UNDO
from t2desk.services.privacy import refuse_words
from t2desk.services.registry import Operation
from t2desk.services.room import refuse_past_off_record, refuse_while_off_record
from t2desk.services.stopping import end_at_closings
from t2desk.services.taking_back import as_if_never

T = TypeVar("T")


class Desk:
    """Runs service functions, each in one transaction, on the lane that owns the store."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Begin with an empty history."""
        self._store = store
        self.clock = clock
        self.history = History()

    def read(self, question: Callable[[Work], T]) -> T:
        """Return the answer to a question, which changes nothing."""
        work = self._store.begin(self.clock.now())
        try:
            return question(work)
        finally:
            self._store.roll_back()

    def refusals(self, acts: Iterable[tuple[str, Mapping[str, object]]]) -> tuple[DeskError | None, ...]:
        """Return why each of some operations would be refused now, None where it would be done.

        Each is really tried, by the way that `perform` goes, and rolled back: what is offered and what is done cannot
        drift apart. Meant for acts on one thing; what settles or forgets is not tried.
        """
        return tuple(self._refusal(OPERATIONS.get(name), fields) for name, fields in acts)

    def _refusal(self, operation: Operation, fields: Mapping[str, object]) -> DeskError | None:
        work = self._store.begin(self.clock.now())
        try:
            arguments = operation.arguments(fields)
            _refuse_now(work, operation)
            operation.function(work, **arguments)
        except DeskError as refusal:
            return refusal
        finally:
            self._store.roll_back()
        return None

    def perform(self, name: str, fields: Mapping[str, object]) -> tuple[object, Changes]:
        """Perform an operation from the outside: its fields are checked against the registry first."""
        operation = OPERATIONS.get(name)
        arguments = operation.arguments(fields)
        if operation.takes_back:
            return self._take_back(operation, arguments)
        return self.write(operation, lambda work: operation.function(work, **arguments))

    def _take_back(self, operation: Operation, arguments: dict[str, Any]) -> tuple[object, Changes]:
        """Take back what was taken in lately, whatever of the floor came in between, and let nothing be left of it."""
        lately = (arguments["seconds"], self.clock.now())
        steps = self.history.said_lately(*lately)

        def act(work: Work) -> object:
            self._store.apply(as_if_never(steps))
            return operation.function(work, **arguments)

        done = self.write(operation, act)
        self.history.forget_lately(*lately)
        return done

    def write(self, operation: Operation, act: Callable[[Work], T]) -> tuple[T, Changes]:
        """Run one act in one transaction; when it returns, its change is durable on disk."""

        def guarded(work: Work) -> T:
            _refuse_now(work, operation)
            value = act(work)
            keep_account(work, operation.name)
            return value

        value, changes, work = self._transact(operation.name, guarded)
        if operation.undoable and changes and not work.purges:
            self.history.push(Step(operation.name, changes, work.segment, work.now))
        elif not operation.undoable:
            self.history.pass_over(changes)
        if operation.closes_floor:
            self.history.close_floor(work.segment, work.now)
        return value, changes

    def undo(self) -> Changes:
        """Take the last step back. Raises NothingToUndo."""
        step = self.history.last_done()
        if step is None:
            raise NothingToUndo
        changes = self._replay(UNDO, step.changes.inverse(), step.segment)
        self.history.undone()
        return changes

    def redo(self) -> Changes:
        """Do the last undone step again. Raises NothingToRedo, and OffTheRecord: doing again is taking in."""
        step = self.history.last_undone()
        if step is None:
            raise NothingToRedo
        changes = self._replay(REDO, step.changes, step.segment, step.operation)
        self.history.redone()
        return changes

    def _replay(self, name: str, images: Changes, segment: str, again: str = "") -> Changes:
        def act(work: Work) -> None:
            if name == REDO:
                refuse_while_off_record(work)
                refuse_words(work, again)
            work.log_under(segment)
            self._store.apply(images)
            refuse_past_off_record(work)
            end_at_closings(work, self.history.closings())

        return self._transact(name, act)[1]

    def _transact(self, name: str, act: Callable[[Work], T]) -> tuple[T, Changes, Work]:
        if name not in LOG_NAMES:
            raise ValueError(name)
        work = self._store.begin(self.clock.now())
        try:
            value = act(work)
        except BaseException:
            self._store.roll_back()
            raise
        changes = self._store.commit(name)
        if work.purges:
            # First of all: whatever the disk says next, undo brings nothing back.
            if not work.undo_stays:
                self.history.clear()
            # Where the room waits, words are overwritten; where nobody may link anything, the file is written anew.
            self._store.scrub(rewrite=not work.undo_stays)
        return value, changes, work


def _refuse_now(work: Work, operation: Operation) -> None:
    """Refuse what takes something in off the record, and words where strangers hear them."""
    if operation.captures:
        refuse_while_off_record(work)
    refuse_words(work, operation.name)
