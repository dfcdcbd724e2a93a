"""Which characters a name or title may hold, and how it is written down: composed, trimmed, single spaces."""

import unicodedata

_JOINERS = "\u200c\u200d"
# Letters, in spite of their category, that nobody can see; U+2800 is a blank symbol.
_BLANKS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0")
_REFUSED_CATEGORIES = frozenset(("Cc", "Cf", "Cs", "Co", "Zl", "Zp"))
_SCRIPTS_WITH_JOINERS = (
    (0x0600, 0x08FF),  # Arabic, Syriac, Thaana, Nko and their supplements
    (0x0900, 0x0DFF),  # the scripts of India and Sri Lanka
    (0x0F00, 0x109F),  # Tibetan, Myanmar
    (0x1780, 0x18AF),  # Khmer, Mongolian
)


def tidy(text: str) -> str:
    """Return text composed (NFC), trimmed, with each run of spaces as one; line ends stay, for the check to refuse."""
    spaced = "".join(" " if unicodedata.category(one) == "Zs" else one for one in unicodedata.normalize("NFC", text))
    return " ".join(part for part in spaced.split(" ") if part)


def forbidden_character(text: str) -> str | None:
    """Return the first character that cannot be seen or turns the text around, as U+XXXX; None if there is none."""
    if text.isascii() and text.isprintable():
        return None
    for position, one in enumerate(text):
        if _is_forbidden(text, position):
            return f"U+{ord(one):04X}"
    return None


def visible(text: str) -> str:
    """Return text to be shown, with U+FFFD for each character that a name may not hold."""
    if text.isascii() and text.isprintable():
        return text
    return "".join("\ufffd" if _is_forbidden(text, place) else one for place, one in enumerate(text))


def _is_forbidden(text: str, position: int) -> bool:
    one = text[position]
    before = text[position - 1] if position else ""
    if one in _JOINERS:
        return not (_needs_joiners(before) and _needs_joiners(text[position + 1 : position + 2]))
    if "\ufe00" <= one <= "\ufe0f" or "\U000e0100" <= one <= "\U000e01ef":
        # After a Han character these choose how a name's character is drawn; elsewhere they only hide.
        return not unicodedata.name(before, "").startswith("CJK") if before else True
    return one in _BLANKS or unicodedata.category(one) in _REFUSED_CATEGORIES or (ord(one) & 0xFFFE) == 0xFFFE


def _needs_joiners(one: str) -> bool:
    return bool(one) and any(first <= ord(one) <= last for first, last in _SCRIPTS_WITH_JOINERS)
