"""Every user-visible word gathered into the catalogues, and the catalogues compiled; run by `dev.py words`."""

import datetime
import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

CHECKOUT = Path(__file__).resolve().parent.parent
LOCALE = CHECKOUT / "resources" / "locale"
LANGUAGES = ("fr", "ar")
# The six Arabic forms in the order of counts: none, one, two, 3 to 10, 11 to 99, hundreds.
PLURALS = {"ar": (6, "(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5)")}
# Whatever turns a literal into words: marking, translating, and counting.
KEYWORDS = {"N_": None, "_": None, "words": None, "phrases": None, "fixed": None, "plural": (1, 2)}


def gathered() -> Catalog:
    """Return every message of the package, without places or dates: a catalogue changes when words change."""
    catalogue = Catalog(project="t2desk", charset="utf-8")
    found = extract_from_dir(CHECKOUT / "t2desk", [("**.py", "python")], keywords=KEYWORDS)
    for _, _, message, _, _ in sorted(found, key=lambda one: str(one[2])):
        catalogue.add(message)
    return catalogue


def po_path(language: str) -> Path:
    """Return a language's catalogue."""
    return LOCALE / language / "LC_MESSAGES" / "t2desk.po"


def updated(language: str) -> Catalog:
    """Return a language's catalogue with today's messages; what is no longer said is dropped."""
    path = po_path(language)
    if path.exists():
        with path.open("rb") as file:
            catalogue = read_po(file, locale=language)
    else:
        catalogue = Catalog(locale=language, project="t2desk", charset="utf-8")
    catalogue.update(gathered(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    if language in PLURALS:
        catalogue._num_plurals, catalogue._plural_expr = PLURALS[language]  # noqa: SLF001  (Babel offers no other way)
    catalogue.fuzzy, catalogue.header_comment = False, f"# The words of t2desk in {language}. GPL-3.0-or-later."
    return catalogue


def written(catalogue: Catalog) -> bytes:
    """Return a catalogue as a file whose bytes follow from its words alone."""
    out = io.BytesIO()
    write_po(out, catalogue, no_location=True, omit_header=False, sort_output=True, width=120)
    lines = out.getvalue().split(b"\n")
    return b"\n".join(line for line in lines if not line.startswith((b'"POT-Creation', b'"PO-Revision', b'"Last-Tr')))


def compiled(catalogue: Catalog) -> bytes:
    """Return a catalogue as gettext reads it."""
    # The header would otherwise hold the moment of compiling.
    catalogue.creation_date = catalogue.revision_date = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def missing(catalogue: Catalog) -> list[str]:
    """Return the messages that a catalogue leaves untranslated, or in doubt."""
    found = [one for one in catalogue if one.id]
    return [str(one.id) for one in found if one.fuzzy or not all(_forms(one.string))]


def _forms(string: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (string or "",) if isinstance(string, str | None) else tuple(string)


def main() -> int:
    """Update and compile every catalogue; say what still has to be translated."""
    for language in LANGUAGES:
        catalogue = updated(language)
        po_path(language).parent.mkdir(parents=True, exist_ok=True)
        po_path(language).write_bytes(written(catalogue))
        po_path(language).with_suffix(".mo").write_bytes(compiled(catalogue))
        left = missing(catalogue)
        print(f"{language}: {len(catalogue)} messages, {len(left)} not translated")
    return 0


if __name__ == "__main__":
    sys.exit(main())
