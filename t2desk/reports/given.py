"""The words that a finished file may hold: those of its document, and the few that the program adds in its language."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from t2desk.domain.documents import Document
from t2desk.i18n import Phrases
from t2desk.reports.errors import UnexpectedContent
from t2desk.reports.fonts import drawn
from t2desk.reports.masthead import TERMS_OF_USE
from t2desk.reports.points import MEND, NONE, NOTE_WORDS, STEPS_FILLED
from t2desk.reports.prose import BULLET
from t2desk.reports.tables import ITEM, MINUTES, TIME

_WORD = re.compile(r"[^\W_]+|[^\w\s]|_")  # a sign counts as a word
_FIXED = (TERMS_OF_USE, MEND, NONE, STEPS_FILLED, TIME, ITEM, MINUTES, *NOTE_WORDS.values())


def words_of(text: str) -> Iterator[str]:
    """Yield the words of a text as they are drawn."""
    yield from _WORD.findall(unicodedata.normalize("NFC", drawn(text)))


def given_words(document: Document) -> set[str]:
    """Return every word of a document."""
    return {word for text, _ in document.texts() for word in words_of(text.plain)}


def fixed_words(phrases: Phrases) -> set[str]:
    """Return the words that the program adds, and the signs between them."""
    fixed = {word for message in _FIXED for word in words_of(phrases(message).format(filled="", empty=""))}
    return fixed | {BULLET, ",", ":"}


def check_words(found: Iterable[str], document: Document, more: Iterable[str] = ()) -> None:
    """Raise `UnexpectedContent` unless texts hold all words of a document, and none beside the program's and `more`."""
    allowed = given_words(document) | fixed_words(Phrases(document.language))
    allowed |= {word for text in more for word in words_of(text)}
    read = {word for text in found for word in words_of(text)}
    if read - allowed:
        raise UnexpectedContent(what="words that were not given")
    if given_words(document) - read:
        raise UnexpectedContent(what="words are missing")
