"""The distribution register: who holds which wording of a point, and whether all sides hold the same."""

from collections import defaultdict
from dataclasses import dataclass, replace

from t2desk.domain.edition_errors import CopyIsOut
from t2desk.domain.editions import Addressed
from t2desk.domain.ground import Handout, Rendering
from t2desk.domain.keys import RowKey
from t2desk.domain.people import Party
from t2desk.domain.points import Point, Wording
from t2desk.domain.ports import Work
from t2desk.domain.text import one_line
from t2desk.services.room import session_of
from t2desk.services.table import sides_at_the_table


def hand_out(
    work: Work, point: RowKey, parties: tuple[str, ...] = (), recipients: tuple[str, ...] = ()
) -> tuple[Handout, ...]:
    """Note that the current wording was given to parties, and to others by a label (a ministry, the chair); numbered.

    A label says a role or a body; who said anything is never in it.
    """
    about = work.get(Point, point)
    session_of(work, about.session)
    sides: list[tuple[str | None, str]] = [(work.get(Party, party).id, "") for party in parties]
    others: list[tuple[str | None, str]] = [(None, one_line("recipients", label, 200)) for label in recipients]
    first = 1 + max((one.copy for one in work.select(Handout, wording=about.current)), default=0)
    made = tuple(
        Handout(work.new_key(), about.current, party, label, copy)
        for copy, (party, label) in enumerate((*sides, *others), start=first)
    )
    work.put_many(made)
    return made


def note_copy(work: Work, wordings: tuple[int, ...], addressed: Addressed) -> tuple[Handout, ...]:
    """Note that a numbered copy with some wordings was made for a side; made again, it is the same copy.

    Raises CopyIsOut for a number under which any of the wordings was given to somebody else.
    """
    out = [one for key in wordings for one in work.select(Handout, wording=key) if one.copy == addressed.copy]
    if any(one.party != addressed.side for one in out):
        raise CopyIsOut(copy=addressed.copy)
    known = {one.wording for one in out}
    new = [key for key in wordings if key not in known]
    made = tuple(Handout(work.new_key(), key, addressed.side, "", addressed.copy) for key in new)
    work.put_many(made)
    return made


@dataclass(frozen=True, slots=True)
class CopyOut:
    """A numbered copy for a side: how many wordings it holds, and whether all of it came back."""

    party: str
    copy: int
    wordings: int
    returned: bool


def copies_out(work: Work, session: str) -> tuple[CopyOut, ...]:
    """Return the register of numbered copies that sides were given of a session's texts, by number."""
    points = work.select(Point, session=session)
    keys = [wording.key for point in points for wording in work.select(Wording, point=point.key)]
    copies: dict[tuple[int, str], list[Handout]] = defaultdict(list)
    for one in (handout for key in keys for handout in work.select(Handout, wording=key)):
        if one.party is not None:
            copies[one.copy, one.party].append(one)
    return tuple(
        CopyOut(party, copy, len(held), all(one.returned for one in held))
        for (copy, party), held in sorted(copies.items())
    )


def next_copy(work: Work, session: str) -> int:
    """Return the number of the next copy of a session's texts."""
    points = work.select(Point, session=session)
    keys = [wording.key for point in points for wording in work.select(Wording, point=point.key)]
    return 1 + max((one.copy for key in keys for one in work.select(Handout, wording=key)), default=0)


def return_copy(work: Work, handout: RowKey, returned: bool = True) -> Handout:
    """Note that a copy came back, or did not after all."""
    held = work.get(Handout, handout)
    session_of(work, work.get(Point, work.get(Wording, held.wording).point).session)
    changed = replace(held, returned=returned)
    work.put(changed)
    return changed


@dataclass(frozen=True, slots=True)
class Holding:
    """What a side holds of a point: the number of its newest wording still out, 0 for none."""

    party: str
    number: int


@dataclass(frozen=True, slots=True)
class Distribution:
    """Who holds which version of a point; unequal when one side holds another version than the others."""

    holdings: tuple[Holding, ...]
    others: tuple[Handout, ...]

    @property
    def is_unequal(self) -> bool:
        """Say whether sides are treated otherwise: some hold a newer version than others, or hold one at all."""
        return len({holding.number for holding in self.holdings}) > 1


def distribution_of(work: Work, point: int) -> Distribution:
    """Return who holds what of a point; every side with participants counts, whether it was given anything or not.

    In 1998 a draft was faxed to two parties only, and the minister did not know (study/domain.md §c).
    """
    numbers = _versions(work, point)
    held = [one for key in numbers for one in work.select(Handout, wording=key) if not one.returned]
    newest = dict.fromkeys(sides_at_the_table(work), 0)
    for one in held:
        if one.party is not None:
            newest[one.party] = max(newest.get(one.party, 0), numbers[one.wording])
    return Distribution(
        tuple(Holding(party, number) for party, number in sorted(newest.items())),
        tuple(one for one in held if one.party is None),
    )


def _versions(work: Work, point: int) -> dict[int, int]:
    """Return each wording's version: its number, and of a rendering that of the text it renders."""
    wordings = {wording.key: wording for wording in work.select(Wording, point=point)}
    renders = {key: work.find(Rendering, key) for key in wordings}
    return {
        key: wording.number if (of := renders[key]) is None else wordings[of.renders].number
        for key, wording in wordings.items()
    }


def unequal_points(work: Work, session: str) -> tuple[int, ...]:
    """Return the points of a session of which some side holds another version than the others: the alarm."""
    keys = sorted(point.key for point in work.select(Point, session=session))
    return tuple(key for key in keys if distribution_of(work, key).is_unequal)
