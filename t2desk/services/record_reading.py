"""A whole record read into a new dossier: all or nothing, every reference checked, every text checked."""

from collections.abc import Callable
from typing import Any

from t2desk.domain.agenda import AgendaItem, AgendaShift, ItemClock, ItemKind, ItemPlan, ItemState, Phase
from t2desk.domain.attendance import Attendance, Presence
from t2desk.domain.desk_errors import AlreadyThere, BadRecord, NotEmpty
from t2desk.domain.errors import Refused
from t2desk.domain.floor import FloorTotal, QueueEntry, Turn, TurnKind, TurnLimit, Wait, limit_id
from t2desk.domain.keys import key_from_text
from t2desk.domain.notes import Note, NoteKind
from t2desk.domain.party_order import PartyOrder
from t2desk.domain.people import Party, Person, RosterPerson
from t2desk.domain.points import ConcernKind, Point, PointConcern, PointState, Support, Wording
from t2desk.domain.ports import Work
from t2desk.domain.rules import NEW_SESSION, PRESETS, Recording
from t2desk.domain.sections import DraftSection, NextStep, SectionKind
from t2desk.domain.series import Meeting, OffRecord, Session, SessionState, Sitting
from t2desk.domain.sources import Source, Trace
from t2desk.domain.subjects import Subject
from t2desk.domain.text import one_line, optional_line, prose
from t2desk.services.ids import checked_id, next_id
from t2desk.services.party_orders import set_order
from t2desk.services.people import add_party, add_roster_person
from t2desk.services.record_checks import check_session
from t2desk.services.record_ground import read_ground
from t2desk.services.record_room import read_ground_rules, read_room
from t2desk.services.record_terms import read_languages, read_marks, read_stand_in, read_terms, time_of
from t2desk.services.room import open_session
from t2desk.services.series import checked_start, rename_series

Plain = dict[str, Any]


def read_record(work: Work, record: Plain) -> dict[str, int]:
    """Write a record that fits the schema; returns how much of what. Raises NotEmpty, BadRecord and text refusals."""
    for kind, what in ((Person, "people"), (Session, "sessions"), (Party, "parties")):
        if work.count(kind):
            raise NotEmpty(what=what)
    rename_series(work, record["series"]["title"], record["series"].get("language", "en"))
    for party in record.get("parties", []):
        add_party(work, party["name"], party.get("id"))
    if "party_order" in record:
        chosen = record["party_order"]
        set_order(work, PartyOrder(chosen["by"]), chosen["language"], chosen["rotates"])
    for number, person in enumerate(record.get("people", []), start=1):
        _at(f"people[{number - 1}]", _read_person, work, person, number)
    _at("languages", read_languages, work, record.get("languages", {}))
    _at("ground rules", read_ground_rules, work, record)
    sessions = _read_meetings(work, record.get("meetings", []))
    read_ground(work, record.get("ground", {}))
    return {"people": len(record.get("people", [])), "sessions": sessions}


def _at(place: str, read: Callable[..., Any], *arguments: Any) -> Any:
    try:
        return read(*arguments)
    except (ValueError, KeyError):
        raise BadRecord(place=place, problem="a time, an id or a reference is not right") from None
    except Refused as refusal:
        raise BadRecord(place=place, problem=refusal.sentence.format(**refusal.details)) from None


def _read_person(work: Work, plain: Plain, number: int) -> None:
    people = work.select(Person)
    key = checked_id(work, Person, plain.get("id"), next_id("p", people))
    known = {name: part for name, part in plain.items() if name not in {"id", "seat", "aliases", "present"}}
    row = RosterPerson(key, aliases=tuple(plain.get("aliases", ())), **known)
    add_roster_person(work, row, plain.get("seat", number))


def _read_meetings(work: Work, meetings: list[Plain]) -> int:
    count = 0
    for number, plain in enumerate(meetings, start=1):
        key = checked_id(work, Meeting, plain.get("id"), next_id("m", work.select(Meeting)))
        work.put(Meeting(key, number, one_line("title", plain["title"])))
        for one in plain.get("sessions", []):
            count += 1
            _at(f"session {count}", SessionReader(work, key, count).read, one)
    return count


class SessionReader:
    """Reads one session; item ids of the record stand for themselves."""

    def __init__(self, work: Work, meeting: str, number: int) -> None:
        """Keep where the session belongs."""
        self._work = work
        self._meeting = meeting
        self._number = number
        self._session = ""
        self._rule = NEW_SESSION

    def read(self, plain: Plain) -> None:
        """Write the session and everything in it."""
        rule = plain.get("rule", NEW_SESSION)
        session = Session(
            checked_id(self._work, Session, plain.get("id"), next_id("s", self._work.select(Session))),
            self._meeting,
            self._number,
            optional_line("title", plain["title"]),
            checked_start(plain.get("starts", "")),
            SessionState(plain.get("state", SessionState.ADJOURNED if plain.get("turns") else SessionState.PLANNED)),
            rule,
            tuple(sorted({*plain.get("rules_held", ()), rule})),
        )
        if session.state is SessionState.OPEN and open_session(self._work) is not None:
            raise BadRecord(place=session.id, problem="two sessions are open")
        check_session(plain, session.state, session.id)
        self._session = session.id
        self._rule = rule
        self._work.put(session)
        if "agreed_extra_minutes" in plain:
            self._work.put(AgendaShift(session.id, plain["agreed_extra_minutes"]))
        self._read_parts(plain)

    def _read_parts(self, plain: Plain) -> None:
        if plain.get("off_record"):
            self._work.put(OffRecord(self._session))
        if "since" in plain:
            self._work.put(Sitting(self._session, time_of(plain["since"])))
        self._limited(plain, None)
        readers = {
            "agenda": self._item, "attendance": self._attended, "queue": self._queued, "turns": self._turn,
            "floor": self._total, "notes": self._note, "points": self._point, "sections": self._section,
            "next_steps": self._step, "events": self._event,
        }  # fmt: skip
        for name, read in readers.items():
            for place, one in enumerate(plain.get(name, []), start=1):
                _at(f"{self._session}.{name}[{place - 1}]", read, one, place)
        _at(f"{self._session} (the floor)", read_terms, self._work, self._session, plain)
        _at(f"{self._session} (the room)", read_room, self._work, self._session, plain)

    def _item(self, plain: Plain, place: int) -> None:
        key = checked_id(
            self._work, AgendaItem, plain.get("id"), next_id("i", self._work.select(AgendaItem))
        )  # fmt: skip
        self._work.put(
            AgendaItem(
                key,
                self._session,
                place,
                one_line("title", plain["title"], 300),
                plain.get("minutes", 0),
                plain.get("parent"),
                Phase(plain.get("phase", "")),
                optional_line("aim", plain.get("aim", "")),
                ItemState(plain.get("state", ItemState.PLANNED)),
                float(plain.get("seconds", 0.0)),
            )
        )
        if "kind" in plain:
            self._work.put(_plan(key, self._session, plain))
        if "since" in plain:
            self._work.put(ItemClock(self._session, key, time_of(plain["since"])))
        self._limited(plain, key)

    def _limited(self, plain: Plain, item: str | None) -> None:
        if "turn_limit" in plain:
            self._work.put(TurnLimit(limit_id(self._session, item), self._session, item, plain["turn_limit"]))

    def _attended(self, plain: Plain, _place: int) -> None:
        presence = Presence(plain.get("presence", Presence.PRESENT))
        person = self._person(plain["person"])
        self._work.put(Attendance(self._work.new_key(), self._session, person, presence))
        read_stand_in(self._work, self._session, person, plain)

    def _queued(self, plain: Plain, place: int) -> None:
        kind = TurnKind(plain.get("kind", TurnKind.STATEMENT))
        person = self._person(plain["person"])
        self._work.put(QueueEntry(self._work.new_key(), self._session, person, place, kind))
        if "since" in plain:
            self._work.put(Wait(person, self._session, time_of(plain["since"])))

    def _turn(self, plain: Plain, _place: int) -> None:
        key = self._key(Turn, plain.get("id"))
        self._work.put(
            Turn(
                key,
                self._session,
                plain.get("item"),
                self._person(plain["person"]) if "person" in plain else None,
                TurnKind(plain.get("kind", TurnKind.STATEMENT)),
                time_of(plain["start"]),
                key_from_text(plain["interrupted"]) if "interrupted" in plain else None,
                time_of(plain["paused"]) if "paused" in plain else None,
                float(plain.get("paused_seconds", 0.0)),
                None if plain.get("seconds") is None else float(plain["seconds"]),
            )
        )
        read_marks(self._work, self._session, key, plain)

    def _total(self, plain: Plain, _place: int) -> None:
        where = (plain.get("item"), plain.get("person"), plain.get("party"))
        self._work.put(FloorTotal(self._work.new_key(), self._session, *where, plain["turns"], plain["seconds"]))

    def _note(self, plain: Plain, _place: int) -> None:
        note = Note(
            self._key(Note, plain.get("id")),
            self._session,
            plain.get("item"),
            NoteKind(plain.get("kind", NoteKind.FACT)),
            prose("text", plain["text"]),
            optional_line("neutral", plain.get("neutral", ""), 200_000),
            plain.get("rule", self._rule),
        )
        self._work.put(note)
        self._apart(Subject.NOTE, note.key, note.rule, plain)

    def _point(self, plain: Plain, _place: int) -> None:
        key = self._key(Point, plain.get("id"))
        wordings = [self._wording(key, number, w) for number, w in enumerate(_wordings(plain), start=1)]
        chosen = key_from_text(plain["current"]) if "current" in plain else wordings[-1].key
        current = next(w.key for w in wordings if w.key == chosen) if any(w.key == chosen for w in wordings) else None
        if current is None:
            raise KeyError(chosen)
        point = Point(
            key,
            self._session,
            plain.get("item"),
            PointState(plain.get("state", PointState.CAPTURED)),
            current,
            bool(plain.get("ad_referendum", False)),
            tuple(Support(step) for step in plain.get("support", ())),
            plain.get("rule", self._rule),
        )
        self._work.put(point)
        self._work.put_many(wordings)
        self._work.put_many(self._concern(point, concern) for concern in plain.get("concerns", ()))
        self._apart(Subject.POINT, key, point.rule, plain)

    def _wording(self, point: int, number: int, plain: Plain) -> Wording:
        language = one_line("language", plain.get("language", "en"), 20)
        text = prose("text", plain["text"], 4000)
        return Wording(self._key(Wording, plain.get("id")), point, plain.get("number", number), language, text)

    def _concern(self, point: Point, plain: Plain) -> PointConcern:
        wording = key_from_text(plain["wording"]) if "wording" in plain else point.current
        kind = ConcernKind(plain.get("kind", ConcernKind.RESERVATION))
        mend = optional_line("mend", plain.get("mend", ""))
        return PointConcern(
            self._key(PointConcern, plain.get("id")), point.key, wording, kind, prose("text", plain["text"], 4000), mend
        )

    def _section(self, plain: Plain, _place: int) -> None:
        kind = SectionKind(plain.get("kind", SectionKind.DISCUSSION))
        language = one_line("language", plain.get("language", "en"), 20)
        heading = optional_line("heading", plain.get("heading", ""), 300)
        text = prose("text", plain["text"])
        key = self._work.new_key()
        self._work.put(DraftSection(key, self._session, plain.get("item"), kind, language, heading, text))

    def _step(self, plain: Plain, place: int) -> None:
        what = one_line("what", plain["what"])
        by, holder = optional_line("by", plain.get("by", "")), optional_line("holder", plain.get("holder", ""))
        self._work.put(NextStep(self._work.new_key(), self._session, place, what, by, holder))

    def _event(self, plain: Plain, _place: int) -> None:
        subject = Subject(plain["subject"])
        key = key_from_text(plain["of"]) if "of" in plain else 0
        if "person" in plain:
            (attendance,) = self._work.select(Attendance, session=self._session, person=plain["person"])
            key = attendance.key
        self._work.put(
            Trace(
                self._work.new_key(), self._session, subject, key, time_of(plain["at"]), one_line("what", plain["what"])
            )
        )

    def _apart(self, subject: Subject, key: int, rule: str, plain: Plain) -> None:
        """Keep when and by whom, where the record has it and the rule allows it, in tables of their own."""
        if "at" in plain:
            self._work.put(Trace(self._work.new_key(), self._session, subject, key, time_of(plain["at"]), "added"))
        if "said_by" in plain:
            person = self._person(plain["said_by"])
            if PRESETS[rule].rule.recording is not Recording.WITH_SOURCE:
                return
            self._work.put(Source(self._work.new_key(), self._session, subject, key, person=person))

    def _person(self, person: str) -> str:
        return self._work.get(Person, person).id

    def _key(self, kind: type[object], given: str | None) -> int:
        if given is None:
            return self._work.new_key()
        key = key_from_text(given)
        if self._work.find(kind, key) is not None:
            raise AlreadyThere(kind=kind.__name__.lower(), key=given)
        return key


def _wordings(plain: Plain) -> list[Plain]:
    return plain["wordings"] if plain.get("wordings") else [{"text": plain["text"]}]


def _plan(item: str, session: str, plain: Plain) -> ItemPlan:
    return ItemPlan(
        item,
        session,
        ItemKind(plain["kind"]),
        optional_line("method", plain.get("method", "")),
        prose("notes", plain["notes"]) if plain.get("notes") else "",
        plain.get("due", ""),
        optional_line("conclusion", plain.get("conclusion", "")),
        plain.get("asked", False),
        plain.get("first_planned"),
    )
