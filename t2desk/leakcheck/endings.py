"""Grammar around names: endings a language adds to a name, and little words it writes onto its front."""

import re
from collections.abc import Iterator

_ENDINGS = {
    "CYRILLIC": (
        "а у ом ем ым им е и ы я ю ои еи ую ого его ому ему ых их ыми ими ая ию ии ові еві ів ою єю і о ь ин ына ов ова"
    ),
    "GREEK": ("ου ο ον ε η ησ ασ α υ οι ων ουσ"),
    "GEORGIAN": ("ი მა მ ს ის ით ად ო სთან თან ისთვის სთვის ზე იდან დან ისგან სგან მაც ც იც ში ა"),
    "ARMENIAN": ("ի ին ը ն ից ով ում ու ուն ուց եան"),
    "LATIN": (
        "a u e i y o om em im ov ova ovi evi ow owi iem ego emu ym ie ja ju je in ina it un nin nun dan den "
        "tan ten da de ta te ya ye yi yu la le ın dir s es us is um ot et at ut nak nek ban ben hoz ra re ne "
        "ene t"
    ),
}
_SUFFIXES = {script: frozenset(endings.split()) for script, endings in _ENDINGS.items()}
_OWN_ENDINGS = {
    "CYRILLIC": re.compile(r"(?:ии|ыи|ои|ая|а|я|о|ь|и|е)$"),
    "GREEK": re.compile(r"(?:οσ|ησ|ασ|ου|η|α|ο|υ|εσ)$"),
    "GEORGIAN": re.compile(r"ი$"),
    "ARMENIAN": re.compile(r"$"),
    "LATIN": re.compile(r"(?:a|o|e|i|y)$"),
}
_ARABIC_FRONTS = re.compile(r"(?:[وفا]?(?:[بكس]?ال|لل)|[وف]?[بكلس]|[وف])")
_HEBREW_FRONTS = re.compile(r"(?:ו?(?:כש|מש|לכש|של|[בהכלמש])ה?|ו)")
_LEAST_REST = 3
_LONGEST_ENDING = 5
_SCRIPTS = (
    ("LATIN", "a", "\u024f"),
    ("GREEK", "\u0370", "\u03ff"),
    ("CYRILLIC", "\u0400", "\u052f"),
    ("ARMENIAN", "\u0530", "\u058f"),
    ("HEBREW", "\u0590", "\u05ff"),
    ("ARABIC", "\u0600", "\u06ff"),
    ("GEORGIAN", "\u10a0", "\u10ff"),
)


def script_of(word: str) -> str:
    """Return the script of a folded word's first letter; "" where we know no grammar for it."""
    first = word[:1]
    return next((script for script, low, high in _SCRIPTS if low <= first <= high), "")


def stems(word: str) -> set[str]:
    """Return what stays of a folded name when a language exchanges its ending."""
    script = script_of(word)
    if script not in _OWN_ENDINGS:
        return set()
    return {stem for stem in (word, _OWN_ENDINGS[script].sub("", word)) if len(stem) >= _LEAST_REST}


def possible_stems(word: str) -> Iterator[str]:
    """Yield what a folded word may be the inflected form of: everything before one of its language's endings."""
    suffixes = _SUFFIXES.get(script_of(word), frozenset())
    for cut in range(1, min(_LONGEST_ENDING, len(word) - _LEAST_REST) + 1):
        if word[-cut:] in suffixes:
            yield word[:-cut]


def without_front(word: str) -> Iterator[str]:
    """Yield what follows the prepositions and articles that Arabic and Hebrew write onto a word."""
    fronts = {"ARABIC": _ARABIC_FRONTS, "HEBREW": _HEBREW_FRONTS}.get(script_of(word))
    if fronts is None:
        return
    for cut in range(1, min(5, len(word) - _LEAST_REST) + 1):
        if fronts.fullmatch(word, 0, cut):
            yield word[cut:]
