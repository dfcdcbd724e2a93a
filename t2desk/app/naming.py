"""Connects the capture line with the leak check: where a line names somebody, and what to say instead."""

from t2desk.domain.desk_errors import NamesClosed
from t2desk.domain.findings import Finding, NameFound
from t2desk.domain.people import RosterPerson
from t2desk.leakcheck.check import LeakCheck
from t2desk.services.desk import Desk
from t2desk.services.people import roster


class NameFinder:
    """Checks lines against the roster of the moment; the index is built again only when somebody was changed."""

    def __init__(self, desk: Desk) -> None:
        """Build nothing yet."""
        self._desk = desk
        self._people: tuple[RosterPerson, ...] = ()
        self._check: LeakCheck | None = None

    def find(self, text: str) -> tuple[NameFound, ...]:
        """Return where a line of one line names somebody, in its order; nothing while the names are closed."""
        try:
            people = self._desk.read(roster)
        except NamesClosed:
            return ()
        if people != self._people:
            self._people, self._check = people, (LeakCheck(people) if people else None)
        if self._check is None:
            return ()
        neutral = {person.id: person.descriptor for person in people}
        return tuple(_named(finding, neutral) for finding in self._check.findings(text))


def _named(finding: Finding, neutral: dict[str, str]) -> NameFound:
    return NameFound(finding.start, finding.end, finding.text, finding.level, neutral.get(finding.person or "", ""))
