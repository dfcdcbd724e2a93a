"""What is done first in every process that will hold a key."""

import os

from t2desk.vault.hardening import harden_process


def harden() -> None:
    """Close what the system would leave open: core dumps, other users' eyes on what we write."""
    os.umask(0o077)
    harden_process()
