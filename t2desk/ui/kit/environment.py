"""What every panel is handed: the look, the icons, the words, the bridge; nothing global."""

from dataclasses import dataclass, field

from t2desk.i18n import Phrases
from t2desk.ui.kit.book import SettingsBook
from t2desk.ui.kit.icons import Icons
from t2desk.ui.kit.theme import Theme


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The parts of the window that do not depend on a dossier."""

    theme: Theme
    icons: Icons
    phrases: Phrases
    settings: SettingsBook = field(default_factory=SettingsBook)

    def words(self, message: str) -> str:
        """Return a message in the window's language."""
        return self.phrases(message)
