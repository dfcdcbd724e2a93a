"""The settings as the window holds them: changed in one place, told to whoever listens, kept by whoever was given."""

from collections.abc import Callable

from t2desk.domain.errors import DeskError
from t2desk.domain.settings import Settings

Keep = Callable[[Settings], None]
Listener = Callable[[Settings], None]


def keep_nowhere(_settings: Settings) -> None:
    """Keep nothing: for tests, and for a laptop where nothing may be written."""


class SettingsBook:
    """The settings in force; `problem` is a sentence where the stored ones could not be read or written."""

    def __init__(self, settings: Settings | None = None, keep: Keep = keep_nowhere, problem: str = "") -> None:
        """Begin with settings; `keep` makes them last."""
        self.settings, self.problem = settings or Settings(), problem
        self._keep = keep
        self._listeners: list[Listener] = []

    def listen(self, listener: Listener) -> None:
        """Tell this listener of every change."""
        self._listeners.append(listener)

    def change(self, settings: Settings) -> DeskError | None:
        """Put settings in force and keep them; return what the disk refused, they are in force all the same."""
        if settings == self.settings:
            return None
        self.settings, self.problem = settings, ""
        for listener in self._listeners:
            listener(settings)
        try:
            self._keep(settings)
        except DeskError as refusal:
            return refusal
        return None
