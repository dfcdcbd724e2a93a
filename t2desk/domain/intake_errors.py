"""Why a foreign file is refused: about the file as a whole, or about its rows."""

from typing import ClassVar

from t2desk.domain.errors import MachineFailed, Refused
from t2desk.domain.intake_rows import RowProblem, Sheet
from t2desk.i18n import N_


class FileRefused(Refused):
    """A foreign file is not taken in; `sheet` is what could be read of its table, where that was asked for."""

    sentence: ClassVar[str] = N_("The file cannot be read; check that it is the right one.")
    sheet: Sheet | None = None


class FileMissing(FileRefused):
    """No file has that name."""

    sentence: ClassVar[str] = N_("There is no such file; check the name and the folder.")


class NotAFile(FileRefused):
    """A folder, a pipe or a device."""

    sentence: ClassVar[str] = N_("This is a folder or a device, not a file; name a file.")


class FileNotReadable(FileRefused):
    """The system does not let us read it."""

    sentence: ClassVar[str] = N_("The file may not be read; check its permissions or copy it to this computer.")


class FileTooLarge(FileRefused):
    """Over the size taken in."""

    sentence: ClassVar[str] = N_("The file is larger than {limit} MB; split it into smaller ones.")


class UnknownFormat(FileRefused):
    """The extension says nothing we read."""

    sentence: ClassVar[str] = N_("This kind of file is not read here; save it as one of: {formats}.")


class FileEmpty(FileRefused):
    """Nothing in it to take in."""

    sentence: ClassVar[str] = N_("The file has no rows; check that the right one was saved.")


class NotUtf8(FileRefused):
    """Bytes of some other encoding."""

    sentence: ClassVar[str] = N_("Line {line} is not UTF-8 text; save the file again with the encoding UTF-8.")


class NulInside(FileRefused):
    """A zero byte: UTF-16 without its mark, or no text at all."""

    sentence: ClassVar[str] = N_("Line {line} holds a zero byte, so this is no UTF-8 text; save it as UTF-8.")


class TableBroken(FileRefused):
    """Quotes that do not close, or text after a closing quote."""

    sentence: ClassVar[str] = N_("The quotes on line {line} do not match; correct them or save the table again.")


class FieldTooLong(FileRefused):
    """One cell larger than the table reader takes."""

    sentence: ClassVar[str] = N_("A cell on line {line} is far too long; a quote may be missing before it.")


class TooManyRows(FileRefused):
    """More rows than are taken in at once."""

    sentence: ClassVar[str] = N_("Line {line} goes past {limit} rows; split the file into smaller ones.")


class ColumnMissing(FileRefused):
    """The header lacks a column that every row needs."""

    sentence: ClassVar[str] = N_("The first line has no column {column}; add it above the rows.")


class ColumnTwice(FileRefused):
    """The header names one column twice."""

    sentence: ClassVar[str] = N_("The first line has the column {column} twice; keep one of them.")


class NotASpreadsheet(FileRefused):
    """No readable .xlsx."""

    sentence: ClassVar[str] = N_(
        "This is no .xlsx file that can be read; open it, remove any password and save it again."
    )


class NotADocument(FileRefused):
    """No readable .docx or .pdf."""

    sentence: ClassVar[str] = N_("This is no document that can be read; open it and save it again.")


class DocumentLocked(FileRefused):
    """A PDF under a password."""

    sentence: ClassVar[str] = N_("The document is under a password; save a copy without one and check that.")


class NoTextInside(FileRefused):
    """A document whose pages hold no text, so nothing could be checked."""

    sentence: ClassVar[str] = N_("The document holds no text that can be read, so it cannot be checked; is it a scan?")


class ArchiveUnsafe(FileRefused):
    """An archive that would unpack to far more than it should."""

    sentence: ClassVar[str] = N_(
        "The file would unpack to far more than a table or text needs; save it again as a new file."
    )


class JsonBroken(FileRefused):
    """Not JSON."""

    sentence: ClassVar[str] = N_("Line {line} is not JSON; write the file again with the program that made it.")


class JsonTooDeep(FileRefused):
    """Brackets within brackets beyond any use."""

    sentence: ClassVar[str] = N_(
        "Line {line} is nested deeper than {limit} brackets; this is no file that t2desk reads."
    )


class JsonTooMany(FileRefused):
    """More lists and objects than any record has."""

    sentence: ClassVar[str] = N_("The file holds more than {limit} lists and objects; this is nothing t2desk reads.")


class JsonNumberRefused(FileRefused):
    """A number that is too long, infinite or none."""

    sentence: ClassVar[str] = N_("The file holds a number that is too long or not a number; write it plainly.")


class JsonKeyTwice(FileRefused):
    """One object says the same key twice."""

    sentence: ClassVar[str] = N_("The key {key} stands twice in one object; keep one of them.")


class JsonHalfCharacter(FileRefused):
    """A lone surrogate: half of a character."""

    sentence: ClassVar[str] = N_("The file holds half a character (a lone surrogate); write it again as UTF-8.")


class JsonShape(FileRefused):
    """JSON, but not the outer shape asked for."""

    sentence: ClassVar[str] = N_("The file is JSON but not {expected}; check that it is the right one.")


class ReaderTimedOut(FileRefused):
    """The child took longer than it may."""

    sentence: ClassVar[str] = N_(
        "Reading the file took more than {seconds} seconds and was stopped; use a smaller or newly saved file."
    )


class ReaderTooHungry(FileRefused):
    """The child asked for more memory than it may have."""

    sentence: ClassVar[str] = N_(
        "Reading the file takes more memory than a foreign file is given; use a smaller or newly saved file."
    )


class ReaderFailed(FileRefused):
    """The child died, or said something that is no answer."""

    sentence: ClassVar[str] = N_(
        "The file could not be read and its reader was stopped; open it in its own program and save it again."
    )


class ReaderNotStarted(MachineFailed):
    """The system gave us no child process."""

    sentence: ClassVar[str] = N_("The reader of foreign files cannot be started; close other programs and try again.")


class RowRefused(Refused):
    """Something is wrong with one row; `line` is among its details."""

    sentence: ClassVar[str] = N_("Line {line} cannot be read.")


class NameMissing(RowRefused):
    """A person without a name."""

    sentence: ClassVar[str] = N_("Line {line} has no display_name; write one.")


class TitleMissing(RowRefused):
    """An agenda item without a title."""

    sentence: ClassVar[str] = N_("Line {line} has no title; write one.")


class IdTwice(RowRefused):
    """Two rows with one id."""

    sentence: ClassVar[str] = N_("Line {line} has the same id as line {first}; give each person an id of their own.")


class ForbiddenCharacter(RowRefused):
    """A character that cannot be seen or turns the direction of the text."""

    sentence: ClassVar[str] = N_(
        "Line {line}, {column}: the character {code} cannot be seen or turns the text around; remove it."
    )


class CellTooLong(RowRefused):
    """A cell beyond what its column holds."""

    sentence: ClassVar[str] = N_("Line {line}, {column}: longer than {limit} characters; shorten it.")


class CellNotText(RowRefused):
    """A value of a kind the column does not take."""

    sentence: ClassVar[str] = N_("Line {line}, {column}: this is not text; write plain words.")


class FormulaInside(RowRefused):
    """A spreadsheet cell that computes its value."""

    sentence: ClassVar[str] = N_("Line {line}, {column}: a formula, not a value; paste the column as values.")


class PresentUnclear(RowRefused):
    """Neither yes nor no."""

    sentence: ClassVar[str] = N_("Line {line}, present: write yes or no.")


class RowTooWide(RowRefused):
    """More cells than the header has columns."""

    sentence: ClassVar[str] = N_(
        "Line {line} has more cells than there are columns; put quotes around text with a separator in it."
    )


class MinutesUnclear(RowRefused):
    """No length between one minute and a day."""

    sentence: ClassVar[str] = N_("Line {line}: no length from 1 to 1440 minutes; write it like 30, 0:30 or 1h30.")


class LevelUnclear(RowRefused):
    """No level of nesting."""

    sentence: ClassVar[str] = N_("Line {line}: the level is a number from 0 to {limit}.")


class RecordPlaceRefused(RowRefused):
    """One place of a record breaks the schema's rule."""

    sentence: ClassVar[str] = N_("At {place}: this breaks the rule {rule} of the record format.")


class RowsRefused(FileRefused):
    """Rows with problems: the first fifty of them, and how many there are."""

    sentence: ClassVar[str] = N_(
        "Nothing was taken in: the file has problems ({count}), the first on line {line}; correct it and try again."
    )

    def __init__(self, problems: tuple[RowProblem, ...], count: int) -> None:
        """Keep the problems in the order of their lines."""
        super().__init__(count=count, line=(problems[0].line or 1) if problems else 1)
        self.problems = problems
        self.count = count


class RecordRefused(RowsRefused):
    """A record that does not fit the schema: the first fifty places, and how many there are."""

    sentence: ClassVar[str] = N_(
        "Nothing was taken in: the record breaks its format in {count} places, the first is {place}; write it anew."
    )

    def __init__(self, problems: tuple[RowProblem, ...], count: int) -> None:
        """Name the first place; a record has no lines that would help."""
        super().__init__(problems, count)
        self.details["place"] = problems[0].details.get("place", "/") if problems else "/"
