"""Every file that t2desk may write, and where its resources lie."""

from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_config_path

BACKUPS_KEPT = 5


@dataclass(frozen=True, slots=True)
class DossierPaths:
    """The files of one dossier; while it is closed only `dossier` and `backups` are there."""

    dossier: Path

    def _beside(self, ending: str) -> Path:
        return self.dossier.with_name(self.dossier.name + ending)

    @property
    def keys(self) -> Path:
        """The key header, while the dossier is open."""
        return self._beside("-keys")

    @property
    def log(self) -> Path:
        """The write-ahead log, while the dossier is open."""
        return self._beside("-wal")

    @property
    def ballast(self) -> Path:
        """Room held back for closing on a full disk."""
        return self._beside("-ballast")

    @property
    def backups(self) -> Path:
        """The folder of the last backups."""
        return self._beside("-backups")

    def backup(self, number: int) -> Path:
        """Return the name of one backup."""
        return self.backups / f"{number:06d}.t2d"

    def backup_numbers(self) -> list[int]:
        """Return the numbers of the backups there are, oldest first."""
        names = self.backups.glob("*.t2d") if self.backups.is_dir() else []
        return sorted(int(path.stem) for path in names if path.stem.isdigit())


def settings_folder() -> Path:
    """Return the folder of the settings, which say nothing of any dossier."""
    return user_config_path("t2desk", appauthor=False)


def may_write(path: Path, dossier: Path, asked_for: tuple[Path, ...] = ()) -> bool:
    """Say whether t2desk may write a path while it works on a dossier: the whole list there is.

    A file that is written whole is first written beside its target, under a neutral name that ends in .part.
    """
    paths = DossierPaths(dossier)
    fixed = {paths.dossier, paths.keys, paths.log, paths.ballast, paths.backups, *asked_for}
    folders = {dossier.parent, paths.backups, *(target.parent for target in asked_for)}
    is_part = path.name.startswith(".") and path.suffix == ".part" and path.parent in folders
    # What is restored or looked into has such a folder to itself until it bears its name.
    within = path.parent if path.parent.suffix == ".part" else path.parent.parent
    is_part = is_part or (within.name.startswith(".") and within.suffix == ".part" and within.parent in folders)
    # A backup is a database of its own while it is being written and checked.
    is_part = is_part or (path.name.endswith(".part-wal") and path.parent in folders)
    return path in fixed or path.parent == paths.backups or is_part or settings_folder() in (path, *path.parents)


def resource(*parts: str) -> Path:
    """Return the path of a resource, in a checkout beside the package, installed within it."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_resources"
    return (installed if installed.is_dir() else package.parent / "resources").joinpath(*parts)
