"""Bytes to text, once: UTF-8 with or without its mark, and nothing that only looks like it."""

from t2desk.domain.intake_errors import NotUtf8, NulInside

_MARKS_OF_OTHERS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


def decoded(data: bytes) -> str:
    """Return UTF-8 bytes as text without the byte order mark; raise NotUtf8 or NulInside with the line."""
    if data.startswith(_MARKS_OF_OTHERS):
        raise NotUtf8(line=1)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotUtf8(line=data.count(b"\n", 0, error.start) + 1) from None
    zero = text.find("\x00")
    if zero >= 0:
        raise NulInside(line=text.count("\n", 0, zero) + 1)
    return text
