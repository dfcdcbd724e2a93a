"""Words: _ and ngettext for the window and the terminal, Phrases for documents in a language of their own."""

import gettext
from collections.abc import Mapping
from pathlib import Path

DOMAIN = "t2desk"
_PACKAGE = Path(__file__).resolve().parent
# Installed, the resources lie within the package; in a checkout, beside it.
_INSTALLED = _PACKAGE / "_resources" / "locale"
LOCALE = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent / "resources" / "locale"


def N_(message: str) -> str:
    """Mark a message for extraction; whoever shows it translates it."""
    return message


class Phrases:
    """The words of one language, for a document or a window."""

    def __init__(self, language: str, folder: Path = LOCALE) -> None:
        """Load a language's catalogue; a missing one falls back to the English of the source."""
        self.language = language
        self._catalogue: gettext.NullTranslations = gettext.translation(
            DOMAIN, localedir=folder, languages=[language], fallback=True
        )

    def __call__(self, message: str) -> str:
        """Return the message in this language; nothing stays nothing, for which gettext would tell the file's head."""
        return self._catalogue.gettext(message) if message else ""

    def told(self, sentence: str, details: Mapping[str, object]) -> str:
        """Return a sentence with its places filled in; what is `missing`, or a rule, is a message of its own."""
        messages = {place: self(str(details[place])) for place in ("missing", "rule") if details.get(place)}
        return self(sentence).format(**{**details, **messages})

    def listed(self, *parts: str) -> str:
        """Return what there is of some words, one after the other, with this language's comma between them."""
        return self(N_(", ")).join(part for part in parts if part)

    def plural(self, one: str, many: str, count: int) -> str:
        """Return the form that fits the count, with the count still to be filled in."""
        return self._catalogue.ngettext(one, many, count)
