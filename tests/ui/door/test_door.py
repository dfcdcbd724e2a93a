"""The door by its keys: opening, making, the recovery code, and what it forgets."""

import gc
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from t2desk.app.keeping import Keeper
from t2desk.app.opening import create_dossier
from t2desk.app.window import load_behind_the_door, make_window
from t2desk.domain.disk import DiskFull
from t2desk.ui.door.panel import Door
from t2desk.ui.kit.lane import InlineLane
from t2desk.vault.kdf import CHEAPEST

TOP = Path(__file__).resolve().parents[3]
PASSPHRASE = "lantern orbit velvet thistle gravel mosaic"


class HeldLane(InlineLane):
    """A lane that works when it is told to."""

    def __init__(self):
        self.waiting = []

    def submit(self, work, done, failed):
        self.waiting.append((work, done, failed))

    def go(self):
        waiting, self.waiting = self.waiting, []
        for job in waiting:
            super().submit(*job)


class KeyboardThatSays:
    def __init__(self):
        self.caps, self.named = None, ""

    def caps_lock(self):
        return self.caps

    def layout(self):
        return self.named


class AtTheDoor:
    """A window at its door, and short ways to type and to read."""

    def __init__(self, qtbot, surroundings, path=None, lane=None, keyboard=None):
        self.keeper, self.inside = Keeper(cost=CHEAPEST), []
        self.door = Door(surroundings, lane or InlineLane(), self.keeper, path, self.inside.append, keyboard)
        qtbot.addWidget(self.door)
        self.door.resize(1024, 640)
        self.door.show()
        qtbot.waitExposed(self.door)
        self.door.activateWindow()

    def find(self, name, kind=QWidget):
        return self.door.findChild(kind, name)

    def text(self, name):
        return self.find(name).text()

    def said(self, name):
        """Return what a label says, if it can be seen."""
        shown = self.find(name, QLabel)
        return shown.text() if shown.isVisible() else ""

    def type(self, name, text, enter=False):
        self.find(name).setFocus()
        QTest.keyClicks(self.find(name), text)
        if enter:
            self.press(name)

    def press(self, name, key=Qt.Key.Key_Return):
        QTest.keyClick(self.find(name), key)

    def focus(self):
        """Return the name of what has the focus."""
        return self.door.window().focusWidget().objectName()

    def code(self):
        return "-".join(self.text(f"codeGroup{number}") for number in range(1, 10))


@pytest.fixture
def at_the_door(qtbot, surroundings):
    made = []

    def make(path=None, **how):
        made.append(AtTheDoor(qtbot, surroundings, path, **how))
        return made[-1]

    yield make
    for one in made:
        one.keeper.close_all()


@pytest.fixture
def dossier(tmp_path):
    """A dossier whose recovery code is on paper but was never typed back, and that code."""
    made = create_dossier(tmp_path / "dialogue.t2d", "Water and transit", PASSPHRASE, CHEAPEST)
    return made.path, made.recovery_code


def making(at_the_door, tmp_path):
    """Bring somebody to the face that makes a dossier."""
    here = at_the_door()
    here.press("doorNew")
    here.find("newWhere").setText(str(tmp_path / "talks.t2d"))
    return here


def test_a_known_file_leaves_only_the_passphrase_to_type(at_the_door, dossier):
    assert at_the_door(dossier[0]).focus() == "doorSecret"
    assert at_the_door().focus() == "doorPath"


def test_tab_goes_from_the_file_to_the_passphrase_to_open(at_the_door):
    here, order = at_the_door(), []
    for _ in range(7):
        order.append(here.focus())
        QTest.keyClick(here.door.window().focusWidget(), Qt.Key.Key_Tab)
    assert order == ["doorPath", "doorChoose", "doorSecret", "doorSecretShow", "doorOpen", "doorNew", "doorRestore"]


def test_a_passphrase_opens_and_the_code_may_be_typed_back_later(at_the_door, dossier):
    here = at_the_door(dossier[0])
    here.type("doorSecret", PASSPHRASE, enter=True)
    assert here.inside == []
    assert here.focus() == "codeTyped"
    here.press("codeOther")
    (opened,) = here.inside
    assert not opened.keys.recovery_is_confirmed()


def test_typing_the_code_back_from_paper_is_kept(at_the_door, dossier):
    path, code = dossier
    here = at_the_door(path)
    here.type("doorSecret", PASSPHRASE, enter=True)
    here.type("codeTyped", "0" * 36, enter=True)
    assert "not the recovery code" in here.said("codeTypedError")
    here.type("codeTyped", code.lower(), enter=True)
    assert here.inside[0].keys.recovery_is_confirmed()


def test_the_recovery_code_opens_in_the_same_box(at_the_door, dossier):
    path, code = dossier
    here = at_the_door(path)
    here.type("doorSecret", code.replace("-", " "), enter=True)
    here.press("codeOther")
    assert len(here.inside) == 1


@pytest.mark.parametrize(
    ("secret", "sentence"),
    [("not this one at all", "This passphrase does not open"), ("0" * 35 + "1", "has a typing mistake")],
)
def test_a_wrong_secret_is_said_beside_it_and_is_gone_from_the_box(at_the_door, dossier, secret, sentence):
    here = at_the_door(dossier[0])
    here.type("doorSecret", secret, enter=True)
    assert sentence in here.said("doorSecretError")
    assert here.said("doorPathError") == ""
    assert here.text("doorSecret") == ""
    assert here.focus() == "doorSecret"
    here.type("doorSecret", "a")
    assert here.said("doorSecretError") == ""


def test_a_missing_file_is_said_beside_the_file(at_the_door, tmp_path):
    here = at_the_door(tmp_path / "nowhere.t2d")
    here.type("doorSecret", PASSPHRASE, enter=True)
    assert "There is no file" in here.said("doorPathError")
    assert here.said("doorSecretError") == ""
    assert here.focus() == "doorPath"


def test_while_a_key_is_derived_nothing_can_be_typed_and_nothing_is_left_in_the_box(at_the_door, dossier):
    lane = HeldLane()
    here = at_the_door(dossier[0], lane=lane)
    here.type("doorSecret", PASSPHRASE, enter=True)
    assert here.find("doorProgress").isVisible()
    assert not here.find("doorSecret").isEnabled()
    assert not here.find("doorOpen").isEnabled()
    assert here.text("doorSecret") == ""
    lane.go()
    assert here.find("codeTyped").isVisible()


def test_escape_takes_back_what_was_typed_and_nothing_else(at_the_door, dossier):
    here = at_the_door(dossier[0])
    here.type("doorSecret", "half a pass")
    here.press("doorSecret", Qt.Key.Key_Escape)
    assert here.text("doorSecret") == ""
    assert here.text("doorPath") == str(dossier[0])
    QTest.keySequence(here.find("doorSecret"), "Ctrl+Z")
    assert here.text("doorSecret") == ""


def test_showing_a_passphrase_ends_when_it_is_used(at_the_door, dossier):
    here = at_the_door(dossier[0])
    here.type("doorSecret", "seen")
    here.press("doorSecretShow", Qt.Key.Key_Space)
    assert here.find("doorSecret").echoMode() is QLineEdit.EchoMode.Normal
    here.press("doorSecret")
    assert here.find("doorSecret").echoMode() is QLineEdit.EchoMode.Password


def test_caps_lock_is_known_from_the_keys_themselves(at_the_door, dossier):
    here = at_the_door(dossier[0], keyboard=KeyboardThatSays())
    QTest.keyClick(here.find("doorSecret"), "a")
    assert here.said("capsLock") == ""
    QTest.keyClick(here.find("doorSecret"), "B")  # a capital, and no Shift
    assert here.said("capsLock") == "Caps Lock is on."
    here.press("doorSecret", Qt.Key.Key_CapsLock)
    assert here.said("capsLock") == ""


def test_what_the_system_says_of_the_keyboard_stands_under_the_box(at_the_door, dossier):
    keyboard = KeyboardThatSays()
    keyboard.caps, keyboard.named = True, "FR"
    here = at_the_door(dossier[0], keyboard=keyboard)
    assert here.said("keyboardLayout") == "Keyboard: FR"
    assert here.said("capsLock") == "Caps Lock is on."


def test_making_a_dossier_by_the_keyboard_alone(at_the_door, tmp_path):
    here = making(at_the_door, tmp_path)
    assert here.focus() == "newTitle"
    here.press("newTitle")
    assert "Give the dialogue a title" in here.said("newTitleError")
    here.type("newTitle", "Water and transit", enter=True)
    code = here.code()
    here.press(here.focus())
    assert here.find("codeGroup1", QLabel) is None or not here.find("codeGroup1").isVisible()
    here.type("codeTyped", code.lower(), enter=True)
    (opened,) = here.inside
    assert opened.keys.recovery_is_confirmed()
    assert (tmp_path / "talks.t2d").exists()


def test_the_wrong_group_is_named_and_the_desk_stays_shut(at_the_door, tmp_path):
    here = making(at_the_door, tmp_path)
    here.type("newTitle", "Water", enter=True)
    code = here.code()
    here.press("codeWritten")
    wrong = "0" if code[10] != "0" else "1"
    here.type("codeTyped", code[:10] + wrong + code[11:], enter=True)
    assert here.said("codeTypedError") == "Group 3 is not as it was shown."
    assert here.inside == []
    here.press("codeTyped", Qt.Key.Key_Escape)
    here.type("codeTyped", code[:20], enter=True)
    assert "36" in here.said("codeTypedError")
    here.press("codeOther")
    assert here.code() == code


def test_other_words_are_six_other_words_and_they_open(at_the_door, tmp_path):
    here = making(at_the_door, tmp_path)
    first = [here.text(f"newWord{number}") for number in range(1, 7)]
    here.press("newOthers", Qt.Key.Key_Space)
    second = [here.text(f"newWord{number}") for number in range(1, 7)]
    assert all(second)
    assert first != second
    here.type("newTitle", "Water", enter=True)
    here.keeper.open(tmp_path / "talks.t2d", " ".join(second))


@pytest.mark.parametrize(
    ("passphrase", "sentence"),
    [
        ("short", "at least 15 characters"),
        ("abcabcabcabcabcabc", "repeats a pattern"),
        ("the water runs over everything", "contains a name"),
    ],
)
def test_a_passphrase_of_ones_own_is_judged_while_it_is_typed(at_the_door, tmp_path, qtbot, passphrase, sentence):
    here = making(at_the_door, tmp_path)
    here.type("newTitle", "Water and transit")
    here.find("newKind-own").click()
    here.type("newOwn", passphrase)
    qtbot.waitUntil(lambda: sentence in here.said("newOwnHint"))
    here.press("newOwn", Qt.Key.Key_Escape)
    here.type("newOwn", PASSPHRASE)
    qtbot.waitUntil(lambda: here.said("newJudgement").startswith("Good"))


def test_two_different_passphrases_make_nothing(at_the_door, tmp_path):
    here = making(at_the_door, tmp_path)
    here.type("newTitle", "Water and transit")
    here.find("newKind-own").click()
    here.type("newOwn", PASSPHRASE)
    here.type("newOwnAgain", PASSPHRASE + "s", enter=True)
    assert "do not agree" in here.said("newOwnAgainError")
    assert not (tmp_path / "talks.t2d").exists()


def test_a_taken_name_is_said_beside_the_place(at_the_door, tmp_path):
    (tmp_path / "talks.t2d").write_bytes(b"here")
    here = making(at_the_door, tmp_path)
    here.type("newTitle", "Water", enter=True)
    assert "already exists" in here.said("newWhereError")
    assert (tmp_path / "talks.t2d").read_bytes() == b"here"


def test_a_full_disk_is_said_and_the_face_can_be_used_again(at_the_door, tmp_path, monkeypatch):
    here = making(at_the_door, tmp_path)

    def full(*_args):
        raise DiskFull(name="talks.t2d")

    monkeypatch.setattr(here.keeper, "create", full)
    here.type("newTitle", "Water", enter=True)
    assert "no room left" in here.said("newWhereError")
    assert here.find("newMake").isEnabled()


def test_what_is_remembered_is_remembered_only_where_that_was_chosen(at_the_door, surroundings, dossier):
    path = dossier[0]
    for chosen, kept in ((False, ""), (True, str(path))):
        surroundings.settings.change(surroundings.settings.settings.with_field("remember_place", chosen))
        here = at_the_door(path)
        here.type("doorSecret", PASSPHRASE, enter=True)
        here.press("codeOther")
        here.keeper.close_all()
        assert surroundings.settings.settings.last_place == kept
    assert at_the_door().text("doorPath") == str(path)


def test_choosing_a_file_leaves_no_list_of_files(at_the_door, dossier, qtbot):
    here = at_the_door()
    here.find("doorPath").setText(str(dossier[0].parent))
    here.press("doorChoose")
    dialog = here.find("fileDialog")
    dialog.selectFile(str(dossier[0]))
    dialog.accept()
    qtbot.waitUntil(lambda: here.find("fileDialog") is None)
    assert here.text("doorPath") == str(dossier[0])
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    assert not [key for key in settings.allKeys() if key.startswith("FileDialog")]
    assert not Path(settings.fileName()).exists()


def test_a_window_shut_while_its_door_holds_a_dossier_closes_it(qtbot, surroundings, dossier):
    path = dossier[0]
    window = make_window(surroundings, InlineLane(), Keeper(cost=CHEAPEST), path)
    qtbot.addWidget(window)
    window.show()
    box = window.findChild(QLineEdit, "doorSecret")
    QTest.keyClicks(box, PASSPHRASE)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert path.with_name("dialogue.t2d-keys").exists()
    window.close()
    assert not path.with_name("dialogue.t2d-keys").exists()


@pytest.mark.parametrize(("is_known", "first"), [(True, "doorSecret"), (False, "doorPath")])
def test_in_the_window_the_caret_begins_where_something_is_missing(qtbot, surroundings, dossier, is_known, first):
    """Else whoever types a passphrase at once types it in clear, into the box for the file."""
    path = dossier[0] if is_known else None
    window = make_window(surroundings, InlineLane(), Keeper(cost=CHEAPEST), path)
    qtbot.addWidget(window)
    window.show()
    assert window.focusWidget() is not None
    assert window.focusWidget().objectName() == first


# What the door is made of. Whoever adds to it makes every start longer: see `dev.py bench window-door`.
ROOMS_OF_THE_DOOR = {
    "app", "cli", "domain", "i18n", "system", "ui", "ui.door", "ui.kit", "ui.shell", "vault", "vault.hardening",
    "app.leaving", "app.process", "app.window", "cli.guarding", "cli.windowing",
}  # fmt: skip
LIBRARIES_OF_THE_DOOR = {"PySide6", "shiboken6", "shibokensupport", "platformdirs"}
# Parts of the standard library that take long, and that something small brought once or may bring.
TOO_LONG_FOR_THE_DOOR = {"asyncio", "email", "hashlib", "hmac", "secrets", "ssl", "socket", "http", "sqlite3", "uuid"}


def test_the_door_is_painted_with_nothing_loaded_but_its_own():
    code = (
        "import sys; before = set(sys.modules)\n"
        "from t2desk.cli.windowing import load_window; load_window()\n"
        "from t2desk.app.window import LateKeeper, make_application, make_window\n"
        "from t2desk.ui.kit.lane import InlineLane\n"
        "application, surroundings = make_application('en')\n"
        "window = make_window(surroundings, InlineLane(), LateKeeper(), None)\n"
        "window.show(); application.processEvents(); window.grab()\n"
        "import linecache, json\n"
        "new = set(sys.modules) - before\n"
        "loaded = {name: getattr(sys.modules[name], '__file__', None) for name in new}\n"
        "print(json.dumps([loaded, list(linecache.cache)]))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=TOP, capture_output=True, text=True, check=True)
    loaded, sources_read = json.loads(done.stdout.splitlines()[-1])
    ours = {name.removeprefix("t2desk.") for name in loaded if name.startswith("t2desk.")}
    singly = {name for name in ours if name.split(".")[0] in {"app", "cli", "vault"}}
    by_room = {
        ".".join(name.split(".")[:2]) if name.startswith("ui.") else name.split(".")[0] for name in ours - singly
    }
    assert singly | by_room <= ROOMS_OF_THE_DOOR
    installed = {name.split(".")[0] for name, file in loaded.items() if file and "site-packages" in file}
    assert installed <= LIBRARIES_OF_THE_DOOR
    assert not TOO_LONG_FOR_THE_DOOR & set(loaded)
    # PySide would have read the source of each of ours, and kept it.
    assert not [file for file in sources_read if f"{os.sep}t2desk{os.sep}ui{os.sep}" in file]


def test_garbage_is_looked_for_again_once_the_door_is_painted(qapp):
    gc.disable()
    try:
        load_behind_the_door()
        assert gc.isenabled()
    finally:
        gc.enable()


def test_a_shown_passphrase_cannot_be_copied_or_cut(at_the_door, dossier, qapp):
    here = at_the_door(dossier[0])
    qapp.clipboard().setText("before")
    here.type("doorSecret", "visible")
    here.press("doorSecretShow", Qt.Key.Key_Space)
    here.find("doorSecret").setFocus()
    for keys in ("Ctrl+A", "Ctrl+C", "Ctrl+X"):
        QTest.keySequence(here.find("doorSecret"), keys)
    assert qapp.clipboard().text() == "before"
    assert here.text("doorSecret") == "visible"


def test_a_copy_without_a_key_header_opens_with_that_of_another_copy(at_the_door, dossier, tmp_path):
    path = dossier[0]
    older, torn = tmp_path / "older.t2d", tmp_path / "torn.t2d"
    shutil.copy(path, older)
    kept = Keeper(cost=CHEAPEST).open(path, PASSPHRASE)
    shutil.copy(path, torn)  # while it is open, the header lies beside it
    kept.close()
    here = at_the_door(torn)
    assert not here.find("doorHeader").isVisible()
    here.type("doorSecret", PASSPHRASE, enter=True)
    assert "no key header" in here.said("doorPathError")
    assert here.focus() == "doorHeader"
    here.type("doorHeader", str(older))
    here.type("doorSecret", PASSPHRASE, enter=True)
    here.press("codeOther")
    assert len(here.inside) == 1
