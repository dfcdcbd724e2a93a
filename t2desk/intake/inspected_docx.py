"""What a Word file holds beyond the words that a reader sees: parts, people, times, revisions, hidden words."""

import re
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from defusedxml import ElementTree

from t2desk.domain.inspected import Inspected, Thing, ThingKind
from t2desk.domain.intake_errors import NotADocument
from t2desk.intake.bounded_zip import open_archive
from t2desk.intake.documents import BROKEN

# The parts of t2desk's own files (tests hold it against t2desk.reports.docx_parts).
_PARTS = """
[Content_Types].xml _rels/.rels word/_rels/document.xml.rels word/settings.xml word/numbering.xml word/styles.xml
word/document.xml word/header1.xml word/footer1.xml docProps/core.xml
"""
OWN_PARTS = frozenset(_PARTS.split())
_OWN_FONTS = frozenset({"Cambria", "Calibri", "Arial", "Times New Roman"})
_OLDEST = (1980, 1, 1, 0, 0, 0)
_NAME = re.compile(r"\{[^}]*\}")
_REVISIONS = {"ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "comment"}
_IDENTIFIERS = {"rsid", "rsids", "rsidRoot", "docId", "paraId", "textId"}
_FAINTEST = {"FFFFFF", "FEFEFE"}
_PICTURES = (".jpg", ".jpeg", ".tif", ".tiff", ".png", ".webp")
_MOST_WORDS = 300


def inspect_docx(data: bytes) -> Inspected:
    """Return everything in a Word file beyond its visible words; raise NotADocument or ArchiveUnsafe."""
    with open_archive(data, NotADocument) as archive:
        try:
            found = [thing for entry in archive.infolist() for thing in _of_entry(archive, entry)]
        except (*BROKEN, NotImplementedError, RuntimeError):
            raise NotADocument from None
        if "word/document.xml" not in archive.namelist():
            raise NotADocument
    return Inspected(tuple(dict.fromkeys(found)))


def _of_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[Thing]:
    name = entry.filename
    if entry.date_time != _OLDEST:
        yield Thing(
            ThingKind.DATE, name, "packed {}-{:02}-{:02} {:02}:{:02}:{:02}".format(*entry.date_time), outside=True
        )
    if name not in OWN_PARTS:
        yield Thing(_kind_of(name), name, "a part that no edition has", outside=True)
    if name.lower().endswith(_PICTURES) and (b"Exif" in (raw := archive.read(entry)) or b"xmpmeta" in raw):
        yield Thing(ThingKind.METADATA, name, "a picture keeps what its camera wrote (EXIF or XMP)", outside=True)
    if name.endswith((".xml", ".rels")):
        yield from _of_part(name, ElementTree.fromstring(archive.read(entry)))


def _kind_of(name: str) -> ThingKind:
    if "vba" in name.lower() or name.endswith(".bin"):
        return ThingKind.SCRIPT
    if "embeddings/" in name or "/media/" in name:
        return ThingKind.ATTACHMENT
    return ThingKind.METADATA if name.startswith("docProps/") or "custom" in name.lower() else ThingKind.PART


def _of_part(name: str, root: Element) -> Iterator[Thing]:
    if name.startswith("docProps/"):
        yield from (_property(name, element) for element in root.iter() if (element.text or "").strip())
        return
    for element in root.iter():
        yield from _of_element(name, element)
        yield from _of_attributes(name, element)
    yield from (Thing(ThingKind.HIDDEN, name, words, outside=True) for words in _hidden(root))


def _property(name: str, element: Element) -> Thing:
    what = _plain(element.tag)
    kind = ThingKind.DATE if what in {"created", "modified", "lastPrinted"} else ThingKind.METADATA
    return Thing(kind, name, f"{what}: {_short(element.text or '')}", outside=what != "title")


def _of_element(name: str, element: Element) -> Iterator[Thing]:
    what = _plain(element.tag)
    if what in _REVISIONS:
        said = "".join(one.text or "" for one in element.iter() if _plain(one.tag) in {"t", "delText"})
        yield Thing(ThingKind.REVISION, name, f"{what} by {_value(element, 'author')}: {_short(said)}", outside=True)
    elif what == "bookmarkStart":
        yield Thing(ThingKind.BOOKMARK, name, _short(_value(element, "name")), outside=True)
    elif what in {"instrText", "fldSimple"}:
        said = _value(element, "instr") or element.text or ""
        yield Thing(ThingKind.LINK, name, f"field: {_short(said)}", outside=said.strip() not in {"PAGE", "NUMPAGES"})
    elif what == "Relationship" and element.get("TargetMode") == "External":
        yield Thing(ThingKind.LINK, name, _short(element.get("Target", "")), outside=True)
    elif what == "rFonts":
        for font in sorted({font for key, font in element.attrib.items() if not _plain(key).endswith("heme")}):
            yield Thing(ThingKind.FONT, "fonts", font, outside=font not in _OWN_FONTS)
    elif what in _IDENTIFIERS:
        yield Thing(ThingKind.IDENTIFIER, name, f"{what}: {_value(element, 'val')}", outside=True)


def _of_attributes(name: str, element: Element) -> Iterator[Thing]:
    for key, value in element.attrib.items():
        what = _plain(key)
        if what.startswith("rsid") or what in _IDENTIFIERS:
            yield Thing(ThingKind.IDENTIFIER, name, f"{what}: {value}", outside=True)
        elif what == "date":
            yield Thing(ThingKind.DATE, name, _short(value), outside=True)
        elif what in {"descr", "title"} and value.strip():
            yield Thing(ThingKind.METADATA, name, f"{what}: {_short(value)}", outside=True)


def _hidden(root: Element) -> Iterator[str]:
    """Yield words that are marked as hidden, white, or too small to be read."""
    for run in (one for one in root.iter() if _plain(one.tag) == "r"):
        looks = {_plain(look.tag): _value(look, "val") for about in run if _plain(about.tag) == "rPr" for look in about}
        words = "".join(one.text or "" for one in run if _plain(one.tag) in {"t", "delText"}).strip()
        hidden = any(looks.get(key, "0") not in {"0", "false"} for key in ("vanish", "webHidden", "specVanish"))
        small = looks.get("sz", "20").isdigit() and int(looks.get("sz", "20")) <= 3
        if words and (hidden or small or looks.get("color", "").upper() in _FAINTEST):
            yield _short(words)


def _value(element: Element, wanted: str) -> str:
    return next((value for key, value in element.attrib.items() if _plain(key) == wanted), "")


def _plain(name: str) -> str:
    return _NAME.sub("", str(name))


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _MOST_WORDS else flat[:_MOST_WORDS] + "…"
