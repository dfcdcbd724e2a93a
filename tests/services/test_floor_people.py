"""Substitutes, two people who are one, and interpretation: no second of the statistics lost."""

import pytest

from t2desk.domain.attendance import Attendance
from t2desk.domain.desk_errors import (
    AlreadyInterpreting,
    NobodyElse,
    NotInterpreting,
    OutOfRange,
    PeopleStaySealed,
)
from t2desk.domain.floor import FloorTotal, QueueEntry, Turn, TurnKind
from t2desk.domain.floor_terms import InterpreterDuty, Substitution
from t2desk.domain.people import Person
from t2desk.services.floor_interpretation import interpreter_on_duty
from t2desk.services.floor_views import floor_view, tally
from tests.services.conftest import begin_sitting
from tests.services.test_floor_repair import spoke


def spoken(room):
    return {person: (one.turns, one.seconds) for person, one in room.desk.read(tally).by_person.items()}


def test_a_substitute_sits_for_somebody(sitting):
    sitting.do("attendance.set", person="p02", presence="substitute", stands_for="p01")
    assert [(row.person, row.stands_for) for row in sitting.all(Substitution)] == [("p02", "p01")]
    for fields in (
        {"person": "p03", "presence": "substitute", "stands_for": "p03"},
        {"person": "p03", "presence": "present", "stands_for": "p01"},
    ):
        with pytest.raises(NobodyElse):
            sitting.do("attendance.set", **fields)
    sitting.do("attendance.set", person="p02")
    assert not sitting.all(Substitution)
    sitting.desk.undo()
    assert len(sitting.all(Substitution)) == 1


def test_two_people_become_one_without_losing_a_second(sitting):
    sitting.do("attendance.set", person="p01")
    sitting.do("attendance.set", person="p02")
    for person, seconds in (("p01", 10), ("p02", 20), ("p03", 40)):
        spoke(sitting, person, seconds)
    sitting.do("turn.start", person="p02")
    for person in ("p03", "p02", "p01"):
        sitting.do("queue.add", person=person)
    before, image = spoken(sitting), sitting.image()
    sitting.do("person.merge", person="p02", into="p01")
    assert spoken(sitting) == {"p01": (2, 30.0), "p03": before["p03"]}
    assert [entry.person for entry in sorted(sitting.all(QueueEntry), key=lambda one: one.place)] == ["p03", "p01"]
    assert [row.person for row in sitting.all(Attendance)] == ["p01"]
    assert sitting.desk.read(floor_view).holding.speaker.person == "p01"
    assert "p02" not in {person.id for person in sitting.all(Person)}
    sitting.desk.undo()
    assert sitting.image() == image
    with pytest.raises(NobodyElse):
        sitting.do("person.merge", person="p01", into="p01")


def test_totals_of_a_settled_session_become_one_and_hide_who_where_few_are_left(room):
    begin_sitting(room)
    for person, seconds in (("p01", 100), ("p02", 200), ("p03", 400)):
        spoke(room, person, seconds)
    room.do("session.close")
    before = room.all(FloorTotal)
    room.do("person.merge", person="p02", into="p01")
    after = room.all(FloorTotal)
    assert sum(row.seconds for row in after) == sum(row.seconds for row in before) == 700
    assert sum(row.turns for row in after) == 3
    assert "p02" not in {row.person for row in after}
    assert {row.person for row in before} == {"p01", "p02", "p03"}
    assert {row.person for row in after} == {None}
    room.verify()


def test_who_said_something_sealed_stays_who_they_are(sealing_room):
    begin_sitting(sealing_room)
    sealing_room.do("rule.set", preset="not_for_attribution")
    sealing_room.do("note.add", text="The well is dry", said_by="p03")
    with pytest.raises(PeopleStaySealed):
        sealing_room.do("person.merge", person="p02", into="p01")


def test_the_interpreter_s_time_is_kept_apart(sitting):
    with pytest.raises(NotInterpreting):
        sitting.do("interpretation.end")
    sitting.do("turn.start", person="p01")
    for _ in range(3):
        sitting.clock.forward(30)
        sitting.do("interpretation.begin", person="p06")
        with pytest.raises(AlreadyInterpreting):
            sitting.do("interpretation.begin")
        sitting.clock.forward(25)
        sitting.do("interpretation.end")
    with pytest.raises(NotInterpreting):
        sitting.do("interpretation.end")
    assert sitting.do("turn.end").seconds == 90.0
    assert spoken(sitting) == {"p01": (1, 90.0)}
    assert sum(turn.seconds for turn in sitting.all(Turn) if turn.kind is TurnKind.INTERPRETATION) == 75.0


def test_interpreters_are_to_change_after_twenty_to_thirty_minutes(sitting):
    assert sitting.desk.read(interpreter_on_duty) is None
    sitting.do("interpreter.change", person="p05")
    told = []
    for _ in range(3):
        sitting.clock.forward(600)
        sitting.do("interpreter.change", person="p05")
        duty = sitting.desk.read(interpreter_on_duty)
        told.append((duty.seconds, duty.soon, duty.due))
    assert told == [(600, False, False), (1200, True, False), (1800, True, True)]
    sitting.do("interpreter.change", person="p06")
    assert sitting.desk.read(interpreter_on_duty).seconds == 0
    sitting.do("session.adjourn")
    assert not sitting.all(InterpreterDuty)


def test_a_language_stretches_the_limit(sitting):
    sitting.do("person.language", person="p01", language="ka")
    sitting.do("language.factor", language="ka", percent=200)
    sitting.do("turn.start", person="p01")
    assert sitting.desk.read(floor_view).holding.limit == 360
    sitting.do("turn.start", person="p02")
    assert sitting.desk.read(floor_view).holding.limit == 180
    for percent in (99, 401):
        with pytest.raises(OutOfRange):
            sitting.do("language.factor", language="ka", percent=percent)
    sitting.do("person.language", person="p01", language="")
    sitting.do("turn.start", person="p01")
    assert sitting.desk.read(floor_view).holding.limit == 180
