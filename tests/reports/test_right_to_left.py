"""Documents read from right to left: mirrored pages, words in the order they are read, languages said."""

import os
import re
import subprocess
import sys
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from t2desk.domain.documents import Document, Paragraph, Point, Tone, Wording
from t2desk.reports.inspection import words as read_back
from t2desk.reports.render import render
from tests.reports.conftest import make, words

ROOT = Path(__file__).parents[2]
SENTENCE = "ينبغي أخذ القراءات خلال 12 ساعة (UNSCR 2254) دون تعليق"
WORDING = Wording("en", words("الإنكليزية"), words("Readings should be taken jointly."))


def arabic() -> Document:
    point = Point(words("1"), words("تأييد"), Tone.AGREED, words(SENTENCE), (WORDING,))
    return make(Paragraph(words(SENTENCE)), point, language="ar")


def left_edges(pdf_bytes: bytes) -> list[float]:
    """Return the left edge of every stretch of text on the first page, as another library sees it."""
    with pypdfium2.PdfDocument(pdf_bytes) as pdf:
        page = pdf[0].get_textpage()
        return [page.get_rect(index)[0] for index in range(page.count_rects())]


@pytest.fixture(scope="module")
def arabic_bytes() -> bytes:
    return render(arabic())


def test_the_words_are_read_back_in_their_order(arabic_bytes):
    assert SENTENCE in "\n".join(read_back(arabic_bytes))


def test_pages_are_mirrored(arabic_bytes):
    """The masthead's bar is at the right margin; left to right it is at the left one."""
    for content, near in ((arabic_bytes, True), (render(make()), False)):
        with pikepdf.open(BytesIO(content)) as pdf:
            drawn = pdf.pages[0].Contents.read_bytes().decode()
        bar = re.search(r"rg (\S+) \S+ 62 3\.2 re f", drawn)
        assert bar is not None
        assert (float(bar[1]) > 300) is near


def test_a_wording_that_is_read_the_other_way_begins_at_its_own_side():
    english = make(
        Point(words("1"), words("v"), Tone.OPEN, words("s"), (Wording("ar", words("Arabic"), words("ساعة")),))
    )
    assert max(left_edges(render(english))) > 300


def test_a_listener_gets_words_in_order_and_the_language_of_foreign_runs(arabic_bytes):
    with pikepdf.open(BytesIO(arabic_bytes)) as pdf:
        said = [str(item.ActualText) for item in pdf.objects if "/ActualText" in _keys(item)]
        content = pdf.pages[0].Contents.read_bytes().decode()
    assert said.count(SENTENCE) == 2
    assert "/Lang (en)" in content  # the Latin abbreviation, in the language of the document's other wording


def _keys(item: object) -> set[str]:
    return set(item.keys()) if isinstance(item, pikepdf.Dictionary) else set()


def test_a_foreign_run_is_in_the_only_language_of_its_writing_or_in_none_that_is_named():
    content = render(make(Paragraph(words("A word שלום and слово and one ქართული"))))
    with pikepdf.open(BytesIO(content)) as pdf:
        drawn = pdf.pages[0].Contents.read_bytes().decode()
    assert set(re.findall(r"/Lang \(([^)]+)\)", drawn)) == {"he", "und-Cyrl", "ka"}


def test_the_same_bytes_in_other_surroundings(arabic_bytes):
    script = (
        "import hashlib; from tests.reports.test_right_to_left import arabic, render;"
        "print(hashlib.sha256(render(arabic())).hexdigest())"
    )
    surroundings = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "TZ": "Asia/Tehran", "LANG": "fa_IR.UTF-8"}
    command = [sys.executable, "-c", script]
    for seed in ("1", "4711"):
        environment = {**surroundings, "PYTHONHASHSEED": seed}
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment, cwd=ROOT)
        assert done.stdout.strip() == sha256(arabic_bytes).hexdigest()
