"""The room card: the one value that the room display is ever told, with a strict form as one line of JSON."""

import json
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

# Bounds on what a line may carry: a pipe takes 64 KiB at once, so that a whole card never waits for its reader.
LONGEST_LINE = 32_768
LONGEST_TITLE, LONGEST_TEXT = 240, 4_000
MOST_PARTIES, MOST_ITEMS = 12, 24
_LATEST = 2**53


class RoomContent(StrEnum):
    """What the room is shown."""

    FLOOR = "floor"
    AGENDA = "agenda"
    TEXT = "text"


class RoomLook(StrEnum):
    """On a light or on a dark ground."""

    LIGHT = "light"
    DARK = "dark"


class CardRefused(Exception):
    """A line that is no card; what stood in it is not said."""


@dataclass(frozen=True, slots=True)
class RoomParty:
    """A party as colour and shape: the number both come from, its name, and its share of the time in per cent."""

    number: int
    name: str
    percent: int


@dataclass(frozen=True, slots=True)
class RoomItem:
    """An agenda item: its number such as 3.1, its title, how deep it lies; `is_current` and `is_done` exclude."""

    number: str
    title: str
    level: int = 0
    is_current: bool = False
    is_done: bool = False


@dataclass(frozen=True, slots=True)
class RoomCard:
    """Everything the room may see. It is blank until somebody says otherwise.

    `grant` counts how often somebody said "show it": after a screen changed, only a higher one shows again. Times are
    milliseconds since boot, lengths milliseconds, `limit` seconds (0: none). `frozen` is the moment at which the
    picture stands still; with `keeps`, it stays when the pipe ends, since the desk is locked.
    """

    screen: str = ""
    grant: int = 0
    blank: bool = True
    keeps: bool = False
    look: RoomLook = RoomLook.LIGHT
    right_to_left: bool = False
    content: RoomContent = RoomContent.FLOOR
    wordless: bool = False
    item: str = ""
    label: str = ""
    party: int = -1
    start: int | None = None
    limit: int = 0
    paused: int | None = None
    pauses: int = 0
    frozen: int | None = None
    heading: str = ""
    text: str = ""
    message: str = ""
    parties: tuple[RoomParty, ...] = ()
    agenda: tuple[RoomItem, ...] = ()

    def elapsed(self, boot: int) -> float | None:
        """Return the seconds that the turn has run at a moment of the boot clock, or None without a turn."""
        if self.start is None:
            return None
        stops = [one for one in (self.paused, self.frozen) if one is not None]
        return max(0, min([boot, *stops]) - self.start - self.pauses) / 1000


def written(card: RoomCard) -> bytes:
    """Return a card as one line. Raises CardRefused for one that no reader would take."""
    line = json.dumps(_plain(card), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace") + b"\n"
    if read(line) != card:
        raise CardRefused
    return line


def read(line: bytes) -> RoomCard:
    """Return the card of a line. Raises CardRefused where anything is missing, unknown, too long or of another kind."""
    if len(line) > LONGEST_LINE or not line.endswith(b"\n"):
        raise CardRefused
    try:
        value = json.loads(line.decode("utf-8"), object_pairs_hook=_once)
        return _card(value)
    except (ValueError, TypeError, KeyError, RecursionError):
        raise CardRefused from None


def clipped(words: str, most: int = LONGEST_TITLE) -> str:
    """Return words that a card takes: no control characters, and an ellipsis where some had to go."""
    clean = "".join(sign for sign in words if _is_plain(sign))
    return clean if len(clean) <= most else clean[: most - 1].rstrip() + "…"


def _plain(card: RoomCard) -> dict[str, Any]:
    value: dict[str, Any] = {one.name: getattr(card, one.name) for one in fields(card)}
    for name in ("parties", "agenda"):
        value[name] = [{one.name: getattr(part, one.name) for one in fields(part)} for part in value[name]]
    return value


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({name for name, _ in pairs}) != len(pairs):
        raise ValueError
    return dict(pairs)


def _card(value: Any) -> RoomCard:
    _fits(value, RoomCard)
    plain: dict[str, Any] = {name: _flag(value[name]) for name in ("blank", "keeps", "right_to_left", "wordless")}
    plain |= {name: _text(value[name]) for name in ("screen", "item", "label", "heading", "message")}
    plain |= {name: _moment(value[name]) for name in ("start", "paused", "frozen")}
    return RoomCard(
        grant=_number(value["grant"], 0, _LATEST), party=_number(value["party"], -1, 1000),
        limit=_number(value["limit"], 0, 86_400), pauses=_number(value["pauses"], 0, _LATEST),
        look=RoomLook(_text(value["look"])), content=RoomContent(_text(value["content"])),
        text=_text(value["text"], LONGEST_TEXT), parties=_list(value["parties"], _party, MOST_PARTIES),
        agenda=_list(value["agenda"], _item, MOST_ITEMS), **plain,
    )  # fmt: skip


def _fits(value: Any, kind: type[Any]) -> None:
    if not isinstance(value, dict) or set(value) != {one.name for one in fields(kind)}:
        raise ValueError


def _list(value: Any, part: Any, most: int) -> tuple[Any, ...]:
    if not isinstance(value, list) or len(value) > most:
        raise ValueError
    return tuple(part(one) for one in value)


def _party(value: Any) -> RoomParty:
    _fits(value, RoomParty)
    return RoomParty(_number(value["number"], -1, 1000), _text(value["name"]), _number(value["percent"], 0, 100))


def _item(value: Any) -> RoomItem:
    _fits(value, RoomItem)
    return RoomItem(
        _text(value["number"], 16), _text(value["title"]), _number(value["level"], 0, 8), _flag(value["is_current"]),
        _flag(value["is_done"]),
    )  # fmt: skip


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _number(value: Any, least: int, most: int) -> int:
    if type(value) is not int or not least <= value <= most:
        raise ValueError
    return value


def _moment(value: Any) -> int | None:
    return None if value is None else _number(value, -_LATEST, _LATEST)


def _text(value: Any, most: int = LONGEST_TITLE) -> str:
    if not isinstance(value, str) or len(value) > most or not all(_is_plain(sign) for sign in value):
        raise ValueError
    return value


def _is_plain(sign: str) -> bool:
    return sign == "\n" or (sign >= " " and not "\x7f" <= sign <= "\x9f" and not "\ud800" <= sign <= "\udfff")
