"""The elements as a PDF structure tree, with the way back from every marked stretch of every page."""

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from t2desk.reports.tags import Content, Element


def attach_structure(pdf: Pdf, root: Element) -> None:
    """Write the tree under the file's catalog; every page's marked stretches must have an element."""
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    owners: list[dict[int, Object]] = [{} for _ in pdf.pages]
    tree[Name.K] = _written(pdf, root, tree, owners)
    numbers = Array()
    for index, marks in enumerate(owners):
        numbers.append(index)
        numbers.append(pdf.make_indirect(Array([marks[number] for number in range(len(marks))])))
    tree[Name.ParentTree] = pdf.make_indirect(Dictionary(Nums=numbers))
    tree[Name.ParentTreeNextKey] = len(owners)
    pdf.Root[Name.StructTreeRoot] = tree


def _written(pdf: Pdf, element: Element, parent: Object, owners: list[dict[int, Object]]) -> Object:
    """Write an element and what is in it; an empty one stays, for a table's cell may be empty."""
    written = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{element.kind}"), P=parent))
    _describe(element, written)
    children = Array()
    for child in element.children:
        if isinstance(child, Element):
            children.append(_written(pdf, child, written, owners))
        else:
            children.append(_reference(pdf, child))
            owners[child.page][child.number] = written
    if len(children):
        written[Name.K] = children
    return written


def _reference(pdf: Pdf, content: Content) -> Dictionary:
    """Refer to a marked stretch by its page and number."""
    return Dictionary(Type=Name.MCR, Pg=pdf.pages[content.page].obj, MCID=content.number)


def _describe(element: Element, written: Object) -> None:
    """Write what an element says of itself: other words, another language, a head's scope, a figure's place."""
    if element.alternative is not None:
        written[Name.Alt] = String(element.alternative)
    if element.said is not None:
        written[Name.ActualText] = String(element.said.rstrip())
    if element.language is not None:
        written[Name.Lang] = String(element.language)
    if element.scope is not None:
        written[Name.A] = Dictionary(O=Name.Table, Scope=Name(f"/{element.scope}"))
    elif element.kind == "L":
        written[Name.A] = Dictionary(O=Name.List, ListNumbering=Name.Disc)
    elif element.box is not None:
        written[Name.A] = Dictionary(O=Name.Layout, BBox=Array([round(side, 2) for side in element.box]))
