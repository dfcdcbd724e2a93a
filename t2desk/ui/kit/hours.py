"""Times of day, and lengths of time, as the clock on the laptop shows them."""

from datetime import datetime


def hour_words(wall: int) -> str:
    """Return a wall time in seconds as the clock on the laptop shows it, such as 10:22."""
    there = datetime.fromtimestamp(wall).astimezone()
    return f"{there.hour:02d}:{there.minute:02d}"


def length_words(seconds: float) -> str:
    """Return a length in hours and minutes, such as 1:12; seconds would only draw the eye."""
    minutes = int(max(0.0, seconds)) // 60
    return f"{minutes // 60}:{minutes % 60:02d}"


def clock_words(seconds: int) -> str:
    """Return a length as 1:14, or 1:02:03 past an hour; a true minus sign where it is over."""
    sign = "\u2212" if seconds < 0 else ""
    minutes, rest = divmod(abs(seconds), 60)
    if minutes < 60:
        return f"{sign}{minutes}:{rest:02d}"
    return f"{sign}{minutes // 60}:{minutes % 60:02d}:{rest:02d}"
