"""People and agendas taken in from foreign files: all rows or none, in one act that can be undone."""

from t2desk.domain.changes import Changes
from t2desk.domain.intake_rows import AgendaRead, PeopleRead
from t2desk.services.agenda import add_items
from t2desk.services.desk import Desk
from t2desk.services.operations import IMPORTED
from t2desk.services.people import add_roster
from t2desk.services.registry import Operation


def take_in_people(desk: Desk, read: PeopleRead) -> tuple[int, Changes]:
    """Add everybody of a people file; returns their number. A taken id refuses them all."""
    act = Operation(IMPORTED, add_roster)
    return desk.write(act, lambda work: add_roster(work, read.people))


def take_in_agenda(desk: Desk, read: AgendaRead, session: str | None) -> tuple[int, Changes]:
    """Add the items of an agenda file to a session; returns their number."""
    rows = [(item.title, item.minutes, item.level, item.phase, item.aim) for item in read.items]
    act = Operation(IMPORTED, add_items)
    return desk.write(act, lambda work: add_items(work, rows, session))
