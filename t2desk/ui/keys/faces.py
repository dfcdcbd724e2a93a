"""The faces of the keys page: a passphrase given, somebody shut out, shares handed over, a code done without."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout

from t2desk.domain.ways_in import NO_RECOVERY_WORDS, WayIn
from t2desk.i18n import N_
from t2desk.ui.door.face import Face, left_to_right
from t2desk.ui.door.fields import Field, SecretField
from t2desk.ui.door.keyboard import Keyboard
from t2desk.ui.door.passphrase import PassphraseChoice
from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.kit.leading import in_order
from t2desk.ui.kit.painting import isolated
from t2desk.ui.kit.pieces import label

_WORDS_ACROSS = 3


class KeyFace(Face):
    """A face that can be left; `left` comes then."""

    left = Signal()

    def finish(self, name: str, words: str, icon: str) -> None:
        """Put the button that acts and the one that leaves."""
        acts = self.loud_button(name, words, icon)
        acts.clicked.connect(self.act)
        back = self.quiet_button("keyBack", self.words(N_("Leave it")), "x")
        back.clicked.connect(self.left)
        self.add_buttons(back, acts)
        in_order(back, acts)  # within a page Tab goes as one reads

    def act(self) -> None:
        """Do what the face is for."""
        raise NotImplementedError


class PassphraseFace(KeyFace):
    """Asks for a passphrase, and whose it is where it is a new one.

    `asked` comes with label and passphrase, `words_wanted` for six words, `judging_wanted` while one's own is typed.
    """

    asked = Signal(str, str)
    words_wanted = Signal()
    judging_wanted = Signal(str)

    def __init__(self, surroundings: Surroundings, keyboard: Keyboard, changed: WayIn | None = None) -> None:
        """Ask for a passphrase for one more person, or in place of another."""
        words = surroundings.words
        title = N_("Let somebody in") if changed is None else N_("Change a passphrase")
        sentence = (
            N_("They get a passphrase of their own: nobody needs to know another’s, and one can be shut out alone.")
            if changed is None
            else N_("Copies and backups made before still open with the old one.")
        )
        super().__init__(surroundings, "keyPassphraseFace", words(title), words(sentence))
        hint = words(N_("A role rather than a name, such as “Rapporteur”."))
        self.whose = Field(words(N_("Whose it is")), "keyLabel", hint)
        self.whose.box.returnPressed.connect(self.act)
        self.choice = PassphraseChoice(surroundings, keyboard)
        self.choice.words_wanted.connect(self.words_wanted)
        self.choice.judging_wanted.connect(self.judging_wanted)
        self.choice.entered.connect(self.act)
        self._changed = changed
        if changed is None:
            self.body.addWidget(self.whose)
        self.body.addWidget(self.choice)
        self.finish("keyGive", words(N_("Let them in") if changed is None else N_("Change it")), "key")

    def start(self) -> None:
        """Ask whose it is, or begin with the choice."""
        (self.whose.box if self._changed is None else self.choice.kinds).setFocus()

    def act(self) -> None:
        """Ask for what is missing, or give the passphrase."""
        if self._changed is None and not self.whose.text().strip():
            self.whose.refuse(self.words(N_("Say whose passphrase it is.")))
            self.whose.box.setFocus()
        elif not self.choice.refuse_missing() and (passphrase := self.choice.take()):
            self.begin(self.words(N_("Wrapping the key. This takes about a second, on purpose.")))
            self.asked.emit(self.whose.text().strip(), passphrase)

    def judged(self, passphrase: str, problem: BaseException | None) -> None:
        """Show the judgement of a passphrase."""
        self.choice.judged(passphrase, "" if problem is None else self.sentence_for(problem))

    def refused(self, problem: BaseException) -> None:
        """Show a refusal beside the passphrase or beside whose it is."""
        self.end()
        if self.choice.is_about(problem):
            self.choice.own.first.refuse(self.sentence_for(problem))
            self.choice.own.first.box.setFocus()
        elif self._changed is None:
            self.whose.refuse(self.sentence_for(problem))
            self.whose.box.setFocus()
        else:
            self.sentence.setText(self.sentence_for(problem))


class RemoveFace(KeyFace):
    """Shuts somebody out for good; whoever is to stay types their passphrase. `asked` comes with those, by way in."""

    asked = Signal(object)

    def __init__(self, surroundings: Surroundings, way: WayIn, staying: tuple[WayIn, ...]) -> None:
        """Ask for the passphrase of everybody who could stay."""
        words = surroundings.words
        super().__init__(
            surroundings, "keyRemoveFace",
            words(N_("Shut out: {label}")).format(label=isolated(spoken_label(way, surroundings))),
            words(N_(
                "The dossier is written anew under another key, which no older copy of its header opens. Whoever is to "
                "stay types their passphrase now; who does not is shut out too. There will be a new recovery code."
            )),
        )  # fmt: skip
        self._staying = staying
        self._fields = {one.id: self._field(number, one) for number, one in enumerate(staying, start=1)}
        self._warning = label("", "error", "keyShutOut", wraps=True)
        self._warning.hide()
        self.body.addWidget(self._warning)
        self._warned = False
        self.finish("keyRemoveReally", words(N_("Shut out and renew the key")), "shield-check")

    def _field(self, number: int, way: WayIn) -> SecretField:
        words = self.words(N_("Your passphrase")) if way.is_mine else self.words(N_("Passphrase of {label}"))
        field = SecretField(
            self.surroundings, words.format(label=isolated(spoken_label(way, self.surroundings))), f"keyStay{number}"
        )
        field.box.returnPressed.connect(self.act)
        field.box.textEdited.connect(self._on_typed)
        self.body.addWidget(field)
        return field

    def _on_typed(self) -> None:
        self._warned = False
        self._warning.hide()

    def start(self) -> None:
        """Ask for the first passphrase."""
        next(iter(self._fields.values())).box.setFocus()

    def act(self) -> None:
        """Say once who else would be shut out, then do it."""
        empty = [one for one in self._staying if not self._fields[one.id].text()]
        if len(empty) == len(self._staying):
            self._warn(self.words(N_("Somebody must stay: type at least one passphrase.")))
        elif empty and not self._warned:
            labels = self.surroundings.phrases.listed(
                *(isolated(spoken_label(one, self.surroundings)) for one in empty)
            )
            self._warn(self.words(N_("Shut out too: {labels}. Press again if that is meant.")).format(labels=labels))
            self._warned = True
        else:
            kept = {one.id: self._fields[one.id].take() for one in self._staying if one not in empty}
            self.begin(self.words(N_("Writing the dossier anew. This takes some seconds.")))
            self.asked.emit(kept)

    def _warn(self, sentence: str) -> None:
        self._warning.setText(sentence)
        self._warning.show()

    def refused(self, problem: BaseException) -> None:
        """Show a refusal above the buttons."""
        self.end()
        self._warned = False
        self._warn(self.sentence_for(problem))
        self.start()


class ShareFace(KeyFace):
    """One share at a time, for one person's eyes; `left` comes after the last."""

    def __init__(self, surroundings: Surroundings, shares: tuple[str, ...]) -> None:
        """Show the first share."""
        super().__init__(
            surroundings, "keyShareFace", "",
            surroundings.words(N_(
                "Each share goes to another person, on paper; any two open the dossier, one alone opens nothing. "
                "No two shares in one vehicle, hotel or border queue. They are not shown again."
            )),
        )  # fmt: skip
        self._shares, self._number = shares, 0
        box = QFrame()
        box.setProperty("role", "sunken")
        self._grid = QGridLayout(box)
        self._grid.setContentsMargins(16, 12, 16, 12)
        self._words_shown = [label("", "body", f"keyShareWord{place + 1}") for place in range(len(shares[0].split()))]
        high = -(-len(self._words_shown) // _WORDS_ACROSS)
        for place, shown in enumerate(self._words_shown):
            side, line = divmod(place, high)
            self._grid.addWidget(label(str(place + 1), "meta"), line, side * 2)
            self._grid.addWidget(shown, line, side * 2 + 1)
            self._grid.setColumnStretch(side * 2 + 1, 1)
        self.body.addWidget(left_to_right(box))
        self._next = self.loud_button("keyShareNext", "", "pen-line")
        self._next.clicked.connect(self.act)
        self.add_buttons(None, self._next)
        self._show()

    def _show(self) -> None:
        number, count = self._number + 1, len(self._shares)
        self.title.setText(self.words(N_("Share {number} of {count}")).format(number=number, count=count))
        for shown, word in zip(self._words_shown, self._shares[self._number].split(), strict=True):
            shown.setText(word)
        is_last = number == count
        self._next.set_words(
            self.words(N_("It is written down") if is_last else N_("Written down: the next share")), "pen-line"
        )

    def start(self) -> None:
        """Let Enter go on."""
        self._next.setFocus()

    def act(self) -> None:
        """Show the next share, or leave after the last."""
        self._number += 1
        if self._number < len(self._shares):
            self._show()
        else:
            self._shares = ()
            self.left.emit()

    def refused(self, problem: BaseException) -> None:
        """Nothing can be refused here."""


class NoCodeFace(KeyFace):
    """Doing without a recovery code: the decision is typed out. `asked` comes with what was typed."""

    asked = Signal(str)

    def __init__(self, surroundings: Surroundings) -> None:
        """Show the words to be typed."""
        words = surroundings.words
        super().__init__(
            surroundings, "keyNoCodeFace", words(N_("Do without a recovery code")),
            words(N_("Once every passphrase is forgotten, the dossier is lost. Three people’s shares are better.")),
        )  # fmt: skip
        sentence = words(N_("Type: {words}")).format(words=words(NO_RECOVERY_WORDS))
        self.field = Field(words(N_("The decision, typed out")), "keyNoCodeTyped", sentence)
        self.field.box.returnPressed.connect(self.act)
        self.body.addWidget(self.field)
        self.finish("keyNoCodeReally", words(N_("Remove the recovery code")), "trash")

    def start(self) -> None:
        """Put the caret into the field."""
        self.field.box.setFocus()

    def act(self) -> None:
        """Hand over what was typed."""
        self.asked.emit(self.field.text())

    def refused(self, problem: BaseException) -> None:
        """Show a refusal beneath the field."""
        self.end()
        self.field.refuse(self.sentence_for(problem))
        self.field.box.setFocus()


def spoken_label(way: WayIn, surroundings: Surroundings) -> str:
    """Return what a way in is called: its label, or whose it was first."""
    return way.label or surroundings.words(N_("First passphrase"))
