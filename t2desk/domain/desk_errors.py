"""What the desk refuses, in sentences."""

from typing import ClassVar

from t2desk.domain.errors import MachineFailed, Refused, WrongUsage
from t2desk.i18n import N_


class NotThere(Refused):
    """There is no value with this key."""

    sentence: ClassVar[str] = N_("There is no {kind} “{key}” in this dossier.")


class AlreadyThere(Refused):
    """An id is taken."""

    sentence: ClassVar[str] = N_("There is already a {kind} “{key}”; give another id.")


class NoOpenSession(Refused):
    """An act of the room needs an open session."""

    sentence: ClassVar[str] = N_("No session is open; open one first.")


class SessionAlreadyOpen(Refused):
    """Only one session is open at a time."""

    sentence: ClassVar[str] = N_("Session {session} is open already; adjourn or close it first.")


class SessionIsSettled(Refused):
    """A settled session does not change any more."""

    sentence: ClassVar[str] = N_("Session {session} is settled and can no longer be changed.")


class OffTheRecord(Refused):
    """Nothing is taken in while off the record."""

    sentence: ClassVar[str] = N_("The session is off the record: nothing is taken in until it ends.")


class NotOffTheRecord(Refused):
    """There is nothing to end."""

    sentence: ClassVar[str] = N_("The session is not off the record.")


class RuleTakesNothing(Refused):
    """The rule in force lets nothing be written down."""

    sentence: ClassVar[str] = N_("The rule in force lets nothing be written down; set another rule first.")


class NobodyHasTheFloor(Refused):
    """No turn runs."""

    sentence: ClassVar[str] = N_("Nobody has the floor; start a turn first.")


class NothingToInterrupt(Refused):
    """An interrupt needs a turn to stand in."""

    sentence: ClassVar[str] = N_("An interrupt needs a turn that runs; start a turn first.")


class FloorMoved(Refused):
    """Another turn runs than the operator saw: a second press must skip nobody."""

    sentence: ClassVar[str] = N_("The floor has passed on since you looked; nothing was changed.")


class ListMoved(Refused):
    """The list begins with somebody else than the operator saw."""

    sentence: ClassVar[str] = N_("The list of speakers begins otherwise since you looked; nothing was changed.")


class NotInTheRoom(Refused):
    """Who is noted as away is not put on the list."""

    sentence: ClassVar[str] = N_("“{person}” is noted as not in the room; note the arrival first.")


class ListIsClosed(Refused):
    """On a closed list only interrupts are taken."""

    sentence: ClassVar[str] = N_("The list of speakers is closed on this item; open it again to add somebody.")


class ListIsOpen(Refused):
    """Only a closed list is opened again."""

    sentence: ClassVar[str] = N_("The list of speakers is open on this item.")


class OrderOutranked(Refused):
    """A point of order that ranks as high or higher is being heard."""

    sentence: ClassVar[str] = N_("A point of order that comes first is being heard; wait until it has ended.")


class TurnHasEnded(Refused):
    """What lasted too long and has ended is given another length."""

    sentence: ClassVar[str] = N_("That turn has ended; say how long it was instead.")


class NoPointToRank(Refused):
    """Only a point of order that is being heard has a rank."""

    sentence: ClassVar[str] = N_("No point of order is being heard now.")


class NoQuestionToAnswer(Refused):
    """Only an interposed question has an answer of its own."""

    sentence: ClassVar[str] = N_("Nobody has interposed a question that could be answered now.")


class AlreadyInterpreting(Refused):
    """One interpreter at a time."""

    sentence: ClassVar[str] = N_("The interpreter is speaking already.")


class NotInterpreting(Refused):
    """Only what was begun ends."""

    sentence: ClassVar[str] = N_("No interpreter is speaking in a turn of somebody else.")


class NothingOver(Refused):
    """There is no overrun to share out."""

    sentence: ClassVar[str] = N_("There is time enough for everybody on the list; nobody’s time was changed.")


class TurnIsSure(Refused):
    """Only an uncertain length is confirmed."""

    sentence: ClassVar[str] = N_("The length of this turn is not in doubt; correct it as any other.")


class TurnsDiffer(Refused):
    """Two turns of different people or items become one only when that is wanted."""

    sentence: ClassVar[str] = N_("These turns belong to different people or items; say that they are to become one.")


class NobodyElse(Refused):
    """Merging and standing in take two people."""

    sentence: ClassVar[str] = N_("This takes two different people.")


class PeopleStaySealed(Refused):
    """A sealed source cannot be opened here, and so not be given to somebody else."""

    sentence: ClassVar[str] = N_("Some sources are sealed to their people; nobody can be merged into somebody else.")


class TurnsOverlap(Refused):
    """Two turns cannot hold the floor at once."""

    sentence: ClassVar[str] = N_("Another turn held the floor then; correct that turn first.")


class TurnStillRuns(Refused):
    """Only an ended turn has a length to correct."""

    sentence: ClassVar[str] = N_("This turn still runs; end it first.")


class TurnHasPause(Refused):
    """Where a pause lay is not known once it is over, and an interrupt belongs to the turn that it paused."""

    sentence: ClassVar[str] = N_("A turn with a pause in it, or an interrupt, cannot be corrected in this way.")


class FloorNotIdle(Refused):
    """There is no idle time to give away."""

    sentence: ClassVar[str] = N_("The floor was not idle; there is no time to give to somebody.")


class NotPaused(Refused):
    """Only a paused turn goes on."""

    sentence: ClassVar[str] = N_("The turn is not paused.")


class AlreadyPaused(Refused):
    """A turn is paused once."""

    sentence: ClassVar[str] = N_("The turn is paused already.")


class AgendaIsDone(Refused):
    """There is no next item."""

    sentence: ClassVar[str] = N_("There is no further item on the agenda; add one first.")


class NoItemBefore(Refused):
    """There is no item to go back to."""

    sentence: ClassVar[str] = N_("No item was left before this one; there is nothing to go back to.")


class NoItemNow(Refused):
    """No item is under discussion."""

    sentence: ClassVar[str] = N_("No item of the agenda is under discussion; begin with the first.")


class TimeIsOfParts(Refused):
    """An item that stands over others has no time of its own."""

    sentence: ClassVar[str] = N_("This item takes the time of its parts; give minutes to one of those.")


class NotParked(Refused):
    """Only what was parked comes back."""

    sentence: ClassVar[str] = N_("The item is not in the parking lot.")


class NotLate(Refused):
    """There is nothing to make up, or nothing to make it up with."""

    sentence: ClassVar[str] = N_("Nothing would be won by this: the agenda stays as it is.")


class EmptyText(Refused):
    """Something needs words."""

    sentence: ClassVar[str] = N_("“{field}” is empty; give it words.")


class TextTooLong(Refused):
    """A field has a bound."""

    sentence: ClassVar[str] = N_("“{field}” is longer than {limit} characters; shorten or split it.")


class UnfitCharacter(Refused):
    """Control characters and direction overrides can make a text show other than it reads."""

    sentence: ClassVar[str] = N_("“{field}” holds a control or direction character (U+{code}); remove it.")


class SourceStaysSealed(Refused):
    """A sealed source is bound to its note."""

    sentence: ClassVar[str] = N_("Who said this is sealed to this very note; it can be neither split nor merged.")


class NothingToSplit(Refused):
    """A split leaves words on both sides."""

    sentence: ClassVar[str] = N_("A split needs words on both sides; put the caret between two words.")


class NotOfOneSession(Refused):
    """Only notes of one session and one rule become one: else the stricter rule would be forgotten."""

    sentence: ClassVar[str] = N_(
        "Only two different notes of one session, taken down under the same rule, can become one."
    )


class OutOfRange(Refused):
    """A number has bounds."""

    sentence: ClassVar[str] = N_("“{field}” must lie between {low} and {high}.")


class UnknownWord(Refused):
    """A field takes one of a closed list of words."""

    sentence: ClassVar[str] = N_("“{field}” must be one of: {words}.")


class StepNotAllowed(Refused):
    """A point cannot go from here to there."""

    sentence: ClassVar[str] = N_("A point that is {state} cannot become {wanted}; it can become: {words}.")


class NothingToUndo(Refused):
    """The history is empty."""

    sentence: ClassVar[str] = N_("There is nothing to undo.")


class NothingToRedo(Refused):
    """Nothing was undone."""

    sentence: ClassVar[str] = N_("There is nothing to redo.")


class NamesClosed(Refused):
    """The identity book is closed."""

    sentence: ClassVar[str] = N_("The names in this dossier are closed; open them with --names-passphrase-file.")


class NotEmpty(Refused):
    """A record is read into an empty dossier only."""

    sentence: ClassVar[str] = N_("The dossier already holds {what}; a whole record is read into a new dossier only.")


class BadRecord(Refused):
    """A record contradicts itself."""

    sentence: ClassVar[str] = N_("The record does not fit together at {place}: {problem}.")


class NothingMayLeave(Refused):
    """The rule keeps the content in the room."""

    sentence: ClassVar[str] = N_("Under the rule of session {session} ({rule}) this edition may not leave the room.")


class NothingToReport(Refused):
    """An edition would be empty; `missing` is a message of its own."""

    sentence: ClassVar[str] = N_("There is nothing to put into this edition yet: {missing}.")


class UnknownEdition(WrongUsage):
    """The edition is not one of ours."""

    sentence: ClassVar[str] = N_("There is no edition “{edition}”; the editions are: {words}.")


class UnknownFormat(WrongUsage):
    """An edition comes in certain formats."""

    sentence: ClassVar[str] = N_("The edition “{edition}” is written as {words}; change the ending of the output path.")


class GateClosed(Refused):
    """The document names somebody."""

    sentence: ClassVar[str] = N_(
        "The document was not written: it would identify somebody (findings that block: {count})."
    )


class DataDamaged(Refused):
    """A page or a row does not prove itself."""

    sentence: ClassVar[str] = N_(
        "The dossier is damaged ({what}); do not write to it, and restore the last good backup."
    )


class NewerVersion(Refused):
    """The dossier was written by a newer t2desk."""

    sentence: ClassVar[str] = N_("This dossier was written by a newer version of t2desk; open it with that version.")


class CipherMissing(MachineFailed):
    """The database library has no cipher."""

    sentence: ClassVar[str] = N_(
        "The database library on this machine has no cipher; nothing was written. Reinstall t2desk."
    )


class NoRoomToCommit(MachineFailed):
    """There is no room for a commit."""

    sentence: ClassVar[str] = N_("The disk is full; nothing of this act was written. Free some space and try again.")


class CommitFailed(MachineFailed):
    """The disk refused a read or write."""

    sentence: ClassVar[str] = N_("The disk refused to read or write the dossier; nothing of this act was written.")


class StillReferred(Refused):
    """A row would refer to nothing."""

    sentence: ClassVar[str] = N_("This would leave something that refers to what is not there; nothing was changed.")
