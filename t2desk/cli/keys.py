"""Commands for the ways into a dossier: `t2desk key list, add, remove, change, recovery, split, join`."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from t2desk.app.key_ring import KeyRing
from t2desk.app.opening import open_dossier, with_secret, with_shares
from t2desk.app.process import harden
from t2desk.app.words import word_list
from t2desk.cli.guarding import _
from t2desk.cli.opening import Opening, opening_options
from t2desk.cli.speaking import ask, read_passphrase, say, say_json
from t2desk.domain.ways_in import KIND_WORDS, NO_RECOVERY_WORDS, SHARES, Renewed, WayIn
from t2desk.vault.passphrases import generate

DOSSIER = click.Path(path_type=Path)
_new_passphrase = click.option(
    "--new-passphrase-file",
    type=click.Path(),
    metavar="PATH",
    help="File whose first line is the new passphrase; - reads it from standard input, after the passphrase.",
)
_generate = click.option(
    "--generate", "make_words", is_flag=True, help="Make a passphrase of six words, print it once."
)


@click.group(epilog="Example: t2desk key list dialogue.t2d")
def key() -> None:
    """List, add, change and remove the ways into a dossier: passphrases, recovery code, shares.

    A passphrase that is changed or removed still opens copies and backups made before. Removing somebody therefore
    writes the dossier anew under another key, which no older copy of the key header opens.
    """


@contextmanager
def _ring(dossier: Path, opening: Opening) -> Iterator[tuple[KeyRing, str]]:
    """Open a dossier and give its keys and the secret that opened it."""
    harden()
    secret = opening.secret()
    with open_dossier(dossier, with_secret(secret), header_from=opening.header_from) as opened:
        yield KeyRing(opened), secret


@key.command("list", epilog="Example: t2desk key list dialogue.t2d --passphrase-file secret.txt")
@click.argument("dossier", type=DOSSIER)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@opening_options
def list_(dossier: Path, as_json: bool, opening: Opening) -> None:
    """Print every way in: its identifier, its kind, whose it is."""
    with _ring(dossier, opening) as (ring, _secret):
        for way in ring.ways():
            if as_json:
                say_json({"id": way.id, "kind": way.kind, "label": way.label, "confirmed": way.confirmed})
            else:
                say(_line(way))


def _line(way: WayIn) -> str:
    notes = [
        way.label,
        _("used now") if way.is_mine else "",
        "" if way.confirmed else _("not typed back yet"),
    ]
    return "  ".join(part for part in (way.id, _(KIND_WORDS[way.kind]), " · ".join(filter(None, notes))) if part)


def _new_secret(new_passphrase_file: str | None, make_words: bool) -> str:
    """Return the new passphrase: drawn, read or asked for twice."""
    if make_words:
        return generate(word_list())
    return read_passphrase(new_passphrase_file, confirm=True, prompt=_("New passphrase: "))


@key.command(epilog="Example: t2desk key add dialogue.t2d --label 'Rapporteur' --new-passphrase-file theirs.txt")
@click.argument("dossier", type=DOSSIER)
@click.option("--label", required=True, help="Whose passphrase it is: a role rather than a name.")
@_new_passphrase
@_generate
@opening_options
def add(dossier: Path, label: str, new_passphrase_file: str | None, make_words: bool, opening: Opening) -> None:
    """Let one more person in by a passphrase of their own."""
    with _ring(dossier, opening) as (ring, _secret):
        passphrase = _new_secret(new_passphrase_file, make_words)
        way = ring.add(passphrase, label)
    if make_words:
        say(_("Passphrase: {words}").format(words=passphrase))
    say(_("Added: {way}").format(way=_line(way)))


@key.command(epilog="Example: t2desk key change dialogue.t2d --new-passphrase-file new.txt")
@click.argument("dossier", type=DOSSIER)
@click.argument("way", required=False)
@_new_passphrase
@_generate
@opening_options
def change(dossier: Path, way: str | None, new_passphrase_file: str | None, make_words: bool, opening: Opening) -> None:
    """Put another passphrase in the place of one: yours, or that of WAY, an identifier from `key list`.

    Copies and backups made before still open with the old one.
    """
    with _ring(dossier, opening) as (ring, _secret):
        chosen = way or next((one.id for one in ring.ways() if one.is_mine), "")
        passphrase = _new_secret(new_passphrase_file, make_words)
        ring.change(chosen, passphrase)
    if make_words:
        say(_("Passphrase: {words}").format(words=passphrase))
    say(_("Changed. Copies and backups made before still open with the old passphrase."))


@key.command(epilog="Example: t2desk key remove dialogue.t2d 3fa4c211 --keep 77ab01de=theirs.txt")
@click.argument("dossier", type=DOSSIER)
@click.argument("way")
@click.option("--keep", multiple=True, metavar="WAY=PATH", help="Another passphrase to take along, in a file.")
@click.option("--drop-others", is_flag=True, help="Shut out whoever's passphrase is not given.")
@click.option("--same-key", is_flag=True, help="Only take the way out of the header: old copies of it still open all.")
@opening_options
def remove(dossier: Path, way: str, keep: tuple[str, ...], drop_others: bool, same_key: bool, opening: Opening) -> None:
    """Shut somebody out: WAY is an identifier from `key list`. The dossier is written anew under another key.

    Only passphrases that are given can be taken along: yours, and those of --keep. A new recovery code is printed.
    """
    with _ring(dossier, opening) as (ring, secret):
        if same_key:
            ring.remove(way)
            say(_("Removed. Copies and backups made before still open with it."))
            return
        had_shares = any(one.kind == SHARES for one in ring.ways())
        renewed = ring.remove_and_renew(way, _kept(ring, secret, keep), drop_others)
    _say_renewed(renewed, had_shares)


def _kept(ring: KeyRing, secret: str, keep: tuple[str, ...]) -> dict[str, str]:
    """Return the passphrases to be taken along, one's own first."""
    kept = {one.id: secret for one in ring.ways() if one.is_mine and one.is_daily}
    for pair in keep:
        slot, _equals, path = pair.partition("=")
        if not path:
            raise click.UsageError(_("--keep takes WAY=PATH: an identifier from `key list`, and a file."))
        kept[slot] = read_passphrase(path)
    return kept


def _say_renewed(renewed: Renewed, had_shares: bool) -> None:
    say(_("Removed. The dossier is written anew under another key."))
    if not renewed.backups_replaced:
        click.echo(_("The old backups could not be replaced and still open: open the dossier once more."), err=True)
    if renewed.recovery_code is not None:
        _show_code(renewed.recovery_code)
    if had_shares:
        click.echo(_("The shares open it no more: split anew."), err=True)
    click.echo(_("Copies elsewhere, and whoever unlocked them, cannot be reached from here."), err=True)


def _show_code(code: str) -> None:
    say(_("Recovery code: {code}").format(code=code))
    click.echo(_("Write the code down and keep it away from this laptop: it is not shown again."), err=True)


@key.command(epilog="Example: t2desk key recovery dialogue.t2d")
@click.argument("dossier", type=DOSSIER)
@click.option("--confirm-file", type=click.Path(), metavar="PATH", help="Type the printed code back, from a file.")
@click.option("--none", "forgo", metavar="WORDS", help="Do without a code; WORDS are those the command asks for.")
@opening_options
def recovery(dossier: Path, confirm_file: str | None, forgo: str | None, opening: Opening) -> None:
    """Make a new recovery code and print it, this once. The old one opens until the new one was typed back.

    On a terminal it is asked for at once; elsewhere with --confirm-file, or by the window.
    """
    with _ring(dossier, opening) as (ring, _secret):
        if forgo is not None:
            ring.forgo_recovery(forgo, _(NO_RECOVERY_WORDS))
            say(_("No recovery code any more."))
        elif confirm_file is not None:
            ring.confirm_recovery_code(read_passphrase(confirm_file))
            say(_("The code is right. Older codes open the dossier no more."))
        else:
            _show_code(ring.new_recovery_code())
            typed = ask(_("Type the code back: "))
            if typed is not None:
                ring.confirm_recovery_code(typed)
                say(_("The code is right. Older codes open the dossier no more."))


@key.command(epilog="Example: t2desk key split dialogue.t2d")
@click.argument("dossier", type=DOSSIER)
@opening_options
def split(dossier: Path, opening: Opening) -> None:
    """Print three shares for three people, this once: any two open the dossier, one alone opens nothing.

    An older set opens it no more. No two shares in one vehicle, hotel or border queue.
    """
    with _ring(dossier, opening) as (ring, _secret):
        made = ring.split()
    for number, share in enumerate(made, start=1):
        say(_("Share {number} of 3: {words}").format(number=number, words=share))
    click.echo(_("Each share goes to another person, on paper. They are not shown again."), err=True)


@key.command(epilog="Example: t2desk key join dialogue.t2d --share-file one.txt --share-file two.txt --generate")
@click.argument("dossier", type=DOSSIER)
@click.option("--share-file", "share_files", multiple=True, required=True, metavar="PATH", help="A share; give two.")
@click.option("--label", default="", help="Whose the new passphrase is.")
@_new_passphrase
@_generate
def join(
    dossier: Path, share_files: tuple[str, ...], label: str, new_passphrase_file: str | None, make_words: bool
) -> None:
    """Open the dossier with two shares and give it a new passphrase."""
    harden()
    typed = [read_passphrase(path) for path in share_files]
    with open_dossier(dossier, with_shares(typed)) as opened:
        passphrase = _new_secret(new_passphrase_file, make_words)
        way = KeyRing(opened).add(passphrase, label or _("from shares"))
    if make_words:
        say(_("Passphrase: {words}").format(words=passphrase))
    say(_("Added: {way}").format(way=_line(way)))
