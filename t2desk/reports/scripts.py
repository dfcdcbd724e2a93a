"""Which writing a character belongs to, which way a language runs, and what language a foreign run is likely in."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby

import uharfbuzz

_FROM_THE_RIGHT = {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"}
# Arabic and its like, Indic, Thai, Lao, Tibetan, Burmese, Khmer, Mongolian: letters that join or move when set.
MOVING = re.compile("[\u0600-\u08ff\u0900-\u109f\u1700-\u18af\u1900-\u1aaf\u1b00-\u1c7f\ua8e0-\uabff]")
_OF_LANGUAGE = {
    "Arab": {"ar", "ckb", "fa", "ks", "ps", "sd", "ug", "ur"},
    "Armn": {"hy"}, "Beng": {"as", "bn"}, "Deva": {"hi", "mr", "ne", "sa"}, "Geor": {"ka"},
    "Cyrl": {"ab", "ba", "be", "bg", "ce", "cv", "kk", "ky", "mk", "mn", "os", "ru", "sr", "tg", "tt", "uk"},
    "Grek": {"el"}, "Guru": {"pa"}, "Hang": {"ko"}, "Hani": {"ja", "ko", "zh"}, "Hebr": {"he", "yi"},
    "Hira": {"ja"}, "Kana": {"ja"}, "Thai": {"th"},
}  # fmt: skip
_LETTER = {
    "Arab": "ع", "Armn": "ա", "Beng": "ক", "Cyrl": "ж", "Deva": "क", "Geor": "ა", "Grek": "ω", "Guru": "ਕ",
    "Hang": "한", "Hani": "文", "Hebr": "א", "Thai": "ก",
}  # fmt: skip
# Writings that one language alone has; of any other a reader is told the writing and not a guess.
_ONLY = {"Armn": "hy", "Geor": "ka", "Grek": "el", "Hang": "ko", "Hebr": "he", "Hira": "ja", "Kana": "ja", "Thai": "th"}


def is_from_the_right(language: str) -> bool:
    """Say whether a language is written from right to left; `language` is a BCP 47 code."""
    parts = language.split("-")
    return parts[0] in _FROM_THE_RIGHT and "Latn" not in parts and "Cyrl" not in parts


@cache
def script_of(character: str) -> str:
    """Return a character's writing as an ISO 15924 code; nothing for signs that every writing shares."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(character)
    buffer.guess_segment_properties()
    script = buffer.script
    return script if script and script not in {"Zyyy", "Zinh", "Zzzz"} else ""


def by_script(text: str) -> Iterator[tuple[str, str]]:
    """Yield stretches of one writing with its code; signs go with what is before them, at the start with what follows.

    >>> list(by_script("(UN)"))
    [('Latn', '(UN)')]
    """
    if text.isascii():
        yield ("Latn" if any(map(str.isalpha, text)) else ""), text
        return
    known = [script_of(character) for character in text]
    last = next((script for script in known if script), "")
    scripts = [last := script or last for script in known]
    for script, group in groupby(zip(scripts, text, strict=True), key=lambda pair: pair[0]):
        yield script, "".join(character for _, character in group)


def language_of(script: str, own: str, others: Iterable[str]) -> str | None:
    """Return the language of a run in a text of a language, or None where it is the text's own.

    The document's other languages come first; then the one language of a writing, else the writing alone (`und-Cyrl`).
    """
    if script in {"", "Latn"} or own.partition("-")[0] in _OF_LANGUAGE.get(script, set()):
        return None if script != "Latn" or _is_latin(own) else _latin(others)
    for other in others:
        if other.partition("-")[0] in _OF_LANGUAGE.get(script, set()):
            return other
    return _ONLY.get(script, f"und-{script}")


def letter_of(language: str) -> str:
    """Return a letter that a face for the language must have; nothing where that is a Latin one."""
    if _is_latin(language):
        return ""
    scripts = (script for script, languages in _OF_LANGUAGE.items() if language.partition("-")[0] in languages)
    return next((_LETTER[script] for script in scripts if script in _LETTER), "")


def _is_latin(language: str) -> bool:
    """Say whether a language is written in Latin letters."""
    parts = language.split("-")
    return "Latn" in parts or not any(parts[0] in languages for languages in _OF_LANGUAGE.values())


def _latin(others: Iterable[str]) -> str:
    """Return the document's language in Latin letters, or the writing alone."""
    return next((other for other in others if _is_latin(other)), "und-Latn")
