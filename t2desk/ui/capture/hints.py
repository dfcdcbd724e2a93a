"""Below the line: the signs it knows, the one in force marked; and, while something can be completed, the offers."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from t2desk.domain.capture import ITEM_SIGN, PARTY_SIGN, PREFIXES, Offer
from t2desk.i18n import N_
from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.kit.fonts import text_font
from t2desk.ui.kit.painting import MirroredPainter, as_on_the_key, isolated
from t2desk.ui.kit.pieces import key_cap, label
from t2desk.ui.shell.top_bar import Chip

_GAP, _BETWEEN = 6, 16


def line_signs(surroundings: Surroundings) -> list[tuple[str, str]]:
    """Return every sign of the capture line with its word."""
    words = surroundings.words
    signs = [(prefix.sign, words(prefix.words)) for prefix in PREFIXES]
    return [*signs, (PARTY_SIGN, words(N_("party"))), (ITEM_SIGN, words(N_("agenda item")))]


class SignRow(QWidget):
    """Every sign beside its word, as many as the width holds; one of them can be marked."""

    def __init__(self, surroundings: Surroundings, signs: list[tuple[str, str]], name: str) -> None:
        """Show the table; `name` is the objectName."""
        super().__init__()
        self.setObjectName(name)
        self._surroundings = surroundings
        self._sign = ""
        self._signs = signs
        self.setAccessibleDescription(", ".join(f"{sign} {word}" for sign, word in self._signs))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_sign(self, sign: str) -> None:
        """Mark the sign in force."""
        if sign != self._sign:
            self._sign = sign
            self.update()

    def sizeHint(self) -> QSize:
        """Return one line of small text."""
        return QSize(320, self._surroundings.theme.look.sizes.text_meta + 14)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint cap and word for each sign that still fits."""
        del event
        sizes = self._surroundings.theme.look.sizes
        painter = QPainter(self)
        mirrored = MirroredPainter(painter, self.rect(), self.layoutDirection())
        metrics = QFontMetrics(text_font(sizes.text_meta, QFont.Weight.DemiBold))
        height = sizes.text_meta + 9
        x = 0
        for sign, word in self._signs:
            cap = max(height, metrics.horizontalAdvance(sign) + 10)
            width = metrics.horizontalAdvance(word) + 2
            if x + cap + _GAP + width > self.width():
                break
            self._paint_sign(mirrored, QRect(x, 1, cap, height), sign, word, width)
            x += cap + _GAP + width + _BETWEEN
        painter.end()

    def _paint_sign(self, mirrored: MirroredPainter, cap: QRect, sign: str, word: str, width: int) -> None:
        tokens, sizes = self._surroundings.theme.look.tokens, self._surroundings.theme.look.sizes
        chosen = sign == self._sign
        font = text_font(sizes.text_meta, QFont.Weight.DemiBold if chosen else QFont.Weight.Normal)
        ink = tokens.accent if chosen else tokens.ink_third
        mirrored.round_box(cap, 4, tokens.soft if chosen else tokens.surface, tokens.accent if chosen else tokens.line)
        width_of = QFontMetrics(text_font(sizes.text_meta, QFont.Weight.DemiBold)).horizontalAdvance(sign)
        inner = QRect(cap.left() + (cap.width() - width_of) // 2, cap.top(), width_of + 2, cap.height())
        strong = text_font(sizes.text_meta, QFont.Weight.DemiBold)
        mirrored.text(inner, as_on_the_key(sign), strong, tokens.soft_ink if chosen else tokens.ink_second)
        mirrored.text(QRect(cap.right() + 1 + _GAP, cap.top(), width, cap.height()), word, font, ink)


class OfferRow(QWidget):
    """What Tab would write, and what else there is."""

    def __init__(self, surroundings: Surroundings, most: int = 5) -> None:
        """Begin without offers."""
        super().__init__()
        self.setObjectName("captureOffers")
        self._offers: list[Offer] = []
        self._at = 0
        self._chips = [Chip(surroundings, f"captureOffer{number}") for number in range(1, most + 1)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(key_cap("Tab"))
        for chip in self._chips:
            row.addWidget(chip)
        row.addWidget(label(surroundings.words(N_("↓ ↑ for another, Esc for none")), "meta"))
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_offers(self, offers: list[Offer]) -> None:
        """Show offers, the first as the one that Tab takes."""
        self._offers, self._at = offers, 0
        self._paint_chips()

    def current(self) -> Offer | None:
        """Return the offer that Tab takes, or None."""
        return self._offers[self._at] if self._offers else None

    def step(self, by: int) -> None:
        """Make another offer the one that Tab takes."""
        if self._offers:
            self._at = (self._at + by) % len(self._offers)
            self._paint_chips()

    def _paint_chips(self) -> None:
        for number, chip in enumerate(self._chips):
            words = isolated(self._offers[number].shown) if number < len(self._offers) else ""
            chip.show_state(words, "soft" if number == self._at else "plain")
