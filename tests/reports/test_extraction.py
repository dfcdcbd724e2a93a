"""Other readers get the words that were given, in Latin, Cyrillic and Greek."""

import shutil
import subprocess
from io import BytesIO

import pypdf
import pypdfium2
import pytest

from t2desk.domain.documents import FIXED, Document, Masthead, Paragraph, Text
from t2desk.reports.inspection import words
from t2desk.reports.render import render
from t2desk.reports.shaping import NO_TEXT

SAMPLES = {
    "latin": "Officials affirmed the first flow of waffles; Straße, naïve, Łódź, İzmir, façade, fjord.",
    "cyrillic": "Показания гидропостов следует снимать совместно; Ґрунт, ђак, Ўзбекистон, объём, ёлка.",
    "greek": "Οι μετρήσεις στην κάτω λεκάνη πρέπει να λαμβάνονται από κοινού, χωρίς σχόλια· ἄνθρωπος.",
    "georgian": "ქართული ენა და წყლის საკითხი",
    "several glyphs for a letter": "जल-मापन संयुक्त रूप से किया जाना चाहिए",
    "mixed": "The word Вода (water, νερό) stays [six] **bold** *italic Курсив* in 2026: 10–12 °C, “quoted” … €5",
}


def pypdf_text(pdf_bytes: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf_bytes)).pages)


def pdfium_text(pdf_bytes: bytes) -> str:
    with pypdfium2.PdfDocument(pdf_bytes) as pdf:
        return "\n".join(pdf[index].get_textpage().get_text_bounded() for index in range(len(pdf)))


def own_text(pdf_bytes: bytes) -> str:
    return "\n".join(words(pdf_bytes))


def poppler_text(pdf_bytes: bytes) -> str:
    if POPPLER is None:
        pytest.skip("poppler is not installed")
    done = subprocess.run([POPPLER, "-", "-"], input=pdf_bytes, capture_output=True, check=True)
    return done.stdout.decode()


POPPLER = shutil.which("pdftotext")
READERS = {"pypdf": pypdf_text, "pdfium": pdfium_text, "own": own_text, "poppler": poppler_text}


def a_document(sample: str) -> Document:
    long = Text(" ".join([sample] * 3), "section.text")
    head = Masthead(Text(sample, "series.title"), Text(sample, "session.title"), Text(sample, "session.deck"))
    footer = Text("Footer", FIXED)
    return Document(language="en", title=Text("t", FIXED), masthead=head, blocks=(Paragraph(long),), footer=footer)


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)
def test_the_words_come_back(sample, reader):
    document = a_document(sample)
    read = " ".join(reader(render(document)).replace(NO_TEXT, "").split())
    plain = Text(sample, FIXED).plain
    assert read.count(plain) == 6, read  # series in capitals, title, deck, three times in the paragraph


def test_page_numbers_and_furniture_are_on_every_page(document_of, text):
    pages = words(render(document_of(*[Paragraph(text("Some words. " * 60))] * 10)))
    assert len(pages) == 3
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of 3" in page
        assert "Not for attribution" in page
        assert "Second draft. Comments by 3 April." in page
        assert page.count("Dialogue on Water") == 1
