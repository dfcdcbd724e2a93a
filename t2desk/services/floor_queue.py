"""The list of speakers as a whole: a round of the table in a neutral order, the last one taken back, who was meant."""

from collections.abc import Sequence
from enum import StrEnum

from t2desk.domain.attendance import AWAY, Attendance, Presence
from t2desk.domain.desk_errors import NotThere
from t2desk.domain.floor import QueueEntry, TurnKind
from t2desk.domain.party_order import rotated
from t2desk.domain.people import Person, Role
from t2desk.domain.ports import Work
from t2desk.domain.series import Session
from t2desk.domain.text import folded
from t2desk.services.floor import join_queue, leave_queue, queue_of
from t2desk.services.floor_admission import refuse_closed
from t2desk.services.floor_views import Speaker, party_numbers, speaker_of
from t2desk.services.party_orders import place_of_party
from t2desk.services.room import the_open_session

_NOT_ASKED = AWAY | {Presence.OBSERVING}
# Who is asked in a round: observers, interpreters and those who run the meeting are not.
_ASKED = frozenset({Role.PARTICIPANT, Role.CHAIR})


class RoundOrder(StrEnum):
    """A neutral order of the table: by seat, by party in the series' alphabet and then by seat, or turned on.

    Turned on is by seat, from one seat further on each session.
    """

    SEATING = "seating"
    PARTIES = "parties"
    ROTATION = "rotation"


def go_round(work: Work, order: RoundOrder = RoundOrder.SEATING) -> tuple[QueueEntry, ...]:
    """Put everybody present who does not wait yet at the end of the queue, once, in a neutral order.

    Observers are not asked. Raises ListIsClosed.
    """
    session = the_open_session(work)
    refuse_closed(work, session, TurnKind.ROUND_THE_TABLE)
    waiting = queue_of(work, session.id)
    known = {entry.person for entry in waiting}
    last = max((entry.place for entry in waiting), default=0)
    asked = [person for person in _ordered(work, session, order) if person.id not in known]
    entries = tuple(
        QueueEntry(work.new_key(), session.id, person.id, place, TurnKind.ROUND_THE_TABLE)
        for place, person in enumerate(asked, start=last + 1)
    )
    for entry in entries:
        join_queue(work, entry)
    return entries


def _ordered(work: Work, session: Session, order: RoundOrder) -> Sequence[Person]:
    away = {row.person for row in work.select(Attendance, session=session.id) if row.presence in _NOT_ASKED}
    people = [one for one in work.select(Person) if one.role in _ASKED and one.id not in away]
    people.sort(key=lambda one: one.seat)
    if order is RoundOrder.PARTIES:
        place_of = place_of_party(work)
        people.sort(key=lambda one: place_of(one.party))
    if order is RoundOrder.ROTATION:
        return rotated(people, session.number)
    return people


def take_back_last(work: Work) -> None:
    """Take the last of the queue out of it. Raises NotThere where nobody waits."""
    waiting = queue_of(work, the_open_session(work).id)
    if not waiting:
        raise NotThere(kind="entry", key="queue")
    leave_queue(work, waiting[-1].person)


def who_was_meant(work: Work, typed: str) -> tuple[Speaker, ...]:
    """Return whom a seat number, initials or the first letters of a word of a name may mean, by seat; acts on none."""
    wanted = folded(typed.strip())
    numbers = party_numbers(work)
    people = sorted(work.select(Person), key=lambda one: one.seat)
    if wanted.isdecimal():
        return tuple(speaker_of(work, one.id, numbers) for one in people if one.seat == int(wanted))
    speakers = (speaker_of(work, one.id, numbers) for one in people)
    return tuple(speaker for speaker in speakers if wanted and _may_mean(folded(speaker.name), wanted))


def _may_mean(name: str, wanted: str) -> bool:
    words = name.split()
    initials = "".join(word[0] for word in words)
    return name.startswith(wanted) or initials == wanted or any(word.startswith(wanted) for word in words)
