"""Sources and traces: who said it is kept only as the rule allows, and when only until settled."""

import pytest

from t2desk.domain.desk_errors import NotThere
from t2desk.domain.notes import Note
from t2desk.domain.rules import PRESETS, Recording
from t2desk.domain.sources import Source, Trace
from t2desk.domain.subjects import Subject
from t2desk.services.sources import speaker_of, times_of
from tests.services.conftest import begin_sitting
from tests.services.desks import id_of

WRITABLE = [name for name in PRESETS if PRESETS[name].rule.recording is not Recording.NONE]
ADDS = [("note.add", Subject.NOTE), ("point.propose", Subject.POINT)]


@pytest.mark.parametrize(("name", "subject"), ADDS)
@pytest.mark.parametrize("preset", WRITABLE)
def test_who_said_it_is_kept_as_the_rule_allows(sealing_room, preset, name, subject):
    room = begin_sitting(sealing_room)
    room.do("rule.set", preset=preset)
    made = room.do(name, text="a line", said_by="p02")
    recording = PRESETS[preset].rule.recording
    sources = room.all(Source)
    shown = room.desk.read(lambda work: speaker_of(work, subject, made.key))
    if recording is Recording.WITH_SOURCE:
        assert [(s.person, s.sealed, s.subject_key) for s in sources] == [("p02", None, made.key)]
        assert shown == "p02"
    elif recording is Recording.SEALED_SOURCE:
        assert [(s.person, s.subject_key) for s in sources] == [(None, made.key)]
        assert b"p02" not in sources[0].sealed
        assert shown is None
    else:
        assert sources == ()
        assert shown is None


@pytest.mark.parametrize("preset", WRITABLE)
def test_without_a_source_key_nothing_is_sealed(sitting, preset):
    sitting.do("rule.set", preset=preset)
    sitting.do("note.add", text="a line", said_by="p02")
    assert all(source.sealed is None for source in sitting.all(Source))


@pytest.mark.parametrize("preset", WRITABLE)
@pytest.mark.parametrize("name", ["note.add", "point.propose"])
def test_a_speaker_who_is_not_there_is_refused_under_every_rule(sitting, preset, name):
    sitting.do("rule.set", preset=preset)
    before = sitting.image()
    with pytest.raises(NotThere):
        sitting.do(name, text="a line", said_by="p77")
    assert sitting.image() == before


def test_when_something_was_added_is_a_trace_apart(sitting):
    sitting.clock.forward(60)
    note = sitting.do("note.add", text="a line")
    times = sitting.desk.read(lambda work: times_of(work, "s01", Subject.NOTE))
    assert times == {note.key: sitting.clock.now().to_text()}
    assert sitting.one(Note) == note


def test_removing_a_note_removes_what_leads_to_it(sitting):
    sitting.do("rule.set", preset="on_the_record")
    note = sitting.do("note.add", text="a line", said_by="p02")
    other = sitting.do("note.add", text="another", said_by="p03")
    sitting.do("note.remove", note=id_of(note))
    assert [source.subject_key for source in sitting.all(Source)] == [other.key]
    assert [trace.subject_key for trace in sitting.all(Trace, subject=Subject.NOTE)] == [other.key]
