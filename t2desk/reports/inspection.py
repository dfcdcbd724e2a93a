"""A finished file opened again: no word more or less than was given, no key off the list."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import pikepdf
from pikepdf import Pdf

from t2desk.domain.documents import Document, Point
from t2desk.i18n import Phrases
from t2desk.reports.allowed import check_keys
from t2desk.reports.errors import UnexpectedContent
from t2desk.reports.given import fixed_words, given_words, words_of
from t2desk.reports.metadata import packet
from t2desk.reports.page import PAGE_OF
from t2desk.reports.reading import Stretch, stretches

_STREAM = re.compile(rb"stream\r?\n.*?endstream", re.DOTALL)
_OWN_OBJECT = re.compile(rb"/Type /(?:ObjStm|XRef)\b")


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A structure element as a listener has it: other words, language, and its stretches as page and number."""

    alternative: str
    actual: str
    language: str
    marks: list[tuple[int, int]]


def words(pdf_bytes: bytes) -> tuple[str, ...]:
    """Return the text of each page of a file made here, artifacts included, a line for each marked stretch."""
    pages: defaultdict[int, list[str]] = defaultdict(list)
    with pikepdf.open(BytesIO(pdf_bytes)) as pdf:
        for stretch in stretches(pdf):
            pages[stretch.page].append(stretch.text)
        return tuple("\n".join(text for text in pages[index] if text) for index in range(len(pdf.pages)))


def check_finished(pdf_bytes: bytes, document: Document, *, archival: bool = True) -> None:
    """Raise `UnexpectedContent` unless the file holds what the document says, as the finish writes it."""
    outside = _STREAM.sub(b"", pdf_bytes)
    _check_form(pdf_bytes, outside)
    with pikepdf.open(BytesIO(pdf_bytes)) as pdf:
        check_keys(pdf, len(_OWN_OBJECT.findall(outside)))
        _check_metadata(pdf, document, archival)
        found = list(stretches(pdf))
        spoken = list(_spoken(pdf))
        _check_marks(found, spoken)
        _check_languages(spoken, document)
        _check_words(found, spoken, document, len(pdf.pages))


def _check_form(pdf_bytes: bytes, outside: bytes) -> None:
    """One file written once: one end, no earlier version, no comment beyond the two of the head."""
    comments = re.findall(rb"%[^\r\n]*", outside)
    ours = len(comments) == 3 and comments[0].startswith(b"%PDF-1.") and comments[2] == b"%%EOF"
    if not ours or not pdf_bytes.rstrip(b"\r\n").endswith(b"%%EOF"):
        raise UnexpectedContent(what="comment or trailing bytes")
    if b"/Prev" in outside or outside.count(b"startxref") != 1:
        raise UnexpectedContent(what="earlier version")


def _check_metadata(pdf: Pdf, document: Document, archival: bool) -> None:
    """Hold the packet and the language against the document's, to the byte."""
    same_packet = pdf.Root.Metadata.read_bytes() == packet(document.title.plain, archival)
    if not same_packet or str(pdf.Root.Lang) != document.language:
        raise UnexpectedContent(what="metadata")


def _spoken(pdf: Pdf) -> Iterator[_Spoken]:
    """Read the structure tree, each element once."""
    pages = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
    waiting = [pdf.Root.StructTreeRoot.K]
    while waiting:
        element = waiting.pop()
        children = list(element.get("/K", ()))
        waiting += [child for child in children if "/S" in child]
        marks = [(pages[child.Pg.objgen], int(child.MCID)) for child in children if "/MCID" in child]
        alternative, actual, language = (str(element.get(key, "")) for key in ("/Alt", "/ActualText", "/Lang"))
        yield _Spoken(alternative, actual, language, marks)


def _check_marks(found: list[Stretch], spoken: list[_Spoken]) -> None:
    """Every marked stretch has exactly one element, and no element names a stretch that is not there."""
    drawn_marks = sorted((each.page, each.number) for each in found if each.number is not None)
    if drawn_marks != sorted(mark for each in spoken for mark in each.marks):
        raise UnexpectedContent(what="structure")


def _check_languages(spoken: list[_Spoken], document: Document) -> None:
    """No element is in a language that no wording of the document is in."""
    points = [block for block in document.blocks if isinstance(block, Point)]
    given = {wording.language for block in points for wording in block.wordings}
    if {each.language for each in spoken} - given - {""}:
        raise UnexpectedContent(what="language")


def _check_words(found: list[Stretch], spoken: list[_Spoken], document: Document, pages: int) -> None:
    """Words that can be read or heard are a subset of the given ones, and all given ones are there."""
    phrases = Phrases(document.language)
    given, fixed = given_words(document), fixed_words(phrases)
    numbers = {word for index in range(pages) for word in _folio(phrases, index + 1, pages)}
    read = {word for text in _body(found, spoken) for word in words_of(text)}
    furniture = {word for each in found if each.kind is None for word in words_of(each.text)}
    heard = {word for each in spoken for said in (each.alternative, each.actual) for word in words_of(said)}
    if (read | heard) - given - fixed or furniture - given - fixed - numbers:
        raise UnexpectedContent(what="words that were not given")
    if _expected(document, pages) - read - furniture:
        raise UnexpectedContent(what="words are missing")


def _expected(document: Document, pages: int) -> set[str]:
    """Return the words that must be readable; the file's title need not be, nor a running head on a single page."""
    places = {"title"} | ({"running_head left", "running_head right"} if pages == 1 else set())
    return {word for text, place in document.texts() if place not in places for word in words_of(text.plain)}


def _folio(phrases: Phrases, page: int, total: int) -> set[str]:
    """Return the words of a page number."""
    return set(words_of(phrases(PAGE_OF).format(page=page, total=total)))


def _body(found: list[Stretch], spoken: list[_Spoken]) -> Iterator[str]:
    """Yield what each element says; its parts on one page are apart, over a page's end a word may go on."""
    texts = {(each.page, each.number): each.text for each in found if each.number is not None}
    for each in spoken:
        said, last = "", -1
        for page, number in each.marks:
            said += ("\n" if page == last else "") + texts[page, number]
            last = page
        yield said
