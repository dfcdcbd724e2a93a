"""The undo stack: what was done, in memory only; knows changes, not meanings."""

from dataclasses import dataclass, field, replace

from t2desk.domain.changes import Changes, RowChange
from t2desk.domain.moments import Moment
from t2desk.domain.word_families import takes_in_speech


@dataclass(frozen=True, slots=True)
class Step:
    """One thing done: its operation's name, what it changed, the log segment it belongs to, and when it was done."""

    operation: str
    changes: Changes
    segment: str
    at: Moment | None = None

    def said_within(self, seconds: float, now: Moment) -> bool:
        """Say whether this wrote down what was said in the last so many seconds."""
        lately = self.at is not None and self.at.seconds_until(now) <= seconds
        return lately and takes_in_speech(self.operation)

    def last_change(self, row: RowChange) -> int | None:
        """Return where this step changed the same row for the last time, or None."""
        places = [n for n, own in enumerate(self.changes.rows) if (own.kind, own.key) == (row.kind, row.key)]
        return places[-1] if places else None

    def ending_with(self, place: int, row: RowChange) -> "Step":
        """Return the step with another outcome for one row."""
        rows = list(self.changes.rows)
        rows[place] = replace(rows[place], after=row.after)
        return replace(self, changes=Changes(tuple(rows)))


@dataclass(slots=True)
class History:
    """Done and undone steps; emptied on lock, on close and by whatever must not come back."""

    _done: list[Step] = field(default_factory=list)
    _undone: list[Step] = field(default_factory=list)
    _closings: list[tuple[str, Moment]] = field(default_factory=list)

    def close_floor(self, session: str, at: Moment) -> None:
        """Remember when the floor of a session was closed: no turn from before can have gone on beyond."""
        self._closings.append((session, at))

    def closings(self) -> tuple[tuple[str, Moment], ...]:
        """Return when the floor of which session was closed, the first first."""
        return tuple(self._closings)

    def push(self, step: Step) -> None:
        """Remember a step; what was undone before it is gone."""
        self._done.append(step)
        self._undone.clear()

    def pass_over(self, changes: Changes) -> None:
        """Let what an act that cannot be undone did hold as if it had been part of each row's last step.

        Else redo would bring back what that act ended. What was undone and is about the same rows is forgotten.
        """
        for row in changes:
            if any(step.last_change(row) is not None for step in self._undone):
                self._undone.clear()
            self._hold(row)

    def _hold(self, row: RowChange) -> None:
        for number in reversed(range(len(self._done))):
            place = self._done[number].last_change(row)
            if place is not None:
                self._done[number] = self._done[number].ending_with(place, row)
                return

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

    def said_lately(self, seconds: float, now: Moment) -> tuple[Step, ...]:
        """Return the steps that wrote down what was said in the last so many seconds, the latest first."""
        return tuple(step for step in reversed(self._done) if step.said_within(seconds, now))

    def forget_lately(self, seconds: float, now: Moment) -> None:
        """Forget those steps as if they had never been, and all that was undone: it may hold the same words."""
        self._done[:] = [step for step in self._done if not step.said_within(seconds, now)]
        self._undone.clear()

    def clear(self) -> None:
        """Forget everything."""
        self._done.clear()
        self._undone.clear()
        self._closings.clear()
