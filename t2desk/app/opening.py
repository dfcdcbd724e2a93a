"""A dossier opened, made and closed, whatever happens in between."""

import contextlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from t2desk.app.dossier import Dossier, Machine
from t2desk.app.words import word_list
from t2desk.domain.errors import DeskError
from t2desk.vault import passphrases, recovery, shares
from t2desk.vault.dossier_file import DossierFile, new_header
from t2desk.vault.header import Header
from t2desk.vault.kdf import LOWEST_COST, KdfCost, passphrase_bytes
from t2desk.vault.keys import Keys, wipe
from t2desk.vault.slots import (
    Unlocked,
    add_slot,
    unlock_with_passphrase,
    unlock_with_recovery_code,
    unlock_with_shares,
)

Unlock = Callable[[Header], Unlocked]


def with_passphrase(passphrase: str) -> Unlock:
    """Return the way of unlocking by passphrase."""
    return lambda header: unlock_with_passphrase(header, passphrase)


def with_secret(secret: str) -> Unlock:
    """Return the way of unlocking by a passphrase or, if it reads as one, by the recovery code."""
    try:
        wipe(recovery.read(secret))
    except DeskError:
        return with_passphrase(secret)
    return lambda header: unlock_with_recovery_code(header, secret)


def with_shares(typed: Sequence[str]) -> Unlock:
    """Return the way of unlocking by two of three shares."""
    return lambda header: unlock_with_shares(header, shares.join(typed))


def begin_dossier(
    path: Path, unlock: Unlock, machine: Machine | None = None, header_from: Path | None = None
) -> Dossier:
    """Open a dossier; whoever asked closes it, on this thread. Raises what the vault and the store refuse.

    Dropped instead of closed, it is left as after a kill: nothing here closes it from another thread.
    """
    machine = machine or Machine()
    file = DossierFile.hold(machine.disk, path)
    try:
        return _begun(file, unlock(file.find(header_from)), machine)
    except BaseException:
        file.release()
        raise


@contextmanager
def open_dossier(
    path: Path, unlock: Unlock, machine: Machine | None = None, header_from: Path | None = None
) -> Iterator[Dossier]:
    """Open a dossier for a while. Raises what the vault and the store refuse; then the file is as it was."""
    dossier = begin_dossier(path, unlock, machine, header_from)
    try:
        yield dossier
    except BaseException:
        # What was committed stays: only the running act is lost, and the file is closed as well as can be.
        with contextlib.suppress(DeskError):
            dossier.close()
        raise
    dossier.close()


def _begun(file: DossierFile, unlocked: Unlocked, machine: Machine) -> Dossier:
    try:
        file.begin(unlocked.keys)
        return _prepared(Dossier(file, unlocked.keys, machine, unlocked.slot.id))
    except BaseException:
        unlocked.keys.wipe()
        raise


def _prepared(dossier: Dossier) -> Dossier:
    try:
        dossier.prepare()
    except BaseException:
        dossier.abandon()
        raise
    return dossier


@dataclass(frozen=True, slots=True)
class NewDossier:
    """What making a dossier gives back: the code to write down, shown this once."""

    path: Path
    recovery_code: str


def create_dossier(
    path: Path, title: str, passphrase: str, cost: KdfCost, machine: Machine | None = None
) -> NewDossier:
    """Make an empty dossier and close it. Raises FileExists and whatever the passphrase is refused for."""
    machine = machine or Machine()
    passphrases.judge(passphrase, [title], word_list())
    code = recovery.generate()
    keys = Keys.generate()
    try:
        header = add_slot(new_header(), "passphrase", passphrase_bytes(passphrase), keys.data_key(), cost)
        low = min(cost, LOWEST_COST, key=lambda one: one.memory_kib)
        header = add_slot(header, "recovery", recovery.read(code), keys.data_key(), low, confirmed=False)
        file = DossierFile.create(machine.disk, path, header, keys)
        _fill_new(file, keys, machine, title)
    finally:
        keys.wipe()
    return NewDossier(path, code)


def _fill_new(file: DossierFile, keys: Keys, machine: Machine, title: str) -> None:
    try:
        dossier = Dossier(file, keys, machine)
        dossier.prepare()
        dossier.desk.perform("series.rename", {"title": title})
        dossier.desk.history.clear()
        dossier.close()
    except BaseException:
        file.abandon()
        raise
