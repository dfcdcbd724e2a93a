"""The full internal record as a document, with names; it only ever leaves encrypted."""

from collections.abc import Iterator
from datetime import datetime

from t2desk.domain.agenda import AgendaItem, ItemPlan
from t2desk.domain.attendance import Attendance
from t2desk.domain.documents import Block, Column, Document, Heading, Pair, Paragraph, Table, Text
from t2desk.domain.editions import EDITIONS
from t2desk.domain.floor import KIND_WORDS, FloorTotal, Turn
from t2desk.domain.notes import NOTE_WORDS, Note
from t2desk.domain.people import Party, RosterPerson
from t2desk.domain.points import Point, Wording
from t2desk.domain.ports import Work
from t2desk.domain.series import Session, session_name
from t2desk.domain.subjects import Subject
from t2desk.i18n import N_, Phrases
from t2desk.services.agenda import agenda_of
from t2desk.services.consents import is_withdrawn
from t2desk.services.editions.record_terms import RecordedTerms, interpretation, length_of
from t2desk.services.editions.shared import Held, hold, masthead, running_head
from t2desk.services.party_orders import next_document, place_of_party
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
        blocks=(*_people(held, people), *_spoken(work, held, people), *blocks),
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


def _spoken(work: Work, held: Held, people: dict[str, RosterPerson]) -> Iterator[Block]:
    rows = interpretation(work, held, people)
    if rows:
        yield Heading(held.fixed("Interpretation"))
        columns = ((N_("Name"), 1.6), (N_("Language"), 1.0), (N_("Time for a turn"), 1.0))
        yield from _table(held, columns, rows)


class _RecordOfSession:
    """One session's part of the record."""

    def __init__(self, work: Work, held: Held, session: Session, people: dict[str, RosterPerson]) -> None:
        self._work = work
        self._held = held
        self._session = session
        self._people = people
        self._items = {item.id: item for item in agenda_of(work, session.id)}
        self._party_place = place_of_party(work, next_document(work))
        self._parties = {party.id: party.name for party in work.select(Party)}
        self._terms = RecordedTerms(work, held, session, self._name, self._parties)

    def blocks(self) -> Iterator[Block]:
        """Yield the session's agenda, attendance, floor, notes and points."""
        words = session_name(self._session.title, self._session.number, self._held.phrases)
        yield Heading(Text(words, "session.title"), Text(self._session.state.value, "session.state"))
        yield from self._part(
            N_("Agenda"), ((N_("Item"), 2.6), (N_("Planned"), 0.8), (N_("Spent"), 0.8)), self._agenda()
        )
        outcomes = ((N_("Item"), 1.4), (N_("Method"), 0.9), (N_("Conclusion"), 2.2))
        yield from self._part(N_("How it was talked about"), outcomes, self._outcomes())
        attended = ((N_("Name"), 2.0), (N_("Presence"), 1.0), (N_("In place of"), 1.4))
        yield from self._part(N_("Attendance"), attended, self._attendance())
        limits = ((N_("Limit of"), 2.6), (N_("Length"), 0.8))
        yield from self._part(N_("Limits"), limits, self._terms.limits())
        turns = ((N_("Start"), 0.8), (N_("Name"), 1.5), (N_("Kind"), 1.0), (N_("Length"), 0.6), (N_("Remark"), 1.2))
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
            told = any(row[-1].words for row in rows)  # a last column that says nothing is left out
            yield from _table(self._held, *((columns, rows) if told else (columns[:-1], tuple(r[:-1] for r in rows))))
        elif title == "Notes":
            yield Paragraph(self._held.fixed("No notes are kept of this session."), "caption")

    def _agenda(self) -> tuple[Row, ...]:
        return tuple(
            (
                Text(item.title, "item.title"),
                Text(f"{item.minutes} min", "item.minutes"),
                Text(length_of(item.seconds), "item.seconds"),
            )
            for item in self._items.values()
        )

    def _attendance(self) -> tuple[Row, ...]:
        rows = sorted(self._work.select(Attendance, session=self._session.id), key=lambda row: row.person)
        return tuple(
            (self._name(row.person), Text(row.presence.value, "attendance.presence"), self._terms.in_place_of(row))
            for row in rows
        )

    def _outcomes(self) -> tuple[Row, ...]:
        """Return how items were run and what was concluded; the facilitator's own notes are in no edition."""
        plans = {plan.item: plan for plan in self._work.select(ItemPlan, session=self._session.id)}
        told = [(item, plans[item.id]) for item in self._items.values() if item.id in plans]
        return tuple(
            (
                Text(item.title, "item.title"),
                Text(plan.method, "item.method"),
                Text(plan.conclusion, "item.conclusion"),
            )
            for item, plan in told
            if plan.method or plan.conclusion
        )

    def _turns(self) -> tuple[Row, ...]:
        turns = sorted(self._work.select(Turn, session=self._session.id), key=lambda turn: turn.since)
        return tuple(
            (
                Text(self._clock(turn), "turn.start"),
                self._name(turn.person),
                Text(self._held.phrases(KIND_WORDS[turn.kind]), "turn.kind"),
                Text(length_of(turn.seconds or 0), "turn.seconds"),
                self._terms.remark(turn),
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
        place_of = self._party_place
        ordered = sorted(totals, key=lambda t: (self._place(t.item), place_of(t.party), t.party or "", t.person or ""))
        return tuple(self._total(total) for total in ordered)

    def _total(self, total: FloorTotal) -> Row:
        item = self._items.get(total.item or "")
        return (
            Text(item.title, "item.title") if item else self._held.fixed("Other items"),
            Text(self._parties[total.party], "party.name") if total.party else self._name(total.person),
            Text(str(total.turns), "floor.turns"),
            Text(length_of(total.seconds), "floor.seconds"),
        )

    def _notes(self) -> tuple[Row, ...]:
        times = times_of(self._work, self._session.id, Subject.NOTE)
        notes = self._work.select(Note, session=self._session.id)
        kept = (note for note in notes if not is_withdrawn(self._work, self._held.edition.name, note=note.key))
        ordered = sorted(kept, key=lambda note: (times.get(note.key, ""), note.key))
        return tuple(
            (
                Text(self._held.phrases(NOTE_WORDS[note.kind]), "note.kind"),
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
