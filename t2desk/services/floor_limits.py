"""Limits of the floor: per turn, party and item; what is over them; and an overrun shared out among those who wait."""

from dataclasses import dataclass

from t2desk.domain.agenda import AgendaItem
from t2desk.domain.desk_errors import NobodyHasTheFloor, NothingOver, OutOfRange
from t2desk.domain.floor import INTERRUPTS, UNCHARGED, Turn
from t2desk.domain.floor_terms import LONGEST, FloorLimit, LanguageFactor, LimitScope, SpeaksIn, TurnMark
from t2desk.domain.people import Party, Person
from t2desk.domain.ports import Work
from t2desk.domain.series import Session
from t2desk.services.floor import queue_of
from t2desk.services.floor_marks import mark_turn
from t2desk.services.limits import limit_for
from t2desk.services.room import current_item, item_of, the_open_session

# Less than this is no turn.
SHORTEST = 10


class _Sums:
    """The charged seconds of the open session by person and by item, the turn that is charged now among them."""

    def __init__(self, work: Work, session: Session) -> None:
        self.by_person: dict[str | None, float] = {}
        self.by_item: dict[str | None, float] = {}
        for (person, kind, item), _, seconds in work.totals(
            Turn, ("person", "kind", "item"), "seconds", session=session.id
        ):
            if kind not in UNCHARGED:
                self._add(person, item, seconds)
        for turn in work.select(Turn, session=session.id, seconds=None):
            if turn.kind not in UNCHARGED:
                self._add(turn.person, turn.item, turn.elapsed(work.now))

    def _add(self, person: str | None, item: str | None, seconds: float) -> None:
        self.by_person[person] = self.by_person.get(person, 0.0) + seconds
        self.by_item[item] = self.by_item.get(item, 0.0) + seconds


def set_budget(work: Work, scope: LimitScope, seconds: int, of: str | None = None) -> FloorLimit | None:
    """Limit all turns of a party together, all on an item, or somebody's next; 0 takes the limit away.

    Without `of`, an item is the one under discussion. Raises NotThere, OutOfRange.
    """
    session = the_open_session(work)
    target = _target(work, session, scope, of)
    if seconds and not SHORTEST <= seconds <= LONGEST:
        raise OutOfRange(field="seconds", low=SHORTEST, high=LONGEST)
    return _put_limit(work, session.id, scope, target, seconds)


def _target(work: Work, session: Session, scope: LimitScope, of: str | None) -> str:
    if scope is LimitScope.PARTY:
        return work.get(Party, of or "").id
    if scope is LimitScope.PERSON:
        return work.get(Person, of or "").id
    return item_of(work, session, of or current_item(work, session) or "")


def _put_limit(work: Work, session: str, scope: LimitScope, of: str, seconds: int) -> FloorLimit | None:
    known = next(iter(work.select(FloorLimit, session=session, scope=scope, of=of)), None)
    if not seconds:
        if known is not None:
            work.remove(FloorLimit, known.key)
        return None
    limit = FloorLimit(known.key if known else work.new_key(), session, scope, of, seconds)
    work.put(limit)
    return limit


def extend_turn(work: Work, seconds: int = 60) -> TurnMark:
    """Give the turn that runs so many seconds more, or less where negative. Raises NobodyHasTheFloor, OutOfRange."""
    session = the_open_session(work)
    standing = work.select(Turn, session=session.id, seconds=None)
    charged = next((turn for turn in standing if turn.kind not in UNCHARGED), None)
    if charged is None:
        raise NobodyHasTheFloor
    allowed = limit_of(work, charged) + seconds
    if not SHORTEST <= allowed <= LONGEST:
        raise OutOfRange(field="seconds", low=SHORTEST, high=LONGEST)
    return mark_turn(work, charged, allowed=allowed)


def limit_of(work: Work, turn: Turn) -> int:
    """Return how many seconds a turn may last: its own limit, else that of any turn, stretched for its language."""
    mark = work.find(TurnMark, turn.key)
    if mark is not None and mark.allowed is not None:
        return mark.allowed
    return _usual(work, turn.session, turn.item, turn.person)


def _usual(work: Work, session: str, item: str | None, person: str | None) -> int:
    usual = limit_for(work, session, item)
    spoken = work.find(SpeaksIn, person)
    factor = work.find(LanguageFactor, spoken.language) if spoken else None
    return round(usual * factor.percent / 100) if factor else usual


@dataclass(frozen=True, slots=True)
class Standing:
    """How much of a party's or an item's limit is spent, in whole seconds; over where `spent` is beyond `limit`."""

    scope: LimitScope
    of: str
    limit: int
    spent: int

    @property
    def over(self) -> int:
        """By how many seconds the limit is overrun."""
        return max(0, self.spent - self.limit)


def limits_standing(work: Work) -> tuple[Standing, ...]:
    """Return what every limit of a party and of an item stands at in the open session; what is over, first."""
    session = the_open_session(work)
    rows = [row for row in work.select(FloorLimit, session=session.id) if row.scope in {"party", "item"}]
    if not rows:
        return ()
    sums = _Sums(work, session)
    party_of = {person.id: person.party or "" for person in work.select(Person)}
    spent: dict[tuple[LimitScope, str], float] = {}
    for person, seconds in sums.by_person.items():
        key = (LimitScope.PARTY, party_of.get(person or "", ""))
        spent[key] = spent.get(key, 0.0) + seconds
    spent.update({(LimitScope.ITEM, item or ""): seconds for item, seconds in sums.by_item.items()})
    standing = (Standing(row.scope, row.of, row.seconds, int(spent.get((row.scope, row.of), 0.0))) for row in rows)
    return tuple(sorted(standing, key=lambda one: (-one.over, one.scope, one.of)))


@dataclass(frozen=True, slots=True)
class Share:
    """What somebody who waits may speak, before an overrun is shared out and after it; whole seconds."""

    person: str
    before: int
    after: int


def overrun_shares(work: Work) -> tuple[Share, ...]:
    """Return, without changing anything, what those who wait would have if the item is still to end in time.

    What is left of the item's limit, or of its planned minutes without one, is shared in proportion to what each would
    have had; nobody gets more than that, nor less than ten seconds. Empty where there is time enough for all.
    """
    session = the_open_session(work)
    item = current_item(work, session)
    waiting = [entry.person for entry in queue_of(work, session.id) if entry.kind not in INTERRUPTS]
    if item is None or not waiting:
        return ()
    limits = work.select(FloorLimit, session=session.id, scope=LimitScope.ITEM, of=item)
    whole = limits[0].seconds if limits else work.get(AgendaItem, item).minutes * 60
    left = max(0, whole - int(_Sums(work, session).by_item.get(item, 0.0)))
    return _shares(waiting, [_allowed(work, session.id, item, person) for person in waiting], left)


def _allowed(work: Work, session: str, item: str, person: str) -> int:
    own = work.select(FloorLimit, session=session, scope=LimitScope.PERSON, of=person)
    return own[0].seconds if own else _usual(work, session, item, person)


def _shares(waiting: list[str], usual: list[int], left: int) -> tuple[Share, ...]:
    wanted = sum(usual)
    after = [max(SHORTEST, one * left // wanted) for one in usual]
    if left >= wanted or after == usual:
        return ()
    return tuple(Share(*row) for row in zip(waiting, usual, after, strict=True))


def share_overrun(work: Work) -> tuple[FloorLimit, ...]:
    """Give those who wait the shorter turns that the preview shows. Raises NothingOver where there is time enough."""
    shares = overrun_shares(work)
    if not shares:
        raise NothingOver
    session = the_open_session(work)
    rows = (_put_limit(work, session.id, LimitScope.PERSON, share.person, share.after) for share in shares)
    return tuple(row for row in rows if row is not None)
