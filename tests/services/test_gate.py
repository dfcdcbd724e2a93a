"""The gate over a real leak check: whatever leads to a person, however written, wherever a document has a text."""

from dataclasses import fields, is_dataclass, replace
from typing import get_args

import pytest

from t2desk.app.pressing import gate_for
from t2desk.domain.documents import (
    Agenda,
    AgendaRow,
    Bar,
    Bars,
    Block,
    BulletList,
    Column,
    Document,
    Fact,
    Heading,
    Masthead,
    Note,
    NoteKind,
    Pair,
    Paragraph,
    Point,
    Step,
    Table,
    Terms,
    Text,
    Tone,
    Wording,
)
from t2desk.domain.findings import Finding, Level
from t2desk.domain.people import RosterPerson
from t2desk.services.gate import Blocked, Gate

PEOPLE = (
    RosterPerson(
        "p01", "Éloïse Brânzeanu-Keller", given="Éloïse", family="Brânzeanu-Keller", name_native="Ελοΐζ Μπραντζεάνου",
        aliases=("Lolo Brânză", "Zuzka"), affiliation="Délta Wåter Forum", affiliation_acronym="DWFX",
        email="e.branzeanu@dwfx.example", phone="+995 32 255 01 77", handle="@lolo_gauge",
    ),
    RosterPerson("p02", "Σωκράτης Παπαδόπουλος", given="Σωκράτης", family="Παπαδόπουλος"),
    RosterPerson("p03", "عمر الحدّاد", given="عمر", family="الحدّاد"),
)  # fmt: skip

# Case, accents, marks nobody sees, other forms of letters: all are the same person.
WRITTEN = {
    "name": "Éloïse Brânzeanu-Keller",
    "name without accents": "Eloise Branzeanu-Keller",
    "name in capitals": "ÉLOÏSE BRÂNZEANU-KELLER",
    "name in small letters": "eloise branzeanu-keller",
    "name with accents apart": "E\u0301loi\u0308se Bra\u0302nzeanu-Keller",
    "name turned round": "Brânzeanu-Keller, Éloïse",
    "family name alone": "Brânzeanu-Keller",
    "name over two lines": "Éloïse\nBrânzeanu-Keller",
    "name with a soft hyphen": "Eloise Branzea\u00adnu-Keller",
    "alias half in bold": "Z**uzk**a",
    "native name": "Ελοΐζ Μπραντζεάνου",
    "native name without accents": "ΕΛΟΙΖ ΜΠΡΑΝΤΖΕΑΝΟΥ",
    "alias of two words": "lolo branza",
    "alias": "ZUZKA",
    "affiliation": "Delta Water Forum",
    "affiliation in capitals": "DÉLTA WÅTER FORUM",
    "acronym": "DWFX",
    "e-mail": "E.Branzeanu@DWFX.example",
    "e-mail spelled out": "e.branzeanu (at) dwfx (dot) example",
    "telephone": "+995-32-2550177",
    "handle": "@Lolo_Gauge",
    "Greek name": "ΣΩΚΡΑΤΗΣ ΠΑΠΑΔΟΠΟΥΛΟΣ",
    "Arabic name without marks": "عمر الحداد",
}
GATE = gate_for(PEOPLE)
MADE = []


def harmless():
    """Return a text of its own, so that no two places can be taken for each other."""
    MADE.append(f"The gauges are read {len(MADE)}")
    return Text(MADE[-1], "section.text")


def whole_document():
    """Return a document with every kind of block, every text that may be left out put in."""
    wording = Wording("fr", harmless(), harmless())
    return Document(
        language="en",
        title=harmless(),
        band=Pair(harmless(), harmless()),
        running_head=Pair(harmless(), harmless()),
        masthead=Masthead(harmless(), harmless(), harmless(), (Fact(harmless(), harmless()),)),
        blocks=(
            Terms(harmless(), harmless()),
            Heading(harmless(), harmless()),
            Paragraph(harmless(), number=harmless()),
            BulletList((harmless(), harmless())),
            Point(
                harmless(), harmless(), Tone.AGREED, harmless(), (wording,), (Step(harmless(), filled=True),),
                (Note(NoteKind.OBJECTION, harmless(), harmless()),),
            ),
            Table((Column(harmless()),), ((harmless(),),)),
            Agenda((AgendaRow(harmless(), harmless(), harmless(), 0, harmless()),)),
            Bars(harmless(), (Bar(harmless(), harmless(), 0, 1),), harmless()),
        ),
        footer=harmless(),
    )  # fmt: skip


WHOLE = whole_document()
IN_WHOLE = sorted(MADE)
PLACES = [place for _, place in WHOLE.texts()]


def with_words(value, text, words):
    """Return the document with one of its texts saying something else."""
    if value is text:
        return replace(text, words=words)
    if isinstance(value, tuple):
        return tuple(with_words(part, text, words) for part in value)
    if is_dataclass(value):
        return replace(value, **{f.name: with_words(getattr(value, f.name), text, words) for f in fields(value)})
    return value


def holes(value):
    """Yield the fields of a document that are empty here though they could hold something."""
    if isinstance(value, tuple):
        for part in value:
            yield from holes(part)
    elif is_dataclass(value):
        for field in fields(value):
            part = getattr(value, field.name)
            if part is None or part == ():
                yield f"{type(value).__name__}.{field.name}"
            yield from holes(part)


def test_the_document_of_these_tests_has_every_kind_of_block_and_no_field_empty():
    assert {type(block) for block in WHOLE.blocks} == set(get_args(Block))
    assert list(holes(WHOLE)) == []


def test_the_gate_is_shown_every_text_that_was_made_for_the_document():
    """Counted by the texts themselves: a walk that forgets a field would forget it in these tests as well."""
    shown = []
    Gate(lambda text: shown.append(text) or ()).check_document(WHOLE)
    assert sorted(shown) == IN_WHOLE


def test_what_names_nobody_passes():
    assert GATE.check_document(WHOLE) == ()
    assert GATE.check_pages(tuple(text.plain for text, _ in WHOLE.texts())) == ()


@pytest.mark.parametrize("place", PLACES)
def test_a_name_in_any_place_of_a_document_closes_the_gate_and_says_where(place):
    number = PLACES.index(place) + 1
    text = next(text for text, own in WHOLE.texts() if own == place)
    leaking = with_words(WHOLE, text, "Then eloise BRÂNZEANU-keller agreed.")
    with pytest.raises(Blocked) as blocked:
        GATE.check_document(leaking)
    assert {finding.line for finding in blocked.value.findings} == {number}
    assert {finding.person for finding in blocked.value.findings} == {"p01"}


@pytest.mark.parametrize("written", WRITTEN.values(), ids=WRITTEN)
def test_whatever_leads_to_a_person_closes_the_gate_before_and_after_the_press(written):
    text = next(text for text, place in WHOLE.texts() if place == "masthead title")
    leaking = with_words(WHOLE, text, f"It was said that {written} would read the gauges")
    with pytest.raises(Blocked):
        GATE.check_document(leaking)
    drawn = next(text.plain for text, place in leaking.texts() if place == "masthead title")
    with pytest.raises(Blocked) as blocked:
        GATE.check_pages(("The gauges are read.", drawn))
    assert {finding.line for finding in blocked.value.findings} == {2}


def test_a_name_that_only_the_finished_page_puts_together_is_found_there():
    """A family name is a common word here; beside the given name, in the next cell, it is somebody."""
    gate = gate_for((RosterPerson("p01", "Grace Waters", given="Grace", family="Waters"),))
    cells = Table((Column(harmless()), Column(harmless())), ((Text("Grace", "step.what"), Text("Waters", "step.by")),))
    document = replace(WHOLE, blocks=(cells,))
    gate.check_document(document)
    with pytest.raises(Blocked):
        gate.check_pages(("Next steps\nGrace Waters\n",))


def finding(level, text="x"):
    return Finding(1, 0, len(text), text, "name", "p01", level, "because")


def test_what_only_warns_passes_and_is_told_with_its_place():
    gate = Gate(lambda text: (finding(Level.WARN),) if "other words" in text else ())
    second = [text for text, _ in WHOLE.texts()][1]
    warned = with_words(WHOLE, second, "other words")
    assert gate.check_document(warned) == (replace(finding(Level.WARN), line=2),)
    assert gate.check_pages(("a", "b", "other words")) == (replace(finding(Level.WARN), line=3),)


def test_a_closed_gate_tells_everything_found_and_counts_what_closed_it():
    gate = Gate(lambda text: (finding(Level.WARN, "w"), finding(Level.BLOCK, "b"), finding(Level.BLOCK, "c")))
    with pytest.raises(Blocked) as blocked:
        gate.check_pages(("one page",))
    assert [one.text for one in blocked.value.findings] == ["w", "b", "c"]
    assert blocked.value.details["count"] == 2


def test_the_sentence_of_a_closed_gate_holds_no_word_of_what_was_found():
    with pytest.raises(Blocked) as blocked:
        GATE.check_pages((WRITTEN["name"],))
    assert "Keller" not in f"{blocked.value} {blocked.value.details} {blocked.value!r}"


def test_a_dossier_without_people_has_nobody_to_betray():
    assert gate_for(()).check_document(WHOLE) == ()


def test_a_check_that_fails_lets_nothing_through():
    def broken(_text):
        raise RuntimeError

    with pytest.raises(RuntimeError):
        Gate(broken).check_document(WHOLE)
    with pytest.raises(RuntimeError):
        Gate(broken).check_pages(("page",))
