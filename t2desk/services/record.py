"""The whole record as plain JSON values: the one plain way out, never with sealed sources."""

from collections.abc import Callable
from typing import Any

from t2desk.domain.agenda import AgendaItem, AgendaShift, ItemClock, ItemPlan
from t2desk.domain.attendance import Attendance
from t2desk.domain.floor import FloorTotal, QueueEntry, Turn, Wait
from t2desk.domain.keys import key_to_text
from t2desk.domain.moments import Moment
from t2desk.domain.notes import Note
from t2desk.domain.party_order import NeutralOrder
from t2desk.domain.people import Party, Person
from t2desk.domain.points import Point, PointConcern, Wording
from t2desk.domain.ports import Work
from t2desk.domain.record_schema import FORMAT, VERSION
from t2desk.domain.sections import DraftSection, NextStep
from t2desk.domain.series import THE_SERIES, Meeting, OffRecord, Series, Session, Sitting
from t2desk.domain.subjects import Subject
from t2desk.services.agenda import agenda_of
from t2desk.services.limits import own_limit
from t2desk.services.people import roster
from t2desk.services.record_room import ground_rules_of, room_of
from t2desk.services.record_terms import languages, marks_of, stands_for, terms_of
from t2desk.services.sources import Event, events_of, speaker_of, times_of

Plain = dict[str, Any]


def whole_record(work: Work) -> Plain:
    """Return everything in the dossier that may leave it plainly. Raises NamesClosed."""
    series = work.get(Series, THE_SERIES)
    meetings = sorted(work.select(Meeting), key=lambda meeting: meeting.number)
    return {
        "format": FORMAT,
        "version": VERSION,
        "series": {"title": series.title, "language": series.language},
        "parties": [{"id": party.id, "name": party.name} for party in work.select(Party)],
        **_party_order(work.find(NeutralOrder, THE_SERIES)),
        "people": _people(work),
        **_filled(languages=languages(work) or None, ground_rules=ground_rules_of(work)),
        "meetings": [
            {"id": m.id, "title": m.title, "sessions": [session_record(work, s) for s in sessions_of(work, m.id)]}
            for m in meetings
        ],
    }


def _party_order(chosen: NeutralOrder | None) -> Plain:
    if chosen is None:
        return {}
    return {"party_order": {"by": chosen.by.value, "language": chosen.language, "rotates": chosen.rotates}}


def sessions_of(work: Work, meeting: str) -> list[Session]:
    """Return a meeting's sessions in their order."""
    return sorted(work.select(Session, meeting=meeting), key=lambda session: session.number)


def _filled(**fields: object) -> Plain:
    """Return the fields that say something; what is empty is left out."""
    return {name: part for name, part in fields.items() if part not in (None, "", [], (), False)}


def _key(key: int | None) -> str | None:
    return None if key is None else key_to_text(key)


def _people(work: Work) -> list[Plain]:
    seats = {person.id: person.seat for person in work.select(Person)}
    fields = (
        "id", "display_name", "given", "family", "name_native", "party", "country", "affiliation",
        "affiliation_acronym", "role", "title", "gender", "email", "phone", "handle", "descriptor",
    )  # fmt: skip
    return [
        _filled(
            seat=seats[row.id], aliases=list(row.aliases), **{field: getattr(row, field) for field in fields}
        )
        for row in roster(work)
    ]  # fmt: skip


def session_record(work: Work, session: Session) -> Plain:
    """Return one session; its turns until it is settled, then what its rules left of the floor."""
    parts: dict[str, Callable[[Work, str], list[Plain]]] = {
        "agenda": _agenda, "attendance": _attendance, "queue": _queue, "turns": _turns, "floor": _floor,
        "events": _events, "notes": _notes, "points": _points, "sections": _sections, "next_steps": _next_steps,
    }  # fmt: skip
    sitting = work.find(Sitting, session.id)
    head = _filled(
        id=session.id, starts=session.starts, state=session.state.value, rule=session.rule,
        rules_held=list(session.rules_held), off_record=work.find(OffRecord, session.id) is not None,
        since=_iso(sitting.since) if sitting else None,
    )  # fmt: skip
    head |= _limited(own_limit(work, session.id))
    shift = work.find(AgendaShift, session.id)
    if shift is not None:
        head["agreed_extra_minutes"] = shift.minutes
    head |= terms_of(work, session.id) | room_of(work, session.id)
    return {"title": session.title, **head, **{name: part(work, session.id) for name, part in parts.items()}}


def _agenda(work: Work, session: str) -> list[Plain]:
    clock = work.find(ItemClock, session)
    return [
        {**_item(item, clock, own_limit(work, session, item.id)), **_plan(work.find(ItemPlan, item.id))}
        for item in agenda_of(work, session)
    ]


def _item(item: AgendaItem, clock: ItemClock | None, limit: int | None) -> Plain:
    since = clock.since.to_iso() if clock and clock.item == item.id else None
    optional = _filled(parent=item.parent, phase=item.phase.value, aim=item.aim, seconds=item.seconds, since=since)
    head = {"id": item.id, "title": item.title, "minutes": item.minutes, "state": item.state.value}
    return {**head, **optional, **_limited(limit)}


def _limited(limit: int | None) -> Plain:
    # A limit of 0 says that there is none: it is not left out as empty.
    return {} if limit is None else {"turn_limit": limit}


def _plan(plan: ItemPlan | None) -> Plain:
    if plan is None:
        return {}
    texts = _filled(method=plan.method, notes=plan.notes, due=plan.due, conclusion=plan.conclusion)
    length = {} if plan.planned is None else {"first_planned": plan.planned}
    return {"kind": plan.kind.value, **texts, "asked": plan.asked, **length}


def _attendance(work: Work, session: str) -> list[Plain]:
    rows = sorted(work.select(Attendance, session=session), key=lambda row: row.person)
    return [
        {"person": row.person, "presence": row.presence.value, **_filled(stands_for=stands_for(work, row))}
        for row in rows
    ]


def _events(work: Work, session: str) -> list[Plain]:
    """Return what happened when, besides what notes and points say of their own beginning."""
    people = {row.key: row.person for row in work.select(Attendance, session=session)}
    events = events_of(work, session, *(subject for subject in Subject if subject is not Subject.NOTE))
    told = [_event(event, people) for event in events if (event.subject, event.what) != (Subject.POINT, "added")]
    # What happened within one millisecond has no order of its own; else random keys would give it another each time.
    return sorted(told, key=lambda one: [one.get(name, "") for name in ("at", "subject", "what", "person", "of")])


def _event(event: Event, people: dict[int, str]) -> Plain:
    person = people.get(event.subject_key) if event.subject is Subject.ATTENDANCE else None
    of = None if person or not event.subject_key else _key(event.subject_key)
    head = {"at": event.at.to_iso(), "subject": event.subject.value, "what": event.what}
    return {**head, **_filled(person=person, of=of)}


def _queue(work: Work, session: str) -> list[Plain]:
    rows = sorted(work.select(QueueEntry, session=session), key=lambda row: row.place)
    since = {row.person: row.since for row in work.select(Wait, session=session)}
    return [
        {"person": row.person, "kind": row.kind.value, **_filled(since=_iso(since.get(row.person)))} for row in rows
    ]  # fmt: skip


def _turns(work: Work, session: str) -> list[Plain]:
    turns = sorted(work.select(Turn, session=session), key=lambda turn: (turn.since.wall, turn.since.boot, turn.key))
    return [{**_turn(turn), **marks_of(work, turn.key)} for turn in turns]


def _turn(turn: Turn) -> Plain:
    optional = _filled(
        item=turn.item, person=turn.person, interrupted=_key(turn.interrupted), paused=_iso(turn.paused),
        paused_seconds=turn.paused_seconds,
    )  # fmt: skip
    head = {"id": _key(turn.key), "kind": turn.kind.value, "start": turn.since.to_iso(), "seconds": turn.seconds}
    return {**head, **optional}


def _iso(moment: Moment | None) -> str | None:
    return None if moment is None else moment.to_iso()


def _floor(work: Work, session: str) -> list[Plain]:
    totals = work.select(FloorTotal, session=session)
    ordered = sorted(totals, key=lambda t: (t.item or "", t.party or "", t.person or "", t.turns, t.seconds))
    return [
        {**_filled(item=t.item, person=t.person, party=t.party), "turns": t.turns, "seconds": t.seconds}
        for t in ordered
    ]  # fmt: skip


def _notes(work: Work, session: str) -> list[Plain]:
    times = times_of(work, session, Subject.NOTE)
    # Once settled there are no times, and the order is that of random keys: it says nothing.
    notes = sorted(work.select(Note, session=session), key=lambda note: (times.get(note.key, ""), note.key))
    return [_note(work, note, times.get(note.key)) for note in notes]


def _note(work: Work, note: Note, time: str | None) -> Plain:
    optional = _filled(
        neutral=note.neutral_wording, item=note.item, said_by=speaker_of(work, Subject.NOTE, note.key), at=_at(time)
    )
    head = {"id": _key(note.key), "kind": note.kind.value, "text": note.own_words, "rule": note.rule}
    return {**head, **optional}


def _at(time: str | None) -> str | None:
    return None if time is None else Moment.from_text(time).to_iso()


def _points(work: Work, session: str) -> list[Plain]:
    times = times_of(work, session, Subject.POINT)
    points = sorted(work.select(Point, session=session), key=lambda point: (times.get(point.key, ""), point.key))
    return [_point(work, point, times.get(point.key)) for point in points]


def _point(work: Work, point: Point, time: str | None) -> Plain:
    wordings = sorted(work.select(Wording, point=point.key), key=lambda w: (w.language, w.number))
    optional = _filled(
        item=point.item, ad_referendum=point.ad_referendum, support=[step.value for step in point.support],
        concerns=_concerns(work, point),
        said_by=speaker_of(work, Subject.POINT, point.key), at=_at(time),
    )  # fmt: skip
    return {
        "id": _key(point.key),
        "state": point.state.value,
        "rule": point.rule,
        "text": next(w.text for w in wordings if w.key == point.current),
        "current": _key(point.current),
        "wordings": [
            {"id": _key(w.key), "number": w.number, "language": w.language, "text": w.text} for w in wordings
        ],
        **optional,
    }  # fmt: skip


def _concerns(work: Work, point: Point) -> list[Plain]:
    rows = sorted(work.select(PointConcern, point=point.key), key=lambda row: (row.kind, row.text, row.key))
    return [_concern(concern) for concern in rows]


def _concern(concern: PointConcern) -> Plain:
    head = {"kind": concern.kind.value, "text": concern.text, "wording": _key(concern.wording)}
    return {**head, **_filled(mend=concern.mend)}


def _sections(work: Work, session: str) -> list[Plain]:
    sections = work.select(DraftSection, session=session)
    ordered = sorted(sections, key=lambda s: (s.kind, s.item or "", s.language, s.heading))
    return [
        {"kind": s.kind.value, "language": s.language, "text": s.text, **_filled(item=s.item, heading=s.heading)}
        for s in ordered
    ]  # fmt: skip


def _next_steps(work: Work, session: str) -> list[Plain]:
    steps = sorted(work.select(NextStep, session=session), key=lambda step: step.place)
    return [{"what": step.what, **_filled(by=step.by, holder=step.holder)} for step in steps]
