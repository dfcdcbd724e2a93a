"""Ways into a dossier: wrapping a key under a passphrase or code, and opening it again."""

import secrets
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from t2desk.domain.errors import DeskError
from t2desk.domain.vault_errors import (
    LabelRefused,
    LastPassphrase,
    UnknownSlot,
    WrongNamesPassphrase,
    WrongPassphrase,
    WrongRecoveryCode,
    WrongShares,
    WrongSourcesCode,
)
from t2desk.vault import recovery
from t2desk.vault.header import MOST_LABEL_CHARACTERS, Header, Slot, canonical, verify
from t2desk.vault.kdf import KEY_BYTES, SALT_BYTES, KdfCost, derive, passphrase_bytes
from t2desk.vault.keys import Keys, wipe

DAILY_KINDS = ("passphrase", "person")
CARRIED_KINDS = ("sources", "names")


@dataclass(frozen=True, slots=True)
class Unlocked:
    """An opened dossier's keys and the slot that gave them."""

    keys: Keys
    slot: Slot


def add_slot(
    header: Header,
    kind: str,
    secret: bytearray,
    payload: bytearray,
    cost: KdfCost,
    label: str = "",
    *,
    confirmed: bool = True,
) -> Header:
    """Return the header with one more slot that wraps a 32-byte payload (the data key; for sources and names, theirs).

    The header must be signed before it is written. Raises `LabelRefused`; the secret and the payload stay the caller's.
    """
    _check_label(label)
    slot = Slot(
        id=secrets.token_hex(4), kind=kind, label=label, confirmed=confirmed, kdf="argon2id",
        memory_kib=cost.memory_kib, iterations=cost.iterations, lanes=cost.lanes,
        salt=secrets.token_hex(SALT_BYTES), nonce=secrets.token_hex(12), wrapped="",
    )  # fmt: skip
    wrapping_key = derive(secret, bytes.fromhex(slot.salt), cost)
    wrapped = AESGCM(wrapping_key).encrypt(bytes.fromhex(slot.nonce), payload, _bound_to(header, slot))
    wipe(wrapping_key)
    return replace(header, slots=(*header.slots, replace(slot, wrapped=wrapped.hex())))


def _bound_to(header: Header, slot: Slot) -> bytes:
    """Return what a wrapped key is bound to, so that it opens nowhere else: slot fields, dossier, generation.

    Label and confirmation may change without the secret; the header's keyed digest guards them. A key that is not the
    data key, of sources or names, outlives its renewal: it is bound to no generation.
    """
    fields = asdict(slot)
    del fields["wrapped"], fields["label"], fields["confirmed"]
    generation = 0 if slot.kind in CARRIED_KINDS else header.generation
    return canonical({"slot": fields, "dossier": header.dossier_id, "generation": generation})


def open_slot(header: Header, slot: Slot, secret: bytearray) -> bytearray | None:
    """Return the 32-byte payload, or None if the secret does not fit."""
    wrapping_key = derive(secret, bytes.fromhex(slot.salt), slot.cost)
    payload = bytearray(KEY_BYTES)
    try:
        AESGCM(wrapping_key).decrypt_into(
            bytes.fromhex(slot.nonce), bytes.fromhex(slot.wrapped), _bound_to(header, slot), payload
        )
    except InvalidTag:
        return None
    finally:
        wipe(wrapping_key)
    return payload


def _open_any(
    header: Header, kinds: Iterable[str], secret: bytearray, wrong: type[DeskError]
) -> tuple[bytearray, Slot]:
    """Try the slots of some kinds in turn and wipe the secret, whatever comes of it."""
    try:
        for slot in header.slots:
            if slot.kind in kinds and (payload := open_slot(header, slot, secret)):
                return payload, slot
    finally:
        wipe(secret)
    raise wrong


def _unlock(header: Header, kinds: Iterable[str], secret: bytearray, wrong: type[DeskError]) -> Unlocked:
    """Open a slot and check that the whole header is the one its key signed."""
    payload, slot = _open_any(header, kinds, secret, wrong)
    keys = Keys(payload)
    mac_key = keys.header_mac_key()
    try:
        verify(header, mac_key)
    except DeskError:
        keys.wipe()
        raise
    finally:
        wipe(mac_key)
    return Unlocked(keys, slot)


def unlock_with_passphrase(header: Header, passphrase: str) -> Unlocked:
    """Open with a passphrase, the desk's own or another person's. Raises `WrongPassphrase` or `HeaderTampered`."""
    return _unlock(header, DAILY_KINDS, passphrase_bytes(passphrase), WrongPassphrase)


def unlock_with_recovery_code(header: Header, code: str) -> Unlocked:
    """Open with the printed code, as typed; a slip is found by `recovery.read` before anything is derived."""
    return _unlock(header, ("recovery",), recovery.read(code), WrongRecoveryCode)


def unlock_with_shares(header: Header, joined: bytearray) -> Unlocked:
    """Open with the secret that two of three shares give when joined; raises `WrongShares`. The secret is wiped."""
    return _unlock(header, ("shares",), joined, WrongShares)


def open_sources(header: Header, secret: bytearray) -> bytearray:
    """Return the private key of the sealed sources; raises `WrongSourcesCode`. The caller wipes the key.

    The secret is what `recovery.read` makes of their keepers' code, or joined shares; it is wiped.
    """
    return _open_any(header, ("sources",), secret, WrongSourcesCode)[0]


def open_names(header: Header, passphrase: str) -> bytearray:
    """Return the key of the names where they have a passphrase of their own; raises `WrongNamesPassphrase`."""
    return _open_any(header, ("names",), passphrase_bytes(passphrase), WrongNamesPassphrase)[0]


def find_slot(header: Header, slot_id: str) -> Slot:
    """Return the slot with this identifier or raise `UnknownSlot`."""
    for slot in header.slots:
        if slot.id == slot_id:
            return slot
    raise UnknownSlot(slot=slot_id)


def remove_slot(header: Header, slot_id: str) -> Header:
    """Return the header without a slot; raises `LastPassphrase` for the last one that opens day by day.

    Copies of the old header still open with the removed secret: only a new data key changes that.
    """
    gone = find_slot(header, slot_id)
    kept = tuple(slot for slot in header.slots if slot is not gone)
    if not any(slot.kind in DAILY_KINDS for slot in kept):
        raise LastPassphrase
    return replace(header, slots=kept)


def without_kind(header: Header, kind: str, *, but: str = "", only_unconfirmed: bool = False) -> Header:
    """Return the header without the slots of a kind, but for one, or without those that were never typed back."""
    gone = [
        slot
        for slot in header.slots
        if slot.kind == kind and slot.id != but and not (only_unconfirmed and slot.confirmed)
    ]
    return replace(header, slots=tuple(slot for slot in header.slots if slot not in gone))


def _check_label(label: str) -> None:
    if len(label) > MOST_LABEL_CHARACTERS or not label.isprintable():
        raise LabelRefused(limit=MOST_LABEL_CHARACTERS)


def confirm_slot(header: Header, slot_id: str) -> Header:
    """Return the header with a recovery slot marked as typed back."""
    chosen = find_slot(header, slot_id)
    return replace(
        header, slots=tuple(replace(slot, confirmed=True) if slot is chosen else slot for slot in header.slots)
    )
