"""Beside the agenda: the fields of a session."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from t2desk.domain.errors import DeskError
from t2desk.domain.floor import USUAL_LIMIT
from t2desk.i18n import N_
from t2desk.services.preparation import Plan
from t2desk.ui.kit.hours import clock_words
from t2desk.ui.kit.pieces import column, label
from t2desk.ui.prepare.limit_field import LimitField
from t2desk.ui.prepare.pieces import Field, told
from t2desk.ui.shell.views import ViewParts

_NO_TIME = N_("This is no time: write it like 2026-05-04 09:00, or leave it empty.")


class SessionForm(QWidget):
    """Title and start of a session; each writes itself."""

    def __init__(self, parts: ViewParts) -> None:
        """Begin without a session."""
        super().__init__()
        self.setObjectName("sessionForm")
        self._parts, self._session = parts, ""
        words = parts.words
        self._title = Field(words(N_("Title")), "sessionTitle", partial(self._write, "title"))
        self._starts = Field(words(N_("Begins")), "sessionStarts", self._on_starts, waits=True, like="2026-05-04 09:00")
        said = label(words(N_("With a start, every item gets its time.")), "second", wraps=True)
        self._limit = LimitField(parts, "sessionTurnLimit", clock_words(USUAL_LIMIT))
        heading = label(words(N_("This session")), "title")
        self.setLayout(column(heading, self._title, self._starts, said, self._limit, 1, gap=12))

    def focus_first(self) -> None:
        """Put the caret into the title."""
        self._title.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_session(self, plan: Plan) -> None:
        """Show a session."""
        if plan.session.id != self._session:
            self._title.commit()
            self._starts.commit()
            self._limit.commit()
        self._session = plan.session.id
        self._limit.show_limit({"session": self._session}, plan.turn_limit)
        self._title.show_text(plan.session.title)
        self._starts.show_text(f"{plan.starts:%Y-%m-%d %H:%M}" if plan.starts else "")

    def _on_starts(self, typed: str) -> None:
        try:
            starts = datetime.fromisoformat(typed.strip()).astimezone().isoformat() if typed.strip() else ""
        except (ValueError, OverflowError):
            self._starts.refuse(self._parts.words(_NO_TIME))
            return
        self._write("starts", starts)

    def _write(self, name: str, value: str) -> None:
        if self._session:
            refused = partial(self._on_refused, name)
            self._parts.bridge.write("session.change", {"session": self._session, name: value}, refused=refused)

    def _on_refused(self, name: str, problem: DeskError) -> None:
        field = self._title if name == "title" else self._starts
        field.refuse(told(self._parts, problem))
