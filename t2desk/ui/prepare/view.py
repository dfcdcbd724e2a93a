"""Preparing a session in four steps: people, agenda, the rule, and a check of everything before the room opens."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedLayout, QWidget

from t2desk.domain.changes import Changes
from t2desk.domain.series import session_name
from t2desk.i18n import N_
from t2desk.services.preparation import Preparation, preparation
from t2desk.ui.kit.buttons import KeyButton, Loudness, key_words
from t2desk.ui.kit.leading import lead_focus
from t2desk.ui.kit.pieces import column, label, row
from t2desk.ui.prepare.agenda import AgendaPanel
from t2desk.ui.prepare.people import PeoplePanel
from t2desk.ui.prepare.pieces import padded
from t2desk.ui.prepare.preflight import PreflightPanel
from t2desk.ui.prepare.rule import RulePanel
from t2desk.ui.prepare.steps import StepList
from t2desk.ui.shell.commands import key_of
from t2desk.ui.shell.views import ViewParts

_ROOMY = 1000
_KINDS = ("people", "parties", "sessions", "agenda_items", "attendance", "series")


class PrepareView(QFrame):
    """The steps on one side, the step that is being worked on beside them."""

    def __init__(self, parts: ViewParts) -> None:
        """Show the first step that still needs something."""
        super().__init__()
        self.setObjectName("prepareView")
        self.setAccessibleName(parts.words(N_("Prepare")))
        self._parts = parts
        self._now: Preparation | None = None
        self._panel: QWidget | None = None
        self._steps = StepList(parts)
        self._steps.selectionModel().currentChanged.connect(self._on_step)
        self._open = OpenButton(parts)
        self._open.clicked.connect(self._on_open)
        self._said = label("", "second", "prepareSession", wraps=True)
        self._place = QWidget()
        self._stack = QStackedLayout(self._place)
        layout = row(self._build_side(), self._place, gap=16)
        layout.setStretch(1, 1)
        layout.setContentsMargins(16, 16, 16, 16)
        self.setLayout(layout)
        lead_focus(self, self._steps)
        self._take_on()
        parts.bridge.changed.connect(self._on_changed)
        parts.bridge.read(self, preparation, self._on_first)

    def _build_side(self) -> QWidget:
        inside = QWidget()
        inside.setLayout(column(self._steps, 1, self._said, self._open, gap=12))
        self._steps.setFixedHeight(4 * (self._parts.surroundings.theme.look.sizes.row + 12) + 4)
        self._side = padded(inside, 12)
        return self._side

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the steps are icons alone; their words are still spoken."""
        super().resizeEvent(event)
        look = self._parts.surroundings.theme
        is_narrow = self.width() < _ROOMY * look.percent // 100
        self._steps.set_narrow(is_narrow)
        self._said.setVisible(not is_narrow and bool(self._said.text()))
        self._open.set_narrow(is_narrow)
        self._side.setFixedWidth(
            look.look.sizes.button + 40 if is_narrow else max(236, self._open.sizeHint().width() + 26)
        )

    def _take_on(self) -> None:
        shown = {f"prepare.{name}": self._shower(name) for name in ("people", "agenda", "rule", "check")}
        acts = {"prepare.add": self._on_add, "prepare.import": self._on_import, "session.open": self._on_open}
        self._parts.commands.hold(self, shown | acts)

    def _shower(self, name: str) -> Callable[[], None]:
        return lambda: self.show_step(name)

    def show_step(self, name: str) -> None:
        """Show a step and put the focus into it."""
        self._steps.select(name)
        if self._panel is not None:
            self._panel.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_step(self, current: QModelIndex, _before: QModelIndex) -> None:
        if not current.isValid():
            return
        builders: dict[str, Callable[[ViewParts], QWidget]] = {
            "people": PeoplePanel, "agenda": AgendaPanel, "rule": RulePanel, "check": self._build_check,
        }  # fmt: skip
        before, self._panel = self._panel, builders[self._steps.current().name](self._parts)
        self._stack.addWidget(self._panel)
        self._stack.setCurrentWidget(self._panel)
        if before is not None:
            self._stack.removeWidget(before)
            before.deleteLater()

    def _build_check(self, parts: ViewParts) -> QWidget:
        panel = PreflightPanel(parts)
        panel.checked.connect(lambda words: self._steps.set_state("check", words))
        panel.check()
        return panel

    def _on_first(self, now: Preparation) -> None:
        self._show(now)
        first = "people" if not now.people else "agenda" if not now.minutes else "people"
        self._steps.select(first)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_KINDS):
            self._parts.bridge.read(self, preparation, self._show)

    def _show(self, now: Preparation) -> None:
        words, plural = self._parts.words, self._parts.surroundings.phrases.plural
        listed = self._parts.surroundings.phrases.listed
        self._now = now
        people = plural("{count} person", "{count} people", now.people).format(count=now.people)
        parties = plural("{count} party", "{count} parties", now.parties).format(count=now.parties)
        sessions = plural("{count} session", "{count} sessions", now.sessions).format(count=now.sessions)
        minutes = words(N_("{minutes} min")).format(minutes=now.minutes)
        self._steps.set_state("people", listed(people, parties) if now.people else words(N_("nobody yet")))
        self._steps.set_state("agenda", listed(sessions, minutes) if now.sessions else words(N_("nothing planned yet")))
        self._steps.set_state("rule", words(now.rule) if now.rule else words(N_("no session yet")))
        self._steps.set_state("check", words(N_("not checked yet")))
        self._show_session(now)

    def _show_session(self, now: Preparation) -> None:
        words = {"open": N_("Go to the desk"), "adjourned": N_("Open it again")}.get(now.state, N_("Open the session"))
        self._open.say(self._parts.words(words))
        self._said.setText(session_name(now.title, now.number, self._parts.words) if now.session else "")
        self._said.setVisible(bool(now.session) and self.width() >= _ROOMY)

    def _on_add(self) -> None:
        if isinstance(self._panel, PeoplePanel | AgendaPanel):
            self._panel.focus_add()

    def _on_import(self) -> None:
        if isinstance(self._panel, PeoplePanel | AgendaPanel):
            self._panel.ask_for_file()

    def _on_open(self) -> None:
        if self._now is None:
            return
        if self._now.state == "open":
            self._parts.go("desk")
            return
        title = session_name("", self._now.sessions + 1, self._parts.words)
        fields = {"session": self._now.session} if self._now.session else {"title": title}
        self._parts.bridge.write("session.open", fields, self._on_opened)

    def _on_opened(self, _session: object) -> None:
        self._parts.go("desk")


class OpenButton(KeyButton):
    """The one loud button; narrow, it is its icon alone."""

    def __init__(self, parts: ViewParts) -> None:
        """Begin with its words."""
        around = parts.surroundings
        self._wide = parts.words(N_("Open the session"))
        super().__init__(around.theme, around.icons, self._wide, "play", "", Loudness.LOUD, live=True)
        self.setObjectName("openSession")
        self._is_narrow = False
        self.say(self._wide)

    def say(self, words: str) -> None:
        """Say what it opens."""
        self._wide = words
        self.setAccessibleName(words)
        self.setToolTip(key_words(key_of("session.open")))
        self.set_words("" if self._is_narrow else words)

    def set_narrow(self, is_narrow: bool) -> None:
        """Show or hide the words."""
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self.say(self._wide)

    def sizeHint(self) -> QSize:
        """Return the room for the icon alone where it is narrow."""
        size = super().sizeHint()
        return QSize(size.height(), size.height()) if self._is_narrow else size


def build(parts: ViewParts) -> QWidget:
    """Return the view."""
    return PrepareView(parts)
