"""What the rehearsal's documents say: rich, hedged, and nothing that identifies anybody."""

import re
import unicodedata

import pytest

from t2desk.domain.documents import BulletList, Heading, Paragraph, Point, Table
from t2desk.domain.text import folded
from t2desk.i18n import Phrases
from t2desk.leakcheck.check import LeakCheck
from t2desk.services.editions.agenda import agenda
from t2desk.services.editions.process import process
from t2desk.services.editions.readout import readout
from t2desk.services.editions.record import record
from t2desk.services.editions.report import report
from t2desk.services.people import roster

PUBLIC = {"report": report, "readout": readout, "agenda": agenda, "process": process}
SESSIONS = (None, "s01", "s02", "s03", "s04")
ENGLISH = Phrases("en")


def _document(rehearsal, edition, session=None):
    return rehearsal.desk.read(lambda work: edition(work, session, ENGLISH))


def _texts(document):
    return [text.plain for text, _ in document.texts()]


def _words_that_identify(rehearsal):
    for row in rehearsal.desk.read(roster):
        yield from (row.display_name, row.given, row.family, row.name_native, *row.aliases, row.country)
        yield from (row.affiliation, row.affiliation_acronym, row.email, row.phone, row.handle)


@pytest.mark.parametrize("edition", PUBLIC)
@pytest.mark.parametrize("session", SESSIONS)
def test_no_text_names_anybody(rehearsal, edition, session):
    said = folded("\n".join(_texts(_document(rehearsal, PUBLIC[edition], session))))
    needles = {folded(word) for word in _words_that_identify(rehearsal) if word}
    assert len(needles) > 60
    found = {needle for needle in needles if re.search(rf"(?<!\w){re.escape(needle)}(?!\w)", said)}
    assert not found


@pytest.mark.parametrize("edition", PUBLIC)
@pytest.mark.parametrize("session", SESSIONS)
def test_the_leak_check_finds_nothing(rehearsal, edition, session):
    check = LeakCheck(rehearsal.desk.read(roster))
    document = _document(rehearsal, PUBLIC[edition], session)
    assert [finding for text in _texts(document) for finding in check.findings(text)] == []


def test_the_report_without_a_session_is_that_of_the_fourth(rehearsal):
    document = _document(rehearsal, report)
    assert document == _document(rehearsal, report, "s04")
    words = sum(len(text.split()) for text in _texts(document))
    assert words > 1500
    points = [block for block in document.blocks if isinstance(block, Point)]
    verdicts = {point.verdict.words for point in points}
    assert verdicts == {
        "Agreed", "Agreed ad referendum", "Support with reservation", "In brackets", "Not yet common ground",
    }  # fmt: skip
    assert {wording.language for point in points for wording in point.wordings} == {"ru", "el"}
    assert any(isinstance(block, Table) for block in document.blocks)
    assert any(isinstance(block, BulletList) for block in document.blocks)


def test_the_prose_uses_bold_italic_and_brackets(rehearsal):
    spans = [span for text, _ in _document(rehearsal, report).texts() for span in text.spans()]
    assert any(span.bold for span in spans)
    assert any(span.italic for span in spans)
    assert [span.words for span in spans if span.bracketed] == ["[six]", "[ten]"]


@pytest.mark.parametrize("session", SESSIONS)
def test_the_reports_prose_counts_nobody(rehearsal, session):
    document = _document(rehearsal, report, session)
    prose = "\n".join(text.plain for text, _ in document.texts() if text.origin == "section.text")
    assert not re.search(r"\d|\b(one|a|two|three|four) (participant|speaker)s?\b|\ball but\b|\bmajority\b", prose, re.I)


def test_the_agenda_without_a_session_shows_the_whole_meeting(rehearsal):
    document = _document(rehearsal, agenda)
    headings = [block.text.words for block in document.blocks if isinstance(block, Heading)]
    assert [heading.split(" ")[0] for heading in headings] == ["First", "Second", "Third", "Fourth"]


def test_the_readout_lists_topics_and_the_next_step(rehearsal):
    document = _document(rehearsal, readout)
    topics = next(block for block in document.blocks if isinstance(block, BulletList))
    assert [topic.words for topic in topics.items] == [
        "Rescue at sea", "The spring closure", "A trial ferry", "Lights and buoys",
    ]  # fmt: skip
    assert any("third meeting" in block.text.words for block in document.blocks if isinstance(block, Paragraph))


def test_the_record_names_parties_by_their_names(rehearsal):
    texts = [text.words for text, _ in _document(rehearsal, record).texts() if text.origin == "party.name"]
    assert set(texts) == {"North shore", "South shore", "Outer islands", "Facilitation team"}


@pytest.mark.parametrize("edition", [*PUBLIC.values(), record])
def test_documents_use_latin_cyrillic_and_greek_letters_only(rehearsal, edition):
    letters = {letter for text in _texts(_document(rehearsal, edition)) for letter in text if letter.isalpha()}
    assert {unicodedata.name(letter).split()[0] for letter in letters} <= {"LATIN", "CYRILLIC", "GREEK"}


def test_names_are_kept_in_many_scripts(rehearsal):
    native = "".join(row.name_native for row in rehearsal.desk.read(roster))
    scripts = {unicodedata.name(letter).split()[0] for letter in native if letter.isalpha()}
    assert {"LATIN", "CYRILLIC", "ARABIC", "GEORGIAN", "GREEK", "ARMENIAN"} <= scripts
