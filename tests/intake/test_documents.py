"""Word files give up all their text, also what Word does not show; bombs do not open."""

import io
import zipfile

import pytest

from t2desk.domain import intake_errors as errors
from t2desk.intake.documents import text_from_docx

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(body, **parts):
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {"document": body, **parts}.items():
            archive.writestr(f"word/{name}.xml", f"<w:document {NAMESPACE}>{content}</w:document>")
    return sink.getvalue()


def paragraph(*runs):
    return "<w:p>" + "".join(f"<w:r>{run}</w:r>" for run in runs) + "</w:p>"


def test_a_name_split_over_runs_is_whole():
    data = docx(paragraph("<w:t>Özgür</w:t>", "<w:t>soy</w:t>") + paragraph("<w:t>x</w:t><w:tab/><w:t>y</w:t>"))
    assert text_from_docx(data).pages == ("Özgürsoy\nx\ty",)


def test_what_word_does_not_show_is_read_as_well():
    text = text_from_docx(
        docx(
            paragraph("<w:t>seen</w:t>", "<w:delText>deleted</w:delText>", '<w:drawing descr="pictured"/>'),
            header1=paragraph("<w:t>above</w:t>"),
            comments=paragraph("<w:t>remarked</w:t>"),
        )
    ).pages[0]
    assert all(word in text for word in ("seen", "deleted", "pictured", "above", "remarked"))


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"PK\x03\x04nonsense", errors.NotADocument),
        (docx(paragraph("<w:t></w:t>")), errors.NoTextInside),
        (docx("<w:p>"), errors.NotADocument),
        (docx(" " * 30_000_000), errors.ArchiveUnsafe),
    ],
)
def test_word_files_that_are_refused(data, refusal):
    with pytest.raises(refusal):
        text_from_docx(data)


def test_an_entity_bomb_is_refused():
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w") as archive:
        archive.writestr("word/document.xml", '<!DOCTYPE a [<!ENTITY b "cc"><!ENTITY d "&b;&b;">]><a>&d;</a>')
    with pytest.raises(errors.NotADocument):
        text_from_docx(sink.getvalue())
