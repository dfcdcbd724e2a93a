"""Drafting, closing told beforehand, editions and what stays behind, and search; all without a window."""

import pytest

from t2desk.domain.desk_errors import NamesClosed
from t2desk.domain.editions import EDITIONS
from t2desk.domain.floor import FloorTotal, Turn
from t2desk.domain.notes import Note
from t2desk.domain.sections import SectionKind
from t2desk.domain.series import SessionState
from t2desk.domain.sources import Trace
from t2desk.domain.text import folded
from t2desk.services.closing import closing_account
from t2desk.services.drafting import drafting, notes_for
from t2desk.services.edition_views import edition_choices, finding_places, left_out
from t2desk.services.gate import Blocked, Gate
from t2desk.services.search import LIMIT_OF_A_KIND, HitKind, search, snippet
from t2desk.services.series_record import session_lines, sessions_after
from tests.services.desks import id_of


def ask(room, question, *parts):
    return room.desk.read(lambda work: question(work, *parts))


def lines_of(account):
    return {line.words.split(",")[0].split(":")[0].split(";")[0]: line.count for line in account}


def test_the_places_of_a_report_stand_in_reading_order(furnished):
    found = ask(furnished, drafting, "s01")
    assert [(slot.kind, slot.item) for slot in found.slots] == [
        (SectionKind.CONTEXT, None),
        (SectionKind.BRIEF, None),
        (SectionKind.DISCUSSION, "i01"),
        (SectionKind.DISCUSSION, "i02"),
        (SectionKind.DISCUSSION, "i03"),
        (SectionKind.WAY_FORWARD, None),
    ]
    assert found.slots[0].text == "They met."
    assert found.slots[2].notes == 1
    assert [step.what for step in found.steps] == ["Count the wells", "Share the count"]


def test_a_section_in_an_unusual_place_is_not_lost(furnished):
    furnished.do("section.write", text="Aside.", kind="brief", item="i02")
    assert "brief:i02" in [slot.key for slot in ask(furnished, drafting, "s01").slots]


def test_the_notes_to_write_from_are_those_of_the_item(furnished):
    furnished.do("note.add", text="Other", item="i02", neutral="Another")
    assert [note.own_words for note in ask(furnished, notes_for, "s01", "i02")] == ["Other"]
    assert len(ask(furnished, notes_for, "s01", None)) == 2


def test_a_step_is_changed_field_by_field(furnished):
    furnished.do("step.change", step=id_of(furnished.step), by="July")
    steps = ask(furnished, drafting, "s01").steps
    assert (steps[0].what, steps[0].by) == ("Count the wells", "July")


def test_what_closing_was_said_to_remove_is_what_it_removes(furnished):
    before = ask(furnished, closing_account, "s01")
    removed, turns = lines_of(before.removed), len(furnished.all(Turn))
    assert removed["turns"] == turns
    assert removed["times at which something was taken down or changed"] == len(furnished.all(Trace))
    furnished.do("session.close")
    after = ask(furnished, closing_account, "s01")
    assert after.state is SessionState.SETTLED
    assert after.removed == ()
    assert furnished.all(Turn) == ()
    assert furnished.all(FloorTotal)


def test_a_rule_that_keeps_no_notes_says_so_beforehand(furnished):
    furnished.do("rule.set", preset="joint_text_only")
    account = ask(furnished, closing_account, "s01")
    assert lines_of(account.removed)["notes"] == 1
    assert "notes" not in lines_of(account.kept)
    furnished.do("session.close")
    assert furnished.all(Note) == ()


def test_the_strictest_rule_held_says_which_editions_may_leave(furnished):
    allowed = {choice.name: choice.allowed for choice in ask(furnished, edition_choices, "s01")}
    assert all(allowed.values())
    furnished.do("rule.set", preset="off_the_record")
    allowed = {choice.name: choice.allowed for choice in ask(furnished, edition_choices, "s01")}
    assert {name for name, may_leave in allowed.items() if may_leave} == {"agenda", "record"}


def test_what_stays_behind_is_named_with_its_reason(furnished):
    behind = {(line.what, line.count, line.examples) for line in ask(furnished, left_out, "report", "s01")}
    assert ("points of common ground", 1, ("The well is shared",)) in behind
    assert ("notes", 1, ()) in behind
    assert not [line for line in ask(furnished, left_out, "record", "s01") if line.what == "notes"]


def test_a_finding_of_the_gate_leads_to_its_section(furnished, monkeypatch):
    from t2desk.domain.findings import Finding, Level
    from t2desk.i18n import Phrases
    from t2desk.services.exports import project

    furnished.do("section.write", text="First.\n\nSo said\nPerson 1.", kind="discussion", item="i02")

    def find(text):
        at = text.find("Person 1")
        return (Finding(1, at, at + 8, "Person 1", "name", "p01", Level.BLOCK, "a name"),) if at >= 0 else ()

    document = ask(furnished, project, "report", "s01", Phrases("en"))
    with pytest.raises(Blocked) as closed:
        Gate(find).check_document(document)
    (place,) = ask(furnished, finding_places, "report", "s01", closed.value.findings)
    assert place.where == "draft/discussion:i02"
    assert place.words == "So said Person 1."


def test_the_last_session_that_has_begun_is_shown_first(furnished):
    furnished.do("session.add", title="Later")
    sessions, first = ask(furnished, sessions_after)
    assert ([one.title for one in sessions], first) == (["First", "Later"], "s01")
    assert [(line.items, line.points, line.notes) for line in ask(furnished, session_lines)] == [(3, 1, 1), (0, 0, 0)]


def test_search_folds_accents_and_finds_every_kind(furnished):
    furnished.do("note.add", text="Le déjà-vu de l’été", neutral="سلام على الجميع")
    furnished.do("person.add", display_name="Борис Ковач", aliases=["Boris"])
    kinds = {hit.kind for hit in ask(furnished, search, "well", str).hits}
    assert kinds == {HitKind.POINT, HitKind.STEP, HitKind.NOTE}
    assert [hit.words for hit in ask(furnished, search, "DEJA ete", str).hits] == ["Le déjà-vu de l’été"]
    assert [hit.words for hit in ask(furnished, search, "الجميع", str).hits] == ["سلام على الجميع"]
    assert [hit.words for hit in ask(furnished, search, "ковач", str).hits] == ["Борис Ковач"]
    assert ask(furnished, search, "  ", str).hits == ()


def test_search_stops_at_its_limit_and_says_that_there_is_more(furnished):
    for number in range(LIMIT_OF_A_KIND + 5):
        furnished.do("note.add", text=f"ditch {number}")
    found = ask(furnished, search, "ditch", str)
    assert (len(found.hits), found.more) == (LIMIT_OF_A_KIND, True)
    assert not ask(furnished, search, "ditch 1", str).more


def test_a_snippet_holds_the_match_of_a_long_text():
    text = "word " * 200 + "Été " + "word " * 200
    assert "Été" in snippet(text, folded("Été"))
    assert len(snippet(text, "ete")) < 260


@pytest.mark.parametrize("name", ["North", "Ana", "Ani", "p01"])
def test_while_the_names_are_closed_search_finds_people_by_their_neutral_words_alone(room, name, monkeypatch):
    room.do("series.rename", title="Water")
    room.do("person.add", display_name="Ana Bell", aliases=["Ani"], party="North", descriptor="a hydrologist")
    assert (ask(room, search, name, str).hits != ()) is (name != "p01")

    def closed(_sealer, _sealed, _associated):
        raise NamesClosed

    monkeypatch.setattr("tests.services.desks.MarkingSealer.open", closed)
    assert ask(room, search, name, str).hits == ()
    (hit,) = ask(room, search, "hydrologist", str).hits
    assert (hit.words, hit.where) == ("a hydrologist", "seat 1")


def test_what_an_edition_leaves_behind_is_told_for_each(furnished):
    furnished.do("item.park", item="i02")
    behind = {name: {line.what: line.count for line in ask(furnished, left_out, name, "s01")} for name in EDITIONS}
    who_and_when = {"entries of attendance": 1, "turns of the floor": 2}
    assert behind["agenda"] == who_and_when | {
        "points of common ground": 1, "sections of the draft": 1, "next steps": 2, "notes": 1,
    }  # fmt: skip
    assert behind["readout"] == who_and_when | {
        "points of common ground": 1, "sections of the draft": 1, "notes": 1, "parked agenda items": 1,
    }  # fmt: skip
    assert behind["record"] == {}
