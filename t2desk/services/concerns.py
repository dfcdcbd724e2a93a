"""Concerns: a reservation does not block; an objection does, until what would mend it is met or it is waived."""

from dataclasses import replace

from t2desk.domain.ground import ConcernTerm
from t2desk.domain.ground_errors import NotAnObjection
from t2desk.domain.keys import RowKey
from t2desk.domain.people import Party
from t2desk.domain.points import ConcernKind, Point, PointConcern
from t2desk.domain.ports import Work
from t2desk.domain.text import one_line, optional_line, prose
from t2desk.services.room import session_of, unsettled
from t2desk.services.taking import refuse_unrecordable


def add_concern(
    work: Work,
    point: RowKey,
    text: str,
    kind: ConcernKind = ConcernKind.RESERVATION,
    mend: str = "",
    party: str | None = None,
    waived: bool = False,
) -> PointConcern:
    """Note a reservation or objection to the current wording; an objection says what would mend it, or is waived.

    Whose side it is may be said until the session is settled (SessionIsSettled), never whose words (study/domain.md §c:
    who cannot live with it must say what would).
    """
    about = work.get(Point, point)
    session = session_of(work, about.session)
    refuse_unrecordable(work, session, about.item)
    if party is not None:
        unsettled(session)
    must_mend = kind is ConcernKind.OBJECTION and not waived
    needed = one_line("mend", mend) if must_mend else optional_line("mend", mend)
    concern = PointConcern(work.new_key(), about.key, about.current, kind, prose("text", text, 4000), needed)
    work.put(concern)
    if party is not None or waived:
        side = None if party is None else work.get(Party, party).id
        work.put(ConcernTerm(concern.key, side, waived=_can_waive(concern, waived)))
    return concern


def _can_waive(concern: PointConcern, waived: bool) -> bool:
    if waived and concern.kind is not ConcernKind.OBJECTION:
        raise NotAnObjection
    return waived


def waive_objection(work: Work, concern: RowKey, waived: bool = True) -> ConcernTerm:
    """Let an objection stand aside, or stand again: it stays on the paper and does not block. Raises NotAnObjection."""
    about = _concern(work, concern)
    return _put(work, replace(term_of(work, about), waived=_can_waive(about, waived)))


def meet_concern(work: Work, concern: RowKey, met: bool = True) -> ConcernTerm:
    """Note that what would mend a concern has been done, or has not after all."""
    return _put(work, replace(term_of(work, _concern(work, concern)), met=met))


def remove_concern(work: Work, concern: RowKey) -> None:
    """Take a concern back."""
    about = _concern(work, concern)
    work.discard(ConcernTerm, about.key)
    work.remove(PointConcern, about.key)


def _concern(work: Work, concern: RowKey) -> PointConcern:
    found = work.get(PointConcern, concern)
    session_of(work, work.get(Point, found.point).session)
    return found


def _put(work: Work, term: ConcernTerm) -> ConcernTerm:
    work.put(term)
    return term


def term_of(work: Work, concern: PointConcern) -> ConcernTerm:
    """Return what became of a concern."""
    return work.find(ConcernTerm, concern.key) or ConcernTerm(concern.key)


def standing_objections(work: Work, point: Point) -> tuple[str | None, ...]:
    """Return whose sides object to the current wording, neither waived nor met; None where no side is said."""
    objections = work.select(PointConcern, point=point.key, wording=point.current, kind=ConcernKind.OBJECTION)
    terms = [term_of(work, one) for one in objections]
    return tuple(term.party for term in terms if not term.waived and not term.met)
