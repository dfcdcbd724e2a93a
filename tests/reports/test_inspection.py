"""The look at finished bytes: each thing that must not be there is planted, and found."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from t2desk.domain.documents import Paragraph
from t2desk.reports.errors import UnexpectedContent
from t2desk.reports.inspection import check_finished, words
from t2desk.reports.render import render


def saved(pdf: Pdf) -> bytes:
    file = BytesIO()
    pdf.save(
        file,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        recompress_flate=True,
        fix_metadata_version=False,
    )
    return file.getvalue()


def drawn_on(pdf: Pdf, change: Callable[[bytes], bytes]) -> None:
    contents = pdf.pages[0].obj.Contents
    contents.write(change(contents.read_bytes()))


def first_element(pdf: Pdf, kind: str) -> pikepdf.Object:
    waiting = [pdf.Root.StructTreeRoot.K]
    while waiting:
        element = waiting.pop(0)
        if kind == element.S:
            return element
        waiting += [child for child in element.get("/K", []) if "/S" in child]
    raise AssertionError(kind)


def info(pdf):
    pdf.trailer.Info = pdf.make_indirect(Dictionary(Author=String("Somebody")))


def attachment(pdf):
    pdf.attachments["names.csv"] = b"Somebody"


def script(pdf):
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def bookmark(pdf):
    pdf.Root.Outlines = pdf.make_indirect(Dictionary(Type=Name.Outlines, Count=0))


def annotation(pdf):
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([0, 0, 9, 9]), Contents=String("Somebody"))
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])


def private_page_key(pdf):
    pdf.pages[0].obj.PieceInfo = Dictionary(Desk=String("Somebody"))


def form(pdf):
    pdf.pages[0].obj.Resources.XObject = Dictionary(F=pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form))


def renamed_font(pdf):
    for font in pdf.pages[0].obj.Resources.Font.values():
        font.BaseFont = Name("/Somebody")


def intent_text(pdf):
    pdf.Root.OutputIntents[0].Info = String("Somebody")


def other_metadata(pdf):
    packet = pdf.Root.Metadata.read_bytes().replace(b"Second session", b"Somebody said")
    pdf.Root.Metadata.write(packet)


def other_language(pdf):
    pdf.Root.Lang = String("xx-somebody")


def element_language(pdf):
    first_element(pdf, "/H1").Lang = String("xx-somebody")


def alternative(pdf):
    first_element(pdf, "/Figure").Alt = String("Somebody opposed")


def swapped_text(pdf):
    for font in pdf.pages[0].obj.Resources.Font.values():
        font.ToUnicode.write(font.ToUnicode.read_bytes().replace(b"<0065>", b"<007A>"))


def moved_off_the_page(pdf):
    drawn_on(pdf, lambda content: content.replace(b"\nBT\n", b"\n1 0 0 1 -4000 0 cm\nBT\n", 1))


def unmarked_text(pdf):
    drawn_on(pdf, lambda content: content + b"\nBT\n/T0 9 Tf 0 0 0 rg\n1 0 0 1 9 9 Tm\n[<0001>]TJ\nET")


def mark_without_element(pdf):
    drawn_on(pdf, lambda content: content + b"\n/P <</MCID 999>> BDC\nEMC")


def element_without_mark(pdf):
    element = first_element(pdf, "/H1")
    element.K.append(Dictionary(Type=Name.MCR, Pg=pdf.pages[0].obj, MCID=998))


def other_operator(pdf):
    drawn_on(pdf, lambda content: content + b"\n/F Do")


def unreadable_code(pdf):
    drawn_on(pdf, lambda content: content.replace(b"]TJ", b"<FFFF>]TJ", 1))


FAULTS = {
    info: "trailer /Info",
    attachment: "catalog /AF",
    script: "catalog /OpenAction",
    bookmark: "catalog /Outlines",
    annotation: "pages /Annots",
    private_page_key: "pages /PieceInfo",
    form: "resources /XObject",
    renamed_font: "value of /BaseFont",
    intent_text: "value of /Info",
    other_metadata: "metadata",
    other_language: "metadata",
    element_language: "language",
    alternative: "words that were not given",
    swapped_text: "words that were not given",
    moved_off_the_page: "text off the page",
    unmarked_text: "unmarked text",
    mark_without_element: "structure",
    element_without_mark: "structure",
    other_operator: "operator",
    unreadable_code: "character without text",
}


def test_a_sound_file_passes_also_when_written_again(full, full_bytes):
    check_finished(full_bytes, full)
    with pikepdf.open(BytesIO(full_bytes)) as pdf:
        check_finished(saved(pdf), full)


@pytest.mark.parametrize(("fault", "what"), FAULTS.items(), ids=[fault.__name__ for fault in FAULTS])
def test_what_must_not_be_there_is_found(fault, what, full, full_bytes):
    with pikepdf.open(BytesIO(full_bytes)) as pdf:
        fault(pdf)
        changed = saved(pdf)
    with pytest.raises(UnexpectedContent) as refused:
        check_finished(changed, full)
    assert refused.value.details == {"what": what}


def test_a_word_that_was_not_given_is_found(full):
    more = replace(full, blocks=(*full.blocks, Paragraph(replace(full.footer, words="Somebody"))))
    with pytest.raises(UnexpectedContent, match="UnexpectedContent") as refused:
        check_finished(render(more), full)
    assert refused.value.details == {"what": "words that were not given"}


def test_a_missing_word_is_found(full):
    less = replace(full, blocks=full.blocks[1:])
    with pytest.raises(UnexpectedContent) as refused:
        check_finished(render(less), full)
    assert refused.value.details == {"what": "words are missing"}


def test_an_earlier_version_in_the_file_is_found(full, full_bytes):
    update = b"\n1 0 obj\n<</Type /Catalog>>\nendobj\nxref\n0 0\ntrailer\n<</Prev 10>>\nstartxref\n9\n%%EOF\n"
    with pytest.raises(UnexpectedContent):
        check_finished(full_bytes + update, full)


@pytest.mark.parametrize("extra", [b"\n% Somebody\n", b"Somebody", b"\n%%EOF\n"])
def test_bytes_after_the_end_are_found(full, full_bytes, extra):
    with pytest.raises(UnexpectedContent):
        check_finished(full_bytes + extra, full)


def test_a_comment_in_the_head_is_found(full, full_bytes):
    head, _, rest = full_bytes.partition(b"\n")
    with pytest.raises(UnexpectedContent):
        check_finished(head + b"\n%Somebody\n" + rest, full)


def test_the_archival_claim_is_held_against_what_was_asked(full, full_bytes):
    with pytest.raises(UnexpectedContent):
        check_finished(full_bytes, full, archival=False)


def test_words_are_read_page_by_page(full_bytes):
    pages = words(full_bytes)
    assert "verification and the office of transit" in pages[0]
    assert "Page 1 of" in pages[0]
    assert "Показания следует снимать совместно." in "\n".join(pages)


def test_a_sign_that_was_not_given_is_found(full):
    more = replace(full, blocks=(*full.blocks, Paragraph(replace(full.footer, words="Draft @ by"))))
    with pytest.raises(UnexpectedContent):
        check_finished(render(more), full)
