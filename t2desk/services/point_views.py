"""Points as the desk shows them: in the order of the agenda, each with where it stands; and one point whole."""

from dataclasses import dataclass

from t2desk.domain.fingerprints import fingerprint
from t2desk.domain.keys import RowKey, key_to_text
from t2desk.domain.points import ConcernKind, Point, PointConcern, PointState, Support, Wording, steps_from
from t2desk.domain.ports import Work
from t2desk.domain.series import OffRecord, SessionState
from t2desk.domain.word_changes import ChangedWords, word_changes
from t2desk.services.capture_views import items_of
from t2desk.services.concerns import term_of
from t2desk.services.standing import session_at_hand

_S = PointState
# The natural way; a point is offered only what `steps_from` allows.
_WAY = (
    _S.CAPTURED, _S.READ_BACK, _S.DRAFTED, _S.TESTED, _S.CONVERGING, _S.AGREED, _S.BRACKETED, _S.DIVERGENT, _S.PARKED,
    _S.CLEARED, _S.TRANSFERRED, _S.REOPENED, _S.WITHDRAWN, _S.SUPERSEDED,
)  # fmt: skip
_ENDINGS, _BEFORE_THE_ROOM = _WAY[-2:], _WAY[:4]
CLOSED = frozenset({_S.AGREED, _S.CLEARED, _S.TRANSFERRED, _S.WITHDRAWN, _S.SUPERSEDED})


@dataclass(frozen=True, slots=True)
class PointRow:
    """A point in a list; `number` is its place there, drawn by agenda item and random key."""

    key: str
    number: int
    state: PointState
    text: str
    item: str = ""
    ad_referendum: bool = False
    reservations: int = 0
    objections: int = 0


@dataclass(frozen=True, slots=True)
class GroundView:
    """The common ground of the session at hand."""

    session: str = ""
    is_open: bool = False
    points: tuple[PointRow, ...] = ()

    def still_open(self) -> int:
        """Return how many points are on their way."""
        return sum(point.state not in CLOSED for point in self.points)


@dataclass(frozen=True, slots=True)
class WordingView:
    """One wording, and what it changed against the one before in its language."""

    number: int
    language: str
    text: str
    is_current: bool
    changes: tuple[ChangedWords, ...] = ()
    key: str = ""


@dataclass(frozen=True, slots=True)
class ConcernView:
    """A reservation or objection, the number of the wording it is about, what would mend it, and what became of it.

    `side` is the id of the side whose it is, if that was said.
    """

    kind: ConcernKind
    text: str
    mend: str
    wording: int
    is_about_current: bool
    key: str = ""
    side: str = ""
    waived: bool = False
    met: bool = False


@dataclass(frozen=True, slots=True)
class PointView:
    """One point whole; `fingerprint` is a few words to read aloud with its text."""

    row: PointRow
    language: str
    fingerprint: str
    next_steps: tuple[PointState, ...]
    wordings: tuple[WordingView, ...]
    concerns: tuple[ConcernView, ...]
    support: tuple[Support, ...]


def offered_steps(state: PointState) -> tuple[PointState, ...]:
    """Return where else a point may go: the way on first, then the way back, endings last.

    Each has its number for a key, and whoever presses 1 twice goes two steps on, not one on and one back.
    """
    here = _WAY.index(state) if state in _WAY else -1

    def place(step: PointState) -> tuple[bool, bool, int]:
        return step in _ENDINGS, step in _BEFORE_THE_ROOM and _WAY.index(step) < here, _WAY.index(step)

    return tuple(sorted(steps_from(state) - {state}, key=place))


def ground_view(work: Work) -> GroundView:
    """Return the common ground of the session at hand."""
    session = session_at_hand(work)
    if session is None:
        return GroundView()
    return GroundView(session.id, session.state is SessionState.OPEN, rows_of(work, session.id))


def rows_of(work: Work, session: str) -> tuple[PointRow, ...]:
    """Return a session's points by agenda item and within it by random key, which says nothing of who was first."""
    titles = {item.id: (item.place, item.title) for item in items_of(work, session)}
    points = sorted(
        work.select(Point, session=session),
        key=lambda point: (titles.get(point.item or "", (0, ""))[0], point.key),
    )
    return tuple(
        _row(work, point, number, titles.get(point.item or "", (0, ""))[1])
        for number, point in enumerate(points, start=1)
    )


def _row(work: Work, point: Point, number: int, item: str) -> PointRow:
    kinds = [one.kind for one in work.select(PointConcern, point=point.key, wording=point.current)]
    return PointRow(
        key_to_text(point.key), number, point.state, work.get(Wording, point.current).text, item, point.ad_referendum,
        kinds.count(ConcernKind.RESERVATION), kinds.count(ConcernKind.OBJECTION),
    )  # fmt: skip


def point_view(work: Work, key: RowKey) -> PointView | None:
    """Return one point whole, or None once it is gone."""
    point = work.find(Point, key)
    if point is None:
        return None
    row = next(row for row in rows_of(work, point.session) if row.key == key_to_text(key))
    current = work.get(Wording, point.current)
    return PointView(
        row, current.language, fingerprint(current.text), offered_steps(point.state),
        _wordings(work, point), _concerns(work, point), point.support,
    )  # fmt: skip


def _wordings(work: Work, point: Point) -> tuple[WordingView, ...]:
    views: list[WordingView] = []
    before: dict[str, str] = {}
    current = work.get(Wording, point.current).language
    # Turned round at the end: the current language comes first, in it the newest wording.
    for one in sorted(
        work.select(Wording, point=point.key), key=lambda w: (w.language == current, w.language, w.number)
    ):
        changes = word_changes(before[one.language], one.text) if one.language in before else ()
        views.append(
            WordingView(one.number, one.language, one.text, one.key == point.current, changes, key_to_text(one.key))
        )
        before[one.language] = one.text
    return tuple(reversed(views))


def _concerns(work: Work, point: Point) -> tuple[ConcernView, ...]:
    numbers = {wording.key: wording.number for wording in work.select(Wording, point=point.key)}
    concerns = sorted(work.select(PointConcern, point=point.key), key=lambda one: (-numbers[one.wording], one.kind))
    return tuple(
        ConcernView(
            one.kind, one.text, one.mend, numbers[one.wording], one.wording == point.current, key_to_text(one.key),
            term.party or "", term.waived, term.met,
        )
        for one, term in ((one, term_of(work, one)) for one in concerns)
    )  # fmt: skip


def is_off_record(work: Work) -> bool:
    """Say whether nothing is taken in now."""
    return work.count(OffRecord) > 0
