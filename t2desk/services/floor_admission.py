"""Who is let onto the floor: not who is away, nor onto a closed list; and what was allowed for somebody's next turn."""

from t2desk.domain.attendance import AWAY, Attendance
from t2desk.domain.desk_errors import ListIsClosed, NamesClosed, NotInTheRoom
from t2desk.domain.floor import INTERRUPTS, Turn, TurnKind
from t2desk.domain.floor_terms import ClosedList, FloorLimit, LimitScope
from t2desk.domain.people import Identity, Person
from t2desk.domain.ports import Work
from t2desk.domain.series import Session
from t2desk.services.floor_marks import mark_turn
from t2desk.services.room import current_item


def name_of(work: Work, person: Person) -> str:
    """Return what the operator calls a person: the name, or the descriptor or seat while the names are closed."""
    try:
        identity = work.find(Identity, person.id)
    except NamesClosed:
        identity = None
    return identity.display_name if identity else person.descriptor or f"# {person.seat}"


def refuse_away(work: Work, session: Session, person: str) -> None:
    """Refuse who is noted as not in the room. Raises NotInTheRoom."""
    if any(row.presence in AWAY for row in work.select(Attendance, session=session.id, person=person)):
        raise NotInTheRoom(person=name_of(work, work.get(Person, person)))


def is_closed(work: Work, session: Session) -> bool:
    """Return whether the list of speakers is closed on the item under discussion."""
    return bool(work.select(ClosedList, session=session.id, of=current_item(work, session)))


def refuse_closed(work: Work, session: Session, kind: TurnKind) -> None:
    """Refuse all but interrupts on a closed list. Raises ListIsClosed."""
    if kind not in INTERRUPTS and is_closed(work, session):
        raise ListIsClosed


def forget_allowed(work: Work, session: str, person: str) -> int | None:
    """Remove what was allowed for somebody's next turn; return it in seconds."""
    rows = work.select(FloorLimit, session=session, scope=LimitScope.PERSON, of=person)
    for row in rows:
        work.remove(FloorLimit, row.key)
    return rows[0].seconds if rows else None


def take_allowed(work: Work, turn: Turn, person: str) -> None:
    """Let a turn have what was allowed for its speaker's next turn."""
    allowed = forget_allowed(work, turn.session, person)
    if allowed is not None:
        mark_turn(work, turn, allowed=allowed)
