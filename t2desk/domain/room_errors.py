"""What the room refuses: words while it is not private, and marks that stand already."""

from typing import ClassVar

from t2desk.domain.errors import Refused
from t2desk.i18n import N_


class RoomNotPrivate(Refused):
    """Words wait while somebody is in the room who is not of it."""

    sentence: ClassVar[str] = N_("The room is marked as not private: nothing is written down until it is again.")


class NotPrivateAlready(Refused):
    """The room is marked already."""

    sentence: ClassVar[str] = N_("The room is marked as not private already.")


class AlreadyPrivate(Refused):
    """There is nothing to end."""

    sentence: ClassVar[str] = N_("The room is not marked: it counts as private.")
