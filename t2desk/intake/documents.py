"""The text of finished Word files: body, headers, footers, notes, comments, deleted runs and picture descriptions."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from t2desk.domain.intake_errors import NotADocument, NoTextInside
from t2desk.domain.intake_rows import ForeignText
from t2desk.intake.bounded_zip import open_archive

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BODY = "word/document.xml"
_PARTS = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml")
_TEXT = (f"{_WORD}t", f"{_WORD}delText", f"{_WORD}instrText")
_SPACES = {f"{_WORD}tab": "\t", f"{_WORD}br": " ", f"{_WORD}cr": " ", f"{_WORD}noBreakHyphen": "-"}
_DESCRIBED = ("descr", "title")
BROKEN = (ParseError, DefusedXmlException, zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, KeyError)


def text_from_docx(data: bytes) -> ForeignText:
    """Return one page of text, a line for each paragraph; raise NotADocument, ArchiveUnsafe or NoTextInside."""
    with open_archive(data, NotADocument) as archive:
        names = archive.namelist()
        if _BODY not in names:
            raise NotADocument
        try:
            lines = [line for name in names if _PARTS.fullmatch(name) for line in _lines(archive.read(name))]
        except (*BROKEN, NotImplementedError, RuntimeError):
            raise NotADocument from None
    if not any(line.strip() for line in lines):
        raise NoTextInside
    return ForeignText(("\n".join(lines),))


def _lines(part: bytes) -> Iterator[str]:
    root = ElementTree.fromstring(part)
    for paragraph in root.iter(f"{_WORD}p"):
        yield "".join(_pieces(paragraph))
    for element in root.iter():
        yield from (element.attrib[name] for name in _DESCRIBED if element.attrib.get(name))


def _pieces(paragraph: Element) -> Iterator[str]:
    for element in paragraph.iter():
        if element.tag in _TEXT:
            yield element.text or ""
        else:
            yield _SPACES.get(element.tag, "")
