"""Inspection: every kind of hidden thing that was planted is found, and t2desk's own files hold none of them."""

import io
import re
import zipfile

import pikepdf
import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Link
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from t2desk.domain.inspected import ThingKind as Kind
from t2desk.domain.intake_errors import NotADocument
from t2desk.intake.gate import inspect_file
from t2desk.intake.inspected_docx import OWN_PARTS, inspect_docx
from t2desk.intake.inspected_pdf import OWN_KEYS, inspect_pdf
from t2desk.reports.allowed import _KINDS
from t2desk.reports.docx_parts import FIXED_PARTS, WRITTEN_PARTS
from t2desk.reports.docx_writing import render_docx
from t2desk.reports.render import render
from tests.reports.conftest import full_blocks, make

SECRET = "Grace was here"
STREAMS = {
    "covered": f"BT /F0 12 Tf 72 700 Td ({SECRET}) Tj ET 0 0 0 rg 60 690 300 30 re f",
    "white": f"1 1 1 rg BT /F0 12 Tf 72 700 Td ({SECRET}) Tj ET",
    "white in colour on a box of it": f"0.2 0.4 0.6 rg 60 690 300 30 re f BT /F0 12 Tf 72 700 Td ({SECRET}) Tj ET",
    "clipped": f"q 0 0 10 10 re W n BT /F0 12 Tf 72 700 Td ({SECRET}) Tj ET Q",
    "without ink": f"BT 3 Tr /F0 12 Tf 72 700 Td ({SECRET}) Tj ET",
    "transparent": f"/G0 gs BT /F0 12 Tf 72 700 Td ({SECRET}) Tj ET",
    "tiny": f"BT /F0 0.01 Tf 72 700 Td ({SECRET}) Tj ET",
    "tiny by its matrix": f"BT /F0 12 Tf 0.01 0 0 0.01 72 700 Tm ({SECRET}) Tj ET",
    "off the page": f"BT /F0 12 Tf 72 9000 Td ({SECRET}) Tj ET",
}


@pytest.fixture(scope="module")
def own():
    return render(make(*full_blocks()))


def page_with(stream):
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(595, 842))
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    page.Resources = pikepdf.Dictionary(
        Font=pikepdf.Dictionary(F0=font), ExtGState=pikepdf.Dictionary(G0=pikepdf.Dictionary(ca=0))
    )
    page.Contents = pdf.make_stream(b"BT 0 0 0 rg /F0 12 Tf 72 500 Td (Plain words) Tj ET " + stream.encode())
    saved = io.BytesIO()
    pdf.save(saved)
    return saved.getvalue()


def told(found, *kinds):
    return [thing.text for thing in found.things if thing.kind in kinds and thing.outside]


def test_our_own_pdf_holds_nothing_outside_the_list(own):
    assert [thing for thing in inspect_pdf(own).things if thing.outside] == []
    assert {thing.kind for thing in inspect_pdf(own).things} == {Kind.METADATA, Kind.FONT, Kind.IDENTIFIER}


def test_our_own_word_file_holds_nothing_outside_the_list():
    found = inspect_docx(render_docx(make(*full_blocks())))
    assert [thing for thing in found.things if thing.outside] == []


def test_the_lists_are_those_that_our_files_are_written_by():
    assert {key[1:] for keys in _KINDS.values() for key in keys} == OWN_KEYS
    assert {*FIXED_PARTS, *WRITTEN_PARTS} == OWN_PARTS


@pytest.mark.parametrize("way", STREAMS)
def test_hidden_words_are_found_and_said_with_their_page(way):
    found = inspect_pdf(page_with(STREAMS[way]))
    (text,) = told(found, Kind.HIDDEN, Kind.COVERED)
    assert text.startswith(SECRET)


def test_words_that_are_seen_are_not_called_hidden():
    seen = f"0.9 0.9 0.9 rg 60 690 300 30 re f 0 0 0 rg BT /F0 12 Tf 72 700 Td ({SECRET}) Tj ET"
    assert told(inspect_pdf(page_with(seen)), Kind.HIDDEN, Kind.COVERED) == []


def test_hidden_words_within_a_form_are_found():
    pdf = pikepdf.open(io.BytesIO(page_with("/X0 Do")))
    form = pdf.make_stream(f"BT 3 Tr /F0 12 Tf 72 700 Td ({SECRET}) Tj ET".encode())
    form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    form.BBox, form.Resources = pikepdf.Array([0, 0, 595, 842]), pdf.pages[0].Resources
    pdf.pages[0].Resources.XObject = pikepdf.Dictionary(X0=form)
    saved = io.BytesIO()
    pdf.save(saved)
    assert told(inspect_pdf(saved.getvalue()), Kind.HIDDEN)[0].startswith(SECRET)


def written(own, change):
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(own)))
    change(writer)
    saved = io.BytesIO()
    writer.write(saved)
    return saved.getvalue()


ACTION = DictionaryObject(
    {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert(1)")}
)
SCRIPT = {NameObject("/OpenAction"): ACTION}
PLANTED = {
    "author": (lambda pdf: pdf.add_metadata({"/Author": SECRET}), Kind.METADATA, SECRET),
    "date": (lambda pdf: pdf.add_metadata({"/CreationDate": "D:20260504090000+04'00'"}), Kind.METADATA, "+04"),
    "bookmark": (lambda pdf: pdf.add_outline_item(title=SECRET, page_number=0), Kind.BOOKMARK, SECRET),
    "attachment": (lambda pdf: pdf.add_attachment("grace.txt", b"x"), Kind.ATTACHMENT, "grace.txt"),
    "script": (lambda pdf: pdf.root_object.update(SCRIPT), Kind.SCRIPT, "app.alert"),
    "link": (lambda pdf: pdf.add_annotation(0, Link(rect=(1, 1, 9, 9), url="https://grace.example")), Kind.LINK,
             "grace.example"),
}  # fmt: skip


@pytest.mark.parametrize("what", PLANTED)
def test_what_was_planted_in_one_of_our_files_is_found(own, what):
    change, kind, said = PLANTED[what]
    assert any(said in text for text in told(inspect_pdf(written(own, change)), kind))


def test_an_identifier_in_two_halves_a_foreign_font_and_an_unknown_key_are_found():
    pdf = pikepdf.open(io.BytesIO(page_with("")))
    pdf.Root.PageLayout = pikepdf.Name.OneColumn
    saved = io.BytesIO()
    pdf.save(saved)
    changed = re.sub(rb"/ID \[<[0-9a-f]{2}", b"/ID [<ff", saved.getvalue())
    found = inspect_pdf(changed)
    assert told(found, Kind.FONT) == ["Helvetica"]
    assert len(told(found, Kind.IDENTIFIER)) == 1
    assert "PageLayout" in told(found, Kind.PART)


def test_an_earlier_version_inside_the_file_is_found(own):
    assert told(inspect_pdf(own + b"\nstartxref\n1\n%%EOF\n"), Kind.REVISION)


def docx(**parts):
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(render_docx(make(*full_blocks())))) as ours,
        zipfile.ZipFile(packed, "w") as archive,
    ):
        for entry in ours.infolist():
            content = ours.read(entry)
            change = parts.pop(entry.filename, None)
            archive.writestr(zipfile.ZipInfo(entry.filename), change(content) if change else content)
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return packed.getvalue()


def in_body(words):
    return {"word/document.xml": lambda body: body.replace(b"<w:body>", b"<w:body>" + words.encode())}


RUN = "<w:p><w:r><w:rPr>{look}</w:rPr><w:t>" + SECRET + "</w:t></w:r></w:p>"
WORD_FAULTS = {
    "hidden": (in_body(RUN.format(look="<w:vanish/>")), Kind.HIDDEN, SECRET),
    "white": (in_body(RUN.format(look='<w:color w:val="FFFFFF"/>')), Kind.HIDDEN, SECRET),
    "tiny": (in_body(RUN.format(look='<w:sz w:val="2"/>')), Kind.HIDDEN, SECRET),
    "deleted": (in_body(f'<w:p><w:del w:author="Grace" w:date="2026-05-04T09:00:00Z"><w:r><w:delText>{SECRET}'
                        "</w:delText></w:r></w:del></w:p>"), Kind.REVISION, "by Grace"),
    "time of a change": (in_body('<w:p><w:ins w:author="G" w:date="2026-05-04T09:00:00Z"/></w:p>'), Kind.DATE, "2026"),
    "rsid": (in_body('<w:p w:rsidR="00A1B2C3"/>'), Kind.IDENTIFIER, "00A1B2C3"),
    "bookmark": (in_body(f'<w:p><w:bookmarkStart w:name="{SECRET}"/></w:p>'), Kind.BOOKMARK, SECRET),
    "field": (in_body('<w:p><w:fldSimple w:instr="AUTHOR"/></w:p>'), Kind.LINK, "AUTHOR"),
    "font": (in_body(RUN.format(look='<w:rFonts w:ascii="Wingdings"/>')), Kind.FONT, "Wingdings"),
    "author": ({"docProps/core.xml": lambda part: part.replace(
        b"<dc:title>", b"<dc:creator>Grace</dc:creator><dc:title>")}, Kind.METADATA, "Grace"),
    "program": ({"docProps/app.xml": "<P><Application>Word</Application></P>"}, Kind.METADATA, "Word"),
    "macro": ({"word/vbaProject.bin": b"x"}, Kind.SCRIPT, "vbaProject"),
    "attachment": ({"word/embeddings/sheet.xlsx": b"x"}, Kind.ATTACHMENT, "sheet.xlsx"),
    "picture": ({"word/media/p.jpg": b"\xff\xd8Exif\x00"}, Kind.METADATA, "camera"),
}  # fmt: skip


@pytest.mark.parametrize("what", WORD_FAULTS)
def test_what_was_planted_in_a_word_file_is_found(what):
    changes, kind, said = WORD_FAULTS[what]
    found = [thing for thing in inspect_docx(docx(**changes)).things if thing.outside and thing.kind is kind]
    assert any(said in f"{thing.where} {thing.text}" for thing in found)


def test_the_time_of_packing_is_found():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(zipfile.ZipInfo("word/document.xml", (2026, 5, 4, 9, 0, 0)), "<a/>")
    assert "2026" in told(inspect_docx(packed.getvalue()), Kind.DATE)[0]


@pytest.mark.parametrize("inspect", [inspect_pdf, inspect_docx])
def test_what_is_no_document_is_refused(inspect):
    with pytest.raises(NotADocument):
        inspect(b"nothing of the kind")


def test_a_file_is_read_in_a_child_and_comes_back_whole(own, tmp_path):
    path = tmp_path / "report.pdf"
    path.write_bytes(own)
    assert inspect_file(path) == inspect_pdf(own)
