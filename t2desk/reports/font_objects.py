"""What a document drew with a face, as PDF font objects: a subset, exact widths, and the text of every glyph."""

import struct
from collections.abc import Iterable, Sequence

import uharfbuzz
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from t2desk.reports.shaping import FIRST_CID, FaceUse

_PREFIX = "AAAAAA+"  # the same for every document: a subset's name shall say nothing about it
_DROPPED = ("cmap", "name", "post", "OS/2", "GSUB", "GPOS", "GDEF", "BASE", "DSIG", "gasp", "kern", "STAT")
_SYMBOLIC = 4
_MAPPING = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{entries}endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


def font_resources(pdf: Pdf, uses: Iterable[FaceUse]) -> Dictionary:
    """Return the font dictionary for the pages' resources, its objects added to the file."""
    return Dictionary({f"/{use.resource}": _font(pdf, use) for use in uses})


def _font(pdf: Pdf, use: FaceUse) -> Object:
    """Build a composite font whose codes are this document's own glyph numbers."""
    name = Name(f"/{_PREFIX}{use.face.name}")
    data, glyphs = _subset(use)
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=name,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        FontDescriptor=pdf.make_indirect(_descriptor(pdf, use, name, data)),
        DW=0,
        W=Array([FIRST_CID, Array([use.advance(glyph) for glyph, _ in use.numbers])]),
        CIDToGIDMap=pdf.make_stream(b"\0\0" * FIRST_CID + b"".join(struct.pack(">H", glyph) for glyph in glyphs)),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=name,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(descendant)]),
            ToUnicode=pdf.make_stream(_to_unicode(use).encode("ascii")),
        )
    )


def _subset(use: FaceUse) -> tuple[bytes, list[int]]:
    """Cut the face down to what was drawn; return the font file and the new glyph of every number."""
    wanted = uharfbuzz.SubsetInput()
    wanted.glyph_set.update(glyph for glyph, _ in use.numbers)
    wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING | uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
    wanted.drop_table_tag_set.update(int.from_bytes(tag.ljust(4).encode()) for tag in _DROPPED)
    plan = uharfbuzz.SubsetPlan(use.face.font.face, wanted)
    moved = dict(plan.old_to_new_glyph_mapping)
    return bytes(plan.execute().blob.data), [moved[glyph] for glyph, _ in use.numbers]


def _descriptor(pdf: Pdf, use: FaceUse, name: Name, data: bytes) -> Dictionary:
    """Describe the face from its own head table, and embed the subset."""
    box = struct.unpack(">4h", bytes(use.face.font.face.reference_table("head").data)[36:44])
    extents = use.face.font.get_font_extents("ltr")
    embedded = pdf.make_stream(data)
    embedded[Name.Length1] = len(data)
    return Dictionary(
        Type=Name.FontDescriptor,
        FontName=name,
        Flags=_SYMBOLIC,
        FontBBox=Array([round(side * use.face.scale) for side in box]),
        ItalicAngle=-11 if "It" in use.face.name else 0,
        Ascent=round(extents.ascender * use.face.scale),
        Descent=round(extents.descender * use.face.scale),
        CapHeight=670,
        StemV=110 if "bold" in use.face.name.lower() else 80,
        FontFile2=embedded,
    )


def _to_unicode(use: FaceUse) -> str:
    """Map every number to the text it stands for, at most 100 to a block as the format has it."""
    pairs = [(number, text) for (_, text), number in use.numbers.items()]
    blocks = [_block(pairs[start : start + 100]) for start in range(0, len(pairs), 100)]
    return _MAPPING.format(entries="".join(blocks))


def _block(pairs: Sequence[tuple[int, str]]) -> str:
    """Write one block of the mapping."""
    lines = "".join(f"<{number:04X}> <{text.encode('utf-16-be').hex().upper()}>\n" for number, text in pairs)
    return f"{len(pairs)} beginbfchar\n{lines}endbfchar\n"
