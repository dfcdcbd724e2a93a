"""Agendas from Markdown: headings and list items with their lengths; nesting becomes the level."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

from t2desk.domain.durations import MOST_MINUTES, timed_title
from t2desk.domain.intake_errors import FileEmpty, MinutesUnclear, TitleMissing, TooManyRows
from t2desk.domain.intake_rows import AgendaRead, AgendaRow, Notice
from t2desk.i18n import N_
from t2desk.intake.agenda_tables import MOST_LEVEL
from t2desk.intake.plain_text import decoded
from t2desk.intake.problems import Problems, checked_text
from t2desk.intake.tables import MOST_ROWS

_UNTIMED = N_("Line {line} has no length of its own and was taken as a remark on the item above.")
_MOST_NESTING = 20
_BELOW_HEADINGS = 10
_MOST_NOTICES = 20


@dataclass(slots=True)
class _Entry:
    """A heading or list item as written, with what is nested in it."""

    line: int
    text: str
    depth: int
    minutes: int | None = None
    parts: list["_Entry"] = field(default_factory=list)

    def length(self) -> int | None:
        """Return its own length, or that of its parts together; None where nothing has one."""
        if self.minutes is not None:
            return self.minutes
        lengths = [length for length in (part.length() for part in self.parts) if length]
        return sum(lengths) or None


def agenda_from_markdown(data: bytes) -> AgendaRead:
    """Return the timed headings and list items; an item without length holds its parts' lengths together.

    Raises RowsRefused for a top item without any length, FileEmpty where nothing is timed.
    """
    tokens = MarkdownIt("commonmark", {"maxNesting": _MOST_NESTING}).parse(decoded(data))
    tops = _nested(list(_entries(tokens)))
    problems, notices = Problems(), list[Notice]()
    items = list(_rows(_without_document_title(tops), 0, problems, notices))
    problems.refuse_if_any()
    if not items:
        raise FileEmpty
    if len(items) > MOST_ROWS:
        raise TooManyRows(line=1, limit=MOST_ROWS)
    return AgendaRead(tuple(items), tuple(notices[:_MOST_NOTICES]))


def _entries(tokens: Sequence[Token]) -> Iterator[_Entry]:
    lists, awaits_text, heading = 0, False, 0
    for token in tokens:
        if token.type == "list_item_open":
            lists, awaits_text = lists + 1, True
        elif token.type == "list_item_close":
            lists, awaits_text = lists - 1, False
        elif token.type == "heading_open":
            heading = int(token.tag[1:])
        elif token.type == "inline" and (heading or (lists and awaits_text)):
            yield _entry(token, heading if heading and not lists else _BELOW_HEADINGS + lists)
            heading, awaits_text = 0, False


def _entry(token: Token, depth: int) -> _Entry:
    timed = timed_title(_first_line(token.children or []))
    return _Entry((token.map or [0])[0] + 1, timed.title, depth, timed.minutes)


def _first_line(parts: Sequence[Token]) -> str:
    words: list[str] = []
    for part in parts:
        if part.type in ("softbreak", "hardbreak"):
            break
        words.append(part.content)
    return "".join(words)


def _nested(entries: Sequence[_Entry]) -> list[_Entry]:
    top = _Entry(0, "", -1)
    open_entries = [top]
    for entry in entries:
        while open_entries[-1].depth >= entry.depth:
            open_entries.pop()
        open_entries[-1].parts.append(entry)
        open_entries.append(entry)
    return top.parts


def _without_document_title(tops: list[_Entry]) -> list[_Entry]:
    if len(tops) == 1 and tops[0].depth < _BELOW_HEADINGS and tops[0].minutes is None:
        return tops[0].parts
    return tops


def _rows(entries: Sequence[_Entry], level: int, problems: Problems, notices: list[Notice]) -> Iterator[AgendaRow]:
    for entry in entries:
        minutes = entry.length()
        if minutes is None:
            _pass_over(entry, level, problems, notices)
            continue
        if minutes > MOST_MINUTES:
            problems.add(MinutesUnclear, entry.line)
        title = checked_text(entry.text, entry.line, "title", problems)
        if not title:
            problems.add(TitleMissing, entry.line)
        yield AgendaRow(title, minutes, min(level, MOST_LEVEL))
        yield from _rows(entry.parts, level + 1, problems, notices)


def _pass_over(entry: _Entry, level: int, problems: Problems, notices: list[Notice]) -> None:
    is_heading = entry.depth < _BELOW_HEADINGS
    if level == 0 and not is_heading:
        problems.add(MinutesUnclear, entry.line)
    else:
        notices.append(Notice(_UNTIMED, {"line": entry.line}, entry.line))
