"""`t2desk retention` from outside: what is due, holds, and nothing destroyed unless somebody says which day it is."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.cli.outside import opened, refused
from tests.storage.dossiers import opening, perform

NOW = datetime.now(UTC).astimezone()
TODAY = NOW.date().isoformat()


@pytest.fixture
def due(dossier):
    with opening(dossier) as one:
        perform(one, ("session.adjourn", {}), ("session.keep", {"session": "s01", "destroy_on": TODAY}))
    return dossier


def test_what_is_due_is_listed_and_stays(home, due):
    ran = opened(home, "retention", due)
    assert (ran.code, ran.lines()) == (0, [f"s01  Morning: due since {TODAY}"])
    assert "notes: 1" in opened(home, "show", due).out


def test_it_is_destroyed_only_with_the_day_of_today(home, due):
    refused(opened(home, "retention", due, "--run"), 2, "--today")
    tomorrow = (NOW + timedelta(days=1)).date().isoformat()
    refused(opened(home, "retention", due, "--run", "--today", tomorrow), 1, TODAY)
    assert "notes: 1" in opened(home, "show", due).out
    ran = opened(home, "retention", due, "--run", "--today", TODAY)
    assert ran.code == 0, ran.err
    assert f"Destroyed on {TODAY}: session 1, the whole session" in ran.out
    assert "cannot be reached" in ran.err
    shown = opened(home, "show", due).out
    assert "Morning" not in shown
    assert "notes: 0" in shown
    assert opened(home, "verify", due).code == 0
    assert opened(home, "retention", due, "--run", "--today", TODAY).lines()[0] == "Nothing is due."


def test_a_hold_forbids_it_until_it_is_lifted(home, due):
    assert opened(home, "retention", due, "--session", "s01", "--hold", "Asked by a court").code == 0
    assert "on hold: Asked by a court" in opened(home, "retention", due, "--run", "--today", TODAY).out
    refused(opened(home, "retention", due, "--run", "--session", "s01", "--today", TODAY), 1, "hold")
    refused(opened(home, "retention", due, "--hold", "Asked by a court"), 2)
    assert opened(home, "retention", due, "--session", "s01", "--lift").code == 0
    ran = opened(home, "retention", due, "--run", "--what", "notes", "--today", TODAY)
    assert "session 1, notes; 1 rows" in ran.out
    assert "points: 1" in opened(home, "show", due).out
