"""What a PDF holds beyond the words that a reader sees: read by two libraries that did not write it."""

import io
import re
from collections.abc import Iterator
from typing import Any

import pypdf
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from t2desk.domain.inspected import Inspected, Thing, ThingKind
from t2desk.domain.intake_errors import DocumentLocked, NotADocument
from t2desk.intake.hidden_text import hidden_texts
from t2desk.intake.portable_documents import BROKEN

# Every key of a dictionary in t2desk's own files (tests hold it against t2desk.reports.allowed).
_KEYS = """
A ActualText Alt Ascent BBox BaseFont CIDSystemInfo CIDToGIDMap CapHeight Columns Contents Count DW DecodeParms
DescendantFonts Descent DestOutputProfile DisplayDocTitle Encoding Filter Flags Font FontBBox FontDescriptor
FontFile2 FontName ID Index Info ItalicAngle K Kids Lang Length Length1 ListNumbering MCID MarkInfo Marked MediaBox
Metadata N Nums O Ordering OutputConditionIdentifier OutputIntents P Pages Parent ParentTree ParentTreeNextKey Pg
Predictor Registry Resources Root S Scope Size StemV StructParents StructTreeRoot Subtype Supplement Tabs ToUnicode
Type ViewerPreferences W
"""
OWN_KEYS = frozenset(_KEYS.split())
_OWN_FONT = re.compile(r"AAAAAA\+(?:SourceSerifPro|SourceSansPro|FiraGO|Other)-[A-Za-z]+")
_DATE = re.compile(r"D:\d{4}\d*[+\-Z]?[\d']*|\b\d{4}-\d\d-\d\dT\d\d:\d\d[\d:.]*(?:Z|[+-]\d\d:\d\d)?")
_XMP_WORD = re.compile(r"<([A-Za-z]+:[A-Za-z]+)[^<>]*>([^<>]+)<|\b([a-zA-Z]+:[A-Za-z]+)=\"([^\"]*)\"")
_OWN_XMP = re.compile(r"xmlns:.*|rdf:about|rdf:parseType|pdfuaid:.*|pdfaid:.*|pdfaSchema:.*|pdfaProperty:.*")
_TITLE = re.compile(r"<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">([^<]*)</rdf:li></rdf:Alt></dc:title>")
_SCRIPTS = {"JS", "JavaScript", "OpenAction", "AA", "Launch", "SubmitForm", "RichMedia", "3D", "XFA"}
_FILES = {"EmbeddedFile", "EmbeddedFiles", "EF", "AF", "Filespec"}
_IDENTIFIERS = {"NM", "UUID", "PieceInfo", "LastModified", "DocChecksum", "PTEX.Fullbanner", "PTEX.FileName"}
_MOST_WORDS, _DEEPEST = 300, 60


def inspect_pdf(data: bytes) -> Inspected:
    """Return everything in a PDF beyond its visible words; raise NotADocument or DocumentLocked."""
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise DocumentLocked
        found = [*_of_the_file(data, reader), *_bookmarks(reader), *_walk(reader), *hidden_texts(data)]
    except BROKEN:
        raise NotADocument from None
    return Inspected(tuple(dict.fromkeys(found)))


def _of_the_file(data: bytes, reader: pypdf.PdfReader) -> Iterator[Thing]:
    if data.count(b"startxref") > 1 or b"/Prev" in data:
        yield Thing(ThingKind.REVISION, "file", "an earlier version is kept inside", outside=True)
    for key, value in (reader.trailer.get("/Info") or {}).items():
        yield Thing(ThingKind.METADATA, "Info", f"{key[1:]}: {_words(value)}", outside=True)
    halves = [getattr(half, "original_bytes", half) for half in reader.trailer.get("/ID", ())]
    if halves:
        text = " ".join(half.hex() for half in dict.fromkeys(halves))
        yield Thing(ThingKind.IDENTIFIER, "trailer", text, outside=len(set(halves)) > 1)


def _bookmarks(reader: pypdf.PdfReader) -> Iterator[Thing]:
    waiting: list[Any] = list(reader.outline)
    while waiting:
        one = waiting.pop(0)
        if isinstance(one, list):
            waiting = [*one, *waiting]
        else:
            yield Thing(ThingKind.BOOKMARK, "outline", _words(one.title or ""), outside=True)


def _walk(reader: pypdf.PdfReader) -> Iterator[Thing]:
    """Yield what the dictionaries say, each object once, from the trailer down."""
    seen: set[tuple[int, int]] = set()
    waiting: list[tuple[Any, str, int]] = [(reader.trailer, "trailer", 0)]
    while waiting:
        value, where, depth = waiting.pop()
        if isinstance(value, IndirectObject):
            place = value.idnum, value.generation
            if place in seen:
                continue
            seen.add(place)
            value, where = value.get_object(), f"object {place[0]}"
        if isinstance(value, DictionaryObject):
            yield from _of_dictionary(value, where)
            if isinstance(value, StreamObject):
                yield from _of_stream(value, where)
            items = [raw for key, raw in value.items() if key != "/Info"] if depth < _DEEPEST else []
            waiting += [(raw, where, depth + 1) for raw in items]
        elif isinstance(value, ArrayObject) and depth < _DEEPEST:
            waiting += [(raw, where, depth + 1) for raw in value]
        elif isinstance(value, str) and not value.startswith("/"):
            yield from _dates(value, where)


def _of_dictionary(value: DictionaryObject, where: str) -> Iterator[Thing]:
    kind = str(value.get("/S", value.get("/Type", "")))[1:]
    is_font_list = _is_font_list(value)
    for key in (str(key)[1:] for key in value):
        if key in _SCRIPTS:
            yield Thing(ThingKind.SCRIPT, where, f"{key}: {_words(value['/' + key])}", outside=True)
        elif key in _FILES or (key in {"F", "UF"} and kind == "Filespec"):
            yield Thing(ThingKind.ATTACHMENT, where, f"{key}: {_words(value['/' + key])}", outside=True)
        elif key == "URI":
            yield Thing(ThingKind.LINK, where, _words(value["/URI"]), outside=True)
        elif key in _IDENTIFIERS:
            yield Thing(ThingKind.IDENTIFIER, where, f"{key}: {_words(value['/' + key])}", outside=True)
        elif key in {"BaseFont", "FontName", "FontFamily"}:
            name = _words(value["/" + key]).removeprefix("/")
            yield Thing(ThingKind.FONT, "fonts", name, outside=_OWN_FONT.fullmatch(name) is None)
        elif key in {"Alt", "ActualText", "TU", "T", "Contents"} and isinstance(value.get("/" + key), str):
            yield Thing(ThingKind.METADATA, where, f"{key}: {_words(value['/' + key])}", outside=key not in OWN_KEYS
                        or key == "Contents")  # fmt: skip
        elif key not in OWN_KEYS and not is_font_list:
            yield Thing(ThingKind.PART, where, key, outside=True)


def _is_font_list(value: DictionaryObject) -> bool:
    """Say whether a dictionary is the names that pages use for fonts: any name is as good as another."""
    items = [one.get_object() if isinstance(one, IndirectObject) else one for one in value.values()]
    return bool(items) and all(isinstance(one, DictionaryObject) and one.get("/Type") == "/Font" for one in items)


def _of_stream(value: StreamObject, where: str) -> Iterator[Thing]:
    if value.get("/Subtype") == "/XML":
        yield from _xmp(value.get_data().decode("utf-8", "replace"))
    elif value.get("/Subtype") == "/Image":
        raw = bytes(value._data)  # noqa: SLF001  (get_data would decode the picture, and its camera's words with it)
        if b"Exif\x00" in raw or b"http://ns.adobe.com/xap" in raw:
            yield Thing(ThingKind.METADATA, where, "a picture keeps what its camera wrote (EXIF or XMP)", outside=True)


def _xmp(packet: str) -> Iterator[Thing]:
    titled = _TITLE.search(packet)
    if titled:
        yield Thing(ThingKind.METADATA, "XMP", f"title: {_short(titled[1])}", outside=False)
    for tag, said, attribute, value in _XMP_WORD.findall(_TITLE.sub("", packet)):
        name, words = (tag, said) if tag else (attribute, value)
        if not words.strip() or name.startswith("xmlns"):
            continue
        yield Thing(ThingKind.METADATA, "XMP", f"{name}: {_short(words)}", outside=_OWN_XMP.fullmatch(name) is None)
        yield from _dates(words, "XMP")


def _dates(words: str, where: str) -> Iterator[Thing]:
    for found in _DATE.findall(words):
        yield Thing(ThingKind.DATE, where, found, outside=True)


def _words(value: Any) -> str:
    plain = value.get_object() if isinstance(value, IndirectObject) else value
    if isinstance(plain, DictionaryObject | ArrayObject):
        return "…"
    return _short(str(plain))


def _short(words: str) -> str:
    flat = " ".join(words.split()).encode("utf-8", "replace").decode()
    return flat if len(flat) <= _MOST_WORDS else flat[:_MOST_WORDS] + "…"
