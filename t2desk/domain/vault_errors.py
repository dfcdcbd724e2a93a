"""Everything that can be refused about keys: passphrases, codes, slots and the header that holds them."""

from t2desk.domain.errors import MachineFailed, Refused
from t2desk.i18n import N_


class WrongPassphrase(Refused):
    """No passphrase slot opens."""

    sentence = N_("This passphrase does not open the dossier. Check the keyboard layout and Caps Lock, then try again.")


class WrongRecoveryCode(Refused):
    """The code is well formed, but no recovery slot opens."""

    sentence = N_("This recovery code belongs to another dossier or was replaced. Look for the newest one.")


class WrongSourcesCode(Refused):
    """No slot of the sealed sources opens."""

    sentence = N_("This code does not open the sealed sources. Check it, or ask those who keep it.")


class WrongNamesPassphrase(Refused):
    """No slot of the names opens."""

    sentence = N_("This passphrase does not open the names. The dossier itself may have another one.")


class WrongShares(Refused):
    """The joined shares are sound, but no slot opens with them."""

    sentence = N_("These shares belong to another dossier or to an older set. Look for the newest ones.")


class ShareMistyped(Refused):
    """A share's words or its checksum do not fit: found before any key is derived."""

    sentence = N_("Share {number} has a typing mistake. Compare its 33 words with the printed ones.")


class SharesOfDifferentSets(Refused):
    """Every share is sound, but they were not made together."""

    sentence = N_("These shares were not made together. Look for two shares of the same set.")


class SameShareTwice(Refused):
    """One share cannot stand in for the second."""

    sentence = N_("This is the same share twice. A second person’s share is needed.")


class TooFewShares(Refused):
    """Fewer shares than it takes."""

    sentence = N_("It takes {needed} shares to open the dossier.")


class RecoveryCodeMistyped(Refused):
    """The check characters do not fit: a slip of the finger, found before any key is derived."""

    sentence = N_("The recovery code has a typing mistake. Compare it group by group with the printed one.")


class RecoveryCodeLength(Refused):
    """Characters are missing or too many."""

    sentence = N_("A recovery code has {expected} letters and digits; {found} were typed.")


class HeaderDamaged(Refused):
    """Every copy of the key header fails its checksum or makes no sense."""

    sentence = N_("The key header of “{name}” is damaged. Give a backup or an older copy to take the header from.")


class HeaderTampered(Refused):
    """The checksum holds, but the keyed one does not: somebody changed the header."""

    sentence = N_("The key header was changed by someone without the key. Do not trust this copy; open a backup.")


class HeaderMissing(Refused):
    """Encrypted pages without a header: a copy made while the dossier was open."""

    sentence = N_(
        "“{name}” has no key header: it was copied while the dossier was open, or its “-keys” file was left behind. "
        "Give a backup or an older copy of the same dossier to take the header from."
    )


class HeaderOfAnotherDossier(Refused):
    """A valid header, but not for this database."""

    sentence = N_("The key header at hand belongs to another dossier than “{name}”.")


class NotADossier(Refused):
    """Neither a header nor encrypted pages."""

    sentence = N_("“{name}” is not a dossier of t2desk.")


class PlainDatabase(Refused):
    """An ordinary, unencrypted SQLite file."""

    sentence = N_("“{name}” is an unencrypted database, not a dossier. It is not opened.")


class EmptyFile(Refused):
    """Zero bytes: never written, or emptied by an accident."""

    sentence = N_("“{name}” is empty. If it ever held a dossier, restore a backup; otherwise make it anew.")


class MadeByNewerVersion(Refused):
    """A header format this program does not know yet."""

    sentence = N_("“{name}” was made by a newer version of t2desk. Open it with that version.")


class KeyCostRefused(Refused):
    """The header asks for more memory or time than any honest header does."""

    sentence = N_("The key header asks for an unreasonable amount of memory or time and is not used.")


class DossierDamaged(Refused):
    """The file does not have the length, or the beginning, that its header recorded."""

    sentence = N_("“{name}” was cut short or changed since it was last written. Restore a backup.")


class KeysLeftBehind(Refused):
    """A header without its database: making a new dossier here would destroy the header."""

    sentence = N_("The key file “{name}” of another dossier lies here. Move it to its dossier, or delete it, first.")


class DatabaseStillOpen(Refused):
    """A write-ahead log is still beside the database, so its pages are not complete."""

    sentence = N_("“{name}” still has changes to write and cannot be closed yet. Open it again and close it normally.")


class TooManySlots(Refused):
    """The header's fixed size is used up."""

    sentence = N_("The dossier has no room for another passphrase or code. Remove one first.")


class UnknownSlot(Refused):
    """No slot has this identifier."""

    sentence = N_("There is no passphrase or code “{slot}”. List them to see their identifiers.")


class LastPassphrase(Refused):
    """Without it, nobody could open the dossier any more."""

    sentence = N_("This is the last passphrase and cannot be removed. Add another one first.")


class NotAPassphrase(Refused):
    """Only a passphrase can be changed; codes and shares are made anew."""

    sentence = N_("“{slot}” is no passphrase. A recovery code or shares are not changed but made anew.")


class LabelTaken(Refused):
    """Two ways in with one label could not be told apart."""

    sentence = N_("There is already a passphrase with this label. Choose another label, or change that one.")


class KeptSecretWrong(Refused):
    """A passphrase that should be taken along does not open its own slot."""

    sentence = N_("The passphrase given for “{slot}” does not open it. Nothing was changed.")


class OthersLoseAccess(Refused):
    """Renewing the key would shut somebody out whom nobody spoke of."""

    sentence = N_(
        "Renewing the key shuts out {count} more, whose secrets were not given ({slots}). "
        "Let them type theirs, or say that they are to be dropped."
    )


class NoAcknowledgement(Refused):
    """A decision that cannot be undone was not typed out."""

    sentence = N_("This was not done. To do it, type exactly: {words}")


class LabelRefused(Refused):
    """A slot's label is too long or holds characters that cannot be shown."""

    sentence = N_("A label has at most {limit} ordinary characters.")


class PassphraseTooShort(Refused):
    """Under the minimum of code points."""

    sentence = N_("A passphrase needs at least {minimum} characters; several unrelated words are easiest.")


class PassphraseTooLong(Refused):
    """Beyond what can sensibly be typed."""

    sentence = N_("A passphrase has at most {maximum} characters.")


class PassphraseNamesSomebody(Refused):
    """A name from the dossier is in it: the first thing a guesser would try."""

    sentence = N_("The passphrase contains a name from this dossier. Choose words that have nothing to do with it.")


class PassphraseTooRegular(Refused):
    """A repetition, a row of keys, or too few different characters."""

    sentence = N_("The passphrase repeats a pattern that is easy to guess. Choose several unrelated words.")


class PassphraseTooCommon(Refused):
    """What remains after dates and well-known words is too little."""

    sentence = N_("The passphrase is made of dates and words that are guessed first. Choose several unrelated words.")


class SealBroken(Refused):
    """Sealed content was changed, cut, or belongs elsewhere."""

    sentence = N_("Sealed content could not be opened: it is damaged or was sealed for something else.")


class NotEnoughMemory(MachineFailed):
    """The key derivation did not get the memory it asked for."""

    sentence = N_("Opening needs {mebibytes} MB of free memory. Close other programs and try again.")
