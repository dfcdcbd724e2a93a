"""Decision rules over every small room, and deadlines that are one moment where the clocks change."""

from itertools import product

import pytest

from t2desk.domain.deciding import Decision, deadline, may_agree
from t2desk.domain.ground_errors import DeadlineUnclear
from t2desk.system.zones import zone_named

OBJECTING = [()] + [tuple(objecting) for n in (1, 2, 3) for objecting in product(("a", "b", None), repeat=n)]


def against(objecting):
    return len({side for side in objecting if side}) + objecting.count(None)


@pytest.mark.parametrize("objecting", OBJECTING)
@pytest.mark.parametrize("undecided", [0, 1])
@pytest.mark.parametrize("sides", [0, 2, 4, 5, 10])
def test_every_rule_over_every_small_room(objecting, undecided, sides):
    expected = {
        Decision.CONSENSUS: not objecting,
        Decision.UNANIMITY: not objecting and not undecided,
        Decision.MINUS_ONE: against(objecting) <= 1,
        Decision.OVERWHELMING: against(objecting) <= {0: 0, 2: 0, 4: 0, 5: 1, 10: 2}[sides],
        Decision.SILENCE: False,
    }
    assert {rule: may_agree(rule, objecting, undecided, sides) for rule in Decision} == expected


def test_a_stricter_rule_lets_no_more_pass():
    for objecting, undecided, sides in product(OBJECTING, (0, 1), range(12)):
        passed = [may_agree(rule, objecting, undecided, sides) for rule in
                  (Decision.UNANIMITY, Decision.CONSENSUS, Decision.MINUS_ONE)]  # fmt: skip
        assert passed == sorted(passed)


def test_a_deadline_is_a_time_of_day_in_its_zone():
    assert deadline("2026-05-04T18:00", zone_named("Europe/Athens")) == deadline("2026-05-04T15:00", zone_named("UTC"))
    assert deadline("2026-01-04T18:00", zone_named("Europe/Athens")) == deadline("2026-01-04T16:00", zone_named("UTC"))
    assert deadline("2026-05-04T18:00", zone_named("UTC")) == 1_777_917_600_000


@pytest.mark.parametrize(
    ("until", "zone"),
    [("2026-03-29T03:30", "Europe/Athens"), ("2026-10-25T03:30", "Europe/Athens"), ("2026-05-04", "No/Where"),
     ("tomorrow", "UTC"), ("2026-05-04T18:00+02:00", "UTC"), ("2026-05-04T18:00", ""), ("2026-05-04T18:00", "../UTC")],
)  # fmt: skip
def test_what_is_not_one_moment_is_refused(until, zone):
    with pytest.raises(DeadlineUnclear):
        deadline(until, zone_named(zone))


@pytest.mark.parametrize("hour", ["02:59", "04:00"])
def test_just_before_and_after_the_clocks_change_is_one_moment(hour):
    assert deadline(f"2026-03-29T{hour}", zone_named("Europe/Athens")) > 0
