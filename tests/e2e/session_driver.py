"""Plays a whole session as two people would, by keyboard alone: prepare, hold, write, export, close, open again."""

import sys
from pathlib import Path

from window_driver import close, main, press, until, xdotool


def take_the_screen(_window=None):
    """Give the window the keys: there is no window manager on this screen that would."""
    found = until(lambda: xdotool("search", "--onlyvisible", "--name", "^t2desk$").split(), "the window is there")
    xdotool("windowfocus", "--sync", found[0])


def type_in(text):
    """Type as fast as a window without a compositor takes it: much is typed here."""
    xdotool("type", "--delay", 4, text)


def type_line(window, box, line):
    """Type a line, wait until all of it stands there, and press Enter."""
    window.wait_for_focus(box)
    type_in(line)
    until(lambda: window.shown(box).text.endswith(line), f"{line!r} is typed into {box}")
    press("Return")


def unlock(window, order, _report):
    """Type the passphrase, where the caret must be by itself, and the recovery code back."""
    take_the_screen()
    window.wait_for_focus("doorSecret")
    type_in(order["passphrase"])
    until(lambda: len(window.shown("doorSecret").text) == len(order["passphrase"]), "the passphrase is typed")
    press("Return")
    window.wait_for_focus("codeTyped")
    type_in(order["recovery code"].lower())
    press("Return")
    window.wait_for("deskView")


def bring_in_people(window, order, _report):
    press("alt+1")
    window.wait_for("peoplePanel")
    press("ctrl+o")
    type_line(window, "fileNameEdit", order["people"])
    window.wait_for("importTable")
    take_the_screen()
    window.wait_for_focus("importAccept")
    press("Return")
    window.wait_for_row("peopleList", order["last person"])


def make_the_agenda(window, order, _report):
    press("ctrl+2")
    window.wait_for("agendaPanel")
    press("ctrl+n")
    for line in order["items"]:
        type_line(window, "itemAdd", line)
        until(lambda: not window.shown("itemAdd").text, "the line is empty again")
    press("ctrl+3")
    window.wait_for("ruleList")
    press("ctrl+shift+o")
    window.wait_for_words("sessionChip", "In session")


def choose(window, key, letters, name):
    press(key)
    window.wait_for_focus("chooserField")
    type_in(letters)
    window.wait_for_row("chooserList", name)
    press("Return")
    until(lambda: not window.shown("chooserField"), "the chooser has gone")


def hold_the_floor(window, order, _report):
    first, second, interrupting = order["speakers"]
    press("i")
    choose(window, "s", *first)
    window.wait_for_words("speakerName", first[1])
    choose(window, "a", *second)
    window.wait_for_row("queueList", second[1])
    press("p")
    window.wait_for_words("speakerName", "Nobody named yet")
    choose(window, "w", *interrupting)
    window.wait_for_words("speakerName", interrupting[1])
    press("e")
    window.wait_for_words("speakerName", first[1])
    press("space", "space", "plus", "n")
    window.wait_for_words("speakerName", second[1])


def take_down(window, order, report):
    press("F2")
    for line in order["lines"]:
        type_line(window, "captureBox", line)
        until(lambda: not window.shown("captureBox").text, "the line is empty again")
    press("ctrl+z")
    window.wait_for_words("messageText", "Taken back: a note")
    press("ctrl+y")
    window.wait_for_words("messageText", "Done again: a note")
    type_in(order["half typed"])
    press("F10")
    window.wait_for_words("captureNoticeText", "half typed is gone")
    report["read off the record"] = window.words()
    press("F10")
    window.wait_for_words("idleTitle", "Nobody has the floor")


def cover_look_and_adjourn(window, order, _report):
    press("F12")
    window.wait_for("curtainBack")
    press("F12")
    window.wait_for("deskView")
    for keys, shown in (("F1", "keySheet"), ("ctrl+k", "palette")):
        press(keys)
        window.wait_for(shown)
        press("Escape")
        until(lambda name=shown: not window.shown(name), f"{shown} has gone")
    press("ctrl+shift+a")
    window.wait_for_words("sessionChip", "Adjourned")


def write(window, order, report):
    press("alt+3")
    window.wait_for("draftSections")
    press("ctrl+2", "Home", "Down", "Return")
    window.wait_for_focus("sectionText")
    type_in(order["naming"])
    window.wait_for_words("sectionState", "Saved")
    press("Escape")
    window.wait_for_focus("draftSections")
    press("Down", "Return")
    window.wait_for_focus("sectionText")
    type_in(order["second"])
    window.wait_for_words("sectionState", "Saved")
    press("ctrl+3")
    window.wait_for_row("gateFindingList", order["named"])
    window.wait_for_words("exportSaid", "The gate is closed")
    press("x")
    window.wait_for_focus("gateFindingList")
    report["let through"] = Path(order["pdf"]).exists()


def mend_and_export(window, order, _report):
    press("ctrl+2")
    window.wait_for("draftSections")
    press("Home", "Down", "Return")
    window.wait_for_focus("sectionText")
    press("ctrl+a")
    type_in(order["mended"])
    window.wait_for_words("sectionState", "Saved")
    press("ctrl+3")
    window.wait_for("previewPages")
    press("x")
    window.wait_for_words("exportSaid", "ledger")


def close_the_session(window, _order, _report):
    press("ctrl+4")
    window.wait_for_focus("closeSession")
    press("Return")
    window.wait_for_focus("closeBack")
    press("Tab")
    window.wait_for_focus("closeReally")
    press("Return")
    window.wait_for_words("sessionChip", "Settled")


def lock_open_and_search(window, order, report):
    press("ctrl+l")
    window.follow_the_lock()
    take_the_screen()  # no window manager here gives the new window the keys
    window.wait_for_focus("doorSecret")
    report["read when locked"] = window.words()
    type_in(order["passphrase"])
    press("Return")
    window.wait_for("seriesTitle")
    press("ctrl+f")
    window.wait_for_focus("searchField")
    type_in(order["sought"])
    window.wait_for_row("searchResults", order["found"])


STORY = (
    unlock, bring_in_people, make_the_agenda, hold_the_floor, take_down, cover_look_and_adjourn, write, mend_and_export,
    close_the_session, lock_open_and_search, close,
)  # fmt: skip


if __name__ == "__main__":
    main(STORY, *sys.argv[1:])
