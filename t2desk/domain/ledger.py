"""The ledger: which documents left, under which rule, and by which fingerprint they can be known again."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Release:
    """An edition that left the dossier; `sha256` is in hex, `session` None for the whole series."""

    key: int
    number: int
    edition: str
    format: str
    session: str | None
    rule: str
    sha256: str


@dataclass(frozen=True, slots=True)
class ReleaseText:
    """A wording (`text` is its key) that a release held, so that who withdraws it can be told where it already is."""

    key: int
    release: int
    text: int
