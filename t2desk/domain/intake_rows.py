"""What the intake hands back from foreign files: plain validated values, with what it passed over."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from t2desk.domain.people import RosterPerson


@dataclass(frozen=True, slots=True)
class Notice:
    """Something worth telling that stops nothing; `line` is None where it is about the whole file."""

    sentence: str
    details: Mapping[str, str | int] = field(default_factory=dict)
    line: int | None = None


@dataclass(frozen=True, slots=True)
class RowProblem:
    """Why one row is refused: its line from 1 (None for a record's place), the sentence and what fills its places."""

    line: int | None
    sentence: str
    details: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row as the file has it: its line from 1, and its cells by column, shortened to what can be shown."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as it was found, to be shown beside what is wrong with it.

    `fields` says as what each column is read ("" where it is passed over). Of `count` rows in all, `rows` are the
    first and those with problems.
    """

    header: tuple[str, ...]
    fields: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    count: int


@dataclass(frozen=True, slots=True)
class PeopleRead:
    """The people of a file in its order, what was passed over, and the table they were read from."""

    people: tuple[RosterPerson, ...]
    notices: tuple[Notice, ...] = ()
    sheet: Sheet | None = None


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One agenda item: planned length in minutes (1 to 1440); `level` 0 is the top, 1 a part of the item above."""

    title: str
    minutes: int
    level: int = 0
    phase: str = ""
    aim: str = ""


@dataclass(frozen=True, slots=True)
class AgendaRead:
    """The items of an agenda in order, what was passed over, and the table they were read from."""

    items: tuple[AgendaRow, ...]
    notices: tuple[Notice, ...] = ()
    sheet: Sheet | None = None


@dataclass(frozen=True, slots=True)
class ForeignText:
    """The text of a finished file: one page for plain formats, a page each for a PDF (`is_paged`)."""

    pages: tuple[str, ...]
    is_paged: bool = False
    notices: tuple[Notice, ...] = ()
