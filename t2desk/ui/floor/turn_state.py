"""Where a turn stands against its limit, and the numbers that are shown of it."""

from dataclasses import dataclass
from enum import StrEnum

from t2desk.domain.moments import Moment
from t2desk.services.floor_views import NEARLY, Holding


class TurnState(StrEnum):
    """What colour and words a turn's clock takes."""

    FINE = "fine"
    NEARLY = "nearly"
    OVER = "over"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class TurnTimes:
    """A turn at one moment, in whole seconds: `figure` is what the large clock shows, left or held."""

    state: TurnState
    elapsed: int
    figure: int


def turn_times(holding: Holding, now: Moment) -> TurnTimes:
    """Return a turn's times; with a limit the clock counts down, without one it counts up."""
    elapsed = int(holding.turn.elapsed(now))
    left = holding.limit - elapsed
    figure = left if holding.limit else elapsed
    if holding.turn.paused is not None:
        return TurnTimes(TurnState.PAUSED, elapsed, figure)
    if not holding.limit or left > NEARLY:
        return TurnTimes(TurnState.FINE, elapsed, figure)
    return TurnTimes(TurnState.NEARLY if left >= 0 else TurnState.OVER, elapsed, figure)
