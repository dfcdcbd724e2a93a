"""Two of three shares (SLIP-39): a secret split over three people, so that no one of them holds it and any two do."""

from collections.abc import Sequence

from shamir_mnemonic import MnemonicError, combine_mnemonics, generate_mnemonics
from shamir_mnemonic.share import Share
from shamir_mnemonic.wordlist import WORDLIST

from t2desk.domain.vault_errors import SameShareTwice, ShareMistyped, SharesOfDifferentSets, TooFewShares
from t2desk.vault.kdf import KEY_BYTES

NEEDED, MADE = 2, 3
WORDS_OF_A_SHARE = 33
_SHORTEST_START = 4  # no two words of the list begin with the same four letters
_STARTS = {word[:_SHORTEST_START]: word for word in WORDLIST}
# The secret is random: stretching it gains nothing, and a share that asks for more would only keep us busy.
_STRETCHING = 0


def split(secret: bytearray) -> tuple[str, ...]:
    """Return three shares of a random 32-byte secret, each 33 words; the secret stays the caller's to wipe."""
    (shares,) = generate_mnemonics(1, [(NEEDED, MADE)], bytes(secret), iteration_exponent=_STRETCHING)
    return tuple(shares)


def join(typed: Sequence[str]) -> bytearray:
    """Return the secret of two shares as typed: any case, any spaces, words or the first four letters of each.

    Raises `TooFewShares`, `ShareMistyped` with the share's place, `SameShareTwice` or `SharesOfDifferentSets`, all
    before any key is derived.
    """
    if len(typed) < NEEDED:
        raise TooFewShares(needed=NEEDED)
    shares = [_read(number, text) for number, text in enumerate(typed, start=1)]
    if len({share.common_parameters() for share in shares}) > 1:
        raise SharesOfDifferentSets
    if len({share.index for share in shares}) < len(shares):
        raise SameShareTwice
    try:
        secret = combine_mnemonics([share.mnemonic() for share in shares[:NEEDED]])
    except MnemonicError:
        # Each is sound by itself: only together they are not.
        raise SharesOfDifferentSets from None
    return bytearray(secret)


def _read(number: int, text: str) -> Share:
    """Read one share; the library's own errors quote its words and go no further."""
    words = [_STARTS.get(word[:_SHORTEST_START], "") for word in text.lower().split()]
    typed = text.lower().split()
    if len(words) != WORDS_OF_A_SHARE or any(
        not whole or not whole.startswith(word) or len(word) < min(_SHORTEST_START, len(whole))
        for whole, word in zip(words, typed, strict=True)
    ):
        raise ShareMistyped(number=number)
    try:
        share = Share.from_mnemonic(" ".join(words))
    except MnemonicError:
        raise ShareMistyped(number=number) from None
    if not _is_of_ours(share):
        raise SharesOfDifferentSets
    return share


def _is_of_ours(share: Share) -> bool:
    """Tell whether a share was made as `split` makes them; other programs make others."""
    groups = share.group_threshold == share.group_count == 1
    return (
        groups
        and share.member_threshold == NEEDED
        and share.iteration_exponent == _STRETCHING
        and len(share.value) == KEY_BYTES
    )
