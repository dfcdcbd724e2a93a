"""Refusals of editions that are made for somebody: for whom, which copy, and whether that copy is out already."""

from typing import ClassVar

from t2desk.domain.errors import Refused, WrongUsage
from t2desk.i18n import N_


class SideAndCopyWanted(WrongUsage):
    """A clearance draft is for one side, and numbered."""

    sentence: ClassVar[str] = N_("A clearance draft is for one side and numbered; give --side PARTY and --copy N.")


class NotAddressed(WrongUsage):
    """An edition is not made for a side or for recipients."""

    sentence: ClassVar[str] = N_(
        "The edition “{edition}” is not made for a side or recipients: --side and --copy belong to the clearance "
        "draft, --recipient to the memo."
    )


class CopyIsOut(Refused):
    """A copy's number is given once."""

    sentence: ClassVar[str] = N_("Copy {copy} was given to another side; take the next free number.")
