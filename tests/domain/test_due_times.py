"""When a parked item comes back, as people type it."""

from datetime import datetime, timedelta, timezone

import pytest

from t2desk.domain.due_times import due_of

NOW = datetime(2026, 5, 4, 10, 15, 30, tzinfo=timezone(timedelta(hours=2)))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("14:30", "2026-05-04T14:30:00+02:00"),
        ("14h30", "2026-05-04T14:30:00+02:00"),
        (" 9:05 ", "2026-05-05T09:05:00+02:00"),
        ("45 min", "2026-05-04T11:00:30+02:00"),
        ("+1h30", "2026-05-04T11:45:30+02:00"),
        ("2026-05-06", "2026-05-06T09:00:00+02:00"),
        ("2026-05-06 14:00", "2026-05-06T14:00:00+02:00"),
        ("2026-05-06T14:00:00+00:00", "2026-05-06T14:00:00+00:00"),
    ],
)
def test_hours_lengths_and_days_are_understood(written, meant):
    assert due_of(written, NOW).isoformat() == meant


@pytest.mark.parametrize("written", ["", "45", "soon", "24:30", "12:75", "2026-13-01", "0 min"])
def test_anything_else_is_not(written):
    assert due_of(written, NOW) is None
