"""The desk, seen from the window's thread: writes and reads go to the lane, answers and changes come back."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Signal, SignalInstance

from t2desk.domain.errors import DeskError
from t2desk.ui.kit.lane import Lane

if TYPE_CHECKING:  # all of this is loaded behind the door, with the first dossier
    from t2desk.domain.changes import Changes
    from t2desk.domain.ports import Work
    from t2desk.services.desk import Desk
    from t2desk.services.history import Step

T = TypeVar("T")


def _nothing(_value: Any) -> None:
    """Answer nothing: whoever wrote does not wait for it."""


def _is_alive(call: Callable[..., Any]) -> bool:
    """Say whether a call leads to a widget that is still there: pages go while their last words are being written."""
    owner = getattr(call.func if isinstance(call, partial) else call, "__self__", None)
    return not isinstance(owner, QObject) or shiboken6.isValid(owner)


class DeskBridge(QObject):
    """Every panel's way to the data.

    `changed` comes after each commit, with what it touched; `saved` when it is durable; `refused` with a refusal that
    the one who asked does not show itself; `failed` with a fault. `undone` and `redone` come with the name of the
    operation that was taken back or done again: nobody may lose a line by a key and not be told.
    """

    changed = Signal(object)
    saved = Signal()
    refused = Signal(object)
    failed = Signal(object)
    undone = Signal(str)
    redone = Signal(str)

    def __init__(self, desk: "Desk", lane: Lane) -> None:
        """Begin to carry."""
        super().__init__()
        self._desk = desk
        self._lane = lane

    def write(
        self,
        operation: str,
        fields: Mapping[str, object] | None = None,
        then: Callable[[Any], None] = _nothing,
        refused: Callable[[DeskError], None] | None = None,
    ) -> None:
        """Perform an operation of the registry; `then` gets its value, `refused` a refusal (else the signal does)."""

        def done(answer: "tuple[Any, Changes]") -> None:
            value, changes = answer
            self._tell(changes)
            if _is_alive(then):
                then(value)

        self._lane.submit(
            lambda: self._desk.perform(operation, dict(fields or {})),
            done,
            lambda problem: self._failed(problem, refused),
        )

    def undo(self) -> None:
        """Take the last step back."""
        self._step(self._desk.history.last_done, self._desk.undo, self.undone)

    def redo(self) -> None:
        """Do the last undone step again."""
        self._step(self._desk.history.last_undone, self._desk.redo, self.redone)

    def _step(self, which: "Callable[[], Step | None]", act: "Callable[[], Changes]", said: SignalInstance) -> None:
        def go() -> "tuple[str, Changes]":
            step = which()
            changes = act()
            return (step.operation if step else "", changes)

        def done(answer: "tuple[str, Changes]") -> None:
            name, changes = answer
            self._tell(changes)
            said.emit(name)

        self._lane.submit(go, done, lambda problem: self._failed(problem, None))

    def read(self, owner: QObject, question: "Callable[[Work], T]", then: Callable[[T], None]) -> None:
        """Ask a question; an answer whose owner has gone is dropped."""

        def done(answer: T) -> None:
            if shiboken6.isValid(owner):
                then(answer)

        self._lane.submit(lambda: self._desk.read(question), done, lambda problem: self._failed(problem, None))

    def try_out(
        self,
        owner: QObject,
        acts: "Sequence[tuple[str, Mapping[str, object]]]",
        then: Callable[[tuple[DeskError | None, ...]], None],
    ) -> None:
        """Ask why each of some operations would be refused now; none is done."""

        def done(answer: tuple[DeskError | None, ...]) -> None:
            if shiboken6.isValid(owner):
                then(answer)

        self._lane.submit(lambda: self._desk.refusals(acts), done, lambda problem: self._failed(problem, None))

    def run(
        self, owner: QObject, act: Callable[[], T], then: Callable[[T], None], refused: Callable[[DeskError], None]
    ) -> None:
        """Run something else that needs the dossier's thread, such as an export."""

        def done(answer: T) -> None:
            if shiboken6.isValid(owner):
                then(answer)

        self._lane.submit(act, done, lambda problem: self._failed(problem, refused))

    def act(
        self,
        act: "Callable[[], tuple[T, Changes]]",
        then: Callable[[T], None],
        refused: Callable[[DeskError], None] | None = None,
    ) -> None:
        """Run a service that writes by itself, such as an import, and tell what it changed."""

        def done(answer: "tuple[T, Changes]") -> None:
            value, changes = answer
            self._tell(changes)
            if _is_alive(then):
                then(value)

        self._lane.submit(act, done, lambda problem: self._failed(problem, refused))

    def _tell(self, changes: "Changes") -> None:
        if changes:
            self.saved.emit()
            self.changed.emit(changes)

    def _failed(self, problem: BaseException, refused: Callable[[DeskError], None] | None) -> None:
        if not isinstance(problem, DeskError):
            self.failed.emit(problem)
        elif refused is not None and _is_alive(refused):
            refused(problem)
        else:
            self.refused.emit(problem)
