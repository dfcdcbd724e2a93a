"""The first sheet of a .xlsx as lines of text; macros, links and everything but values stay unread."""

import datetime
import io
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import ParseError

import openpyxl
from defusedxml.common import DefusedXmlException
from openpyxl.utils.exceptions import InvalidFileException

from t2desk.domain.intake_errors import FieldTooLong, NotASpreadsheet, TooManyRows
from t2desk.domain.intake_rows import AgendaRead, PeopleRead
from t2desk.intake.agenda_tables import agenda_from_lines
from t2desk.intake.bounded_zip import open_archive
from t2desk.intake.people import people_from_lines
from t2desk.intake.tables import MOST_CELL, MOST_ROWS, Line

MOST_COLUMNS = 100
_MOST_LINES = 10 * MOST_ROWS
_BROKEN = (
    ParseError,
    DefusedXmlException,
    InvalidFileException,
    zipfile.BadZipFile,
    ValueError,
    KeyError,
    IndexError,
    TypeError,
    AttributeError,
    OSError,
    EOFError,
    zlib.error,
)


def spreadsheet_lines(data: bytes) -> Iterator[Line]:
    """Yield the lines of the first sheet; raise NotASpreadsheet, ArchiveUnsafe or TooManyRows."""
    open_archive(data, NotASpreadsheet).close()
    try:
        yield from _lines(data)
    except _BROKEN:
        raise NotASpreadsheet from None


def _lines(data: bytes) -> Iterator[Line]:
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False, keep_vba=False)
    sheet = book.worksheets[0]
    # The declared size of a sheet is the writer's claim; the rows themselves are counted instead.
    sheet.reset_dimensions()
    for number, cells in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS), start=1):
        if number > _MOST_LINES:
            raise TooManyRows(line=number, limit=MOST_ROWS)
        texts = tuple(_text(cell.value, number) for cell in cells)
        formulas = frozenset(place for place, cell in enumerate(cells) if getattr(cell, "data_type", "") == "f")
        yield Line(number, texts, formulas)


def _text(value: object, number: int) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime.time):
        return f"{value.hour}:{value.minute:02}"
    if isinstance(value, datetime.timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    text = str(value)
    if len(text) > MOST_CELL:
        raise FieldTooLong(line=number)
    return text


def people_from_xlsx(data: bytes, mapping: Sequence[str] | None = None) -> PeopleRead:
    """Return the people of the first sheet; raise as people_from_lines and spreadsheet_lines do."""
    return people_from_lines(spreadsheet_lines(data), mapping)


def agenda_from_xlsx(data: bytes, mapping: Sequence[str] | None = None) -> AgendaRead:
    """Return the agenda of the first sheet; raise as agenda_from_lines and spreadsheet_lines do."""
    return agenda_from_lines(spreadsheet_lines(data), mapping)
