"""Sits at the window from outside: AT-SPI to see, xdotool to act; run by Debian's own Python, which has both."""

import ctypes
import json
import subprocess
import sys
import time
from pathlib import Path

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  (only once its version is chosen)

BOUND = 15.0
STATES = Atspi.StateType


def until(condition, what, bound=BOUND):
    """Ask again and again until there is an answer, and end where there is none in time."""
    end = time.monotonic() + bound
    while time.monotonic() < end:
        answer = condition()
        if answer:
            return answer
        time.sleep(0.02)
    raise TimeoutError(what)


def xdotool(*arguments):
    return subprocess.run(["xdotool", *map(str, arguments)], check=True, capture_output=True, text=True).stdout


def press(*keys):
    xdotool("key", "--clearmodifiers", *keys)


def type_in(text):
    xdotool("type", "--delay", 12, text)


class Seen:
    """One accessible; everything is asked of the program at the moment it is wanted."""

    def __init__(self, accessible):
        self.itself = accessible

    @property
    def id(self):
        return (self.itself.get_accessible_id() or "").rpartition(".")[2]

    @property
    def name(self):
        return self.itself.get_name() or ""

    @property
    def role(self):
        return self.itself.get_role_name() or ""

    @property
    def text(self):
        is_text = "Text" in self.itself.get_interfaces()
        return Atspi.Text.get_text(self.itself, 0, Atspi.Text.get_character_count(self.itself)) if is_text else ""

    def has(self, *states):
        held = self.itself.get_state_set()
        return all(held.contains(state) for state in states)

    def words(self):
        return [part for part in (self.name, self.itself.get_description(), self.text) if part]

    def told(self):
        says = self.itself.get_description() or ""
        told = {"id": self.id, "name": self.name, "role": self.role, "says": says, "on": self.has(STATES.CHECKED)}
        return told | {"chosen": self.chosen()} if self.role == "combo box" else told

    def chosen(self):
        """Return what a screen reader says is chosen: the selected row of the one list in a combo box.

        So does Orca (getComboBoxValue in its script_utilities.py), where the box itself has no selection to tell.
        """
        rows = self.children()[0].itself
        count = Atspi.Selection.get_n_selected_children(rows)
        return [Atspi.Selection.get_selected_child(rows, place).get_name() for place in range(count)]

    def children(self):
        found = [self.itself.get_child_at_index(number) for number in range(self.itself.get_child_count())]
        return [Seen(child) for child in found if child]


class Window:
    """The program's tree on the accessibility bus; of what was found only the place is remembered."""

    def __init__(self):
        Atspi.init()
        self.root = Seen(until(self._program, "the program is on the bus", 20))
        self.root.itself.set_cache_mask(Atspi.Cache.NONE)
        self._places = {}
        self.spoken = []
        self._listener = Atspi.EventListener.new(lambda event: self.spoken.append(event.any_data))
        self._listener.register("object:announcement")

    def wait_for_spoken(self, words):
        """Wait until a screen reader was told these words, and forget what it was told until then."""

        def heard():
            while GLib.MainContext.default().iteration(False):
                pass
            return words in self.spoken

        until(heard, f"{words!r} is spoken; heard: {self.spoken}")
        self.spoken.clear()

    def follow_the_lock(self):
        """Wait until the program has replaced itself, and look at its next image from now on."""

        def is_gone():
            try:
                return not self.root.itself.get_child_count()
            except GLib.Error:
                return True

        until(is_gone, "the program has left", 20)
        self._places.clear()
        self.root = Seen(until(self._program, "the next image is on the bus", 20))
        self.root.itself.set_cache_mask(Atspi.Cache.NONE)

    def _program(self):
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        programs = [desktop.get_child_at_index(number) for number in range(desktop.get_child_count())]
        return next((one for one in programs if one and one.get_name() == "t2desk"), None)

    def everything(self, only_shown=False):
        """Go through all there is, or what can be seen; what goes away meanwhile is left out."""
        waiting = self.root.children()
        while waiting:
            one = waiting.pop()
            try:
                if not only_shown or one.has(STATES.SHOWING):
                    yield one
                    waiting.extend(reversed(one.children()))
            except GLib.Error:
                continue

    def shown(self, name):
        """Return what has this id and can be seen, or None."""
        known = self._places.get(name)
        try:
            if known and known.id == name and known.has(STATES.SHOWING):
                return known
        except GLib.Error:
            del self._places[name]
        for one in self.everything(only_shown=True):
            if one.id == name:
                self._places[name] = one
                return one
        return None

    def wait_for(self, name):
        return until(lambda: self.shown(name), f"{name} is shown")

    def wait_for_words(self, name, words):
        """Wait until something says these words, as its name or as its text."""

        def says():
            one = self.shown(name)
            return one and any(words in said for said in one.words())

        until(says, f"{name} says {words!r}")

    def wait_for_row(self, name, words):
        until(lambda: any(words in row.name for row in self.wait_for(name).children()), f"a row says {words!r}")

    def focused(self):
        shown = self.everything(only_shown=True)
        return next((one.id for one in shown if one.has(STATES.FOCUSED) and one.role != "frame"), "")

    def wait_for_focus(self, name):
        until(lambda: self.wait_for(name).has(STATES.FOCUSED), f"{name} has the focus")

    def words(self):
        """Return whatever can be read, shown or not, as any other program of this user could."""
        return [words for one in self.everything() for words in one.words()]

    def controls(self):
        """Return what somebody can be at: what is shown and can have the focus, without the window itself."""
        controls = [one for one in self.everything(only_shown=True) if one.has(STATES.FOCUSABLE)]
        return [one.told() for one in controls if one.role != "frame"]

    def titles(self):
        return [one.name for one in self.root.children()]

    def click(self, name):
        box = Atspi.Component.get_extents(self.wait_for(name).itself, Atspi.CoordType.SCREEN)
        xdotool("mousemove", box.x + box.width // 2, box.y + box.height // 2, "click", 1)


class ClientMessage(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("sent", ctypes.c_int), ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong), ("kind", ctypes.c_ulong), ("format", ctypes.c_int), ("data", ctypes.c_long * 24),
    )  # fmt: skip


def ask_to_close(window):
    """Send what a window manager sends when somebody closes a window: there is none on this screen."""
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XInternAtom.restype = ctypes.c_ulong
    display = ctypes.c_void_p(x11.XOpenDisplay(None))
    protocols, delete = (x11.XInternAtom(display, name, 0) for name in (b"WM_PROTOCOLS", b"WM_DELETE_WINDOW"))
    message = ClientMessage(33, 0, 1, display, window, protocols, 32)
    message.data[0] = delete
    x11.XSendEvent(display, ctypes.c_ulong(window), 0, ctypes.c_long(0), ctypes.byref(message))
    x11.XCloseDisplay(display)


def walk_by_tab(window, first):
    """Press Tab from a field until it is reached again, and return what had the focus on the way."""
    window.click(first)
    window.wait_for_focus(first)
    controls = {one.id: one for one in window.everything(only_shown=True) if one.has(STATES.FOCUSABLE)}
    reached = [first]
    for _ in controls:
        press("Tab")
        here = until(lambda: next_focus(controls, reached[-1]), f"Tab leads on from {reached[-1]}")
        if here == first:
            break
        reached.append(here)
    return reached


def next_focus(controls, before):
    return next((name for name, one in controls.items() if name != before and one.has(STATES.FOCUSED)), None)


def at_the_door(window, order, report):
    window.wait_for("doorSecret")
    report["titles"] = window.titles()
    report["controls"] = {"door": window.controls()}
    report["by tab"] = {"door": walk_by_tab(window, "doorPath")}
    window.click("doorNew")
    window.wait_for("newMake")
    report["controls"]["new"] = window.controls()
    report["by tab"]["new"] = walk_by_tab(window, "newTitle")
    window.click("newBack")
    window.click("doorSecret")
    window.wait_for_focus("doorSecret")
    type_in(order["passphrase"])
    until(lambda: len(window.shown("doorSecret").text) == len(order["passphrase"]), "the passphrase is typed")
    report["read at the door"] = window.words()
    press("Return")


def at_the_desk(window, order, report):
    window.wait_for("deskView")
    window.click("idle-session-begin")
    window.wait_for_words("sessionChip", "In session")
    report["titles"] += window.titles()
    for keys, line, shown in order["lines"]:
        press(keys)
        window.wait_for_focus("captureBox")
        type_in(line)
        until(lambda typed=line: window.shown("captureBox").text.endswith(typed), f"{line!r} is typed")
        press("Return")
        until(lambda: not window.shown("captureBox").text, "the line is empty again")
        window.wait_for_spoken("Saved")
        window.wait_for_words("savedChip", "Saved")
        if shown:
            window.wait_for_row("pointList", shown)
    report["controls"]["desk"] = window.controls()


def on_the_floor(window, order, report):
    press("Escape")
    until(lambda: window.focused() != "captureBox", "the line is left")
    (wrong, wrong_name), (right, right_name) = order["speakers"]
    give_the_floor(window, wrong, wrong_name)
    press("ctrl+z")
    window.wait_for_words("idleTitle", "Nobody has the floor")
    give_the_floor(window, right, right_name)
    report["controls"]["turn"] = window.controls()


def give_the_floor(window, letters, name):
    press("s")
    window.wait_for_focus("chooserField")
    type_in(letters)
    window.wait_for_row("chooserList", name)
    press("Return")
    window.wait_for_words("speakerName", name)


def behind_the_curtain(window, order, report):
    report["read before the curtain"] = window.words()
    press("F12")
    window.wait_for("curtainBack")
    until(lambda: not any(one.id == "deskView" for one in window.everything()), "the desk is gone")
    report["read while curtained"] = window.words()
    report["controls"]["curtain"] = window.controls()
    press("F12")
    window.wait_for_words("speakerName", order["speakers"][1][1])


def in_every_view(window, order, report):
    for key, view in order["views"]:
        press(key)
        until(lambda button=f"view-{view}": window.wait_for(button).has(STATES.CHECKED), f"{view} is shown")
        report["controls"][view] = window.controls()
        report["titles"] += window.titles()


def close(_window, _order, _report):
    """Close the window, as its frame's own button would."""
    (frame,) = xdotool("search", "--onlyvisible", "--name", "^t2desk$").split()
    ask_to_close(int(frame))


STORY = (at_the_door, at_the_desk, on_the_floor, behind_the_curtain, in_every_view, close)


def play(story, order, report):
    """Go through a story; where it stops, say what could be seen."""
    window = Window()
    for part in story:
        began = time.monotonic()
        try:
            part(window, order, report)
        except BaseException:
            print(f"stopped in {part.__name__}; the focus is at {window.focused()!r}; seen by then:", file=sys.stderr)
            print([one.words() for one in window.everything(only_shown=True)], json.dumps(report), file=sys.stderr)
            raise
        report.setdefault("seconds", {})[part.__name__] = round(time.monotonic() - began, 1)


def main(story, order_file, report_file):
    """Start the program that the order names, play a story in it, and write down what was seen."""
    order, report = json.loads(Path(order_file).read_text("utf-8")), {}
    launcher = subprocess.Popen(["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"])
    program = subprocess.Popen(order["command"], cwd=order["home"])
    try:
        play(story, order, report)
        report["code"] = program.wait(BOUND)
    finally:
        for process in (program, launcher):
            process.terminate()
    Path(report_file).write_text(json.dumps(report), "utf-8")


if __name__ == "__main__":
    main(STORY, *sys.argv[1:])
