"""The window: assembles the door, the views, the bars and the overlays, and holds nothing else."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QStackedLayout,
    QTextEdit,
    QWidget,
)

from t2desk.domain.errors import DeskError
from t2desk.i18n import N_
from t2desk.ui.kit.bridge import DeskBridge
from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.kit.hours import hour_words, length_words
from t2desk.ui.kit.lane import Lane
from t2desk.ui.kit.pieces import column
from t2desk.ui.kit.screens import ScreenWatch
from t2desk.ui.shell.commands import FROM_ANYWHERE, CommandSet, key_of
from t2desk.ui.shell.curtain import Curtain, drop_loose
from t2desk.ui.shell.desk_guard import DeskGuard
from t2desk.ui.shell.keeper import OpenDossier
from t2desk.ui.shell.layout_keys import give_meant
from t2desk.ui.shell.locking import close_and_leave
from t2desk.ui.shell.message_bar import OVER, MessageBar
from t2desk.ui.shell.overlays import KeySheet, Palette
from t2desk.ui.shell.selections import forget_copied, keep_selection
from t2desk.ui.shell.steps_back import has_no_such_step, step_words
from t2desk.ui.shell.tidying import Tidying
from t2desk.ui.shell.top_bar import TopBar
from t2desk.ui.shell.views import Places, ViewKind, ViewParts

if TYPE_CHECKING:  # all of this is loaded behind the door, with the first dossier
    from t2desk.domain.changes import Changes
    from t2desk.services.standing import Standing
    from t2desk.ui.shell.room import RoomDesk
    from t2desk.ui.shell.room_shell import MakeRoom, RoomShell

SMALLEST = (1024, 640)
# Milliseconds between two looks at how long the session has been sitting, which is shown in minutes.
_LOOKS_AGAIN = 15_000
_STATES = {"adjourned": N_("Adjourned"), "planned": N_("Not begun"), "settled": N_("Settled")}
# What may be done while the curtain stands: nothing that touches the desk.
_WHILE_CURTAINED = frozenset({"desk.curtain", "desk.lock", "desk.keys", "room.privacy"})


class MainWindow(QMainWindow):
    """One window from the door to the door; its title never says what is in it."""

    def __init__(
        self,
        surroundings: Surroundings,
        lane: Lane,
        kinds: tuple[ViewKind, ...],
        build_door: Callable[[Callable[[OpenDossier], None], Path | None], QWidget],
        at_the_end: Callable[[], None] | None = None,
        make_room: "MakeRoom | None" = None,
        leave: Callable[[Path | None], None] | None = None,
    ) -> None:
        """Show the door; `leave` replaces the process when the desk is locked."""
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle("t2desk")
        self.setMinimumSize(*SMALLEST)
        self._surroundings, self._lane, self._kinds, self._build_door = surroundings, lane, kinds, build_door
        self._at_the_end = at_the_end
        self._make_room, self._leave = make_room, leave
        self.shell: RoomShell | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101
        self.screens = ScreenWatch(application)
        self.guard = DeskGuard(self, self.screens)
        self.guard.doubted.connect(self._on_doubted)
        self._dossier: OpenDossier | None = None
        self._bridge: DeskBridge | None = None
        self._parts: ViewParts | None = None
        self._shown = "desk"
        self._view: QWidget | None = None
        self.places = Places()
        self._commands = CommandSet(self, surroundings.phrases)
        self._palette = Palette(surroundings, self, self._commands)
        self._keys = KeySheet(surroundings, self)
        self.tidying = Tidying(surroundings, lane, self)
        self.tidying.failed.connect(self._on_failed)
        self.tidying.warned.connect(self._on_warned)
        self.standing: Standing | None = None
        self._commands.take_on("desk.keys", self._keys.open)
        self._commands.take_on("desk.palette", self._palette.open)
        # Only on what has the focus: a filter on the whole application is called for every event there is, and its
        # first unknown QObject makes PySide set up every class of QtWidgets, some 20 ms.
        application.focusChanged.connect(self._on_focus_moved)
        self._show_door()

    @property
    def room(self) -> "RoomDesk | None":
        """The room display from the desk's side, once a dossier has been opened."""
        return self.shell.room if self.shell is not None else None

    def _show_door(self, at: Path | None = None) -> None:
        self._replace(self._build_door(self.enter, at))

    def enter(self, dossier: OpenDossier) -> None:
        """Go through the door into an open dossier."""
        self._dossier = dossier
        self.tidying.take_on(dossier)
        self._bridge = DeskBridge(dossier.desk, self._lane)
        self._bridge.refused.connect(self._on_refused)
        self._bridge.failed.connect(self._on_failed)
        self._bridge.changed.connect(self._on_changed)
        self._bridge.saved.connect(self._on_saved)
        self._bridge.undone.connect(partial(self._on_stepped, N_("Taken back: {what}. Ctrl+Y does it again.")))
        self._bridge.redone.connect(partial(self._on_stepped, N_("Done again: {what}. Ctrl+Z takes it back.")))
        if self.standing is None and self.shell is None:
            keep_selection(QApplication.clipboard())
        if self.shell is None and self._make_room is not None:
            self.shell = self._make_room(
                self, self, self._surroundings, self._say_of_room, self._commands.give, self.screens
            )
        self._take_on_desk()
        self._build_desk()
        if self.shell is not None:
            self.shell.enter(self._bridge, dossier)
        self.guard.trust_one()

    def _say_of_room(self, words: str, tone: str) -> None:
        if self._parts is not None and not self._is_covered():
            self.messages.say(words, tone)

    def _take_on_desk(self) -> None:
        """Take on what the window itself does with an open dossier; the views take on the rest."""
        assert self._bridge is not None  # noqa: S101
        self._commands.take_on("desk.palette", self._palette.open)
        self._commands.take_on("desk.undo", self._bridge.undo)
        self._commands.take_on("desk.redo", self._bridge.redo)
        self._commands.take_on("desk.curtain", self._on_curtain)
        self._commands.take_on("desk.lock", self.lock)
        self._commands.take_on("desk.search", partial(self.go, "records"))
        self._commands.take_on("view.timeline", self._on_timeline)
        acts = self.shell.acts() if self.shell is not None else {}
        for command, act in acts.items():
            self._commands.take_on(command, act)
        for kind in self._kinds:
            self._commands.take_on(kind.command, partial(self.go, kind.name))

    def _build_desk(self) -> None:
        """Build the private pages; the curtain deletes them and this builds them again."""
        assert self._bridge is not None  # noqa: S101
        assert self._dossier is not None  # noqa: S101
        self.messages = MessageBar(self._surroundings)
        self.top = TopBar(self._surroundings, self._kinds, self._commands.give)
        length = QTimer(self.top)  # which it goes with
        length.timeout.connect(self._show_length)
        length.start(_LOOKS_AGAIN)
        self._parts = ViewParts(
            self._surroundings, self._bridge, self._dossier, self._dossier.desk, self._commands,
            self.messages.say, self.go, self.places,
        )  # fmt: skip
        self._place = QWidget()
        self._stack = QStackedLayout(self._place)
        page = QWidget()
        page.setProperty("role", "ground")
        layout = column(self.top, self._place, self.messages, gap=0)
        if self.shell is not None:
            layout.insertWidget(2, self.shell.build_bar(self._parts.now))
        layout.setStretch(1, 1)
        page.setLayout(layout)
        self._view = None
        self._replace(page)
        self.go(self._shown)
        self._read_standing()
        if self.shell is not None:
            self.shell.fit()

    def go(self, name: str) -> None:
        """Show a view by name; the one before is deleted, not hidden."""
        assert self._parts is not None  # noqa: S101
        kind = next(kind for kind in self._kinds if kind.name == name)
        before, self._view = self._view, kind.build(self._parts)
        self._stack.addWidget(self._view)
        self._stack.setCurrentWidget(self._view)
        if before is not None:
            self._stack.removeWidget(before)
            before.deleteLater()
        self._shown = name
        self.top.show_view(name)
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_timeline(self) -> None:
        """Show the line of the session at hand, among the parts of what is done with a session."""
        if self.standing is not None and self.standing.session:
            self.places.remember("after", self.standing.session, "timeline", "")
        self.go("after")

    def _replace(self, page: QWidget) -> None:
        drop_loose(self)
        # Qt hides and deletes the page before. Taken out first, it would be dressed anew as a window of its own.
        self.setCentralWidget(page)
        page.show()  # now: a layout shows its children only when events are next looked at

    def _on_curtain(self) -> None:
        if self._is_covered():
            self.uncover()
        else:
            self.cover()

    def uncover(self) -> None:
        """Draw the curtain back, on whatever screens the window is now: somebody has just said so."""
        if self._dossier is None or not self._is_covered():
            return
        self._keys.drop()
        self.guard.trust()
        self._commands.mute_letter("room.privacy", False)
        self._take_on_desk()
        self._build_desk()
        if self.shell is not None:
            self.shell.desk_came()

    def cover(self, why: str = "") -> None:
        """Delete the private pages and show the curtain, painted before this returns; `why` where nobody asked."""
        if self._dossier is None:
            return
        standing = self.centralWidget()
        if isinstance(standing, Curtain):
            standing.say_why(why)
            return
        self._drop_overlays()
        curtain = Curtain(self._surroundings, why)
        curtain.button.clicked.connect(self._on_curtain)
        self._commands.let_go(one.id for one, _ in self._commands.available() if one.id not in _WHILE_CURTAINED)
        self._commands.mute_letter("room.privacy", True)  # whoever goes on typing must not draw the curtain back
        self._view = None
        self._replace(curtain)
        # Where it fell by itself somebody may be typing: a blank in their line must not draw it back.
        (curtain if why else curtain.button).setFocus()
        self.repaint()  # now: no loop runs before somebody else may see what stood there

    def bar_shown(self) -> TopBar | None:
        """Return the top bar; nothing while it is not there."""
        return self.top if self._parts is not None and not self._is_covered() else None

    def _is_covered(self) -> bool:
        return isinstance(self.centralWidget(), Curtain)

    def _on_doubted(self, reason: str) -> None:
        words = self._surroundings.words
        said = words(N_("{reason} Press {key} to show the desk here."))
        self.cover(said.format(reason=words(reason), key=key_of("desk.curtain")))

    def _drop_overlays(self) -> None:
        self._palette.drop()
        self._keys.drop()
        if self.shell is not None:
            self.shell.drop_panel()

    def lock(self) -> None:
        """Delete the private pages, close the dossier on its lane, and leave, or stand at the door again."""
        if self._dossier is None:
            return
        self._drop_overlays()
        forget_copied(QApplication.clipboard())
        self.guard.forget()
        self._commands.mute_letter("room.privacy", False)
        self._commands.let_go([one.id for one, _ in self._commands.available() if one.id != "desk.keys"])
        if self.shell is not None:
            self.shell.leave()
        self.tidying.take_on(None)
        dossier, self._dossier, self._bridge, self._parts, self._view = self._dossier, None, None, None, None
        self.standing = None
        if self._leave is not None:
            self._replace(QWidget())
            self.repaint()
            close_and_leave(self._lane, dossier, self._leave)
            return
        self._lane.submit(dossier.close, lambda _done: None, self._on_failed)
        self._show_door(dossier.path)

    def _read_standing(self) -> None:
        if self._bridge is None or self._dossier is None or self._is_covered():
            return
        self._bridge.read(self.top, self._dossier.standing, self._show_standing)

    def _show_standing(self, now: "Standing") -> None:
        words, self.standing = self._surroundings.words, now
        self.top.title.setText(now.series)
        if now.state == "open":
            self._show_length()
        else:
            self.top.session.show_state(words(_STATES[now.state]) if now.state else "", "plain")
        self.top.show_rule(now)
        self.top.show_states()
        if self.shell is not None:
            self.shell.show_states()

    def _show_length(self) -> None:
        """Say how long the open session has been sitting; looked at now and then, and nothing is read for it."""
        now = self.standing
        if now is None or now.state != "open" or self._parts is None or self._is_covered():
            return
        words = self._surroundings.words
        if now.since is None:
            self.top.session.show_state(words(N_("In session")), "soft")
            return
        length = length_words(now.since.seconds_until(self._parts.now()))
        self.top.session.show_state(words(N_("In session {time}")).format(time=length), "soft", length)

    def _on_changed(self, changes: "Changes") -> None:
        if changes.touches("series", "sessions", "off_record", "scoped_rules", "item_clocks"):
            self._read_standing()
        if not all(row.kind == "drafts" for row in changes) and not self._is_covered():
            self.messages.pass_by()

    def _on_warned(self, sentence: str) -> None:
        if self._parts is not None and not self._is_covered():
            self.messages.say(sentence, OVER)

    def _on_saved(self) -> None:
        self.tidying.soon()
        if self._parts is not None and not self._is_covered():
            at = hour_words(self._parts.now().wall // 1000)
            words = self._surroundings.words
            self.top.saved.show_state(words(N_("Saved {time}, encrypted")).format(time=at), "plain", at)
            self.top.show_states()

    def _on_refused(self, refusal: DeskError) -> None:
        if not self._is_covered():
            self.messages.answer(self._surroundings.phrases.told(refusal.sentence, refusal.details))

    def _on_stepped(self, sentence: str, operation: str) -> None:
        if not self._is_covered():
            self.messages.say(
                self._surroundings.words(sentence).format(what=self._surroundings.words(step_words(operation)))
            )

    def _on_failed(self, fault: BaseException) -> None:
        # A fault's own text may quote a note: only its type is said.
        if self._parts is None or self._is_covered():
            return
        words = self._surroundings.words(N_("A fault in t2desk ({kind}); nothing of this act was written."))
        self.messages.say(words.format(kind=type(fault).__name__), OVER)

    def _on_focus_moved(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is not None:
            before.removeEventFilter(self)
        if now is not None:
            now.installEventFilter(self)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Give Ctrl+Z back from a text box that has nothing to undo, and Space to the button that has the focus.

        Keys of a layout without Latin letters are those at the same place of one that has them.
        """
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, QWidget):
            if watched.window() is not self:  # a dialog shuts out the window's own keys, and has none that is meant
                return self._commands.give_by_key(QKeySequence(event.keyCombination()), FROM_ANYWHERE)
            return give_meant(self._commands, watched, event)
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if isinstance(watched, QAbstractButton) and event.key() == Qt.Key.Key_Space:
                event.accept()
                return True
            if isinstance(watched, QPlainTextEdit | QTextEdit | QLineEdit) and has_no_such_step(watched, event):
                event.ignore()
                return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the room's strip come or go with the height."""
        super().resizeEvent(event)
        if self.shell is not None:
            self.shell.fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close the dossier on its lane, then the window."""
        if self._dossier is not None:
            self.tidying.take_on(None)
            dossier, self._dossier, self.standing = self._dossier, None, None
            self._replace(QWidget())
            self._lane.submit(dossier.close, lambda _done: None, lambda _problem: None)
        if self.shell is not None:
            self.shell.end()
        if self._at_the_end is not None:
            self._lane.submit(self._at_the_end, lambda _done: None, lambda _problem: None)
        self._lane.drain()
        super().closeEvent(event)
