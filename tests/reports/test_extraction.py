"""Other readers get the words that were given, in Latin, Cyrillic and Greek."""

import difflib
import shutil
import subprocess
from io import BytesIO

import pypdf
import pypdfium2
import pytest

from t2desk.domain.documents import FIXED, Document, Masthead, Paragraph, Text
from t2desk.i18n import Phrases
from t2desk.reports.fonts import characters_lacked, drawn, missing_characters
from t2desk.reports.inspection import words
from t2desk.reports.page import PAGE_OF
from t2desk.reports.render import render
from t2desk.reports.shaping import NO_TEXT
from t2desk.reports.system_fonts import faces_for

SAMPLES = {
    "latin": "Officials affirmed the first flow of waffles; Straße, naïve, Łódź, İzmir, façade, fjord.",
    "cyrillic": "Показания гидропостов следует снимать совместно; Ґрунт, ђак, Ўзбекистон, объём, ёлка.",
    "greek": "Οι μετρήσεις στην κάτω λεκάνη πρέπει να λαμβάνονται από κοινού, χωρίς σχόλια· ἄνθρωπος.",
    "georgian": "ქართული ენა და წყლის საკითხი",
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


# Likeness of what a reader extracts to what was set, white space aside: 1 is the same. The least that each must reach.
LIKENESS = {
    "ar": ("ينبغي أخذ قراءات المقاييس في الحوض الأدنى بصورة مشتركة ونشرها خلال 12 ساعة دون تعليق", 0.93),
    "fa": ("داده‌های آب‌سنجی حوضه پایین باید به‌طور مشترک خوانده شود؛ در سال ۲۰۲۶ می‌خواهند ۱۲٫۵ درصد.", 0.93),
    "he": ("יש לקרוא את המדידות באגן התחתון במשותף, ולפרסם אותן בתוך 12 שעות ללא הערות", 0.95),
    "hi": ("निचले बेसिन में जल-मापन संयुक्त रूप से किया जाना चाहिए और बारह घंटे के भीतर", 0.99),
    "th": ("ควรอ่านค่าจากมาตรวัดในลุ่มน้ำตอนล่างร่วมกันและเผยแพร่ภายในสิบสองชั่วโมง", 0.99),
    "hy": ("Ստորին ավազանի չափումները պետք է կատարվեն համատեղ՝ տասներկու ժամվա ընթացքում։", 0.99),
    "zh": ("下游流域的水位读数应共同采集，并在十二小时内公布，不附评论。", 0.99),
    "ja": ("下流域の水位は共同で測定し、十二時間以内に公表すべきである。", 0.99),
    "ko": ("하류 유역의 수위는 공동으로 측정하고 열두 시간 이내에 공표해야 한다.", 0.99),
}


def without_blanks(text: str) -> str:
    return "".join(drawn(text).split())  # poppler adds signs that turn the order


def only_paragraph(sample: str, language: str) -> Document:
    head = Masthead(Text("x", FIXED), Text("x", FIXED))
    blocks = (Paragraph(Text(sample, "section.text")),)
    footer = Text("x", FIXED)
    return Document(language=language, title=Text("t", FIXED), masthead=head, blocks=blocks, footer=footer)


@pytest.mark.parametrize("reader", [pdfium_text, poppler_text, own_text])
@pytest.mark.parametrize("language", LIKENESS)
def test_other_writings_come_back_as_well_as_readers_can(language, reader):
    sample, least = LIKENESS[language]
    document = only_paragraph(sample, language)
    lacked = characters_lacked(document)
    if missing_characters(document, faces_for(lacked)):
        pytest.skip("no face of this system has the letters")
    read = without_blanks(reader(render(document)))
    number = without_blanks(Phrases(language)(PAGE_OF).format(page=1, total=1))
    read = read.replace(number, "").replace("x", "")
    matcher = difflib.SequenceMatcher(None, without_blanks(sample), read, autojunk=False)
    found = matcher.ratio()
    assert found >= least, (found, read)


def test_page_numbers_and_furniture_are_on_every_page(document_of, text):
    pages = words(render(document_of(*[Paragraph(text("Some words. " * 60))] * 10)))
    assert len(pages) == 3
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of 3" in page
        assert "Not for attribution" in page
        assert "Second draft. Comments by 3 April." in page
        assert page.count("Dialogue on Water") == 1
