"""The keys page by keyboard alone: somebody let in, changed, shut out; codes, shares, and doing without."""

import pytest
from PySide6.QtTest import QTest

from t2desk.app.opening import open_dossier, with_passphrase, with_shares
from t2desk.domain.vault_errors import WrongPassphrase
from t2desk.domain.ways_in import NO_RECOVERY_WORDS
from tests.storage.dossiers import PASSPHRASE, make
from tests.ui.editions.windows import opened, settle

THEIRS, NEW = "plum kettle harbour sixteen violet", "carbon meadow whistle fourteen birch"


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    return make(tmp_path_factory.mktemp("keys") / "d.t2d", ("party.add", {"id": "n", "name": "Northern side"}))


@pytest.fixture
def keys(surroundings, qapp, made, tmp_path):
    with opened(surroundings, made, tmp_path) as one:
        one.go("records")
        one.focus("recordKeys")
        one.press("Space")
        assert one.focused == "keysList"
        yield one


def press_button(keys, name):
    keys.focus(name)
    keys.press("Space")


def fill(keys, name, words):
    box = keys.focus(name)
    QTest.keyClicks(box, words)
    settle()


def ways(keys):
    return [(way.kind, way.label, way.confirmed) for way in keys.find("keysList").model().values()]


def let_in(keys, label="Rapporteur", passphrase=THEIRS):
    press_button(keys, "keysAdd")
    assert keys.focused == "keyLabel"
    fill(keys, "keyLabel", label)
    press_button(keys, "newKind-own")
    fill(keys, "newOwn", passphrase)
    fill(keys, "newOwnAgain", passphrase)
    keys.press("Return")


def opens(keys, passphrase):
    """Say whether a passphrase opens the file as it will lie there: the window is closed for it."""
    keys.window.close()
    settle()
    try:
        with open_dossier(keys.path, with_passphrase(passphrase)):
            return True
    except WrongPassphrase:
        return False


def code_shown(keys):
    return "-".join(keys.find(f"codeGroup{number}").text() for number in range(1, 10))


def test_somebody_is_let_in_by_keyboard_and_opens_it(keys):
    let_in(keys)
    assert ways(keys)[-1] == ("person", "Rapporteur", True)
    assert keys.focused == "keysList"
    assert not keys.find("keyPassphraseFace")
    assert opens(keys, THEIRS)


def test_six_words_are_offered_and_open_it(keys):
    press_button(keys, "keysAdd")
    fill(keys, "keyLabel", "Chair")
    words = " ".join(keys.find(f"newWord{number}").text() for number in range(1, 7))
    assert len(words.split()) == 6
    press_button(keys, "keyGive")
    assert opens(keys, words)


def test_what_is_missing_and_what_is_refused_is_said_beside_its_field(keys):
    press_button(keys, "keysAdd")
    press_button(keys, "keyGive")
    assert keys.find("keyLabelError").isVisible()
    let_in(keys, passphrase="the northern side of it all")
    assert "name" in keys.find("newOwnError").text()
    assert len(ways(keys)) == 2


def test_a_passphrase_is_changed_with_enter(keys):
    keys.find("keysList").setCurrentIndex(keys.find("keysList").model().index(0))
    keys.press("Return")
    press_button(keys, "newKind-own")
    fill(keys, "newOwn", NEW)
    fill(keys, "newOwnAgain", NEW)
    keys.press("Return")
    assert "old passphrase" in keys.find("keysSaid").text()
    assert opens(keys, NEW)


def test_shutting_out_asks_who_stays_and_says_who_else_would_go(keys):
    let_in(keys)
    let_in(keys, "Chair", NEW)
    view = keys.find("keysList")
    view.setCurrentIndex(view.model().index(2))
    view.setFocus()
    keys.press("Delete")
    press_button(keys, "keyRemoveReally")
    assert "at least one" in keys.find("keyShutOut").text()
    fill(keys, "keyStay1", PASSPHRASE)
    keys.press("Return")
    assert "Chair" in keys.find("keyShutOut").text()
    assert len(ways(keys)) == 4
    fill(keys, "keyStay2", NEW)
    keys.press("Return")
    code = code_shown(keys)
    assert [kind for kind, _label, _confirmed in ways(keys)] == ["passphrase", "person", "recovery"]
    press_button(keys, "codeWritten")
    fill(keys, "codeTyped", code)
    keys.press("Return")
    assert all(confirmed for _kind, _label, confirmed in ways(keys))
    assert not opens(keys, THEIRS)
    assert opens(keys, NEW)


def test_the_last_passphrase_is_not_taken_away(keys):
    press_button(keys, "keysRemove")
    assert "last passphrase" in keys.find("keysSaid").text() or "Choose" in keys.find("keysSaid").text()
    view = keys.find("keysList")
    view.setCurrentIndex(view.model().index(0))
    press_button(keys, "keysRemove")
    assert "last passphrase" in keys.find("keysSaid").text()


def test_a_new_code_counts_once_it_was_typed_back(keys):
    press_button(keys, "keysCode")
    code = code_shown(keys)
    press_button(keys, "codeWritten")
    fill(keys, "codeTyped", code[:-1] + ("0" if code[-1] != "0" else "1"))
    assert keys.find("codeTypedError").isVisible()
    keys.find("codeTyped").clear()
    fill(keys, "codeTyped", code)
    keys.press("Return")
    assert ways(keys)[-1] == ("recovery", "", True)


def test_the_shares_are_shown_one_by_one_and_two_of_them_open_it(keys):
    press_button(keys, "keysSplit")
    shares = []
    for _ in range(3):
        shares.append(" ".join(keys.find(f"keyShareWord{number}").text() for number in range(1, 34)))
        press_button(keys, "keyShareNext")
    assert keys.focused == "keysList"
    assert not keys.find("keyShareFace")
    keys.window.close()
    settle()
    with open_dossier(keys.path, with_shares(shares[1:])) as dossier:
        dossier.verify()


def test_without_a_code_only_when_it_is_typed_out(keys):
    press_button(keys, "keysNoCode")
    fill(keys, "keyNoCodeTyped", "yes")
    keys.press("Return")
    assert keys.find("keyNoCodeTypedError").isVisible()
    keys.find("keyNoCodeTyped").clear()
    fill(keys, "keyNoCodeTyped", NO_RECOVERY_WORDS)
    keys.press("Return")
    assert [kind for kind, _label, _confirmed in ways(keys)] == ["passphrase"]
    assert not keys.find("keysNoCode").isVisible()


def test_escape_leaves_what_is_being_done_and_then_the_page(keys):
    press_button(keys, "keysAdd")
    fill(keys, "keyLabel", "Chair")
    keys.press("Escape")
    assert keys.find("keyLabel").text() == ""
    keys.press("Escape")
    assert not keys.find("keyPassphraseFace")
    keys.press("Escape")
    assert not keys.find("keysPage")
    assert keys.focused == "searchField"


def test_a_curtain_takes_code_and_shares_with_it(keys):
    press_button(keys, "keysSplit")
    QTest.keySequence(keys.window, "F12")
    settle()
    assert not keys.find("keyShareFace")
