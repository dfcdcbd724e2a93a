"""A list of people before it comes in."""

from functools import partial
from pathlib import Path

from t2desk.domain.intake_errors import NameMissing
from t2desk.domain.intake_rows import PeopleRead
from t2desk.i18n import N_, Phrases
from t2desk.services.imports import take_in_people
from t2desk.ui.prepare.importing_sheet import ImportSheet, SheetKind
from t2desk.ui.shell.views import ViewParts

_COLUMNS = {
    "display_name": N_("Name"), "party": N_("Party"), "role": N_("Role"),
    "descriptor": N_("Descriptor"), "title": N_("Form of address"), "given": N_("Given name"),
    "family": N_("Family name"), "name_native": N_("Own script"), "aliases": N_("Also known as"),
    "affiliation": N_("Organisation"), "affiliation_acronym": N_("Acronym"), "country": N_("Country"),
    "gender": N_("Gender"), "email": N_("E-mail"), "phone": N_("Telephone"), "handle": N_("Handle"),
    "id": N_("Id"), "present": N_("Present"),
}  # fmt: skip
_MISSING = {"display_name": N_("No column holds the name: choose “Name” above the one that does.")}
_ROWS = {NameMissing.sentence: N_("Line {line} has no name; write one.")}


def import_people(parts: ViewParts, path: Path) -> ImportSheet:
    """Return the preview of the people of a file."""
    read, take = parts.dossier.foreign.people, partial(take_in_people, parts.desk)
    summary = partial(_summary, parts.surroundings.phrases)
    return ImportSheet(parts, path, SheetKind(_COLUMNS, _MISSING, _ROWS, read, take, summary))


def _summary(phrases: Phrases, read: PeopleRead) -> str:
    count = len(read.people)
    return phrases.plural("{count} person will come in.", "{count} people will come in.", count).format(count=count)
