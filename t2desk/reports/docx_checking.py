"""A finished Word file opened again: no part, element, attribute, word or time more than was given."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from t2desk.domain.documents import Document, Point
from t2desk.i18n import Phrases
from t2desk.reports.docx_parts import CORE_HEAD, CORE_TAIL, FIXED_PARTS, RELATION, WRITTEN_PARTS, W
from t2desk.reports.errors import UnexpectedContent
from t2desk.reports.given import check_words
from t2desk.reports.page import PAGE_OF

_TITLE = "docProps/core.xml"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# element -> its attributes; what an element of ours may hold in the parts that carry words
_ELEMENTS: dict[str, frozenset[str]] = {
    name: frozenset(attributes.split())
    for name, attributes in {
        "document": "", "body": "", "hdr": "", "ftr": "", "p": "", "pPr": "", "pStyle": "val", "bidi": "", "r": "",
        "rPr": "", "b": "", "bCs": "", "i": "", "iCs": "", "color": "val", "rtl": "", "lang": "val bidi", "t": "",
        "tab": "val pos", "tabs": "", "fldSimple": "instr", "sectPr": "", "headerReference": "type",
        "footerReference": "type", "pgSz": "w h", "pgMar": "top bottom left right header footer gutter", "tbl": "",
        "tblPr": "", "bidiVisual": "", "tblW": "w type", "tblBorders": "", "top": "val sz space color",
        "bottom": "val sz space color", "insideH": "val sz space color", "tblGrid": "", "gridCol": "w", "tr": "",
        "trPr": "", "cantSplit": "", "tblHeader": "", "tc": "", "tcPr": "", "tcW": "w type",
    }.items()
}  # fmt: skip


def check_docx(finished: bytes, document: Document) -> None:
    """Raise `UnexpectedContent` unless the file holds what the document says, as it is written here."""
    try:
        with zipfile.ZipFile(BytesIO(finished)) as archive:
            _check_entries(archive)
            parts = {entry.filename: archive.read(entry) for entry in archive.infolist()}
        roots = [ElementTree.fromstring(parts[name]) for name in WRITTEN_PARTS[:3]]
        title = str(ElementTree.fromstring(parts[_TITLE])[0].text or "")
    except (zipfile.BadZipFile, ParseError, DefusedXmlException, KeyError, ValueError):
        raise UnexpectedContent(what="not a Word file") from None
    _check_parts(parts)
    for root in roots:
        for element in root.iter():
            _check_element(element, document)
    if title != document.title.plain or _title_is_alone(parts[_TITLE]):
        raise UnexpectedContent(what="metadata")
    check_words([title, *(line for root in roots for line in lines_of(root))], document, _folio(document))


def docx_pages(finished: bytes) -> tuple[str, ...]:
    """Return what a reader of a Word file made here sees, as one page: body, header and footer."""
    with zipfile.ZipFile(BytesIO(finished)) as archive:
        roots = [ElementTree.fromstring(archive.read(name)) for name in WRITTEN_PARTS[:3]]
        core = ElementTree.fromstring(archive.read(_TITLE))
    title = str(core[0].text or "")
    return ("\n".join([title, *(line for root in roots for line in lines_of(root))]),)


def lines_of(root: Element) -> Iterator[str]:
    """Yield the text of each paragraph."""
    for paragraph in root.iter(f"{{{W}}}p"):
        yield "".join("\t" if each.tag == f"{{{W}}}tab" else each.text or "" for each in _spoken(paragraph))


def _spoken(paragraph: Element) -> Iterator[Element]:
    for run in paragraph.iter(f"{{{W}}}r"):
        yield from (each for each in run if each.tag in {f"{{{W}}}t", f"{{{W}}}tab"})


def _check_entries(archive: zipfile.ZipFile) -> None:
    """No time, no comment, no extra field: an entry says its name and its bytes."""
    for entry in archive.infolist():
        if entry.date_time != (1980, 1, 1, 0, 0, 0) or entry.comment or entry.extra or archive.comment:
            raise UnexpectedContent(what="time or comment in the archive")


def _check_parts(parts: dict[str, bytes]) -> None:
    if set(parts) != {*FIXED_PARTS, *WRITTEN_PARTS}:
        raise UnexpectedContent(what="part that is not on the list")
    if any(parts[name] != words.encode() for name, words in FIXED_PARTS.items()):
        raise UnexpectedContent(what="part that is not as it was written")


def _title_is_alone(part: bytes) -> bool:
    """Say whether the core properties hold anything beside the title."""
    return not (part.startswith(CORE_HEAD.encode()) and part.endswith(CORE_TAIL.encode()) and part.count(b"<") == 5)


def _check_element(element: Element, document: Document) -> None:
    name = element.tag.removeprefix(f"{{{W}}}")
    allowed = _ELEMENTS.get(name)
    if allowed is None or (element.tail or "").strip() or (name != "t" and (element.text or "").strip()):
        raise UnexpectedContent(what=f"element {name[:20]}")
    keys = {f"{{{W}}}{key}" for key in allowed} | {_SPACE if name == "t" else ""}
    keys |= {f"{{{RELATION}}}id"} if name.endswith("Reference") else set()
    if set(element.attrib) - keys:
        raise UnexpectedContent(what=f"attribute of {name[:20]}")
    if name == "lang" and set(element.attrib.values()) - _languages(document):
        raise UnexpectedContent(what="language")
    if name == "fldSimple" and element.get(f"{{{W}}}instr") not in {"PAGE", "NUMPAGES"}:
        raise UnexpectedContent(what="field")


def _languages(document: Document) -> set[str]:
    points = [block for block in document.blocks if isinstance(block, Point)]
    return {document.language, *(wording.language for block in points for wording in block.wordings)}


def _folio(document: Document) -> list[str]:
    """Return the words around a page's number."""
    return [Phrases(document.language)(PAGE_OF).format(page="", total="")]
