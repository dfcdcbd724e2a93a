"""The full internal record as a document, with names; it only ever leaves encrypted."""

from collections.abc import Iterator
from datetime import datetime

from t2desk.domain.agenda import AgendaItem
from t2desk.domain.attendance import Attendance
from t2desk.domain.documents import Block, Column, Document, Heading, Pair, Paragraph, Table, Text
from t2desk.domain.editions import EDITIONS
from t2desk.domain.floor import FloorTotal, Turn
from t2desk.domain.notes import Note
from t2desk.domain.people import Party, RosterPerson
from t2desk.domain.points import Point, Wording
from t2desk.domain.ports import Work
from t2desk.domain.series import Session
from t2desk.domain.subjects import Subject
from t2desk.i18n import N_, Phrases
from t2desk.services.agenda import agenda_of
from t2desk.services.consents import is_withdrawn
from t2desk.services.editions.shared import Held, hold, masthead, running_head
from t2desk.services.people import roster
from t2desk.services.sources import times_of

Row = tuple[Text, ...]


def record(work: Work, session: str | None, phrases: Phrases) -> Document:
    """Return the whole record, or that of one session. Raises NamesClosed, NothingToReport."""
    held = hold(work, EDITIONS["record"], session, phrases)
    chosen = [held.session] if session else sorted(work.select(Session), key=lambda one: one.number)
    people = {row.id: row for row in roster(work)}
    blocks = [block for one in chosen for block in _RecordOfSession(work, held, one, people).blocks()]
    title = Text(held.series.title, "series.title")
    deck = held.fixed("Full internal record, with names. It is never handed on.")
    return Document(
        language=phrases.language,
        title=held.fixed("Record"),
        masthead=masthead(held, title, deck, ()),
        footer=held.fixed("Internal record"),
        running_head=running_head(held, held.fixed("Record")),
        band=Pair(held.fixed("Internal record"), held.fixed("Contains names")),
        blocks=(*_people(held, people), *blocks),
    )


def _table(held: Held, columns: tuple[tuple[str, float], ...], rows: tuple[Row, ...]) -> Iterator[Block]:
    if rows:
        yield Table(tuple(Column(held.fixed(words), share) for words, share in columns), rows)


def _people(held: Held, people: dict[str, RosterPerson]) -> Iterator[Block]:
    if not people:
        return
    yield Heading(held.fixed("People"))
    rows = tuple(
        (
            Text(person.display_name, "person.name"),
            Text(person.party, "party.name"),
            Text(person.descriptor, "person.descriptor"),
        )
        for person in people.values()
    )
    yield from _table(held, ((N_("Name"), 1.4), (N_("Party"), 1.2), (N_("Descriptor"), 1.6)), rows)


class _RecordOfSession:
    """One session's part of the record."""

    def __init__(self, work: Work, held: Held, session: Session, people: dict[str, RosterPerson]) -> None:
        self._work = work
        self._held = held
        self._session = session
        self._people = people
        self._items = {item.id: item for item in agenda_of(work, session.id)}
        self._parties = {party.id: party.name for party in work.select(Party)}

    def blocks(self) -> Iterator[Block]:
        """Yield the session's agenda, attendance, floor, notes and points."""
        words = self._session.title or self._session.id
        yield Heading(Text(words, "session.title"), Text(self._session.state.value, "session.state"))
        yield from self._part(
            N_("Agenda"), ((N_("Item"), 2.6), (N_("Planned"), 0.8), (N_("Spent"), 0.8)), self._agenda()
        )
        yield from self._part(N_("Attendance"), ((N_("Name"), 2.0), (N_("Presence"), 1.0)), self._attendance())
        turns = ((N_("Start"), 1.0), (N_("Name"), 1.6), (N_("Kind"), 1.1), (N_("Length"), 0.7))
        yield from self._part(N_("Turns"), turns, self._turns())
        floor = ((N_("Item"), 1.6), (N_("Name or party"), 1.5), (N_("Turns"), 0.5), (N_("Length"), 0.6))
        yield from self._part(N_("The floor"), floor, self._floor())
        yield from self._part(
            N_("Notes"), ((N_("Kind"), 0.7), (N_("Own words"), 2.0), (N_("Neutral wording"), 1.6)), self._notes()
        )
        yield from self._part(N_("Points"), ((N_("State"), 0.8), (N_("Current wording"), 3.4)), self._points())

    def _part(self, title: str, columns: tuple[tuple[str, float], ...], rows: tuple[Row, ...]) -> Iterator[Block]:
        if rows:
            yield Heading(self._held.fixed(title), level=3)
            yield from _table(self._held, columns, rows)
        elif title == "Notes":
            yield Paragraph(self._held.fixed("No notes are kept of this session."), "caption")

    def _agenda(self) -> tuple[Row, ...]:
        return tuple(
            (
                Text(item.title, "item.title"),
                Text(f"{item.minutes} min", "item.minutes"),
                Text(_length(item.seconds), "item.seconds"),
            )
            for item in self._items.values()
        )

    def _attendance(self) -> tuple[Row, ...]:
        rows = sorted(self._work.select(Attendance, session=self._session.id), key=lambda row: row.person)
        return tuple((self._name(row.person), Text(row.presence.value, "attendance.presence")) for row in rows)

    def _turns(self) -> tuple[Row, ...]:
        turns = sorted(self._work.select(Turn, session=self._session.id), key=lambda turn: turn.since)
        return tuple(
            (
                Text(self._clock(turn), "turn.start"),
                self._name(turn.person),
                Text(turn.kind.value.replace("_", " "), "turn.kind"),
                Text(_length(turn.seconds or 0), "turn.seconds"),
            )
            for turn in turns
        )

    def _clock(self, turn: Turn) -> str:
        """Return when a turn began by the clock on the wall of the session, or in UTC where it has none."""
        began = datetime.fromisoformat(turn.since.to_iso())
        planned = datetime.fromisoformat(self._session.starts) if self._session.starts else began
        return began.astimezone(planned.tzinfo).strftime("%H:%M:%S")

    def _floor(self) -> tuple[Row, ...]:
        totals = self._work.select(FloorTotal, session=self._session.id)
        ordered = sorted(totals, key=lambda t: (self._place(t.item), t.party or "", t.person or ""))
        return tuple(self._total(total) for total in ordered)

    def _total(self, total: FloorTotal) -> Row:
        item = self._items.get(total.item or "")
        return (
            Text(item.title, "item.title") if item else self._held.fixed("Other items"),
            Text(self._parties[total.party], "party.name") if total.party else self._name(total.person),
            Text(str(total.turns), "floor.turns"),
            Text(_length(total.seconds), "floor.seconds"),
        )

    def _notes(self) -> tuple[Row, ...]:
        times = times_of(self._work, self._session.id, Subject.NOTE)
        notes = self._work.select(Note, session=self._session.id)
        kept = (note for note in notes if not is_withdrawn(self._work, self._held.edition.name, note=note.key))
        ordered = sorted(kept, key=lambda note: (times.get(note.key, ""), note.key))
        return tuple(
            (
                Text(note.kind.value, "note.kind"),
                Text(note.own_words, "note.text"),
                Text(note.neutral_wording, "note.neutral"),
            )
            for note in ordered
        )

    def _points(self) -> tuple[Row, ...]:
        points = self._work.select(Point, session=self._session.id)
        return tuple(
            (
                Text(point.state.value.replace("_", " "), "point.state"),
                Text(self._work.get(Wording, point.current).text, "wording.text"),
            )
            for point in sorted(points, key=lambda point: (self._place(point.item), point.key))
        )

    def _place(self, item: str | None) -> int:
        known: AgendaItem | None = self._items.get(item or "")
        return known.place if known else 0

    def _name(self, person: str | None) -> Text:
        row = self._people.get(person or "")
        return Text(row.display_name, "person.name") if row else self._held.fixed("not named")


def _length(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d}"
