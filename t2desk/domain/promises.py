"""Promises that nobody can keep, found in the text of a rule: a court or a thief asks nobody's leave.

Confidentiality until death was promised in Belfast, and tapes were handed over (study/domain.md §d).
"""

import re
from dataclasses import dataclass

_WORDS = (
    r"absolut\w*", r"forever", r"for ever", r"never", r"guarante\w*", r"always", r"under no circumstances?",
    r"(?:complete|total|perfect|full)(?:ly)? (?:confidential|secre|anonym|secur|safe)\w*", r"impossible",
    r"100 ?(?:%|per ?cent)", r"until death", r"no one will ever", r"nobody will ever",
    r"absolu\w*", r"jamais", r"pour toujours", r"garanti\w*", r"en aucun cas", r"toujours",
    r"(?:confidentialité|secret|anonymat) (?:total|complet|parfait)\w*", r"totalement \w+", r"jusqu[’']à la mort",
    r"(?:ال)?مطلق\w*", r"أبد\w*", r"إلى الأبد", r"[نتي]?ضم[ا]?ن\w*", r"دائما\w*", r"بأي حال(?: من الأحوال)?",
    r"مستحيل\w*",
)  # fmt: skip
_PROMISE = re.compile(r"(?<!\w)(?:" + "|".join(_WORDS) + r")(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Promise:
    """Words of a text that promise too much; `start` and `end` count code points."""

    start: int
    end: int
    words: str


def promises_in(text: str) -> tuple[Promise, ...]:
    """Return what in a text promises more than anybody can keep; English, French and Arabic. It warns, and no more."""
    return tuple(Promise(found.start(), found.end(), found[0]) for found in _PROMISE.finditer(text))
