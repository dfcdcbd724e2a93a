"""People are found without their names where words fit only one of them, and not where words fit many."""

import pytest

from t2desk.domain.findings import Level
from t2desk.domain.people import RosterPerson
from t2desk.leakcheck.check import LeakCheck

ROSTER = (
    RosterPerson("a", "Ask Vik", party="Northern group", country="Norway", role="retired air marshal", gender="M"),
    RosterPerson("b", "Ina Roe", party="Northern group", country="Norway", role="hydrologist", gender="F"),
    RosterPerson("c", "Ola Moe", party="Northern group", country="Sweden", role="property lawyer", gender="M"),
    RosterPerson("d", "Leyla Karim", party="Southern group", country="Iraq", role="labour lawyer", gender="F"),
    RosterPerson("e", "Omar Karim", party="Southern group", country="Iraq", role="former finance minister", gender="M"),
    RosterPerson("f", "Samir Hadi", party="Southern group", country="Iraq", role="participant", gender="M"),
    RosterPerson("g", "Luz Paz", party="Observers", country="Kenya", role="retired judge", gender="F", present=False),
    RosterPerson("h", "Pia Oro", party="Observers", country="Kenya", role="retired judge", gender="F"),
)
CHECK = LeakCheck(ROSTER)


@pytest.mark.parametrize(
    ("text", "found", "person", "kind"),
    [
        ("The retired air marshal disliked it.", "retired air marshal", "a", "role"),
        ("An ex-finance minister knew.", "ex-finance minister", "e", "role"),
        ("Then the hydrologist spoke.", "hydrologist", "b", "role"),
        ("El juez jubilado habló.", "juez jubilado", "h", "role"),
        ("The only Swede in the room paid.", "only Swede", "c", "group"),
        ("The sole woman in the Southern group asked.", "sole woman in the Southern", "d", "group"),
        ("An Iraqi woman described it.", "Iraqi woman", "d", "group"),
        ("Our Swedish adviser explained it.", "Swedish adviser", "c", "group"),
    ],
)
def test_words_that_fit_one_person_block(text, found, person, kind):
    (finding,) = CHECK.findings(text)
    assert (finding.text, finding.person, finding.kind, finding.level) == (found, person, kind, Level.BLOCK)


@pytest.mark.parametrize(
    "text",
    [
        "A participant of the Southern group asked.",
        "An Iraqi participant asked.",
        "A lawyer agreed.",
        "Lawyers and judges were not consulted.",
        "Swedish timber and Iraqi oil were sold.",
        "The only ferry is out of service.",
        "The sole objection concerned the annex.",
        "A former minister, not in the room, denied it.",
        "Several women spoke.",
        "The air was cold and the property empty.",
        "In Iraq and Norway it rained.",
    ],
)
def test_words_that_fit_many_or_nobody_are_let_be(text):
    assert CHECK.findings(text) == ()


def test_a_part_of_an_occupation_asks_for_a_look():
    (finding,) = CHECK.findings("The marshal spoke.")
    assert (finding.person, finding.level) == ("a", Level.WARN)


@pytest.mark.parametrize(
    ("text", "people"), [("A Norwegian participant left.", {"a", "b"}), ("The lawyer agreed.", {"c", "d"})]
)
def test_words_that_fit_two_name_both_and_ask_for_a_look(text, people):
    assert {(one.person, one.level) for one in CHECK.findings(text)} == {(one, Level.WARN) for one in people}
