"""What the agenda says of its items: lengths, hours, how late; each a sentence that can also be spoken."""

from datetime import datetime

from PySide6.QtCore import QLocale

from t2desk.domain.agenda import ItemState
from t2desk.domain.due_times import due_of
from t2desk.i18n import N_
from t2desk.services.agenda_clock import AgendaLine
from t2desk.ui.kit.hours import hour_words
from t2desk.ui.kit.painting import isolated
from t2desk.ui.shell.views import ViewParts

_MINUTE = 60
_LONGEST_TITLE = 20


def short(title: str) -> str:
    """Return a title that fits on a button."""
    return title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1].rstrip() + "…"


def when_words(parts: ViewParts, due: str) -> str:
    """Return a moment (ISO 8601) on this laptop's clock: the hour where it is today's, else the day too."""
    there = datetime.fromisoformat(due).astimezone()
    hour = hour_words(round(there.timestamp()))
    today = datetime.fromtimestamp(parts.now().wall / 1000).astimezone().date()
    if there.date() == today:
        return isolated(hour)
    day = QLocale(parts.surroundings.phrases.language).toString(there.date(), "d MMMM")  # type: ignore[call-overload]
    return isolated(f"{day}, {hour}")


def moment_meant(parts: ViewParts, typed: str) -> str | None:
    """Return the moment (ISO 8601) that is meant by what was typed, "" for none, None for what is no moment."""
    if not typed.strip():
        return ""
    found = due_of(typed, datetime.fromtimestamp(parts.now().wall / 1000).astimezone())
    return found.isoformat(timespec="seconds") if found else None


def behind_words(parts: ViewParts, seconds: int) -> str:
    """Return how far behind or ahead of plan the session is."""
    plural, minutes = parts.surroundings.phrases.plural, abs(seconds) // _MINUTE
    if seconds >= _MINUTE:
        return plural("{count} min behind plan", "{count} min behind plan", minutes).format(count=minutes)
    if seconds <= -_MINUTE:
        return plural("{count} min ahead of plan", "{count} min ahead of plan", minutes).format(count=minutes)
    return parts.words(N_("on time"))


def second_words(parts: ViewParts, line: AgendaLine, first: int, due: str) -> str:
    """Return what stands below a title; `first` are the minutes first planned, `due` when it comes back."""
    words, state, agreed = parts.words, line.item.state, (line.left + line.spent) // _MINUTE
    if state is ItemState.DONE:
        took = words(N_("took {count} of {planned} min"))
        return took.format(count=round(line.spent / _MINUTE), planned=first) if line.spent else ""
    if state is ItemState.PARKED:
        back = words(N_("parked, back {when}"))
        return back.format(when=when_words(parts, due)) if due else words(N_("parked"))
    if state is ItemState.CURRENT:
        return _now_words(parts, line)
    starts = hour_words(line.starts) if line.starts is not None else ""
    if first == agreed or not agreed:
        return starts
    planned = words(N_("planned: {count} min")).format(count=first)
    return parts.surroundings.phrases.listed(starts, planned) if starts else planned


def _now_words(parts: ViewParts, line: AgendaLine) -> str:
    words = parts.words
    if not line.left + line.spent:
        return words(N_("{count} min so far")).format(count=line.spent // _MINUTE)
    if line.left < 0:
        return words(N_("{count} min over")).format(count=-(line.left // _MINUTE))
    ends = hour_words(line.ends) if line.ends is not None else ""
    return words(N_("{count} min left, ends {time}")).format(count=-(-line.left // _MINUTE), time=ends)
