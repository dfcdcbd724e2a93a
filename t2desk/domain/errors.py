"""Everything a user can be told when something is refused; sentences to translate, with data apart from them.

The text of an exception is its type's name only, so that a log or a traceback can never carry content.
"""

from typing import ClassVar

from t2desk.i18n import N_


class DeskError(Exception):
    """Something a user is told in one sentence: what is wrong and what to do."""

    sentence: ClassVar[str] = N_("Something was refused.")

    def __init__(self, **details: str | int) -> None:
        """Keep the details for the sentence's places, out of the exception's own text."""
        super().__init__(type(self).__name__)
        self.details = details


class Refused(DeskError):
    """The request was understood and is not done (exit code 1)."""


class WrongUsage(DeskError):
    """The request itself is malformed (exit code 2)."""


class MachineFailed(DeskError):
    """The machine let us down: disk full, file not writable (exit code 3)."""
