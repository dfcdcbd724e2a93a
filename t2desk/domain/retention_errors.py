"""Why nothing was destroyed."""

from t2desk.domain.errors import Refused
from t2desk.i18n import N_


class OnHold(Refused):
    """A hold forbids it."""

    sentence = N_("Session {number} is on hold and nothing of it is destroyed. Lift the hold first.")


class SessionStillOpen(Refused):
    """The session sits."""

    sentence = N_("The session is still open. Adjourn it before anything of it is destroyed.")


class NotTheDay(Refused):
    """Whoever confirms typed another day than the clock shows: one of the two is wrong."""

    sentence = N_("The clock of this laptop shows {clock}. If today is another day, set the clock right first.")


class ClockWentBack(Refused):
    """The clock shows a day before the last one that the dossier saw."""

    sentence = N_(
        "The clock shows {clock}, but a session was held on {last}. Set it right first: nothing is destroyed."
    )
