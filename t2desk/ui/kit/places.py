"""Places in a text: Python counts characters, Qt counts halves of UTF-16; this is the only way between them."""


def to_qt(text: str, place: int) -> int:
    """Return where Qt sees the character at a place."""
    return len(text[:place].encode("utf-16-le")) // 2


def from_qt(text: str, place: int) -> int:
    """Return which character stands at Qt's place."""
    return len(text.encode("utf-16-le")[: place * 2].decode("utf-16-le", "ignore"))
