"""When the room is not private: staff at the coffee, an open door, a visitor. The floor goes on, words wait."""

from dataclasses import replace

from t2desk.domain.ports import Work
from t2desk.domain.room_errors import AlreadyPrivate, NotPrivateAlready, RoomNotPrivate
from t2desk.domain.room_rows import NotPrivate
from t2desk.domain.series import Session
from t2desk.services.room import session_of

# What is said while strangers listen is not said under the rule, and what is typed stands on a screen they may see. The
# floor is no words: its clocks must tell the truth, whoever is there. A draft is what was typed before; it is kept.
_WORDS = ("note.", "point.", "section.", "step.", "item.conclude")


def takes_words(operation: str) -> bool:
    """Say whether an operation takes in something that somebody says or writes."""
    return operation.startswith(_WORDS)


def begin_not_private(work: Work) -> NotPrivate:
    """Mark that the room is not private from now on: words are refused until it is again."""
    if open_interval(work) is not None:
        raise NotPrivateAlready
    interval = NotPrivate(work.new_key(), session_of(work, None).id, work.now)
    work.put(interval)
    return interval


def end_not_private(work: Work) -> NotPrivate:
    """Mark that the room is private again; how long it was not is kept until the session is closed."""
    interval = open_interval(work)
    if interval is None:
        raise AlreadyPrivate
    if work.find(Session, interval.of) is not None:
        session_of(work, interval.of)
    ended = replace(interval, until=work.now)
    work.put(ended)
    return ended


def open_interval(work: Work) -> NotPrivate | None:
    """Return the time that goes on in which the room is not private, or None."""
    return next(iter(work.select(NotPrivate, until=None)), None)


def intervals_of(work: Work, session: str) -> tuple[NotPrivate, ...]:
    """Return when a session's room was not private, in order."""
    return tuple(sorted(work.select(NotPrivate, of=session), key=lambda one: (one.since.wall, one.until is None)))


def refuse_words(work: Work, operation: str) -> None:
    """Refuse what takes in words while the room is not private. Raises RoomNotPrivate."""
    if takes_words(operation) and work.count(NotPrivate, until=None):
        raise RoomNotPrivate


def settle_privacy(work: Work, session: Session, keeps_times: bool) -> None:
    """Forget when the room was not private, unless times may be kept; what goes on ends with the session."""
    for interval in work.select(NotPrivate):
        if interval.of != session.id and work.find(Session, interval.of) is not None:
            continue
        if interval.of != session.id or not keeps_times:  # of this session, or of one that was taken back
            work.remove(NotPrivate, interval.key)
        elif interval.until is None:
            work.put(replace(interval, until=work.now))
