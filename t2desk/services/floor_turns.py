"""The turns so far, the latest first, to be put right: whose they were, when they began, how long they were."""

from dataclasses import dataclass

from t2desk.domain.floor import Turn
from t2desk.domain.ports import Work
from t2desk.services.floor_views import Speaker, party_numbers, speaker_of
from t2desk.services.standing import session_at_hand

# So many turns are shown to be put right; what is older is for the record, not for the room.
MOST_TURNS = 60
# Only turns of so many seconds before now are looked at: a day.
_BACK = 86_400


@dataclass(frozen=True, slots=True)
class PastTurn:
    """A turn and its speaker; `before` is the key of the ended turn before it that it could be made one with."""

    turn: Turn
    speaker: Speaker | None
    before: int | None = None


def past_turns(work: Work) -> tuple[PastTurn, ...]:
    """Return the last turns of the session at hand, the latest first, the running ones among them."""
    session = session_at_hand(work)
    if session is None:
        return ()
    numbers = party_numbers(work)
    found = work.later(Turn, "since", work.now.shifted(-_BACK), session=session.id)
    turns = sorted(found, key=lambda turn: (turn.since.wall, turn.since.boot), reverse=True)[:MOST_TURNS]
    return tuple(
        PastTurn(one, speaker_of(work, one.person, numbers) if one.person else None, _before(turns[place + 1 :], one))
        for place, one in enumerate(turns)
    )


def _before(earlier: list[Turn], one: Turn) -> int | None:
    if one.lies_within or one.seconds is None:
        return None
    return next((turn.key for turn in earlier if not turn.lies_within and turn.seconds is not None), None)
