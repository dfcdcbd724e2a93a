"""Neutral words in place of somebody: every mention in the rapporteur's own prose and next steps, in one act."""

import re
from dataclasses import replace

from t2desk.domain.ports import Work
from t2desk.domain.sections import DraftSection, NextStep
from t2desk.domain.text import one_line
from t2desk.services.room import session_of

# Marks of emphasis within a mention go with it, and those around it too: half of a pair would be left otherwise.
_MARKED = r"[\s*]*\*[\s*]*"
_SENTENCE_BEFORE = re.compile(r"(?:^|[.!?…]\s+|\n\s*(?:[-•]\s+)?)\**$")


def put_neutrally(
    work: Work, mentions: tuple[str, ...], neutral: str, session: str | None = None
) -> tuple[DraftSection | NextStep, ...]:
    """Put neutral words for every mention in the draft and the next steps of a session; return what was changed.

    Wordings of points are not touched: what the room agreed to is worded anew by the room.
    """
    held_in, said = session_of(work, session), one_line("neutral", neutral, 200)
    sought = _pattern(tuple(one_line("mentions", mention, 200) for mention in mentions))
    changed: list[DraftSection | NextStep] = []
    for section in work.select(DraftSection, session=held_in.id):
        new = replace(section, heading=_put(sought, said, section.heading), text=_put(sought, said, section.text))
        changed += [new] if new != section else []
    for step in work.select(NextStep, session=held_in.id):
        what, by, holder = (_put(sought, said, words) for words in (step.what, step.by, step.holder))
        after = replace(step, what=what, by=by, holder=holder)
        changed += [after] if after != step else []
    for one in changed:
        work.put(one)
    return tuple(changed)


def _pattern(mentions: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds whole mentions, the longest first: nothing of a name is left beside its neutral words."""
    longest_first = sorted(set(mentions), key=len, reverse=True)
    ways = [way for mention in longest_first for way in _ways(mention)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(ways)})(?!\w)" if longest_first else r"(?!)")


def _ways(mention: str) -> tuple[str, ...]:
    """Return the ways in which a mention may be written: over a line's end, or with emphasis on a part of it."""
    words = [re.escape(word) for word in mention.split()]
    plain = r"\s+".join(words)
    return (plain,) if len(words) == 1 else (rf"\**{_MARKED.join(words)}\**", plain)


def _put(sought: re.Pattern[str], neutral: str, words: str) -> str:
    return sought.sub(lambda found: _fitting(neutral, words[: found.start()]), words)


def _fitting(neutral: str, before: str) -> str:
    """Return the neutral words, with a capital where a sentence begins."""
    return neutral[:1].upper() + neutral[1:] if _SENTENCE_BEFORE.search(before) else neutral
