"""Consent and clearance by keys: per text and edition, never whose; rounds; copies with the alarm; who is named."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from t2desk.domain.clearing import ClearanceAnswer, ClearanceRound, Consent, RoundState
from t2desk.domain.ground import Handout
from t2desk.domain.keys import key_to_text
from t2desk.domain.notes import Note
from t2desk.domain.points import Point, PointState
from t2desk.domain.scopes import TakenUnder
from t2desk.services.operations import RELEASED
from t2desk.services.registry import Operation
from t2desk.services.releases import add_release


@pytest.fixture
def consent(after):
    """The part, at the first point."""
    after.press("Ctrl+5")
    return after


def tab(window, name):
    window.focus(f"consent-{name}")
    window.space()


def press(window, name):
    window.focus(name)
    window.space()


def write(window, name, text):
    window.focus(name).selectAll()
    window.type(text)


def choose(window, name, value):
    box = window.focus(name)
    QTest.keyClick(box, Qt.Key.Key_Home)
    while box.currentData() != value:
        before = box.currentIndex()
        QTest.keyClick(box, Qt.Key.Key_Down)
        assert box.currentIndex() > before, value


def rows(window, name):
    model = window.find(name).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def chosen_point(window):
    """Return the point whose text is chosen."""
    key = window.find("consentList").current().point
    return next(one for one in window.all(Point) if key_to_text(one.key) == key)


def agree(window):
    """Let the chosen point be agreed to."""
    point = chosen_point(window)
    way = {PointState.CAPTURED: ("drafted", "tested", "agreed")}
    for state in way.get(point.state, ()):
        window.window._bridge.write("point.move", {"point": key_to_text(point.key), "state": state})
    return point


def test_consent_is_noted_with_edition_day_and_how_and_never_whose(consent):
    assert consent.focused == "consentList"
    write(consent, "consentHow", "At the table")
    press(consent, "consentGive")
    (given,) = consent.all(Consent)
    assert (given.edition, given.how, given.wording) == ("report", "At the table", chosen_point(consent).current)
    lines = [one.text() for one in consent.find("consentLines").findChildren(QLabel) if not one.isHidden()]
    assert any("Report" in line and given.day in line and "At the table" in line for line in lines)
    assert rows(consent, "consentList")[0].endswith("consent: Report")
    assert consent.find("consentHow").text() == ""


def test_a_consent_without_how_is_refused_in_place(consent):
    press(consent, "consentGive")
    assert consent.all(Consent) == ()
    assert consent.find("consentError").isVisible()


def test_withdrawing_says_in_which_releases_it_is(consent):
    wording = chosen_point(consent).current
    released = Operation(RELEASED, add_release, undoable=False)
    consent.desk.write(released, lambda work: add_release(work, "report", ".pdf", "s01", "", "00" * 32, (wording,)))
    assert not consent.find("consentLeft").isVisible()
    press(consent, "consentWithdrawAll")
    (gone,) = consent.all(Consent)
    assert (gone.edition, gone.withdrawn) == ("", True)
    assert "1 (Report)" in consent.find("consentLeft").text()


def test_a_note_is_put_under_a_stricter_rule_by_itself(consent):
    choose(consent, "consentGroup", "notes")
    assert len(rows(consent, "consentList")) == len(consent.all(Note))
    choose(consent, "consentPreset", "off_the_record")
    press(consent, "consentTighten")
    assert [one.presets for one in consent.all(TakenUnder)] == [("off_the_record",)]
    assert "Off the record" in consent.find("consentStricter").text()
    choose(consent, "consentPreset", "on_the_record")
    press(consent, "consentTighten")
    assert consent.find("consentError").isVisible()


def test_a_round_is_opened_answered_by_letters_and_closed(consent):
    point = agree(consent)
    tab(consent, "clearance")
    assert consent.find("clearanceNone").isVisible()
    write(consent, "clearanceUntil", "soon")
    press(consent, "clearanceOpen")
    assert consent.find("clearanceError").isVisible()
    write(consent, "clearanceUntil", "2099-01-31")
    consent.press("Return")
    (opened,) = consent.all(ClearanceRound)
    assert (opened.edition, opened.silence_assents, opened.state) == ("report", False, RoundState.OPEN)
    answers = len(rows(consent, "clearanceList"))
    assert answers >= 2
    press(consent, "clearanceClose")
    assert "wait" in consent.find("clearanceError").text() or consent.find("clearanceError").isVisible()
    consent.focus("clearanceList")
    for _ in range(answers):
        consent.press("A")
    assert {one.answer.value for one in consent.all(ClearanceAnswer)} == {"accept"}
    press(consent, "clearanceClose")
    assert consent.all(ClearanceRound)[0].state is RoundState.CLOSED
    assert next(one for one in consent.all(Point) if one.key == point.key).state is PointState.CLEARED
    assert "no answer is kept" in rows(consent, "clearanceList")[0]


def test_a_comment_goes_with_an_answer(consent):
    agree(consent)
    tab(consent, "clearance")
    press(consent, "clearanceSilence")
    write(consent, "clearanceUntil", "2099-01-31")
    press(consent, "clearanceOpen")
    assert consent.all(ClearanceRound)[0].silence_assents
    write(consent, "clearanceComment", "Until June")
    consent.focus("clearanceList")
    consent.press("C")
    (said,) = consent.all(ClearanceAnswer)
    assert (said.answer.value, said.comment) == ("comment", "Until June")
    assert "Until June" in rows(consent, "clearanceList")[0]


def test_copies_given_to_one_side_raise_the_alarm_until_all_have_one(consent):
    tab(consent, "copies")
    assert not consent.find("copiesAlarm").isVisible()
    side = consent.all(Point) and next(
        one.objectName() for one in consent.window.findChildren(QWidget) if one.objectName().startswith("copiesTo-")
    )
    press(consent, side)
    assert consent.find("copiesAlarm").isVisible()
    assert rows(consent, "consentList")[0].endswith("not every side holds the same version")
    press(consent, "copiesToAll")
    assert not consent.find("copiesAlarm").isVisible()
    write(consent, "copiesLabel", "The chair")
    consent.press("Return")
    assert {one.recipient for one in consent.all(Handout) if one.party is None} == {"The chair"}
    held = [one for one in consent.all(Handout) if one.recipient == "The chair"]
    press(consent, f"copyBack-{key_to_text(held[0].key)}")
    assert [one.returned for one in consent.all(Handout) if one.recipient == "The chair"] == [True]


def test_who_is_named_stands_by_itself(consent):
    consent.window._bridge.write("credit.ask", {"person": "p01", "edition": "report", "session": "s01"})
    tab(consent, "named")
    shown = " ".join(one.text() for one in consent.find("namedTab").findChildren(QLabel) if not one.isHidden())
    assert "Zoran Vukelić" in shown
    points = [row.text for row in consent.find("consentPart")._page.texts]
    assert not any(text in shown for text in points)


def test_a_session_without_texts_says_what_comes_here(after):
    after.do("session.open", title="Second")
    after.go("after")
    box = after.find("afterSession")
    QTest.keyClick(box, Qt.Key.Key_Down)
    after.press("Ctrl+5")
    assert not after.find("consentList").isVisible()
    assert after.find("consentGroup").isVisible()
