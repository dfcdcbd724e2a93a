"""People and agendas taken in from foreign files: all rows or none, in one act that can be undone."""

from dataclasses import replace
from itertools import count

from t2desk.domain.changes import Changes
from t2desk.domain.intake_rows import AgendaRead, PeopleRead
from t2desk.domain.people import Identity, RosterPerson
from t2desk.domain.ports import Work
from t2desk.domain.text import folded
from t2desk.services.agenda import add_items
from t2desk.services.desk import Desk
from t2desk.services.operations import IMPORTED
from t2desk.services.people import add_roster
from t2desk.services.registry import Operation


def take_in_people(desk: Desk, read: PeopleRead) -> tuple[int, Changes]:
    """Add everybody of a people file; returns their number. Somebody who is on the list already refuses them all."""
    act = Operation(IMPORTED, add_roster)
    return desk.write(act, lambda work: add_roster(work, _with_free_ids(work, read.people)))


def _with_free_ids(work: Work, rows: tuple[RosterPerson, ...]) -> tuple[RosterPerson, ...]:
    # A file without ids counts from p01 again: the same id under another name is somebody else.
    names = {identity.person: folded(identity.display_name) for identity in work.select(Identity)}
    taken = names.keys() | {row.id for row in rows}
    free = (made for made in (f"p{number:02d}" for number in count(1)) if made not in taken)
    return tuple(
        replace(row, id=next(free)) if row.id in names and names[row.id] != folded(row.display_name) else row
        for row in rows
    )


def take_in_agenda(desk: Desk, read: AgendaRead, session: str | None) -> tuple[int, Changes]:
    """Add the items of an agenda file to a session; returns their number."""
    rows = [(item.title, item.minutes, item.level, item.phase, item.aim) for item in read.items]
    act = Operation(IMPORTED, add_items)
    return desk.write(act, lambda work: add_items(work, rows, session))
