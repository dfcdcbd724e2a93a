"""The keys of an open dossier: passphrases added, changed and removed, codes and shares made anew, the key renewed."""

import secrets
from collections.abc import Mapping

from t2desk.app.dossier import Dossier
from t2desk.app.words import word_list
from t2desk.domain.errors import DeskError
from t2desk.domain.vault_errors import LabelTaken, NoAcknowledgement, NotAPassphrase, WrongRecoveryCode
from t2desk.domain.ways_in import NO_RECOVERY_WORDS, PERSON, RECOVERY, SHARES, Renewed, WayIn
from t2desk.services.names_held import names_held
from t2desk.vault import passphrases, recovery, shares
from t2desk.vault.header import Header, Slot
from t2desk.vault.kdf import KEY_BYTES, LOWEST_COST, KdfCost, passphrase_bytes
from t2desk.vault.keys import Keys, wipe
from t2desk.vault.renewal import renewed_header
from t2desk.vault.slots import (
    DAILY_KINDS,
    add_slot,
    confirm_slot,
    find_slot,
    remove_slot,
    unlock_with_recovery_code,
    without_kind,
)


class KeyRing:
    """What can be done with the ways into one open dossier; each act is whole or not at all, on the lane."""

    def __init__(self, dossier: Dossier) -> None:
        """Keep the dossier."""
        self._dossier = dossier

    def ways(self) -> tuple[WayIn, ...]:
        """Return every way in, as they were added."""
        mine = self._dossier.opened_with
        return tuple(
            WayIn(slot.id, slot.kind, slot.label, slot.confirmed, slot.id == mine) for slot in self._header.slots
        )

    @property
    def _header(self) -> Header:
        return self._dossier.header()

    def six_words(self) -> str:
        """Return a generated passphrase."""
        return passphrases.generate(word_list())

    def judge(self, passphrase: str) -> None:
        """Raise what is wrong with a passphrase: every name in the dossier is known to it."""
        passphrases.judge(passphrase, self._dossier.desk.read(names_held), word_list())

    def add(self, passphrase: str, label: str) -> WayIn:
        """Let one more person in. Raises what the passphrase is refused for, `LabelTaken` or `TooManySlots`."""
        self.judge(passphrase)
        if any(slot.label == label for slot in self._daily()):
            raise LabelTaken
        added = self._with_passphrase(self._header, PERSON, passphrase, label)
        self._dossier.save_header(added)
        return self.ways()[-1]

    def change(self, slot_id: str, passphrase: str) -> None:
        """Put another passphrase in the place of one; the old one opens copies made before, and nothing else."""
        old = find_slot(self._header, slot_id)
        if old.kind not in DAILY_KINDS:
            raise NotAPassphrase(slot=old.label or old.id)
        self.judge(passphrase)
        changed = self._with_passphrase(self._header, old.kind, passphrase, old.label)
        made = changed.slots[-1]
        self._dossier.save_header(remove_slot(changed, slot_id))
        if self._dossier.opened_with == slot_id:
            self._dossier.opened_with = made.id

    def remove(self, slot_id: str) -> None:
        """Shut somebody out of this file; copies made before still open for them. Raises `LastPassphrase`."""
        self._dossier.save_header(remove_slot(self._header, slot_id))

    def new_recovery_code(self) -> str:
        """Return a new code, shown this once; the one before goes when the new one has been typed back."""
        code = recovery.generate()
        header = without_kind(self._header, RECOVERY, only_unconfirmed=True)
        self._dossier.save_header(self._with_code(header, self._keys, code))
        return code

    def confirm_recovery_code(self, typed: str) -> None:
        """Note that the newest code was typed back, and let older ones go.

        Raises `RecoveryCodeMistyped`, `RecoveryCodeLength` or `WrongRecoveryCode`: for an older code too.
        """
        opened = unlock_with_recovery_code(self._header, typed)
        opened.keys.wipe()
        newest = [slot for slot in self._header.slots if slot.kind == RECOVERY][-1]
        if opened.slot.id != newest.id:
            raise WrongRecoveryCode
        header = confirm_slot(self._header, newest.id)
        self._dossier.save_header(without_kind(header, RECOVERY, but=newest.id))

    def recovery_is_confirmed(self) -> bool:
        """Say whether every code was typed back; where there is none, nobody waits for one."""
        return all(slot.confirmed for slot in self._header.slots if slot.kind == RECOVERY)

    def forgo_recovery(self, typed: str, words: str = NO_RECOVERY_WORDS) -> None:
        """Do without a recovery code; `words` are those to be typed, in the language of whoever types.

        Raises `NoAcknowledgement` unless they were typed out.
        """
        if " ".join(typed.casefold().split()) != " ".join(words.casefold().split()):
            raise NoAcknowledgement(words=words)
        self._dossier.save_header(without_kind(self._header, RECOVERY))

    def split(self) -> tuple[str, ...]:
        """Return three shares of which two open the dossier, shown this once; an older set opens it no more."""
        secret = bytearray(secrets.token_bytes(KEY_BYTES))
        try:
            made = shares.split(secret)
            header = without_kind(self._header, SHARES)
            self._dossier.save_header(add_slot(header, SHARES, secret, self._keys.data_key(), self._low_cost()))
        finally:
            wipe(secret)
        return made

    def remove_and_renew(self, slot_id: str, kept: Mapping[str, str], drops_others: bool = False) -> Renewed:
        """Shut somebody out for good: write the dossier anew under another data key, which no old header opens.

        Only the passphrases in `kept`, by way in, are taken along; a recovery code there was is made anew, shares are
        to be split anew. Raises `OthersLoseAccess` for passphrases not given unless they are to be dropped,
        `KeptSecretWrong`, `LastPassphrase`, or what the disk refuses; then all is as it was.
        """
        old = remove_slot(self._header, slot_id)
        with_code = (
            any(slot.kind == RECOVERY for slot in old.slots) or find_slot(self._header, slot_id).kind == RECOVERY
        )
        kept = {slot: secret for slot, secret in kept.items() if slot != slot_id}
        mine = self._dossier.opened_with
        keys, code = Keys.generate(), recovery.generate() if with_code else None
        try:
            header = renewed_header(old, keys, kept, drops_others)
            opened_with = header.slots[[*kept].index(mine)].id if mine in kept else ""
            if code is not None:
                header = self._with_code(header, keys, code)
            self._dossier.renew(header, keys, opened_with)
        except DeskError:
            if self._keys is not keys:
                keys.wipe()
            raise
        return Renewed(code, self._old_backups_are_gone())

    def _old_backups_are_gone(self) -> bool:
        """Replace the backups, or say that the disk refused: the code must be shown in any case."""
        try:
            self._dossier.replace_backups()
        except (DeskError, OSError):
            return False
        return True

    @property
    def _keys(self) -> Keys:
        return self._dossier.keys()

    def _cost(self) -> KdfCost:
        """Return the highest cost among the passphrases: measured when the dossier was made, for all its laptops."""
        return max((slot.cost for slot in self._daily()), key=lambda cost: (cost.memory_kib, cost.iterations))

    def _low_cost(self) -> KdfCost:
        """Return the cost for secrets that are random themselves: stretching them gains nothing."""
        return min(self._cost(), LOWEST_COST, key=lambda one: one.memory_kib)

    def _daily(self) -> list[Slot]:
        return [slot for slot in self._header.slots if slot.kind in DAILY_KINDS]

    def _with_passphrase(self, header: Header, kind: str, passphrase: str, label: str) -> Header:
        secret = passphrase_bytes(passphrase)
        try:
            return add_slot(header, kind, secret, self._keys.data_key(), self._cost(), label)
        finally:
            wipe(secret)

    def _with_code(self, header: Header, keys: Keys, code: str) -> Header:
        secret = recovery.read(code)
        try:
            return add_slot(header, RECOVERY, secret, keys.data_key(), self._low_cost(), confirmed=False)
        finally:
            wipe(secret)
