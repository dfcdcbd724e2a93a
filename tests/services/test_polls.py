"""Polls: words kept as they were put, hidden until revealed, no person stored unless the rule keeps sources."""

import pytest

from t2desk.domain.desk_errors import OutOfRange, RuleTakesNothing, UnknownWord
from t2desk.domain.ground_errors import (
    OneTextOnly,
    OtherWay,
    PersonsNotKept,
    PollAlreadyOpen,
    PollNotOpen,
    UnknownScale,
)
from t2desk.domain.rules import PRESETS, Recording
from t2desk.domain.sources import Source
from t2desk.domain.support import SCALES, Agreement, CardCount, Poll, PollState, Stance
from t2desk.services.support_views import poll_view, support_map
from tests.services.conftest import begin_sitting
from tests.services.desks import id_of


def opened(room, point, **fields):
    return room.do("poll.open", point=id_of(point), **fields)


def stand(room, poll, step, **who):
    return room.do("poll.stance", poll=id_of(poll), step=step, **who)


def view(room, poll):
    return room.desk.read(lambda work: poll_view(work, poll.key))


def test_the_words_of_the_scale_are_kept_with_the_poll(sitting, point):
    poll = opened(sitting, point)
    assert poll.labels == SCALES["kaner"].labels
    own = {"scale": "own", "labels": ["نعم", "لا"], "leans": ["favour", "against"]}
    sitting.do("poll.withdraw", poll=id_of(poll))
    assert opened(sitting, point, **own).labels == ("نعم", "لا")


@pytest.mark.parametrize(
    "fields",
    [{"scale": "own"}, {"scale": "own", "labels": ["a"], "leans": ["favour"]},
     {"scale": "own", "labels": ["a", "b"], "leans": ["favour"]}, {"scale": "kaner", "labels": ["a", "b"]}],
)  # fmt: skip
def test_a_scale_that_is_not_whole_is_refused(sitting, point, fields):
    with pytest.raises(UnknownScale):
        opened(sitting, point, **fields)


def test_a_scale_that_nobody_knows_is_refused(sitting, point):
    with pytest.raises(UnknownWord):
        opened(sitting, point, scale="love")


def test_no_poll_is_taken_where_nothing_may_be_written_down(sitting, point):
    sitting.do("rule.set", preset="off_the_record")
    for name, fields in (("poll.open", {}), ("point.concern", {"text": "x"})):
        with pytest.raises(RuleTakesNothing):
            sitting.do(name, point=id_of(point), **fields)
    with pytest.raises(RuleTakesNothing):
        sitting.do("interest.add", party="party01", text="x")


def test_one_poll_at_a_time(sitting, point):
    opened(sitting, point)
    with pytest.raises(PollAlreadyOpen):
        opened(sitting, point)


def test_nothing_is_shown_before_it_is_revealed_but_who_was_asked(sitting, point):
    poll = opened(sitting, point, scale="four")
    stand(sitting, poll, 4, party="party02")
    hidden = view(sitting, poll)
    assert (hidden.asked, hidden.not_asked, hidden.sides, hidden.cards) == (("party02",), ("party01",), (), ())
    sitting.do("poll.reveal", poll=id_of(poll))
    shown = view(sitting, poll)
    assert [(one.side, one.agreement) for one in shown.sides] == [
        ("party01", Agreement.NOT_ASKED), ("party02", Agreement.AGAINST),
    ]  # fmt: skip
    assert shown.steps == (("party02", 4),)


def test_a_side_may_say_it_again_and_nobody_must(sitting, point):
    poll = opened(sitting, point, scale="four")
    first = stand(sitting, poll, 4, party="party01")
    assert stand(sitting, poll, 0, party="party01").key == first.key
    assert sitting.one(Stance).step == 0
    sitting.do("poll.reveal", poll=id_of(poll))
    assert [one.agreement for one in view(sitting, poll).sides] == [Agreement.NOT_ASKED, Agreement.NO_STANCE]


@pytest.mark.parametrize("step", [-1, 5])
def test_a_step_that_the_scale_has_not_is_refused(sitting, point, step):
    with pytest.raises(OutOfRange):
        stand(sitting, opened(sitting, point, scale="four"), step, party="party01")


@pytest.mark.parametrize("preset", [name for name in PRESETS if PRESETS[name].rule.recording is not Recording.NONE])
def test_a_persons_stance_is_kept_only_where_the_rule_keeps_sources(sealing_room, preset):
    room = begin_sitting(sealing_room)
    room.do("rule.set", preset=preset)
    point = room.do("point.propose", text="The well is shared")
    if PRESETS[preset].rule.recording is not Recording.WITH_SOURCE:
        with pytest.raises(PersonsNotKept):
            opened(room, point, way="by_person")
        return
    poll = opened(room, point, way="by_person", scale="four")
    for person, step in (("p01", 1), ("p02", 4), ("p01", 2)):
        stand(room, poll, step, person=person)
    assert {(one.party, one.step) for one in room.all(Stance)} == {(None, 2), (None, 4)}
    assert {source.person for source in room.all(Source)} == {"p01", "p02"}
    room.do("poll.reveal", poll=id_of(poll))
    assert [one.agreement for one in view(room, poll).sides] == [Agreement.NOT_ASKED, Agreement.DIVIDED]


def test_once_the_rule_is_tightened_no_persons_stance_is_taken(sitting, point):
    sitting.do("rule.set", preset="on_the_record")
    poll = opened(sitting, point, way="by_person")
    sitting.do("rule.set", preset="chatham_house")
    with pytest.raises(PersonsNotKept):
        stand(sitting, poll, 1, person="p01")


def test_cards_are_counted_and_no_person_is_stored(sitting, point):
    poll = opened(sitting, point, scale="three", way="cards")
    sitting.do("poll.cards", poll=id_of(poll), cards=[4, 0, 2])
    sitting.do("poll.cards", poll=id_of(poll), cards=[4, 1, 1])
    assert {(one.step, one.cards) for one in sitting.all(CardCount)} == {(1, 4), (2, 1), (3, 1)}
    assert (sitting.all(Stance), sitting.all(Source)) == ((), ())
    assert view(sitting, poll).cards == ()
    sitting.do("poll.reveal", poll=id_of(poll))
    assert view(sitting, poll).cards == (4, 1, 1)
    assert view(sitting, poll).sides[0].percent is None


@pytest.mark.parametrize("cards", [[1, 2], [1, 2, 3, 4], [1, -1, 0], [1, 1001, 0]])
def test_cards_that_do_not_fit_are_refused(sitting, point, cards):
    with pytest.raises(OutOfRange):
        sitting.do("poll.cards", poll=id_of(opened(sitting, point, scale="three", way="cards")), cards=cards)


@pytest.mark.parametrize(
    ("way", "act"),
    [("cards", ("poll.stance", {"step": 1, "party": "party01"})), ("by_party", ("poll.cards", {"cards": [1] * 8})),
     ("by_party", ("poll.stance", {"step": 1, "person": "p01"})), ("by_party", ("poll.stance", {"step": 1})),
     ("by_party", ("poll.stance", {"step": 1, "person": "p01", "party": "party01"}))],
)  # fmt: skip
def test_a_poll_is_taken_in_its_own_way(sitting, point, way, act):
    poll = opened(sitting, point, way=way)
    with pytest.raises(OtherWay):
        sitting.do(act[0], poll=id_of(poll), **act[1])


@pytest.mark.parametrize("end", ["poll.reveal", "poll.withdraw"])
def test_nothing_is_taken_once_it_ended(sitting, point, end):
    poll = opened(sitting, point)
    stand(sitting, poll, 1, party="party01")
    sitting.do(end, poll=id_of(poll))
    with pytest.raises(PollNotOpen):
        stand(sitting, poll, 2, party="party01")
    assert len(sitting.all(Stance)) == (end == "poll.reveal")


def test_a_new_poll_on_the_same_words_overtakes_the_last(sitting, point):
    first = opened(sitting, point)
    sitting.do("poll.reveal", poll=id_of(first))
    second = opened(sitting, point)
    assert {poll.key: poll.state for poll in sitting.all(Poll)} == {
        first.key: PollState.WITHDRAWN, second.key: PollState.HIDDEN,
    }  # fmt: skip


def test_new_words_withdraw_what_was_asked_of_the_old(sitting, point):
    poll = opened(sitting, point)
    stand(sitting, poll, 1, party="party01")
    sitting.do("point.word", point=id_of(point), text="Another")
    assert sitting.one(Poll).state is PollState.WITHDRAWN
    assert sitting.all(Stance) == ()


def test_a_single_text_is_not_polled(sitting, point):
    sitting.do("one_text.begin", point=id_of(point))
    with pytest.raises(OneTextOnly):
        opened(sitting, point)


def test_the_map_shows_sides_and_points_and_what_is_still_hidden(sitting, point):
    other = sitting.do("point.propose", text="The road is shared")
    poll = opened(sitting, point, scale="three")
    stand(sitting, poll, 1, party="party01")
    hidden = sitting.desk.read(lambda work: support_map(work, "s01"))
    assert hidden.sides == ("party01", "party02")
    assert {row.point: row.cells for row in hidden.rows} == {point.key: ("hidden", ""), other.key: ("", "")}
    sitting.do("poll.reveal", poll=id_of(poll))
    shown = sitting.desk.read(lambda work: support_map(work, "s01"))
    assert {row.point: row.cells for row in shown.rows}[point.key] == ("in_favour", "not_asked")
