"""The undo stack: what was done, in memory only; knows changes, not meanings."""

from dataclasses import dataclass, field

from t2desk.domain.changes import Changes


@dataclass(frozen=True, slots=True)
class Step:
    """One thing done: its operation's name, what it changed, and the log segment it belongs to."""

    operation: str
    changes: Changes
    segment: str


@dataclass(slots=True)
class History:
    """Done and undone steps; emptied on lock, on close and by whatever must not come back."""

    _done: list[Step] = field(default_factory=list)
    _undone: list[Step] = field(default_factory=list)

    def push(self, step: Step) -> None:
        """Remember a step; what was undone before it is gone."""
        self._done.append(step)
        self._undone.clear()

    def last_done(self) -> Step | None:
        """Return the step that undo would take back."""
        return self._done[-1] if self._done else None

    def last_undone(self) -> Step | None:
        """Return the step that redo would do again."""
        return self._undone[-1] if self._undone else None

    def undone(self) -> None:
        """Move the last step over to what can be done again."""
        self._undone.append(self._done.pop())

    def redone(self) -> None:
        """Move the last undone step back."""
        self._done.append(self._undone.pop())

    def clear(self) -> None:
        """Forget everything."""
        self._done.clear()
        self._undone.clear()
