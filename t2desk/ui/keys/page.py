"""Keys: who can open this dossier, and how; everything about that is done here, one thing at a time."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from t2desk.domain.errors import DeskError
from t2desk.domain.ways_in import KIND_WORDS, NO_RECOVERY_WORDS, RECOVERY, SHARES, Renewed, WayIn
from t2desk.i18n import N_
from t2desk.ui.door.code_face import ShowCodeFace, TypeCodeFace
from t2desk.ui.door.face import Face
from t2desk.ui.door.keyboard import SilentKeyboard
from t2desk.ui.keys.faces import KeyFace, NoCodeFace, PassphraseFace, RemoveFace, ShareFace, spoken_label
from t2desk.ui.kit.buttons import KeyButton, Loudness
from t2desk.ui.kit.fonts import text_font
from t2desk.ui.kit.leading import lead_focus
from t2desk.ui.kit.lists import ValueListView
from t2desk.ui.kit.painting import MirroredPainter, isolated
from t2desk.ui.kit.pieces import Card, column, label, row, upright
from t2desk.ui.kit.values import ValueListModel
from t2desk.ui.shell.message_bar import announce
from t2desk.ui.shell.views import ViewParts

_FACE_WIDTH = 560


class KeysPage(QWidget):
    """The ways in on one side; on the other what is being done about them. `left` comes with Esc."""

    left = Signal()

    def __init__(self, parts: ViewParts) -> None:
        """Read the ways in."""
        super().__init__()
        self.setObjectName("keysPage")
        self.setAccessibleName(parts.words(N_("Keys")))
        self._parts, self._keys = parts, parts.dossier.keys
        self._face: Face | None = None
        self._ways: tuple[WayIn, ...] = ()
        self._place = QVBoxLayout()
        side = QWidget()
        side.setLayout(column(self._place, 1))
        side.setMaximumWidth(_FACE_WIDTH * parts.surroundings.theme.percent // 100)
        layout = row(self._build_list(), upright(side, "keysScroll"), gap=parts.surroundings.theme.look.sizes.gutter)
        layout.setStretch(0, 1)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        lead_focus(self, self._list)
        self._read()

    def _build_list(self) -> Card:
        theme, words = self._parts.surroundings.theme, self._parts.words
        card = Card(theme, words(N_("Who can open this dossier")), "keysCard")
        self._rows: ValueListModel[WayIn] = ValueListModel(lambda way: way.id, self._spoken)
        self._list = ValueListView(theme, self._rows, self._paint, lambda _way: self._high())
        self._list.setObjectName("keysList")
        self._list.setAccessibleName(words(N_("Who can open this dossier")))
        self._list.on_key(Qt.Key.Key_Delete, "remove")
        self._list.chosen.connect(self._on_change)
        self._list.asked.connect(lambda _name, way: self._on_remove(way))
        card.body.addWidget(self._list, 1)
        self._said = label("", "second", "keysSaid", wraps=True)
        card.body.addWidget(self._said)
        for pair in self._buttons():
            card.body.addLayout(row(*pair, 1))
        return card

    def _buttons(self) -> tuple[tuple[KeyButton, ...], ...]:
        self._add = self._button("keysAdd", N_("Let somebody in"), "plus", self._on_add)
        self._change = self._button("keysChange", N_("Change"), "key", self._on_change)
        self._remove = self._button("keysRemove", N_("Shut out …"), "x", self._on_remove)
        self._code = self._button("keysCode", N_("New recovery code"), "refresh-cw", self._on_code)
        self._split = self._button("keysSplit", N_("Two of three shares"), "users", self._on_split)
        self._no_code = self._button("keysNoCode", N_("Without a code …"), "trash", self._on_no_code)
        self._back = self._button("keysBack", N_("Back"), "", self._on_left, "Esc")
        return (self._add, self._change, self._remove), (self._code, self._split, self._no_code), (self._back,)

    def _button(
        self, name: str, words: str, icon: str, act: Callable[[], None] | Callable[..., None], key: str = ""
    ) -> KeyButton:
        around = self._parts.surroundings
        made = KeyButton(around.theme, around.icons, around.words(words), icon, key, Loudness.EDGED)
        made.setObjectName(name)
        made.setAutoDefault(True)
        made.clicked.connect(lambda _checked=False: act())
        return made

    def _read(self) -> None:
        self._parts.bridge.run(self, self._keys.ways, self._show_ways, self._on_refused)

    def _show_ways(self, ways: tuple[WayIn, ...]) -> None:
        self._ways = ways
        self._list.set_values(ways)
        self._no_code.setVisible(any(way.kind == RECOVERY for way in ways))
        if self._face is None:
            words = self._parts.words
            has_way_back = any(way.kind in (RECOVERY, SHARES) for way in ways)
            self._said.setText(
                words(N_("Enter changes a passphrase, Delete shuts somebody out."))
                if has_way_back
                else words(N_("There is no recovery code and no shares: a forgotten passphrase is a lost dossier."))
            )

    def _tell(self, sentence: str) -> None:
        self._said.setText(sentence)
        announce(self, sentence)

    def _on_refused(self, refusal: DeskError) -> None:
        self._tell(self._parts.surroundings.phrases.told(refusal.sentence, refusal.details))

    def _high(self) -> int:
        sizes = self._parts.surroundings.theme.look.sizes
        return sizes.text_body + sizes.text_label + 34

    def _lines(self, way: WayIn) -> tuple[str, str]:
        words = self._parts.words
        kind = words(KIND_WORDS[way.kind])
        first = isolated(spoken_label(way, self._parts.surroundings)) if way.is_daily else kind
        notes = [
            kind if way.is_daily else "",
            words(N_("opened it this time")) if way.is_mine else "",
            "" if way.confirmed else words(N_("not typed back yet")),
        ]
        return first, " · ".join(note for note in notes if note)

    def _spoken(self, way: WayIn) -> str:
        return ". ".join(line for line in self._lines(way) if line)

    def _paint(self, painter: MirroredPainter, box: QRect, way: WayIn, _selected: bool) -> None:
        look = self._parts.surroundings.theme.look
        inner = box.adjusted(14, 8, -14, -8)
        half = inner.height() // 2
        line = QRect(inner.left(), inner.top(), inner.width(), half)
        first, second = self._lines(way)
        painter.text(line, first, text_font(look.sizes.text_body, QFont.Weight.DemiBold), look.tokens.ink)
        painter.text(line.translated(0, half), second, text_font(look.sizes.text_label), look.tokens.ink_second)

    def _chosen(self, way: WayIn | None) -> WayIn | None:
        return way or self._list.current()

    def _show_face(self, face: Face) -> None:
        self._drop_face()
        self._face = face
        self._place.addWidget(face)
        face.show()
        face.start()

    def _drop_face(self) -> None:
        before, self._face = self._face, None
        if before is not None:
            self._place.removeWidget(before)
            before.hide()
            before.deleteLater()

    def _leave_face(self) -> None:
        self._drop_face()
        self._read()
        self._list.setFocus()

    def _ask(self, face: Face, act: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Run an act on the dossier's thread and answer the face."""
        self._parts.bridge.run(face, act, done, face.refused)

    def _done(self, sentence: str) -> None:
        self._leave_face()
        self._tell(self._parts.words(sentence))

    def _show_leaving(self, face: KeyFace) -> None:
        face.left.connect(self._leave_face)
        self._show_face(face)

    def _on_add(self) -> None:
        self._ask_passphrase(None)

    def _on_change(self, way: WayIn | None = None) -> None:
        chosen = self._chosen(way)
        if chosen is not None and chosen.is_daily:
            self._ask_passphrase(chosen)
        else:
            self._tell(self._parts.words(N_("Choose a passphrase in the list first. Codes and shares are made anew.")))

    def _ask_passphrase(self, changed: WayIn | None) -> None:
        face = PassphraseFace(self._parts.surroundings, SilentKeyboard(), changed)
        face.asked.connect(partial(self._on_passphrase, face, changed))
        face.words_wanted.connect(partial(self._draw_words, face))
        face.judging_wanted.connect(partial(self._judge, face))
        self._show_leaving(face)
        self._draw_words(face)

    def _draw_words(self, face: PassphraseFace) -> None:
        self._ask(face, self._keys.six_words, face.choice.six.show_words)

    def _judge(self, face: PassphraseFace, passphrase: str) -> None:
        self._parts.bridge.run(
            face, partial(self._keys.judge, passphrase), lambda _none: face.judged(passphrase, None),
            partial(face.judged, passphrase),
        )  # fmt: skip

    def _on_passphrase(self, face: PassphraseFace, changed: WayIn | None, whose: str, passphrase: str) -> None:
        if changed is None:
            added = N_("Added. The passphrase opens the dossier from now on.")
            self._ask(face, lambda: self._keys.add(passphrase, whose), lambda _way: self._done(added))
        else:
            done = N_("Changed. Copies and backups made before still open with the old passphrase.")
            self._ask(face, lambda: self._keys.change(changed.id, passphrase), lambda _none: self._done(done))

    def _on_remove(self, way: WayIn | None = None) -> None:
        chosen = self._chosen(way)
        staying = tuple(one for one in self._ways if one.is_daily and one != chosen)
        if chosen is None or not chosen.is_daily:
            self._tell(self._parts.words(N_("Choose a passphrase in the list first. Codes and shares are made anew.")))
        elif not staying:
            self._tell(
                self._parts.words(N_("This is the last passphrase and cannot be removed. Add another one first."))
            )
        else:
            face = RemoveFace(self._parts.surroundings, chosen, staying)
            face.asked.connect(partial(self._on_remove_asked, face, chosen))
            self._show_leaving(face)

    def _on_remove_asked(self, face: RemoveFace, way: WayIn, kept: dict[str, str]) -> None:
        self._ask(face, lambda: self._keys.remove_and_renew(way.id, kept, drops_others=True), self._on_renewed)

    def _on_renewed(self, renewed: Renewed) -> None:
        self._done(
            N_("Shut out. Copies elsewhere, and whoever unlocked them, cannot be reached from here. Split shares anew.")
            if renewed.backups_replaced
            else N_("Shut out, but the old backups could not be replaced and still open: open the dossier once more.")
        )
        if renewed.recovery_code is not None:
            self._show_code(renewed.recovery_code)

    def _on_code(self) -> None:
        self._parts.bridge.run(self, self._keys.new_recovery_code, self._show_code, self._on_refused)

    def _show_code(self, code: str) -> None:
        face = ShowCodeFace(self._parts.surroundings, code)
        face.written.connect(partial(self._ask_back, code))
        self._show_face(face)
        self._read()

    def _ask_back(self, code: str) -> None:
        face = TypeCodeFace(self._parts.surroundings, code, self._parts.words(N_("That is the code")))
        face.typed.connect(partial(self._on_typed_back, face))
        face.other_wanted.connect(partial(self._show_code, code))
        self._show_face(face)

    def _on_typed_back(self, face: TypeCodeFace, typed: str) -> None:
        done = N_("The code is right. Older codes open the dossier no more.")
        self._ask(face, lambda: self._keys.confirm_recovery_code(typed), lambda _none: self._done(done))

    def _on_split(self) -> None:
        self._parts.bridge.run(self, self._keys.split, self._show_shares, self._on_refused)

    def _show_shares(self, shares: tuple[str, ...]) -> None:
        self._show_leaving(ShareFace(self._parts.surroundings, shares))
        self._read()

    def _on_no_code(self) -> None:
        face = NoCodeFace(self._parts.surroundings)
        words = self._parts.words(NO_RECOVERY_WORDS)
        face.asked.connect(
            lambda typed: self._ask(
                face,
                lambda: self._keys.forgo_recovery(typed, words),
                lambda _none: self._done(N_("There is no recovery code any more.")),
            )
        )
        self._show_leaving(face)

    def _on_left(self) -> None:
        if self._face is not None:
            self._leave_face()
        else:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave what is being done on Esc, then the page."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_left()
        else:
            super().keyPressEvent(event)
