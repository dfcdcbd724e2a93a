"""What each edition is made of: its projection, the wordings in it, and who is named in it by their own wish."""

from collections.abc import Callable, Mapping

from t2desk.domain.documents import Document
from t2desk.domain.editions import EDITIONS, NOBODY, Addressed
from t2desk.domain.people import Identity, Person
from t2desk.domain.points import Point, Wording
from t2desk.domain.ports import Work
from t2desk.i18n import Phrases
from t2desk.services.assent import credited
from t2desk.services.editions.agenda import agenda
from t2desk.services.editions.chair import chair, chairs_told
from t2desk.services.editions.clearance import clearance, points_for
from t2desk.services.editions.common_ground import joint_points, joint_wordings_shown, shown_points, wordings_shown
from t2desk.services.editions.conclusions import conclusions
from t2desk.services.editions.memo import memo, points_told
from t2desk.services.editions.process import process
from t2desk.services.editions.readout import readout
from t2desk.services.editions.record import record
from t2desk.services.editions.report import report
from t2desk.services.editions.shared import Held, hold, latest_session

_PROJECTIONS: dict[str, Callable[[Work, str | None, Phrases], Document]] = {
    "report": report, "conclusions": conclusions, "chair": chair, "readout": readout, "agenda": agenda,
    "process": process, "record": record,
}  # fmt: skip
_ADDRESSED: dict[str, Callable[[Work, str | None, Phrases, Addressed], Document]] = {
    "memo": memo, "clearance": clearance,
}  # fmt: skip


def project(work: Work, edition: str, session: str | None, phrases: Phrases, addressed: Addressed = NOBODY) -> Document:
    """Return an edition of a session as a document, not yet admitted nor checked."""
    if edition in _ADDRESSED:
        return _ADDRESSED[edition](work, session, phrases, addressed)
    return _PROJECTIONS[edition](work, session, phrases)


def named_in(work: Work, edition: str, session: str | None) -> Mapping[str, str]:
    """Return the people an edition names with their consent, by id, with the name as it is printed."""
    chosen = session or getattr(latest_session(work), "id", None)
    if chosen is None:
        return {}
    people: tuple[Person, ...] = ()
    if edition == "conclusions":
        people = credited(work, chosen, edition)
    elif edition == "chair":
        people = chairs_told(work, chosen)
    return {person.id: work.get(Identity, person.id).display_name for person in people}


def wordings_in(
    work: Work, edition: str, session: str | None, phrases: Phrases, addressed: Addressed = NOBODY
) -> tuple[int, ...]:
    """Return the wordings that stand in an edition; the whole record has every one that is still there."""
    if edition == "record":
        points = work.select(Point, session=session) if session else work.select(Point)
        return tuple(wording.key for point in points for wording in work.select(Wording, point=point.key))
    if "wording.text" not in EDITIONS[edition].fields:
        return ()
    held = hold(work, EDITIONS[edition], session, phrases)
    if edition == "conclusions":
        return tuple(key for one in joint_points(work, held) for key in joint_wordings_shown(work, held, one))
    return tuple(key for one in _points(work, held, addressed) for key in wordings_shown(work, held, one))


def _points(work: Work, held: Held, addressed: Addressed) -> list[Point]:
    if held.edition.name == "clearance":
        return points_for(work, held, addressed.side)
    if held.edition.name == "memo":
        return points_told(work, held)
    return shown_points(work, held)
