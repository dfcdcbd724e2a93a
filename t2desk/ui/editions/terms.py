"""Words for kinds and states, as the views after a session say them."""

from t2desk.domain.notes import NOTE_WORDS
from t2desk.domain.sections import SectionKind
from t2desk.domain.series import SessionState
from t2desk.i18n import N_

SECTIONS = {
    SectionKind.CONTEXT: N_("Context"),
    SectionKind.BRIEF: N_("In brief"),
    SectionKind.DISCUSSION: N_("Discussion"),
    SectionKind.WAY_FORWARD: N_("Way forward"),
}
NOTES = NOTE_WORDS
STATES = {
    SessionState.PLANNED: N_("Not begun"),
    SessionState.OPEN: N_("In session"),
    SessionState.ADJOURNED: N_("Adjourned"),
    SessionState.SETTLED: N_("Settled"),
}
