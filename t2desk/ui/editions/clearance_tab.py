"""Rounds of clearance: a window in which every side looks at the texts of one edition; a no keeps a text out."""

from functools import partial

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QListView, QWidget

from t2desk.domain.clearing import Clearing
from t2desk.domain.editions import EDITIONS
from t2desk.domain.errors import DeskError
from t2desk.i18n import N_
from t2desk.services.consent_views import ConsentPage, RoundAnswer, RoundLine, TextRow
from t2desk.services.edition_views import edition_title
from t2desk.ui.editions.consent_words import ANSWERS, OUTCOMES
from t2desk.ui.kit.buttons import Loudness
from t2desk.ui.kit.flow import FlowLayout
from t2desk.ui.kit.fonts import text_font
from t2desk.ui.kit.lists import ValueListView
from t2desk.ui.kit.painting import MirroredPainter, isolated, lines_of
from t2desk.ui.kit.pieces import column, label, row, rule_line, text_line, upright
from t2desk.ui.kit.segments import Switch
from t2desk.ui.kit.values import ValueListModel
from t2desk.ui.prepare.pieces import Choice, button, told
from t2desk.ui.shell.kept_line import KeptLine
from t2desk.ui.shell.views import ViewParts

_ANSWERS = (
    ("clearanceAccept", N_("Accepts"), "A", Clearing.ACCEPT),
    ("clearanceReject", N_("Rejects"), "R", Clearing.REJECT),
    ("clearanceSays", N_("Comments"), "C", Clearing.COMMENT),
)
_KEYS = ((Qt.Key.Key_A, Clearing.ACCEPT), (Qt.Key.Key_R, Clearing.REJECT), (Qt.Key.Key_C, Clearing.COMMENT))


class ClearanceTab(QWidget):
    """The rounds, each side's word on each text by A, R or C, the window that is closed, and a new one."""

    def __init__(self, parts: ViewParts, session: str) -> None:
        """Begin without a round."""
        super().__init__()
        self.setObjectName("clearanceTab")
        self._parts, self._session = parts, session
        self._round: RoundLine | None = None
        self._rounds: dict[str, RoundLine] = {}
        words, theme = parts.words, parts.surroundings.theme
        self._which = Choice(parts, words(N_("Round")), "clearanceRound", (), lambda _key: self._show_round())
        self._state = label("", "second", "clearanceState", wraps=True)
        self._model: ValueListModel[RoundAnswer] = ValueListModel(
            lambda one: f"{one.wording}:{one.party}", self._spoken
        )
        self._list = ValueListView(theme, self._model, self._paint, self._height)
        self._list.setObjectName("clearanceList")
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        self._list.setAccessibleName(words(N_("What each side says to each text")))
        self._list.setMinimumHeight(theme.look.sizes.row * 4)
        for key, answer in _KEYS:
            self._list.on_key(key, answer.value)
        self._list.asked.connect(self._on_asked)
        self._comment = KeptLine(parts, "clearanceComment", words(N_("Comment, where there is one")))
        acts = FlowLayout(8, centred=False)
        for name, said, letter, answer in _ANSWERS:
            made = button(parts, name, said, "", letter, Loudness.EDGED)
            made.clicked.connect(partial(self._on_pressed, answer))
            acts.addWidget(made)
        self._close = button(parts, "clearanceClose", N_("Close the round"), "check", "", Loudness.LOUD)
        self._close.clicked.connect(lambda _checked=False: self._on_closed())
        self._refused = label("", "error", "clearanceError", wraps=True)
        self._refused.hide()
        self._asking = QWidget()
        self._asking.setLayout(column(self._list, self._comment, acts, row(self._close, 1), gap=10))
        self._nothing = label(
            words(N_("No round yet. A round lets every side look at the agreed texts before an edition leaves.")),
            "second", "clearanceNone", wraps=True,
        )  # fmt: skip
        inside = QWidget()
        layout = column(
            self._which,
            self._state,
            self._asking,
            self._nothing,
            self._refused,
            rule_line(),
            self._build_new(),
            1,
            gap=12,
        )
        layout.setContentsMargins(6, 2, 8, 2)
        inside.setLayout(layout)
        self.setLayout(column(upright(inside, "clearanceScroll")))

    def _build_new(self) -> QWidget:
        words, made = self._parts.words, QWidget()
        editions = tuple((name, words(edition_title(name))) for name in EDITIONS)
        self._edition = Choice(self._parts, words(N_("Edition")), "clearanceEdition", editions, lambda _edition: None)
        self._until = text_line()
        self._until.setObjectName("clearanceUntil")
        self._until.setAccessibleName(words(N_("Open up to and including")))
        self._until.setPlaceholderText("2027-01-31")
        self._until.returnPressed.connect(self._on_opened)
        until = label(words(N_("Open up to and including")), "label")
        until.setBuddy(self._until)
        said = N_("Silence is assent: only where the rule says so")
        theme = self._parts.surroundings.theme
        self._silence = Switch(theme, "clearanceSilence", words(said), words(N_("yes")), words(N_("no")))
        opened = button(self._parts, "clearanceOpen", N_("Open a round"), "plus", "", Loudness.EDGED)
        opened.clicked.connect(lambda _checked=False: self._on_opened())
        both = row(self._edition, column(until, self._until, gap=4), gap=12)
        silence = row(self._silence, label(words(said), "body", wraps=True), gap=12)
        silence.setStretch(1, 1)
        made.setLayout(column(label(words(N_("A new round")), "card-title"), both, silence, row(opened, 1), gap=10))
        return made

    def show_page(self, page: ConsentPage, _text: TextRow | None) -> None:
        """Show the rounds of the session, the open ones first."""
        words = self._parts.words
        chosen = self._which.box.currentData()
        self._rounds = {one.key: one for one in sorted(page.rounds, key=lambda one: (not one.is_open, one.until))}
        said = words(N_("{edition}, until {day}"))
        self._which.offer(
            [
                (key, said.format(edition=words(edition_title(one.edition)), day=isolated(one.until)))
                for key, one in self._rounds.items()
            ]
        )
        if chosen in self._rounds:
            self._which.show_value(str(chosen))
        for part in (self._which, self._state, self._asking):
            part.setVisible(bool(self._rounds))
        self._nothing.setVisible(not self._rounds)
        self._show_round()

    def _show_round(self) -> None:
        self._round = self._rounds.get(str(self._which.box.currentData()))
        one = self._round
        if one is None:
            return
        words, plural = self._parts.words, self._parts.surroundings.phrases.plural
        waiting = plural("{count} text still waits for a word.", "{count} texts still wait for a word.", one.waiting)
        state = words(N_("Open.")) if one.is_open else words(N_("Closed."))
        silent = words(N_("Silence is assent.")) if one.silence_assents else words(N_("Silence is no assent."))
        parts = (state, silent, waiting.format(count=one.waiting) if one.waiting else "")
        self._state.setText(" ".join(part for part in parts if part))
        self._list.set_values(one.answers)
        if one.answers and self._list.current() is None:
            self._list.setCurrentIndex(self._model.index(0))
        for part in (self._comment, self._close):
            part.setEnabled(one.is_open)

    # -- acting -------------------------------------------------------------------------------------------------

    def _on_pressed(self, answer: Clearing, _checked: bool = False) -> None:
        current = self._list.current()
        if current is not None:
            self._on_asked(answer.value, current)

    def _on_asked(self, answer: str, one: RoundAnswer) -> None:
        if self._round is None or not self._round.is_open:
            return
        fields = {
            "round": self._round.key, "wording": one.wording, "party": one.party, "answer": answer,
            "comment": self._comment.text(),
        }  # fmt: skip
        self._parts.bridge.write("clearance.answer", fields, self._on_answered, self._on_refused)

    def _on_answered(self, _answer: object) -> None:
        self._refused.hide()
        if self._comment.text():
            self._comment.clear_draft()
        place = self._list.currentIndex().row() + 1
        if place < len(self._model.values()):
            self._list.setCurrentIndex(self._model.index(place))

    def _on_closed(self) -> None:
        if self._round is not None:
            self._write("clearance.close", {"round": self._round.key})

    def _on_opened(self) -> None:
        fields = {
            "edition": self._edition.box.currentData(), "until": self._until.text().strip(),
            "silence_assents": self._silence.isChecked(), "session": self._session,
        }  # fmt: skip
        self._write("clearance.open", fields)

    def _write(self, operation: str, fields: dict[str, object]) -> None:
        self._refused.hide()
        self._parts.bridge.write(operation, fields, refused=self._on_refused)

    def _on_refused(self, refusal: DeskError) -> None:
        self._refused.setText(told(self._parts, refusal))
        self._refused.show()

    # -- painting -----------------------------------------------------------------------------------------------

    def _first(self, one: RoundAnswer) -> str:
        words = self._parts.words
        # What a small side answered is let go of when a round closes: then nobody can say that it said nothing.
        is_over = self._round is not None and not self._round.is_open
        answer = words(N_("no answer is kept") if is_over and one.answer is None else ANSWERS[one.answer])
        said = f"{isolated(one.name)} · {answer}"
        return f"{said}: {isolated(one.comment)}" if one.comment else said

    def _second(self, one: RoundAnswer) -> str:
        number = f"{one.number} · " if one.number else ""
        return f"{number}{self._parts.words(OUTCOMES[one.outcome])} · {isolated(one.text)}"

    def _spoken(self, one: RoundAnswer) -> str:
        return f"{self._first(one)}. {self._second(one)}"

    def _height(self, one: RoundAnswer) -> int:
        sizes = self._parts.surroundings.theme.look.sizes
        width, line = self._list.viewport().width() - 24, round(sizes.text_body * 1.4)
        return 16 + line * lines_of(self._first(one), text_font(sizes.text_body), width) + line

    def _paint(self, painter: MirroredPainter, box: QRect, one: RoundAnswer, _selected: bool) -> None:
        look = self._parts.surroundings.theme.look
        first, second = text_font(look.sizes.text_body), text_font(look.sizes.text_label)
        width, line = box.width() - 24, round(look.sizes.text_body * 1.4)
        lines = lines_of(self._first(one), first, width)
        ink = look.tokens.ink if one.answer is not None else look.tokens.ink_third
        where = QRect(box.left() + 12, box.top() + 7, width, lines * line)
        painter.text(where, self._first(one), first, ink, lines=lines)
        under = QRect(box.left() + 12, box.top() + 8 + lines * line, width, line)
        painter.text(under, self._second(one), second, look.tokens.ink_second)


def _key_of(one: RoundAnswer) -> str:
    return f"{one.wording}:{one.party}"
