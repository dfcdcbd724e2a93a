"""Connects the export with the press, the leak check and the disk."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from t2desk.domain.documents import Document
from t2desk.domain.errors import DeskError
from t2desk.domain.people import RosterPerson
from t2desk.i18n import Phrases
from t2desk.leakcheck.check import LeakCheck
from t2desk.reports.docx_checking import docx_pages
from t2desk.reports.docx_writing import render_docx
from t2desk.reports.markdown import markdown_pages, render_markdown
from t2desk.reports.page_texts import page_texts
from t2desk.reports.render import render
from t2desk.reports.spreadsheet import csv_pages, render_csv
from t2desk.services.desk import Desk
from t2desk.services.exports import Exported, Order, Press, export_edition
from t2desk.services.gate import Gate
from t2desk.system.disk import RealDisk


@dataclass(frozen=True, slots=True)
class PdfPress:
    """Draws with the reports package and opens what it drew; `fonts` is a folder to look in for rare scripts."""

    fonts: Path | None = None

    def render(self, document: Document, passphrase: str | None) -> bytes:
        """Return the finished PDF, encrypted where a passphrase is given."""
        return render(document, passphrase, self.fonts)

    def pages(self, content: bytes) -> tuple[str, ...]:
        """Return the text of each page."""
        return page_texts(content)


@dataclass(frozen=True, slots=True)
class TextPress:
    """Draws editions in a format without pages, which is never encrypted."""

    write: Callable[[Document], bytes]
    read: Callable[[bytes], tuple[str, ...]]

    def render(self, document: Document, passphrase: str | None) -> bytes:
        """Return the finished file; ValueError where it ought to be encrypted."""
        if passphrase is not None:
            raise ValueError(document.language)
        return self.write(document)

    def pages(self, content: bytes) -> tuple[str, ...]:
        """Return what a reader of the file sees."""
        return self.read(content)


def press_for(ending: str, fonts: Path | None = None) -> Press:
    """Return the press that draws files of an ending, with faces from a folder where it needs any."""
    presses: dict[str, Press] = {
        ".pdf": PdfPress(fonts),
        ".docx": TextPress(render_docx, docx_pages),
        ".md": TextPress(render_markdown, markdown_pages),
        ".csv": TextPress(render_csv, csv_pages),
    }
    return presses[ending]


def gate_for(people: tuple[RosterPerson, ...]) -> Gate:
    """Return the gate for the people of a dossier; without any, there is nobody to betray."""
    return Gate(LeakCheck(people).findings) if people else Gate(lambda _text: ())


class StagedFile:
    """A finished file beside its target."""

    def __init__(self, target: Path, content: bytes) -> None:
        """Write it under a neutral name and make it durable."""
        self._disk = RealDisk()
        self._target = target
        self._part = target.with_name(f".{secrets.token_hex(8)}.part")
        try:
            self._write(content)
        except DeskError as problem:
            problem.details["name"] = target.name  # the neutral name means nothing to anybody
            self.discard()
            raise

    def _write(self, content: bytes) -> None:
        file = self._disk.create(self._part)
        try:
            file.append(content)
            file.sync()
        finally:
            file.close()

    def publish(self) -> None:
        """Give it its name, in place of whatever had it."""
        self._disk.rename(self._part, self._target)
        self._disk.sync_folder(self._target.parent)

    def discard(self) -> None:
        """Remove it."""
        self._disk.remove(self._part)


def export_to(desk: Desk, wanted: Order, target: Path, fonts: Path | None = None) -> Exported:
    """Export an edition to a path: written beside it under a neutral name, made durable, renamed."""

    def stage(content: bytes) -> StagedFile:
        return StagedFile(target, content)

    wanted = replace(wanted, file=target.name.removesuffix(target.suffix))
    return export_edition(desk, wanted, press_for(wanted.ending, fonts), gate_for, Phrases, stage)
