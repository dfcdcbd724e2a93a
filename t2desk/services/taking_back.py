"""What it takes for the last words to be as if they had never been taken in, whatever of the floor came in between."""

from dataclasses import dataclass, field

from t2desk.domain.changes import Changes, Image, RowChange
from t2desk.services.history import Step

# What was taken away by hand stays away: nobody took any words in by it.
_BY_HAND = frozenset({"remove", "withdraw", "take_back"})
# What these made stricter stays strict.
_STRICTER = frozenset({"note.tighten", "point.tighten", "poll.withdraw"})
# A consent that was withdrawn stays withdrawn, even where it was given lately: else its words would leave again.
_WITHDRAWN = "consent.withdraw"

_Place = tuple[str, str | int]


def as_if_never(steps: tuple[Step, ...]) -> Changes:
    """Return the changes that take steps back together; `steps` come latest first.

    A row that they made goes, one that they changed is as it was before the first of them; a row that was taken away
    by hand is not brought back, one that went for another reason (into another note) is.
    """
    rows = _Rows()
    for step in reversed(steps):
        rows.take(step)
    return rows.taken_back()


@dataclass(slots=True)
class _Rows:
    """The rows that some steps touched: how each was before, how it is now, and what holds all the same."""

    before: dict[_Place, Image | None] = field(default_factory=dict)
    after: dict[_Place, Image | None] = field(default_factory=dict)
    by_hand: set[_Place] = field(default_factory=set)
    withdrawn: dict[_Place, Image | None] = field(default_factory=dict)

    def take(self, step: Step) -> None:
        """Take in the next step."""
        by_hand = step.operation.rpartition(".")[2] in _BY_HAND
        for row in step.changes:
            if step.operation in _STRICTER and row.after is not None:
                continue
            place = (row.kind, row.key)
            self.before.setdefault(place, row.before)
            self.after[place] = row.after
            if by_hand and row.after is None:
                self.by_hand.add(place)
            if step.operation == _WITHDRAWN:
                self.withdrawn[place] = row.after

    def taken_back(self) -> Changes:
        """Return what puts every row back, as far as it may be."""
        gone = {key for (_, key), image in self.before.items() if image is None}
        stays = {place for place, now in self.after.items() if now is None and place in self.by_hand}
        # What was withdrawn of words that go goes with them.
        held = {place: image for place, image in self.withdrawn.items() if image and not gone & set(image[1:])}
        return Changes(
            tuple(
                RowChange(*place, self.after[place], held.get(place, was))
                for place, was in self.before.items()
                if place not in stays
            )
        )
