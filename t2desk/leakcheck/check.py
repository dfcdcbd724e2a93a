"""The leak check: looks in a text for anything that identifies a person of the roster."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from t2desk.domain.findings import Finding, Level
from t2desk.domain.people import RosterPerson
from t2desk.i18n import N_
from t2desk.leakcheck.broken import BrokenNames
from t2desk.leakcheck.clues import Clue, ClueBook
from t2desk.leakcheck.clusters import Cluster, clusters
from t2desk.leakcheck.contacts import ContactBook
from t2desk.leakcheck.context import surroundings, title_start, with_initials
from t2desk.leakcheck.errors import RosterEmpty
from t2desk.leakcheck.initials import InitialsIndex
from t2desk.leakcheck.judging import verdict
from t2desk.leakcheck.name_index import NameIndex
from t2desk.leakcheck.phrases import phrase_spans
from t2desk.leakcheck.roster_forms import Part, name_words_of, phrases_of, unspaced_names_of
from t2desk.leakcheck.spans import Span, findings, findings_of_page, merged
from t2desk.leakcheck.units import UnitReader
from t2desk.leakcheck.unspaced import UnspacedIndex
from t2desk.leakcheck.words import name_words

RULES = 1
_NATIVE = N_("This is the name of this person in its own script.")
_NATIVE_PART = N_("This is a part of the name of this person in its own script.")
_INITIALS = N_("These are the initials of this person; they may be something else.")
_BROKEN = N_("This is a name of this person with marks between its letters.")
_SPACED_OUT = N_("This is a name of this person with spaces between its letters.")


class LeakCheck:
    """Checks texts against one roster; built once, then used for as many texts as there are."""

    def __init__(self, roster: Sequence[RosterPerson]) -> None:
        """Index the roster; raise RosterEmpty or NamelessPerson rather than check with gaps."""
        if not roster:
            raise RosterEmpty
        self._ids = tuple(person.id for person in roster)
        names = [word for number, person in enumerate(roster) for word in name_words_of(person, number)]
        phrases = [phrase for number, person in enumerate(roster) for phrase in phrases_of(person, number)]
        self._clues = ClueBook(roster)
        self._reader = UnitReader(NameIndex(names, phrases), self._clues.says_something)
        self._initials = InitialsIndex(names)
        self._broken = BrokenNames(names)
        self._contacts = ContactBook(roster)
        self._unspaced = UnspacedIndex(
            name for number, person in enumerate(roster) for name in unspaced_names_of(person, number)
        )
        self._titles = tuple(frozenset(name_words(person.title)) for person in roster)
        self.version = _version(roster)

    def findings(self, text: str) -> tuple[Finding, ...]:
        """Return everything in a text that identifies somebody, in the text's order; lines end at LF only."""
        return findings(text, merged(self._spans(text)), self._ids)

    def page_findings(self, text: str, page: int) -> tuple[Finding, ...]:
        """Return what findings does, for a page: `line` is the page's number and places count from the page's start."""
        return findings_of_page(text, merged(self._spans(text)), self._ids, page)

    def _spans(self, text: str) -> Iterator[Span]:
        units = list(self._reader.units(text))
        for cluster in clusters(text, units):
            if span := self._name_span(text, cluster):
                yield span
        yield from phrase_spans(text, units)
        yield from self._clues.found_in(text, (Clue(one.start, one.end, one.word) for one in units if one.is_clue))
        yield from self._letters(text)
        for contact in self._contacts.found_in(text):
            yield Span(contact.start, contact.end, contact.kind, contact.person, contact.level, contact.why)

    def _name_span(self, text: str, cluster: Cluster) -> Span | None:
        start, end = cluster.start, cluster.end
        if cluster.has(Part.FAMILY):
            start, end = with_initials(text, start, end, self._initials.first_letters[cluster.person])
        titled = title_start(text, start, self._titles[cluster.person])
        is_titled = (titled, end) != (cluster.start, cluster.end)
        written = text[cluster.start : cluster.end]
        found = verdict(cluster, written, surroundings(text, titled, end), is_titled)
        if found is None:
            return None
        return Span(titled, end, found.kind, cluster.person, found.level, found.why)

    def _letters(self, text: str) -> Iterator[Span]:
        for start, end, name in self._unspaced.found_in(text):
            why = _NATIVE if name.is_whole else _NATIVE_PART
            yield Span(start, end, name.kind, name.person, Level.BLOCK if name.is_whole else Level.WARN, why)
        for start, end, person in self._initials.initials_in(text):
            yield Span(start, end, "initials", person, Level.WARN, _INITIALS)
        for start, end, person in self._initials.letter_spaced_in(text):
            yield Span(start, end, "name", person, Level.BLOCK, _SPACED_OUT)
        for start, end, person, has_capital in self._broken.found_in(text):
            yield Span(start, end, "name", person, Level.BLOCK if has_capital else Level.WARN, _BROKEN)


def _version(roster: Sequence[RosterPerson]) -> str:
    written = json.dumps([RULES, [asdict(person) for person in roster]], sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(written.encode()).hexdigest()
