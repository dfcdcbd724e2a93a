"""The face that makes a dossier: what it is called, where it lies, and what opens it."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from t2desk.i18n import N_
from t2desk.ui.door.choosing import ENDING, choose_dossier
from t2desk.ui.door.face import Face, left_to_right
from t2desk.ui.door.fields import Field
from t2desk.ui.door.keyboard import Keyboard
from t2desk.ui.door.open_face import choose_button, documents, path_of
from t2desk.ui.door.passphrase import PassphraseChoice
from t2desk.ui.kit.environment import Surroundings


class NewFace(Face):
    """Asks for a title, a place and a passphrase.

    `asked` comes with path, title and passphrase; `words_wanted` for another six words; `judging_wanted` with a
    passphrase and the title while one's own is typed; `open_wanted` to go back.
    """

    asked = Signal(object, str, str)
    words_wanted = Signal()
    judging_wanted = Signal(str, str)
    open_wanted = Signal()

    def __init__(self, surroundings: Surroundings, keyboard: Keyboard) -> None:
        """Begin with a neutral name and six words."""
        super().__init__(surroundings, "newFace", surroundings.words(N_("Make a new dossier")))
        words = self.words
        self.dossier_title = Field(
            words(N_("Title")), "newTitle", words(N_("Stands in the window and on documents; kept inside, encrypted."))
        )
        self.where = Field(
            words(N_("Where to")), "newWhere",
            words(N_("The file's name can be seen by anyone at this disk: keep it neutral.")),
        )  # fmt: skip
        left_to_right(self.where.box).setProperty("wrong", "false")
        self.where.box.setText(str(neutral_place(documents())))
        choose_button(surroundings, self.where, "newChoose").clicked.connect(self._on_choose)
        self.choice = PassphraseChoice(surroundings, keyboard)
        for part in (self.dossier_title, self.where, self.choice):
            self.body.addWidget(part)
        self._build_buttons()
        self.choice.words_wanted.connect(self.words_wanted)
        self.choice.judging_wanted.connect(self._on_judge)
        self.choice.entered.connect(self._on_entered)
        self.dossier_title.box.textChanged.connect(self.choice.judge_again)
        for box in (self.dossier_title.box, self.where.box):
            box.returnPressed.connect(self._on_entered)

    def _build_buttons(self) -> None:
        makes = self.loud_button("newMake", self.words(N_("Make the dossier")), "lock")
        makes.clicked.connect(self._on_make)
        back = self.quiet_button("newBack", self.words(N_("Open a dossier instead")), "folder-open")
        back.clicked.connect(self.open_wanted)
        self.add_buttons(back, makes)

    def start(self) -> None:
        """Ask for the title first."""
        self.dossier_title.box.setFocus()

    def _on_judge(self, passphrase: str) -> None:
        self.judging_wanted.emit(passphrase, self.dossier_title.text())

    def judged(self, passphrase: str, problem: BaseException | None) -> None:
        """Show the judgement of a passphrase, if it is still the one that is typed."""
        self.choice.judged(passphrase, "" if problem is None else self.sentence_for(problem))

    def _on_choose(self) -> None:
        choose_dossier(self.surroundings, self, path_of(self.where.text()), is_new=True, chosen=self._on_chosen)

    def _on_chosen(self, path: Path) -> None:
        self.where.box.setText(str(path))
        self.where.accept()

    def _on_entered(self) -> None:
        """Go to what is still missing, or make the dossier."""
        missing = self._first_missing()
        if missing is None:
            self._on_make()
        elif missing is self.window().focusWidget():
            self._refuse_missing()
        else:
            missing.setFocus()

    def _first_missing(self) -> QWidget | None:
        boxes = [self.dossier_title.box, self.where.box, *self.choice.boxes()]
        return next((box for box in boxes if not box.text().strip()), None)

    def _refuse_missing(self) -> bool:
        words = self.words
        asked = [
            (self.dossier_title, N_("Give the dialogue a title; it can be changed later.")),
            (self.where, N_("Say where the dossier is to lie.")),
        ]
        for field, sentence in asked:
            if not field.text().strip():
                field.refuse(words(sentence))
                field.box.setFocus()
                return True
        return self.choice.refuse_missing()

    def _on_make(self) -> None:
        if self._refuse_missing():
            return
        passphrase = self.choice.take()
        if passphrase:
            self.begin(self.words(N_("Making the dossier. This takes about two seconds, on purpose.")))
            self.asked.emit(with_ending(path_of(self.where.text())), self.dossier_title.text().strip(), passphrase)

    def refused(self, problem: BaseException) -> None:
        """Show a refusal beside the place or beside the passphrase."""
        self.end()
        about = self.choice.own.first if self.choice.is_about(problem) else self.where
        about.refuse(self.sentence_for(problem))
        about.box.setFocus()


def neutral_place(folder: Path) -> Path:
    """Return a free place under a name that says nothing."""
    tried = (folder / f"dialogue{number}{ENDING}" for number in ("", *(f"-{count}" for count in range(2, 1000))))
    return next((path for path in tried if not path.exists()), folder / f"dialogue{ENDING}")


def with_ending(path: Path) -> Path:
    """Return the path with the ending of dossiers, where somebody left it out."""
    return path if path.suffix else path.with_name(path.name + ENDING)
