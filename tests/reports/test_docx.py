"""Word files: only what was given, in the order it was given, right to left where it is read so, the same bytes."""

import zipfile
from io import BytesIO

import pytest

from t2desk.domain.documents import Heading, Paragraph, Text
from t2desk.intake.documents import text_from_docx
from t2desk.reports.docx_checking import check_docx, docx_pages
from t2desk.reports.docx_writing import render_docx
from t2desk.reports.errors import UnexpectedContent

ARABIC = "اتفق المشاركون على نص واحد."


@pytest.fixture(scope="module")
def written():
    from tests.reports.conftest import full_blocks, make

    return render_docx(make(*full_blocks()))


def parts(content):
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}


def repacked(changed, **entry):
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in changed.items():
            info = zipfile.ZipInfo(name, entry.get("time", (1980, 1, 1, 0, 0, 0)))
            info.comment = entry.get("comment", b"")
            archive.writestr(info, content)
    return packed.getvalue()


def test_another_reader_finds_every_word_of_the_document(full, written):
    (read,) = text_from_docx(written).pages
    spaced = " ".join(read.split())
    missing = [text.plain for text, place in full.texts() if " ".join(text.plain.split()) not in spaced]
    assert missing == []


def test_the_same_document_is_the_same_bytes(full):
    assert render_docx(full) == render_docx(full)


def test_it_says_no_author_no_date_no_revision_and_no_program(written):
    whole = b"".join(parts(written).values()).lower()
    for word in (b"creator", b"author", b"rsid", b"created", b"modified", b"python", b"<application"):
        assert word not in whole
    assert {entry.date_time for entry in zipfile.ZipFile(BytesIO(written)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_headings_are_styles(document_of):
    content = parts(render_docx(document_of(Heading(Text("First", "x")), Heading(Text("Second", "x"), level=3))))
    body = content["word/document.xml"].decode()
    assert [body.count(f'w:val="{style}"') for style in ("Title", "Heading1", "Heading2")] == [1, 1, 1]


def test_what_is_read_from_the_right_stands_so(document_of):
    content = parts(render_docx(document_of(Paragraph(Text(f"{ARABIC} GPS 7", "x")), language="ar")))
    body = content["word/document.xml"].decode()
    assert "<w:bidi />" in body.split("<w:sectPr>")[1]
    paragraph = next(part for part in body.split("</w:p>") if "GPS" in part)
    assert "<w:bidi />" in paragraph
    runs = {part.split("<w:t")[1].split(">", 1)[1].split("<")[0].strip(): "<w:rtl />" in part
            for part in paragraph.split("</w:r>") if "<w:t" in part}  # fmt: skip
    assert runs == {ARABIC: True, "GPS 7": False}


def test_a_document_from_the_left_says_nothing_of_the_right(document_of):
    body = parts(render_docx(document_of(Paragraph(Text("Plain words.", "x")))))["word/document.xml"]
    assert b"bidi" not in body
    assert b"rtl" not in body


def test_a_number_stands_before_its_paragraph(document_of):
    content = render_docx(document_of(Paragraph(Text("Plain words.", "x"), number=Text("7.", "fixed"))))
    assert "7.\tPlain words." in docx_pages(content)[0]


CHANGES = {
    "a word more": lambda parts: parts | {"word/document.xml": parts["word/document.xml"].replace(
        b"<w:body>", b"<w:body><w:p><w:r><w:t>Grace</w:t></w:r></w:p>")},
    "a hidden word": lambda parts: parts | {"word/document.xml": parts["word/document.xml"].replace(
        b"<w:body>", b"<w:body><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>the</w:t></w:r></w:p>")},
    "a word less": lambda parts: parts | {"word/footer1.xml": b'<w:ftr xmlns:w="http://schemas.openxmlformats.org/'
                                                             b'wordprocessingml/2006/main"/>'},
    "a revision": lambda parts: parts | {"word/document.xml": parts["word/document.xml"].replace(
        b"<w:p>", b'<w:p w:rsidR="00A1">', 1)},
    "an author": lambda parts: parts | {"docProps/core.xml": parts["docProps/core.xml"].replace(
        b"</dc:title>", b"</dc:title><dc:creator>Grace</dc:creator>")},
    "another title": lambda parts: parts | {"docProps/core.xml": parts["docProps/core.xml"].replace(
        b"<dc:title>", b"<dc:title>the ")},
    "a part more": lambda parts: parts | {"word/comments.xml": b"<x/>"},
    "another fixed part": lambda parts: parts | {"word/settings.xml": parts["word/settings.xml"] + b" "},
    "a field": lambda parts: parts | {"word/footer1.xml": parts["word/footer1.xml"].replace(b'"PAGE"', b'"AUTHOR"')},
    "not xml": lambda parts: parts | {"word/document.xml": b"<w:document"},
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_a_file_with_anything_else_in_it_is_refused(full, written, change):
    with pytest.raises(UnexpectedContent):
        check_docx(repacked(CHANGES[change](parts(written))), full)


@pytest.mark.parametrize("entry", [{"time": (2026, 5, 4, 9, 0, 0)}, {"comment": b"from Grace"}])
def test_an_archive_that_says_a_time_or_a_comment_is_refused(full, written, entry):
    with pytest.raises(UnexpectedContent):
        check_docx(repacked(parts(written), **entry), full)


def test_the_file_as_it_was_written_is_not_refused(full, written):
    check_docx(repacked(parts(written)), full)


def test_signs_that_no_xml_can_hold_are_refused(document_of):
    with pytest.raises(UnexpectedContent):
        render_docx(document_of(Paragraph(Text("a\x01b", "x"))))
