"""What it takes for the last words to be as if they had never been taken in, whatever of the floor came in between."""

from t2desk.domain.changes import Changes, Image, RowChange
from t2desk.services.history import Step

# What was removed by hand stays removed, and what was tightened stays strict: neither took any words in.
_REMOVED, _TIGHTENED = "remove", "tighten"


def as_if_never(steps: tuple[Step, ...]) -> Changes:
    """Return the changes that take steps back together; `steps` come latest first.

    A row that they made goes, one that they changed is as it was before the first of them; a row that was removed by
    hand is not brought back, one that went for another reason (into another note) is.
    """
    before: dict[tuple[str, str | int], Image | None] = {}
    after: dict[tuple[str, str | int], Image | None] = {}
    by_hand: set[tuple[str, str | int]] = set()
    for step in reversed(steps):
        act = step.operation.rpartition(".")[2]
        for row in step.changes if act != _TIGHTENED else ():
            before.setdefault((row.kind, row.key), row.before)
            after[row.kind, row.key] = row.after
            if act == _REMOVED and row.after is None:
                by_hand.add((row.kind, row.key))
    rows = (RowChange(kind, key, after[kind, key], was) for (kind, key), was in before.items())
    return Changes(tuple(row for row in rows if not (row.before is None and (row.kind, row.key) in by_hand)))
