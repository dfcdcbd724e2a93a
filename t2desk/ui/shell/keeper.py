"""What the window asks of those who can open dossiers: a port, so that no panel knows a key or a file format."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from t2desk.domain.errors import DeskError

if TYPE_CHECKING:  # all of this is loaded behind the door, with the first dossier
    from t2desk.domain.backups import Backup, BackupAccount
    from t2desk.domain.checks import Check
    from t2desk.domain.editions import Addressed
    from t2desk.domain.findings import Finding, NameFound
    from t2desk.domain.intake_rows import AgendaRead, PeopleRead
    from t2desk.domain.ports import Work
    from t2desk.domain.room_card import RoomCard
    from t2desk.domain.ways_in import Renewed, WayIn
    from t2desk.services.desk import Desk
    from t2desk.services.room_settings import RoomStanding
    from t2desk.services.standing import Standing


@dataclass(frozen=True, slots=True)
class Written:
    """An edition that left: its fingerprint, what only warned, and the passphrase of an encrypted one."""

    sha256: str
    warnings: "tuple[Finding, ...]"
    passphrase: str | None = None


class ReadForeign(Protocol):
    """Reads foreign files, each in a child process without keys; it takes seconds, so never on the window's thread."""

    def people(self, path: Path, mapping: tuple[str, ...] = ()) -> "PeopleRead":
        """Return the people of a file and its table; raises RowsRefused with every problem's line, or a FileRefused.

        `mapping` names the field of each column in turn, "" to pass one over; where it is empty, they are guessed.
        """
        ...

    def agenda(self, path: Path, mapping: tuple[str, ...] = ()) -> "AgendaRead":
        """Return the items of an agenda file and its table; raises as `people` does."""
        ...


class HeldKeys(Protocol):
    """The ways into an open dossier; every method runs on the lane, and most take a second to derive a key."""

    def ways(self) -> "tuple[WayIn, ...]":
        """Return every way in, as they were added."""
        ...

    def six_words(self) -> str:
        """Return a generated passphrase."""
        ...

    def judge(self, passphrase: str) -> None:
        """Raise what is wrong with a passphrase; every name in the dossier counts."""
        ...

    def add(self, passphrase: str, label: str) -> "WayIn":
        """Let one more person in."""
        ...

    def change(self, slot_id: str, passphrase: str) -> None:
        """Put another passphrase in the place of one."""
        ...

    def remove(self, slot_id: str) -> None:
        """Shut somebody out of this file; copies made before still open for them."""
        ...

    def new_recovery_code(self) -> str:
        """Return a new code, shown this once; the one before goes when the new one has been typed back."""
        ...

    def confirm_recovery_code(self, typed: str) -> None:
        """Note that the newest code was typed back, and let older ones go; raises for any other code."""
        ...

    def recovery_is_confirmed(self) -> bool:
        """Say whether every code was typed back."""
        ...

    def forgo_recovery(self, typed: str, words: str) -> None:
        """Do without a recovery code, if exactly these words were typed."""
        ...

    def split(self) -> tuple[str, ...]:
        """Return three shares of which two open the dossier, shown this once."""
        ...

    def remove_and_renew(self, slot_id: str, kept: Mapping[str, str], drops_others: bool = False) -> "Renewed":
        """Shut somebody out for good: write the dossier anew for the passphrases given, by way in."""
        ...


class OpenDossier(Protocol):
    """An open dossier; every method runs on the lane."""

    desk: "Desk"
    keys: HeldKeys
    foreign: ReadForeign
    path: Path

    def standing(self, work: "Work") -> "Standing":
        """Return how things stand: a question for the bridge to read."""
        ...

    def room_standing(self, work: "Work") -> "RoomStanding":
        """Return how the room stands: a question for the bridge to read."""
        ...

    def room_card(self, work: "Work", message: int, words: Callable[[str], str]) -> "RoomCard":
        """Return what the room is to see: a question for the bridge to read."""
        ...

    def examine(self) -> "tuple[Check, ...]":
        """Return what can be seen of this machine."""
        ...

    def head_words(self) -> str:
        """Return the head as four words."""
        ...

    def preview(self, edition: str, session: str | None, addressed: "Addressed | None" = None) -> bytes:
        """Return an edition as it would leave, checked; raises what an export is refused for. Nothing is noted."""
        ...

    def export(self, edition: str, session: str | None, target: Path, addressed: "Addressed | None" = None) -> Written:
        """Write an edition, and note it in the ledger."""
        ...

    def find_names(self, text: str) -> "tuple[NameFound, ...]":
        """Return where a line names somebody; nothing while the names are closed."""
        ...

    def tidy(self) -> DeskError | None:
        """Between two acts: keep the write-ahead log short, and every ten minutes back up; return why that failed."""
        ...

    def close(self) -> None:
        """Write everything into one complete file and forget the keys."""
        ...

    def lock(self) -> None:
        """Close without a backup, which the next opening makes good: a lock must not take long."""
        ...


class DossierKeeper(Protocol):
    """Makes and opens dossiers; its methods take about a second and run on the lane."""

    def create(self, path: Path, title: str, passphrase: str) -> str:
        """Make a dossier and return its recovery code, this once."""
        ...

    def open(self, path: Path, secret: str, header_from: Path | None = None) -> OpenDossier:
        """Open by passphrase or recovery code; where the key header is lost, with that of another copy."""
        ...

    def backups_of(self, path: Path) -> "tuple[Backup, ...]":
        """Return the backups beside a dossier, the newest first."""
        ...

    def look_into(self, backup: Path, secret: str, near: Path, words: Callable[[str], str]) -> "BackupAccount":
        """Return what is in a backup; an encrypted copy of it lies near some folder for a moment."""
        ...

    def name_for(self, path: Path) -> Path:
        """Return a free name for what is restored in a dossier's place."""
        ...

    def restore(self, backup: Path, target: Path, secret: str) -> OpenDossier:
        """Make a dossier again from a backup, and open it; overwrites nothing."""
        ...

    def six_words(self) -> str:
        """Return a generated passphrase."""
        ...

    def judge(self, passphrase: str, title: str) -> None:
        """Raise what is wrong with a passphrase of one's own."""
        ...

    def close_all(self) -> None:
        """Close whatever was opened and is not closed yet; for the end of the window."""
        ...
