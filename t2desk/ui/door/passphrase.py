"""The two ways to a passphrase: six drawn words, or one's own with a judgement while it is typed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from t2desk.i18n import N_
from t2desk.ui.door.fields import SecretField
from t2desk.ui.door.keyboard import Keyboard, KeyboardLine
from t2desk.ui.kit.buttons import KeyButton, Loudness
from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.kit.pieces import column, label, row

WORDS = 6


class SixWords(QWidget):
    """Six drawn words, numbered, to be written down or learned; `others_wanted` draws again."""

    others_wanted = Signal()

    def __init__(self, surroundings: Surroundings) -> None:
        """Begin without words."""
        super().__init__()
        words = surroundings.words
        box = QFrame()
        box.setProperty("role", "sunken")
        grid = QGridLayout()
        grid.setContentsMargins(20, 14, 20, 14)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(10)
        self._labels = [label("", "word", f"newWord{number}") for number in range(1, WORDS + 1)]
        for place, shown in enumerate(self._labels):
            line, side = divmod(place, 3)
            grid.addWidget(label(str(place + 1), "meta"), line, side * 2)
            grid.addWidget(shown, line, side * 2 + 1)
            grid.setColumnStretch(side * 2 + 1, 1)
        box.setLayout(grid)
        others = KeyButton(
            surroundings.theme, surroundings.icons, words(N_("Other words")), "refresh-cw", loudness=Loudness.EDGED
        )
        others.setObjectName("newOthers")
        others.setAutoDefault(True)
        others.clicked.connect(self.others_wanted)
        hint = label(
            words(N_("These six words, with spaces, are the passphrase. Write them down before you go on.")),
            "meta", "newWordsHint", wraps=True,
        )  # fmt: skip
        beneath = row(hint, others, gap=16)
        beneath.setStretch(0, 1)
        self.setLayout(column(box, beneath, gap=10))

    def show_words(self, passphrase: str) -> None:
        """Show other words."""
        for shown, word in zip(self._labels, passphrase.split(), strict=False):
            shown.setText(word)

    def words_shown(self) -> str:
        """Return the words as the passphrase they are."""
        return " ".join(shown.text() for shown in self._labels).strip()

    def clear(self) -> None:
        """Show them no longer."""
        for shown in self._labels:
            shown.clear()


class OwnPassphrase(QWidget):
    """A passphrase of one's own, typed twice; the judgement stands beneath while it is typed."""

    def __init__(self, surroundings: Surroundings, keyboard: Keyboard) -> None:
        """Begin empty."""
        super().__init__()
        words = surroundings.words
        hint = words(N_("At least 15 characters; several unrelated words are easiest."))
        self.first = SecretField(surroundings, words(N_("Passphrase")), "newOwn", hint)
        self._hint = hint
        self._good = label("", "good", "newJudgement", wraps=True)
        self._good.hide()
        self.first.under.addWidget(self._good)
        self.first.under.addWidget(KeyboardLine(surroundings, keyboard, self.first.box))
        self.again = SecretField(surroundings, words(N_("Once more")), "newOwnAgain")
        self.setLayout(column(self.first, self.again, gap=14))

    def show_judgement(self, sentence: str, is_good: bool) -> None:
        """Say what there is to say of it; without a sentence the hint comes back."""
        self._good.setText(sentence if is_good else "")
        self._good.setVisible(is_good)
        self.first.set_hint("" if is_good else sentence or self._hint)

    def take(self) -> str:
        """Return the passphrase and clear both boxes at once."""
        self.again.clear()
        return self.first.take()

    def clear(self) -> None:
        """Forget what was typed."""
        self.first.clear()
        self.again.clear()
