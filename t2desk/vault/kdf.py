"""How a passphrase becomes a key: Argon2id, its cost, and the limits within which a header may ask for it."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from t2desk.domain.vault_errors import KeyCostRefused, NotEnoughMemory

KEY_BYTES = 32
SALT_BYTES = 16
MEBIBYTE = 1024  # in KiB, the unit Argon2 counts memory in

# Beyond these a header is hostile: the largest setting of RFC 9106 is 2 GiB.
MOST_MEMORY_KIB = 2048 * MEBIBYTE
MOST_ITERATIONS = 16
MOST_LANES = 16


@dataclass(frozen=True, slots=True)
class KdfCost:
    """What one guess costs: memory in KiB, passes over it, and lanes computed side by side."""

    memory_kib: int
    iterations: int
    lanes: int

    def check(self) -> None:
        """Raise `KeyCostRefused` for a cost outside what Argon2 allows or an honest header asks; derives nothing."""
        sensible = (
            1 <= self.lanes <= MOST_LANES
            and 1 <= self.iterations <= MOST_ITERATIONS
            and 8 * self.lanes <= self.memory_kib <= MOST_MEMORY_KIB
        )
        if not sensible:
            raise KeyCostRefused


DEFAULT_COST = KdfCost(memory_kib=256 * MEBIBYTE, iterations=3, lanes=4)
LOWEST_COST = KdfCost(memory_kib=64 * MEBIBYTE, iterations=3, lanes=4)  # RFC 9106, second recommendation
CHEAPEST = KdfCost(memory_kib=8, iterations=1, lanes=1)  # for tests only: Argon2's own minimum


def passphrase_bytes(passphrase: str) -> bytearray:
    """Return the passphrase as derived from: NFKC, so that two keyboards' spellings of a letter are one; UTF-8."""
    return bytearray(unicodedata.normalize("NFKC", passphrase), "utf-8", "surrogatepass")


def derive(secret: bytearray, salt: bytes, cost: KdfCost) -> bytearray:
    """Derive a 32-byte key; the caller wipes it. Raises `KeyCostRefused` or `NotEnoughMemory`."""
    cost.check()
    key = bytearray(KEY_BYTES)
    try:
        Argon2id(
            salt=salt, length=KEY_BYTES, iterations=cost.iterations, lanes=cost.lanes, memory_cost=cost.memory_kib
        ).derive_into(secret, key)  # type: ignore[arg-type]  # takes any buffer, and this one can be wiped
    except MemoryError:
        raise NotEnoughMemory(mebibytes=cost.memory_kib // MEBIBYTE) from None
    return key


def calibrate(now: Callable[[], float], available_kib: int | None = None) -> KdfCost:
    """Choose the cost for new slots on this machine: near one second, by a trial that takes about two.

    `now` returns seconds; `available_kib` is the free memory, of which at most half is used, or None if unknown.
    Between 64 MiB and 512 MiB, so that the weaker of two laptops can open the file, and never under three passes.
    """
    for mebibytes in (256, 128, 64):
        trial = KdfCost(mebibytes * MEBIBYTE, LOWEST_COST.iterations, LOWEST_COST.lanes)
        if mebibytes > 64 and available_kib is not None and trial.memory_kib * 2 > available_kib:
            continue
        seconds = _seconds_for(trial, now)
        if seconds is not None and (seconds <= 2.0 or mebibytes == 64):
            return _near_one_second(trial, seconds, available_kib)
    return LOWEST_COST


def _seconds_for(cost: KdfCost, now: Callable[[], float]) -> float | None:
    """Time one derivation; None if its memory could not be had."""
    started = now()
    try:
        derive(bytearray(b"calibration"), bytes(SALT_BYTES), cost)
    except NotEnoughMemory:
        return None
    return now() - started


def _near_one_second(trial: KdfCost, seconds: float, available_kib: int | None) -> KdfCost:
    """Raise memory once where there is plenty, then passes, until the time is near a second."""
    memory_kib = trial.memory_kib
    roomy = available_kib is not None and available_kib >= 4 * memory_kib
    if roomy and memory_kib == DEFAULT_COST.memory_kib and seconds <= 0.5:
        memory_kib, seconds = 2 * memory_kib, 2 * seconds
    per_pass = max(seconds / trial.iterations, 0.001)
    iterations = min(max(trial.iterations, round(1.0 / per_pass)), MOST_ITERATIONS)
    return KdfCost(memory_kib, iterations, trial.lanes)
