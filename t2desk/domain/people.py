"""People and parties: who sits at the table, which side they belong to, and, apart, who they really are."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a person does in the room."""

    PARTICIPANT = "participant"
    OBSERVER = "observer"
    CHAIR = "chair"
    FACILITATOR = "facilitator"
    RAPPORTEUR = "rapporteur"
    INTERPRETER = "interpreter"


@dataclass(frozen=True, slots=True)
class Party:
    """A side of the dialogue; not an employer and not a stakeholder group."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Person:
    """A place at the table: everything the room may know of somebody, and no name."""

    id: str
    seat: int
    party: str | None = None
    role: Role = Role.PARTICIPANT
    descriptor: str = ""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a person really is; sealed at rest and only ever read through the identity book."""

    person: str
    display_name: str
    given: str = ""
    family: str = ""
    name_native: str = ""
    aliases: tuple[str, ...] = ()
    country: str = ""
    affiliation: str = ""
    affiliation_acronym: str = ""
    occupation: str = ""
    title: str = ""
    gender: str = ""
    email: str = ""
    phone: str = ""
    handle: str = ""


@dataclass(frozen=True, slots=True)
class RosterPerson:
    """One row of a people file, validated: the columns of the command line's contract, in its words.

    `role` is as written in the file: a room role, or what somebody is ("retired air marshal").
    `present` is None where the file has no such column.
    """

    id: str
    display_name: str
    given: str = ""
    family: str = ""
    name_native: str = ""
    aliases: tuple[str, ...] = ()
    party: str = ""
    country: str = ""
    affiliation: str = ""
    affiliation_acronym: str = ""
    role: str = ""
    title: str = ""
    gender: str = ""
    email: str = ""
    phone: str = ""
    handle: str = ""
    descriptor: str = ""
    present: bool | None = None
