"""The text that the room heard, who asked to be named, and six switches on attendance."""

from itertools import product

import pytest

from t2desk.domain.desk_errors import SessionIsSettled, UnknownEdition
from t2desk.domain.rules import PRESETS
from t2desk.domain.scopes import Assent, AssentOf, AttendancePart, AttendanceShown, Credit, RuleText
from t2desk.domain.sources import Trace
from t2desk.services.assent import attendance_told, credited, has_assent


def accepted(room):
    return room.desk.read(lambda work: has_assent(work, "s01"))


def test_assent_is_to_one_version_on_a_day(sitting):
    sitting.do("rule.text", text="Nothing leaves this room.")
    assent = sitting.do("rule.assent", how="By nodding")
    assert (assent.day, assent.how, accepted(sitting)) == ("2026-05-04", "By nodding", True)
    assert [trace.what for trace in sitting.all(Trace, subject_key=assent.key)] == ["assented"]
    sitting.do("rule.text", text="Nothing leaves this room but the agreed text.")
    assert not accepted(sitting)
    assert [one.number for one in sorted(sitting.all(RuleText), key=lambda one: one.number)] == [1, 2]


def test_the_same_words_are_no_new_version(sitting):
    for _ in range(2):
        sitting.do("rule.text", text="Nothing leaves this room.")
    assert len(sitting.all(RuleText)) == 1


def test_without_a_text_of_their_own_the_room_hears_the_presets(sitting):
    sitting.do("rule.assent")
    assert sitting.one(RuleText).text == PRESETS["chatham_house"].text
    assert accepted(sitting)


def test_the_version_and_day_stay_and_the_time_goes(sitting):
    sitting.do("rule.assent")
    sitting.do("session.close")
    assert sitting.one(Assent).day == "2026-05-04"
    assert sitting.all(Trace) == ()
    with pytest.raises(SessionIsSettled):
        sitting.do("rule.assent", session="s01")


def test_the_room_has_accepted_once_every_side_has(sitting):
    sitting.do("rule.text", text="Nothing leaves this room.")
    sitting.do("rule.assent", how="By nodding", party="party01")
    assert not accepted(sitting)
    sitting.do("rule.assent", party="party02")
    assert accepted(sitting)
    sitting.do("rule.text", text="Nothing leaves this room at all.")
    assert not accepted(sitting)


def test_settling_leaves_of_the_sides_assents_only_that_the_room_accepted(sitting):
    sitting.do("rule.text", text="Nothing leaves this room.")
    for party in ("party01", "party02"):
        sitting.do("rule.assent", how="By nodding", party=party)
    sitting.do("session.close")
    assert (accepted(sitting), sitting.all(AssentOf)) == (True, ())
    assert sitting.one(Assent).how == "By nodding"


def test_settling_leaves_nothing_of_one_sides_assent_alone(sitting):
    sitting.do("rule.assent", party="party01")
    sitting.do("session.close")
    assert (accepted(sitting), sitting.all(Assent), sitting.all(AssentOf)) == (False, (), ())


def test_accepting_one_presets_text_accepts_no_other_rule(sitting):
    sitting.do("rule.assent")
    sitting.do("rule.set", preset="on_the_record")
    assert not accepted(sitting)
    sitting.do("rule.assent")
    assert accepted(sitting)
    assert max(sitting.all(RuleText), key=lambda one: one.number).text == PRESETS["on_the_record"].text


def test_only_who_asked_is_named_and_may_think_again(sitting):
    for person in ("p04", "p01", "p01"):
        sitting.do("credit.ask", person=person, edition="report")
    assert [one.id for one in sitting.desk.read(lambda work: credited(work, "s01", "report"))] == ["p01", "p04"]
    assert sitting.desk.read(lambda work: credited(work, "s01", "readout")) == ()
    sitting.do("credit.withdraw", person="p01", edition="report")
    assert [one.person for one in sitting.all(Credit)] == ["p04"]
    with pytest.raises(UnknownEdition):
        sitting.do("credit.ask", person="p01", edition="gossip")


def test_every_choice_of_what_is_told_of_attendance_is_kept(sitting):
    assert len(list(AttendancePart)) == 6
    for chosen in product((True, False), repeat=6):
        parts = tuple(part for part, is_on in zip(AttendancePart, chosen, strict=True) if is_on)
        sitting.do("attendance.show", shown=[part.value for part in reversed(parts)], place="A house by the sea")
        assert sitting.one(AttendanceShown) == AttendanceShown("s01", parts, "A house by the sea")
    assert sitting.do("attendance.show", shown=["dates"]).place == "A house by the sea"


CANARIES = {"names": "Person 5", "countries": "Brennmark", "venue": "A house by the sea", "dates": "2026-05-04",
            "chairs": "Ana Chair"}  # fmt: skip


def test_each_of_sixty_four_choices_tells_what_is_on_and_nothing_else(sitting):
    sitting.do("session.change", session="s01", starts="2026-05-04T09:00:00+02:00")
    sitting.do("person.add", display_name="Ana Chair", role="chair", id="chair")
    sitting.do("person.change", person="p05", country="Brennmark")
    for person in ("p05", "p01", "chair"):
        sitting.do("attendance.set", person=person)
    for chosen in product((True, False), repeat=6):
        on = {part.value for part, is_on in zip(AttendancePart, chosen, strict=True) if is_on}
        sitting.do("attendance.show", shown=sorted(on), place="A house by the sea")
        told = sitting.desk.read(lambda work: attendance_told(work, "s01"))
        assert (told.number == 3) is ("number" in on)
        seen = {name for name, canary in CANARIES.items() if canary in repr(told)}
        assert seen - {"chairs"} == on & {"names", "countries", "venue", "dates"}
        assert ("chairs" in seen) is bool({"names", "chairs"} & on)
        assert "Person 3" not in repr(told)
