"""E-mail addresses, telephone numbers and handles: those of the roster block, any other one asks for a look."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from t2desk.domain.findings import Level
from t2desk.domain.people import RosterPerson
from t2desk.i18n import N_
from t2desk.leakcheck.folding import INVISIBLE, fold

_AT = r"(?:@|\s?[\[({]\s?(?:at|@)\s?[\])}]\s?|\s(?:at|AT)\s)"
_DOT = r"(?:\.|\s?[\[({]\s?(?:dot|\.)\s?[\])}]\s?|\s(?:dot|DOT)\s)"
_LABEL = rf"[\w{INVISIBLE}](?:[\w{INVISIBLE}-]*[\w{INVISIBLE}])?"
_LOCAL = rf"[\w{INVISIBLE}+%-]+(?:\.[\w{INVISIBLE}+%-]+)*"
_EMAIL = re.compile(rf"(?<![\w.+%-]){_LOCAL}{_AT}{_LABEL}(?:{_DOT}{_LABEL})+", re.IGNORECASE)
_MAYBE_EMAIL = re.compile(r"@|[\[({]\s?(?:at|@)\s?[\])}]|\sat\s[^\s]+\s(?:dot)\s", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w])(?:\+|\(\+?)?\d(?:[\d \t()./\u00a0\u2010-\u2013\u202f-]{5,22})\d(?!\w)")
_HANDLE = re.compile(rf"(?<![\w@./])@[\w{INVISIBLE}](?:[\w{INVISIBLE}.]{{1,40}}\w)")
_BARE_HANDLE = re.compile(r"[^\W_]\w{4,40}")
_AT_WORD = re.compile(r"\s?[\[({]?\s?\b(?:at)\b\s?[\])}]?\s?|[\[({]\s?@\s?[\])}]", re.IGNORECASE)
_DOT_WORD = re.compile(r"\s?[\[({]?\s?\b(?:dot)\b\s?[\])}]?\s?|\s?[\[({]\s?\.\s?[\])}]\s?", re.IGNORECASE)
_YEAR = r"(?:1[89]|20)\d\d"
_DATE = re.compile(
    rf"\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{4}}|{_YEAR}\s?[-–/]\s?{_YEAR}"
)
_TELLING_DIGITS = 8
_LEAST_DIGITS = 7
_MOST_DIGITS = 15
_OWN = {
    "email": N_("This is the e-mail address of this person."),
    "phone": N_("This is the telephone number of this person."),
    "handle": N_("This is the handle of this person."),
}
_OTHER = {
    "email": N_("An e-mail address of nobody on the roster; check whose it is."),
    "phone": N_("A number that looks like a telephone number; check whose it is."),
    "handle": N_("A handle of nobody on the roster; check whose it is."),
}


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact found in a text: offsets in the whole text, whose it is (None: nobody's on the roster)."""

    start: int
    end: int
    kind: str
    person: int | None
    level: Level
    why: str


class ContactBook:
    """The contacts of a roster, normalised for comparison."""

    def __init__(self, roster: Sequence[RosterPerson]) -> None:
        """Index addresses, the last eight digits of numbers, and handles."""
        self._emails = {_plain_address(one.email): place for place, one in enumerate(roster) if "@" in one.email}
        self._phones = {digits: place for place, one in enumerate(roster) if (digits := _telling(one.phone))}
        self._handles = {_plain_handle(one.handle): place for place, one in enumerate(roster) if one.handle.strip("@ ")}

    def found_in(self, text: str) -> Iterator[Contact]:
        """Yield the contacts of a text."""
        if "@" in text or _MAYBE_EMAIL.search(text):
            yield from self._addresses(text)
            yield from self._at_handles(text)
        yield from self._numbers(text)
        if self._handles:
            yield from self._bare_handles(text)

    def _addresses(self, text: str) -> Iterator[Contact]:
        for found in _EMAIL.finditer(text):
            if "@" in found.group() or _DOT_WORD.search(found.group()):
                yield _contact(found, "email", self._emails.get(_plain_address(found.group())))

    def _at_handles(self, text: str) -> Iterator[Contact]:
        for found in _HANDLE.finditer(text):
            yield _contact(found, "handle", self._handles.get(_plain_handle(found.group())))

    def _bare_handles(self, text: str) -> Iterator[Contact]:
        for found in _BARE_HANDLE.finditer(text):
            person = self._handles.get(found.group().lower())
            if person is not None and text[found.start() - 1 : found.start()] != "@":
                yield _contact(found, "handle", person)

    def _numbers(self, text: str) -> Iterator[Contact]:
        for found in _NUMBER.finditer(text):
            digits = _digits(found.group())
            person = self._phones.get(digits[-_TELLING_DIGITS:])
            if person is not None or (_LEAST_DIGITS <= len(digits) <= _MOST_DIGITS and not _is_date(found.group())):
                yield _contact(found, "phone", person)


def _contact(found: re.Match[str], kind: str, person: int | None) -> Contact:
    if person is None:
        return Contact(found.start(), found.end(), f"other_{kind}", None, Level.WARN, _OTHER[kind])
    return Contact(found.start(), found.end(), kind, person, Level.BLOCK, _OWN[kind])


def _plain_address(written: str) -> str:
    return "".join(_DOT_WORD.sub(".", _AT_WORD.sub("@", fold(written))).split())


def _plain_handle(written: str) -> str:
    return fold(written).lstrip("@").strip()


def _digits(written: str) -> str:
    return "".join(str(int(one)) for one in written if one.isdecimal())


def _telling(phone: str) -> str:
    digits = _digits(phone)
    return digits[-_TELLING_DIGITS:] if len(digits) >= _LEAST_DIGITS else ""


def _is_date(written: str) -> bool:
    return _DATE.fullmatch(written) is not None
