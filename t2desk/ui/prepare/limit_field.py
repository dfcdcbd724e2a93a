"""A field for how long a turn may be, in a session or on an item; it says how it understood what is typed."""

from t2desk.domain.durations import seconds_of
from t2desk.domain.errors import DeskError
from t2desk.i18n import N_
from t2desk.ui.kit.hours import clock_words
from t2desk.ui.prepare.pieces import Field, told
from t2desk.ui.shell.views import ViewParts

_NO_LIMIT = N_("This is no time for a turn: write it like 3 or 2:30, 0 for as long as it takes, or leave it empty.")


class LimitField(Field):
    """How long a turn may be, in a session or on an item; empty, what holds without it does."""

    def __init__(self, parts: ViewParts, name: str, without: str) -> None:
        """Begin without either; `without` is what holds while nothing is said here."""
        super().__init__(parts.words(N_("Time for a turn")), name, self._on_typed, waits=True, like=without)
        self._parts = parts
        self._where: dict[str, str] = {}
        self.line.textEdited.connect(self._on_edit)

    def _on_edit(self, typed: str) -> None:
        seconds = seconds_of(typed) if typed.strip() else None
        words = self._parts.words
        if seconds is None:
            self.explain("")
        elif not seconds:
            self.explain(words(N_("Understood: as long as it takes")))
        else:
            self.explain(words(N_("Understood: {time} minutes a turn")).format(time=clock_words(seconds)))

    def show_limit(self, where: dict[str, str], seconds: int | None) -> None:
        """Show what is set for a session or an item."""
        self._where = where
        self.explain("")
        self.show_text("" if seconds is None else clock_words(seconds))

    def _on_typed(self, typed: str) -> None:
        seconds = seconds_of(typed) if typed.strip() else None
        if typed.strip() and seconds is None:
            self.refuse(self._parts.words(_NO_LIMIT))
        elif self._where:
            self._parts.bridge.write("limit.set", {"seconds": seconds, **self._where}, refused=self._on_refused)

    def _on_refused(self, problem: DeskError) -> None:
        self.refuse(told(self._parts, problem))
