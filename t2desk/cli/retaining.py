"""The command for keeping no longer than agreed: what is due, holds, destroying, and certificates."""

from pathlib import Path

import click

from t2desk.app.dossier import Dossier
from t2desk.cli.guarding import _
from t2desk.cli.opening import Opening, opened_dossier, opening_options
from t2desk.cli.speaking import ask, say
from t2desk.domain.retention import Destroyed, Destruction
from t2desk.domain.series import session_name
from t2desk.i18n import N_
from t2desk.services.retention import Keeping, certificates, keepings

WHAT_WORDS = {
    Destroyed.NOTES: N_("notes"),
    Destroyed.ALL_BUT_AGREED: N_("all but what was agreed"),
    Destroyed.SESSION: N_("the whole session"),
}


@click.command(epilog="Example: t2desk retention dialogue.t2d --run --today 2031-12-31")
@click.argument("dossier", type=click.Path(path_type=Path))
@click.option("--run", "runs", is_flag=True, help="Destroy what is due; asks for today's date.")
@click.option("--today", metavar="DAY", help="Today's date (2031-12-31), which confirms --run where nobody is asked.")
@click.option("--session", "only", metavar="ID", help="This session only, due or not.")
@click.option(
    "--what", type=click.Choice([one.value for one in Destroyed]), default=Destroyed.SESSION.value, show_default=True,
    help="The notes, all but the points that were agreed, or the whole session.",
)  # fmt: skip
@click.option("--hold", metavar="REASON", help="With --session: forbid that anything of it is destroyed.")
@click.option("--lift", is_flag=True, help="With --session: lift the hold.")
@opening_options
def retention(
    dossier: Path, runs: bool, today: str | None, only: str | None, what: str, hold: str | None, lift: bool,
    opening: Opening,
) -> None:  # fmt: skip
    """Show until when each session is kept and what was destroyed; with --run, destroy what is due.

    What is destroyed is gone from tables, log, free pages and backups. Copies elsewhere cannot be reached.
    """
    if (hold is not None or lift) and only is None:
        raise click.UsageError(_("A hold is for one session: give --session ID."))
    with opened_dossier(dossier, opening) as opened:
        if hold is not None:
            opened.desk.perform("session.hold", {"session": only, "reason": hold})
        if lift:
            opened.desk.perform("session.unhold", {"session": only})
        if runs:
            _run(opened, _chosen(opened, only), what, today)
        _show(opened)


def _chosen(opened: Dossier, only: str | None) -> tuple[str, ...]:
    if only is not None:
        return (only,)
    return tuple(one.session for one in opened.desk.read(keepings) if one.is_due)


def _run(opened: Dossier, sessions: tuple[str, ...], what: str, today: str | None) -> None:
    if not sessions:
        say(_("Nothing is due."))
        return
    for session in sessions:
        say(_("To be destroyed: {session}, {what}.").format(session=session, what=_(WHAT_WORDS[Destroyed(what)])))
    day = today or ask(_("This cannot be undone. Type today's date (2031-12-31): "))
    if day is None:
        raise click.UsageError(_("Somebody must confirm: give --today with today's date."))
    for session in sessions:
        opened.desk.perform("session.destroy", {"session": session, "what": what, "today": day})
    click.echo(_("Copies elsewhere, and spare cells of a disk, cannot be reached from here."), err=True)


def _show(opened: Dossier) -> None:
    for keeping in opened.desk.read(keepings):
        say(_keeping_line(keeping))
    for certificate in opened.desk.read(certificates):
        say(_certificate_line(certificate))


def _keeping_line(one: Keeping) -> str:
    name = session_name(one.title, one.number, _)
    if one.hold:
        told = _("on hold: {reason}").format(reason=one.hold)
    elif one.days is None:
        told = _("no date of destruction set")
    elif one.days <= 0:
        told = _("due since {day}").format(day=one.destroy_on)
    else:
        told = _("to be destroyed on {day}").format(day=one.destroy_on)
    return f"{one.session}  {name}: {told}"


def _certificate_line(one: Destruction) -> str:
    line = _("Destroyed on {day}: session {number}, {what}; {rows} rows.")
    told = line.format(day=one.day, number=one.number, what=_(WHAT_WORDS[one.what]), rows=one.rows)
    left = [_("Had left before: SHA-256 {sha256}").format(sha256=sha256) for sha256 in one.left]
    return "\n  ".join([told, *left])
