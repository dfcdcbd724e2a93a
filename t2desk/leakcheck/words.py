"""Cuts text into words: letters with their marks and whatever invisible hides between them, across line-end hyphens."""

import re

from t2desk.leakcheck.folding import INVISIBLE, MARKS, fold

WORD = rf"[\w{MARKS}{INVISIBLE}]+"
_HYPHEN_AT_LINE_END = r"[-\u2010\u00ac][ \t]*\r?\n[ \t]*"
RUN = re.compile(rf"{WORD}(?:{_HYPHEN_AT_LINE_END}{WORD})*")
NEXT_WORD = re.compile(rf"[ \t\u00a0]*\n?[ \t\u00a0]*({WORD})")
# Scripts whose words have no spaces between them: names are looked for anywhere inside.
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
HANGUL = "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af"
HIGH_HAN = "\uf900-\ufaff\U00020000-\U0003ffff"
UNSPACED_RUN = re.compile(f"[{UNSPACED}{HANGUL}{HIGH_HAN}{INVISIBLE}]+")
_HAS_UNSPACED = re.compile(f"[{UNSPACED}{HANGUL}{HIGH_HAN}]")
_PIECE = re.compile(rf"(?:[^\W_]|[{MARKS}])+")
_LETTERS = re.compile(rf"(?:[^\W_\d]|[{MARKS}])+")
_HYPHEN_INSIDE = re.compile(_HYPHEN_AT_LINE_END)


def is_unspaced(text: str) -> bool:
    """Tell whether text holds a script without spaces between its words."""
    return _HAS_UNSPACED.search(text) is not None


def name_words(name: str) -> tuple[str, ...]:
    """Return the folded words of a name, without empty ones."""
    folded = (fold(run.group()) for run in RUN.finditer(name))
    return tuple(word for run in folded for word in _PIECE.findall(run))


def without_hyphens(run: str) -> str:
    """Return a run as one word, the hyphens at line ends and the line ends taken out."""
    return _HYPHEN_INSIDE.sub("", run) if "\n" in run else run


def pieces(run: str) -> list[tuple[int, str]]:
    """Return the parts of a run between underscores, digits, line-end hyphens and invisibles, each with its place."""
    return [(found.start(), found.group()) for found in _LETTERS.finditer(run)]
