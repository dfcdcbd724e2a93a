"""Editions: allow-lists that nothing joins unseen, and rules that close them."""

import pytest

from t2desk.domain.desk_errors import UnknownEdition
from t2desk.domain.documents import FIXED, Document, Masthead, Paragraph, Text
from t2desk.domain.editions import EDITIONS, FieldNotListed, edition_named
from t2desk.domain.rules import PRESETS, Attribution, Dissemination, Recording, Rule

# Written down a second time on purpose: who adds a field to an edition says so here as well (R22).
LISTED = {
    "report": "concern.mend concern.text item.title meeting.title point.support point.verdict rule.text rule.title "
    "section.heading section.text series.title session.title step.by step.holder step.what wording.language "
    "wording.text",
    "conclusions": "meeting.title point.verdict rule.text rule.title series.title session.title signatory.name "
    "wording.language wording.text",
    "chair": "chair.name concern.mend concern.text divergence.mend divergence.what divergence.why item.title "
    "meeting.title point.verdict rule.text rule.title section.heading section.text series.title session.title step.by "
    "step.holder step.what wording.language wording.text",
    "memo": "concern.mend concern.text interest.side interest.text meeting.title memo.recipient point.condition "
    "point.verdict rule.text rule.title series.title session.title step.by step.holder step.what wording.language "
    "wording.text",
    "clearance": "clearance.copy concern.mend concern.text meeting.title party.name point.verdict rule.text rule.title "
    "series.title session.title wording.language wording.text",
    "readout": "item.title meeting.title series.title session.title step.by step.what",
    "agenda": "item.aim item.minutes item.title meeting.title rule.text rule.title series.title session.starts "
    "session.title",
    "process": "meeting.title party.name process.heard process.in_time process.interrupts process.share process.taken "
    "process.use rule.text rule.title series.title",
}
NAMES_SOMEBODY = {"person.name", "person.seat", "person.descriptor", "note.text", "turn.start", "turn.seconds",
                  "attendance.presence", "floor.turns", "floor.seconds"}  # fmt: skip
OPEN = [edition for edition in EDITIONS.values() if not edition.encrypted]


def document(*texts):
    blocks = tuple(Paragraph(text) for text in texts)
    fixed = Text("words", FIXED)
    return Document(language="en", title=fixed, masthead=Masthead(fixed, fixed), blocks=blocks, footer=fixed)


@pytest.mark.parametrize("name", sorted(LISTED))
def test_an_open_edition_holds_the_fields_written_down_here_and_no_other(name):
    assert " ".join(sorted(EDITIONS[name].fields)) == LISTED[name]


def test_every_edition_that_is_not_encrypted_is_written_down_here():
    assert {edition.name for edition in OPEN} == set(LISTED)


@pytest.mark.parametrize("edition", OPEN, ids=lambda edition: edition.name)
def test_no_open_edition_may_hold_what_leads_to_a_person(edition):
    assert not edition.fields & NAMES_SOMEBODY


@pytest.mark.parametrize("edition", EDITIONS.values(), ids=lambda edition: edition.name)
def test_a_field_that_is_not_listed_is_refused(edition):
    with pytest.raises(FieldNotListed):
        edition.admit(document(Text("x", "person.passport")))


@pytest.mark.parametrize("edition", EDITIONS.values(), ids=lambda edition: edition.name)
def test_every_listed_field_is_admitted(edition):
    edition.admit(document(*(Text("x", field) for field in sorted(edition.fields))))


def test_a_rule_that_stays_in_the_room_closes_what_would_leave_it():
    rule = Rule(Recording.WITHOUT_SOURCE, Attribution.NONE, Dissemination.ROOM)
    assert {edition.name for edition in EDITIONS.values() if edition.allowed_by(rule)} == {"agenda", "record"}


@pytest.mark.parametrize("preset", PRESETS.values(), ids=lambda preset: preset.name)
def test_only_off_the_record_closes_the_report(preset):
    assert EDITIONS["report"].allowed_by(preset.rule) is (preset.name != "off_the_record")


def test_an_unknown_edition_is_refused_with_those_there_are():
    assert edition_named("report").code == "E2"
    with pytest.raises(UnknownEdition) as refusal:
        edition_named("novel")
    assert all(name in str(refusal.value.details["words"]) for name in EDITIONS)
