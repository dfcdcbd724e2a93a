"""The process edition: bands by party over the whole meeting, and nothing that fewer than three people could mean."""

import re

import pytest

from t2desk.app.pressing import gate_for
from t2desk.domain.desk_errors import NothingMayLeave, NothingToReport
from t2desk.domain.documents import Bars
from t2desk.domain.editions import EDITIONS
from t2desk.domain.floor import FloorTotal
from t2desk.domain.ledger import Release
from t2desk.domain.people import Party
from t2desk.i18n import Phrases
from t2desk.services.exports import export_edition, order
from t2desk.services.operations import IMPORTED
from t2desk.services.registry import Operation
from tests.services.editions.presses import PlainPress, Shelf
from tests.services.editions.sessions import blocks, document, words_of

# North: p01 to p03, south: p04 to p06, east: p07 and p08, the team: p09.
SEATS = ("North",) * 3 + ("South",) * 3 + ("East",) * 2


@pytest.fixture
def meeting(room):
    room.do("series.rename", title="Water")
    room.do("meeting.add", title="Spring")
    for number, party in enumerate(SEATS, start=1):
        room.do("person.add", display_name=f"Speaker {number}", party=party)
    room.do("person.add", display_name="Chairing", party="Team", role="facilitator")
    begin(room)
    return room


def begin(room, people=range(1, 9)):
    room.do("session.open", title="A sitting")
    for number in people:
        room.do("attendance.set", person=f"p{number:02d}")


def speak(room, person, seconds, kind="statement"):
    room.do("turn.start", person=person, kind=kind)
    room.clock.forward(seconds)
    room.do("turn.end")


def bands(room, session=None):
    """Return label and band of each bar of the first chart."""
    found = blocks(document(room, "process", session), Bars)[0]
    return {bar.label.words: bar.value.words for bar in found.bars}


def said(room):
    return "\n".join(words_of(document(room, "process")))


def test_private_notes_on_an_item_stay_out(meeting):
    meeting.do("item.add", title="Access", minutes=10)
    meeting.do("item.next")
    meeting.do("item.plan", item="i01", notes="zugvogel-mind-the-minister")
    speak(meeting, "p01", 350)
    speak(meeting, "p04", 650)
    assert "zugvogel" not in repr(document(meeting, "process"))


def test_each_party_of_three_has_its_band_of_what_these_said_together(meeting):
    speak(meeting, "p01", 350)
    speak(meeting, "p04", 650)
    speak(meeting, "p07", 9000)  # of two: their time is in nobody's share
    assert bands(meeting) == {"North": "30 to 40 per cent", "South": "60 to 70 per cent"}


def test_nothing_that_a_small_party_says_changes_a_word(meeting):
    speak(meeting, "p01", 350)
    speak(meeting, "p04", 650)
    before = bands(meeting)
    for seconds in (10, 1000, 100_000):
        speak(meeting, "p07", seconds)
        assert bands(meeting) == before
    assert "East" not in said(meeting)


def test_who_only_observes_or_serves_is_not_counted_as_present(meeting):
    for person in ("p03", "p06"):
        meeting.do("attendance.set", person=person, presence="observing")
    speak(meeting, "p01", 300)
    speak(meeting, "p04", 300)
    with pytest.raises(NothingToReport):
        document(meeting, "process")


def test_procedure_and_the_interpreter_are_charged_to_nobody(meeting):
    speak(meeting, "p01", 350)
    meeting.do("turn.start", person="p04")
    meeting.clock.forward(650)
    for kind in ("point_of_order", "right_of_reply"):
        speak(meeting, "p02", 5000, kind)
    meeting.do("turn.end")
    assert bands(meeting) == {"North": "30 to 40 per cent", "South": "60 to 70 per cent"}


def test_a_session_that_is_named_is_never_reported_alone(meeting):
    speak(meeting, "p01", 500)
    speak(meeting, "p04", 500)
    meeting.do("session.adjourn")
    begin(meeting)
    speak(meeting, "p01", 900)
    speak(meeting, "p05", 100)
    assert bands(meeting, "s01") == bands(meeting, "s02") == bands(meeting) == {
        "North": "70 to 80 per cent", "South": "30 to 40 per cent",
    }  # fmt: skip


def test_another_meeting_is_another_edition(meeting):
    speak(meeting, "p01", 900)
    speak(meeting, "p04", 100)
    meeting.do("session.adjourn")
    meeting.do("meeting.add", title="Autumn")
    begin(meeting)
    speak(meeting, "p01", 500)
    speak(meeting, "p04", 500)
    assert bands(meeting) == {"North": "50 to 60 per cent", "South": "50 to 60 per cent"}


def test_settling_by_person_changes_no_band_and_takes_what_needs_every_turn(meeting):
    for person in ("p01", "p02", "p03", "p04", "p05", "p06"):
        speak(meeting, person, 300)
        speak(meeting, person, 100, "response")
    before = bands(meeting)
    assert [len(blocks(document(meeting, "process"), Bars)), "Nearly all" in said(meeting)] == [2, True]
    meeting.do("session.close")
    assert bands(meeting) == before
    assert [len(blocks(document(meeting, "process"), Bars)), "Nearly all" in said(meeting)] == [1, False]


def test_where_totals_by_party_hide_too_much_nothing_is_said(meeting):
    meeting.do("rule.set", preset="deep_background")
    for person in ("p01", "p02", "p03", "p04", "p05", "p06"):
        speak(meeting, person, 300)
    speak(meeting, "p07", 20)
    assert bands(meeting) == {"North": "50 to 60 per cent", "South": "50 to 60 per cent"}
    # What the one from the east said is hidden with all that the south said: a picture of the north alone misleads.
    meeting.do("session.close")
    with pytest.raises(NothingToReport):
        document(meeting, "process")


def test_a_total_that_names_a_party_of_two_does_not_show_it(meeting):
    meeting.do("rule.set", preset="deep_background")
    for person in ("p01", "p02", "p03", "p04", "p05", "p06"):
        speak(meeting, person, 300)
    meeting.do("session.close")
    before = bands(meeting)
    (east,) = meeting.all(Party, name="East")
    # An earlier release settled so.
    total = Operation(IMPORTED, bands, undoable=False)
    meeting.desk.write(total, lambda work: work.put(FloorTotal(work.new_key(), "s01", None, None, east.id, 2, 600)))
    assert bands(meeting) == before == {"North": "50 to 60 per cent", "South": "50 to 60 per cent"}


def test_where_no_attendance_is_kept_a_total_says_that_three_were_there(meeting):
    meeting.do("rule.set", preset="chatham_house_no_attendance")
    for person in ("p01", "p02", "p03", "p04", "p05", "p06"):
        speak(meeting, person, 300)
    meeting.do("session.close")
    assert bands(meeting) == {"North": "50 to 60 per cent", "South": "50 to 60 per cent"}


def test_a_session_off_the_record_neither_leaves_nor_counts(meeting):
    speak(meeting, "p01", 350)
    speak(meeting, "p04", 650)
    meeting.do("session.adjourn")
    before = bands(meeting)
    begin(meeting)
    meeting.do("rule.set", preset="off_the_record")
    speak(meeting, "p01", 99_000)
    with pytest.raises(NothingMayLeave):
        document(meeting, "process", "s02")
    assert bands(meeting) == before


def test_a_rule_that_keeps_nothing_of_the_floor_gives_nothing_to_report(meeting):
    speak(meeting, "p01", 350)
    speak(meeting, "p04", 650)
    meeting.do("rule.set", preset="joint_text_only")
    with pytest.raises(NothingToReport):
        document(meeting, "process")


def test_a_use_of_the_floor_by_one_person_is_not_told(meeting):
    for person in ("p01", "p02", "p04", "p05"):
        speak(meeting, person, 300)
    speak(meeting, "p03", 100, "question")
    assert len(blocks(document(meeting, "process"), Bars)) == 1


def test_the_agenda_is_told_over_all_its_items_without_the_breaks(meeting):
    meeting.do("item.add", title="One", minutes=10)
    meeting.do("item.add", title="Coffee", minutes=10, kind="break")
    meeting.do("item.add", title="Two", minutes=10)
    for minutes in (15, 90, 10):
        meeting.do("item.next")
        meeting.clock.forward(minutes * 60)
    speak(meeting, "p01", 300)
    speak(meeting, "p04", 300)
    meeting.do("session.adjourn")
    (planned, taken) = blocks(document(meeting, "process"), Bars)[-1].bars
    assert (planned.value.words, taken.value.words) == ("as agreed", "170 to 180 per cent")


def test_no_word_is_a_count_a_length_or_a_day(meeting):
    speak(meeting, "p01", 350)
    speak(meeting, "p04", 650)
    for text, _ in document(meeting, "process").texts():
        numbers = re.findall(r"\d+", text.plain)
        assert all(int(number) % 10 == 0 for number in numbers), text.plain
        assert not numbers or text.origin in {"process.share", "process.use", "process.taken"}


def test_it_leaves_through_the_gate_and_the_ledger_says_it_is_of_the_whole(meeting):
    speak(meeting, "p01", 350)
    speak(meeting, "p04", 650)
    shelf = Shelf()
    export_edition(meeting.desk, order("process", "s01", ".pdf"), PlainPress(), gate_for, Phrases, shelf)
    assert len(shelf.published) == 1
    (release,) = meeting.all(Release)
    assert (release.edition, release.session, release.rule) == ("process", None, "chatham_house")
    EDITIONS["process"].admit(document(meeting, "process"))
