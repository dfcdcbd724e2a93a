"""A point's wordings under each other, and what changed between any two, in marks that need no colour."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QWidget

from t2desk.domain.word_changes import Change, ChangedWords, word_changes
from t2desk.i18n import N_
from t2desk.services.point_views import WordingView
from t2desk.ui.common_ground.states import LANGUAGES
from t2desk.ui.kit.painting import direction_of
from t2desk.ui.kit.pieces import column, label, row
from t2desk.ui.kit.tokens import Tokens
from t2desk.ui.shell.top_bar import Chip
from t2desk.ui.shell.views import ViewParts

_LTR, _RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


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


def spoken_changes(parts: ViewParts, changes: tuple[ChangedWords, ...]) -> str:
    """Return changed words as they are read aloud: what went and what came is named before its words."""
    said = {
        Change.KEPT: "{words}",
        Change.ADDED: parts.words(N_("added: {words}")),
        Change.REMOVED: parts.words(N_("removed: {words}")),
    }
    return "; ".join(said[one.change].format(words=one.text.strip()) for one in changes if one.text.strip())


def wording_name(parts: ViewParts, wording: WordingView) -> str:
    """Return how a wording is called: its number and its language."""
    language = parts.words(LANGUAGES.get(wording.language, wording.language))
    return parts.words(N_("Wording {number} · {language}")).format(number=wording.number, language=language)


def wording_card(parts: ViewParts, wording: WordingView) -> QWidget:
    """Return one wording: its number and language, its words, and whether it is the current text."""
    tag = Chip(parts.surroundings, "wordingCurrent")
    said = label(wording.text, "body", wraps=True)
    said.setAlignment(side_of(wording.text))
    made = _sunken(row(label(wording_name(parts, wording), "label"), 1, tag), said)
    made.setObjectName(f"wording{wording.number}{wording.language}")
    # Only now: a chip that shows itself before it has a place opens a window of its own.
    tag.show_state(parts.words(N_("Current")) if wording.is_current else "", "soft")
    return made


def changes_card(parts: ViewParts, before: WordingView, after: WordingView) -> QWidget:
    """Return what changed from one wording to another, and how to read the marks."""
    changes = word_changes(before.text, after.text)
    said = label("", "body", "pointChanges", wraps=True)
    said.setTextFormat(Qt.TextFormat.RichText)
    direction = "rtl" if direction_of(after.text, _LTR) is _RTL else "ltr"
    tokens = parts.surroundings.theme.look.tokens
    said.setText(f'<div dir="{direction}">{changes_html(changes, tokens)}</div>')
    said.setAccessibleName(spoken_changes(parts, changes))
    said.setAlignment(side_of(after.text))
    head = parts.words(N_("From wording {before} to wording {after}")).format(before=before.number, after=after.number)
    came, went = escape(parts.words(N_("new"))), escape(parts.words(N_("gone")))
    legend = label("", "meta")
    legend.setTextFormat(Qt.TextFormat.RichText)
    legend.setText(f"<b><u>{came}</u></b> · <s>{went}</s>")
    return _sunken(row(label(head, "label"), 1, legend), said)


def _sunken(head: QLayout, said: QLabel) -> QFrame:
    made = QFrame()
    made.setProperty("role", "sunken")
    layout = column(head, said, gap=6)
    layout.setContentsMargins(14, 10, 12, 12)
    made.setLayout(layout)
    return made


def side_of(text: str) -> Qt.AlignmentFlag:
    """Return the side on which a text begins."""
    is_right = direction_of(text, _LTR) is _RTL
    return (Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignAbsolute
