"""People and parties changed after they came in: what is known of somebody, where they sit, what a side is called."""

from dataclasses import replace

from t2desk.domain.desk_errors import AlreadyThere, OutOfRange
from t2desk.domain.people import Identity, Party, Person, Role
from t2desk.domain.ports import Work
from t2desk.domain.text import folded, one_line, optional_line
from t2desk.services.people import party_named


def change_person(  # noqa: PLR0917  (each is a field of the operation, and none has to be given)
    work: Work,
    person: str,
    display_name: str | None = None,
    party: str | None = None,
    role: Role | None = None,
    descriptor: str | None = None,
    given: str | None = None,
    family: str | None = None,
    name_native: str | None = None,
    aliases: tuple[str, ...] | None = None,
    country: str | None = None,
    affiliation: str | None = None,
    affiliation_acronym: str | None = None,
    occupation: str | None = None,
    title: str | None = None,
    gender: str | None = None,
    email: str | None = None,
    phone: str | None = None,
    handle: str | None = None,
) -> Person:
    """Change what is known of somebody; what is left out stays as it is, and an empty party is none."""
    seat = work.get(Person, person)
    lines = {
        "given": given, "family": family, "name_native": name_native, "country": country, "affiliation": affiliation,
        "affiliation_acronym": affiliation_acronym, "occupation": occupation, "title": title, "gender": gender,
        "email": email, "phone": phone, "handle": handle,
    }  # fmt: skip
    changed = replace(
        seat,
        party=seat.party if party is None else party_named(work, party),
        role=role or seat.role,
        descriptor=seat.descriptor if descriptor is None else optional_line("descriptor", descriptor, 300),
    )
    if changed != seat:
        work.put(changed)
    _change_identity(work, person, display_name, aliases, lines)
    return changed


def _change_identity(
    work: Work, person: str, name: str | None, aliases: tuple[str, ...] | None, lines: dict[str, str | None]
) -> None:
    before = work.get(Identity, person)
    written = {field: optional_line(field, text, 300) for field, text in lines.items() if text is not None}
    changed = replace(
        before,
        display_name=before.display_name if name is None else one_line("display_name", name, 200),
        aliases=before.aliases if aliases is None else tuple(one_line("aliases", one, 200) for one in aliases),
        **written,
    )
    if changed != before:
        work.put(changed)


def seat_person(work: Work, person: str, seat: int) -> None:
    """Seat somebody at a place (from 1); the others move up."""
    moved = work.get(Person, person)
    others = sorted((one for one in work.select(Person) if one.id != person), key=lambda one: one.seat)
    if not 1 <= seat <= len(others) + 1:
        raise OutOfRange(field="seat", low=1, high=len(others) + 1)
    others.insert(seat - 1, moved)
    work.put_many(replace(one, seat=at) for at, one in enumerate(others, start=1) if one.seat != at)


def rename_party(work: Work, party: str, name: str) -> Party:
    """Give a side another name."""
    before = work.get(Party, party)
    line = one_line("name", name, 200)
    taken = {folded(word) for other in work.select(Party) if other.id != party for word in (other.name, other.id)}
    if folded(line) in taken:
        raise AlreadyThere(kind="party", key=line)
    renamed = replace(before, name=line)
    work.put(renamed)
    return renamed


def remove_party(work: Work, party: str) -> None:
    """Remove a side that nobody is of."""
    work.remove(Party, party)
