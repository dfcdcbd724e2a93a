"""Another data key for a dossier: whoever is not taken along, or kept an old header, opens nothing written since."""

from collections.abc import Mapping
from dataclasses import replace

from t2desk.domain.vault_errors import KeptSecretWrong, LastPassphrase, OthersLoseAccess
from t2desk.vault.dossier_file import new_header
from t2desk.vault.header import Header, Slot
from t2desk.vault.kdf import passphrase_bytes
from t2desk.vault.keys import Keys, wipe
from t2desk.vault.slots import CARRIED_KINDS, DAILY_KINDS, add_slot, find_slot, open_slot


def renewed_header(old: Header, keys: Keys, kept: Mapping[str, str], drops_others: bool) -> Header:
    """Return an unsigned header that wraps another data key for those passphrases that were typed, by slot.

    The slots that were typed stay as they are called; sources and names keep their own keys. Everything else, codes
    and shares too, must be made anew. Raises `OthersLoseAccess` for passphrases that were not typed unless they are
    to be dropped, `KeptSecretWrong`, `UnknownSlot` or `LastPassphrase`; `kept` holds text, so nothing here is wiped.
    """
    missing = [slot for slot in old.slots if slot.kind in DAILY_KINDS and slot.id not in kept]
    if missing and not drops_others:
        raise OthersLoseAccess(count=len(missing), slots=", ".join(slot.label or slot.id for slot in missing))
    header = new_header(old.dossier_id, old.generation + 1)
    for slot_id, passphrase in kept.items():
        header = _take_along(header, old, find_slot(old, slot_id), passphrase, keys)
    if not any(slot.kind in DAILY_KINDS for slot in header.slots):
        raise LastPassphrase
    return replace(header, slots=(*header.slots, *(slot for slot in old.slots if slot.kind in CARRIED_KINDS)))


def _take_along(header: Header, old: Header, slot: Slot, passphrase: str, keys: Keys) -> Header:
    """Wrap the new data key under a passphrase that is known to be right."""
    secret = passphrase_bytes(passphrase)
    try:
        opened = open_slot(old, slot, secret) if slot.kind in DAILY_KINDS else None
        if opened is None:
            raise KeptSecretWrong(slot=slot.label or slot.id)
        wipe(opened)
        return add_slot(header, slot.kind, secret, keys.data_key(), slot.cost, slot.label)
    finally:
        wipe(secret)
