"""What few turns have beside their row, under the turn's own key: written in one way, whoever marks."""

from dataclasses import replace

from t2desk.domain.floor import Turn
from t2desk.domain.floor_terms import PointCategory, TurnMark
from t2desk.domain.ports import Work


def mark_turn(work: Work, turn: Turn, **what: int | float | bool | PointCategory | None) -> TurnMark:
    """Give a turn some of what TurnMark has; the rest of its mark stays."""
    mark = replace(work.find(TurnMark, turn.key) or TurnMark(turn.key, turn.session), **what)  # type: ignore[arg-type]
    work.put(mark)
    return mark
