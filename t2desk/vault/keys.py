"""The data key and the keys that come from it; bytes that are overwritten when they are done with."""

import hashlib
import hmac
import secrets
from types import TracebackType

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from t2desk.vault.kdf import KEY_BYTES

_PURPOSE_PREFIX = b"t2desk 1 "


def wipe(buffer: bytearray) -> None:
    """Overwrite a buffer with zeros, in place."""
    buffer[:] = bytes(len(buffer))


def keyed_digest(key: bytearray, content: bytes) -> bytes:
    """Return HMAC-SHA256 of the content."""
    return hmac.new(key, content, hashlib.sha256).digest()


class Keys:
    """The dossier's one random data key; everything else is derived from it under a name of its own.

    A context manager: the data key is wiped on leaving, and the derived keys are the callers' to wipe.
    """

    def __init__(self, data_key: bytearray) -> None:
        """Take over the data key: whoever passes it lets go of it."""
        if len(data_key) != KEY_BYTES:
            raise ValueError("a data key has 32 bytes")
        self._data_key = data_key

    @classmethod
    def generate(cls) -> "Keys":
        """Draw a new data key from the system's generator."""
        return cls(bytearray(secrets.token_bytes(KEY_BYTES)))

    def data_key(self) -> bytearray:
        """Return the data key itself, not a copy; only slots need it, to wrap it."""
        if not any(self._data_key):
            raise ValueError("the data key was wiped")
        return self._data_key

    def _derive(self, purpose: bytes) -> bytearray:
        """Derive a 32-byte key for one purpose (HKDF-SHA256)."""
        key = bytearray(KEY_BYTES)
        derivation = HKDF(algorithm=hashes.SHA256(), length=KEY_BYTES, salt=None, info=_PURPOSE_PREFIX + purpose)
        derivation.derive_into(self.data_key(), key)
        return key

    def header_mac_key(self) -> bytearray:
        """Return the key that authenticates the header."""
        return self._derive(b"header mac")

    def identities_key(self) -> bytearray:
        """Return the key that wraps the names' own key while they have no passphrase of their own."""
        return self._derive(b"identities")

    def log_key(self) -> bytearray:
        """Return the key of the log's chain."""
        return self._derive(b"log")

    def carried_key(self) -> bytearray:
        """Return the key that wraps what a renewed data key takes over from the one before: the log's key."""
        return self._derive(b"carried")

    def bundle_key(self) -> bytearray:
        """Return the key of bundles between two copies of this dossier."""
        return self._derive(b"bundle")

    def database_key_text(self, salt: bytes) -> bytearray:
        """Return `x'<64 hex key><32 hex salt>'` for SQLCipher's `Connection.set_key`; wipe it after the call.

        The salt is the header's `db_salt`: SQLCipher keeps it in the first 16 bytes of the file.
        """
        key = self._derive(b"database")
        text = bytearray(b"x'" + bytes(96) + b"'")
        for position, byte in enumerate((*key, *salt), start=1):
            text[2 * position : 2 * position + 2] = b"%02x" % byte
        wipe(key)
        return text

    def wipe(self) -> None:
        """Overwrite the data key; the object is of no use afterwards."""
        wipe(self._data_key)

    def __enter__(self) -> "Keys":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.wipe()
