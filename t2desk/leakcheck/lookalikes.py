"""Letters that look like others: only read as their twins in words that mix scripts or put digits among letters."""

import unicodedata
from functools import lru_cache

_TWINS = str.maketrans(
    "авекмнорстухіјѕһԁԛԝьαβεηικμνορτυχγсցոսօհ" + "013457|",
    "abekmhopctyxijshdqwbabenikmvoptuxycgnuoh" + "oleasti",
)
_LATIN_TWINS_OF_CYRILLIC = str.maketrans("abekmhopctyxijs", "авекмнорстухіјѕ")


def is_disguised(word: str) -> bool:
    """Tell whether a folded word mixes Latin with another script's letters, or has digits between letters."""
    scripts = {_script(one) for one in word}
    return len(scripts - {""}) > 1 or ("DIGIT" in scripts and len(scripts) > 1)


def undisguised(word: str) -> tuple[str, str]:
    """Return a folded word with every look-alike as its Latin twin, and as its Cyrillic one."""
    return word.translate(_TWINS), word.translate(_LATIN_TWINS_OF_CYRILLIC)


@lru_cache(maxsize=4096)
def _script(one: str) -> str:
    if one.isdigit():
        return "DIGIT"
    name = unicodedata.name(one, "")
    return next((script for script in ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN") if name.startswith(script)), "")
