"""The series, its meetings and sessions: made, opened, adjourned."""

import pytest

from t2desk.domain.agenda import ItemClock
from t2desk.domain.desk_errors import (
    AlreadyThere,
    EmptyText,
    NoOpenSession,
    NotThere,
    SessionAlreadyOpen,
    SessionIsSettled,
    UnfitCharacter,
)
from t2desk.domain.floor import QueueEntry, Turn
from t2desk.domain.notes import Note
from t2desk.domain.operation_errors import WrongKind
from t2desk.domain.points import Point
from t2desk.domain.series import THE_SERIES, Meeting, Series, Session, SessionState
from t2desk.domain.sources import Trace


def test_series_is_one_whatever_its_title(room):
    room.do("series.rename", title="Water")
    room.do("series.rename", title="Earth", language="fr")
    assert room.all(Series) == (Series(THE_SERIES, "Earth", "fr"),)


def test_meetings_are_numbered_and_named(room):
    first, second = room.do("meeting.add", title="Geneva"), room.do("meeting.add", title="Amman", id="amman")
    assert (first.id, first.number, second.id, second.number) == ("m01", 1, "amman", 2)


@pytest.mark.parametrize("name", ["meeting.add", "session.add"])
def test_an_id_is_refused_when_taken_or_malformed(room, name):
    room.do("series.rename", title="Water")
    room.do(name, title="One", id="same")
    with pytest.raises(AlreadyThere):
        room.do(name, title="Two", id="same")
    for bad in ("", "a b", "a/b", "x" * 41, "a\n"):
        with pytest.raises(WrongKind):
            room.do(name, title="Two", id=bad)


def test_a_session_is_planned_in_the_last_meeting(room):
    room.do("meeting.add", title="One")
    room.do("meeting.add", title="Two")
    session = room.do("session.add", title="Morning", starts="2026-05-04T09:00:00+02:00")
    assert (session.meeting, session.state, session.rule) == ("m02", SessionState.PLANNED, "chatham_house")


def test_a_session_makes_its_meeting_when_there_is_none(room):
    room.do("series.rename", title="Water")
    room.do("session.open", title="Morning")
    assert room.one(Meeting).title == "Water"


def test_a_session_is_refused_in_a_meeting_that_is_not_there(room):
    room.do("series.rename", title="Water")
    with pytest.raises(NotThere):
        room.do("session.add", title="Morning", meeting="m77")


@pytest.mark.parametrize("starts", ["tomorrow", "2026-05-04T09:00:00", "09:00", "2026-05-04"])
def test_a_session_is_refused_when_its_start_is_no_time_with_an_offset(room, starts):
    room.do("series.rename", title="Water")
    with pytest.raises(WrongKind):
        room.do("session.add", title="Morning", starts=starts)
    assert room.all(Session) == ()


def test_opening_takes_the_planned_session_of_that_title(room):
    room.do("series.rename", title="Water")
    room.do("session.add", title="")
    planned = room.do("session.add", title="Evening")
    opened = room.do("session.open", title=" Evening ")
    assert (opened.id, opened.state) == (planned.id, SessionState.OPEN)


def test_opening_gives_an_untitled_session_its_title(room):
    room.do("series.rename", title="Water")
    planned = room.do("session.add", title="")
    opened = room.do("session.open", title="Morning")
    assert (opened.id, opened.title) == (planned.id, "Morning")


def test_opening_refuses_an_unfit_title_for_an_untitled_session(room):
    room.do("series.rename", title="Water")
    room.do("session.add", title="")
    with pytest.raises(UnfitCharacter):
        room.do("session.open", title="Mor\u202ening")


def test_opening_makes_a_session_when_none_fits(room):
    room.do("series.rename", title="Water")
    room.do("session.add", title="Evening")
    assert room.do("session.open", title="Morning").number == 2


def test_opening_is_refused_while_another_is_open(sitting):
    with pytest.raises(SessionAlreadyOpen):
        sitting.do("session.open", title="Another")


def test_opening_is_refused_without_a_title_when_nothing_is_planned(room):
    room.do("series.rename", title="Water")
    with pytest.raises(EmptyText):
        room.do("session.open")


def test_opening_an_adjourned_session_goes_on_with_it(sitting):
    sitting.acts("session.adjourn", ("session.open", {"session": "s01"}))
    assert sitting.one(Session).state is SessionState.OPEN


def test_opening_a_settled_session_is_refused(sitting):
    sitting.do("session.close")
    with pytest.raises(SessionIsSettled):
        sitting.do("session.open", session="s01")


def test_adjourning_keeps_everything_and_stops_what_runs(furnished):
    kept = {kind: len(furnished.all(kind)) for kind in (Turn, Note, Point, Trace)}
    furnished.clock.forward(60)
    furnished.do("session.adjourn")
    assert {kind: len(furnished.all(kind)) for kind in kept} == kept
    assert furnished.all(Turn, seconds=None) == ()
    assert furnished.all(ItemClock) == furnished.all(QueueEntry) == ()
    assert sum(turn.seconds for turn in furnished.all(Turn)) == 110.0


@pytest.mark.parametrize("name", ["session.adjourn", "off_record.begin", "off_record.end", "session.close"])
def test_acts_of_the_room_are_refused_without_a_session(room, name):
    with pytest.raises(NoOpenSession):
        room.do(name)
