"""The last day on which a session began or ended, so that a clock that was set back is noticed before destroying."""

from datetime import datetime

from t2desk.domain.moments import Moment
from t2desk.domain.ports import Work
from t2desk.domain.retention import THE_LAST_DAY, LastDay


def today_of(now: Moment) -> str:
    """Return the day as the laptop's clock and its zone have it (ISO)."""
    return datetime.fromtimestamp(now.wall / 1000).astimezone().date().isoformat()


def note_day(work: Work) -> None:
    """Note today, unless a later day was noted before."""
    day, before = today_of(work.now), work.find(LastDay, THE_LAST_DAY)
    if before is None or before.day < day:
        work.put(LastDay(THE_LAST_DAY, day))
