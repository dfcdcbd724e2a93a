"""The rule in force: set in the room, and every rule under which something was taken in is remembered."""

import pytest

from t2desk.domain.desk_errors import NoOpenSession, RuleTakesNothing, SessionIsSettled, UnknownWord
from t2desk.domain.notes import Note
from t2desk.domain.rules import PRESETS, Recording
from t2desk.domain.series import Session

CAPTURES = [
    ("note.add", {"text": "a line"}),
    ("point.propose", {"text": "a point"}),
    ("turn.start", {"person": "p01"}),
    ("attendance.set", {"person": "p01"}),
    ("section.write", {"text": "prose"}),
    ("step.add", {"what": "a step"}),
]


@pytest.mark.parametrize("preset", sorted(PRESETS))
def test_every_preset_can_be_set(sitting, preset):
    assert sitting.do("rule.set", preset=preset).rule == preset


def test_a_rule_set_before_anything_was_taken_in_is_the_only_one_held(sitting):
    sitting.do("rule.set", preset="on_the_record")
    assert sitting.one(Session).rules_held == ("on_the_record",)


@pytest.mark.parametrize("capture", CAPTURES, ids=lambda capture: capture[0])
def test_a_rule_under_which_something_was_taken_in_stays_held(sitting, capture):
    sitting.acts(capture, ("rule.set", {"preset": "on_the_record"}))
    assert sitting.one(Session).rules_held == ("chatham_house", "on_the_record")


def test_rules_are_held_once_each(sitting):
    sitting.do("note.add", text="a line")
    for preset in ("background", "chatham_house", "background"):
        sitting.do("rule.set", preset=preset)
    assert sitting.one(Session).rules_held == ("background", "chatham_house")


def test_an_unknown_rule_is_refused_with_those_there_are(sitting):
    with pytest.raises(UnknownWord) as refusal:
        sitting.do("rule.set", preset="gossip")
    assert "chatham_house" in str(refusal.value.details["words"])


def test_a_rule_is_refused_without_a_session(room):
    with pytest.raises(NoOpenSession):
        room.do("rule.set", preset="background")


def test_a_note_bears_the_rule_under_which_it_was_taken_in(sitting):
    sitting.do("note.add", text="one")
    sitting.acts(("rule.set", {"preset": "background"}), ("note.add", {"text": "two"}))
    assert {note.own_words: note.rule for note in sitting.all(Note)} == {"one": "chatham_house", "two": "background"}


@pytest.mark.parametrize("preset", [name for name in PRESETS if PRESETS[name].rule.recording is Recording.NONE])
@pytest.mark.parametrize("name", ["note.add", "point.propose"])
def test_nothing_is_written_down_under_a_rule_that_takes_nothing(sitting, preset, name):
    sitting.do("rule.set", preset=preset)
    with pytest.raises(RuleTakesNothing):
        sitting.do(name, text="a line")


def test_a_planned_session_is_given_its_rule_and_nothing_is_traced(sitting):
    sitting.do("session.add", title="Next")
    sitting.do("rule.set", preset="background", session="s02")
    assert sitting.one(Session, id="s02").rules_held == ("background",)
    assert sitting.one(Session, id="s01").rule == "chatham_house"
    assert sitting.query("SELECT count(*) FROM traces WHERE session = 's02'") == [(0,)]


def test_a_settled_session_keeps_its_rule(sitting):
    sitting.do("session.close")
    with pytest.raises(SessionIsSettled):
        sitting.do("rule.set", preset="background", session="s01")
