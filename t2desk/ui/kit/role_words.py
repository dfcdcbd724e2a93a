"""What each role in the room is called, to be translated."""

from t2desk.i18n import N_

ROLES = {
    "participant": N_("Participant"), "observer": N_("Observer"), "chair": N_("Chair"),
    "facilitator": N_("Facilitator"), "rapporteur": N_("Rapporteur"), "interpreter": N_("Interpreter"),
}  # fmt: skip
