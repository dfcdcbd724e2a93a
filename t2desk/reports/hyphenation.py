"""Where a word may be divided, by the patterns of its language, where there are any."""

from functools import cache

import pyphen

_SHORTEST = 7  # letters of a word that is divided at all
SOFT_HYPHEN = "\u00ad"


@cache
def _patterns(language: str) -> pyphen.Pyphen | None:
    """Read a language's patterns; at least two letters stay before a division and three after it."""
    known = pyphen.language_fallback(language.replace("-", "_"))
    return pyphen.Pyphen(lang=known, left=2, right=3) if known else None


def divisions(word: str, language: str) -> tuple[int, ...]:
    """Return the places where a word of letters may be divided; names keep whole, wherever capitals are for names."""
    patterns = _patterns(language)
    german = language.partition("-")[0] == "de"
    if patterns is None or len(word) < _SHORTEST or not word.isalpha() or not (word.islower() or german):
        return ()
    places = tuple(patterns.positions(word))
    patterns.hd.cache.clear()  # of the process; no word of a document may outlive it
    return places
