"""Forgetting the last seconds: words go, the floor goes on, and what came before can still be undone."""

import pytest

from t2desk.domain.clearing import Consent
from t2desk.domain.desk_errors import NothingToRedo, OutOfRange
from t2desk.domain.floor import Turn
from t2desk.domain.keys import key_to_text
from t2desk.domain.notes import Note
from t2desk.domain.points import Point, PointState, Wording
from t2desk.domain.scopes import TakenUnder
from t2desk.domain.sections import Draft
from t2desk.domain.support import Poll, PollState, Stance
from t2desk.services.sources import gaps_of
from tests.services.desks import id_of


def words(room):
    return sorted(note.own_words for note in room.all(Note))


def forget(room, seconds=30):
    room.do("off_record.forget", seconds=seconds)


def test_notes_of_the_last_seconds_go_and_earlier_ones_stay(sitting):
    sitting.do("note.add", text="before")
    sitting.clock.forward(31)
    sitting.do("note.add", text="lately")
    sitting.do("draft.save", id="capture", text="half a")
    forget(sitting)
    assert (words(sitting), sitting.all(Draft)) == (["before"], ())
    sitting.desk.undo()
    assert words(sitting) == []
    sitting.verify()


def test_the_floor_goes_on(sitting):
    sitting.do("turn.start", person="p01")
    sitting.clock.forward(5)
    sitting.do("note.add", text="lately")
    sitting.do("turn.start", person="p02")
    sitting.clock.forward(5)
    forget(sitting)
    assert words(sitting) == []
    assert {(turn.person, turn.seconds) for turn in sitting.all(Turn)} == {("p01", 5.0), ("p02", None)}
    sitting.desk.undo()
    assert {(turn.person, turn.seconds) for turn in sitting.all(Turn)} == {("p01", None)}


def test_what_was_done_to_an_older_point_is_undone(sitting, point):
    sitting.clock.forward(60)
    sitting.do("point.word", point=id_of(point), text="Words to forget")
    sitting.do("point.move", point=id_of(point), state="drafted")
    sitting.do("point.concern", point=id_of(point), text="Also to forget")
    forget(sitting)
    assert (sitting.one(Point).state, sitting.one(Point).current) == (PointState.CAPTURED, point.current)
    assert len(sitting.all(Wording)) == 1
    assert "forget" not in repr(sitting.image())


def test_what_was_removed_or_tightened_by_hand_is_not_brought_back(sitting):
    gone, strict = (sitting.do("note.add", text=text) for text in ("gone", "strict"))
    sitting.clock.forward(60)
    sitting.do("note.remove", note=id_of(gone))
    sitting.do("note.tighten", note=id_of(strict), preset="off_the_record")
    forget(sitting)
    assert words(sitting) == ["strict"]
    assert sitting.one(TakenUnder).presets == ("off_the_record",)


def test_a_consent_withdrawn_lately_stays_withdrawn(sitting, point):
    of = {"wording": key_to_text(point.current)}
    sitting.do("consent.give", **of, edition="report", how="By letter")
    sitting.clock.forward(60)
    sitting.do("consent.withdraw", **of, edition="report")
    forget(sitting)
    assert sitting.one(Consent).withdrawn


def test_a_consent_given_and_withdrawn_lately_stays_withdrawn(sitting, point):
    of = {"wording": key_to_text(point.current)}
    sitting.clock.forward(60)
    sitting.do("consent.give", **of, edition="report", how="By letter")
    sitting.do("consent.withdraw", **of, edition="report")
    sitting.do("consent.give", **of, edition="report", how="Or not")
    forget(sitting)
    assert sitting.one(Consent).withdrawn


def test_what_was_withdrawn_of_words_that_go_goes_with_them(sitting):
    note = sitting.do("note.add", text="lately")
    sitting.do("consent.withdraw", note=id_of(note))
    forget(sitting)
    assert (sitting.all(Note), sitting.all(Consent)) == ((), ())
    sitting.verify()


def test_a_poll_withdrawn_lately_does_not_open_again(sitting, point):
    poll = sitting.do("poll.open", point=id_of(point), scale="three")
    sitting.do("poll.stance", poll=id_of(poll), step=1, party="party01")
    sitting.clock.forward(60)
    sitting.do("poll.stance", poll=id_of(poll), step=2, party="party01")
    sitting.do("poll.withdraw", poll=id_of(poll))
    forget(sitting)
    assert (sitting.one(Poll).state, sitting.all(Stance)) == (PollState.WITHDRAWN, ())


def test_a_conclusion_written_lately_goes(sitting):
    sitting.do("item.conclude", item="i01", text="Words to forget")
    forget(sitting)
    assert "forget" not in repr(sitting.image())
    with pytest.raises(NothingToRedo):
        sitting.desk.redo()


def test_what_was_put_together_or_split_lately_is_as_it_was(sitting):
    one, other, third = (sitting.do("note.add", text=text) for text in ("one", "other", "third half"))
    sitting.clock.forward(60)
    sitting.do("note.merge", note=id_of(one), other=id_of(other))
    sitting.do("note.split", note=id_of(third), at=5)
    forget(sitting)
    assert words(sitting) == ["one", "other", "third half"]


def test_words_added_and_split_lately_are_gone_in_every_part(sitting):
    note = sitting.do("note.add", text="one two")
    sitting.do("note.split", note=id_of(note), at=3)
    forget(sitting)
    assert words(sitting) == []


def test_what_was_undone_lately_is_not_done_again(sitting):
    sitting.do("note.add", text="lately")
    sitting.desk.undo()
    forget(sitting)
    with pytest.raises(NothingToRedo):
        sitting.desk.redo()


def test_notes_are_found_by_their_time_when_the_program_was_started_again(sitting):
    sitting.do("note.add", text="before")
    sitting.clock.forward(60)
    sitting.do("note.add", text="lately")
    sitting.reopen()
    forget(sitting)
    assert words(sitting) == ["before"]


@pytest.mark.parametrize("seconds", [0, -1, 601])
def test_a_length_that_nobody_means_is_refused(sitting, seconds):
    with pytest.raises(OutOfRange):
        forget(sitting, seconds)


def test_off_the_record_too_it_can_be_forgotten(sitting):
    sitting.do("note.add", text="lately")
    sitting.do("off_record.begin")
    forget(sitting)
    assert words(sitting) == []


def test_the_gap_is_told_and_nobody_is_named(sitting):
    start = sitting.clock.moment
    sitting.do("off_record.begin")
    sitting.clock.forward(90)
    sitting.do("off_record.end")
    sitting.clock.forward(10)
    sitting.do("off_record.begin")
    (first, second) = sitting.desk.read(lambda work: gaps_of(work, "s01"))
    assert (first[0], first[0].seconds_until(first[1]), second[1]) == (start, 90.0, None)
    off = [row for row in sitting.query("SELECT * FROM traces WHERE subject = 'off_record'") if "p0" in repr(row)]
    assert off == []
    sitting.acts("off_record.end", "session.close")
    assert sitting.desk.read(lambda work: gaps_of(work, "s01")) == ()
