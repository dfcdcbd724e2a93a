"""The key header: one block of fixed size that holds everything needed to get from a secret to the data key."""

import hashlib
import hmac
import json
import struct
from dataclasses import asdict, dataclass, replace
from typing import Any, ClassVar

from t2desk.domain.vault_errors import HeaderDamaged, HeaderTampered, MadeByNewerVersion, TooManySlots
from t2desk.vault.kdf import SALT_BYTES, KdfCost
from t2desk.vault.keys import keyed_digest

BLOCK_BYTES = 8192
COPIES_BYTES = 2 * BLOCK_BYTES  # wherever a header is written, it is written twice
MAGIC = b"T2DESK\x1b\x0a"
FORMAT_VERSION = 1
DIGEST_BYTES = hashlib.sha256().digest_size
FIRST_SEQ = 1
MOST_SLOTS = 32
MOST_LABEL_CHARACTERS = 40
KINDS = ("passphrase", "person", "recovery", "shares", "sources", "names")
STATES = ("open", "closing", "closed")
_PREFIX = struct.Struct(">8sIQI")  # magic, format version, sequence number, length of the JSON
_ROOM = BLOCK_BYTES - _PREFIX.size - DIGEST_BYTES
_SEQ_LIMIT = 1 << 62
_SIZE_LIMIT = 1 << 62


@dataclass(frozen=True, slots=True)
class Slot:
    """One way in: a wrapped key, the cost of deriving what unwraps it, and what the desk calls it."""

    id: str
    kind: str
    label: str
    confirmed: bool
    kdf: str
    memory_kib: int
    iterations: int
    lanes: int
    salt: str
    nonce: str
    wrapped: str

    HEX_BYTES: ClassVar[dict[str, int]] = {"id": 4, "salt": SALT_BYTES, "nonce": 12, "wrapped": 48}

    @property
    def cost(self) -> KdfCost:
        """Return the cost of deriving this slot's key."""
        return KdfCost(self.memory_kib, self.iterations, self.lanes)


@dataclass(frozen=True, slots=True)
class Header:
    """What one block says; hexadecimal text for bytes, so that it is its own JSON."""

    dossier_id: str
    generation: int
    db_salt: str
    slots: tuple[Slot, ...]
    state: str = "open"
    database_bytes: int | None = None
    seq: int = FIRST_SEQ
    mac: str = ""

    def salt_bytes(self) -> bytes:
        """Return the SQLCipher salt: the first 16 bytes of the database this header belongs to."""
        return bytes.fromhex(self.db_salt)

    def following(self, state: str, database_bytes: int | None = None) -> "Header":
        """Return the next header in line, unsigned, in another state."""
        return replace(self, seq=self.seq + 1, state=state, database_bytes=database_bytes, mac="")


def canonical(value: Any) -> bytes:
    """Return the one JSON spelling of a value: sorted, without spaces, UTF-8."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode()


def sign(header: Header, mac_key: bytearray) -> Header:
    """Return the header with its keyed digest."""
    return replace(header, mac=keyed_digest(mac_key, _signed_part(header)).hex())


def verify(header: Header, mac_key: bytearray) -> None:
    """Raise `HeaderTampered` unless the keyed digest is the one that `sign` made."""
    if not hmac.compare_digest(header.mac, keyed_digest(mac_key, _signed_part(header)).hex()):
        raise HeaderTampered


def _signed_part(header: Header) -> bytes:
    """Return everything the block says but the keyed digest itself, the prefix included."""
    body = _body(replace(header, mac=""))
    return _PREFIX.pack(MAGIC, FORMAT_VERSION, header.seq, len(body)) + body


def _body(header: Header) -> bytes:
    """Return the JSON of a block; the sequence number stands in the prefix."""
    fields = asdict(header)
    del fields["seq"]
    return canonical(fields)


def to_block(header: Header) -> bytes:
    """Return the 8,192 bytes of a signed header. Raises `TooManySlots` when they do not suffice."""
    body = _body(header)
    if len(body) > _ROOM or len(header.slots) > MOST_SLOTS:
        raise TooManySlots
    head = (_PREFIX.pack(MAGIC, FORMAT_VERSION, header.seq, len(body)) + body).ljust(BLOCK_BYTES - DIGEST_BYTES, b"\0")
    return head + hashlib.sha256(head).digest()


def to_copies(header: Header) -> bytes:
    """Return the block twice, as it is written everywhere."""
    return to_block(header) * 2


def from_block(block: bytes) -> Header:
    """Read a block: digest, version, then every field; nothing is derived or allocated on its word.

    Raises `HeaderDamaged`, `MadeByNewerVersion`, or `KeyCostRefused`; whether it is genuine only `verify` can tell.
    """
    head, digest = block[:-DIGEST_BYTES], block[-DIGEST_BYTES:]
    if len(block) != BLOCK_BYTES or not head.startswith(MAGIC) or hashlib.sha256(head).digest() != digest:
        raise HeaderDamaged(name="")
    _, version, seq, length = _PREFIX.unpack_from(head)
    if version > FORMAT_VERSION:
        raise MadeByNewerVersion(name="")
    body, padding = head[_PREFIX.size : _PREFIX.size + length], head[_PREFIX.size + length :]
    if version != FORMAT_VERSION or length > _ROOM or any(padding) or not 0 < seq < _SEQ_LIMIT:
        raise HeaderDamaged(name="")
    return _from_body(body, seq)


def _from_body(body: bytes, seq: int) -> Header:
    """Read the JSON into values and insist that it was canonical: no duplicate, no stray space, no float."""
    try:
        fields = json.loads(body)
        slots = tuple(Slot(**slot) for slot in fields.pop("slots"))
        header = Header(**fields, slots=slots, seq=seq)
        sound = _header_is_sound(header) and _body(header) == body
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        sound = False
    if not sound:
        raise HeaderDamaged(name="")
    for slot in header.slots:
        slot.cost.check()
    return header


def _header_is_sound(header: Header) -> bool:
    """Tell whether every field has the type and range it must have."""
    size = header.database_bytes
    return (
        all(map(_is_hex, (header.dossier_id, header.db_salt, header.mac), (16, SALT_BYTES, DIGEST_BYTES)))
        and _is_whole(header.generation, _SEQ_LIMIT)
        and header.state in STATES
        and (size is None if header.state == "open" else _is_whole(size, _SIZE_LIMIT))
        and len(header.slots) <= MOST_SLOTS
        and len({slot.id for slot in header.slots}) == len(header.slots)
        and all(map(_slot_is_sound, header.slots))
    )


def _slot_is_sound(slot: Slot) -> bool:
    """Tell whether a slot's fields have their types and sizes; its cost is judged apart."""
    return (
        all(_is_hex(getattr(slot, name), count) for name, count in Slot.HEX_BYTES.items())
        and slot.kind in KINDS
        and slot.kdf == "argon2id"
        and _is_a(bool, slot.confirmed)
        and _is_a(str, slot.label)
        and len(slot.label) <= MOST_LABEL_CHARACTERS
        and all(_is_whole(number, _SIZE_LIMIT) for number in (slot.memory_kib, slot.iterations, slot.lanes))
    )


def _is_hex(text: object, count: int) -> bool:
    """Tell whether a value is exactly `count` bytes in lower-case hexadecimal."""
    return isinstance(text, str) and len(text) == 2 * count and set(text) <= set("0123456789abcdef")


def _is_whole(number: object, limit: int) -> bool:
    """Tell whether a value is a whole number from 0 up to a limit, and not a truth value."""
    return type(number) is int and 0 <= number < limit


def _is_a(kind: type, value: object) -> bool:
    """Tell whether a value read from JSON really has the type its field declares."""
    return type(value) is kind
