"""A backup at the door: chosen from those there are, looked into after its passphrase, and made a dossier again."""

import pytest

from t2desk.app.opening import open_dossier, with_passphrase
from tests.storage.dossiers import make, names_in, note, opening, session
from tests.storage.test_copies import spoil
from tests.ui.door.test_door import PASSPHRASE, at_the_door  # noqa: F401


@pytest.fixture
def path(tmp_path):
    return make(tmp_path / "dialogue.t2d", session("Morning"), note("first"))


@pytest.fixture
def restoring(at_the_door, path):  # noqa: F811
    here = at_the_door(path)
    here.press("doorRestore")
    return here


def test_the_newest_backup_is_offered_and_told_by_when_it_was_made(restoring, path):
    assert restoring.focus() == "restoreList"
    assert restoring.find("restoreList").model().rowCount() == 2
    assert restoring.text("restorePath").endswith("000002.t2d")
    assert not restoring.find("previewLines")
    restoring.find("restoreList").setCurrentIndex(restoring.find("restoreList").model().index(1))
    assert restoring.text("restorePath").endswith("000001.t2d")


def test_what_is_in_it_is_shown_only_after_its_passphrase(restoring, path):
    restoring.type("restoreSecret", "a wrong one that is long", enter=True)
    assert restoring.said("restoreSecretError")
    assert not restoring.find("previewFace")
    restoring.type("restoreSecret", PASSPHRASE, enter=True)
    lines = restoring.text("previewLines")
    assert "Water and transit" in lines
    assert "notes: 1" in lines
    with opening(path) as dossier:
        assert dossier.head_words() in restoring.text("previewHead")
    assert names_in(path.parent) == {"dialogue.t2d", "dialogue.t2d-backups"}
    restoring.press("previewBack")
    assert restoring.focus() == "restoreList"


def test_it_is_restored_beside_the_damaged_one_and_opened(restoring, path):
    spoil(path, 5)
    before = path.read_bytes()
    restoring.type("restoreSecret", PASSPHRASE, enter=True)
    assert restoring.text("previewWhere").endswith("dialogue-restored.t2d")
    restoring.press("previewWhere")
    if not restoring.inside:  # the recovery code was never typed back
        restoring.press("codeOther")
    (dossier,) = restoring.inside
    assert dossier.path.name == "dialogue-restored.t2d"
    assert path.read_bytes() == before
    dossier.close()
    with open_dossier(dossier.path, with_passphrase(PASSPHRASE)) as opened:
        opened.verify()


def test_a_place_that_is_taken_is_refused_beside_it(restoring, path):
    restoring.type("restoreSecret", PASSPHRASE, enter=True)
    restoring.find("previewWhere").setText(str(path))
    restoring.press("previewWhere")
    assert "already" in restoring.said("previewWhereError")
    assert restoring.inside == []


def test_without_backups_a_file_is_asked_for(at_the_door, tmp_path):  # noqa: F811
    here = at_the_door()
    here.press("doorRestore")
    assert here.focus() == "restorePath"
    here.press("restoreLook")
    assert here.said("restorePathError")
    here.press("restoreBack")
    assert here.focus() == "doorPath"
