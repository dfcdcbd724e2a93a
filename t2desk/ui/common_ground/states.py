"""How a point's state looks and reads: an icon, a word, and the word of the step that leads there."""

from dataclasses import dataclass

from t2desk.domain.points import PointState, Support, Who
from t2desk.i18n import N_

_S = PointState


@dataclass(frozen=True, slots=True)
class StateLook:
    """An icon, the word for where a point stands, and the words of the button that takes it there."""

    icon: str
    word: str
    step: str
    tone: str = "plain"


STATES: dict[PointState, StateLook] = {
    _S.HEARD: StateLook("message-square", N_("heard"), N_("Heard")),
    _S.CAPTURED: StateLook("pen-line", N_("captured"), N_("Back to captured")),
    _S.READ_BACK: StateLook("eye", N_("read back"), N_("Read back to the room")),
    _S.DRAFTED: StateLook("file-text", N_("being drafted"), N_("Take into drafting")),
    _S.TESTED: StateLook("scale", N_("being tested"), N_("Test with the room")),
    _S.CONVERGING: StateLook("merge", N_("converging"), N_("Converging")),
    _S.BRACKETED: StateLook("quote", N_("in brackets"), N_("Put into brackets"), "warn"),
    _S.DIVERGENT: StateLook("split", N_("divergent"), N_("Divergent"), "warn"),
    _S.PARKED: StateLook("square-parking", N_("parked"), N_("Park")),
    _S.AGREED: StateLook("handshake", N_("agreed"), N_("Agreed"), "soft"),
    _S.CLEARED: StateLook("shield-check", N_("cleared"), N_("Cleared"), "soft"),
    _S.TRANSFERRED: StateLook("log-out", N_("handed on"), N_("Handed on"), "soft"),
    _S.WITHDRAWN: StateLook("x", N_("withdrawn"), N_("Withdraw")),
    _S.SUPERSEDED: StateLook("refresh-cw", N_("superseded"), N_("Superseded by another")),
    _S.REOPENED: StateLook("lock-open", N_("reopened"), N_("Reopen")),
}
SUPPORT: dict[Support, str] = {
    Support.ENDORSE: N_("Endorse"),
    Support.SUPPORT: N_("Support"),
    Support.LIVE_WITH: N_("Can live with"),
    Support.RESERVATION: N_("Reservation"),
    Support.OPPOSE: N_("Oppose"),
}
WHO: dict[Who, str] = {
    Who.RAPPORTEUR: N_("the rapporteur"),
    Who.ROOM: N_("the room"),
    Who.THIRD_PARTY: N_("the third party"),
    Who.PARTIES: N_("the sides"),
    Who.CONCERNED: N_("those concerned"),
}
LANGUAGES = {
    "ar": N_("Arabic"), "en": N_("English"), "fr": N_("French"), "ru": N_("Russian"), "el": N_("Greek"),
    "fa": N_("Persian"), "he": N_("Hebrew"), "ka": N_("Georgian"), "hy": N_("Armenian"), "es": N_("Spanish"),
    "tr": N_("Turkish"), "uk": N_("Ukrainian"), "zh": N_("Chinese"),
}  # fmt: skip
