"""The one entrance: a document in, finished and checked bytes out."""

from pathlib import Path
from typing import cast

from t2desk.domain.documents import Document, Point
from t2desk.i18n import Phrases
from t2desk.reports.compose import story
from t2desk.reports.errors import MissingCharacters
from t2desk.reports.finish import encrypt, finish
from t2desk.reports.fonts import Face, characters_lacked, missing_characters
from t2desk.reports.inspection import check_finished
from t2desk.reports.kit import Kit
from t2desk.reports.page import Sheet
from t2desk.reports.paragraphs import Setter
from t2desk.reports.shaping import Shaper
from t2desk.reports.system_fonts import faces_for
from t2desk.reports.tags import Element, MirroredCanvas, TaggedCanvas

_NAMED = 12  # characters a refusal names; more would not help


def render(document: Document, passphrase: str | None = None, fonts: Path | None = None) -> bytes:
    """Return the document as a PDF, checked, under a passphrase where one is given.

    Faces for Armenian, Han, Kana and Hangul come from the folder `fonts` or the system. Raises `MissingCharacters`
    before anything is drawn, and `UnexpectedContent` where the finished bytes hold more or less than the document.
    """
    more = faces_for(characters_lacked(document), fonts)
    _refuse_undrawable(document, more)
    archival = passphrase is None
    finished = _drawn(document, archival, more)
    check_finished(finished, document, archival=archival)
    return finished if passphrase is None else encrypt(finished, passphrase)


def _refuse_undrawable(document: Document, more: tuple[Face, ...]) -> None:
    """Refuse a document with characters that would come out as boxes, or hide the order of others."""
    if names := missing_characters(document, more):
        raise MissingCharacters(characters=_listed(names))


def _listed(names: tuple[str, ...]) -> str:
    """Name the first characters, and say how many there are where there are more."""
    shown = ", ".join(names[:_NAMED])
    return shown if len(names) <= _NAMED else f"{shown}, … ({len(names)})"


def _other_languages(document: Document) -> tuple[str, ...]:
    """Return the languages of the document's wordings beside its own, in their order."""
    points = [block for block in document.blocks if isinstance(block, Point)]
    named = dict.fromkeys(wording.language for point in points for wording in point.wordings)
    return tuple(language for language in named if language != document.language)


def _drawn(document: Document, archival: bool, more: tuple[Face, ...] = ()) -> bytes:
    """Lay the document out and finish it; nothing made here outlives the call."""
    shaper = Shaper(more)
    setter = Setter(shaper, document.language, _other_languages(document))
    phrases = Phrases(document.language)
    sheet = Sheet(document, setter)
    root = Element("Document")
    kit = Kit(setter, phrases, root, sheet.width, sheet.height)
    template = sheet.template()
    template.build(story(kit, document), canvasmaker=MirroredCanvas if setter.from_the_right else TaggedCanvas)
    canvas = cast("TaggedCanvas", template.canv)
    pages = sheet.numbered(canvas.pages, phrases)
    title = document.title.plain
    return finish(pages, root, shaper.uses.values(), title, document.language, archival=archival)
