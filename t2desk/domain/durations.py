"""Lengths as people type them: 30, 0:30, :30, 1h30, 45 min, 45', 09:00-09:45; always whole minutes from 1 to 1440."""

import re
from dataclasses import dataclass

from t2desk.domain.floor import LONGEST_LIMIT

MOST_MINUTES = 1440
_HOUR = r"(?:h|hrs?|hours?|heures?|horas?|std|stunden?|ч|час(?:а|ов)?)"
_MINUTE = r"(?:'|′|’|m|mins?|minutes?|minutos?|minuten?|мин(?:ут[аы]?)?|د|دقائق|دقيقة|דקות)"
_FORMS = (
    re.compile(rf"(?P<hours>\d{{0,2}}):(?P<minutes>[0-5]\d)(?:\s?{_HOUR}\.?)?", re.IGNORECASE),
    re.compile(rf"(?P<hours>\d{{1,2}})\s?{_HOUR}\.?\s?(?P<minutes>\d{{1,2}})?\s?{_MINUTE}?\.?", re.IGNORECASE),
    re.compile(rf"(?P<minutes>\d{{1,4}})\s?{_MINUTE}\.?", re.IGNORECASE),
)
_TURN = re.compile(r"(?P<minutes>\d{1,3})(?::(?P<seconds>[0-5]\d))?")
_SECOND = r"(?:″|\"|s|secs?|seconds?|secondes?|с|сек|ث|ثانية|ثوان)"
_SECONDS = re.compile(rf"(?P<seconds>\d{{1,4}})\s?{_SECOND}\.?", re.IGNORECASE)
_BARE = re.compile(r"\d{1,4}")
_HALVES = re.compile(rf"(?P<hours>\d{{1,2}})[.,](?P<part>25|5|50|75)\s?{_HOUR}\.?", re.IGNORECASE)
_CLOCK = r"(?P<{0}_hour>\d{{1,2}})[:.h](?P<{0}_minute>[0-5]\d)"
_SPAN = _CLOCK.format("from") + r"\s*(?:-|–|—|to|bis|à|until)\s*" + _CLOCK.format("to")
_LENGTH = "|".join(
    (
        rf"\d{{1,2}}:[0-5]\d\s?{_HOUR}\.?",
        rf"(?<!:)\d{{1,2}}\s?{_HOUR}\.?\s?(?:\d{{1,2}}\s?{_MINUTE}?\.?)?",
        rf"\d{{1,2}}[.,]\d{{1,2}}\s?{_HOUR}\.?",
        rf"\d{{1,4}}\s?{_MINUTE}\.?",
    )
)
_CLOCKED = r"\d{1,2}:[0-5]\d"
_ENDINGS = (
    rf"\s*[(\[]\s*(?P<length>{_LENGTH}|{_CLOCKED}|\d{{1,4}})\s*[)\]]\s*$",
    rf"\s*[-–—,:;|]\s*(?P<length>{_LENGTH}|{_CLOCKED})\s*$",
    rf"\s+(?P<length>{_LENGTH})\s*$",
)
_AT_END = tuple(re.compile(ending, re.IGNORECASE) for ending in _ENDINGS)
_AT_START = re.compile(rf"^\s*[(\[]?(?P<before>{_LENGTH}|{_CLOCKED})[)\]]?\s*[-–—:;,|]\s*(?=\S)", re.IGNORECASE)
_TYPED = re.compile(r"\s(?P<length>\d{1,4}|\d{0,2}:[0-5]\d)$")
_SEPARATORS = " -–—,:;|"
_SPAN_ANYWHERE = re.compile(rf"(?:^\s*[(\[]?|\s*[(\[,–—-]\s*){_SPAN}[)\]]?\s*[-–—:;,|]?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TimedTitle:
    """A title without its length, and the length in minutes; None where none was written."""

    title: str
    minutes: int | None


def minutes_of(written: str) -> int | None:
    """Return a typed length in minutes; None unless it is one from 1 to 1440."""
    text = written.strip()
    if halves := _HALVES.fullmatch(text):
        return _bounded(int(halves["hours"]) * 60 + int(halves["part"].ljust(2, "0")) * 60 // 100)
    if _BARE.fullmatch(text):
        return _bounded(int(text))
    for form in _FORMS:
        if found := form.fullmatch(text):
            parts = found.groupdict()
            return _bounded(int(parts.get("hours") or 0) * 60 + int(parts.get("minutes") or 0))
    return None


def seconds_of(written: str) -> int | None:
    """Return how long a turn may be as people type it: 3, 3:00, 2:30, 90 s, 3 min; 0 for as long as it takes.

    Unlike in an item's length, two numbers with a colon are minutes and seconds. None unless it is at most 120 minutes.
    """
    text = written.strip()
    if found := _TURN.fullmatch(text):
        seconds = int(found["minutes"]) * 60 + int(found["seconds"] or 0)
    elif found := _SECONDS.fullmatch(text):
        seconds = int(found["seconds"])
    else:
        seconds = (minutes_of(text) or -1) * 60
    return seconds if 0 <= seconds <= LONGEST_LIMIT else None


def timed_title(written: str) -> TimedTitle:
    """Split a line such as "Options (30 min)" or "09:00–09:45 Options" into its title and its minutes."""
    # Single spaces: a run of twenty thousand would cost its square in these patterns.
    written = " ".join(written.split())
    if span := _SPAN_ANYWHERE.search(written):
        title = (written[: span.start()] + " " + written[span.end() :]).strip()
        return TimedTitle(title, _span_minutes(span))
    for form in _AT_END:
        if ending := form.search(written):
            return TimedTitle(written[: ending.start()].strip(), minutes_of(ending["length"]))
    if opening := _AT_START.search(written):
        return TimedTitle(written[opening.end() :].strip(), minutes_of(opening["before"]))
    return TimedTitle(written.strip(), None)


def typed_item(written: str) -> TimedTitle:
    """Split a line typed into the agenda, where the last number alone is a length too: "Options 30".

    A length and nothing else has an empty title; what is none after all, such as a year, stays in the title.
    """
    whole = " ".join(written.split())
    if (alone := minutes_of(whole)) is not None:
        return TimedTitle("", alone)
    timed = timed_title(whole)
    if timed.minutes is None and (ending := _TYPED.search(whole)):
        timed = TimedTitle(whole[: ending.start()], minutes_of(ending["length"]))
    return TimedTitle(timed.title.rstrip(_SEPARATORS), timed.minutes) if timed.minutes else TimedTitle(whole, None)


def _span_minutes(span: re.Match[str]) -> int | None:
    start = int(span["from_hour"]) * 60 + int(span["from_minute"])
    end = int(span["to_hour"]) * 60 + int(span["to_minute"])
    return _bounded((end - start) % MOST_MINUTES)


def _bounded(minutes: int) -> int | None:
    return minutes if 1 <= minutes <= MOST_MINUTES else None
