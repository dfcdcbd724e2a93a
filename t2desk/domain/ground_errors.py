"""What the common ground refuses, in sentences."""

from typing import ClassVar

from t2desk.domain.errors import Refused
from t2desk.i18n import N_


class BracketNotThere(Refused):
    """The text has no such bracket, or the bracket no such alternative."""

    sentence: ClassVar[str] = N_("The current wording has no bracket {place} with that alternative.")


class WordsNotThereOnce(Refused):
    """Words to be bracketed are not there, or there twice."""

    sentence: ClassVar[str] = N_("Those words are not in the current wording exactly once, outside every bracket.")


class BracketsStandOpen(Refused):
    """A text with brackets cannot be agreed."""

    sentence: ClassVar[str] = N_("The current wording still has {count} bracket(s); close them before it is agreed.")


class ObjectionsStand(Refused):
    """The decision rule does not let a point be agreed over what stands against it."""

    sentence: ClassVar[str] = N_(
        "{count} objection(s) stand against the current wording; mend or waive them, or note another decision rule."
    )


class WordingIsAgreed(Refused):
    """What was agreed is not written over."""

    sentence: ClassVar[str] = N_("This wording was agreed; reopen the point before you word it anew.")


class DependsOnItself(Refused):
    """A package or a lineage would run in a circle."""

    sentence: ClassVar[str] = N_("That would make the point depend on itself.")


class NotOfThisPoint(Refused):
    """A wording, a poll or a copy belongs to another point."""

    sentence: ClassVar[str] = N_("That belongs to another point.")


class NotAnObjection(Refused):
    """Only an objection is waived."""

    sentence: ClassVar[str] = N_("Only an objection can be waived; a reservation does not block.")


class DeadlineUnclear(Refused):
    """A deadline must be one moment."""

    sentence: ClassVar[str] = N_(
        "That deadline is not one moment there: give a local time without an offset, as 2026-05-04T18:00, "
        "that the zone has exactly once, and the zone by its name, as Europe/Athens."
    )


class DecisionNeedsReason(Refused):
    """A decision rule that has been used changes only with a reason."""

    sentence: ClassVar[str] = N_("This decision rule has been used; say why it is changed.")


class NotBySilence(Refused):
    """Under the silence procedure a point is agreed by silence alone."""

    sentence: ClassVar[str] = N_("Under the silence procedure a point is agreed by silence alone; set its deadline.")


class SidesUndecided(Refused):
    """Unanimity needs every side's yes."""

    sentence: ClassVar[str] = N_("Unanimity needs every side in favour in an opened poll; {count} are not yet.")


class NoSilenceRuns(Refused):
    """No silence procedure runs on this point."""

    sentence: ClassVar[str] = N_("No silence procedure runs on this point.")


class DeadlineAhead(Refused):
    """Silence is adopted only once its deadline has passed."""

    sentence: ClassVar[str] = N_("The deadline has not passed yet: {until}, {zone}.")


class DeadlinePassed(Refused):
    """What comes after the deadline does not break the silence."""

    sentence: ClassVar[str] = N_("The deadline has passed: {until}, {zone}.")


class OneTextOnly(Refused):
    """A single text is only criticised until its final yes or no."""

    sentence: ClassVar[str] = N_("This point is a single text: only criticism is taken until the final yes or no.")


class NotOneText(Refused):
    """The point is not worked on as a single text."""

    sentence: ClassVar[str] = N_("This point is not a single text at that stage.")


class NotAccepted(Refused):
    """A single text is agreed only once every side said yes."""

    sentence: ClassVar[str] = N_("A single text is agreed once every side has said yes to it.")


class UnknownScale(Refused):
    """There is no such scale, or an own one is not whole."""

    sentence: ClassVar[str] = N_("There is no such scale; choose one of: {words}. An own scale needs its labels.")


class PollNotOpen(Refused):
    """Stances are taken in an open poll only."""

    sentence: ClassVar[str] = N_("That poll is not open.")


class PollAlreadyOpen(Refused):
    """One poll at a time asks about a wording."""

    sentence: ClassVar[str] = N_("A poll on this point is open already; reveal or withdraw it first.")


class OtherWay(Refused):
    """A poll by parties takes no cards, and so on."""

    sentence: ClassVar[str] = N_("That poll is taken another way: {way}.")


class PersonsNotKept(Refused):
    """The rule does not let a person's stance be kept."""

    sentence: ClassVar[str] = N_("The rule in force keeps no source: take the poll by party, or count cards.")


class LooseningNeedsAccord(Refused):
    """A rule becomes less strict only when it is said how that was agreed."""

    sentence: ClassVar[str] = N_(
        "That is less strict than the rule in force; say how it was agreed. What was taken in before stays as strict."
    )


class NoteStaysStrict(Refused):
    """A note's own rule is only ever tightened."""

    sentence: ClassVar[str] = N_("A note’s own rule is only tightened; for one edition those concerned may consent.")


class EmbargoStands(Refused):
    """Nothing leaves before the day that was agreed."""

    sentence: ClassVar[str] = N_("Nothing of this may leave before {day}.")


class PersonHasNoDays(Refused):
    """Days of one person's rule would lead to what they said."""

    sentence: ClassVar[str] = N_(
        "One person’s rule has no days of its own: they would stand beside what was said, and say whose it was. Set "
        "the days for the item, the part, the meeting or the series."
    )


class NotADay(Refused):
    """A date must be an ISO day."""

    sentence: ClassVar[str] = N_("{field} must be a day such as 2026-05-04, or nothing.")


class ClearanceStillOpen(Refused):
    """An edition does not leave while those concerned are still looking at it."""

    sentence: ClassVar[str] = N_("A clearance round for this edition is open until {day}; close it first.")


class ClearanceUnanswered(Refused):
    """A round is closed once every text has its answers."""

    sentence: ClassVar[str] = N_("{count} text(s) of this round still wait for an answer.")


class NotInThisRound(Refused):
    """The wording is not looked at in this round, or the round is closed."""

    sentence: ClassVar[str] = N_("That wording is not looked at in this round, or the round is closed.")


class NothingToClear(Refused):
    """No text of the session is fit to be looked at."""

    sentence: ClassVar[str] = N_("No text of this session is fit for that edition; agree on a point first.")
