"""How long a turn may be: the turn's own, else the item's, else the session's, else the usual one."""

import json

import jsonschema
import pytest

from t2desk.domain.desk_errors import NotThere, OutOfRange, SessionIsSettled
from t2desk.domain.errors import Refused
from t2desk.domain.floor import LONGEST_LIMIT, USUAL_LIMIT, TurnLimit, Wait
from t2desk.domain.record_schema import RECORD_SCHEMA
from t2desk.domain.series import Sitting
from t2desk.services.floor_views import floor_view
from t2desk.services.operations import IMPORTED
from t2desk.services.preparation import plans
from t2desk.services.record import whole_record
from t2desk.services.record_reading import read_record
from t2desk.services.registry import Operation
from t2desk.services.standing import standing

MINUTE = 60


def limit(sitting):
    """Return the limit of the turn that runs."""
    return sitting.desk.read(floor_view).holding.limit


def test_until_somebody_says_otherwise_a_turn_has_three_minutes(sitting):
    sitting.do("turn.start", person="p01")
    assert limit(sitting) == USUAL_LIMIT == 3 * MINUTE


def test_the_item_s_limit_comes_before_the_session_s(sitting):
    sitting.do("item.next")
    sitting.do("turn.start", person="p01")
    sitting.do("limit.set", seconds=5 * MINUTE)
    assert limit(sitting) == 5 * MINUTE
    item = sitting.desk.read(floor_view).holding.turn.item
    sitting.do("limit.set", seconds=2 * MINUTE, item=item)
    view = sitting.desk.read(floor_view)
    assert (view.holding.limit, view.limit, view.limited_item) == (2 * MINUTE, 2 * MINUTE, item)
    sitting.do("limit.set", seconds=None, item=item)
    assert (limit(sitting), sitting.desk.read(floor_view).limited_item) == (5 * MINUTE, "")
    sitting.do("limit.set", seconds=None)
    assert limit(sitting) == USUAL_LIMIT
    assert sitting.all(TurnLimit) == ()


def test_the_turn_s_own_limit_comes_before_all_and_goes_with_it(sitting):
    sitting.do("limit.set", seconds=5 * MINUTE)
    sitting.do("turn.start", person="p01")
    sitting.do("turn.extend", seconds=MINUTE)
    assert limit(sitting) == 6 * MINUTE
    sitting.do("turn.start", person="p02")
    assert limit(sitting) == 5 * MINUTE


def test_no_limit_is_a_limit_of_nothing(sitting):
    sitting.do("limit.set", seconds=0)
    sitting.do("turn.start", person="p01")
    assert limit(sitting) == 0


@pytest.mark.parametrize("seconds", [-1, LONGEST_LIMIT + 1])
def test_a_limit_out_of_reason_is_refused(sitting, seconds):
    with pytest.raises(Refused) as refusal:
        sitting.do("limit.set", seconds=seconds)
    assert isinstance(refusal.value, OutOfRange)


def test_an_item_that_is_not_there_has_no_limit(sitting):
    with pytest.raises(NotThere):
        sitting.do("limit.set", seconds=60, item="i99")


def test_a_closed_session_takes_no_limit(sitting):
    session = sitting.desk.read(floor_view).session
    sitting.do("session.close")
    with pytest.raises(SessionIsSettled):
        sitting.do("limit.set", seconds=60, session=session)


def test_an_item_goes_with_its_limit_and_comes_back_with_it(sitting):
    item = sitting.do("item.add", title="Wells", minutes=10).id
    sitting.do("limit.set", seconds=60, item=item)
    sitting.do("item.remove", item=item)
    assert sitting.all(TurnLimit) == ()
    sitting.desk.undo()
    assert [one.seconds for one in sitting.all(TurnLimit)] == [60]


def test_a_plan_says_what_was_set(sitting):
    item = sitting.do("item.add", title="Wells", minutes=10).id
    sitting.do("limit.set", seconds=60, item=item)
    sitting.do("limit.set", seconds=0)
    plan = sitting.desk.read(plans)[-1]
    assert plan.turn_limit == 0
    assert {one.item.id: one.turn_limit for one in plan.items}[item] == 60


def test_somebody_waits_since_they_asked_first(sitting):
    sitting.do("queue.add", person="p01")
    sitting.clock.forward(150)
    sitting.do("queue.add", person="p02")
    sitting.do("queue.add", person="p01", kind="question")
    sitting.do("queue.move", person="p02", place=1)
    sitting.clock.forward(30)
    now = sitting.clock.now()
    waited = {one.speaker.person: one.minutes(now) for one in sitting.desk.read(floor_view).queue}
    assert waited == {"p01": 3, "p02": 0}


@pytest.mark.parametrize(
    "away", [("turn.next", {}), ("queue.remove", {"person": "p01"}), ("session.adjourn", {}), ("session.close", {})]
)
def test_nothing_says_since_when_once_nobody_waits(sitting, away):
    sitting.do("queue.add", person="p01")
    assert len(sitting.all(Wait)) == 1
    sitting.do(away[0], **away[1])
    assert sitting.all(Wait) == ()


@pytest.mark.parametrize("end", ["session.adjourn", "session.close"])
def test_a_session_sits_from_its_opening_to_its_end(sitting, end):
    assert sitting.desk.read(standing).since is not None
    sitting.do(end)
    assert sitting.all(Sitting) == ()
    assert sitting.desk.read(standing).since is None


def test_limits_and_waits_are_in_the_record_and_come_back_from_it(sitting, rooms):
    sitting.do("limit.set", seconds=0)
    sitting.do("limit.set", seconds=90, item="i02")
    sitting.do("queue.add", person="p01")
    record = sitting.desk.read(whole_record)
    jsonschema.validate(record, RECORD_SCHEMA)
    other = rooms()
    plain = json.loads(json.dumps(record))
    other.desk.write(Operation(IMPORTED, read_record, undoable=False), lambda work: read_record(work, plain))
    assert other.desk.read(whole_record) == record
    kept = {(one.item, one.seconds) for one in other.all(TurnLimit)}
    assert kept == {(None, 0), ("i02", 90)}
    assert [one.person for one in other.all(Wait)] == ["p01"]
    assert len(other.all(Sitting)) == 1
