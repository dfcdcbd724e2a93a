"""Faces for Armenian, Han, Kana and Hangul, which the packaged ones lack: from a named folder, or the system."""

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import uharfbuzz

from t2desk.reports.fonts import Face, opened_face
from t2desk.reports.scripts import script_of

_ENDINGS = {".ttf", ".ttc", ".otf"}
_WRITINGS = {"Armn", "Hani", "Hira", "Kana", "Hang", "Bopo"}
_SIGNS = re.compile("[\u3000-\u303f\uff00-\uffef]")  # punctuation and wide forms that go with Han
_LARGEST = 64 * 2**20  # bytes of a font file that is read at all
# Faces that systems bring, the better ones first; others would make a file tell of the laptop it was made on.
_KNOWN = (
    "NotoSansArmenian-Regular", "DejaVuSans", "sylfaen",
    "DroidSansFallbackFull", "DroidSansFallback", "wqy-microhei", "wqy-zenhei", "msyh", "simsun", "YuGothR", "msgothic",
    "ipag", "NanumGothic", "UnDotum", "malgun", "AppleGothic", "Arial Unicode",
)  # fmt: skip
_FOLDERS = {
    "win32": (Path(os.environ.get("SYSTEMROOT", "C:/Windows")) / "Fonts",),
    "darwin": (Path("/System/Library/Fonts"), Path("/Library/Fonts")),
}
_ELSEWHERE = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))


def faces_for(characters: set[str], folder: Path | None = None) -> tuple[Face, ...]:
    """Return as few faces as draw those of these characters that belong to the writings the packaged faces lack.

    Every file of `folder` is looked at, by name, before the known faces of the system. Only outlines of the TrueType
    kind can be embedded; other files, and those that cannot be read, are passed over.
    """
    found: list[Face] = []
    lacking = {ord(character) for character in characters if is_from_elsewhere(character)}
    paths = _candidates(folder) if lacking else iter(())
    for path in paths:
        face = _read(path, len(found))
        if face is not None and face.characters & lacking:
            found.append(face)
            lacking -= face.characters
        if not lacking:
            break
    return tuple(found)


def is_from_elsewhere(character: str) -> bool:
    """Say whether a character is of a writing whose faces are the system's; for all else files would differ."""
    return script_of(character) in _WRITINGS or _SIGNS.match(character) is not None


def _candidates(folder: Path | None) -> Iterator[Path]:
    """Yield font files in an order that does not depend on the disk."""
    if folder is not None:
        yield from sorted(path for path in folder.rglob("*") if path.suffix.lower() in _ENDINGS)
    present: dict[str, Path] = {}
    for place in _FOLDERS.get(sys.platform, _ELSEWHERE):
        for path in sorted(place.rglob("*")) if place.is_dir() else ():
            if path.suffix.lower() in _ENDINGS:
                present.setdefault(path.stem, path)
    yield from (present[stem] for stem in _KNOWN if stem in present)


def _read(path: Path, number: int) -> Face | None:
    """Read a face under a name that says nothing of its own, or nothing where it cannot be embedded."""
    try:
        if path.stat().st_size > _LARGEST:
            return None
        data = path.read_bytes()
        face = opened_face(f"Other-{'ABCDEFGH'[number % 8]}", data)
    except (OSError, uharfbuzz.HarfBuzzError, ValueError):
        return None
    return face if _is_truetype(face) else None


def _is_truetype(face: Face) -> bool:
    """Say whether the outlines are of the kind that a PDF of ours can hold."""
    return bool(face.characters) and len(bytes(face.font.face.reference_table("glyf").data)) > 0
