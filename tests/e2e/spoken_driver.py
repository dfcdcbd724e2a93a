"""Goes to every choice and every page that is only read, and writes down what a screen reader is told of them."""

import sys

from window_driver import close, main, press, type_in, until


def unlock(window, order, report):
    window.click("doorSecret")
    window.wait_for_focus("doorSecret")
    type_in(order["passphrase"])
    until(lambda: len(window.shown("doorSecret").text) == len(order["passphrase"]), "the passphrase is typed")
    press("Return")
    window.wait_for("deskView")
    report["controls"], report["chosen"] = {}, {}


def told(window, report, place):
    report["controls"][place] = window.controls()


def at_a_person(window, _order, report):
    press("alt+1")
    window.wait_for_row("peopleList", "Mirela")
    told(window, report, "person")


def at_a_choice(window, _order, report):
    """Change a choice by an arrow, without opening it."""
    press("alt+3")
    window.wait_for("afterSession")
    press("ctrl+1")
    window.wait_for("noteList")
    window.click("noteSearch")
    window.wait_for_focus("noteSearch")
    press("Tab")
    window.wait_for_focus("noteKindFilter")
    kinds = window.wait_for("noteKindFilter")
    report["chosen"]["before"] = kinds.chosen()
    press("Down")
    until(lambda: kinds.chosen() != report["chosen"]["before"], "something else is chosen")
    report["chosen"]["after"] = kinds.chosen()
    report["chosen"]["name"] = window.wait_for("noteKindFilter").name
    told(window, report, "triage")


def at_the_pages(window, _order, report):
    for key, page in (("ctrl+3", "editionScroll"), ("ctrl+4", "closeKeptScroll"), ("F1", "keySheetScroll")):
        press(key)
        window.wait_for(page)
        told(window, report, page)
    press("Escape")
    until(lambda: not window.shown("keySheet"), "the key sheet has gone")


def at_a_point(window, _order, report):
    press("alt+2")
    window.wait_for_row("pointList", "Wells")
    window.click("pointList")
    press("Home", "Return")
    window.wait_for("pointWordingList")
    told(window, report, "pointWordingList")


def through_the_curtain(window, _order, report):
    """What spoke for the pages goes with them, and is made again with them."""
    press("alt+3")
    window.wait_for("afterSession")
    press("ctrl+1")
    window.wait_for("noteKindFilter")
    for _ in range(5):
        press("F12")
        window.wait_for("curtainBack")
        press("F12")
        window.wait_for("noteKindFilter")
    told(window, report, "after the curtain")


STORY = (unlock, at_a_person, at_a_choice, at_the_pages, at_a_point, through_the_curtain, close)

if __name__ == "__main__":
    main(STORY, *sys.argv[1:])
