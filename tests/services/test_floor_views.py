"""What the floor's panels read: sums by person, shares that add up, people found by letters."""

import pytest

from t2desk.services.floor_views import balance, floor_view, tally, whole_percents
from t2desk.services.people_search import candidates, found


@pytest.mark.parametrize(
    ("parts", "whole"),
    [([], []), ([0, 0], [0, 0]), ([1, 1, 1], [34, 33, 33]), ([1.0, 2.0], [33, 67]), ([0.5, 99.5], [1, 99])],
)
def test_whole_percents_sum_to_a_hundred(parts, whole):
    assert sum(whole) in {0, 100}
    assert whole_percents([float(part) for part in parts]) == whole


def test_the_tally_is_of_this_session_and_of_what_is_charged(sitting):
    sitting.do("turn.start", person="p01")
    sitting.clock.forward(30)
    sitting.do("turn.start", person="p02", kind="point_of_order")
    sitting.clock.forward(100)
    sitting.do("turn.start", person="p01", kind="question")
    sitting.clock.forward(12)
    sitting.do("turn.end")
    counted = sitting.desk.read(tally)
    assert (counted.of("p01").turns, counted.of("p01").seconds) == (2, 42.0)
    assert counted.of("p02").turns == 0
    sitting.acts("session.adjourn", ("session.open", {"title": "Second"}))
    assert sitting.desk.read(tally).by_person == {}


def test_the_balance_has_the_running_turn_in_it(sitting):
    sitting.do("turn.start", person="p01")
    sitting.clock.forward(30)
    sitting.do("turn.start", person="p04")
    sitting.clock.forward(10)
    counted, view = sitting.desk.read(tally), sitting.desk.read(floor_view)
    shown = balance(counted, view.main, sitting.clock.now())
    assert [(row.name, row.seconds, row.percent) for row in shown.rows] == [("North", 30, 75), ("South", 10, 25)]


def test_a_limit_belongs_to_one_turn(sitting):
    sitting.do("turn.start", person="p01")
    sitting.do("turn.extend")
    assert sitting.desk.read(floor_view).holding.limit == 240
    sitting.do("turn.start", person="p02")
    assert sitting.desk.read(floor_view).holding.limit == 180
    sitting.do("turn.start", person="p03", kind="point_of_order")
    view = sitting.desk.read(floor_view)
    assert (view.holding.limit, view.beneath.speaker.person) == (0, "p02")


def test_people_are_found_by_seat_initials_and_letters(room):
    room.do("series.rename", title="Water")
    for name in ("Ana Ørsted", "Bo Åkesson", "نينو بريدزه", "Ana-Lena Kraus"):
        room.do("person.add", display_name=name)
    everybody = room.desk.read(candidates)

    def seats(typed):
        return [one.speaker.seat for one in found(everybody, typed)]

    assert seats("") == [1, 2, 3, 4]
    assert seats("2") == [2]
    assert seats("ors") == [1]
    assert seats("ake") == [2]
    assert seats("alk") == [4]
    assert seats("بريد") == [3]
    assert seats("ana") == [1, 4]
    assert seats("ana k") == [4]
    assert seats("x") == []


def test_the_stack_holds_every_turn_that_waits_the_last_stopped_first(sitting):
    sitting.do("turn.start", person="p01")
    sitting.clock.forward(30)
    sitting.do("turn.start", person="p02", kind="interposed_question")
    sitting.clock.forward(5)
    sitting.do("turn.start", person="p03", kind="point_of_order")
    sitting.do("turn.rank", category="close_debate")
    view = sitting.desk.read(floor_view)
    assert [one.speaker.person for one in view.stack] == ["p02", "p01"]
    assert (view.holding.speaker.person, view.beneath.speaker.person, view.main.speaker.person) == ("p03", "p02", "p01")
    assert (view.category, view.item) == ("close_debate", "i01")
    sitting.acts("turn.end", "turn.end")
    view = sitting.desk.read(floor_view)
    assert (view.stack, view.category, view.main.speaker.person) == ((), None, "p01")
