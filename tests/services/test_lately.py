"""Words of the last seconds are forgotten after a restart too, whatever kind of row they went into."""

import contextlib
import random

import pytest

from t2desk.domain.agenda import ItemPlan
from t2desk.domain.clearing import Consent
from t2desk.domain.errors import Refused
from t2desk.domain.lately import LONGEST_FORGOTTEN, Lately
from t2desk.domain.notes import Note
from t2desk.domain.points import Point, PointState, Wording
from t2desk.domain.sections import DraftSection, NextStep
from t2desk.domain.word_families import puts_into_words
from tests.services.acts import ACTS, day_after
from tests.services.desks import id_of

# Two notes that become one have no words that were not there before.
SAID = [act for act in ACTS if puts_into_words(act.name) and act.name != "note.merge"]
# What belongs to the account itself, to the log, or says only when.
ASIDE = {"lately", "log", "drafts", "traces"}
# A round that was closed stays closed, a single text stays where it was, an item is talk: no words that were said.
STATES = {"closed", "withdrawn", "final", "accepted", "revealed", "talk"}


def cells(room):
    """Return every text of every row that words may stand in."""
    return {
        cell for name, rows in room.image().items() if name not in ASIDE for row in rows for cell in row
        if isinstance(cell, str)
    }  # fmt: skip


def restart(room):
    """Close the program and start it again: it remembers nothing that it could take back."""
    room.reopen()
    assert room.desk.history.last_done() is None


@pytest.mark.parametrize("act", SAID, ids=lambda act: f"{act.name}-{SAID.index(act)}")
def test_nothing_that_an_act_wrote_is_left(furnished, act):
    act.prepare(furnished)
    furnished.clock.forward(LONGEST_FORGOTTEN)
    furnished.clock.forward(5)
    before = cells(furnished)
    act.perform(furnished)
    written = cells(furnished) - before
    restart(furnished)
    furnished.do("off_record.forget", seconds=30)
    assert (cells(furnished) & written) - STATES == set()
    furnished.verify()


def test_a_planted_word_that_is_not_accounted_for_is_found(furnished, monkeypatch):
    """The look itself is not blind: without the account, a wording stays."""
    monkeypatch.setattr("t2desk.services.desk.keep_account", lambda work, operation: None)
    furnished.clock.forward(60)
    furnished.do("point.word", point=id_of(furnished.point), text="planted-quicksilver")
    restart(furnished)
    furnished.do("off_record.forget", seconds=30)
    assert "planted-quicksilver" in cells(furnished)


def test_a_point_goes_back_to_the_wording_and_the_state_that_it_had(furnished):
    point = id_of(furnished.point)
    furnished.do("point.move", point=point, state="drafted")
    furnished.clock.forward(120)
    furnished.do("point.word", point=point, text="In other words")
    for state in ("tested", "agreed"):
        furnished.do("point.move", point=point, state=state)
    restart(furnished)
    furnished.do("off_record.forget", seconds=60)
    back = furnished.one(Point)
    assert (back.state, back.current) == (PointState.DRAFTED, furnished.point.current)
    assert len(furnished.all(Wording)) == 1


def test_a_point_reopened_lately_is_not_agreed_to_again(furnished):
    point = id_of(furnished.point)
    for state in ("drafted", "tested", "agreed"):
        furnished.do("point.move", point=point, state=state)
        furnished.clock.forward(1)
    furnished.clock.forward(120)
    furnished.acts(("point.move", {"point": point, "state": "reopened"}))
    restart(furnished)
    furnished.do("off_record.forget", seconds=60)
    assert furnished.one(Point).state is PointState.REOPENED


def test_what_was_only_put_otherwise_loses_those_words(furnished):
    furnished.acts(
        ("item.conclude", {"item": "i01", "text": "Long ago"}),
        ("consent.give", {"note": id_of(furnished.note), "edition": "record", "how": "Long ago"}),
    )  # fmt: skip
    furnished.clock.forward(120)
    furnished.acts(
        ("note.reword", {"note": id_of(furnished.note), "neutral": "just now"}),
        ("item.conclude", {"item": "i01", "text": "just now"}),
        ("section.write", {"text": "just now", "kind": "context"}),
        ("step.change", {"step": id_of(furnished.step), "what": "just now"}),
        ("consent.give", {"note": id_of(furnished.note), "edition": "record", "how": "Yes"}),
    )  # fmt: skip
    restart(furnished)
    furnished.do("off_record.forget", seconds=60)
    note = furnished.one(Note)
    assert (note.own_words, note.neutral_wording) == ("The well is dry", "")
    assert [plan.conclusion for plan in furnished.all(ItemPlan)] == [""]
    assert furnished.all(DraftSection) == ()
    assert [(step.what, step.place) for step in furnished.all(NextStep)] == [("Share the count", 1)]
    assert furnished.one(Consent).withdrawn
    assert "just now" not in repr(furnished.image())


def test_what_was_withdrawn_of_words_that_stay_is_withdrawn_after_a_restart_too(furnished):
    furnished.clock.forward(120)
    note = id_of(furnished.note)
    furnished.acts(
        ("consent.give", {"note": note, "edition": "record", "how": "Yes"}),
        ("consent.withdraw", {"note": note, "edition": "record"}),
    )
    restart(furnished)
    furnished.do("off_record.forget", seconds=60)
    assert furnished.one(Consent).withdrawn


def test_neutral_words_go_with_a_note_that_took_them_in(furnished):
    other = furnished.do("note.add", text="Old")
    furnished.clock.forward(120)
    furnished.do("note.reword", note=id_of(other), neutral="just now")
    furnished.do("note.merge", note=id_of(furnished.note), other=id_of(other))
    restart(furnished)
    furnished.do("off_record.forget", seconds=60)
    assert "just now" not in repr(furnished.image())
    assert furnished.one(Note).own_words == "The well is dry\nOld"


def test_what_lies_longer_back_stays(furnished):
    before = furnished.image()
    furnished.clock.forward(31)
    restart(furnished)
    furnished.do("off_record.forget", seconds=30)
    kept = {name: rows for name, rows in furnished.image().items() if name not in {"drafts", "log"}}
    assert kept == {name: rows for name, rows in before.items() if name in kept}


def test_the_account_is_short_and_goes_with_settling(furnished):
    furnished.clock.forward(LONGEST_FORGOTTEN + 1)
    furnished.do("point.word", point=id_of(furnished.point), text="Anew")
    assert {one.table for one in furnished.all(Lately)} == {"points", "wordings"}
    furnished.do("session.close")
    assert furnished.all(Lately) == ()
    furnished.do("point.word", point=id_of(furnished.point), text="After settling")
    assert furnished.all(Lately) == ()


def run(room, seed):
    """Say things at random, with an undo now and then; start again; forget; look for them."""
    chance = random.Random(seed)
    for _ in range(chance.randrange(5, 25)):
        act = chance.choice([one for one in SAID if day_after not in one.first])
        with contextlib.suppress(Refused, StopIteration, ValueError):  # what is refused was not said
            act.prepare(room)
            act.perform(room)
        if chance.random() < 0.2:
            room.desk.undo()
    restart(room)
    room.do("off_record.forget", seconds=LONGEST_FORGOTTEN)
    room.verify()


@pytest.mark.parametrize("seed", range(6))
def test_whatever_was_said_the_rows_still_fit_each_other(furnished, seed):
    furnished.clock.forward(LONGEST_FORGOTTEN + 5)
    points, wordings = furnished.all(Point), furnished.all(Wording)
    run(furnished, seed)
    assert {one.key for one in furnished.all(Point)} == {one.key for one in points}
    assert furnished.all(Wording) == wordings
