"""Who sits at the table: the sides that speak, and those large enough to be named once a session is settled."""

from collections import defaultdict

from t2desk.domain.attendance import Attendance, Presence
from t2desk.domain.floor import FEWEST_CANDIDATES
from t2desk.domain.people import Party, Person, Role
from t2desk.domain.ports import Work
from t2desk.domain.text import folded

_SPEAKING = frozenset({Role.PARTICIPANT, Role.CHAIR})


def sides_at_the_table(work: Work) -> tuple[str, ...]:
    """Return the parties that have a participant, by id: a chair or facilitator alone is not a side."""
    return tuple(sorted({one.party for one in work.select(Person, role=Role.PARTICIPANT) if one.party}))


def side_named(work: Work, said: str) -> Party:
    """Return a party by its id or, whatever the case of its letters, its name. Raises NotThere."""
    same = [party for party in work.select(Party) if folded(party.name) == folded(said)]
    return same[0] if len(same) == 1 else work.get(Party, said)


def sides_that_may_be_named(work: Work, session: str) -> frozenset[str]:
    """Return the parties of which three people or more may have spoken for their side in a session.

    What a smaller side held is what one of two people held. Where nobody's attendance was noted, all members count.
    """
    rows = work.select(Attendance, session=session)
    attended = {row.person for row in rows if row.presence is not Presence.OBSERVING}
    members = _members(work, attended if rows else None)
    return frozenset(side for side, people in members.items() if len(people) >= FEWEST_CANDIDATES)


def _members(work: Work, among: set[str] | None) -> dict[str, set[str]]:
    members: dict[str, set[str]] = defaultdict(set)
    for person in work.select(Person):
        if person.party and person.role in _SPEAKING and (among is None or person.id in among):
            members[person.party].add(person.id)
    return members
