"""Sealing: names under a key of their own, and sources to a public key whose private half the desk does not have."""

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from t2desk.domain.vault_errors import SealBroken
from t2desk.vault.kdf import KEY_BYTES
from t2desk.vault.keys import wipe

_NONCE_BYTES = 12
_PUBLIC_BYTES = 32
_PAD_TO = 64  # a source's length must not tell one person's identifier from another's
_SOURCES_PURPOSE = b"t2desk 1 source"


def seal(key: bytearray, plaintext: bytes | bytearray, associated: bytes) -> bytes:
    """Encrypt and authenticate (AES-256-GCM, random nonce in front); `associated` says what it belongs to."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, plaintext, associated)


def open_sealed(key: bytearray, sealed: bytes, associated: bytes) -> bytes:
    """Return what `seal` was given, or raise `SealBroken`."""
    try:
        return AESGCM(key).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], associated)
    except (InvalidTag, ValueError):
        raise SealBroken from None


def new_key_pair() -> tuple[bytes, bytearray]:
    """Return a public key, to be kept in the database, and its private half, to be wrapped in a slot and wiped."""
    private = X25519PrivateKey.generate()
    return private.public_key().public_bytes_raw(), bytearray(private.private_bytes_raw())


def seal_to(public_key: bytes, plaintext: bytes, associated: bytes) -> bytes:
    """Encrypt for the holder of the private half only; the sender cannot open it again.

    Padded to whole units of 64 bytes, so that lengths say nothing.
    """
    ephemeral = X25519PrivateKey.generate()
    ephemeral_public = ephemeral.public_key().public_bytes_raw()
    shared = ephemeral.exchange(X25519PublicKey.from_public_bytes(public_key))
    key = _key_between(shared, ephemeral_public, public_key)
    sealed = seal(key, _padded(plaintext), associated)
    wipe(key)
    return ephemeral_public + sealed


def open_with_private(private_key: bytearray, sealed: bytes, associated: bytes) -> bytes:
    """Return what `seal_to` was given, or raise `SealBroken`."""
    private = X25519PrivateKey.from_private_bytes(private_key)
    ephemeral_public = sealed[:_PUBLIC_BYTES]
    try:
        shared = private.exchange(X25519PublicKey.from_public_bytes(ephemeral_public))
    except ValueError:
        raise SealBroken from None
    key = _key_between(shared, ephemeral_public, private.public_key().public_bytes_raw())
    try:
        return _unpadded(open_sealed(key, sealed[_PUBLIC_BYTES:], associated))
    finally:
        wipe(key)


def _key_between(shared: bytes, ephemeral_public: bytes, public_key: bytes) -> bytearray:
    """Derive the one-time key from an exchange, bound to both public halves."""
    key = bytearray(KEY_BYTES)
    purpose = _SOURCES_PURPOSE + ephemeral_public + public_key
    HKDF(algorithm=hashes.SHA256(), length=KEY_BYTES, salt=None, info=purpose).derive_into(shared, key)
    return key


def _padded(plaintext: bytes) -> bytes:
    """Put the length in front and fill up with zeros."""
    framed = len(plaintext).to_bytes(4, "big") + plaintext
    return framed + bytes(-len(framed) % _PAD_TO)


def _unpadded(padded: bytes) -> bytes:
    """Take off what `_padded` added."""
    return padded[4 : 4 + int.from_bytes(padded[:4], "big")]
