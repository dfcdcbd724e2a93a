"""Words for clearance: what a side says to a text, and what a round found for it."""

from t2desk.domain.clearing import EVERY_EDITION, Clearing, Outcome
from t2desk.i18n import N_
from t2desk.services.edition_views import edition_title

ANSWERS = {
    Clearing.ACCEPT: N_("accepts"),
    Clearing.REJECT: N_("rejects"),
    Clearing.COMMENT: N_("has a comment"),
    None: N_("has not answered"),
}
OUTCOMES = {
    Outcome.CLEARED: N_("cleared"),
    Outcome.REJECTED: N_("rejected"),
    Outcome.OPEN: N_("still open"),
}


def named_edition(name: str) -> str:
    """Return an edition's name, or words for every one, still to be translated."""
    return N_("Every edition") if name == EVERY_EDITION else edition_title(name)
