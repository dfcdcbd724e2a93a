"""What a reader sees on each page of a finished PDF, by another library than the one that wrote it."""

import pypdfium2


def page_texts(content: bytes, passphrase: str | None = None) -> tuple[str, ...]:
    """Return the text of each page, lines ended by LF."""
    document = pypdfium2.PdfDocument(content, password=passphrase)
    try:
        return tuple(_text(document[number]) for number in range(len(document)))
    finally:
        document.close()


def _text(page: pypdfium2.PdfPage) -> str:
    found = page.get_textpage()
    try:
        return str(found.get_text_range()).replace("\r\n", "\n")
    finally:
        found.close()
        page.close()
