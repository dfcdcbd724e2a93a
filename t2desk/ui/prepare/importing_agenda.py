"""An agenda before it comes in, into one session: a table, or what a text or a calendar was turned into."""

from functools import partial
from pathlib import Path

from t2desk.domain.changes import Changes
from t2desk.domain.intake_errors import TitleMissing
from t2desk.domain.intake_rows import AgendaRead
from t2desk.i18n import N_, Phrases
from t2desk.services.imports import take_in_agenda
from t2desk.ui.prepare.importing_sheet import ImportSheet, SheetKind
from t2desk.ui.shell.views import ViewParts

_COLUMNS = {
    "title": N_("Title"), "minutes": N_("Minutes"), "level": N_("Level"), "phase": N_("Phase"), "aim": N_("Aim"),
}  # fmt: skip
_MISSING = {
    "title": N_("No column holds the titles: choose “Title” above the one that does."),
    "minutes": N_("No column says how long each item is: choose “Minutes” above the one that does."),
}
_ROWS = {TitleMissing.sentence: N_("Line {line}: the item has no title; write one.")}


def import_agenda(parts: ViewParts, path: Path, session: str | None) -> ImportSheet:
    """Return the preview of an agenda; taken in, it goes into the session."""

    def take(read: AgendaRead) -> tuple[int, Changes]:
        return take_in_agenda(parts.desk, read, session)

    summary = partial(_summary, parts.surroundings.phrases)
    return ImportSheet(parts, path, SheetKind(_COLUMNS, _MISSING, _ROWS, parts.dossier.foreign.agenda, take, summary))


def _summary(phrases: Phrases, read: AgendaRead) -> str:
    count = len(read.items)
    return phrases.plural("{count} item will come in.", "{count} items will come in.", count).format(count=count)
