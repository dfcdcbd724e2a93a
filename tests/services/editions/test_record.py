"""The record: everything, with names; after settling, only what the rule let be kept."""

import pytest

from t2desk.domain.desk_errors import NamesClosed
from t2desk.domain.documents import Heading, Paragraph, Table
from t2desk.i18n import Phrases
from tests.services.desks import id_of
from tests.services.editions.sessions import STARTS, blocks, document, hold_session, words_of


def tables(value):
    """Return the rows of each part by its heading."""
    parts, title = {}, ""
    for block in value.blocks:
        if isinstance(block, Heading):
            title = block.text.words
        elif isinstance(block, Table):
            parts[title] = [tuple(cell.words for cell in row) for row in block.rows]
    return parts


def test_a_session_in_full(room):
    hold_session(room)
    parts = tables(document(room, "record"))
    assert parts["People"][0] == ("Ödön Vészi-Kárpát", "Upper shore", "an engineer of the plain")
    assert parts["Agenda"] == [("Shared gauges", "20 min", "0:00")]
    assert parts["Attendance"][0] == ("Ödön Vészi-Kárpát", "present")
    assert parts["Turns"] == [("08:30:00", "Ödön Vészi-Kárpát", "Statement", "1:15")]
    assert parts["Notes"] == [("Fact", "The gauge was moved at night", "The gauge may have been moved")]
    assert parts["Points"] == [("converging", "Both shores read the same gauge.")]


def test_a_turn_begins_by_the_clock_of_the_session_or_in_utc(sitting):
    sitting.do("turn.start", person="p01")
    sitting.do("turn.end")
    assert tables(document(sitting, "record"))["Turns"][0][0] == "06:30:00"
    sitting.do("session.change", session="s01", starts=STARTS)
    assert tables(document(sitting, "record"))["Turns"][0][0] == "08:30:00"


def test_a_turn_without_a_name_says_so(sitting):
    sitting.do("turn.start", kind="silence")
    sitting.clock.forward(3)
    sitting.do("turn.end")
    assert tables(document(sitting, "record"))["Turns"] == [("06:30:00", "not named", "Silence", "0:03")]


def test_notes_stand_in_the_order_they_were_taken_down(sitting):
    for number in range(5):
        sitting.clock.forward(1)
        sitting.do("note.add", text=f"line {number}")
    assert [row[1] for row in tables(document(sitting, "record"))["Notes"]] == [f"line {n}" for n in range(5)]


def test_once_settled_notes_stand_by_key_and_turns_are_totals(sitting):
    for number in range(1, 7):
        sitting.do("turn.start", person=f"p{number:02d}")
        sitting.clock.forward(60)
        sitting.do("note.add", text=f"line {number}")
    sitting.do("session.close")
    parts = tables(document(sitting, "record"))
    assert "Turns" not in parts
    assert parts["The floor"] == [("Opening", f"Person {number}", "1", "1:00") for number in range(1, 7)]
    keys = {text: key for key, text in sitting.query("SELECT key, own_words FROM notes")}
    kept = [keys[row[1]] for row in parts["Notes"]]
    assert kept == sorted(kept)


def test_totals_by_party_name_no_person(sitting):
    sitting.do("rule.set", preset="deep_background")
    for number in range(1, 7):
        sitting.do("turn.start", person=f"p{number:02d}")
        sitting.clock.forward(60)
    sitting.do("session.close")
    assert tables(document(sitting, "record"))["The floor"] == [
        ("Other items", "North", "3", "3:00"), ("Other items", "South", "3", "3:00"),
    ]  # fmt: skip


def test_notes_that_were_not_kept_are_said_to_be_gone(furnished):
    furnished.do("rule.set", preset="joint_text_only")
    furnished.do("session.close")
    value = document(furnished, "record")
    assert "Notes" not in tables(value)
    assert "No notes are kept of this session." in [block.text.words for block in blocks(value, Paragraph)]
    assert "The well is dry" not in "\n".join(words_of(value))


def test_all_sessions_are_in_it_or_the_one_named(furnished):
    furnished.do("session.adjourn")
    furnished.do("session.open", title="Second")
    furnished.do("note.add", text="of the second")
    both, first = document(furnished, "record"), document(furnished, "record", "s01")
    assert {"First", "Second"} <= {block.text.words for block in blocks(both, Heading)}
    assert "of the second" in words_of(both)
    assert "of the second" not in words_of(first)


def test_what_is_half_typed_or_sealed_is_not_in_it(sealing_room):
    hold_session(sealing_room)
    sealing_room.do("rule.set", preset="not_for_attribution")
    note = sealing_room.do("note.add", text="a line", said_by="p01")
    sealing_room.do("draft.save", id="capture", text="half a li")
    value = document(sealing_room, "record")
    text = "\n".join(words_of(value))
    assert "half a li" not in text
    assert id_of(note) not in text
    assert ("a line", "") in {row[1:] for row in tables(value)["Notes"]}


def test_while_the_names_are_closed_there_is_no_record(furnished, monkeypatch):
    def closed(_sealer, _sealed, _associated):
        raise NamesClosed

    monkeypatch.setattr("tests.services.desks.MarkingSealer.open", closed)
    with pytest.raises(NamesClosed):
        document(furnished, "record")


def test_limits_marks_stand_ins_conclusions_and_languages_are_in_it(sitting):
    sitting.acts(
        ("language.factor", {"language": "el", "percent": 150}),
        ("person.language", {"person": "p01", "language": "el"}),
        ("attendance.set", {"person": "p02", "presence": "substitute", "stands_for": "p03"}),
        ("limit.set", {"seconds": 90}),
        ("budget.set", {"scope": "party", "of": "party01", "seconds": 600}),
        ("budget.set", {"scope": "item", "seconds": 300}),
        ("item.plan", {"item": "i01", "method": "round", "notes": "for the facilitator alone"}),
        ("item.conclude", {"item": "i01", "text": "Read it twice"}),
        ("turn.start", {"person": "p01"}),
        ("turn.extend", {"seconds": 60}),
        lambda room: room.clock.forward(5),
        ("turn.order", {"category": "close_debate"}),
    )
    parts = tables(document(sitting, "record"))
    assert parts["Interpretation"] == [("Person 1", "el", "150 %")]
    assert parts["How it was talked about"] == [("Opening", "round", "Read it twice")]
    assert parts["Attendance"] == [("Person 2", "substitute", "Person 3")]
    assert parts["Limits"] == [
        ("Any turn", "1:30"), ("All turns on “Opening”", "5:00"), ("All turns of North", "10:00"),
    ]  # fmt: skip
    assert [row[-1] for row in parts["Turns"]] == ["limit 3:15", "close debate"]
    assert not any("facilitator alone" in text for text in words_of(document(sitting, "record")))


def test_kinds_are_said_in_the_language_of_the_document(room):
    hold_session(room)
    parts = tables(document(room, "record", phrases=Phrases("fr")))
    said = {row[2] for rows in parts.values() for row in rows if len(row) == 5} | {
        row[0] for rows in parts.values() for row in rows if len(row) == 3
    }
    assert {"Statement", "Fact"}.isdisjoint(said)
    assert Phrases("fr")("Fact") in said
