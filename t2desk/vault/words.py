"""The list that generated passphrases are drawn from: its source and licence are in resources/words/README.md."""

from itertools import pairwise

COUNT = 7776  # 6**5: 12.92 bits a word, and five dice can draw one


def load_words(text: str) -> tuple[str, ...]:
    """Return the words of the list's text; raises ValueError for a list that is not ours, whole and in order.

    A shortened or doubled list would silently weaken every passphrase, so it is refused.
    """
    words = tuple(text.split())
    sound = len(words) == COUNT and all(
        3 <= len(word) <= 8 and word.isascii() and word.isalpha() and word.islower() for word in words
    )
    if not sound or any(one >= following for one, following in pairwise(words)):
        raise ValueError("the word list is not the one t2desk came with")
    return words
