"""How support looks and reads: scales by name, what can be said of a side, each with a sign that needs no colour."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor

from t2desk.domain.support import Agreement, Lean, PollWay, ScaleName
from t2desk.i18n import N_
from t2desk.services.support_table import CARDS
from t2desk.services.support_views import HIDDEN
from t2desk.ui.kit.painting import MirroredPainter
from t2desk.ui.kit.tokens import Tokens

SCALE_WORDS: dict[ScaleName, str] = {
    ScaleName.KANER: N_("Kaner’s eight steps"),
    ScaleName.KANER_OLDER: N_("Kaner’s eight steps, older edition"),
    ScaleName.FOUR: N_("Four steps"),
    ScaleName.THREE: N_("Three thumbs"),
    ScaleName.YES_NO: N_("Yes or no"),
    ScaleName.OWN: N_("Own words"),
}
WAY_WORDS: dict[PollWay, str] = {
    PollWay.BY_PARTY: N_("A stance for each side"),
    PollWay.BY_PERSON: N_("A stance for each person"),
    PollWay.CARDS: N_("Counted cards, nobody’s name"),
}
LEAN_SIGNS: dict[Lean, str] = {Lean.FAVOUR: "+", Lean.NEITHER: "0", Lean.AGAINST: "−"}


@dataclass(frozen=True, slots=True)
class AgreementLook:
    """A word, an icon, and the pattern and tone of its ground."""

    word: str
    icon: str
    tone: str
    pattern: Qt.BrushStyle


_B = Qt.BrushStyle
AGREEMENTS: dict[str, AgreementLook] = {
    Agreement.IN_FAVOUR.value: AgreementLook(N_("in favour"), "circle-check", "soft", _B.SolidPattern),
    Agreement.SOME_NEITHER.value: AgreementLook(N_("in favour, some neither"), "circle-dot", "soft", _B.Dense5Pattern),
    Agreement.DIVIDED.value: AgreementLook(N_("divided"), "split", "warn", _B.BDiagPattern),
    Agreement.AGAINST.value: AgreementLook(N_("against"), "ban", "over", _B.DiagCrossPattern),
    Agreement.NO_STANCE.value: AgreementLook(N_("takes no stance"), "minus", "plain", _B.NoBrush),
    Agreement.NOT_ASKED.value: AgreementLook(N_("not asked yet"), "circle-question-mark", "plain", _B.NoBrush),
    HIDDEN: AgreementLook(N_("has answered, not shown yet"), "eye-off", "plain", _B.Dense6Pattern),
    CARDS: AgreementLook(N_("cards were counted"), "", "plain", _B.NoBrush),
    "": AgreementLook(N_("no question yet"), "", "plain", _B.NoBrush),
}


def tones(tokens: Tokens, tone: str) -> tuple[str, str]:
    """Return the ground and the ink of a tone."""
    return {
        "soft": (tokens.soft, tokens.soft_ink), "warn": (tokens.warn_soft, tokens.warn),
        "over": (tokens.over_soft, tokens.over),
    }.get(tone, (tokens.sunken, tokens.ink_second))  # fmt: skip


def paint_ground(painter: MirroredPainter, place: QRect, look: AgreementLook, tokens: Tokens, radius: int) -> None:
    """Paint the ground of a cell: its tone, and over it a pattern that says the same to whoever sees no colour."""
    ground, ink = tones(tokens, look.tone)
    painter.round_box(place, radius, ground if look.tone != "plain" else None, tokens.line)
    if look.pattern in {_B.NoBrush, _B.SolidPattern}:
        return
    brush = QColor(ink)
    brush.setAlphaF(0.28)
    painter.painter.setPen(Qt.PenStyle.NoPen)
    painter.painter.setBrush(QBrush(brush, look.pattern))
    painter.painter.drawRoundedRect(QRectF(painter.place(place)).adjusted(1, 1, -1, -1), radius, radius)
