"""What was put into words lately: rows by kind and key, so that "forget that" finds them after a restart too."""

from dataclasses import dataclass

from t2desk.domain.moments import Moment

# Nobody says "forget that" of what lies longer back; more would be a mistake of the hand.
LONGEST_FORGOTTEN = 600


@dataclass(frozen=True, slots=True)
class Lately:
    """A row that words were put into: of which session, in which table, made then or changed, and when.

    `of` refers to its session with no foreign key: in neither log nor undo, it must not stand in the way of what can
    be undone. Rows older than can be forgotten go with the next one; settling lets all of a session's go.
    """

    key: int
    of: str
    table: str
    row: str
    made: bool
    at: Moment
