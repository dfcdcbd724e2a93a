"""Words for the four axes of a rule, each as one plain sentence, and for the places where a rule can hold."""

from t2desk.domain.rules import Attribution, Dissemination, Recording, Rule
from t2desk.domain.scopes import Scope
from t2desk.i18n import N_
from t2desk.services.rule_page import OWN

RECORDING = {
    Recording.NONE: N_("Nothing is written down."),
    Recording.WITHOUT_SOURCE: N_("Notes are taken without their source."),
    Recording.SEALED_SOURCE: N_("Notes are taken; who said something is sealed away."),
    Recording.WITH_SOURCE: N_("Notes are taken with their source."),
}
ATTRIBUTION = {
    Attribution.NONE: N_("Nothing is attributed to anybody, not even to a participant."),
    Attribution.PARTICIPANT: N_("It may be said that a participant said it, and no more."),
    Attribution.SIDE: N_("It may be said which side said it."),
    Attribution.DESCRIPTOR: N_("It may be attributed in the words agreed for the speaker."),
    Attribution.NAMED: N_("It may be attributed by name."),
}
DISSEMINATION = {
    Dissemination.ROOM: N_("It stays in the room."),
    Dissemination.NAMED_RECIPIENTS: N_("It may go to recipients named beforehand."),
    Dissemination.CONSTITUENCIES: N_("It may go to the sides’ own people and to track one."),
    Dissemination.COMMUNITY: N_("It may be shared among those who work on the matter, and is not published."),
    Dissemination.PUBLIC: N_("It may be published."),
}
AXES = {
    "recording": N_("Recording"),
    "attribution": N_("Attribution"),
    "dissemination": N_("Dissemination"),
}
TIME = N_("Time")
SCOPES = {
    Scope.SERIES.value: N_("The whole series"),
    Scope.MEETING.value: N_("This meeting"),
    OWN: N_("This session"),
    Scope.PART.value: N_("This part of the session"),
    Scope.ITEM.value: N_("Agenda item"),
    Scope.PERSON.value: N_("Person"),
}


def axes_of(rule: Rule) -> tuple[tuple[str, str], ...]:
    """Return the three axes that a preset says, each with its sentence, still to be translated."""
    return (
        (AXES["recording"], RECORDING[rule.recording]),
        (AXES["attribution"], ATTRIBUTION[rule.attribution]),
        (AXES["dissemination"], DISSEMINATION[rule.dissemination]),
    )
