"""Agendas from Markdown: headings and list items with their lengths, nesting becoming the level; or a table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from t2desk.domain.durations import timed_title
from t2desk.domain.intake_rows import AgendaRead, Notice
from t2desk.i18n import N_
from t2desk.intake.agenda_tables import MOST_LEVEL, agenda_from_lines, agenda_without_header
from t2desk.intake.plain_text import decoded
from t2desk.intake.tables import Line

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

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading and no list item."""
        return self.depth < _BELOW_HEADINGS

    def length(self) -> int | None:
        """Return its own length, or that of its parts together; None where nothing has one."""
        if self.minutes is not None:
            return self.minutes
        lengths = [length for length in (part.length() for part in self.parts) if length]
        return sum(lengths) or None


def agenda_from_markdown(data: bytes, mapping: Sequence[str] | None = None) -> AgendaRead:
    """Return the timed headings and list items, or else the rows of the first table; `mapping` as for a table.

    An item without length holds its parts' lengths together. Raises RowsRefused for a top item without any length,
    FileEmpty where nothing is timed.
    """
    tokens = MarkdownIt("commonmark", {"maxNesting": _MOST_NESTING}).enable("table").parse(decoded(data))
    tops = _nested(list(_entries(tokens)))
    table = list(_table_lines(tokens))
    if table and not any(top.length() for top in tops):
        return agenda_from_lines(table, mapping)
    notices: list[Notice] = []
    lines = list(_lines(_without_document_title(tops), 0, notices))
    return agenda_without_header(lines, ("title", "minutes", "level"), mapping, notices[:_MOST_NOTICES])


def _table_lines(tokens: Sequence[Token]) -> Iterator[Line]:
    cells: list[str] = []
    number = 0
    for before, token in pairwise(tokens):
        if token.type == "tr_open":
            number, cells = (token.map or [0])[0] + 1, []
        elif token.type == "inline" and before.type in {"th_open", "td_open"}:
            cells.append(_first_line(token.children or []))
        elif token.type == "tr_close":
            yield Line(number, tuple(cells))
        elif token.type == "table_close":
            return


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
    if len(tops) == 1 and tops[0].is_heading and tops[0].minutes is None:
        return tops[0].parts
    return tops


def _lines(entries: Sequence[_Entry], level: int, notices: list[Notice]) -> Iterator[Line]:
    for entry in entries:
        minutes = entry.length()
        if minutes is None and (level or entry.is_heading):
            notices.append(Notice(_UNTIMED, {"line": entry.line}, entry.line))
            continue
        yield Line(entry.line, (entry.text, str(minutes or ""), str(min(level, MOST_LEVEL))))
        yield from _lines(entry.parts, level + 1, notices)
