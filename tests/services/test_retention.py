"""Keeping no longer than agreed: what is due, holds, a clock that lies; what is destroyed is named nowhere any more."""

import pytest

from t2desk.domain.errors import Refused
from t2desk.domain.ground_errors import LooseningNeedsAccord, NotADay
from t2desk.domain.notes import Note
from t2desk.domain.points import Point, PointState, Wording
from t2desk.domain.retention import Destroyed, Destruction
from t2desk.domain.retention_errors import ClockWentBack, NotTheDay, OnHold, SessionStillOpen
from t2desk.domain.series import Session
from t2desk.services.preflight import check_dossier
from t2desk.services.retention import certificates, keepings
from t2desk.services.series_record import session_lines
from t2desk.storage.tables import TABLE_NAMES, table_of
from tests.services.desks import id_of

TODAY = "2026-05-04"  # of the clock in tests.services.desks


@pytest.fixture
def adjourned(furnished):
    furnished.do("rule.dates", scope="part", of="s01", destroy_on=TODAY)
    furnished.do("session.adjourn")
    return furnished


def destroy(room, what="session", today=TODAY, session="s01"):
    return room.do("session.destroy", session=session, what=what, today=today)


def kept(room):
    return {one.session: one for one in room.desk.read(keepings)}


def test_a_session_is_due_from_its_day_on_and_not_while_it_is_held(adjourned):
    assert kept(adjourned)["s01"].is_due
    adjourned.do("session.hold", session="s01", reason="An inquiry asked for it")
    assert not kept(adjourned)["s01"].is_due
    with pytest.raises(OnHold):
        destroy(adjourned)
    adjourned.do("session.unhold", session="s01")
    with pytest.raises(LooseningNeedsAccord):
        adjourned.do("session.keep", session="s01", destroy_on="2026-05-05")
    adjourned.do("session.keep", session="s01", destroy_on="2026-05-05", how="Agreed by all")
    assert (kept(adjourned)["s01"].is_due, kept(adjourned)["s01"].days) == (False, 1)


def test_what_is_due_is_said_in_the_check_before_a_session_and_its_day_in_the_records(adjourned):
    told = {check.what: check.details for check in adjourned.desk.read(check_dossier)}
    assert told["Retention"] == {"numbers": "1"}
    assert [line.destroy_on for line in adjourned.desk.read(session_lines)] == [TODAY]
    adjourned.do("session.hold", session="s01", reason="An inquiry asked for it")
    assert "Retention" not in {check.what for check in adjourned.desk.read(check_dossier)}


def test_nothing_goes_of_an_open_session(furnished):
    with pytest.raises(SessionStillOpen):
        destroy(furnished)


@pytest.mark.parametrize("what", list(Destroyed))
def test_a_person_must_say_the_day_that_the_clock_shows(adjourned, what):
    before = adjourned.image()
    for said, refusal in (("2026-05-05", NotTheDay), ("", NotADay), ("tomorrow", NotADay)):
        with pytest.raises(refusal):
            destroy(adjourned, what, said)
    adjourned.clock.set_wall(400 * 86_400)
    with pytest.raises(NotTheDay):  # the clock went on by itself; whoever confirms knows better
        destroy(adjourned, what)
    adjourned.clock.set_wall(-401 * 86_400)
    with pytest.raises(ClockWentBack):
        destroy(adjourned, what, "2026-05-03")
    assert adjourned.image() == before


def referring(room, ids, keys):
    """Return every place in every table that still names an id or a key."""
    found = set()
    for name, table in ((one, table_of(one)) for one in TABLE_NAMES):
        columns = [column.name for column in table.columns]
        for row in room.query(f"SELECT * FROM {name}"):
            for column, part in zip(columns, row, strict=True):
                words = part.replace(":", " ").replace('"', " ").split() if isinstance(part, str) else [part]
                if ids & set(words) or (isinstance(part, int) and part in keys):
                    found.add(f"{name}.{column}")
    return found


def of_session(room, session):
    ids = {session} | {row[0] for row in room.query(f"SELECT id FROM agenda_items WHERE session = '{session}'")}
    keys = set()
    for name, table in ((one, table_of(one)) for one in TABLE_NAMES):
        if "session" in table.c and "key" in table.c:
            keys |= {row[0] for row in room.query(f"SELECT key FROM {name} WHERE session = '{session}'")}
    for name in ("wordings", "point_concerns", "polls"):
        keys |= {row[0] for row in room.query(f"SELECT key FROM {name}")}
    return ids, keys


@pytest.mark.parametrize("before", ["session.adjourn", "session.close"])
def test_of_a_whole_session_nothing_is_named_anywhere(furnished, before):
    furnished.acts(
        ("rule.dates", {"scope": "part", "of": "s01", "destroy_on": TODAY}),
        ("rule.dates", {"scope": "item", "of": "i01", "destroy_on": TODAY}),
        ("room.choose", {"shown": "agenda"}), "not_private.begin", "not_private.end", before,
    )  # fmt: skip
    ids, keys = of_session(furnished, "s01")
    assert referring(furnished, ids, keys) >= {"sessions.id", "rule_dates.id", "points.session", "wordings.point"}
    made = destroy(furnished)
    assert referring(furnished, ids, keys) == set()
    furnished.verify()
    assert furnished.all(Session) == ()
    assert furnished.desk.read(certificates) == (made,)
    assert (made.number, made.day, made.what) == (1, TODAY, Destroyed.SESSION)
    assert made.rows > 8
    with pytest.raises(Refused):
        furnished.desk.undo()


def test_the_sessions_beside_it_are_as_they_were(adjourned):
    adjourned.acts(("session.open", {"title": "Second"}), ("note.add", {"text": "Stays"}))
    point = adjourned.do("point.propose", text="Stays too")
    origin = next(one for one in adjourned.all(Point) if one.key != point.key)
    adjourned.do("point.carry", point=id_of(origin))
    adjourned.do("session.adjourn")
    notes = adjourned.all(Note, session="s02")
    destroy(adjourned)
    assert adjourned.all(Note, session="s02") == notes
    assert [one.id for one in adjourned.all(Session)] == ["s02"]
    adjourned.verify()


def test_notes_go_and_points_and_prose_stay(adjourned):
    adjourned.do("session.close")
    points, notes = adjourned.all(Point), adjourned.all(Note)
    ids, keys = set(), {note.key for note in notes}
    assert notes
    made = destroy(adjourned, "notes")
    assert (adjourned.all(Note), adjourned.all(Point), made.rows) == ((), points, len(notes))
    assert referring(adjourned, ids, keys) == set()


def test_all_but_what_was_agreed_goes(furnished):
    point = furnished.do("point.propose", text="We share the well")
    furnished.do("point.word", point=id_of(point), text="We share the well and the road")
    for state in ("drafted", "tested", "agreed"):
        furnished.do("point.move", point=id_of(point), state=state)
    furnished.do("session.adjourn")
    agreed = {one.key for one in furnished.all(Point) if one.state is PointState.AGREED}
    assert point.key in agreed
    assert len(furnished.all(Point)) > len(agreed)
    destroy(furnished, "all_but_agreed")
    assert {one.key for one in furnished.all(Point)} == agreed
    assert {one.text for one in furnished.all(Wording, point=point.key)} == {"We share the well and the road"}
    filled = {name for name in TABLE_NAMES if furnished.query(f"SELECT count(*) FROM {name}")[0][0]}
    assert filled == {
        "series", "meetings", "sessions", "parties", "people", "identities", "points", "wordings", "agreed_texts",
        "destructions", "last_days",
    }  # fmt: skip
    furnished.verify()
    destroy(furnished, "session")
    assert [one.what for one in furnished.all(Destruction)].count(Destroyed.SESSION) == 1
