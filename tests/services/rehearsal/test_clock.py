"""The rehearsal's clock goes on only when it is told to."""

from t2desk.services.rehearsal.clock import BEGINS, RehearsalClock


def test_it_begins_at_the_same_fictional_moment_each_time():
    assert RehearsalClock().now() == RehearsalClock().now()
    assert RehearsalClock().now().to_iso() == "2026-04-20T14:00:00.000+00:00"


def test_it_goes_on_by_the_given_seconds_on_both_clocks():
    clock = RehearsalClock()
    before = clock.now()
    clock.advance(12.5)
    after = clock.now()
    assert before.seconds_until(after) == 12.5
    assert after.wall - before.wall == 12_500
    assert after.boot_id == before.boot_id


def test_it_never_goes_back():
    clock = RehearsalClock()
    clock.advance(60)
    later = clock.now()
    clock.advance(-5)
    clock.advance_to(BEGINS)
    assert clock.now() == later
