"""The fixed parts of a Word file: what is in it besides the words, all of it written here and nothing from elsewhere.

A library's template would bring its own author, dates, thumbnail and identifiers; what is not written is not there
(study/pdf.md §7).
"""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_KINDS = {"document": "document.main", "styles": "styles", "numbering": "numbering", "settings": "settings",
          "header1": "header", "footer1": "footer"}  # fmt: skip
_TEAL, _OCHRE, _QUIET = "0E4A5A", "9A5714", "55616E"

CONTENT_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Default Extension="xml" ContentType="application/xml"/>'
    + "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}{kind}+xml"/>' for name, kind in _KINDS.items()
    )
    + '<Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)
RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{RELATION}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="r2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    "</Relationships>"
)
DOCUMENT_RELATIONS = f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">' + "".join(
    f'<Relationship Id="r{number}" Type="{RELATION}/{kind}" Target="{name}.xml"/>'
    for number, (kind, name) in enumerate(
        (("styles", "styles"), ("numbering", "numbering"), ("settings", "settings"), ("header", "header1"),
         ("footer", "footer1")), start=1)
) + "</Relationships>"  # fmt: skip
SETTINGS = (
    f'{_HEAD}<w:settings xmlns:w="{W}"><w:defaultTabStop w:val="454"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    "</w:compat></w:settings>"
)
NUMBERING = (
    f'{_HEAD}<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">'
    '<w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:pPr><w:ind w:left="454" w:hanging="227"/></w:pPr></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
CORE_HEAD = (
    f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>'
)
CORE_TAIL = "</dc:title></cp:coreProperties>"


def _style(
    name: str,
    title: str,
    run: str,
    before: int,
    after: int,
    *,
    more: str = "",
    indent: str = "",
    level: int | None = None,
    default: bool = False,
) -> str:
    """Return a paragraph style; distances in twentieths of a point."""
    basis = "" if default else '<w:basedOn w:val="Normal"/>'
    first = ' w:default="1"' if default else ""
    keep, outline = ("", "") if level is None else ("<w:keepNext/>", f'<w:outlineLvl w:val="{level}"/>')
    return (
        f'<w:style w:type="paragraph"{first} w:styleId="{name}"><w:name w:val="{title}"/>{basis}<w:qFormat/>'
        f'<w:pPr>{keep}{more}<w:spacing w:before="{before}" w:after="{after}"/>{indent}{outline}</w:pPr>'
        f"<w:rPr>{run}</w:rPr></w:style>"
    )


def _run(size: int, *, colour: str = "", bold: bool = False, italic: bool = False, sans: bool = False) -> str:
    """Return a look; size in half points, said for both directions of writing."""
    font = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Arial"/>' if sans else ""
    strong = "<w:b/><w:bCs/>" if bold else ""
    leaning = "<w:i/><w:iCs/>" if italic else ""
    ink = f'<w:color w:val="{colour}"/>' if colour else ""
    return f'{font}{strong}{leaning}{ink}<w:sz w:val="{size}"/><w:szCs w:val="{size + 2}"/>'


STYLES = (
    f'{_HEAD}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>'
    '<w:rFonts w:ascii="Cambria" w:hAnsi="Cambria" w:cs="Times New Roman"/><w:sz w:val="21"/><w:szCs w:val="24"/>'
    '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:line="288" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
    "</w:docDefaults>"
    + _style("Normal", "Normal", "", 0, 120, default=True)
    + _style("Series", "Series", _run(17, colour=_TEAL, bold=True, sans=True), 0, 120)
    + _style("Title", "Title", _run(44, bold=True), 60, 80)
    + _style("Subtitle", "Subtitle", _run(24, colour=_QUIET, italic=True), 0, 200)
    + _style("Heading1", "heading 1", _run(29, colour=_TEAL, bold=True), 320, 60, level=0)
    + _style("Heading2", "heading 2", _run(23, bold=True), 220, 60, level=1)
    + _style("Side", "Side", _run(17, colour=_QUIET, sans=True), 0, 80, more="<w:keepNext/>")
    + _style("Number", "Number", "", 0, 120, indent='<w:ind w:left="454" w:hanging="454"/>')
    + _style("Caption", "caption", _run(17, colour=_QUIET, sans=True), 40, 100)
    + _style("List", "List Bullet", "", 0, 60,
             more='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    + _style("Point", "Point", _run(20, colour=_TEAL, bold=True, sans=True), 240, 40, level=2)
    + _style("Statement", "Statement", _run(22), 0, 80)
    + _style("Language", "Language", _run(16, colour=_QUIET, bold=True, sans=True), 80, 20, more="<w:keepNext/>")
    + _style("Note", "Note", _run(18, sans=True), 40, 80,
             more='<w:pBdr><w:left w:val="single" w:sz="12" w:space="8" w:color="C77F2F"/></w:pBdr>',
             indent='<w:ind w:left="227"/>')
    + _style("Terms", "Terms", _run(18, sans=True), 0, 0,
             more='<w:shd w:val="clear" w:color="auto" w:fill="FBF3E9"/>')
    + _style("Band", "Band", _run(16, colour=_OCHRE, bold=True, sans=True), 0, 60)
    + _style("Running", "Running", _run(17, colour=_QUIET, sans=True), 0, 0)
    + _style("Cell", "Cell", _run(18, sans=True), 30, 30)
    + _style("CellHead", "Cell Head", _run(17, colour=_TEAL, bold=True, sans=True), 30, 30)
    + "</w:styles>"
)  # fmt: skip
FIXED_PARTS = {
    "[Content_Types].xml": CONTENT_TYPES, "_rels/.rels": RELATIONS, "word/_rels/document.xml.rels": DOCUMENT_RELATIONS,
    "word/settings.xml": SETTINGS, "word/numbering.xml": NUMBERING, "word/styles.xml": STYLES,
}  # fmt: skip
WRITTEN_PARTS = ("word/document.xml", "word/header1.xml", "word/footer1.xml", "docProps/core.xml")
