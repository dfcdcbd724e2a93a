"""Exporting an edition: projected, admitted, checked, drawn, checked again, written, noted in the ledger."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from t2desk.domain.desk_errors import UnknownFormat
from t2desk.domain.documents import Document
from t2desk.domain.edition_errors import NotAddressed, SideAndCopyWanted
from t2desk.domain.editions import NOBODY, Addressed, Edition, edition_named
from t2desk.domain.findings import Finding
from t2desk.domain.people import RosterPerson
from t2desk.domain.ports import Work
from t2desk.domain.series import THE_SERIES, Series, Session
from t2desk.i18n import Phrases
from t2desk.services.desk import Desk
from t2desk.services.editions.contents import named_in, project, wordings_in
from t2desk.services.editions.process import rule_of_meeting, sessions_of_meeting
from t2desk.services.editions.shared import latest_session, preset_shown
from t2desk.services.gate import Gate
from t2desk.services.people import roster
from t2desk.services.releases import Entry, note_entry, take_back

# Where no session is named, these are of the whole meeting or series; any other is of the last that took place.
_OF_THE_WHOLE = frozenset({"agenda", "record"})


class Press(Protocol):
    """Draws documents and opens what was drawn."""

    def render(self, document: Document, passphrase: str | None) -> bytes:
        """Return the finished file, opened again and refused if it holds anything that was not given to it."""
        ...

    def pages(self, content: bytes) -> tuple[str, ...]:
        """Return the text of each page as a reader sees it."""
        ...


class Staged(Protocol):
    """A finished file beside its target, durable, under a neutral name."""

    def publish(self) -> None:
        """Give it its name."""
        ...

    def discard(self) -> None:
        """Remove it."""
        ...


Stage = Callable[[bytes], Staged]


@dataclass(frozen=True, slots=True)
class Exported:
    """What left: its fingerprint, and the findings that only warned."""

    sha256: str
    warnings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for: which edition of which session, in which format, encrypted under which passphrase."""

    edition: Edition
    session: str | None
    ending: str
    passphrase: str | None = None
    addressed: Addressed = NOBODY
    file: str = ""  # the name of the file it is for, without its ending: a name that names somebody is a leak too


def order(
    edition: str, session: str | None, ending: str, passphrase: str | None = None, addressed: Addressed = NOBODY
) -> Order:
    """Return an order that can be filled. Raises UnknownEdition, UnknownFormat, SideAndCopyWanted, NotAddressed."""
    wanted = edition_named(edition)
    if edition == "clearance" and not (addressed.side and addressed.copy > 0):
        raise SideAndCopyWanted
    if (edition != "clearance" and (addressed.side or addressed.copy)) or (edition != "memo" and addressed.recipients):
        raise NotAddressed(edition=edition)
    if ending.lower() not in wanted.formats:
        raise UnknownFormat(edition=edition, words=", ".join(wanted.formats))
    return Order(wanted, session, ending.lower(), passphrase, addressed)


@dataclass(frozen=True, slots=True)
class Drawn:
    """An edition as it would leave: its bytes, session and rule (none of the whole), what only warned, its wordings."""

    content: bytes
    session: str | None
    rule: str
    warnings: tuple[Finding, ...]
    wordings: tuple[int, ...] = ()


GateFor = Callable[[tuple[RosterPerson, ...]], Gate]
PhrasesFor = Callable[[str], Phrases]


def draw_edition(desk: Desk, wanted: Order, press: Press, gate_for: GateFor, phrases_for: PhrasesFor) -> Drawn:
    """Draw one edition and check it on both sides of the press. Raises Blocked, NamesClosed and others."""
    found = desk.read(lambda work: _projected(work, wanted, phrases_for))
    wanted.edition.admit(found.document)
    gate = None if wanted.edition.encrypted else gate_for(found.people)
    warnings = gate.check_document(found.document, found.named) if gate else ()
    if gate and wanted.file:
        gate.check_pages((wanted.file,))
    content = press.render(found.document, wanted.passphrase)
    if gate:
        gate.check_pages(press.pages(content), found.named)
    return Drawn(content, *found.of, warnings, found.wordings)


def export_edition(
    desk: Desk, wanted: Order, press: Press, gate_for: GateFor, phrases_for: PhrasesFor, stage: Stage
) -> Exported:
    """Export one edition; nothing is written unless every check passes. Raises what `draw_edition` raises.

    An edition that may only leave encrypted is never drawn for a file without a passphrase: ValueError, whoever asks.
    """
    if wanted.edition.encrypted and not wanted.passphrase:
        raise ValueError(wanted.edition.name)
    drawn = draw_edition(desk, wanted, press, gate_for, phrases_for)
    sha256 = hashlib.sha256(drawn.content).hexdigest()
    name, ending = wanted.edition.name, wanted.ending
    entry = Entry(name, ending, drawn.session, drawn.rule, sha256, drawn.wordings, wanted.addressed)
    _publish(desk, stage(drawn.content), entry)
    return Exported(sha256, drawn.warnings)


def _publish(desk: Desk, staged: Staged, entry: Entry) -> None:
    """Note a release, then give the file its name: nothing leaves that is not noted, and nothing noted that did not."""
    try:
        noted = note_entry(desk, entry)
        try:
            staged.publish()
        except BaseException:
            take_back(desk, noted)
            raise
    except BaseException:
        staged.discard()
        raise


@dataclass(frozen=True, slots=True)
class _Projected:
    document: Document
    people: tuple[RosterPerson, ...]
    named: Mapping[str, str]
    of: tuple[str | None, str]
    wordings: tuple[int, ...]


def _projected(work: Work, wanted: Order, phrases_for: PhrasesFor) -> _Projected:
    name, session, addressed = wanted.edition.name, wanted.session, wanted.addressed
    phrases = phrases_for(work.get(Series, THE_SERIES).language)
    return _Projected(
        project(work, name, session, phrases, addressed),
        roster(work),
        named_in(work, name, session),
        _is_of(work, wanted),
        wordings_in(work, name, session, phrases, addressed),
    )


def _is_of(work: Work, wanted: Order) -> tuple[str | None, str]:
    """Return the session that an edition is of (none of a whole) and the rule it names, as its page says them."""
    if wanted.edition.name == "process":
        return None, rule_of_meeting(work, sessions_of_meeting(work, wanted.session))
    if wanted.session is None and wanted.edition.name in _OF_THE_WHOLE:
        return None, ""
    chosen = work.get(Session, wanted.session) if wanted.session else latest_session(work)
    return (chosen.id, preset_shown(work, chosen).name) if chosen else (None, "")
