"""How the room is shown to, remembered a session, and the ground rules that it is shown."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from t2desk.domain.desk_errors import OutOfRange
from t2desk.domain.points import Point
from t2desk.domain.ports import Work
from t2desk.domain.room_choices import USUAL_GROUND_RULES, Shown
from t2desk.domain.room_rows import THE_GROUND_RULES, GroundRules, NotPrivate, RoomSetting
from t2desk.domain.text import prose
from t2desk.services.privacy import intervals_of, open_interval
from t2desk.services.room import session_of
from t2desk.services.standing import session_at_hand

_MOST_POINTS = 10_000
_LONGEST_RULES = 1_600


@dataclass(frozen=True, slots=True)
class RoomStanding:
    """How the session at hand is shown to, how many points could be read back, and when the room was not private."""

    setting: RoomSetting
    points: int = 0
    intervals: tuple[NotPrivate, ...] = ()
    is_private: bool = True


def choose_for_room(
    work: Work, shown: Shown | None = None, point: int | None = None, parties: bool | None = None,
    balance: bool | None = None, wordless: bool | None = None,
) -> RoomSetting:  # fmt: skip
    """Choose what the room sees of this session; what is not named stays. No screen is switched on by it."""
    before = setting_of(work, session_of(work, None).id)
    if point is not None and not 1 <= point <= _MOST_POINTS:
        raise OutOfRange(field="point", low=1, high=_MOST_POINTS)
    changed = replace(
        before,
        shown=before.shown if shown is None else shown,
        place=before.place if point is None else point,
        parties=before.parties if parties is None else parties,
        balance=before.balance if balance is None else balance,
        wordless=before.wordless if wordless is None else wordless,
    )
    work.put(changed)
    return changed


def set_ground_rules(work: Work, text: str) -> GroundRules | None:
    """Write down the ground rules the room agreed on, a line each; without words, the usual ones are shown again."""
    if not text.strip():
        work.discard(GroundRules, THE_GROUND_RULES)
        return None
    rules = GroundRules(THE_GROUND_RULES, prose("text", text, _LONGEST_RULES))
    work.put(rules)
    return rules


def setting_of(work: Work, session: str) -> RoomSetting:
    """Return how a session is shown; one that nothing was chosen for shows the floor and nobody's name."""
    return work.find(RoomSetting, session) or RoomSetting(session)


def ground_rules(work: Work, words: Callable[[str], str]) -> str:
    """Return the ground rules as the room is shown them."""
    own = work.find(GroundRules, THE_GROUND_RULES)
    return own.text if own is not None else "\n".join(words(one) for one in USUAL_GROUND_RULES)


def room_standing(work: Work) -> RoomStanding:
    """Return how the room stands: a question for the bridge to read."""
    session = session_at_hand(work)
    is_private = open_interval(work) is None
    if session is None:
        return RoomStanding(RoomSetting(""), is_private=is_private)
    setting = setting_of(work, session.id)
    return RoomStanding(setting, work.count(Point, session=session.id), intervals_of(work, session.id), is_private)
