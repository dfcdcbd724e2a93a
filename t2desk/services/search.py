"""Search over everything that is written down or listed; accents and case folded, every script, with a limit."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from t2desk.domain.agenda import AgendaItem
from t2desk.domain.desk_errors import NamesClosed
from t2desk.domain.excerpts import excerpt
from t2desk.domain.keys import key_to_text
from t2desk.domain.notes import Note
from t2desk.domain.people import Person
from t2desk.domain.points import Point, Wording
from t2desk.domain.ports import Work
from t2desk.domain.sections import DraftSection, NextStep
from t2desk.domain.series import Session, session_name
from t2desk.domain.text import folded
from t2desk.i18n import N_
from t2desk.services.people import roster

LIMIT_OF_A_KIND = 40
_BEFORE, _SNIPPET = 40, 220


class HitKind(StrEnum):
    """What was found; in the order in which results are shown."""

    POINT = "point"
    SECTION = "section"
    STEP = "step"
    ITEM = "item"
    PERSON = "person"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: its words around the match, where it is, and what leads there."""

    kind: HitKind
    key: str
    words: str
    where: str
    session: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """The hits by kind, and whether there were more than are shown."""

    hits: tuple[Hit, ...]
    more: bool


def search(work: Work, typed: str, words: Callable[[str], str]) -> Found:
    """Return where all the words typed occur together in one text; nothing typed finds nothing.

    `words` translates what a place without a title is called.
    """
    parts = tuple(folded(typed).split())
    if not parts:
        return Found((), more=False)
    rooms = _Rooms(work, words)
    hits: list[Hit] = []
    more = False
    for source in (_points, _sections, _steps, _items, _people, _notes):
        found = list(_limited(source(work, rooms, parts)))
        more = more or len(found) > LIMIT_OF_A_KIND
        hits += found[:LIMIT_OF_A_KIND]
    return Found(tuple(hits), more)


def _limited(hits: Iterable[Hit]) -> Iterator[Hit]:
    for number, hit in enumerate(hits):
        yield hit
        if number == LIMIT_OF_A_KIND:
            return


class _Rooms:
    """Where things are, in words: session and agenda item."""

    def __init__(self, work: Work, words: Callable[[str], str]) -> None:
        self.words = words
        self._sessions = {one.id: session_name(one.title, one.number, words) for one in work.select(Session)}
        self._items = {one.id: one.title for one in work.select(AgendaItem)}

    def where(self, session: str, item: str | None = None, heading: str = "") -> str:
        parts = (self._sessions.get(session, ""), self._items.get(item or "", ""), heading)
        return " · ".join(dict.fromkeys(part for part in parts if part))


def _matches(parts: tuple[str, ...], text: str) -> bool:
    # Plain letters need no decomposing, and what is looked for holds no blanks.
    ready = text.lower() if text.isascii() else folded(text)
    return all(part in ready for part in parts)


def _notes(work: Work, rooms: _Rooms, parts: tuple[str, ...]) -> Iterator[Hit]:
    for key, own, neutral in work.texts(Note, "own_words", "neutral_wording"):
        if _matches(parts, f"{neutral}\n{own}" if neutral else own):
            note = work.get(Note, key)
            shown = neutral if neutral and _matches(parts, neutral) else own
            place = f"draft/discussion:{note.item}" if note.item else "draft"
            where = rooms.where(note.session, note.item)
            yield Hit(HitKind.NOTE, key_to_text(key), snippet(shown, parts[0]), where, note.session, place)


def _points(work: Work, rooms: _Rooms, parts: tuple[str, ...]) -> Iterator[Hit]:
    newest: dict[tuple[int, str], Wording] = {}
    for wording in work.select(Wording):
        known = newest.get((wording.point, wording.language))
        if known is None or known.number < wording.number:
            newest[wording.point, wording.language] = wording
    seen: set[int] = set()
    for wording in newest.values():
        if wording.point not in seen and _matches(parts, wording.text):
            seen.add(wording.point)
            point = work.get(Point, wording.point)
            where = rooms.where(point.session, point.item)
            key = key_to_text(point.key)
            yield Hit(HitKind.POINT, key, snippet(wording.text, parts[0]), where, point.session, "triage")


def _sections(work: Work, rooms: _Rooms, parts: tuple[str, ...]) -> Iterator[Hit]:
    for section in work.select(DraftSection):
        if _matches(parts, f"{section.heading}\n{section.text}"):
            words = section.text if _matches(parts, section.text) else section.heading or section.text
            yield Hit(
                HitKind.SECTION, key_to_text(section.key), snippet(words.replace("**", ""), parts[0]),
                rooms.where(section.session, section.item, section.heading), section.session,
                f"draft/{section.kind.value}:{section.item or ''}",
            )  # fmt: skip


def _steps(work: Work, rooms: _Rooms, parts: tuple[str, ...]) -> Iterator[Hit]:
    for step in work.select(NextStep):
        if _matches(parts, f"{step.what}\n{step.by}\n{step.holder}"):
            where = rooms.where(step.session)
            yield Hit(HitKind.STEP, key_to_text(step.key), snippet(step.what, parts[0]), where, step.session, "steps")


def _items(work: Work, rooms: _Rooms, parts: tuple[str, ...]) -> Iterator[Hit]:
    for item in work.select(AgendaItem):
        if _matches(parts, f"{item.title}\n{item.aim}"):
            yield Hit(HitKind.ITEM, item.id, item.title, rooms.where(item.session), item.session, "prepare")


def _people(work: Work, rooms: _Rooms, parts: tuple[str, ...]) -> Iterator[Hit]:
    try:
        people = roster(work)
    except NamesClosed:
        for person in work.select(Person):
            if _matches(parts, person.descriptor):
                seat = rooms.words(N_("seat {number}")).format(number=person.seat)
                yield Hit(HitKind.PERSON, person.id, person.descriptor, seat, place="prepare")
        return
    for row in people:
        names = (row.display_name, row.given, row.family, row.name_native, *row.aliases)
        if _matches(parts, "\n".join((*names, row.party, row.descriptor, row.affiliation))):
            yield Hit(HitKind.PERSON, row.id, row.display_name, row.party, place="prepare")


def snippet(text: str, part: str) -> str:
    """Return the words of a text around the first match, on one line."""
    line = " ".join(text.split())
    if len(line) <= _SNIPPET:
        return line
    found = _position(line, part)
    return excerpt(line, found, found, _BEFORE, _SNIPPET - _BEFORE)


def _position(line: str, part: str) -> int:
    """Return where a folded part stands in a line that is not folded, which may hold more or fewer characters."""
    exact = line.lower().find(part)
    if exact >= 0:
        return exact
    left = folded(line).find(part)
    for place, character in enumerate(line):
        if left <= 0:
            return place
        left -= 1 if character == " " else len(folded(character))
    return 0
