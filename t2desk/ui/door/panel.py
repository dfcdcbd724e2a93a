"""The door: make a dossier, or open one by passphrase or recovery code; it needs no database to be painted."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from t2desk import __version__
from t2desk.domain.backups import BackupAccount
from t2desk.domain.errors import Refused
from t2desk.i18n import N_
from t2desk.ui.door.code_face import ShowCodeFace, TypeCodeFace
from t2desk.ui.door.face import Face
from t2desk.ui.door.keyboard import Keyboard, SilentKeyboard
from t2desk.ui.door.new_face import NewFace
from t2desk.ui.door.open_face import OpenFace
from t2desk.ui.door.restore_face import PreviewFace, RestoreFace
from t2desk.ui.door.wordmark import Wordmark
from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.kit.lane import Lane
from t2desk.ui.kit.pieces import column, label, row
from t2desk.ui.shell.keeper import DossierKeeper, OpenDossier

T = TypeVar("T")
_WIDTH = 560


class Door(QWidget):
    """One calm page with one card in the middle; each face is deleted when the next one comes."""

    def __init__(
        self,
        surroundings: Surroundings,
        lane: Lane,
        keeper: DossierKeeper,
        path: Path | None,
        opened: Callable[[OpenDossier], None],
        keyboard: Keyboard | None = None,
    ) -> None:
        """Ask for a file and its passphrase; a remembered place is proposed where none is given."""
        super().__init__()
        self.setObjectName("door")
        self.setProperty("role", "ground")
        self._surroundings, self._lane, self._keeper, self._opened = surroundings, lane, keeper, opened
        self._keyboard = keyboard or SilentKeyboard()
        remembered = surroundings.settings.settings.last_place
        self._path = path or (Path(remembered) if remembered else None)
        self._face: Face | None = None
        self._build()
        surroundings.theme.changed.connect(self._on_theme_changed)
        self.show_open()

    def _build(self) -> None:
        words = self._surroundings.words
        said = label(
            words(N_("A desk for confidential dialogues. Everything is in one encrypted file on this laptop.")),
            "second", "doorSentence", wraps=True,
        )  # fmt: skip
        offline = label(words(N_("No network. t2desk {version}")).format(version=__version__), "meta", "doorFoot")
        self._place = QVBoxLayout()
        self._middle = QWidget()
        self._middle.setLayout(
            column(Wordmark(self._surroundings), said, self._place, row(1, offline, 1), gap=self._gap())
        )
        inside = QWidget()
        whole = column(2, row(1, self._middle, 1), 3)
        whole.setContentsMargins(24, 24, 24, 24)
        inside.setLayout(whole)
        self._scroll = scroll = QScrollArea()
        scroll.setObjectName("doorScroll")
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        self.setLayout(column(scroll))
        self._on_theme_changed()
        QApplication.instance().focusChanged.connect(self._on_focus_moved)  # type: ignore[union-attr]

    def _on_focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Keep the box that is typed into in sight, however small the window is."""
        if now is not None and self._middle.isAncestorOf(now):
            self._scroll.ensureWidgetVisible(now, 0, 80)

    def showEvent(self, event: QShowEvent) -> None:
        """Put the caret where typing begins: Qt forgets what was asked for before the door stood in a window."""
        super().showEvent(event)
        if self._face is not None and not event.spontaneous():
            self._face.start()

    def _gap(self) -> int:
        return self._surroundings.theme.look.sizes.gutter

    def _on_theme_changed(self) -> None:
        self._middle.setFixedWidth(min(960, _WIDTH * self._surroundings.theme.percent // 100))

    def _show(self, face: Face) -> None:
        before, self._face = self._face, face
        if before is not None:
            self._place.removeWidget(before)
            before.hide()
            before.deleteLater()
        self._place.addWidget(face)
        face.show()
        face.start()

    def show_open(self) -> None:
        """Show the face that opens."""
        face = OpenFace(self._surroundings, self._keyboard, self._path)
        face.asked.connect(self._on_open_asked)
        face.new_wanted.connect(self.show_new)
        face.restore_wanted.connect(self._on_restore_wanted)
        self._show(face)

    def _on_restore_wanted(self, path: Path | None) -> None:
        self._path = path
        self.show_restore()

    def show_restore(self) -> None:
        """Show the face that restores, with the backups beside the dossier that was asked for."""
        face = RestoreFace(self._surroundings, self._keyboard, self._path)
        face.asked.connect(partial(self._on_look_asked, face))
        face.back_wanted.connect(self.show_open)
        self._show(face)
        path = self._path
        if path is not None:
            self._ask(face, lambda: self._keeper.backups_of(path), face.show_backups)

    def _on_look_asked(self, face: Face, backup: Path, secret: str) -> None:
        beside = self._path if self._path is not None and self._path.parent.is_dir() else backup

        def work() -> tuple[BackupAccount, Path]:
            account = self._keeper.look_into(backup, secret, beside.parent, self._surroundings.words)
            return account, self._keeper.name_for(beside)

        self._ask(face, work, partial(self._show_preview, backup, secret))

    def _show_preview(self, backup: Path, secret: str, answer: tuple[BackupAccount, Path]) -> None:
        face = PreviewFace(self._surroundings, *answer)
        face.asked.connect(partial(self._on_restore_asked, face, backup, secret))
        face.back_wanted.connect(self.show_restore)
        self._show(face)

    def _on_restore_asked(self, face: Face, backup: Path, secret: str, target: Path) -> None:
        def work() -> tuple[OpenDossier, bool]:
            dossier = self._keeper.restore(backup, target, secret)
            return dossier, dossier.keys.recovery_is_confirmed()

        def restored(answer: tuple[OpenDossier, bool]) -> None:
            self._path = target
            self._on_unlocked(answer)

        self._ask(face, work, restored)

    def show_new(self) -> None:
        """Show the face that makes a dossier, and draw six words for it."""
        face = NewFace(self._surroundings, self._keyboard)
        face.asked.connect(self._on_new_asked)
        face.words_wanted.connect(partial(self._draw_words, face))
        face.judging_wanted.connect(partial(self._judge, face))
        face.open_wanted.connect(self.show_open)
        self._show(face)
        self._draw_words(face)

    def _draw_words(self, face: NewFace) -> None:
        self._ask(face, self._keeper.six_words, face.choice.six.show_words)

    def _judge(self, face: NewFace, passphrase: str, title: str) -> None:
        self._ask(
            face,
            lambda: self._keeper.judge(passphrase, title),
            lambda _none: face.judged(passphrase, None),
            lambda problem: face.judged(passphrase, problem),
        )

    def _ask(
        self,
        face: Face,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Run work on the lane and answer a face, if it is still the one shown."""

        def is_shown() -> bool:
            return shiboken6.isValid(self) and shiboken6.isValid(face) and self._face is face

        self._lane.submit(
            work,
            lambda value: done(value) if is_shown() else None,
            lambda problem: (failed or face.refused)(problem) if is_shown() else None,
        )

    def _on_open_asked(self, path: Path, secret: str, header_from: Path | None) -> None:
        assert self._face is not None  # noqa: S101
        self._path = path

        def work() -> tuple[OpenDossier, bool]:
            dossier = self._keeper.open(path, secret, header_from)
            return dossier, dossier.keys.recovery_is_confirmed()

        self._ask(self._face, work, self._on_unlocked)

    def _on_unlocked(self, answer: tuple[OpenDossier, bool]) -> None:
        dossier, is_confirmed = answer
        if is_confirmed:
            self._go_in(dossier)
        else:
            self._ask_for_code(dossier)

    def _ask_for_code(self, dossier: OpenDossier) -> None:
        face = TypeCodeFace(self._surroundings, None)
        face.typed.connect(partial(self._on_late_code, face, dossier))
        face.other_wanted.connect(partial(self._go_in, dossier))
        self._show(face)

    def _on_late_code(self, face: TypeCodeFace, dossier: OpenDossier, typed: str) -> None:
        def refused(problem: BaseException) -> None:
            if isinstance(problem, Refused):
                face.refuse_code()
            else:
                face.refused(problem)

        self._ask(face, lambda: dossier.keys.confirm_recovery_code(typed), lambda _done: self._go_in(dossier), refused)

    def _on_new_asked(self, path: Path, title: str, passphrase: str) -> None:
        assert self._face is not None  # noqa: S101
        self._path = path
        self._ask(self._face, lambda: self._keeper.create(path, title, passphrase), self._show_code)

    def _show_code(self, code: str) -> None:
        face = ShowCodeFace(self._surroundings, code)
        face.written.connect(partial(self._ask_back, code))
        self._show(face)

    def _ask_back(self, code: str) -> None:
        face = TypeCodeFace(self._surroundings, code)
        face.typed.connect(partial(self._on_typed_back, face))
        face.other_wanted.connect(partial(self._show_code, code))
        self._show(face)

    def _on_typed_back(self, face: TypeCodeFace, typed: str) -> None:
        """Open the new dossier with its code: that it works is the proof that it was written down."""
        assert self._path is not None  # noqa: S101
        path = self._path

        def work() -> OpenDossier:
            dossier = self._keeper.open(path, typed)
            dossier.keys.confirm_recovery_code(typed)
            return dossier

        self._ask(face, work, self._go_in)

    def _go_in(self, dossier: OpenDossier) -> None:
        book = self._surroundings.settings
        if book.settings.remember_place and self._path is not None:
            book.change(book.settings.with_field("last_place", str(self._path.absolute())))
        self._opened(dossier)
