"""The order of an agenda with its parts: one level deep, moved as people move lines in an outline."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Line:
    """One item by its id; `parent` is the item that it is a part of."""

    id: str
    parent: str | None = None


Outline = tuple[Line, ...]


def gathered(lines: Outline) -> Outline:
    """Return the lines with every part directly under the item it is a part of; an orphan stands by itself."""
    tops = {line.id for line in lines if line.parent is None}
    rooted = tuple(line if line.parent in tops else replace(line, parent=None) for line in lines)
    return tuple(line for top in rooted if top.parent is None for line in (top, *_parts(rooted, top.id)))


def shifted(lines: Outline, moved: str, by: int) -> Outline:
    """Return the lines with one (and its parts) moved past its neighbour of the same level; at an edge it stays."""
    line = _line(lines, moved)
    peers = [one for one in lines if one.parent == line.parent]
    place = peers.index(line) + by
    if not 0 <= place < len(peers):
        return lines
    peers.remove(line)
    peers.insert(place, line)
    if line.parent is None:
        return tuple(one for top in peers for one in (top, *_parts(lines, top.id)))
    queue = iter(peers)
    return tuple(next(queue) if one.parent == line.parent else one for one in lines)


def nested(lines: Outline, moved: str) -> Outline:
    """Return the lines with one made a part of the item above it; its own parts become parts of that too."""
    tops = [line for line in lines if line.parent is None]
    line = _line(lines, moved)
    if line.parent is not None or tops.index(line) == 0:
        return lines
    above = tops[tops.index(line) - 1].id
    return tuple(replace(one, parent=above) if moved in {one.id, one.parent} else one for one in lines)


def lifted(lines: Outline, moved: str) -> Outline:
    """Return the lines with a part made an item by itself; the parts below it become its own."""
    line = _line(lines, moved)
    if line.parent is None:
        return lines
    below = {one.id for one in lines[lines.index(line) + 1 :] if one.parent == line.parent}
    freed = replace(line, parent=None)
    return tuple(freed if one == line else replace(one, parent=moved) if one.id in below else one for one in lines)


def placed(lines: Outline, moved: str, before: str | None) -> Outline:
    """Return the lines with one (and its parts) put before another, at that one's level; None is the end."""
    if before == moved or (before is not None and _line(lines, before).parent == moved):
        return lines
    taken = tuple(line for line in lines if moved in {line.id, line.parent})
    rest = [line for line in lines if line not in taken]
    target = None if before is None else _line(lines, before)
    has_parts = len(taken) > 1
    if target is not None and target.parent is not None and not has_parts:
        taken = (replace(taken[0], parent=target.parent),)
    else:
        taken = (replace(taken[0], parent=None), *taken[1:])
        before = None if target is None else target.parent or target.id
    at = len(rest) if before is None else next(place for place, line in enumerate(rest) if line.id == before)
    return (*rest[:at], *taken, *rest[at:])


def _parts(lines: Outline, top: str) -> Outline:
    return tuple(line for line in lines if line.parent == top)


def _line(lines: Outline, wanted: str) -> Line:
    return next(line for line in lines if line.id == wanted)
