"""What settling leaves of what stands beside points: no side that is two people, no card of one, nothing unrevealed."""

from dataclasses import replace

from t2desk.domain.clearing import ClearanceRound
from t2desk.domain.deciding import Criticism, OneText, OneTextState, Silence, SilenceState
from t2desk.domain.floor import FEWEST_CANDIDATES
from t2desk.domain.ground import ConcernTerm, Divergence, Interest, InterestLink
from t2desk.domain.points import Point, PointConcern, Wording
from t2desk.domain.ports import Work
from t2desk.domain.read_back import ReadBack
from t2desk.domain.rules import Kept
from t2desk.domain.support import CardCount, Poll, PollState, Stance
from t2desk.services.clearance import forget_small_answers
from t2desk.services.polls import forget_answers
from t2desk.services.table import sides_that_may_be_named


def settle_ground(work: Work, session: str, kept: Kept) -> None:
    """Let go of what the rules do not allow to be kept; called while it is still known who attended.

    On the record all stays. Else a side of fewer than three candidates is named nowhere: its stances and its words
    at the reading go, its interests, concerns and criticisms lose the side. Step counts under three go too.
    """
    if kept.traces:
        return
    named = sides_that_may_be_named(work, session)
    for point in work.select(Point, session=session):
        _settle_point(work, point, named)
    _settle_interests(work, session, named)
    for asked in work.select(ClearanceRound, session=session):
        forget_small_answers(work, asked)
    if not kept.notes:
        _forget_notes_beside(work, session)


def _settle_point(work: Work, point: Point, named: frozenset[str]) -> None:
    for poll in work.select(Poll, point=point.key):
        _settle_poll(work, poll, named)
    for wording in work.select(Wording, point=point.key):
        _settle_wording(work, wording, named)
    for concern in work.select(PointConcern, point=point.key):
        term = work.find(ConcernTerm, concern.key)
        if term is not None and term.party is not None and term.party not in named:
            work.put(replace(term, party=None))
    silence, single = work.find(Silence, point.key), work.find(OneText, point.key)
    if silence is not None and silence.state is not SilenceState.RUNNING:
        work.remove(Silence, point.key)
    if single is not None and single.state is OneTextState.FINAL:
        work.put(OneText(point.key))


def _settle_poll(work: Work, poll: Poll, named: frozenset[str]) -> None:
    if poll.state is PollState.HIDDEN:
        forget_answers(work, poll)
        work.put(replace(poll, state=PollState.WITHDRAWN))
        return
    for stance in work.select(Stance, poll=poll.key):
        if stance.party is not None and stance.party not in named:
            work.remove(Stance, stance.key)
    for count in work.select(CardCount, poll=poll.key):
        if count.cards < FEWEST_CANDIDATES:
            work.remove(CardCount, count.key)


def _settle_wording(work: Work, wording: Wording, named: frozenset[str]) -> None:
    for said in work.select(ReadBack, wording=wording.key):
        if said.party not in named:
            work.remove(ReadBack, said.key)
    for criticism in work.select(Criticism, wording=wording.key):
        if criticism.party is not None and criticism.party not in named:
            work.put(replace(criticism, party=None))


def _settle_interests(work: Work, session: str, named: frozenset[str]) -> None:
    for interest in work.select(Interest, session=session):
        if interest.party is not None and interest.party not in named:
            work.put(replace(interest, party=None))


def _forget_notes_beside(work: Work, session: str) -> None:
    """Let go of what is a note in all but name, where the rule lets no note be kept."""
    for interest in work.select(Interest, session=session):
        work.clear(InterestLink, interest=interest.key)
        work.remove(Interest, interest.key)
    work.clear(Divergence, session=session)
    for point in work.select(Point, session=session):
        for wording in work.select(Wording, point=point.key):
            work.clear(Criticism, wording=wording.key)


def named_no_more(work: Work, session: str) -> int:
    """Return how many words of sides of fewer than three people settling would let go of, or no longer give a side."""
    named = sides_that_may_be_named(work, session)
    points = work.select(Point, session=session)
    wordings = [wording for point in points for wording in work.select(Wording, point=point.key)]
    polls = [poll for point in points for poll in work.select(Poll, point=point.key)]
    concerns = [concern for point in points for concern in work.select(PointConcern, point=point.key)]
    terms = [work.find(ConcernTerm, concern.key) for concern in concerns]
    rows = (
        *(stance.party for poll in polls for stance in work.select(Stance, poll=poll.key)),
        *(said.party for wording in wordings for said in work.select(ReadBack, wording=wording.key)),
        *(one.party for wording in wordings for one in work.select(Criticism, wording=wording.key)),
        *(interest.party for interest in work.select(Interest, session=session)),
        *(term.party for term in terms if term is not None),
    )
    return sum(party is not None and party not in named for party in rows)


def not_revealed(work: Work, session: str) -> int:
    """Return how many polls of a session are still hidden."""
    points = work.select(Point, session=session)
    return sum(work.count(Poll, point=point.key, state=PollState.HIDDEN) for point in points)
