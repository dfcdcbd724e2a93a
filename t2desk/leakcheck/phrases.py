"""Aliases of several words, affiliations and acronyms: found only whole and in order."""

import re
from collections.abc import Iterable, Iterator

from t2desk.domain.findings import Level
from t2desk.i18n import N_
from t2desk.leakcheck.folding import fold
from t2desk.leakcheck.roster_forms import Phrase
from t2desk.leakcheck.spans import Span
from t2desk.leakcheck.units import Unit
from t2desk.leakcheck.word_tables import FUNCTION_WORDS, NAME_WORDS
from t2desk.leakcheck.words import WORD

_NEXT = re.compile(rf"[^\w]{{1,20}}({WORD})")
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n")
_WHY = {
    "alias": N_("This is a name by which this person is known."),
    "affiliation": N_("This is the affiliation of this person."),
    "acronym": N_("This is the acronym of this person's affiliation."),
}


def phrase_spans(text: str, units: Iterable[Unit]) -> Iterator[Span]:
    """Yield the places where a phrase of the roster stands whole."""
    for unit in units:
        for phrase in unit.phrases:
            end = _end(text, unit, phrase)
            level = _level(phrase, text[unit.start : end]) if end else None
            if end and level:
                yield Span(unit.start, end, phrase.kind, phrase.person, level, _WHY[phrase.kind])


def _end(text: str, unit: Unit, phrase: Phrase) -> int | None:
    end = unit.end
    for word in phrase.words[1:]:
        found = _NEXT.match(text, end)
        if found is None or fold(found[1]) != word or _PARAGRAPH.search(text, end, found.start(1)):
            return None
        end = found.end()
    return end


def _level(phrase: Phrase, written: str) -> Level | None:
    if phrase.kind == "acronym":
        return _acronym_level(written)
    is_word = len(phrase.words) == 1 and phrase.words[0] in NAME_WORDS | FUNCTION_WORDS
    return Level.WARN if is_word else Level.BLOCK


def _acronym_level(written: str) -> Level | None:
    if not any(one.isupper() for one in written) and written.upper() != written.lower():
        # A short acronym in small letters is far more often a word.
        return Level.WARN if len(written) > 3 else None
    return Level.WARN if len(written) <= 2 or not written.isupper() else Level.BLOCK
