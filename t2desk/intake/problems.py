"""Collects what is wrong with rows, so that a file is refused once with all of it and not line by line."""

from typing import NoReturn

from t2desk.domain.intake_errors import CellTooLong, ForbiddenCharacter, RowRefused, RowsRefused
from t2desk.domain.intake_rows import RowProblem
from t2desk.intake.characters import forbidden_character, tidy

MOST_SHOWN = 50
MOST_CHARACTERS = 500


class Problems:
    """The problems of one file: the first fifty are kept, all are counted."""

    def __init__(self) -> None:
        self._shown: list[RowProblem] = []
        self.count = 0

    def add(self, refusal: type[RowRefused], line: int, **details: str | int) -> None:
        """Note one problem with its line (from 1) and what its sentence's places need."""
        self.count += 1
        if len(self._shown) < MOST_SHOWN:
            self._shown.append(RowProblem(line, refusal.sentence, {"line": line, **details}))

    def refuse_if_any(self) -> None:
        """Raise RowsRefused unless there are none."""
        if self.count:
            self._refuse()

    def _refuse(self) -> NoReturn:
        raise RowsRefused(tuple(self._shown), self.count)


def checked_text(written: str, line: int, column: str, problems: Problems) -> str:
    """Return a tidied cell; note a problem where it is over 500 characters or holds a forbidden one."""
    # Cut before it is tidied: tidying fifty megabytes only to say that they are too long would be hard work.
    text = tidy(written[: 2 * MOST_CHARACTERS])
    if len(text) > MOST_CHARACTERS or len(written) > 2 * MOST_CHARACTERS:
        problems.add(CellTooLong, line, column=column, limit=MOST_CHARACTERS)
    elif code := forbidden_character(text):
        problems.add(ForbiddenCharacter, line, column=column, code=code)
    return text
