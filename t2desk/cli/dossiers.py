"""Commands for a dossier as a file: new, verify, backup, restore."""

import time
from datetime import UTC, datetime
from pathlib import Path

import click

from t2desk.app.opening import create_dossier, open_dossier, with_secret
from t2desk.app.process import harden
from t2desk.app.restoring import backups_of, look_into, refuse_existing
from t2desk.app.restoring import restore as restore_dossier
from t2desk.app.words import word_list
from t2desk.cli.guarding import _
from t2desk.cli.opening import Opening, opened_dossier, opening_options
from t2desk.cli.speaking import passphrase_option, read_passphrase, say
from t2desk.domain.disk import FileExists
from t2desk.system.disk import RealDisk
from t2desk.system.memory import available_kib
from t2desk.vault.kdf import calibrate
from t2desk.vault.passphrases import generate

DOSSIER = click.Path(path_type=Path)


@click.command(epilog="Example: t2desk new dialogue.t2d --title 'Water and transit' --passphrase-file secret.txt")
@click.argument("dossier", type=DOSSIER)
@click.option("--title", required=True, help="The title of the dialogue series.")
@click.option("--generate", "make_words", is_flag=True, help="Make a passphrase of six words and print it once.")
@passphrase_option
def new(dossier: Path, title: str, make_words: bool, passphrase_file: str | None) -> None:
    """Make an empty dossier and print its recovery code, this once."""
    harden()
    disk = RealDisk()
    if disk.exists(dossier):
        raise FileExists(name=dossier.name)
    passphrase = generate(word_list()) if make_words else read_passphrase(passphrase_file, confirm=True)
    made = create_dossier(dossier, title, passphrase, calibrate(time.monotonic, available_kib()))
    if make_words:
        say(_("Passphrase: {words}").format(words=passphrase))
    say(_("Recovery code: {code}").format(code=made.recovery_code))
    click.echo(_("Write the code down and keep it away from this laptop: it is not shown again."), err=True)


@click.command(epilog="Example: t2desk verify dialogue.t2d --passphrase-file secret.txt")
@click.argument("dossier", type=DOSSIER)
@opening_options
def verify(dossier: Path, opening: Opening) -> None:
    """Read everything and check pages, schema, references and the log; print the head to compare by voice."""
    with opened_dossier(dossier, opening) as opened:
        counts = opened.verify()
        say(_("Sound: {rows} rows, {log_entries} log entries, schema {version}.").format(**counts))
        say(_("Head: {words}").format(words=opened.head_words()))


@click.command(epilog="Example: t2desk backup dialogue.t2d /media/stick/dialogue-copy.t2d")
@click.argument("dossier", type=DOSSIER)
@click.argument("path", type=DOSSIER, required=False)
@click.option("--list", "only_list", is_flag=True, help="List the backups beside the dossier, without its passphrase.")
@opening_options
def backup(dossier: Path, path: Path | None, only_list: bool, opening: Opening) -> None:
    """Write a complete encrypted copy, opened and checked before it is called done. Overwrites nothing."""
    if only_list:
        for one in backups_of(dossier):
            made = datetime.fromtimestamp(one.made, UTC).isoformat(timespec="seconds")
            say(f"{one.path}  {made}  {one.size}")
        return
    if path is None:
        raise click.UsageError(_("Say where the copy goes: t2desk backup DOSSIER PATH."))
    harden()
    refuse_existing(path)
    unlock = with_secret(opening.secret())
    with open_dossier(dossier, unlock, header_from=opening.header_from) as opened:
        opened.verify()
        opened.copy_to(path)
        head = opened.head_words()
    try:
        with open_dossier(path, unlock) as copy:
            copy.verify()
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    say(_("Backed up. Head: {words}").format(words=head))


@click.command(epilog="Example: t2desk restore /media/stick/dialogue-copy.t2d dialogue.t2d")
@click.argument("path", type=DOSSIER)
@click.argument("dossier", type=DOSSIER, required=False)
@click.option("--preview", is_flag=True, help="Only say what is in the backup: nothing is restored.")
@opening_options
def restore(path: Path, dossier: Path | None, preview: bool, opening: Opening) -> None:
    """Make a dossier again from a backup, opened and checked before it is called done. Overwrites nothing."""
    harden()
    if preview:
        unlock = with_secret(opening.secret())
        account = look_into(path, unlock, (dossier or path).parent, _, opening.header_from)
        for line in account.lines:
            say(line)
        say(_("Head: {words}").format(words=account.head))
        return
    if dossier is None:
        raise click.UsageError(_("Say which dossier to make: t2desk restore PATH DOSSIER."))
    refuse_existing(dossier)
    restored = restore_dossier(path, dossier, with_secret(opening.secret()), opening.header_from)
    say(_("Restored {rows} rows. Head: {words}").format(rows=restored.rows, words=restored.head))
