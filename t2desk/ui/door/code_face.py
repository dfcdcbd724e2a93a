"""The faces of the recovery code: shown this once and typed back, or typed back later from paper."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from t2desk.domain.recovery_codes import LENGTH, groups, plain, wrong_group
from t2desk.domain.vault_errors import RecoveryCodeLength
from t2desk.i18n import N_
from t2desk.ui.door.face import Face, left_to_right
from t2desk.ui.door.fields import Field
from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.kit.fonts import figure_font
from t2desk.ui.kit.pieces import label

_ACROSS = 3


class ShowCodeFace(Face):
    """The code in large groups. `written` comes when it is on paper."""

    written = Signal()

    def __init__(self, surroundings: Surroundings, code: str) -> None:
        """Show a code."""
        super().__init__(
            surroundings, "codeFace", surroundings.words(N_("Write down the recovery code")),
            surroundings.words(N_(
                "It opens the dossier if the passphrase is lost, and it is shown only now. Keep the paper away from "
                "this laptop: whoever has both can read everything."
            )),
        )  # fmt: skip
        self.body.addWidget(_code_box(surroundings, code))
        self._next = self.loud_button("codeWritten", self.words(N_("I have written it down")), "pen-line")
        self._next.clicked.connect(self.written)
        self.add_buttons(None, self._next)

    def start(self) -> None:
        """Let Enter go on."""
        self._next.setFocus()

    def refused(self, problem: BaseException) -> None:
        """Nothing can be refused here."""


def _code_box(surroundings: Surroundings, code: str) -> QWidget:
    box = QFrame()
    box.setProperty("role", "sunken")
    grid = QGridLayout()
    grid.setContentsMargins(28, 20, 20, 20)
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(14)
    for place, group in enumerate(groups(code)):
        line, side = divmod(place, _ACROSS)
        shown = label(group, "figure", f"codeGroup{place + 1}")
        shown.setFont(figure_font(surroundings.theme.look.sizes.text_code))
        for part, at in ((label(str(place + 1), "meta"), side * 2), (shown, side * 2 + 1)):
            part.setAlignment(
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
            )
            grid.addWidget(part, line, at)
        grid.setColumnStretch(side * 2 + 1, 1)
    box.setLayout(grid)
    return left_to_right(box)


class TypeCodeFace(Face):
    """Asks for the code. `typed` comes with it; `other_wanted` to see it again, or to do this later."""

    typed = Signal(str)
    other_wanted = Signal()

    def __init__(self, surroundings: Surroundings, code: str | None, act: str = "") -> None:
        """Compare group by group with a code that is known, else only its length; `act` says what Enter does."""
        words = surroundings.words
        known = (
            N_("Type the recovery code back"), N_("From the paper, so that you know that it can be read."),
            N_("Show it again"), "eye",
        )  # fmt: skip
        unknown = (
            N_("The recovery code was never typed back"),
            N_("Type it from your paper now, or do it another time. Only then do you know that it can be read."),
            N_("Later"), "clock",
        )  # fmt: skip
        title, sentence, other, icon = unknown if code is None else known
        super().__init__(surroundings, "typeFace", words(title), words(sentence))
        self._code = code
        hint = words(N_("Small letters, spaces and missing hyphens do not matter."))
        self.field = Field(words(N_("Recovery code")), "codeTyped", hint)
        left_to_right(self.field.box)
        self.field.box.setFont(figure_font(surroundings.theme.look.sizes.text_title))
        self.field.box.textEdited.connect(self._on_edited)
        self.field.box.returnPressed.connect(self._on_entered)
        self.body.addWidget(self.field)
        goes = self.loud_button("codeConfirm", act or words(N_("Open the desk")), "check" if act else "lock-open")
        goes.clicked.connect(self._on_entered)
        another = self.quiet_button("codeOther", words(other), icon)
        another.clicked.connect(self.other_wanted)
        self.add_buttons(another, goes)

    def start(self) -> None:
        """Put the caret into the field."""
        self.field.box.setFocus()

    def _on_edited(self, typed: str) -> None:
        number = wrong_group(typed, self._code) if self._code else None
        if number is None:
            self.field.accept()
        else:
            self.field.refuse(self.words(N_("Group {number} is not as it was shown.")).format(number=number))

    def _on_entered(self) -> None:
        typed = self.field.text()
        self._on_edited(typed)
        if self._code and wrong_group(typed, self._code):
            return
        if len(plain(typed)) != LENGTH:
            self.field.refuse(self.sentence_for(RecoveryCodeLength(expected=LENGTH, found=len(plain(typed)))))
            return
        self.field.box.setText("")
        self.begin(self.words(N_("Opening with the code. This takes about a second, on purpose.")))
        self.typed.emit(typed)

    def refuse_code(self) -> None:
        """Say that this is not the code of this dossier."""
        self.end()
        self.field.refuse(self.words(N_("This is not the recovery code of this dossier. Compare it group by group.")))
        self.field.box.setFocus()

    def refused(self, problem: BaseException) -> None:
        """Show a refusal beside the code."""
        self.end()
        self.field.refuse(self.sentence_for(problem))
        self.field.box.setFocus()
