"""One point whole, over the desk: its wordings, where it stands and may go, support, and what stands against it."""

from functools import partial

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from t2desk.domain.changes import Changes
from t2desk.domain.errors import DeskError
from t2desk.domain.keys import key_from_text
from t2desk.domain.points import PointState, Support
from t2desk.i18n import N_
from t2desk.services.point_views import PointView, point_view
from t2desk.ui.capture.drafts import DraftKeeper
from t2desk.ui.common_ground.concern_form import ConcernForm
from t2desk.ui.common_ground.prose_box import ProseBox
from t2desk.ui.common_ground.states import STATES, SUPPORT
from t2desk.ui.common_ground.wordings import concern_card, wording_card
from t2desk.ui.kit.buttons import KeyButton, Loudness
from t2desk.ui.kit.leading import in_order
from t2desk.ui.kit.pieces import Card, column, label, row
from t2desk.ui.kit.reading import ReadingArea
from t2desk.ui.shell.top_bar import Chip
from t2desk.ui.shell.views import ViewParts

_KINDS = ("points", "wordings", "point_concerns")
# Pixels of the page, at a text size of 100 %, from which two buttons stand beside each other.
_TWO_STEPS, _TWO_ACTS = 1360, 1000


class PointDetail(QFrame):
    """A page over the view; Esc leads back to the list."""

    left = Signal(bool)

    def __init__(self, parts: ViewParts, page: QWidget, key: str) -> None:
        """Read the point and follow its changes."""
        super().__init__(page)
        self.setObjectName("pointDetail")
        self.setProperty("role", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._parts, self._page, self._key = parts, page, key
        self._steps: list[KeyButton] = []
        self._build()
        page.installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]
        parts.bridge.changed.connect(self._on_changed)
        self._read()

    def open(self) -> None:
        """Show over the page, with the caret on the first step."""
        self.setGeometry(self._page.rect())
        self.show()
        self.raise_()
        (self._steps[0] if self._steps else self._back).setFocus()

    def leave(self, with_focus: bool = True) -> None:
        """Go back to where one came from."""
        self._page.removeEventFilter(self)
        self.hide()
        self.left.emit(with_focus)

    # -- building -----------------------------------------------------------------------------------------------

    def _build(self) -> None:
        words, sizes = self._parts.words, self._parts.surroundings.theme.look.sizes
        self._back = self._button(N_("Back"), "chevron-left", "Esc", "pointBack")
        self._back.clicked.connect(self.leave)
        self._title = label("", "title", "pointTitle")
        self._state = Chip(self._parts.surroundings, "pointState")
        self._fingerprint = label("", "meta", "pointFingerprint")
        self._fingerprint.setToolTip(words(N_("Read aloud: whoever hears the same signs holds the same wording.")))
        head = row(self._back, self._title, self._state, 1, self._fingerprint, gap=12)
        self._columns = row(self._build_wordings(), self._build_standing(), gap=sizes.gutter)
        layout = column(head, self._columns, gap=12)
        layout.setStretch(1, 1)
        layout.setContentsMargins(sizes.margin, sizes.grid, sizes.margin, sizes.margin)
        self.setLayout(layout)

    def _build_wordings(self) -> QWidget:
        words = self._parts.words
        card = Card(self._parts.surroundings.theme, words(N_("Wordings")), "pointWordings")
        self._current = label("", "body", "pointCurrent", wraps=True)
        size = self._parts.surroundings.theme.look.sizes.text_title + 4
        self._current.setStyleSheet(f"font-size: {size}px; font-weight: 600;")
        self._wordings = QVBoxLayout()
        self._new = ProseBox("pointNewWording", words(N_("Write a new wording; earlier ones stay as they are.")))
        self._new.setAccessibleName(words(N_("New wording")))
        self._new.finished.connect(self._on_worded)
        self._draft = DraftKeeper(self._parts, self._new, f"wording:{self._key}")
        self._save = self._button(N_("Keep as a new wording"), "check", "Ctrl+Enter", "pointSaveWording", loud=True)
        self._save.clicked.connect(self._on_worded)
        self._take = self._button(N_("Begin from the current one"), "pen-line", "", "pointBeginWording")
        self._take.clicked.connect(self._on_take_current)
        inside = column(self._current, self._wordings)
        # Nothing in here takes the focus, so the list does: arrows scroll it.
        self._wording_list = shown = ReadingArea("pointWordingList", words(N_("Wordings")))
        _fill_area(shown, inside)
        card.body.addWidget(shown)
        card.body.addWidget(self._new)
        self._acts = QGridLayout()
        self._acts.setSpacing(6)
        card.body.addLayout(self._acts)
        card.body.setStretch(0, 1)
        return card

    def _build_standing(self) -> QWidget:
        words = self._parts.words
        theme = self._parts.surroundings.theme
        card = Card(theme, words(N_("Where it stands, and where it may go")), "pointStanding")
        self._way = QGridLayout()
        self._way.setSpacing(6)
        self._stands = QGridLayout()
        self._stands.setSpacing(6)
        self._support = {
            step: self._button(word, "", "", f"pointSupport_{step.value}") for step, word in SUPPORT.items()
        }
        for step, button in self._support.items():
            button.setCheckable(True)
            button.clicked.connect(partial(self._on_support, step))
        self._concerns = QVBoxLayout()
        self._form = ConcernForm(self._parts, self._key)
        inside = QVBoxLayout()
        inside.setSpacing(8)
        inside.addLayout(self._way)
        inside.addWidget(label(words(N_("Steps on which three or more stood")), "label", wraps=True))
        inside.addLayout(self._stands)
        inside.addWidget(label(words(N_("Reservations and objections")), "label"))
        inside.addLayout(self._concerns)
        inside.addWidget(self._form)
        card.body.addWidget(_scrolled(inside))
        return card

    def _button(self, words: str, icon: str, key: str, name: str, loud: bool = False) -> KeyButton:
        surroundings = self._parts.surroundings
        loudness = Loudness.LOUD if loud else Loudness.EDGED
        button = KeyButton(surroundings.theme, surroundings.icons, self._parts.words(words), icon, key, loudness)
        button.setObjectName(name)
        return button

    # -- showing ------------------------------------------------------------------------------------------------

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_KINDS):
            self._read()

    def _read(self) -> None:
        key = key_from_text(self._key)
        self._parts.bridge.read(self, lambda work: point_view(work, key), self._show)

    def _show(self, point: PointView | None) -> None:
        if point is None:
            self.leave()
            return
        words = self._parts.words
        look = STATES[point.row.state]
        self._title.setText(words(N_("Point {number}")).format(number=point.row.number))
        self._state.show_state(words(look.word), look.tone)
        self._fingerprint.setText(words(N_("Fingerprint {signs}")).format(signs=point.fingerprint))
        self._text = point.row.text
        self._current.setText(point.row.text)
        self._fill(self._wordings, [wording_card(self._parts, one) for one in point.wordings])
        self._fill(self._concerns, [concern_card(self._parts, one) for one in point.concerns])
        for step, button in self._support.items():
            button.setChecked(step in point.support)
            button.set_words(words(SUPPORT[step]), "check" if step in point.support else "")
        self._show_steps(point.next_steps)

    def _show_steps(self, steps: tuple[PointState, ...]) -> None:
        # Read late, the first steps come when the caret already waits on "Back".
        waited = not self._steps and self._back.hasFocus()
        had_focus = waited or any(button.hasFocus() for button in self._steps)
        self._steps = []
        for number, state in enumerate(steps, start=1):
            look = STATES[state]
            key = str(number) if number < 10 else ""
            button = self._button(look.step, look.icon, key, f"pointStep_{state.value}")
            button.clicked.connect(partial(self._on_step, state))
            self._steps.append(button)
        _empty(self._way)
        self._place_buttons()
        for button in self._steps:
            button.show()
        if had_focus and self._steps:
            self._steps[0].setFocus()

    def _place_buttons(self) -> None:
        """Lay the buttons out beside each other where two have room, else under each other."""
        room = self._page.width() * 100 // self._parts.surroundings.theme.percent
        self._columns.setStretch(0, 3 if room >= _TWO_ACTS else 1)
        self._columns.setStretch(1, 2 if room >= _TWO_ACTS else 1)
        for layout, buttons, needed in (
            (self._way, self._steps, _TWO_STEPS),
            (self._stands, list(self._support.values()), _TWO_STEPS),
            (self._acts, [self._take, self._save], _TWO_ACTS),
            (self._form.acts, self._form.buttons, _TWO_ACTS),
        ):
            for place, button in enumerate(buttons):
                layout.addWidget(button, *(divmod(place, 2) if room >= needed else (place, 0)))
        in_order(
            self._back, self._wording_list, self._new, self._take, self._save, *self._steps, *self._support.values(),
            *self._form.boxes, *self._form.buttons,
        )  # fmt: skip

    @staticmethod
    def _fill(place: QVBoxLayout, widgets: list[QWidget]) -> None:
        _empty(place)
        for widget in widgets:
            place.addWidget(widget)
            widget.show()

    # -- acting -------------------------------------------------------------------------------------------------

    def _on_step(self, state: PointState) -> None:
        self._parts.bridge.write("point.move", {"point": self._key, "state": state.value})

    def _on_support(self, step: Support) -> None:
        chosen = [one.value for one, button in self._support.items() if button.isChecked()]
        del step
        self._parts.bridge.write("point.support", {"point": self._key, "steps": chosen})

    def _on_take_current(self) -> None:
        if not self._new.toPlainText().strip():
            self._new.insertPlainText(self._text)
        self._new.setFocus()

    def _on_worded(self) -> None:
        text = self._new.toPlainText()
        if text.strip():
            self._parts.bridge.write("point.word", {"point": self._key, "text": text}, self._on_kept, self._on_refused)

    def _on_kept(self, _value: object) -> None:
        if shiboken6.isValid(self):
            self._draft.forget()

    def _on_refused(self, refusal: DeskError) -> None:
        self._parts.say(self._parts.surroundings.phrases.told(refusal.sentence, refusal.details), "warn")

    # -- keys ---------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc; take a step on its number."""
        number = event.key() - int(Qt.Key.Key_0)
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif 1 <= number <= len(self._steps) and not event.modifiers():
            self._steps[number - 1].setFocus()
            self._steps[number - 1].click()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the page's size."""
        if watched is self._page and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._page.rect())
            self._place_buttons()
        return super().eventFilter(watched, event)

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        # Somebody whose key leads to the capture line must see it.
        if now is not None and self.isVisible() and self._page.isAncestorOf(now) and not self.isAncestorOf(now):
            self.leave(with_focus=False)


def _empty(place: QLayout) -> None:
    while (item := place.takeAt(0)) is not None:
        old = item.widget()
        if old is not None:
            old.hide()
            old.deleteLater()


def _scrolled(layout: QLayout) -> QScrollArea:
    area = QScrollArea()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    _fill_area(area, layout)
    return area


def _fill_area(area: QScrollArea, layout: QLayout) -> None:
    inside = QWidget()
    outer = QVBoxLayout(inside)
    outer.setContentsMargins(0, 0, 6, 0)
    outer.addLayout(layout)
    outer.addStretch(1)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
