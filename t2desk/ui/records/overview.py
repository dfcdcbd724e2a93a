"""The series at a glance: its sessions, the ledger of what has left, and the head words to compare by voice."""

from datetime import datetime

from PySide6.QtCore import QLocale, QRect, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from t2desk.domain.errors import DeskError
from t2desk.domain.series import session_name
from t2desk.i18n import N_
from t2desk.services.edition_views import edition_title
from t2desk.services.series_record import ReleaseLine, SessionLine, release_lines, session_lines
from t2desk.ui.editions.export_box import grouped
from t2desk.ui.editions.terms import STATES
from t2desk.ui.kit.buttons import KeyButton, Loudness
from t2desk.ui.kit.fonts import figure_font, text_font
from t2desk.ui.kit.lists import ValueListView
from t2desk.ui.kit.painting import MirroredPainter, isolated
from t2desk.ui.kit.pieces import Card, column, label, row, upright
from t2desk.ui.kit.values import ValueListModel
from t2desk.ui.shell.views import ViewParts


class Overview(QWidget):
    """Four cards; Enter on a session leads to what came of it."""

    session_chosen = Signal(str)
    keys_wanted = Signal()

    def __init__(self, parts: ViewParts) -> None:
        """Read everything once."""
        super().__init__()
        self._parts = parts
        theme, words = parts.surroundings.theme, parts.words
        self._sessions = Card(theme, words(N_("Sessions")), "recordSessionsCard")
        self._session_rows: ValueListModel[SessionLine] = ValueListModel(lambda one: one.id, self._session_spoken)
        self._session_list = ValueListView(theme, self._session_rows, self._paint_session, lambda _o: self._high())
        self._session_list.setObjectName("recordSessions")
        self._session_list.setAccessibleName(words(N_("Sessions")))
        self._session_list.chosen.connect(lambda one: self.session_chosen.emit(one.id))
        self._no_sessions = self._nothing(N_("No session yet. Plan the first one under Prepare (Alt+1)."))
        self._put(self._sessions, self._session_list, self._no_sessions)
        self._left = Card(theme, words(N_("What has left")), "recordReleasesCard")
        self._release_rows: ValueListModel[ReleaseLine] = ValueListModel(lambda one: one.number, self._release_spoken)
        self._release_list = ValueListView(theme, self._release_rows, self._paint_release, lambda _o: self._high())
        self._release_list.setObjectName("recordReleases")
        self._release_list.setAccessibleName(words(N_("What has left")))
        self._no_releases = self._nothing(
            N_("No edition has left this dossier. Editions are exported under After (Alt+3).")
        )
        self._put(self._left, self._release_list, self._no_releases)
        self._head = self._build_head()
        gutter = theme.look.sizes.gutter
        both = QWidget()
        side = column(self._left, self._head, self._build_keys(), gap=gutter)
        side.setStretch(0, 1)
        both.setLayout(side)
        layout = row(self._sessions, upright(both, "recordSide"), gap=gutter)
        layout.setStretch(0, 1)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.read()

    def _nothing(self, words: str) -> QWidget:
        made = label(self._parts.words(words), "second", wraps=True)
        made.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return made

    def _put(self, card: Card, view: QWidget, nothing: QWidget) -> None:
        card.body.addWidget(view, 1)
        card.body.addWidget(nothing, 1)
        nothing.hide()

    def _build_head(self) -> Card:
        words = self._parts.words
        card = Card(self._parts.surroundings.theme, words(N_("Head of the dossier")), "recordHeadCard")
        size = self._parts.surroundings.theme.look.sizes.text_name
        self._words = label("", "title", "headWords", wraps=True)
        self._words.setStyleSheet(f"font-size: {round(size * 0.8)}px;")
        card.body.addWidget(self._words)
        card.body.addWidget(
            label(words(N_("Read these four words aloud to whoever keeps a copy: the same words, the same dossier.")),
                  "second", wraps=True)
        )  # fmt: skip
        return card

    def _build_keys(self) -> Card:
        words, around = self._parts.words, self._parts.surroundings
        card = Card(around.theme, words(N_("Keys")), "recordKeysCard")
        said = N_("Whose passphrases open this dossier, its recovery code, and shares for three people.")
        card.body.addWidget(label(words(said), "second", wraps=True))
        card.body.addStretch(1)
        opens = KeyButton(around.theme, around.icons, words(N_("Keys …")), "key", loudness=Loudness.EDGED)
        opens.setObjectName("recordKeys")
        opens.setAutoDefault(True)
        opens.clicked.connect(lambda _checked=False: self.keys_wanted.emit())
        card.body.addLayout(row(opens, 1))
        return card

    def read(self) -> None:
        """Read everything again."""
        bridge = self._parts.bridge
        bridge.read(self, session_lines, self._show_sessions)
        bridge.read(self, release_lines, self._show_releases)
        bridge.run(self, self._parts.dossier.head_words, self._words.setText, self._on_refused)

    def _on_refused(self, refusal: DeskError) -> None:
        self._words.setText(self._parts.surroundings.phrases.told(refusal.sentence, refusal.details))

    def _show_sessions(self, lines: tuple[SessionLine, ...]) -> None:
        self._session_list.set_values(lines)
        self._session_list.setVisible(bool(lines))
        self._no_sessions.setVisible(not lines)
        self._sessions.aside.setText(str(len(lines)) if lines else "")

    def _show_releases(self, lines: tuple[ReleaseLine, ...]) -> None:
        self._release_list.set_values(lines)
        self._release_list.setVisible(bool(lines))
        self._no_releases.setVisible(not lines)
        self._left.aside.setText(str(len(lines)) if lines else "")

    def _high(self) -> int:
        sizes = self._parts.surroundings.theme.look.sizes
        return sizes.text_body + 2 * sizes.text_label + 44

    def _session_title(self, one: SessionLine) -> str:
        named = session_name(one.title, one.number, self._parts.words)
        return f"{one.number}  {isolated(named)}" if one.title else named

    def _session_facts(self, one: SessionLine) -> tuple[str, str]:
        words = self._parts.words
        language = self._parts.surroundings.phrases.language
        when = _day(one.starts, language)
        first = " · ".join(part for part in (words(STATES[one.state]), words(one.rule), when) if part)
        plural = self._parts.surroundings.phrases.plural
        counts = (
            plural("{n} item", "{n} items", one.items).format(n=one.items),
            plural("{n} point", "{n} points", one.points).format(n=one.points),
            plural("{n} note", "{n} notes", one.notes).format(n=one.notes),
            plural("{n} section", "{n} sections", one.sections).format(n=one.sections),
            words(N_("until {day}")).format(day=_day(one.destroy_on, language)) if one.destroy_on else "",
        )
        return first, " · ".join(count for count in counts if count)

    def _session_spoken(self, one: SessionLine) -> str:
        return ". ".join((self._session_title(one), *self._session_facts(one)))

    def _release_parts(self, one: ReleaseLine) -> tuple[str, str, str]:
        words = self._parts.words
        title = f"{one.number}  {words(edition_title(one.edition))} ({one.format.lstrip('.')})"
        named = session_name(one.session, one.session_number, words)
        of = isolated(named) if one.session_number else words(N_("whole series"))
        about = " · ".join(part for part in (of, words(one.rule)) if part)
        return title, about, grouped(one.sha256) if one.sha256 else words(N_("no fingerprint: shown, not written"))

    def _release_spoken(self, one: ReleaseLine) -> str:
        return ". ".join(self._release_parts(one))

    def _paint_session(self, painter: MirroredPainter, box: QRect, one: SessionLine, _selected: bool) -> None:
        self._paint_three(painter, box, (self._session_title(one), *self._session_facts(one)), figures=False)

    def _paint_release(self, painter: MirroredPainter, box: QRect, one: ReleaseLine, _selected: bool) -> None:
        self._paint_three(painter, box, self._release_parts(one), figures=True)

    def _paint_three(self, painter: MirroredPainter, box: QRect, lines: tuple[str, ...], figures: bool) -> None:
        look = self._parts.surroundings.theme.look
        tokens, sizes = look.tokens, look.sizes
        inner = box.adjusted(14, 8, -14, -8)
        third = inner.height() // 3
        line = QRect(inner.left(), inner.top(), inner.width(), third)
        last = figure_font(sizes.text_meta) if figures else text_font(sizes.text_meta)
        painter.text(line, lines[0], text_font(sizes.text_body, QFont.Weight.DemiBold), tokens.ink)
        painter.text(line.translated(0, third), lines[1], text_font(sizes.text_label), tokens.ink_second)
        painter.text(line.translated(0, 2 * third), lines[2], last, tokens.ink_third)


def _day(starts: str, language: str) -> str:
    """Return a planned day as the language writes it."""
    if not starts:
        return ""
    day = datetime.fromisoformat(starts).date()
    return str(QLocale(language).toString(day, QLocale.FormatType.LongFormat))  # type: ignore[call-overload]
