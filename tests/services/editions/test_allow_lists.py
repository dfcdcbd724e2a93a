"""Allow-lists at work: a leak in any field that an edition takes in closes the gate; no other field comes in."""

import pytest

from t2desk.app.pressing import export_to, gate_for
from t2desk.domain.documents import FIXED
from t2desk.domain.editions import EDITIONS
from t2desk.domain.ledger import Release
from t2desk.i18n import Phrases
from t2desk.services.exports import draw_edition, export_edition, order
from t2desk.services.gate import Blocked
from tests.services.editions.presses import PlainPress, Shelf
from tests.services.editions.sessions import SAID, addressed, document, hold_session, hold_whole_session, words_of

OPEN = [name for name, edition in EDITIONS.items() if not edition.encrypted]
# Words of the program, and numbers and days that it writes itself: nobody can type a name into them.
MADE_BY_PROGRAM = {
    "rule.title", "rule.text", "point.verdict", "point.support", "item.minutes", "session.starts",
    "clearance.copy", "point.condition",
    "process.share", "process.use", "process.heard", "process.interrupts", "process.taken", "process.in_time",
}  # fmt: skip
# Names of those who asked to be named: tests/services/editions/test_named.py; a side's name beside its interest.
BY_WISH = {"signatory.name", "chair.name", "interest.side"}
# The readout writes a step and its date as one sentence, which is the step's; of one turn a process says little.
NOT_HERE = {
    "readout": {"step.by"},
    "conclusions": {"wording.language"},
    "process": {"process.use", "process.interrupts", "process.taken", "process.in_time"},
}
LEAKS = {
    "name": "Odon VESZI-KARPAT",
    "family name": "Vészi-Kárpát",
    "alias": "bodza",
    "affiliation": "tisza gauge league",
    "acronym": "TGLX",
    "e-mail": "ODON@tglx.example",
    "telephone": "+36-1-5550147",
    "handle": "@OdonReads",
}
SHORT = "Vészi-Kárpát"


def origin(field):
    return field.split(" in ")[0]


def taken_in(edition):
    # A joint edition shows no language that was not read back.
    unread = {"wording.text in another language", "wording.language"} if edition == "conclusions" else set()
    return [field for field in SAID if origin(field) in EDITIONS[edition].fields and field not in unread]


TAKEN_IN = [(edition, field) for edition in OPEN for field in taken_in(edition)]


def export(room, edition, shelf, *leak):
    wanted = order(edition, None, ".pdf", None, addressed(room, edition, *leak))
    return export_edition(room.desk, wanted, PlainPress(), gate_for, Phrases, shelf)


@pytest.mark.parametrize("edition", OPEN)
def test_every_field_that_an_edition_lists_is_planted_here_or_made_by_the_program(edition):
    unread = {"wording.language"} if edition == "conclusions" else set()
    fields = EDITIONS[edition].fields - MADE_BY_PROGRAM - BY_WISH - unread
    assert fields == {origin(field) for field in taken_in(edition)}


@pytest.mark.parametrize(("edition", "field"), TAKEN_IN)
def test_a_leak_in_a_field_that_the_edition_takes_in_closes_the_gate(room, edition, field):
    hold_whole_session(room, field, SHORT)
    before, shelf = room.image(), Shelf()
    with pytest.raises(Blocked) as blocked:
        export(room, edition, shelf, field, SHORT)
    assert {finding.person for finding in blocked.value.findings} == {"p01"}
    assert (shelf.staged, shelf.published, room.all(Release), room.image()) == ([], [], (), before)


@pytest.mark.parametrize("leak", LEAKS.values(), ids=LEAKS)
@pytest.mark.parametrize("field", ["item.title", "section.text", "step.holder"])
def test_whatever_leads_to_a_person_closes_the_gate_of_a_report(room, field, leak):
    hold_session(room, field, leak)
    with pytest.raises(Blocked):
        export(room, "report", Shelf())


@pytest.mark.parametrize("edition", OPEN)
def test_an_edition_without_a_leak_leaves_and_holds_all_that_it_lists_and_nothing_else(room, edition):
    hold_whole_session(room)
    shelf = Shelf()
    assert export(room, edition, shelf).warnings == ()
    drawn = shelf.published[0].decode()
    origins = {text.origin for text, _ in document(room, edition).texts()} - {FIXED}
    assert origins == EDITIONS[edition].fields - NOT_HERE.get(edition, set()) - BY_WISH
    assert [field for field in SAID if SAID[field] in drawn and field != "wording.language"] == [
        field for field in taken_in(edition) if field != "wording.language"
    ]


@pytest.mark.parametrize("edition", OPEN)
def test_no_open_edition_says_who_or_when_or_how_much_was_said(room, edition):
    hold_whole_session(room)
    text = "\n".join(words_of(document(room, edition)))
    for word in ("Ödön", "Kárpát", "p01", "06:30", "1:15", "75"):
        assert word not in text


def test_the_record_names_everybody_and_is_not_asked_by_the_gate(room):
    hold_session(room)
    asked = []
    wanted = order("record", None, ".pdf", "six plain words")
    drawn = draw_edition(room.desk, wanted, PlainPress(), asked.append, Phrases)
    assert asked == []
    assert "Ödön Vészi-Kárpát" in drawn.content.decode()
    origins = {text.origin for text, _ in document(room, "record").texts()} - {FIXED}
    assert origins <= EDITIONS["record"].fields


@pytest.mark.parametrize("name", ["report-Veszi-Karpat", "odon@tglx.example", "TGLX", "notes_Vészi-Kárpát_2"])
def test_a_file_name_that_names_somebody_closes_the_gate(room, name, tmp_path):
    hold_session(room)
    target = tmp_path / f"{name}.md"
    with pytest.raises(Blocked):
        export_to(room.desk, order("readout", None, ".md"), target)
    assert (target.exists(), list(tmp_path.glob("*.part")), room.all(Release)) == (False, [], ())
    export_to(room.desk, order("readout", None, ".md"), tmp_path / "readout.md")
    assert len(room.all(Release)) == 1
