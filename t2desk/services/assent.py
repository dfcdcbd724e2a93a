"""The full text that the room hears, its assent, who asked to be named, and what is told of who attended."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from t2desk.domain.attendance import Attendance
from t2desk.domain.editions import edition_named
from t2desk.domain.people import Party, Person, Role
from t2desk.domain.ports import Work
from t2desk.domain.rules import PRESETS
from t2desk.domain.scopes import Assent, AssentOf, AttendancePart, AttendanceShown, Credit, RuleText
from t2desk.domain.series import Session
from t2desk.domain.subjects import Subject
from t2desk.domain.text import optional_line, prose
from t2desk.services.people import roster
from t2desk.services.room import session_of, unsettled
from t2desk.services.sources import trace
from t2desk.services.table import sides_at_the_table

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def write_rule_text(work: Work, text: str) -> RuleText:
    """Write the full text of the rule as the room will hear it; other words are a new version, the same words none."""
    words = prose("text", text, 1900)
    versions = sorted(work.select(RuleText), key=lambda one: one.number)
    if versions and versions[-1].text == words:
        return versions[-1]
    version = RuleText(work.new_key(), len(versions) + 1, words)
    work.put(version)
    return version


def note_assent(work: Work, how: str = "", session: str | None = None, party: str | None = None) -> Assent:
    """Note that the room heard the newest full text (or the preset's own) and accepted it, and how; each time anew.

    Of one `party` it is that side's assent alone; the room has accepted once every side at the table has.
    """
    held_in = unsettled(session_of(work, session))
    version = text_in_force(work, held_in) or write_rule_text(work, PRESETS[held_in.rule].text)
    assent = Assent(work.new_key(), held_in.id, version.key, today(work), optional_line("how", how))
    work.put(assent)
    if party is not None:
        work.put(AssentOf(assent.key, work.get(Party, party).id))
    trace(work, held_in.id, Subject.RULE, assent.key, "assented")
    return assent


def today(work: Work) -> str:
    """Return the day of this transaction in UTC, as ISO."""
    return (_EPOCH + timedelta(milliseconds=work.now.wall)).date().isoformat()


def has_assent(work: Work, session: str) -> bool:
    """Say whether the room has accepted the newest version of the full text in a session."""
    held_in = work.find(Session, session)
    newest = None if held_in is None else text_in_force(work, held_in)
    if newest is None:
        return False
    whose = sides_of_assents(work, session, newest.key)
    sides = sides_at_the_table(work)
    return None in whose or (bool(sides) and set(sides) <= whose)


def text_in_force(work: Work, session: Session) -> RuleText | None:
    """Return the newest version of the full text; None while none was written, or only another preset's own text.

    Who accepted the Chatham House Rule in its own words has not accepted what was put in its place.
    """
    newest = max(work.select(RuleText), key=lambda one: one.number, default=None)
    of_presets = {preset.text for preset in PRESETS.values()} - {PRESETS[session.rule].text}
    return None if newest is None or newest.text in of_presets else newest


def sides_of_assents(work: Work, session: str, version: int) -> set[str | None]:
    """Return which sides accepted a version of the text in a session; None among them is the whole room."""
    sides = [work.find(AssentOf, one.key) for one in work.select(Assent, session=session, version=version)]
    return {None if side is None else side.party for side in sides}


def settle_assents(work: Work, session: str) -> None:
    """Leave of the assents of a session the room's alone: which side came when, or not at all, is nobody's to read."""
    accepted = has_assent(work, session)
    of_sides = [one for one in work.select(Assent, session=session) if work.find(AssentOf, one.key) is not None]
    for one in of_sides:
        work.remove(AssentOf, one.key)
        work.remove(Assent, one.key)
    if accepted and not has_assent(work, session):
        work.put(max(of_sides, key=lambda one: (one.day, one.key)))


def ask_credit(work: Work, person: str, edition: str, session: str | None = None) -> Credit:
    """Note that somebody asks to be named in an edition of a session; nobody is who has not asked."""
    held_in = session_of(work, session)
    who, named = work.get(Person, person).id, edition_named(edition).name
    same = work.select(Credit, session=held_in.id, person=who, edition=named)
    credit = same[0] if same else Credit(work.new_key(), held_in.id, who, named)
    work.put(credit)
    return credit


def withdraw_credit(work: Work, person: str, edition: str, session: str | None = None) -> None:
    """Note that somebody does not want to be named after all."""
    held_in = session_of(work, session)
    work.clear(Credit, session=held_in.id, person=person, edition=edition)


def credited(work: Work, session: str, edition: str) -> tuple[Person, ...]:
    """Return who may be named in an edition, by seat: those who asked, and nobody else."""
    people = [work.get(Person, one.person) for one in work.select(Credit, session=session, edition=edition)]
    return tuple(sorted(people, key=lambda person: person.seat))


def show_attendance(
    work: Work, shown: tuple[AttendancePart, ...], place: str | None = None, session: str | None = None
) -> AttendanceShown:
    """Say which of six things a document may tell of who attended a session; those left out are not told."""
    held_in = session_of(work, session)
    before = attendance_shown(work, held_in)
    where = before.place if place is None else optional_line("place", place, 200)
    changed = AttendanceShown(held_in.id, tuple(part for part in AttendancePart if part in shown), where)
    work.put(changed)
    return changed


def attendance_shown(work: Work, session: Session) -> AttendanceShown:
    """Return what may be told of who attended a session; nothing unless somebody said so."""
    return work.find(AttendanceShown, session.id) or AttendanceShown(session.id)


@dataclass(frozen=True, slots=True)
class AttendanceTold:
    """What may be told of who attended a session; what is not switched on is empty. `number` 0 is not told."""

    names: tuple[str, ...] = ()
    number: int = 0
    countries: tuple[str, ...] = ()
    venue: str = ""
    starts: str = ""
    chairs: tuple[str, ...] = ()


def attendance_told(work: Work, session: str) -> AttendanceTold:
    """Return what a document may tell of who attended, and nothing else, by inclusion. Raises NamesClosed.

    Names and countries stand in the order of the alphabet: an order of seats would say who sits beside whom. Whoever
    left is told as present: that somebody left says when.
    """
    held_in = work.get(Session, session)
    switches = attendance_shown(work, held_in)
    there = {row.person for row in work.select(Attendance, session=session)}
    people = [row for row in roster(work) if row.id in there]
    chairs = {person.id for person in work.select(Person, role=Role.CHAIR)}
    told: dict[AttendancePart, dict[str, Any]] = {
        AttendancePart.NAMES: {"names": tuple(sorted(row.display_name for row in people))},
        AttendancePart.NUMBER: {"number": len(people)},
        AttendancePart.COUNTRIES: {"countries": tuple(sorted({row.country for row in people if row.country}))},
        AttendancePart.VENUE: {"venue": switches.place},
        AttendancePart.DATES: {"starts": held_in.starts[:10]},
        AttendancePart.CHAIRS: {"chairs": tuple(sorted(row.display_name for row in people if row.id in chairs))},
    }
    parts: dict[str, Any] = {}
    for switch in switches.shown:
        parts |= told[switch]
    return AttendanceTold(**parts)
