"""Reads finished pages back, by a grammar of the few operators the kit writes; anything else is not ours."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from pikepdf import Object, Page, Pdf

from t2desk.reports.errors import UnexpectedContent

_N = r"-?[0-9.]+"
_TJ = rf"\[(?:<[0-9A-F]+>|{_N} )*(?:{_N} ?)?\]TJ"
_LINE = re.compile(
    rf"(?P<save>q)|(?P<restore>Q)|1 0 0 1 (?P<moved>{_N} {_N}) cm"
    rf"|/(?P<kind>[A-Za-z0-9]+) <</MCID (?P<mark>[0-9]+)>> BDC"
    r"|(?P<artifact>/Artifact <</Type /(?:Layout|Pagination)>> BDC)"
    rf"|(?P<end>EMC)|(?P<begin>BT)|ET|{_N} Tc|1 0 0 1 (?P<placed>{_N} {_N}) Tm"
    rf"|/(?P<font>T[0-9]+) {_N} Tf {_N} {_N} {_N} rg"
    r"|(?P<span>/Span <<(?:/Lang \((?P<language>[A-Za-z0-9-]+)\))?"
    r"(?:/ActualText <FEFF(?P<spelled>[0-9A-F]*)>)?>> BDC )?"
    rf"(?:{_N} Ts )?(?P<shown>{_TJ})(?: 0 Ts)?(?(span) EMC)"
    rf"|{_N} {_N} {_N} rg {_N} {_N} {_N} {_N} re f"
    rf"|{_N} {_N} {_N} RG {_N} w {_N} {_N} {_N} {_N} re S"
    r"|\s*"
)
_HEX = re.compile(r"<([0-9A-F]+)>")
_PAIR = re.compile(r"<([0-9A-F]{4})> <([0-9A-F]+)>")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A marked stretch of a page: its element's kind and number in the page, or neither where it is an artifact."""

    page: int
    kind: str | None
    number: int | None
    text: str
    languages: frozenset[str] = frozenset()


@dataclass(slots=True)
class _State:
    """Where the reader stands in a page."""

    origin: tuple[float, float] = (0.0, 0.0)
    saved: list[tuple[float, float]] = field(default_factory=list)
    font: str = ""
    open: tuple[str | None, int | None] | None = None
    text: list[str] = field(default_factory=list)
    word: list[str] = field(default_factory=list)  # since the pen was last placed, glyph by glyph
    languages: set[str] = field(default_factory=set)


def stretches(pdf: Pdf) -> Iterator[Stretch]:
    """Yield every marked stretch of every page in drawing order; raise `UnexpectedContent` for what is not marked."""
    mappings: dict[tuple[int, int], dict[str, str]] = {}  # of this file alone: no text may outlive the reading
    for index, page in enumerate(pdf.pages):
        fonts = page.obj.Resources.Font
        for font in fonts.values():
            if font.objgen not in mappings:
                mappings[font.objgen] = _mapping(font)
        yield from _Reader(page, index, {name[1:]: mappings[font.objgen] for name, font in fonts.items()}).read()


class _Reader:
    """Reads one page."""

    def __init__(self, page: Page, index: int, mappings: dict[str, dict[str, str]]) -> None:
        """Take the page's content and size, and the texts of its fonts' codes."""
        self.index = index
        self.content = page.obj.Contents.read_bytes().decode("ascii", "replace")
        self.box = [float(side) for side in page.mediabox]
        self.mappings = mappings
        self.state = _State()

    def read(self) -> Iterator[Stretch]:
        """Follow the operators line by line."""
        for line in self.content.split("\n"):
            match = _LINE.fullmatch(line)
            if match is None:
                raise UnexpectedContent(what="operator")
            if match["end"]:
                yield self._closed()
            elif match.lastgroup:
                self._step(match)
        if self.state.open is not None:
            raise UnexpectedContent(what="marking")

    def _closed(self) -> Stretch:
        """End a stretch."""
        if self.state.open is None:
            raise UnexpectedContent(what="marking")
        (kind, number), self.state.open = self.state.open, None
        self._end_word()
        text, self.state.text = "".join(self.state.text), []
        languages, self.state.languages = frozenset(self.state.languages), set()
        return Stretch(self.index, kind, number, text.strip("\n"), languages)

    def _end_word(self) -> None:
        """Take the letters since the pen was placed as they are read: a word from the right begins with the last."""
        letters, self.state.word = self.state.word, []
        turned = any(unicodedata.bidirectional(sign) in {"R", "AL"} for letter in letters for sign in letter)
        self.state.text += reversed(_with_marks(letters)) if turned else letters

    def _step(self, match: re.Match[str]) -> None:
        """Take one operator into account."""
        state = self.state
        if match["save"]:
            state.saved.append(state.origin)
        elif match["restore"]:
            state.origin = state.saved.pop()
        elif match["moved"]:
            state.origin = self._place(match["moved"])
        elif match["artifact"] or match["mark"]:
            self._open(match)
        elif match["font"]:
            state.font = match["font"]
        else:
            self._text(match)

    def _open(self, match: re.Match[str]) -> None:
        """Begin a stretch; one inside another is not ours."""
        if self.state.open is not None:
            raise UnexpectedContent(what="marking")
        self.state.open = (None, None) if match["artifact"] else (match["kind"], int(match["mark"]))

    def _text(self, match: re.Match[str]) -> None:
        """Take shown text, which must be marked and begin on the sheet."""
        if self.state.open is None:
            raise UnexpectedContent(what="unmarked text")
        if match["begin"]:
            self._end_word()
            self.state.text.append("\n")
        elif match["placed"]:
            self._end_word()
            across, up = self._place(match["placed"])
            if not (0 <= across <= self.box[2] and 0 <= up <= self.box[3]):
                raise UnexpectedContent(what="text off the page")
        else:
            self._shown(match)

    def _shown(self, match: re.Match[str]) -> None:
        """Take glyphs, or the text that is said to be theirs."""
        if match["language"]:
            self.state.languages.add(match["language"])
        if match["spelled"] is not None:
            self.state.word.append(bytes.fromhex(match["spelled"]).decode("utf-16-be"))
        else:
            self.state.word += self._decoded(match["shown"])

    def _place(self, offsets: str) -> tuple[float, float]:
        """Return a place on the sheet."""
        across, up = map(float, offsets.split())
        return self.state.origin[0] + across, self.state.origin[1] + up

    def _decoded(self, shown: str) -> list[str]:
        """Return the texts of a show operator's codes; a code without a text is not ours."""
        codes = "".join(_HEX.findall(shown))
        mapping = self.mappings[self.state.font]
        try:
            return [mapping[codes[start : start + 4]] for start in range(0, len(codes), 4)]
        except KeyError:
            raise UnexpectedContent(what="character without text") from None


def _with_marks(letters: list[str]) -> list[str]:
    """Join each mark to the letter it was drawn after."""
    found: list[str] = []
    for letter in letters:
        if found and unicodedata.category(letter[:1] or "x").startswith("M"):
            found[-1] += letter
        else:
            found.append(letter)
    return found


def _mapping(font: Object) -> dict[str, str]:
    """Return the text of every code of a font."""
    pairs = _PAIR.findall(font.ToUnicode.read_bytes().decode("ascii", "replace").split("endcodespacerange")[-1])
    return {code: bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}
