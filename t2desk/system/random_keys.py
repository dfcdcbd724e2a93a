"""Random row keys: from the system's generator in life, from a seed in the rehearsal."""

import random
import secrets

from t2desk.domain.keys import KEY_LIMIT


class SecretKeys:
    """Keys that nobody can foretell."""

    def draw(self) -> int:
        """Return a positive integer below 2**53."""
        # Nought comes once in 2**53 draws; then another is drawn.
        return secrets.randbits(KEY_LIMIT.bit_length() - 1) or self.draw()


class SeededKeys:
    """Keys that come out the same for one seed; for fiction only."""

    def __init__(self, seed: int) -> None:
        """Begin the sequence."""
        self._random = random.Random(seed)  # noqa: S311  (fiction must repeat itself)

    def draw(self) -> int:
        """Return a positive integer below 2**53."""
        return self._random.randrange(1, KEY_LIMIT)
