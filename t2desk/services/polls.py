"""Polls: a question on the current wording, hidden until it is revealed, and never averaged."""

from collections import Counter
from dataclasses import replace

from t2desk.domain.deciding import OneText, OneTextState
from t2desk.domain.desk_errors import OutOfRange
from t2desk.domain.ground_errors import (
    OneTextOnly,
    OtherWay,
    PersonsNotKept,
    PollAlreadyOpen,
    PollNotOpen,
    UnknownScale,
)
from t2desk.domain.keys import RowKey
from t2desk.domain.people import Party, Person
from t2desk.domain.points import Point
from t2desk.domain.ports import Work
from t2desk.domain.rules import Recording
from t2desk.domain.series import Session
from t2desk.domain.subjects import Subject
from t2desk.domain.support import (
    SCALES,
    Agreement,
    CardCount,
    Lean,
    Poll,
    PollState,
    PollWay,
    ScaleName,
    Stance,
    Tally,
    tally_of,
)
from t2desk.domain.text import one_line
from t2desk.services.room import session_of, unsettled
from t2desk.services.sources import forget_subject, note_source, speaker_of
from t2desk.services.table import sides_at_the_table
from t2desk.services.taking import presets_now, recording_now, refuse_untakable

_MOST_STEPS, _MOST_CARDS = 12, 1000


def open_poll(
    work: Work,
    point: RowKey,
    scale: ScaleName = ScaleName.KANER,
    way: PollWay = PollWay.BY_PARTY,
    labels: tuple[str, ...] = (),
    leans: tuple[Lean, ...] = (),
) -> Poll:
    """Ask where the sides, or people, stand on the current wording; an own scale brings its labels and their leans.

    Raises PollAlreadyOpen, UnknownScale, OneTextOnly before a single text's end, and PersonsNotKept.
    """
    about = work.get(Point, point)
    session = session_of(work, about.session)
    beside = presets_now(work, session, about.item, None)
    refuse_untakable(session, beside)
    if work.find(OneText, about.key) is not None:
        raise OneTextOnly
    if way is PollWay.BY_PERSON and recording_now(session, beside) is not Recording.WITH_SOURCE:
        raise PersonsNotKept
    return put_poll(work, about, way, scale.value, *_steps(scale, labels, leans))


def put_poll(
    work: Work, point: Point, way: PollWay, scale: str, labels: tuple[str, ...], leans: tuple[Lean, ...]
) -> Poll:
    """Write a new poll; one that was revealed on the same wording is overtaken by it. Raises PollAlreadyOpen.

    Of a settled session nobody is asked any more (SessionIsSettled): settling would not come again to let go of what a
    side of two said. The point is taken up again in an open session.
    """
    unsettled(work.get(Session, point.session))
    if work.count(Poll, point=point.key, state=PollState.HIDDEN):
        raise PollAlreadyOpen
    for earlier in work.select(Poll, wording=point.current, state=PollState.REVEALED):
        work.put(replace(earlier, state=PollState.WITHDRAWN))
    poll = Poll(work.new_key(), point.key, point.current, way, scale, labels, leans)
    work.put(poll)
    return poll


def _steps(
    scale: ScaleName, labels: tuple[str, ...], leans: tuple[Lean, ...]
) -> tuple[tuple[str, ...], tuple[Lean, ...]]:
    if scale is not ScaleName.OWN and not labels and not leans:
        return SCALES[scale].labels, SCALES[scale].leans
    if scale is not ScaleName.OWN or not 2 <= len(labels) <= _MOST_STEPS or len(labels) != len(leans):
        raise UnknownScale(words=", ".join(ScaleName))
    return tuple(one_line("labels", label, 200) for label in labels), leans


def take_stance(work: Work, poll: RowKey, step: int, party: str | None = None, person: str | None = None) -> Stance:
    """Note on which step a side stands, 0 for no stance; said again, it replaces what was said. Nobody must.

    In a poll by persons the person is a source, kept as the rule in force allows. Raises PollNotOpen, OtherWay.
    """
    asked = _open_poll(work, poll)
    if not 0 <= step <= len(asked.labels):
        raise OutOfRange(field="step", low=0, high=len(asked.labels))
    if party is not None and person is None:
        return _side_s_stance(work, asked, step, work.get(Party, party).id)
    if person is not None and party is None:
        return _person_s_stance(work, asked, step, work.get(Person, person).id)
    raise OtherWay(way=asked.way.value)


def _side_s_stance(work: Work, poll: Poll, step: int, party: str) -> Stance:
    _refuse_other_way(poll, PollWay.BY_PARTY)
    known = work.select(Stance, poll=poll.key, party=party)
    stance = Stance(known[0].key if known else work.new_key(), poll.key, party, step)
    work.put(stance)
    return stance


def _person_s_stance(work: Work, poll: Poll, step: int, person: str) -> Stance:
    _refuse_other_way(poll, PollWay.BY_PERSON)
    about = work.get(Point, poll.point)
    session = session_of(work, about.session)
    beside = presets_now(work, session, about.item, person)
    if recording_now(session, beside) is not Recording.WITH_SOURCE:
        raise PersonsNotKept
    known = [one for one in work.select(Stance, poll=poll.key) if speaker_of(work, Subject.STANCE, one.key) == person]
    stance = Stance(known[0].key if known else work.new_key(), poll.key, None, step)
    work.put(stance)
    if not known:
        note_source(work, session, Subject.STANCE, stance.key, person, beside)
    return stance


def count_cards(work: Work, poll: RowKey, cards: tuple[int, ...]) -> None:
    """Note how many cards bore each step, from the first; whose they were nobody is asked. Raises OtherWay."""
    asked = _open_poll(work, poll)
    _refuse_other_way(asked, PollWay.CARDS)
    if len(cards) != len(asked.labels) or not all(0 <= number <= _MOST_CARDS for number in cards):
        raise OutOfRange(field="cards", low=0, high=_MOST_CARDS)
    work.clear(CardCount, poll=asked.key)
    counted = [(step, number) for step, number in enumerate(cards, start=1) if number]
    work.put_many(CardCount(work.new_key(), asked.key, step, number) for step, number in counted)


def reveal_poll(work: Work, poll: RowKey) -> Poll:
    """Show what was said. A single text that every side said yes to is accepted, any other is open to criticism."""
    asked = _open_poll(work, poll)
    revealed = replace(asked, state=PollState.REVEALED)
    work.put(revealed)
    single = work.find(OneText, asked.point)
    if single is not None and single.state is OneTextState.FINAL:
        everybody = set(sides_at_the_table(work)) <= sides_in_favour(work, asked.wording)
        work.put(replace(single, state=OneTextState.ACCEPTED if everybody else OneTextState.CRITICISM))
    return revealed


def withdraw_poll(work: Work, poll: RowKey) -> Poll:
    """Take a poll back unrevealed: what was said in it is gone, and a single text is open to criticism again."""
    asked = _open_poll(work, poll)
    withdraw_polls(work, asked.point)
    return work.get(Poll, asked.key)


def withdraw_polls(work: Work, point: int) -> None:
    """Withdraw a point's hidden poll, if there is one, and forget what was said in it."""
    for poll in work.select(Poll, point=point, state=PollState.HIDDEN):
        forget_answers(work, poll)
        work.put(replace(poll, state=PollState.WITHDRAWN))
    single = work.find(OneText, point)
    if single is not None and single.state is OneTextState.FINAL:
        work.put(replace(single, state=OneTextState.CRITICISM))


def forget_answers(work: Work, poll: Poll) -> None:
    """Remove the stances and cards of a poll, with what leads to a person."""
    for stance in work.select(Stance, poll=poll.key):
        forget_subject(work, Subject.STANCE, stance.key)
        work.remove(Stance, stance.key)
    work.clear(CardCount, poll=poll.key)


def _open_poll(work: Work, poll: RowKey) -> Poll:
    asked = work.get(Poll, poll)
    session_of(work, work.get(Point, asked.point).session)
    if asked.state is not PollState.HIDDEN:
        raise PollNotOpen
    return asked


def _refuse_other_way(poll: Poll, way: PollWay) -> None:
    if poll.way is not way:
        raise OtherWay(way=poll.way.value)


def tallies(work: Work, poll: Poll) -> dict[str, Tally]:
    """Return how each side leans in a poll, those not asked too; cards, and people without a side, stand under ""."""
    steps: dict[str, Counter[int]] = {side: Counter() for side in sides_at_the_table(work)}
    if poll.way is PollWay.CARDS:
        cards = {one.step: one.cards for one in work.select(CardCount, poll=poll.key)}
        return {"": tally_of(cards, poll.leans)}
    for stance in work.select(Stance, poll=poll.key):
        steps.setdefault(_side_of(work, stance), Counter())[stance.step] += 1
    return {side: tally_of(counted, poll.leans) for side, counted in steps.items()}


def _side_of(work: Work, stance: Stance) -> str:
    if stance.party is not None:
        return stance.party
    person = work.find(Person, speaker_of(work, Subject.STANCE, stance.key))
    return (person.party if person else None) or ""


def sides_in_favour(work: Work, wording: int) -> set[str]:
    """Return the sides that are in favour of a wording in the revealed poll on it; nobody there is against."""
    polls = [
        poll for poll in work.select(Poll, wording=wording, state=PollState.REVEALED) if poll.way is not PollWay.CARDS
    ]
    return {
        side
        for poll in polls
        for side, tally in tallies(work, poll).items()
        if tally.agreement() is Agreement.IN_FAVOUR
    }
