"""Closing in the window: told first, asked twice, done by keyboard alone."""

from PySide6.QtWidgets import QLabel

from t2desk.domain.floor import Turn
from t2desk.domain.series import SessionState


def lines(after, name):
    return [one.text() for one in after.find(name).findChildren(QLabel) if not one.isHidden()]


def test_closing_is_told_in_numbers_and_done_on_the_second_press(after):
    after.press("Ctrl+4")
    assert "turns: who spoke when, and in which order" in lines(after, "closeRemoved")
    assert "notes, in no order and without a time" in lines(after, "closeKept")
    assert after.focused == "closeSession"
    after.space()
    assert after.state("s01") is SessionState.ADJOURNED
    assert after.focused == "closeBack"
    after.press("Tab")
    after.space()
    assert after.state("s01") is SessionState.SETTLED
    assert after.all(Turn) == ()
    assert after.find("closeHead").text() == after.dossier.head_words()
    assert len(after.find("closeHead").text().split()) == 4


def test_not_yet_closes_nothing(after):
    after.press("Ctrl+4")
    after.space()
    after.space()
    assert after.state("s01") is SessionState.ADJOURNED
    assert after.find("closeSession").isVisible()


def test_an_open_session_is_adjourned_first(after):
    after.do("session.open", title="Second")
    after.go("after")
    after.find("afterSession").setFocus()
    after.press("Down")
    after.press("Ctrl+4")
    assert after.focused == "closeAdjourn"
    after.space()
    assert after.state("s02") is SessionState.ADJOURNED
    assert after.find("closeSession").isVisible()
