"""A point's wordings under each other: each whole, or as what it changed against the one before."""

import unicodedata
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from t2desk.domain.word_changes import Change, ChangedWords
from t2desk.i18n import N_
from t2desk.services.point_views import ConcernView, WordingView
from t2desk.ui.common_ground.states import LANGUAGES
from t2desk.ui.kit.pieces import column, label, row
from t2desk.ui.kit.theme import Theme
from t2desk.ui.kit.tokens import Tokens
from t2desk.ui.shell.top_bar import Chip
from t2desk.ui.shell.views import ViewParts


def changes_html(changes: tuple[ChangedWords, ...], tokens: Tokens) -> str:
    """Return changed words as rich text: added ones bold and underlined, removed ones struck through."""
    looks = {
        Change.KEPT: "{words}",
        Change.ADDED: f'<b style="color:{tokens.accent}; text-decoration:underline">{{words}}</b>',
        Change.REMOVED: f'<span style="color:{tokens.over}; text-decoration:line-through">{{words}}</span>',
    }
    shown = []
    for before, one in zip((None, *changes), changes, strict=False):
        # Without a gap, the word that went and the word that came would read as one.
        replaces = before is not None and before.change is Change.REMOVED and one.change is Change.ADDED
        shown.append((" " if replaces else "") + looks[one.change].format(words=escape(one.text)))
    return "".join(shown)


def wording_card(parts: ViewParts, wording: WordingView) -> QWidget:
    """Return one wording: its number and language, and what it changed."""
    words = parts.words
    language = words(LANGUAGES.get(wording.language, wording.language))
    head = label(words(N_("Wording {number} · {language}")).format(number=wording.number, language=language), "label")
    said = _text_label(parts.surroundings.theme, wording)
    card = QFrame()
    card.setProperty("role", "sunken")
    card.setObjectName(f"wording{wording.number}{wording.language}")
    tag = Chip(parts.surroundings, "wordingCurrent")
    layout = column(row(head, 1, tag), said, gap=6)
    layout.setContentsMargins(14, 10, 12, 12)
    card.setLayout(layout)
    # Only now: a chip that shows itself before it has a place opens a window of its own.
    tag.show_state(words(N_("Current")) if wording.is_current else "", "soft")
    return card


def _text_label(theme: Theme, wording: WordingView) -> QLabel:
    said = label("", "body", wraps=True)
    if wording.changes:
        said.setTextFormat(Qt.TextFormat.RichText)
        direction = "rtl" if _is_right_to_left(wording.text) else "ltr"
        html = changes_html(wording.changes, theme.look.tokens)
        said.setText(f'<div dir="{direction}">{html}</div>')
    else:
        said.setText(wording.text)
    said.setAlignment(_side(wording.text))
    return said


def _is_right_to_left(text: str) -> bool:
    letters = (unicodedata.bidirectional(character) for character in text)
    return next((letter for letter in letters if letter in {"L", "R", "AL"}), "L") != "L"


def _side(text: str) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if _is_right_to_left(text) else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute


def concern_card(parts: ViewParts, concern: ConcernView) -> QWidget:
    """Return one reservation or objection, and what would mend it."""
    words = parts.words
    objection = concern.kind.value == "objection"
    kind = words(N_("Objection")) if objection else words(N_("Reservation"))
    about = "" if concern.is_about_current else words(N_(" · to wording {number}")).format(number=concern.wording)
    card = QFrame()
    card.setProperty("role", "sunken")
    head = label(kind + about, "label")
    if objection:
        head.setStyleSheet(f"color: {parts.surroundings.theme.look.tokens.warn};")
    lines: list[QWidget] = [head, label(concern.text, "body", wraps=True)]
    if concern.mend:
        lines.append(label(words(N_("Would be mended by: {words}")).format(words=concern.mend), "second", wraps=True))
    layout = column(*lines, gap=4)
    layout.setContentsMargins(14, 10, 12, 12)
    card.setLayout(layout)
    return card
