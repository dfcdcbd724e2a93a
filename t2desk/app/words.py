"""The words that passphrases and heads are made of."""

from t2desk.system.paths import resource
from t2desk.vault.words import load_words


def word_list() -> tuple[str, ...]:
    """Return the 7,776 words that passphrases and heads are made of."""
    return load_words(resource("words", "passphrase_words.txt").read_text("utf-8"))
