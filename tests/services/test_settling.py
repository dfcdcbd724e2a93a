"""Settling: for every preset and mix of presets, exactly what the strictest of them keeps is left."""

from itertools import combinations

import pytest

from t2desk.domain.agenda import AgendaItem, ItemClock, ItemState
from t2desk.domain.attendance import Attendance, Presence
from t2desk.domain.desk_errors import NoOpenSession, NothingToUndo, NotThere, SessionIsSettled
from t2desk.domain.floor import FloorTotal, QueueEntry, Turn
from t2desk.domain.notes import Note
from t2desk.domain.points import Point, PointConcern, Wording
from t2desk.domain.rules import PRESETS, FloorKept, Recording, strictest
from t2desk.domain.sections import Draft, DraftSection, NextStep
from t2desk.domain.series import OffRecord, Session, SessionState
from t2desk.domain.sources import Source, Trace
from t2desk.domain.subjects import Subject
from tests.services.conftest import begin_sitting
from tests.services.desks import id_of

# Off the record last: nothing could be captured under it, and what was captured before must go all the same.
NAMES = sorted(PRESETS, key=lambda name: name == "off_the_record")
MIXES = [(name,) for name in NAMES] + list(combinations(NAMES, 2)) + [
    ("on_the_record", "background", "chatham_house"),
    ("background", "not_for_attribution", "off_the_record"),
    ("on_the_record", "deep_background", "joint_text_only"),
    tuple(NAMES),
]  # fmt: skip


def play(room, mix):
    """Hold a session of six speakers under one preset after the other; everybody says a note in each part."""
    for preset in mix:
        room.do("rule.set", preset=preset)
        takes_notes = PRESETS[preset].rule.recording is not Recording.NONE
        for number in range(1, 7):
            person = f"p{number:02d}"
            room.do("attendance.set", person=person)
            room.do("turn.start", person=person)
            if number == 6:
                room.do("attendance.set", person=person, presence="left")
            room.clock.forward(31.4)
            if takes_notes:
                room.do("note.add", text=f"said by {number} under {preset}", said_by=person)
        if takes_notes:
            point = room.do("point.propose", text=f"agreed under {preset}", said_by="p01")
            room.do("point.concern", point=id_of(point), text="not in summer")
    room.do("queue.add", person="p01")
    room.do("section.write", text="They met.")
    room.do("step.add", what="Meet again")
    room.do("draft.save", id="capture", text="half a li")


@pytest.fixture
def open_room(sealing_room):
    return begin_sitting(sealing_room)


@pytest.mark.parametrize("mix", MIXES, ids="+".join)
def test_exactly_what_the_rules_keep_is_left(open_room, mix):
    room = open_room
    play(room, mix)
    rule, kept = strictest(mix)
    before = {kind: room.all(kind) for kind in (Turn, Note, Point, Wording, PointConcern, DraftSection, NextStep)}
    traces = room.all(Trace)
    assert room.one(Session).rules_held == tuple(sorted(mix))
    if len(mix) % 2:
        # Adjourned first or closed at once: what is left is the same.
        room.do("session.adjourn")
    room.do("session.close")

    session = room.one(Session)
    assert (session.state, session.rules_held) == (SessionState.SETTLED, tuple(sorted(mix)))
    for kind in (Draft, QueueEntry, ItemClock, OffRecord):
        assert room.all(kind) == ()
    for kind in (Point, Wording, PointConcern, DraftSection, NextStep):
        assert room.all(kind) == before[kind]
    assert room.all(Note) == (before[Note] if kept.notes else ())
    assert len(room.all(Attendance)) == (6 if kept.attendance else 0)
    assert (set(traces) <= set(room.all(Trace))) is kept.traces or not traces
    assert bool(room.all(Trace)) is kept.traces
    check_floor(room, kept.floor, len(before[Turn]))
    check_sources(room, rule.recording)
    assert room.query("SELECT number, operation, salt, commitment FROM log WHERE segment = 's01'") == [
        (1, "session.close", b"", b"")
    ]
    with pytest.raises(NothingToUndo):
        room.desk.undo()
    room.verify()


def check_floor(room, floor, turns):
    totals = room.all(FloorTotal)
    whole_minutes = [item.seconds % 60 == 0 for item in room.all(AgendaItem)]
    if floor is FloorKept.TURNS:
        assert len(room.all(Turn)) == turns
        assert totals == ()
        assert not all(whole_minutes)
        return
    assert room.all(Turn) == ()
    assert all(whole_minutes)
    assert sum(total.turns for total in totals) == (0 if floor is FloorKept.NOTHING else turns)
    named = {total.person for total in totals} - {None}
    sides = {total.party for total in totals} - {None}
    assert len(named) == (6 if floor is FloorKept.TOTALS_BY_PERSON else 0)
    assert len(sides) == (2 if floor is FloorKept.TOTALS_BY_PARTY else 0)


def test_the_total_of_a_party_of_one_is_not_kept(room):
    """Under the rule that keeps not even who attended, it would say that this one person did, and how long."""
    room.do("series.rename", title="Water")
    for number in range(1, 5):
        room.do("person.add", display_name=f"Person {number}", party="Alone" if number == 1 else "North")
    room.do("session.open", title="First")
    room.do("rule.set", preset="chatham_house_no_attendance")
    for number in range(1, 5):
        room.do("turn.start", person=f"p{number:02d}")
        room.clock.forward(10 * number)
    room.do("session.close")
    assert [(total.party, total.turns, total.seconds) for total in room.all(FloorTotal)] == [(None, 4, 100)]


def check_sources(room, recording):
    sources = room.all(Source)
    standing = {note.key for note in room.all(Note)} | {point.key for point in room.all(Point)}
    assert {source.subject_key for source in sources} <= standing
    if recording < Recording.SEALED_SOURCE:
        assert sources == ()
    elif recording is Recording.SEALED_SOURCE:
        assert sources
        assert all(source.person is None and source.sealed for source in sources)
    else:
        assert len(sources) == 7
        assert all(source.person and not source.sealed for source in sources)


def test_a_clear_source_is_removed_when_it_cannot_be_sealed(sitting):
    play(sitting, ("on_the_record", "background"))
    assert sitting.all(Source)
    sitting.do("session.close")
    assert sitting.all(Source) == ()


def test_somebody_who_left_is_kept_as_attending_where_times_are_not_kept(open_room):
    play(open_room, ("chatham_house",))
    open_room.do("session.close")
    assert {row.presence for row in open_room.all(Attendance)} == {Presence.PRESENT}


def test_somebody_who_left_is_kept_as_having_left_on_the_record(open_room):
    play(open_room, ("on_the_record",))
    open_room.do("session.close")
    assert open_room.one(Attendance, presence=Presence.LEFT).person == "p06"


def test_closing_ends_what_runs_and_counts_it(sitting):
    for number in (1, 2, 3):
        sitting.do("turn.start", person=f"p{number:02d}")
        sitting.clock.forward(45)
    sitting.do("session.close")
    assert {total.person: total.seconds for total in sitting.all(FloorTotal)} == {"p01": 45, "p02": 45, "p03": 45}
    assert sitting.one(AgendaItem, id="i01").state is ItemState.DONE
    assert sitting.one(AgendaItem, id="i01").seconds == 120.0


def test_closing_off_the_record_ends_that_too(furnished):
    furnished.acts("off_record.begin", "session.close")
    assert furnished.all(OffRecord) == ()


def test_closing_leaves_other_sessions_as_they_are(furnished):
    furnished.acts("session.adjourn", ("session.open", {"title": "Second"}))
    furnished.do("note.add", text="of the second")
    kept = furnished.all(Trace, session="s01"), furnished.all(Note, session="s01"), furnished.all(Turn, session="s01")
    log = furnished.query("SELECT * FROM log WHERE segment = 's01'")
    furnished.do("session.close")
    assert furnished.one(Session, state=SessionState.SETTLED).id == "s02"
    assert (
        furnished.all(Trace, session="s01"), furnished.all(Note, session="s01"), furnished.all(Turn, session="s01"),
    ) == kept  # fmt: skip
    assert furnished.query("SELECT * FROM log WHERE segment = 's01'") == log
    assert furnished.all(Trace, session="s02") == ()


def test_closing_takes_the_open_session_then_the_last_adjourned(sitting):
    sitting.acts("session.adjourn", ("session.open", {"title": "Second"}), "session.adjourn")
    assert [sitting.do("session.close").id, sitting.do("session.close").id] == ["s02", "s01"]
    with pytest.raises(NoOpenSession):
        sitting.do("session.close")


def test_closing_is_refused_when_settled_or_not_there(sitting):
    sitting.do("session.close")
    with pytest.raises(SessionIsSettled):
        sitting.do("session.close", session="s01")
    with pytest.raises(NotThere):
        sitting.do("session.close", session="s77")


def test_later_work_on_a_settled_point_leaves_no_trace(furnished):
    furnished.do("session.close")
    log = furnished.query("SELECT * FROM log WHERE segment = 's01'")
    furnished.do("point.move", point=id_of(furnished.point), state="read_back")
    furnished.do("point.word", point=id_of(furnished.point), text="The well belongs to both")
    furnished.do("section.write", text="Later.", session="s01")
    assert furnished.all(Trace) == ()
    assert furnished.query("SELECT * FROM log WHERE segment = 's01'") == log
    furnished.verify()


def test_subjects_of_traces_are_the_words_that_settling_knows():
    assert {subject.value for subject in Subject} == {
        "note", "point", "wording", "stance", "attendance", "off_record", "rule",
    }  # fmt: skip
