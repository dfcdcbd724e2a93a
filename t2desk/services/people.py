"""People, parties and the identity book; and who is in the room."""

from collections.abc import Iterable
from dataclasses import replace

from t2desk.domain.attendance import Attendance, Presence
from t2desk.domain.desk_errors import AlreadyThere, NobodyElse, StillReferred
from t2desk.domain.floor_terms import SpeaksIn, Substitution
from t2desk.domain.people import Identity, Party, Person, Role, RosterPerson
from t2desk.domain.ports import Work
from t2desk.domain.scopes import Scope, ScopedRule
from t2desk.domain.subjects import Subject
from t2desk.domain.text import folded, one_line, optional_line
from t2desk.services.ids import checked_id, next_id
from t2desk.services.room import the_open_session
from t2desk.services.sources import any_sealed, trace


def add_party(work: Work, name: str, id: str | None = None) -> Party:
    """Add a side of the dialogue."""
    line = one_line("name", name, 200)
    parties = work.select(Party)
    party = Party(checked_id(work, Party, id, next_id("party", parties)), line)
    # People are put into a party by its name or its id, so that no word may be the one here and the other there.
    taken = {folded(word) for other in parties for word in (other.name, other.id)}
    if taken & {folded(party.name), folded(party.id)}:
        raise AlreadyThere(kind="party", key=line)
    work.put(party)
    return party


def add_person(  # noqa: PLR0917  (a people file has these columns, and each is a field of the operation)
    work: Work,
    display_name: str,
    id: str | None = None,
    party: str | None = None,
    given: str = "",
    family: str = "",
    name_native: str = "",
    aliases: tuple[str, ...] = (),
    country: str = "",
    affiliation: str = "",
    affiliation_acronym: str = "",
    role: str = "",
    title: str = "",
    gender: str = "",
    email: str = "",
    phone: str = "",
    handle: str = "",
    descriptor: str = "",
) -> Person:
    """Invite somebody: a seat for the room, and a sealed page in the identity book."""
    people = work.select(Person)
    row = RosterPerson(
        checked_id(work, Person, id, next_id("p", people)),
        display_name, given, family, name_native, aliases, party or "", country, affiliation, affiliation_acronym,
        role, title, gender, email, phone, handle, descriptor,
    )  # fmt: skip
    return add_roster_person(work, row, 1 + max((p.seat for p in people), default=0))


def add_roster_person(work: Work, row: RosterPerson, seat: int) -> Person:
    """Write one validated row of a people file as a person and an identity."""
    identity = identity_of(row)
    person = Person(row.id, seat, party_named(work, row.party), _role(row.role), _line("descriptor", row.descriptor))
    work.put(person)
    work.put(identity)
    return person


def identity_of(row: RosterPerson) -> Identity:
    """Return a row's page of the identity book, its texts checked."""
    return Identity(
        row.id,
        one_line("display_name", row.display_name, 200),
        _line("given", row.given),
        _line("family", row.family),
        _line("name_native", row.name_native),
        tuple(one_line("aliases", alias, 200) for alias in row.aliases),
        _line("country", row.country),
        _line("affiliation", row.affiliation),
        _line("affiliation_acronym", row.affiliation_acronym),
        _line("role", row.role),
        _line("title", row.title),
        _line("gender", row.gender),
        _line("email", row.email),
        _line("phone", row.phone),
        _line("handle", row.handle),
    )


def _line(field: str, text: str) -> str:
    return optional_line(field, text, 300)


def _role(written: str) -> Role:
    words = {role.value: role for role in Role}
    return words.get(folded(written), Role.PARTICIPANT)


def party_named(work: Work, named: str) -> str | None:
    """Return the party with this id or name, which is made where there is none."""
    if not named.strip():
        return None
    for party in work.select(Party):
        if folded(named) in {folded(party.id), folded(party.name)}:
            return party.id
    return add_party(work, named).id


def add_roster(work: Work, rows: Iterable[RosterPerson]) -> int:
    """Write all rows of a people file; returns their number. A taken id refuses them all (AlreadyThere)."""
    seat = max((person.seat for person in work.select(Person)), default=0)
    count = 0
    for count, row in enumerate(rows, start=1):
        if work.find(Person, row.id) is not None:
            raise AlreadyThere(kind="person", key=row.id)
        add_roster_person(work, row, seat + count)
    return count


def remove_person(work: Work, person: str) -> None:
    """Take somebody off the list again, with the identity; only while nothing refers to the seat, or may.

    Raises StillReferred.
    """
    work.remove(Identity, person)
    if any_sealed(work):
        # Ids are given again: whoever got this one would be named as the speaker the day a source is opened.
        raise StillReferred
    work.clear(Attendance, person=person)
    work.discard(SpeaksIn, person)
    # Ids are given again: nobody inherits somebody's wish, or is credited in somebody's place (a reference, refused).
    work.clear(ScopedRule, scope=Scope.PERSON, of=person)
    work.remove(Person, person)


def describe_person(work: Work, person: str, descriptor: str) -> Person:
    """Set the neutral words agreed for a person."""
    described = replace(work.get(Person, person), descriptor=_line("descriptor", descriptor))
    work.put(described)
    return described


def set_attendance(
    work: Work, person: str, presence: Presence = Presence.PRESENT, stands_for: str | None = None
) -> Attendance:
    """Note that somebody is in the room, left it, or attends in another way; a substitute, for whom.

    Raises NobodyElse where somebody would stand for themselves, or nobody's substitute for somebody.
    """
    session = the_open_session(work)
    work.get(Person, person)
    known = work.select(Attendance, session=session.id, person=person)
    key = known[0].key if known else work.new_key()
    attendance = Attendance(key, session.id, person, presence)
    work.put(attendance)
    trace(work, session.id, Subject.ATTENDANCE, key, presence.value)
    _stand_in(work, attendance, stands_for)
    return attendance


def _stand_in(work: Work, attendance: Attendance, stands_for: str | None) -> None:
    work.clear(Substitution, session=attendance.session, person=attendance.person)
    if stands_for is None:
        return
    if stands_for == attendance.person or attendance.presence is not Presence.SUBSTITUTE:
        raise NobodyElse
    absent = work.get(Person, stands_for)
    work.put(Substitution(work.new_key(), attendance.session, attendance.person, absent.id))


def roster(work: Work) -> tuple[RosterPerson, ...]:
    """Return everybody with name and party, by seat. Raises NamesClosed while the identity book is closed."""
    parties = {party.id: party.name for party in work.select(Party)}
    identities = {identity.person: identity for identity in work.select(Identity)}
    people = sorted(work.select(Person), key=lambda person: person.seat)
    return tuple(_row(person, identities[person.id], parties) for person in people)


def _row(person: Person, who: Identity, parties: dict[str, str]) -> RosterPerson:
    return RosterPerson(
        person.id, who.display_name, who.given, who.family, who.name_native, who.aliases,
        parties.get(person.party or "", ""), who.country, who.affiliation, who.affiliation_acronym,
        who.occupation, who.title, who.gender, who.email, who.phone, who.handle, person.descriptor,
    )  # fmt: skip
