"""Settling: no side of two people keeps a stance, no card of one is left, nothing unrevealed stays."""

import pytest

from t2desk.domain.deciding import Criticism, OneText, OneTextState, Silence
from t2desk.domain.desk_errors import SessionIsSettled
from t2desk.domain.ground import ConcernTerm, Divergence, Interest, InterestLink
from t2desk.domain.read_back import ReadBack, ReadText
from t2desk.domain.sources import Source
from t2desk.domain.support import CardCount, Poll, PollState, Stance
from t2desk.services.closing import closing_account
from t2desk.services.read_back import joint_wordings, readings
from t2desk.services.support_views import poll_view, support_map
from tests.services.desks import id_of

# Of North two attend, so that its stance would be that of one of two; of South three.
ATTENDING = ("p01", "p02", "p04", "p05", "p06")


@pytest.fixture
def spoken(sitting, tested):
    """Both sides have said everything a side can say."""
    about, sides = id_of(tested), ("party01", "party02")
    for person in ATTENDING:
        sitting.do("attendance.set", person=person)
    cards = sitting.do("poll.open", point=about, scale="four", way="cards")
    sitting.do("poll.cards", poll=id_of(cards), cards=[3, 2, 0, 1])
    sitting.do("poll.reveal", poll=id_of(cards))
    for party in sides:
        sitting.do("reading.answer", point=about, party=party, answer="agree")
        sitting.do("point.concern", point=about, text=f"Not in summer, says {party}", party=party)
        interest = sitting.do("interest.add", party=party, text="Water")
        sitting.do("interest.link", interest=id_of(interest), point=about)
    poll = sitting.do("poll.open", point=about, scale="four")
    for party in sides:
        sitting.do("poll.stance", poll=id_of(poll), step=1, party=party)
    sitting.do("poll.reveal", poll=id_of(poll))
    sitting.do("divergence.add", what="Whose well")
    sitting.do("point.move", point=about, state="agreed")
    other = sitting.do("point.propose", text="The road")
    sitting.do("one_text.begin", point=id_of(other))
    for party in sides:
        sitting.do("one_text.criticise", point=id_of(other), text="Too long", party=party)
    sitting.do("one_text.ask", point=id_of(other))
    return sitting


def sides(room, kind):
    return sorted(str(one.party) for one in room.all(kind))


def test_a_side_of_two_is_named_nowhere(spoken):
    assert sides(spoken, Stance) == sides(spoken, ReadBack) == ["party01", "party02"]
    spoken.do("session.close")
    assert sides(spoken, Stance) == sides(spoken, ReadBack) == ["party02"]
    assert sides(spoken, Interest) == sides(spoken, ConcernTerm) == sides(spoken, Criticism) == ["None", "party02"]
    for table in ("stances", "read_backs", "interests", "concern_terms", "criticisms"):
        assert "party01" not in repr(spoken.query(f"SELECT * FROM {table}"))


def test_what_was_let_go_of_is_not_shown_as_never_asked(spoken):
    poll = next(one for one in spoken.all(Poll, way="by_party", state=PollState.REVEALED))

    def shown():
        return (
            spoken.desk.read(lambda work: poll_view(work, poll.key)),
            [row.cells for row in spoken.desk.read(lambda work: support_map(work, "s01")).rows if any(row.cells)],
            [one.not_asked for one in spoken.desk.read(lambda work: readings(work, "s01")) if one.is_read],
        )

    before = shown()
    assert [side.side for side in before[0].sides] == ["party01", "party02"]
    assert before[1:] == ([("in_favour", "in_favour")], [()])
    spoken.do("session.close")
    after = shown()
    assert ([side.side for side in after[0].sides], after[0].not_asked) == (["party02"], ())
    assert after[1:] == ([("", "in_favour")], [()])


def test_a_card_of_one_or_two_is_gone_and_three_stay(spoken):
    spoken.do("session.close")
    assert [(one.step, one.cards) for one in spoken.all(CardCount)] == [(1, 3)]


def test_what_was_not_revealed_is_gone(spoken):
    asked = spoken.one(Poll, state=PollState.HIDDEN)
    spoken.do("poll.stance", poll=id_of(asked), step=2, party="party02")
    spoken.do("session.close")
    assert spoken.all(Poll, state=PollState.HIDDEN) == ()
    assert spoken.all(Stance, poll=asked.key) == ()
    assert spoken.one(OneText).state is OneTextState.CRITICISM


def test_a_text_that_all_agreed_to_stays_fit_for_a_joint_edition(spoken):
    spoken.do("session.close")
    assert len(spoken.all(ReadText)) == 1
    assert [wording.text for wording in spoken.desk.read(lambda work: joint_wordings(work, "s01"))] == [
        "The well is shared"
    ]
    spoken.verify()


def test_where_no_note_may_be_kept_nothing_like_a_note_is(spoken):
    spoken.do("rule.set", preset="joint_text_only")
    spoken.do("session.close")
    for kind in (Interest, InterestLink, Divergence, Criticism):
        assert spoken.all(kind) == ()


def test_on_the_record_everything_stays(sitting):
    sitting.do("rule.set", preset="on_the_record")
    point = sitting.do("point.propose", text="The well")
    poll = sitting.do("poll.open", point=id_of(point), way="by_person", scale="four")
    sitting.do("poll.stance", poll=id_of(poll), step=4, person="p01")
    sitting.do("poll.reveal", poll=id_of(poll))
    sitting.do("session.close")
    assert (sitting.one(Stance).step, sitting.one(Source).person) == (4, "p01")


def test_a_persons_stance_has_no_person_once_a_stricter_rule_was_held(sitting):
    sitting.do("rule.set", preset="on_the_record")
    point = sitting.do("point.propose", text="The well")
    poll = sitting.do("poll.open", point=id_of(point), way="by_person", scale="four")
    sitting.do("poll.stance", poll=id_of(poll), step=4, person="p01")
    sitting.do("poll.reveal", poll=id_of(poll))
    sitting.do("rule.set", preset="chatham_house")
    sitting.do("session.close")
    assert sitting.all(Source) == ()
    assert sitting.one(Stance).party is None


def test_silence_that_runs_goes_on_and_one_that_ended_is_gone(sitting, tested):
    sitting.do("silence.begin", point=id_of(tested), until="2026-05-04T12:00", zone="Europe/Athens")
    other = sitting.do("point.propose", text="The road")
    sitting.do("silence.begin", point=id_of(other), until="2026-05-04T12:00", zone="Europe/Athens")
    sitting.do("silence.break", point=id_of(other), text="No", mend="a road")
    sitting.do("session.close")
    assert sitting.one(Silence).point == tested.key


def test_what_will_go_is_told_before_it_is_done(spoken):
    def removed():
        lines = spoken.desk.read(lambda work: closing_account(work, "s01")).removed
        return {line.words: line.count for line in lines}

    told = removed()
    # Of North: a stance, a word at the reading, a concern, an interest, a criticism.
    assert told["stances and words of sides of fewer than three people"] == 5
    assert told["polls that were not revealed, with their answers"] == 1
    spoken.do("rule.set", preset="on_the_record")
    spoken.do("person.add", display_name="One more", party="North", id="p07")
    spoken.do("attendance.set", person="p07")
    assert "stances and words of sides of fewer than three people" not in removed()


@pytest.mark.parametrize(
    ("name", "fields"),
    [("poll.open", {}), ("one_text.ask", {}), ("one_text.criticise", {"text": "x"}),
     ("reading.answer", {"party": "party01", "answer": "agree"}), ("point.concern", {"text": "x", "party": "party01"})],
)  # fmt: skip
def test_once_settled_no_side_says_anything_more_to_its_points(sitting, tested, name, fields):
    if name.startswith("one_text"):
        sitting.do("one_text.begin", point=id_of(tested))
    sitting.do("session.close")
    with pytest.raises(SessionIsSettled):
        sitting.do(name, point=id_of(tested), **fields)
    sitting.do("point.concern", point=id_of(tested), text="Without a side")
    with pytest.raises(SessionIsSettled):
        sitting.do("interest.add", party="party01", text="Water", session="s01")
