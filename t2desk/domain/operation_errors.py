"""What is refused of an operation that comes from outside, before anything is done."""

from typing import ClassVar

from t2desk.domain.errors import Refused
from t2desk.i18n import N_


class UnknownOperation(Refused):
    """There is no such act."""

    sentence: ClassVar[str] = N_("There is no operation “{operation}”; `t2desk replay --list` prints them all.")


class UnknownField(Refused):
    """The operation has no such field."""

    sentence: ClassVar[str] = N_("“{operation}” has no field “{field}”; it takes: {words}.")


class MissingField(Refused):
    """A field that is needed was left out."""

    sentence: ClassVar[str] = N_("“{operation}” needs the field “{field}”.")


class WrongKind(Refused):
    """A field holds the wrong kind of thing."""

    sentence: ClassVar[str] = N_("“{field}” must be {wanted}.")


class NotAnOperation(Refused):
    """A line is no JSON object with an operation's name."""

    sentence: ClassVar[str] = N_('The line is not a JSON object with "op" and fields.')


class LineTooLong(Refused):
    """A line is longer than any operation."""

    sentence: ClassVar[str] = N_("The line is longer than {limit} bytes.")


class NoSuchLine(Refused):
    """A reference to a line that made nothing."""

    sentence: ClassVar[str] = N_("“{reference}” does not name an earlier line of this replay that made something.")
