"""When something comes back, as people type it: 14:30, 14h30, 45 min, 2026-05-05, 2026-05-05 09:00."""

import re
from datetime import datetime, timedelta

from t2desk.domain.durations import minutes_of

_HOUR = re.compile(r"(?P<hour>\d{1,2})\s?[:.h]\s?(?P<minute>[0-5]\d)", re.IGNORECASE)
_UNIT = re.compile(r"[^\d\s:.,+]")
# A day without an hour: when a sitting usually begins.
_MORNING = 9


def due_of(written: str, now: datetime) -> datetime | None:
    """Return the moment that was meant, on the clock and with the offset of `now`; None for what is none.

    An hour that has passed today is tomorrow's. A length needs its unit: "45" alone may be anything.
    """
    text = " ".join(written.split())
    if hour := _HOUR.fullmatch(text):
        return _next(int(hour["hour"]), int(hour["minute"]), now)
    if _UNIT.search(text.lstrip("+")) and (minutes := minutes_of(text.lstrip("+ "))) is not None:
        return now + timedelta(minutes=minutes)
    return _dated(text, now)


def _next(hour: int, minute: int, now: datetime) -> datetime | None:
    if hour > 23:
        return None
    today = now.replace(hour=hour, minute=minute, second=0, microsecond=0)
    return today if today > now else today + timedelta(days=1)


def _dated(text: str, now: datetime) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    if len(text) == len("2026-05-05"):
        found = found.replace(hour=_MORNING)
    return found if found.tzinfo else found.replace(tzinfo=now.tzinfo)
