"""The settings' file: read whatever it holds, written whole for its owner alone."""

import json
from dataclasses import asdict
from pathlib import Path

from t2desk.domain.disk import FileMissing
from t2desk.domain.errors import DeskError
from t2desk.domain.settings import Settings, settings_from
from t2desk.i18n import N_
from t2desk.system.disk import RealDisk, atomic_write, in_words
from t2desk.system.paths import settings_folder

NAME = "settings.json"
LARGEST = 64 * 1024
DAMAGED = N_("The settings file could not be understood; what was unclear is back to its default.")
UNREADABLE = N_("The settings file could not be read; the defaults are in force.")


class SettingsFile:
    """One JSON file beside nothing else; keys it does not know are kept for the version that does."""

    def __init__(self, folder: Path | None = None) -> None:
        """Read the file, if there is one. `problem` is then a sentence, or empty."""
        self.path = (folder or settings_folder()) / NAME
        self._stored: dict[str, object] = {}
        self.settings, self.problem = self._read()

    def _read(self) -> tuple[Settings, str]:
        try:
            content = RealDisk().read(self.path, 0, LARGEST + 1)
        except FileMissing:
            return Settings(), ""
        except DeskError:
            return Settings(), UNREADABLE
        return self._understood(content)

    def _understood(self, content: bytes) -> tuple[Settings, str]:
        try:
            stored = json.loads(content.decode("utf-8")) if len(content) <= LARGEST else None
        except (ValueError, RecursionError):  # not UTF-8, not JSON, or nested to make us fall
            stored = None
        if not isinstance(stored, dict):
            return Settings(), DAMAGED
        self._stored = stored
        settings, is_sound = settings_from(stored)
        return settings, "" if is_sound else DAMAGED

    def write(self, settings: Settings) -> None:
        """Write the settings beside what else the file held. Raises what the disk refuses."""
        with in_words(self.path.parent.name):
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        content = json.dumps({**self._stored, **asdict(settings)}, ensure_ascii=False, indent=2, sort_keys=True)
        atomic_write(self.path, content.encode("utf-8", "surrogatepass") + b"\n")
        self.settings, self.problem = settings, ""
