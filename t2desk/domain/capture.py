"""The capture line as a language: one table of first characters, @party and #item anywhere, and nothing else."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from t2desk.domain.notes import NoteKind
from t2desk.domain.text import folded
from t2desk.i18n import N_


@dataclass(frozen=True, slots=True)
class Prefix:
    """What a line's first character makes of it; without `kind` the line is a point of common ground."""

    sign: str
    kind: NoteKind | None
    words: str


# A line without a sign is a fact, so that nobody has to learn the table to begin.
PREFIXES = (
    Prefix("+", None, N_("common ground")),
    Prefix(".", NoteKind.FACT, N_("fact")),
    Prefix("!", NoteKind.CONCERN, N_("concern")),
    Prefix("~", NoteKind.INTEREST, N_("interest")),
    Prefix("*", NoteKind.IDEA, N_("idea")),
    Prefix("%", NoteKind.CONSTRAINT, N_("constraint")),
    Prefix("/", NoteKind.DIVERGENCE, N_("divergence")),
    Prefix(">", NoteKind.PROCESS, N_("process")),
)
_BY_SIGN = {prefix.sign: prefix for prefix in PREFIXES}
BY_KIND = {prefix.kind: prefix for prefix in PREFIXES}
PARTY_SIGN, ITEM_SIGN = "@", "#"
_ITEM = re.compile(r"(?<!\w)#(\d{1,3})(?!\w)")
_PARTY = re.compile(r"(?<!\w)@(?=\w)")
_WORD = re.compile(r"\w[\w'’-]*")
_SHORTEST_PARTY = 2


class MarkKind(StrEnum):
    """What a part of the line is."""

    PREFIX = "prefix"
    PARTY = "party"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Mark:
    """A part of the line that means something; `meaning` is the party's name or the item's id."""

    start: int
    end: int
    kind: MarkKind
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a line may refer to: parties by name, items of the session as (number, id)."""

    parties: tuple[str, ...] = ()
    items: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class CapturedLine:
    """A line as it will be kept: a point, or a note of a kind; without `item` it belongs to the current one."""

    is_point: bool
    kind: NoteKind
    text: str
    item: str | None


def marks_of(line: str, known: Vocabulary) -> tuple[Mark, ...]:
    """Return what in a line means something, in order; unknown parties and items are plain text."""
    marks = [*_prefix_mark(line), *_party_marks(line, known.parties), *_item_marks(line, known.items)]
    return tuple(sorted(marks, key=lambda mark: mark.start))


def read_line(line: str, known: Vocabulary) -> CapturedLine:
    """Return what a line says: the sign and the items leave the text, a party stays in it by its name."""
    prefix, item, parts, at = None, None, [], 0
    for mark in marks_of(line, known):
        parts.append(line[at : mark.start])
        at = mark.end
        if mark.kind is MarkKind.PREFIX:
            prefix = _BY_SIGN[line[mark.start : mark.end]]
        elif mark.kind is MarkKind.ITEM:
            item = mark.meaning
        else:
            parts.append(mark.meaning)
    parts.append(line[at:])
    text = " ".join("".join(parts).split())
    is_point = prefix is not None and prefix.kind is None
    kind = (prefix.kind if prefix else None) or NoteKind.FACT
    return CapturedLine(is_point, kind, text, item)


def _prefix_mark(line: str) -> Iterator[Mark]:
    start = len(line) - len(line.lstrip())
    if line[start : start + 1] in _BY_SIGN:
        yield Mark(start, start + 1, MarkKind.PREFIX)


def _item_marks(line: str, items: tuple[tuple[int, str], ...]) -> Iterator[Mark]:
    by_number = dict(items)
    for found in _ITEM.finditer(line):
        item = by_number.get(int(found[1]))
        if item is not None:
            yield Mark(found.start(), found.end(), MarkKind.ITEM, item)


def _party_marks(line: str, parties: tuple[str, ...]) -> Iterator[Mark]:
    for found in _PARTY.finditer(line):
        mark = _whole_name(line, found.start(), parties) or _begun_name(line, found.start(), parties)
        if mark is not None:
            yield mark


def _whole_name(line: str, start: int, parties: tuple[str, ...]) -> Mark | None:
    for party in sorted(parties, key=len, reverse=True):
        end = start + 1 + len(party)
        goes_on = line[end : end + 1].isalnum()
        if line[start + 1 : end].casefold() == party.casefold() and not goes_on:
            return Mark(start, end, MarkKind.PARTY, party)
    return None


def _begun_name(line: str, start: int, parties: tuple[str, ...]) -> Mark | None:
    """Return the one party that has a word beginning so; where two have, nobody is meant."""
    word = _WORD.match(line, start + 1)
    if word is None or len(word[0]) < _SHORTEST_PARTY:
        return None
    begun = word[0].casefold()
    meant = [party for party in parties if any(one.casefold().startswith(begun) for one in party.split())]
    return Mark(start, word.end(), MarkKind.PARTY, meant[0]) if len(meant) == 1 else None


@dataclass(frozen=True, slots=True)
class Offer:
    """A completion: what stands from `start` to the caret becomes `written`; `shown` may say more."""

    start: int
    written: str
    shown: str


_TYPED_REFERENCE = re.compile(r"(?<!\w)([@#])([^@#]*)$")
_TYPED_WORD = re.compile(r"(?<![\w@#])([^\W\d_]{3,}[^\W\d_-]*)$")
_MOST_OFFERS = 5


def offers_for(before_caret: str, known: Vocabulary, titles: dict[int, str], words: tuple[str, ...]) -> list[Offer]:
    """Return what may complete a line up to the caret: a party, an item, or an issue word; never a person."""
    typed = _TYPED_REFERENCE.search(before_caret)
    if typed is not None:
        found = _party_offers(typed, known) if typed[1] == PARTY_SIGN else _item_offers(typed, titles)
        return list(found)[:_MOST_OFFERS]
    word = _TYPED_WORD.search(before_caret)
    return [] if word is None else list(_word_offers(word, words))[:_MOST_OFFERS]


def _party_offers(typed: re.Match[str], known: Vocabulary) -> Iterator[Offer]:
    begun = folded(typed[2])
    for party in known.parties:
        starts = any(folded(word).startswith(begun) for word in party.split())
        if (starts or folded(party).startswith(begun)) and folded(party) != begun:
            yield Offer(typed.start(), f"{PARTY_SIGN}{party} ", party)


def _item_offers(typed: re.Match[str], titles: dict[int, str]) -> Iterator[Offer]:
    begun = folded(typed[2])
    if typed[2].strip().isdigit() and typed[2] != typed[2].rstrip():
        return
    for number, title in titles.items():
        if str(number).startswith(begun) or (begun and folded(title).startswith(begun)):
            yield Offer(typed.start(), f"{ITEM_SIGN}{number} ", f"{ITEM_SIGN}{number} {title}")


def _word_offers(typed: re.Match[str], words: tuple[str, ...]) -> Iterator[Offer]:
    begun = folded(typed[1])
    seen = {begun}
    for word in words:
        plain = folded(word)
        if plain.startswith(begun) and plain not in seen:
            seen.add(plain)
            yield Offer(typed.start(), f"{_like(typed[1], word)} ", word)


def _like(typed: str, word: str) -> str:
    """Return a word that begins as it was typed: somebody who wrote a capital keeps it."""
    return typed + word[len(typed) :] if word.casefold().startswith(typed.casefold()) else word
