"""What the window asks of those who can open dossiers: a port, so that no panel knows a key or a file format."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # all of this is loaded behind the door, with the first dossier
    from t2desk.domain.checks import Check
    from t2desk.domain.editions import Addressed
    from t2desk.domain.findings import Finding, NameFound
    from t2desk.domain.intake_rows import AgendaRead, PeopleRead
    from t2desk.domain.ports import Work
    from t2desk.domain.room_card import RoomCard
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


class OpenDossier(Protocol):
    """An open dossier; every method runs on the lane."""

    desk: "Desk"
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

    def confirm_recovery(self) -> None:
        """Note that the recovery code was typed back."""
        ...

    def recovery_is_confirmed(self) -> bool:
        """Say whether the recovery code was ever typed back."""
        ...

    def is_recovery_code(self, typed: str) -> bool:
        """Say whether this opens the dossier as its recovery code; slow, since a key is derived."""
        ...

    def tidy(self) -> None:
        """Between two acts: keep the write-ahead log short."""
        ...

    def close(self) -> None:
        """Write everything into one complete file and forget the keys."""
        ...


class DossierKeeper(Protocol):
    """Makes and opens dossiers; its methods take about a second and run on the lane."""

    def create(self, path: Path, title: str, passphrase: str) -> str:
        """Make a dossier and return its recovery code, this once."""
        ...

    def open(self, path: Path, secret: str, header_from: Path | None = None) -> OpenDossier:
        """Open by passphrase or recovery code; where the key header is lost, with that of another copy."""
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
