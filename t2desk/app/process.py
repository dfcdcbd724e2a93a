"""What is done first in every process that will hold a key."""

import os
import sys

from t2desk.vault.hardening import harden_process


def harden() -> None:
    """Close what the system would leave open: core dumps, other users' eyes on what we write."""
    os.umask(0o077)
    forbid_encrypted_networking()
    harden_process()


def forbid_encrypted_networking() -> None:
    """Let nothing load TLS: t2desk talks to nobody.

    SQLAlchemy brings asyncio, which would bring ssl; without it asyncio loads just as well, in less memory.
    """
    sys.modules.setdefault("ssl", None)  # type: ignore[arg-type]
