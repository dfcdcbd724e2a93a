"""The ways into a dossier as people see them: whose they are, what kind, whether they were typed back."""

from dataclasses import dataclass

from t2desk.i18n import N_

PASSPHRASE, PERSON, RECOVERY, SHARES, SOURCES, NAMES = (
    "passphrase", "person", "recovery", "shares", "sources", "names",
)  # fmt: skip

KIND_WORDS = {
    PASSPHRASE: N_("Passphrase"),
    PERSON: N_("Passphrase"),
    RECOVERY: N_("Recovery code"),
    SHARES: N_("Two of three shares"),
    SOURCES: N_("Code of the sealed sources"),
    NAMES: N_("Passphrase of the names"),
}

# Typed by whoever does without a recovery code: it must be a decision, not a click.
NO_RECOVERY_WORDS = N_("nobody can help us if we forget the passphrase")


@dataclass(frozen=True, slots=True)
class WayIn:
    """One way in: its identifier, kind and label; whether it was confirmed, and whether it opened the dossier now."""

    id: str
    kind: str
    label: str
    confirmed: bool
    is_mine: bool

    @property
    def is_daily(self) -> bool:
        """Whether this is a passphrase that opens the dossier day by day."""
        return self.kind in (PASSPHRASE, PERSON)


@dataclass(frozen=True, slots=True)
class Renewed:
    """What renewing the key gives back.

    The new recovery code, shown this once, or None where there was none before; and whether the old backups are gone,
    which the next opening makes good where the disk refused.
    """

    recovery_code: str | None
    backups_replaced: bool
