"""Forget what was said in the last seconds: how long, what that is, and once more yes; no dialog, and no way back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from t2desk.domain.durations import seconds_of
from t2desk.domain.errors import DeskError
from t2desk.domain.lately import LONGEST_FORGOTTEN
from t2desk.i18n import N_
from t2desk.services.off_record import Taken, taken_lately
from t2desk.ui.floor.over_card import OverCard
from t2desk.ui.kit.buttons import KeyButton, Loudness
from t2desk.ui.kit.elided import ElidedLabel
from t2desk.ui.kit.flow import FlowLayout
from t2desk.ui.kit.hours import clock_words
from t2desk.ui.kit.pieces import column, label, row, text_line, upright
from t2desk.ui.shell.message_bar import PLAIN
from t2desk.ui.shell.views import ViewParts

_CHOICES = (30, 60, 120, 300)


class ForgetCard(OverCard):
    """Choose or type a length; what was taken down since is counted; Enter asks once more, and then it is gone."""

    def __init__(self, parts: ViewParts, over: Sequence[QWidget], view: QWidget) -> None:
        """Begin hidden."""
        super().__init__(parts, "forgetCard", over, view)
        words = parts.words
        self._seconds = 0
        self._line = text_line()
        self._line.setObjectName("forgetLine")
        self._line.setAccessibleName(words(N_("How long back")))
        self._line.setPlaceholderText(words(N_("How long back, such as 45 s or 2:30")))
        self._line.returnPressed.connect(self._on_typed)
        flow = FlowLayout(6, centred=False)
        for seconds in _CHOICES:
            flow.addWidget(self._choice(seconds))
        self._said = label("", "body", "forgetSaid", wraps=True)
        self._really = self._button("forgetReally", N_("Forget it for good"), "ban", Loudness.LOUD)
        self._really.clicked.connect(lambda _checked=False: self._on_really())
        self._not = self._button("forgetNot", N_("Keep everything"), "x", Loudness.EDGED)
        self._not.clicked.connect(lambda _checked=False: self.leave())
        what = label(
            words(N_("Notes, points, wordings, conclusions and drafts of that time are gone for good, and from every "
                     "backup. The floor stays as it is.")),
            "second", wraps=True,
        )  # fmt: skip
        ask = FlowLayout(6, centred=False)
        for button in (self._not, self._really):
            ask.addWidget(button)
        inside = QWidget()
        inside.setLayout(column(what, flow, self._line, self._said, ask, 1, gap=10))
        title = ElidedLabel("card-title", "forgetCardTitle", words(N_("Forget what was said")))
        layout = column(row(title, 1, self.close_button("forgetClose")), upright(inside, "forgetScroll"))
        layout.setContentsMargins(16, 14, 16, 12)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _choice(self, seconds: int) -> KeyButton:
        words = self.parts.words
        said = words(N_("{seconds} s")).format(seconds=seconds) if seconds < 60 else ""
        said = said or words(N_("{minutes} min")).format(minutes=seconds // 60)
        button = self._button(f"forget-{seconds}", said, "", Loudness.EDGED)
        button.clicked.connect(lambda _checked=False: self._ask(seconds))
        return button

    def _button(self, name: str, words: str, icon: str, how: Loudness) -> KeyButton:
        around = self.parts.surroundings
        button = KeyButton(around.theme, around.icons, self.parts.words(words), icon, "", how)
        button.setObjectName(name)
        return button

    def open(self) -> None:
        """Ask how long."""
        self._seconds = 0
        self._line.clear()
        self._said.setText("")
        for shown in (self._said, self._really, self._not):
            shown.hide()
        self.come(self._line)

    def _on_typed(self) -> None:
        seconds = seconds_of(self._line.text())
        if seconds is None or not 1 <= seconds <= LONGEST_FORGOTTEN:
            words = N_("A length of ten minutes at most, such as 45 s, 2:30 or 5.")
            self._said.setText(self.parts.words(words))
            self._said.show()
            self._really.hide()
            return
        self._ask(seconds)

    def _ask(self, seconds: int) -> None:
        self._seconds = seconds
        self.parts.bridge.read(self, lambda work: taken_lately(work, seconds), self._on_counted)

    def _on_counted(self, taken: Taken) -> None:
        if not self.isVisible():
            return
        plural, words = self.parts.surroundings.phrases.plural, self.parts.words
        notes = plural("{count} note", "{count} notes", taken.notes).format(count=taken.notes)
        points = plural("{count} point", "{count} points", taken.points).format(count=taken.points)
        both = self.parts.surroundings.phrases.listed(notes, points)
        said = words(N_("The last {length}: {what} were taken down, and whatever was typed or put otherwise since."))
        self._said.setText(said.format(length=clock_words(self._seconds), what=both))
        for shown in (self._said, self._not, self._really):
            shown.show()
        # The harmless one first: Enter pressed once too often forgets nothing.
        self._not.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_really(self) -> None:
        seconds, self._seconds = self._seconds, 0
        if seconds:
            fields = {"seconds": seconds}
            self.parts.bridge.write("off_record.forget", fields, self._on_forgotten, self._on_refused)

    def _on_forgotten(self, _done: object) -> None:
        self.leave()
        said = N_("Forgotten, for good: nothing of it is in the file or in any backup.")
        self.parts.say(self.parts.words(said), PLAIN)

    def _on_refused(self, refusal: DeskError) -> None:
        self._said.setText(self.parts.surroundings.phrases.told(refusal.sentence, refusal.details))
        self._really.hide()
