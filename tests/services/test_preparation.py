"""What the side that prepares is shown, and what the check before a session says."""

from t2desk.domain.checks import Verdict
from t2desk.services.preflight import check_dossier, check_recovery
from t2desk.services.preparation import page_of, people_by_seat, plans, preparation
from t2desk.services.rule_page import rule_page


def checks(room):
    return {check.what: check for check in room.desk.read(check_dossier)}


def test_an_empty_dossier_says_what_is_missing(room):
    room.do("series.rename", title="Water")
    found = checks(room)
    assert (found["People"].verdict, found["Agenda"].verdict) == (Verdict.MEND, Verdict.MEND)
    now = room.desk.read(preparation)
    assert (now.people, now.sessions, now.minutes, now.session, now.rule) == (0, 0, 0, "", "")
    assert room.desk.read(lambda work: rule_page(work, str)) is None


def test_people_come_by_seat_with_party_and_attendance(sitting):
    sitting.acts(("person.seat", {"person": "p06", "seat": 1}), ("attendance.set", {"person": "p06"}))
    people = sitting.desk.read(people_by_seat)
    first = people.seats[0]
    assert (first.name, first.party.name, first.party.number, first.presence) == ("Person 6", "South", 1, "present")
    assert [party.people for party in people.parties] == [3, 3]
    assert people.session == "s01"


def test_a_page_holds_seat_and_identity(sitting):
    page = sitting.desk.read(lambda work: page_of(work, "p01"))
    assert (page.identity.display_name, page.party, page.person.seat) == ("Person 1", "North", 1)
    assert sitting.desk.read(lambda work: page_of(work, "gone")) is None


def test_an_item_with_parts_lasts_as_long_as_they_do(sitting):
    sitting.do("session.change", session="s01", starts="2026-05-04T09:00:00+02:00")
    sitting.acts(("item.nest", {"item": "i02"}), ("item.change", {"item": "i01", "minutes": 99}))
    (plan,) = sitting.desk.read(plans)
    assert plan.minutes == 40
    assert [planned.begins for planned in plan.items] == ["09:00", "09:00", "09:20"]
    assert f"{plan.ends:%H:%M}" == "09:40"


def test_people_without_a_party_are_looked_at(sitting):
    sitting.do("person.add", display_name="Guest")
    assert (checks(sitting)["Parties"].verdict, checks(sitting)["Parties"].details) == (Verdict.LOOK, {"count": 1})


def test_an_agenda_that_runs_into_the_next_session_is_to_be_mended(sitting):
    sitting.do("session.change", session="s01", starts="2026-05-04T09:00:00+02:00")
    sitting.do("session.add", title="Next", starts="2026-05-04T09:50:00+02:00")
    assert (checks(sitting)["Agenda"].verdict, checks(sitting)["Agenda"].details) == (Verdict.MEND, {"minutes": 10})
    sitting.do("session.change", session="s02", starts="2026-05-04T10:00:00+02:00")
    assert checks(sitting)["Agenda"].verdict is Verdict.FINE


def test_without_a_start_the_length_alone_is_told(sitting):
    assert (checks(sitting)["Agenda"].verdict, checks(sitting)["Agenda"].details) == (Verdict.LOOK, {"minutes": 60})


def test_a_recovery_code_is_typed_back_or_not():
    assert [check_recovery(typed).verdict for typed in (True, False)] == [Verdict.FINE, Verdict.MEND]


def test_after_the_last_session_is_settled_there_is_none_to_prepare(sitting):
    sitting.do("session.close")
    assert sitting.desk.read(lambda work: rule_page(work, str)) is None
    assert checks(sitting)["Agenda"].verdict is Verdict.MEND
