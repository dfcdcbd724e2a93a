"""The rehearse command: a fictional dialogue played through the real services, and every edition of it."""

import random
from collections.abc import Iterator
from pathlib import Path

import click

from t2desk.app.dossier import Dossier, Machine
from t2desk.app.opening import create_dossier, open_dossier, with_passphrase
from t2desk.app.pressing import export_to
from t2desk.app.process import harden
from t2desk.app.words import word_list
from t2desk.cli.guarding import _
from t2desk.cli.speaking import say
from t2desk.domain.disk import FileExists
from t2desk.domain.editions import EDITIONS, NOBODY, Addressed
from t2desk.services.exports import order
from t2desk.services.rehearsal.clock import RehearsalClock
from t2desk.services.rehearsal.play import FICTION, RECIPIENTS, SERIES_TITLE, play
from t2desk.services.table import sides_at_the_table
from t2desk.system.random_keys import SeededKeys
from t2desk.system.screens import has_screen
from t2desk.vault.kdf import LOWEST_COST

DOSSIER_NAME = "rehearsal.t2d"


@click.command(epilog="Example: t2desk rehearse --out /tmp/rehearsal --no-window")
@click.option("--out", "folder", required=True, type=click.Path(path_type=Path), help="The folder to make it in.")
@click.option("--seed", type=int, default=1, show_default=True, help="Same seed, same result.")
@click.option("--no-window", is_flag=True, help="Play without a window, also where there is a screen.")
def rehearse(folder: Path, seed: int, no_window: bool) -> None:
    """Play the dress rehearsal: everything in it is fictional, so its passphrases are printed here."""
    harden()
    target = folder / DOSSIER_NAME
    folder.mkdir(parents=True, exist_ok=True)
    if target.exists():
        raise FileExists(name=str(target))
    passphrase = fictional_passphrase(seed, "dossier")
    machine = Machine(clock=RehearsalClock(), keys=SeededKeys(seed))
    made = create_dossier(target, SERIES_TITLE, passphrase, LOWEST_COST, machine)
    say(_(FICTION))
    with open_dossier(target, with_passphrase(passphrase), machine) as opened:
        _play(opened, machine, seed)
        _export_all(opened, folder, fictional_passphrase(seed, "record"))
        say(_("Head: {words}").format(words=opened.head_words()))
    say(_("Dossier: {target}").format(target=target))
    say(_("Passphrase of the dossier: {words}").format(words=passphrase))
    say(_("Recovery code of the dossier: {code}").format(code=made.recovery_code))
    say(_("Passphrase of the record: {words}").format(words=fictional_passphrase(seed, "record")))
    if not no_window and has_screen():
        from t2desk.app.window import run_window

        run_window(target, passphrase)


def fictional_passphrase(seed: int, purpose: str) -> str:
    """Return six words that follow from the seed; for fiction only, where nothing is to be kept."""
    source = random.Random(f"{seed} {purpose}")  # noqa: S311  (printed for everybody to see)
    return " ".join(source.choice(word_list()) for _ in range(6))


def _play(opened: Dossier, machine: Machine, seed: int) -> None:
    clock = machine.clock
    assert isinstance(clock, RehearsalClock)  # noqa: S101  (this command brought it)
    summary = play(opened.desk, clock, seed)
    words = _("Played: {sessions} sessions, {people} people, {turns} turns, {notes} notes, {points} points.")
    counts = {name: getattr(summary, name) for name in ("sessions", "people", "turns", "notes", "points")}
    say(words.format(**counts))


def _export_all(opened: Dossier, folder: Path, record_passphrase: str) -> None:
    for edition in EDITIONS.values():
        for name, addressed in _copies(opened, edition.name):
            target = folder / f"{name}{edition.formats[0]}"
            secret = record_passphrase if edition.encrypted else None
            wanted = order(edition.name, None, edition.formats[0], secret, addressed)
            exported = export_to(opened.desk, wanted, target)
            say(_("Written: {target}  SHA-256 {sha256}").format(target=target, sha256=exported.sha256))
            for warning in exported.warnings:
                say(_("  to look at: {why}").format(why=_(warning.why)))


def _copies(opened: Dossier, edition: str) -> Iterator[tuple[str, Addressed]]:
    """Yield a file name and for whom it is: a clearance draft for each side, all in one go, as it should be."""
    if edition == "clearance":
        for number, side in enumerate(opened.desk.read(sides_at_the_table), start=1):
            yield edition if number == 1 else f"{edition}-{number}", Addressed(side=side, copy=number)
    else:
        yield edition, Addressed(RECIPIENTS) if edition == "memo" else NOBODY
