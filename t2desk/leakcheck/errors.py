"""Why a roster cannot be checked against: the check would look safe and find nothing."""

from typing import ClassVar

from t2desk.domain.errors import Refused
from t2desk.i18n import N_


class RosterEmpty(Refused):
    """No people, so nothing could ever be found."""

    sentence: ClassVar[str] = N_("There is nobody on the roster, so nothing can be checked; bring in the people first.")


class NamelessPerson(Refused):
    """Somebody whose name holds nothing that can be looked for."""

    sentence: ClassVar[str] = N_("The person {person} has no name that can be looked for; complete the name first.")
