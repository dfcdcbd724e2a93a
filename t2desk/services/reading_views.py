"""Read-back as the window shows it: the points in the order of the agenda, each with every side's word on it."""

from dataclasses import dataclass

from t2desk.domain.brackets import is_clean
from t2desk.domain.fingerprints import fingerprint
from t2desk.domain.keys import RowKey, key_from_text
from t2desk.domain.points import Point, PointState, Wording
from t2desk.domain.ports import Work
from t2desk.domain.read_back import Answer, ReadText
from t2desk.domain.series import Session, SessionState
from t2desk.services.point_page import Side, sides_named
from t2desk.services.point_views import PointRow, rows_of
from t2desk.services.read_back import answers_to, joint_wordings
from t2desk.services.room_settings import setting_of
from t2desk.services.standing import session_at_hand

_LET_GO = frozenset({PointState.WITHDRAWN, PointState.SUPERSEDED})


@dataclass(frozen=True, slots=True)
class PointReading:
    """One point as it is read: its row, which wording that is, what is read aloud with it, and each side's word.

    `is_read` once every side agreed; `is_joint` once it may also stand in a joint edition.
    """

    row: PointRow
    wording: int
    language: str
    fingerprint: str
    answers: tuple[tuple[Side, Answer | None], ...]
    is_read: bool
    is_joint: bool
    has_brackets: bool

    def waiting(self) -> int:
        """Return how many sides have not been asked."""
        return sum(answer is None for _, answer in self.answers)


@dataclass(frozen=True, slots=True)
class ReadingRound:
    """A session's points as they are read back; `shown` and `place` are what its room is to see now."""

    session: str = ""
    is_settled: bool = False
    readings: tuple[PointReading, ...] = ()
    shown: str = ""
    place: int = 0

    def living(self) -> tuple[PointReading, ...]:
        """Return what is still to be read: no point that was let go of."""
        return tuple(one for one in self.readings if one.row.state not in _LET_GO)


def reading_round(work: Work) -> ReadingRound:
    """Return the read-back of the session at hand; its points in the order and with the numbers of the list."""
    session = session_at_hand(work)
    if session is None:
        return ReadingRound()
    joint, sides = {one.point for one in joint_wordings(work, session.id)}, sides_named(work)
    readings = tuple(_reading(work, row, sides, joint) for row in rows_of(work, session.id))
    setting = setting_of(work, session.id)
    return ReadingRound(
        session.id, _is_settled(work, session.id), readings, setting.shown.value, setting.place
    )  # fmt: skip


def _is_settled(work: Work, session: str) -> bool:
    return work.get(Session, session).state is SessionState.SETTLED


def _reading(work: Work, row: PointRow, sides: tuple[Side, ...], joint: set[int]) -> PointReading:
    key: RowKey = key_from_text(row.key)
    wording = work.get(Wording, work.get(Point, key).current)
    said = answers_to(work, wording.key)
    return PointReading(
        row, wording.number, wording.language, fingerprint(wording.text),
        tuple((side, said.get(side.id)) for side in sides),
        work.find(ReadText, wording.key) is not None, key in joint, not is_clean(wording.text),
    )  # fmt: skip
