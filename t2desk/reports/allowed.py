"""The allow-list: every dictionary a finished file may hold and every key in it, walked from the trailer down."""

import re
from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from t2desk.reports.errors import UnexpectedContent

_PLAIN = ""  # a number, name, string or flag, or an array of them
_BACK = "back"  # a reference to something reached on another way
_STREAM_KEYS = {"/Length": _PLAIN, "/Filter": _PLAIN, "/DecodeParms": "parameters"}
# kind of dictionary -> its keys -> the kind each key's value is of; an array's items are of the array's kind
_KINDS: dict[str, dict[str, str]] = {
    "parameters": {"/Columns": _PLAIN, "/Predictor": _PLAIN},
    "trailer": {
        **_STREAM_KEYS, "/Root": "catalog", "/Size": _PLAIN, "/ID": _PLAIN, "/Type": _PLAIN,
        "/W": _PLAIN, "/Index": _PLAIN,
    },
    "catalog": {
        "/Type": _PLAIN, "/Pages": "pages", "/Metadata": "metadata", "/MarkInfo": "mark info", "/Lang": _PLAIN,
        "/ViewerPreferences": "preferences", "/OutputIntents": "intent", "/StructTreeRoot": "tree",
    },
    "pages": {
        "/Type": _PLAIN, "/Kids": "pages", "/Count": _PLAIN, "/Parent": _BACK, "/MediaBox": _PLAIN, "/Tabs": _PLAIN,
        "/Contents": "stream", "/StructParents": _PLAIN, "/Resources": "resources",
    },
    "metadata": {**_STREAM_KEYS, "/Type": _PLAIN, "/Subtype": _PLAIN},
    "mark info": {"/Marked": _PLAIN},
    "preferences": {"/DisplayDocTitle": _PLAIN},
    "intent": {
        "/Type": _PLAIN, "/S": _PLAIN, "/OutputConditionIdentifier": _PLAIN, "/Info": _PLAIN,
        "/DestOutputProfile": "profile",
    },
    "profile": {**_STREAM_KEYS, "/N": _PLAIN},
    "stream": _STREAM_KEYS,
    "resources": {"/Font": "fonts"},
    "fonts": {},
    "font": {
        "/Type": _PLAIN, "/Subtype": _PLAIN, "/BaseFont": _PLAIN, "/Encoding": _PLAIN, "/DescendantFonts": "drawn font",
        "/ToUnicode": "stream",
    },
    "drawn font": {
        "/Type": _PLAIN, "/Subtype": _PLAIN, "/BaseFont": _PLAIN, "/CIDSystemInfo": "ordering", "/DW": _PLAIN,
        "/FontDescriptor": "descriptor", "/W": _PLAIN, "/CIDToGIDMap": "stream",
    },
    "ordering": {"/Registry": _PLAIN, "/Ordering": _PLAIN, "/Supplement": _PLAIN},
    "descriptor": {
        "/Type": _PLAIN, "/FontName": _PLAIN, "/Flags": _PLAIN, "/FontBBox": _PLAIN, "/ItalicAngle": _PLAIN,
        "/Ascent": _PLAIN, "/Descent": _PLAIN, "/CapHeight": _PLAIN, "/StemV": _PLAIN, "/FontFile2": "font file",
    },
    "font file": {**_STREAM_KEYS, "/Length1": _PLAIN},
    "tree": {"/Type": _PLAIN, "/K": "element", "/ParentTree": "numbers", "/ParentTreeNextKey": _PLAIN},
    "numbers": {"/Nums": _BACK},
    "element": {
        "/Type": _PLAIN, "/S": _PLAIN, "/P": _BACK, "/K": "element", "/Pg": _BACK, "/MCID": _PLAIN, "/Alt": _PLAIN,
        "/ActualText": _PLAIN,
        "/Lang": _PLAIN, "/A": "attributes",
    },
    "attributes": {"/O": _PLAIN, "/Scope": _PLAIN, "/ListNumbering": _PLAIN, "/BBox": _PLAIN},
}  # fmt: skip


_NAMES = {
    "Catalog", "Pages", "Page", "S", "Metadata", "XML", "OutputIntent", "GTS_PDFA1", "FlateDecode", "XRef",
    "Font", "Type0", "CIDFontType2", "FontDescriptor", "Identity-H",
    "StructTreeRoot", "StructElem", "MCR", "Document", "Sect", "P", "H1", "H2", "H3", "L", "LI", "Lbl", "LBody",
    "Table", "TR", "TH", "TD", "Figure", "List", "Layout", "Disc", "Column",
}  # fmt: skip
_STRINGS = {"sRGB", "Adobe", "Identity"}
_FONT_NAME = re.compile(r"/AAAAAA\+(?:SourceSerifPro|SourceSansPro|FiraGO|Other)-[A-Za-z]+")


def check_keys(pdf: Pdf, own_objects: int) -> None:
    """Raise `UnexpectedContent` for a key that is not on the list, or an object that nothing on the list leads to.

    `own_objects` is how many streams the file keeps its other objects and their places in.
    """
    reached = {item.objgen for item in _objects(pdf.Root.StructTreeRoot.ParentTree.Nums)}
    waiting: list[tuple[Object, str]] = [(pdf.trailer, "trailer")]
    while waiting:
        value, kind = waiting.pop()
        if value.is_indirect:
            if value.objgen in reached:
                continue
            reached.add(value.objgen)
        waiting += _inside(value, kind)
    if len(reached) + own_objects != int(pdf.trailer.Size) - 1:
        raise UnexpectedContent(what="unused object")


def _inside(value: Object, kind: str) -> Iterator[tuple[Object, str]]:
    """Yield what a value holds that must be looked at, with its kind."""
    if isinstance(value, Array):
        yield from ((item, kind) for item in _objects(value))
    elif isinstance(value, Dictionary | Stream):
        if kind not in _KINDS:
            raise UnexpectedContent(what="dictionary where a plain value belongs")
        for key, item in value.items():
            allowed = _KINDS[kind].get(key, "font" if kind == "fonts" else None)
            if allowed is None:
                raise UnexpectedContent(what=f"{kind} {key}")
            if allowed != _BACK and isinstance(item, Object):
                _check_value(key, item)
                yield item, allowed


def _check_value(key: str, value: Object) -> None:
    """Names and strings say only what they must; words to hear and languages are checked against the document."""
    if isinstance(value, Name):
        known = str(value)[1:] in _NAMES or _FONT_NAME.fullmatch(str(value)) is not None
    else:
        known = not isinstance(value, String) or key in {"/Alt", "/ActualText", "/Lang"} or str(value) in _STRINGS
    if not known:
        raise UnexpectedContent(what=f"value of {key}")


def _objects(array: Object) -> Iterator[Object]:
    """Yield an array's items that are not plain numbers."""
    items: list[object] = list(array)
    yield from (item for item in items if isinstance(item, Object))
