"""Editions in the window: pages and their words, a closed gate, a file and its line in the ledger."""

import hashlib
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit

from t2desk.domain.ground import Handout
from t2desk.domain.keys import key_to_text
from t2desk.domain.ledger import Release
from t2desk.domain.points import Point, steps_from
from t2desk.domain.sections import DraftSection
from tests.ui.editions.windows import settle


@pytest.fixture
def editions(after):
    after.do("section.write", text="They met and spoke of water.", kind="context")
    after.press("Ctrl+3")
    return after


def words_shown(after):
    preview = after.find("editionPreview")
    return " ".join(page.accessibleDescription() for page in preview._pages)


def choose(after, name):
    listed = after.focus("editionList")
    while listed.current().name != name:
        after.press("Down")


def test_the_preview_shows_the_pages_of_the_chosen_edition(editions, qtbot):
    shown = words_shown(editions)
    assert "They met and spoke of water." in shown.replace("\r\n", " ")
    assert "Drinking water comes first" in shown
    assert "Half a thought" not in shown
    first = editions.find("previewPage1")
    qtbot.waitUntil(lambda: first._image is not None, timeout=4000)
    assert first.fits(editions.window.devicePixelRatioF())


def test_plus_and_minus_zoom_and_nought_fits(editions):
    editions.focus("editionPreview")
    page = editions.find("previewPage1")
    fitting = page.width()
    editions.press("+")
    assert page.width() > fitting
    editions.press("0")
    assert page.width() == fitting
    editions.press("-")
    assert page.width() < fitting


def test_what_stays_behind_is_told_with_its_reason(editions):
    said = [label.text() for label in editions.find("editionLeftOut").findChildren(type(editions.find("exportSaid")))]
    assert "points of common ground: captured, not yet read back" in said
    assert "“Half a thought”" in said
    assert any(line.startswith("notes: ") for line in said)


def test_the_curtain_falls_over_the_choice_of_a_file_which_is_listed_nowhere(editions, tmp_path):
    editions.find("exportPath").setText(str(tmp_path / "report.pdf"))
    editions.find("exportBrowse").click()
    settle()
    dialog = editions.window.findChild(QFileDialog)
    assert dialog.selectedFiles() == [str(tmp_path / "report.pdf")]
    QTest.keyClick(dialog.findChild(QLineEdit), Qt.Key.Key_F12)
    assert editions.window.centralWidget().objectName() == "curtain"
    settle()
    assert editions.window.findChild(QFileDialog) is None
    assert not Path(QSettings(QSettings.Scope.UserScope, "QtProject").fileName()).exists()


def test_a_file_that_is_chosen_is_where_it_is_written(editions, tmp_path):
    editions.find("exportBrowse").click()
    dialog = editions.window.findChild(QFileDialog)
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile("another")
    dialog.accept()
    settle()
    assert editions.find("exportPath").text() == str(tmp_path / "another.pdf")


def test_export_writes_the_file_and_the_ledger_and_tells_the_fingerprint(editions, tmp_path):
    target = tmp_path / "report.pdf"
    editions.find("exportPath").setText(str(target))
    editions.press("Ctrl+E")
    (release,) = editions.all(Release)
    assert release.sha256 == hashlib.sha256(target.read_bytes()).hexdigest()
    assert editions.find("exportFingerprint").text().replace(" ", "") == f"SHA-256{release.sha256}"


def test_a_file_that_is_there_is_replaced_only_on_a_second_press(editions, tmp_path):
    target = tmp_path / "report.pdf"
    target.write_bytes(b"mine")
    editions.find("exportPath").setText(str(target))
    editions.press("Ctrl+E")
    assert target.read_bytes() == b"mine"
    editions.press("Ctrl+E")
    assert target.read_bytes().startswith(b"%PDF")


def test_a_closed_gate_lists_the_finding_writes_nothing_and_leads_to_the_text(after, tmp_path):
    after.do("section.write", text="It was Zoran Vukelić who said so.", kind="brief")
    after.press("Ctrl+3")
    findings = after.find("gateFindingList")
    assert findings.isVisible()
    assert "Zoran Vukelić" in findings.current().finding.text
    button = after.find("exportButton")
    assert button.text() == "See the findings"
    assert "1 place would identify somebody" in after.find("exportSaid").text()
    assert after.find("exportSaid").isVisible()
    assert button.accessibleDescription() == after.find("exportSaid").text()
    target = tmp_path / "report.pdf"
    after.find("exportPath").setText(str(target))
    after.focus("editionList")
    after.press("Ctrl+E")
    assert after.focused == "gateFindingList"
    after.focus("exportButton")
    after.space()
    assert after.focused == "gateFindingList"
    assert not target.exists()
    assert after.all(Release) == ()
    after.focus("gateGoToText")
    after.space()
    assert after.find("sectionText").toPlainText() == "It was Zoran Vukelić who said so."


def test_a_gate_that_opens_again_lets_the_edition_leave(after):
    after.do("section.write", text="It was Zoran Vukelić who said so.", kind="brief")
    after.press("Ctrl+3")
    fields = {"session": "s01", "kind": "brief", "text": "It was a hydrologist who said so."}
    after.window._bridge.write("section.write", fields)
    button = after.find("exportButton")
    assert (button.text(), button.isEnabled(), button.accessibleDescription()) == ("Export", True, "X")
    assert not after.find("exportSaid").isVisible()
    assert after.find("exportPath").isEnabled()


def test_the_record_is_encrypted_and_its_passphrase_is_shown_once(editions, tmp_path):
    editions.do("person.remove", person="p02")  # its script is for the documents' own tests
    choose(editions, "record")
    target = tmp_path / "record.pdf"
    editions.find("exportPath").setText(str(target))
    editions.press("Ctrl+E")
    secret = editions.find("exportPassphrase").text()
    assert pypdf.PdfReader(target, password=secret).pages
    editions.focus("exportPassphraseGone")
    editions.space()
    assert editions.find("exportPassphrase").text() == ""
    assert not editions.find("exportPassphrase").isVisible()


def test_an_edition_that_the_rule_keeps_in_the_room_says_so_and_cannot_be_exported(after):
    after.do("session.open", title="Second")
    after.do("rule.set", preset="off_the_record")
    after.do("item.add", title="Talk", minutes=10)
    after.do("session.adjourn")
    after.go("after")
    after.find("afterSession").setFocus()
    after.press("Down")
    after.press("Ctrl+3")
    assert "may not leave the room" in after.find("previewSaid").text()
    assert not after.find("exportButton").isEnabled()
    assert after.find("exportSaid").text() == after.find("previewSaid").text()
    assert "session 2" in after.find("exportSaid").text()


def test_tab_goes_from_the_editions_through_the_pages_to_the_way_out(editions):
    reached = [editions.focused]
    while reached[-1] != "exportButton" and len(reached) < 12:
        editions.press("Tab")
        reached.append(editions.focused)
    named = [name for name in reached if not name.startswith("qt_") and name]
    assert named == ["editionList", "editionPreview", "zoomOut", "zoomFit", "zoomIn", "editionScroll",
                     "exportPath", "exportBrowse", "exportButton"]  # fmt: skip


def test_a_clearance_draft_is_for_the_side_that_is_chosen_and_its_copy_is_noted(editions, tmp_path):
    point = editions.all(Point)[0]
    key = key_to_text(point.key)
    for state in ("drafted", "tested", "agreed"):
        if state in steps_from(editions.all(Point, key=point.key)[0].state):
            editions.do("point.move", point=key, state=state)
    editions.press("Ctrl+3")
    choose(editions, "clearance")
    sides = editions.find("clearanceSide")
    assert [sides.itemText(index) for index in range(sides.count())] == ["North", "South"]
    assert editions.find("clearanceCopy").text().startswith("Copy 1")
    assert "North" in words_shown(editions)
    sides.setCurrentIndex(1)
    sides.activated.emit(1)
    assert "South" in words_shown(editions)
    target = tmp_path / "clearance.docx"
    editions.find("exportPath").setText(str(target))
    editions.find("exportBox").begin()
    assert target.read_bytes().startswith(b"PK")
    assert {one.copy for one in editions.all(Handout)} == {1}
    assert editions.find("clearanceCopy").text().startswith("Copy 2")


def test_a_memo_is_for_the_recipients_that_are_typed(editions, qtbot):
    editions.do("step.add", what="Meet again", by="May")
    choose(editions, "memo")
    assert not editions.find("clearanceSide").isVisible()
    assert "No recipient is named yet" in words_shown(editions)
    editions.focus("memoRecipients")
    editions.type("The office; The team")
    qtbot.waitUntil(lambda: "The office; The team" in " ".join(words_shown(editions).split()), timeout=4000)


def test_one_press_puts_the_agreed_words_for_every_mention_and_opens_the_gate(after):
    after.do("section.write", text="Zoran Vukelić spoke first. Later Vukelić spoke of wells.", kind="context")
    after.press("Ctrl+3")
    after.focus("gateFindingList")
    button = after.find("gateNeutral")
    assert button.isVisible()
    assert "a hydrologist" in button.accessibleDescription()
    button.click()
    (section,) = [one for one in after.all(DraftSection) if "spoke first" in one.text]
    assert section.text == "A hydrologist spoke first. Later a hydrologist spoke of wells."


def test_beside_every_edition_stands_what_no_check_can_ask(editions):
    asked = editions.find("editionChecklist")
    said = [one.text() for one in asked.findChildren(type(editions.find("exportSaid")))]
    assert "Is anything here true of one person only?" in said
