"""Commands for a dossier as a file: new, verify, backup, restore."""

import secrets
import time
from pathlib import Path

import click

from t2desk.app.opening import create_dossier, open_dossier, with_secret
from t2desk.app.process import harden
from t2desk.app.words import word_list
from t2desk.cli.guarding import _
from t2desk.cli.opening import Opening, opened_dossier, opening_options
from t2desk.cli.speaking import passphrase_option, read_passphrase, say
from t2desk.domain.disk import FileExists, FileMissing
from t2desk.system.disk import RealDisk
from t2desk.system.memory import available_kib
from t2desk.vault.kdf import calibrate
from t2desk.vault.passphrases import generate

DOSSIER = click.Path(path_type=Path)
_CHUNK = 1024 * 1024


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
@click.argument("path", type=DOSSIER)
@opening_options
def backup(dossier: Path, path: Path, opening: Opening) -> None:
    """Write a complete encrypted copy, opened and checked before it is called done. Overwrites nothing."""
    harden()
    _refuse_existing(path)
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


def _refuse_existing(path: Path) -> None:
    if path.exists() or path.is_symlink():
        raise FileExists(name=path.name)
    if not path.parent.is_dir():
        raise FileMissing(name=str(path.parent.name))


@click.command(epilog="Example: t2desk restore /media/stick/dialogue-copy.t2d dialogue.t2d")
@click.argument("path", type=DOSSIER)
@click.argument("dossier", type=DOSSIER)
@opening_options
def restore(path: Path, dossier: Path, opening: Opening) -> None:
    """Make a dossier again from a backup, opened and checked before it is called done. Overwrites nothing."""
    harden()
    _refuse_existing(dossier)
    unlock = with_secret(opening.secret())
    _copy_file(path, dossier)
    try:
        with open_dossier(dossier, unlock, header_from=opening.header_from) as restored:
            counts = restored.verify()
            head = restored.head_words()
    except BaseException:
        dossier.unlink(missing_ok=True)
        raise
    say(_("Restored {rows} rows. Head: {words}").format(rows=counts["rows"], words=head))


def _copy_file(source: Path, target: Path) -> None:
    """Copy a closed dossier, which is complete in itself; the source is only read, so it may lie on a locked stick."""
    disk = RealDisk()
    part = target.with_name(f".{secrets.token_hex(8)}.part")
    length = disk.size(source)
    file = disk.create(part)
    try:
        for offset in range(0, length, _CHUNK):
            file.append(disk.read(source, offset, _CHUNK))
        file.sync()
        disk.rename(part, target)
    except BaseException:
        disk.remove(part)
        raise
    finally:
        file.close()
    disk.sync_folder(target.parent)
