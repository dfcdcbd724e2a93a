"""The balance for the operator: over an item, a session, the last half hour or the series; by whatever is chosen."""

from dataclasses import asdict

import pytest

from t2desk.domain.speaking import suggested
from t2desk.services.floor_balance import Attribute, Scope, floor_sums, heard, idle_since, shares, sums_after
from t2desk.services.floor_views import floor_view


def balanced(room, scope, by):
    sums, floor = room.desk.read(floor_sums), room.desk.read(floor_view)
    return {row.key: row for row in shares(sums, floor, scope, by, room.clock.now())}


def spoken(room, scope, by=Attribute.PERSON):
    return {key: row.seconds for key, row in balanced(room, scope, by).items() if row.seconds}


def say(room, person, seconds, **fields):
    room.do("turn.start", person=person, **fields)
    room.clock.forward(seconds)


@pytest.fixture
def talked(sitting):
    """p01 spoke long ago and on the first item, p02 and p04 just now on the second; p04 is interrupted by p05."""
    say(sitting, "p01", 100)
    sitting.do("turn.end")
    sitting.clock.forward(2000)
    sitting.do("item.next")
    say(sitting, "p02", 50)
    say(sitting, "p04", 30)
    say(sitting, "p05", 10, kind="point_of_order")
    sitting.do("turn.end")
    return sitting


def test_each_scope_counts_what_belongs_to_it_the_running_turn_too(talked):
    assert spoken(talked, Scope.SESSION) == {"p01": 100, "p02": 50, "p04": 30}
    assert spoken(talked, Scope.ITEM) == {"p02": 50, "p04": 30}
    assert spoken(talked, Scope.LATELY) == {"p02": 50, "p04": 30}
    talked.clock.forward(5)
    assert spoken(talked, Scope.ITEM)["p04"] == 35


def test_of_a_turn_that_began_before_the_half_hour_only_the_rest_is_lately(sitting):
    say(sitting, "p01", 100)
    sitting.do("turn.end")
    sitting.clock.forward(30 * 60 - 40)
    assert spoken(sitting, Scope.LATELY) == {"p01": 40}
    sitting.clock.forward(41)
    assert spoken(sitting, Scope.LATELY) == {}


def test_the_series_has_other_sessions_in_it_open_adjourned_or_closed(talked):
    talked.acts("turn.end", "session.adjourn", ("session.open", {"title": "Second"}))
    say(talked, "p01", 7)
    assert spoken(talked, Scope.SESSION) == {"p01": 7}
    assert spoken(talked, Scope.SERIES) == {"p01": 107, "p02": 50, "p04": 30}
    talked.do("session.adjourn")
    talked.do("session.close", session="s01")
    by_party = spoken(talked, Scope.SERIES, Attribute.PARTY)
    assert sum(by_party.values()) + spoken(talked, Scope.SERIES, Attribute.ROLE).get("", 0) >= 7


def test_it_is_taken_by_party_person_role_and_employer(talked):
    talked.do("person.change", person="p04", role="chair", affiliation="The Institute")
    assert spoken(talked, Scope.SESSION, Attribute.PARTY) == {"party01": 150, "party02": 30}
    assert spoken(talked, Scope.SESSION, Attribute.ROLE) == {"participant": 150, "chair": 30}
    assert spoken(talked, Scope.SESSION, Attribute.AFFILIATION) == {"": 150, "The Institute": 30}
    rows = balanced(talked, Scope.SESSION, Attribute.PERSON).values()
    assert sum(row.percent for row in rows) == 100
    assert [row.key for row in rows] == [f"p0{number}" for number in range(1, 7)], "by seat, not by time"


def test_interruptions_are_counted_for_both_sides_and_answers_are_none(talked):
    rows = balanced(talked, Scope.SESSION, Attribute.PERSON)
    assert (rows["p05"].made, rows["p05"].received) == (1, 0)
    assert (rows["p04"].made, rows["p04"].received) == (0, 1)
    talked.do("turn.start", person="p06", kind="interposed_question")
    talked.acts("turn.answer", "turn.end")
    rows = balanced(talked, Scope.SESSION, Attribute.INTERRUPTIONS)
    assert (rows["party02"].made, rows["party02"].received) == (2, 2)


def test_who_was_not_heard_for_how_long(talked):
    rows = balanced(talked, Scope.SESSION, Attribute.PERSON)
    assert (rows["p01"].silent, rows["p02"].silent, rows["p03"].silent) == (34, 0, None)


def counted(sums):
    kept = {key: (one.turns, round(one.seconds, 3)) for key, one in sums.shares.items() if one.turns}
    return kept, {key: asdict(told) for key, told in sums.turns.items()}


def test_sums_kept_up_from_changes_are_the_sums_read_anew(sitting):
    kept = sitting.desk.read(floor_sums)
    steps = [
        ("turn.start", {"person": "p01"}), ("turn.pause", {}), ("turn.resume", {}),
        ("turn.start", {"person": "p02", "kind": "right_of_reply"}), ("turn.end", {}), ("turn.start", {}),
        ("turn.assign", {"person": "p04"}), ("item.next", {}), ("turn.start", {"person": "p01"}), ("turn.end", {}),
        ("turn.fill", {"person": "p03", "seconds": 3}), ("person.merge", {"person": "p06", "into": "p05"}),
    ]  # fmt: skip
    changes = []
    for name, given in steps:
        changes.append(sitting.desk.perform(name, given)[1])
        sitting.clock.forward(7.5)
    changes += [sitting.desk.undo() for _ in steps[3:]] + [sitting.desk.redo() for _ in steps[3:10]]
    for one in changes:
        kept = sums_after(kept, one)
    assert counted(kept) == counted(sitting.desk.read(floor_sums))
    assert kept.of("p01").turns == 2


def test_nobody_away_or_observing_is_suggested(talked):
    talked.do("turn.end")

    def who():
        sums, floor = talked.desk.read(floor_sums), talked.desk.read(floor_view)
        return suggested(heard(sums, floor, talked.clock.now()))

    assert who().person == "p05"  # the quieter party, and of it the first by seat
    talked.do("attendance.set", person="p05", presence="left")
    assert who().person == "p06"
    talked.do("attendance.set", person="p06", presence="observing")
    assert who().person == "p03"


def test_time_that_nobody_had_counts_from_the_last_turn_or_from_back_on_the_record(talked):
    def idle():
        since = idle_since(talked.desk.read(floor_sums), talked.desk.read(floor_view))
        return None if since is None else since.seconds_until(talked.clock.now())

    assert idle() is None
    talked.do("turn.end")
    talked.clock.forward(12)
    assert idle() == 12
    talked.acts("off_record.begin", lambda room: room.clock.forward(500), "off_record.end")
    talked.clock.forward(3)
    assert idle() == 3
