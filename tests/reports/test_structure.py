"""What a listener gets: everything drawn is either in the structure or furniture, and the structure is sound."""

import re
from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest

from t2desk.reports.render import render

OPERATORS_OUTSIDE = {"q", "Q", "cm"}


def elements(pdf):
    """Return the structure elements in reading order."""
    found = []

    def walk(element):
        found.append(element)
        for child in element.get("/K", []):
            if "/S" in child:
                walk(child)

    walk(pdf.Root.StructTreeRoot.K)
    return found


def of_kind(pdf, kind):
    return [element for element in elements(pdf) if f"/{kind}" == element.S]


def marks_on(page):
    """Return the marks of a page's content, and fail where something is drawn outside of any."""
    depth, marks = 0, []
    for instruction in pikepdf.parse_content_stream(page):
        operator = str(instruction.operator)
        if operator == "BDC":
            depth += 1
            if "/MCID" in instruction.operands[1]:
                marks.append(int(instruction.operands[1].MCID))
        elif operator == "EMC":
            depth -= 1
        elif depth == 0:
            assert operator in OPERATORS_OUTSIDE, operator
    assert depth == 0
    return marks


def test_everything_drawn_is_marked_and_every_mark_has_its_element(opened):
    numbers = list(opened.Root.StructTreeRoot.ParentTree.Nums)
    assert numbers[::2] == list(range(len(opened.pages)))
    for page, owners in zip(opened.pages, numbers[1::2], strict=True):
        marks = marks_on(page)
        assert marks == list(range(len(marks)))
        assert len(owners) == len(marks)
        for mark, owner in zip(marks, owners, strict=True):
            assert any(child.get("/MCID") == mark and child.Pg == page.obj for child in owner.K if "/MCID" in child)


def test_the_catalog_says_what_a_reader_needs(opened):
    root = opened.Root
    assert root.MarkInfo.Marked is True
    assert root.ViewerPreferences.DisplayDocTitle is True
    assert str(root.Lang) == "en"
    assert all(page.obj.Tabs == "/S" for page in opened.pages)
    assert [page.obj.StructParents for page in opened.pages] == list(range(len(opened.pages)))


def test_headings_begin_at_one_and_skip_no_level(opened):
    levels = [int(str(element.S)[2:]) for element in elements(opened) if re.fullmatch("/H[1-6]", str(element.S))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_figures_say_what_they_show_and_where(opened):
    figures = of_kind(opened, "Figure")
    assert len(figures) == 2
    assert str(figures[0].Alt) == (
        "Support scale. Steps filled: endorse, support, can live with, reservation. Steps left empty: oppose."
    )
    assert str(figures[1].Alt) == "Upper basin: 35 to 40 per cent"
    assert all(len(figure.A.BBox) == 4 for figure in figures)


def test_table_heads_have_a_scope_and_rows_belong_to_tables(opened):
    assert {str(head.A.Scope) for head in of_kind(opened, "TH")} == {"/Column"}
    assert all(row.P.S == "/Table" for row in of_kind(opened, "TR"))
    assert all(cell.P.S == "/TR" for cell in of_kind(opened, "TD"))


def test_list_items_have_a_label_and_a_body(opened):
    for item in of_kind(opened, "LI"):
        assert item.P.S == "/L"
        assert [str(child.S) for child in item.K] == ["/Lbl", "/LBody"]


def test_wordings_in_other_languages_say_so(opened):
    assert {str(element.Lang) for element in elements(opened) if "/Lang" in element} == {"ru", "el"}


def test_fonts_are_embedded_with_exact_text_and_no_notdef(opened):
    fonts = opened.pages[0].obj.Resources.Font
    assert len(fonts) >= 5
    for font in fonts.values():
        assert font.Encoding == "/Identity-H"
        (descendant,) = font.DescendantFonts
        assert len(descendant.FontDescriptor.FontFile2.read_bytes()) > 500
        mapped = re.findall(
            rb"<([0-9A-F]{4})> <([0-9A-F]+)>", font.ToUnicode.read_bytes().split(b"endcodespacerange")[1]
        )
        glyphs = descendant.CIDToGIDMap.read_bytes()
        assert len(mapped) == len(glyphs) // 2 - 1 == len(descendant.W[1])
        for number, text in mapped:
            assert glyphs[2 * int(number, 16) :][:2] != b"\0\0"
            assert bytes.fromhex(text.decode()).decode("utf-16-be")


def test_empty_documents_are_sound_too(document_of):
    with pikepdf.open(BytesIO(render(document_of()))) as pdf:
        assert len(pdf.pages) == 1
        assert marks_on(pdf.pages[0])


def test_pdf_a_as_pikepdf_sees_it(full_bytes):
    pdfa = pytest.importorskip("pikepdf.pdfa", exc_type=ImportError)
    with pikepdf.open(BytesIO(full_bytes)) as pdf:
        packet = pdf.Root.Metadata.read_bytes().decode()
        # its validator knows conformance B and no PDF/UA claim; everything else stays as it is
        packet = re.sub(
            r'<rdf:Description rdf:about="" xmlns:(pdfuaid|pdfaExt).*?</rdf:Description>\n', "", packet, flags=re.S
        )
        pdf.Root.Metadata.write(packet.replace("conformance>A", "conformance>B").encode())
        changed = BytesIO()
        pdf.save(changed, deterministic_id=True)
        changed.seek(0)
        assert pdfa.check(pikepdf.open(changed), "2b").findings == []
