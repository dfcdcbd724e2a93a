"""The two ways to a passphrase: six drawn words, or one's own with a judgement while it is typed."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QWidget

from t2desk.domain.vault_errors import (
    PassphraseNamesSomebody,
    PassphraseTooCommon,
    PassphraseTooLong,
    PassphraseTooRegular,
    PassphraseTooShort,
)
from t2desk.i18n import N_
from t2desk.ui.door.fields import SecretField
from t2desk.ui.door.keyboard import Keyboard, KeyboardLine
from t2desk.ui.kit.buttons import KeyButton, Loudness
from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.kit.pieces import column, label, row
from t2desk.ui.kit.segments import Segments

WORDS = 6
SIX, OWN = "six", "own"
_JUDGE_AFTER_MILLISECONDS = 250
_ABOUT_THE_PASSPHRASE = (
    PassphraseNamesSomebody, PassphraseTooCommon, PassphraseTooLong, PassphraseTooRegular, PassphraseTooShort,
)  # fmt: skip


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


class PassphraseChoice(QWidget):
    """Six words or one's own, whichever is chosen.

    `words_wanted` asks for another six words, `judging_wanted` for a judgement of one's own while it is typed;
    `entered` comes with Enter in a box.
    """

    words_wanted = Signal()
    judging_wanted = Signal(str)
    entered = Signal()

    def __init__(self, surroundings: Surroundings, keyboard: Keyboard) -> None:
        """Begin with six words."""
        super().__init__()
        self._words = words = surroundings.words
        self.six, self.own = SixWords(surroundings), OwnPassphrase(surroundings, keyboard)
        self.is_own = False
        kinds = ((SIX, words(N_("Six words"))), (OWN, words(N_("My own"))))
        self.kinds = Segments(surroundings.theme, "newKind", words(N_("Passphrase")), kinds)
        self.kinds.show_value(SIX)
        self.kinds.chosen.connect(self._on_kind)
        self.own.hide()
        self.setLayout(column(self.kinds, self.six, self.own, gap=16))
        self._judging = QTimer(self)
        self._judging.setSingleShot(True)
        self._judging.setInterval(_JUDGE_AFTER_MILLISECONDS)
        self._judging.timeout.connect(self._on_judge)
        self.six.others_wanted.connect(self.words_wanted)
        self.own.first.box.textChanged.connect(self._on_own_typed)
        for box in (self.own.first.box, self.own.again.box):
            box.returnPressed.connect(self.entered)

    def boxes(self) -> list[QLineEdit]:
        """Return the boxes that must be filled in as it is chosen now."""
        return [self.own.first.box, self.own.again.box] if self.is_own else []

    def judge_again(self) -> None:
        """Ask for the judgement again, a moment from now: what it depends on has changed."""
        self._judging.start()

    def judged(self, passphrase: str, sentence: str) -> None:
        """Show the judgement of a passphrase, if it is still the one that is typed; without a sentence it is good."""
        if passphrase == self.own.first.text():
            good = self._words(N_("Good: long enough and hard to guess."))
            self.own.show_judgement(sentence or good, is_good=not sentence)

    def refuse_missing(self) -> bool:
        """Say what is not filled in yet or does not agree, and lead there; say whether anything was."""
        if not self.is_own:
            return False
        first, again = self.own.first, self.own.again
        if not first.text().strip():
            return self._refuse(first, N_("Choose a passphrase, or take the six words."))
        if not again.text().strip():
            return self._refuse(again, N_("Type the passphrase once more."))
        if first.text() != again.text():
            again.clear()
            return self._refuse(again, N_("The two do not agree. Type it once more."))
        return False

    def _refuse(self, field: SecretField, sentence: str) -> bool:
        field.refuse(self._words(sentence))
        field.box.setFocus()
        return True

    def take(self) -> str:
        """Return the passphrase, and forget it if it was typed."""
        return self.own.take() if self.is_own else self.six.words_shown()

    def is_about(self, problem: BaseException) -> bool:
        """Say whether a refusal is about a passphrase of one's own."""
        return self.is_own and isinstance(problem, _ABOUT_THE_PASSPHRASE)

    def _on_kind(self, kind: str) -> None:
        self.is_own = kind == OWN
        self.six.setVisible(not self.is_own)
        self.own.setVisible(self.is_own)
        if not self.is_own:
            self.own.clear()

    def _on_own_typed(self) -> None:
        if self.own.first.text():
            self._judging.start()
        else:
            self._judging.stop()
            self.own.show_judgement("", is_good=False)

    def _on_judge(self) -> None:
        if self.is_own and self.own.first.text():
            self.judging_wanted.emit(self.own.first.text())
