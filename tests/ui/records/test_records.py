"""Records: the series at a glance, and a search that finds every script and leads there."""

import pytest
from PySide6.QtCore import Qt

from t2desk.services.search import HitKind, snippet


@pytest.fixture
def records(after):
    after.do("section.write", text="Élan and naïveté were noted.", kind="context")
    after.press("Ctrl+F")
    assert after.focused == "searchField"
    return after


def look(records, qtbot, words):
    field = records.find("searchField")
    field.clear()
    field.insert(words)
    qtbot.waitUntil(lambda: not field.parent()._pause.isActive(), timeout=2000)
    model = records.find("searchResults").model()
    return [line.hit for line in model.values()]


FOUND = (
    ("elan NAIVETE", HitKind.SECTION, "Élan and naïveté were noted."),
    ("vukelic", HitKind.PERSON, "Zoran Vukelić"),
    ("الزهراء", HitKind.PERSON, "فاطمة الزهراء"),
    ("ковач", HitKind.PERSON, "Борис Ковач"),
    ("drinking", HitKind.POINT, "Drinking water comes first"),
    ("count", HitKind.STEP, "Count the wells"),
    ("dry season", HitKind.ITEM, "Dry season"),
    ("fall dry", HitKind.NOTE, "A well may fall dry"),
)


def test_what_is_typed_is_found_in_every_script(records, qtbot):
    for typed, kind, shown in FOUND:
        assert (kind, shown) in [(hit.kind, hit.words) for hit in look(records, qtbot, typed)], typed


def test_enter_goes_where_it_stands(records, qtbot):
    look(records, qtbot, "naivete")
    records.press("Return")
    assert records.find("sectionText").toPlainText() == "Élan and naïveté were noted."


def test_nothing_found_says_what_to_try(records, qtbot):
    assert look(records, qtbot, "zebra") == []
    assert records.find("searchNothing").isVisible()
    assert "zebra" in records.find("searchNothing").text()


def test_escape_brings_the_overview_back(records, qtbot):
    look(records, qtbot, "water")
    assert not records.find("recordSessions").isVisible()
    records.press("Escape")
    qtbot.waitUntil(lambda: records.find("recordSessions").isVisible(), timeout=2000)


def test_sessions_and_the_head_are_shown_and_nothing_has_left(records):
    (session,) = records.find("recordSessions").model().values()
    assert (session.title, session.items, session.points, session.notes) == ("Morning", 2, 2, 2)
    assert records.find("headWords").text() == records.dossier.head_words()
    assert not records.find("recordReleases").isVisible()


def test_what_has_left_stands_in_the_ledger_with_its_fingerprint(records, tmp_path):
    written = records.dossier.export("report", "s01", tmp_path / "report.pdf")
    records.go("records")
    (release,) = records.find("recordReleases").model().values()
    assert (release.edition, release.session, release.sha256) == ("report", "Morning", written.sha256)


def test_a_session_without_a_title_is_called_by_its_number_wherever_it_is_read(records, qtbot, tmp_path):
    records.do("session.add", title="")
    records.do("item.add", session="s02", title="Zebra crossings", minutes=5)
    records.dossier.export("agenda", "s02", tmp_path / "agenda.pdf")
    assert [hit.where for hit in look(records, qtbot, "zebra")] == ["Session 2"]
    records.go("records")
    overview = records.find("recordSessions").model()
    spoken = [overview.data(overview.index(row), Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert spoken[0].startswith("1  \u2068Morning\u2069. ")
    assert spoken[1].startswith("Session 2. ")
    ledger = records.find("recordReleases").model()
    said = ledger.data(ledger.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert "Session 2" in said
    assert "s02" not in said
    records.go("after")
    shown = [records.find("afterSession").itemText(row) for row in range(2)]
    assert shown == ["1 · \u2068Morning\u2069 · Adjourned", "\u2068Session 2\u2069 · Not begun"]


def test_an_empty_dossier_says_what_to_do(empty):
    empty.go("records")
    assert not empty.find("recordSessions").isVisible()


def test_words_around_a_match_hold_it_though_every_letter_before_has_a_mark() -> None:
    line = "مُحَمَّدٌ " * 60 + "بحر " + "مُحَمَّدٌ " * 60
    assert "بحر" in snippet(line.strip(), "بحر")
    assert "Đọc sông" in snippet("ế́ " * 300 + "Đọc sông", "song")
