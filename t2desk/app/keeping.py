"""Dossiers for the window: opened on the lane, kept open until the window closes them."""

import time
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from t2desk.app.dossier import Dossier, Machine
from t2desk.app.key_ring import KeyRing
from t2desk.app.opening import begin_dossier, create_dossier, with_secret
from t2desk.app.restoring import backups_of, free_name, look_into, restore
from t2desk.app.words import word_list
from t2desk.domain.backups import Backup, BackupAccount
from t2desk.domain.checks import Check
from t2desk.domain.disk import FileExists
from t2desk.domain.errors import DeskError
from t2desk.domain.findings import NameFound
from t2desk.domain.intake_rows import AgendaRead, PeopleRead
from t2desk.domain.ports import Work
from t2desk.domain.room_card import RoomCard
from t2desk.i18n import Phrases
from t2desk.services.desk import Desk
from t2desk.services.room_card import room_card
from t2desk.services.room_settings import RoomStanding, room_standing
from t2desk.services.standing import Standing, standing
from t2desk.system.examination import examine
from t2desk.system.memory import available_kib
from t2desk.ui.shell.keeper import HeldKeys, OpenDossier, ReadForeign, Written
from t2desk.vault.kdf import KdfCost, calibrate
from t2desk.vault.passphrases import generate, judge

if TYPE_CHECKING:
    from t2desk.app.naming import NameFinder
    from t2desk.domain.editions import Addressed


class ForeignFiles:
    """Reads people and agendas through the gate for foreign files."""

    def people(self, path: Path, mapping: tuple[str, ...] = ()) -> PeopleRead:
        """Return the people of a file, its columns as the mapping says or guessed."""
        from t2desk.intake.gate import preview_people  # with the first foreign file, as below

        return preview_people(path, mapping)

    def agenda(self, path: Path, mapping: tuple[str, ...] = ()) -> AgendaRead:
        """Return the items of an agenda file, its columns as the mapping says or guessed."""
        from t2desk.intake.gate import preview_agenda

        return preview_agenda(path, mapping)


class KeptDossier:
    """An open dossier as the window sees it."""

    def __init__(self, dossier: Dossier) -> None:
        """Take over an open dossier."""
        self._dossier, self._is_open = dossier, True
        self.keys: HeldKeys = KeyRing(dossier)
        self.desk: Desk = dossier.desk
        self.path = dossier.paths.dossier
        self.foreign: ReadForeign = ForeignFiles()

    def examine(self) -> tuple[Check, ...]:
        """Return what can be seen of this machine."""
        return examine(self._dossier.paths.dossier.parent)

    def standing(self, work: Work) -> Standing:
        """Return how things stand."""
        return standing(work)

    def room_standing(self, work: Work) -> RoomStanding:
        """Return how the room stands."""
        return room_standing(work)

    def room_card(self, work: Work, message: int, words: Callable[[str], str]) -> RoomCard:
        """Return what the room is to see."""
        return room_card(work, message, self.desk.clock.now(), words)

    def head_words(self) -> str:
        """Return the head as four words."""
        return self._dossier.head_words()

    def preview(self, edition: str, session: str | None, addressed: "Addressed | None" = None) -> bytes:
        """Return an edition as it would leave; nothing is noted and nothing written."""
        from t2desk.app.pressing import PdfPress, gate_for  # with the first preview, for it is large
        from t2desk.domain.editions import NOBODY
        from t2desk.services.exports import draw_edition, order

        wanted = order(edition, session, ".pdf", None, addressed or NOBODY)
        return draw_edition(self.desk, wanted, PdfPress(), gate_for, Phrases).content

    def export(self, edition: str, session: str | None, target: Path, addressed: "Addressed | None" = None) -> Written:
        """Write an edition and note it in the ledger."""
        from t2desk.app.pressing import export_to
        from t2desk.domain.editions import NOBODY
        from t2desk.services.exports import order

        secret = None
        wanted = order(edition, session, target.suffix, None, addressed or NOBODY)
        if wanted.edition.encrypted:
            secret = generate(word_list())
        exported = export_to(self.desk, replace(wanted, passphrase=secret), target)
        return Written(exported.sha256, exported.warnings, secret)

    @cached_property
    def _names(self) -> "NameFinder":
        from t2desk.app.naming import NameFinder  # with the first word that is typed: the leak check has large tables

        return NameFinder(self.desk)

    def find_names(self, text: str) -> tuple[NameFound, ...]:
        """Return where a line names somebody; nothing while the names are closed."""
        return self._names.find(text)

    def tidy(self) -> DeskError | None:
        """Between two acts: keep the write-ahead log short, and every ten minutes make a backup."""
        return self._dossier.tidy() if self._is_open else None

    def lock(self) -> None:
        """Close without a backup, which the next opening makes good: a lock must not take long."""
        if self._is_open:
            self._is_open = False
            self._dossier.close(backs_up=False)

    def close(self) -> None:
        """Write everything into one complete file and forget the keys; once closed, there is nothing to do."""
        if self._is_open:
            self._is_open = False
            self._dossier.close()


class Keeper:
    """Makes and opens dossiers on this machine."""

    def __init__(self, machine: Machine | None = None, cost: KdfCost | None = None) -> None:
        """Keep the ports; without a cost, new dossiers are calibrated to this laptop."""
        self._machine, self._cost = machine or Machine(), cost
        self._opened: list[KeptDossier] = []

    def create(self, path: Path, title: str, passphrase: str) -> str:
        """Make a dossier and return its recovery code, this once."""
        if self._machine.disk.exists(path):
            raise FileExists(name=path.name)
        cost = self._cost or calibrate(time.monotonic, available_kib())
        return create_dossier(path, title, passphrase, cost, self._machine).recovery_code

    def open(self, path: Path, secret: str, header_from: Path | None = None) -> OpenDossier:
        """Open by passphrase or recovery code; where the key header is lost, with that of another copy."""
        kept = KeptDossier(begin_dossier(path, with_secret(secret), self._machine, header_from))
        self._opened.append(kept)
        return kept

    def backups_of(self, path: Path) -> tuple[Backup, ...]:
        """Return the backups beside a dossier, the newest first."""
        return backups_of(path)

    def look_into(self, backup: Path, secret: str, near: Path, words: Callable[[str], str]) -> BackupAccount:
        """Return what is in a backup."""
        return look_into(backup, with_secret(secret), near, words)

    def name_for(self, path: Path) -> Path:
        """Return a free name for what is restored in a dossier's place."""
        return free_name(path)

    def restore(self, backup: Path, target: Path, secret: str) -> OpenDossier:
        """Make a dossier again from a backup, and open it."""
        restore(backup, target, with_secret(secret))
        return self.open(target, secret)

    def six_words(self) -> str:
        """Return a generated passphrase."""
        return generate(word_list())

    def judge(self, passphrase: str, title: str) -> None:
        """Raise what is wrong with a passphrase of one's own."""
        judge(passphrase, [title], word_list())

    def close_all(self) -> None:
        """Close whatever was opened and is not closed yet: a window may be shut while its door is still opening."""
        while self._opened:
            self._opened.pop().close()
