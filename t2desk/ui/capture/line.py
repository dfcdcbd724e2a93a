"""The capture line: one line, Enter, and it is on disk; what names somebody stands out before that."""

import shiboken6
from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from t2desk.domain.capture import BY_KIND, Vocabulary, offers_for, read_line
from t2desk.domain.changes import Changes
from t2desk.domain.errors import DeskError
from t2desk.domain.findings import NameFound
from t2desk.i18n import N_
from t2desk.services.capture_views import CAPTURE_DRAFT, CaptureRoom, capture_room, issue_words
from t2desk.ui.capture.field import LineField
from t2desk.ui.capture.hints import OfferRow, SignRow, line_signs
from t2desk.ui.capture.marking import LineMarks
from t2desk.ui.capture.name_watch import NameWatch
from t2desk.ui.capture.notice import Notice
from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.kit.hours import hour_words
from t2desk.ui.kit.painting import MirroredPainter
from t2desk.ui.kit.pieces import column, key_cap, row
from t2desk.ui.kit.spaces import Space
from t2desk.ui.shell.commands import chord_of
from t2desk.ui.shell.message_bar import announce
from t2desk.ui.shell.top_bar import Chip
from t2desk.ui.shell.views import ViewParts, page_of

_DRAFT_MILLISECONDS = 400
_ROOM_KINDS = ("sessions", "off_record", "agenda_items", "parties")
_WORD_KINDS = ("notes", "wordings", "agenda_items", "people", "identities")
# Counting words goes through everything written so far: it waits until nobody is writing.
_WORDS_MILLISECONDS = 2000


class _Frame(QFrame):
    """The box around the field; its ring says where the caret is."""

    def __init__(self, surroundings: Surroundings, field: LineField) -> None:
        super().__init__()
        self._surroundings, self._field = surroundings, field
        field.focus_changed.connect(self.update)
        self.setObjectName("captureFrame")

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens, sizes = self._surroundings.theme.look.tokens, self._surroundings.theme.look.sizes
        painter = QPainter(self)
        mirrored = MirroredPainter(painter, self.rect(), self.layoutDirection())
        focused, enabled = self._field.hasFocus(), self._field.isEnabled() and not self._field.deaf
        edge = tokens.focus if focused else tokens.edge if enabled else tokens.line
        fill = tokens.surface if enabled else tokens.sunken
        mirrored.round_box(QRect(self.rect()), sizes.card_radius, fill, edge, 2 if focused else 1)
        painter.end()


class CaptureLine(QWidget):
    """The rapporteur's line at the bottom of the desk."""

    def __init__(self, parts: ViewParts) -> None:
        """Restore what was being typed, and take on the commands that lead here."""
        super().__init__()
        self.setObjectName("captureLine")
        self._parts = parts
        self._room = CaptureRoom()
        self._restored, self._has_signs = False, True
        self._refused = self._typed = ""
        self._before: QWidget | None = None
        surroundings = parts.surroundings
        self.field = LineField(surroundings.theme, "captureBox")
        self.field.setAccessibleName(parts.words(N_("Capture line")))
        self._marks = LineMarks(self.field, surroundings.theme)
        self._watch = NameWatch(parts, self.field, self._marks)
        self._chip = Chip(surroundings, "captureAttribution")
        self._notice = Notice("captureNotice")
        self._signs, self._offers = (
            SignRow(surroundings, line_signs(surroundings), "captureHints"),
            OfferRow(surroundings),
        )
        self._draft_timer = self._timer(_DRAFT_MILLISECONDS, self._on_draft_due)
        self._words_timer = self._timer(_WORDS_MILLISECONDS, self._read_words)
        self._words: tuple[str, ...] = ()
        self._build_layout(surroundings)
        self._connect()
        self._read_room()
        self._read_words()

    def _timer(self, milliseconds: int, due: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(due)
        return timer

    def _build_layout(self, surroundings: Surroundings) -> None:
        self._frame = frame = _Frame(surroundings, self.field)
        self._enter = key_cap(surroundings.words(N_("Enter")))
        inside = row(self.field, self._chip, self._enter, gap=12)
        inside.setContentsMargins(20, 8, 16, 8)
        inside.setStretch(0, 1)
        frame.setLayout(inside)
        frame.setMinimumHeight(surroundings.theme.look.sizes.button_live + 4)
        # One line is kept free below, so that the desk does not move when something is said there.
        self._below = QWidget()
        self._below.setMinimumHeight(surroundings.theme.look.sizes.chip + 4)
        under = column(self._notice, self._signs, self._offers, 1, gap=0)
        under.setContentsMargins(8, 0, 8, 0)
        self._below.setLayout(under)
        self.setLayout(column(frame, self._below, gap=8))
        self._show_below()

    def set_space(self, space: Space) -> None:
        """Leave the signs out where the room is short: what is said below the line then takes its room from above."""
        self._has_signs = space is not Space.CRAMPED
        self._below.setMinimumHeight(self._parts.surroundings.theme.look.sizes.chip + 4 if self._has_signs else 0)
        self._show_below()

    def _show_below(self) -> None:
        said = self._notice.isVisibleTo(self._below)
        self._below.setVisible(self._has_signs or said or self.field.offering)
        self._offers.setVisible(self.field.offering and not said)
        self._signs.setVisible(self._has_signs and not self.field.offering and not said)

    def _connect(self) -> None:
        parts, field = self._parts, self.field
        field.textChanged.connect(self._on_typed)
        field.cursorPositionChanged.connect(self._show_offers)
        field.entered.connect(self._on_entered)
        field.left.connect(self._on_left)
        field.unheard.connect(self._on_unheard)
        self._watch.told.connect(self._on_named)
        field.offer_taken.connect(self._on_offer_taken)
        field.offer_moved.connect(self._offers.step)
        parts.bridge.changed.connect(self._on_changed)
        parts.commands.take_on("capture.focus", self.take_focus, self)
        parts.commands.take_on("capture.point", self.begin_point, self)

    def take_focus(self, prefix: str = "") -> None:
        """Put the caret into the line; an empty line begins with the prefix, and one without a sign gets it."""
        if not self.field.isEnabled():
            return
        before = self.window().focusWidget()
        if before is not self.field:
            self._before = before
        line = self.field.line()
        if prefix and not self.field.deaf and not line.startswith(prefix.strip()):
            self.field.replace_part(0, 0, prefix)
            self.field.moveCursor(self.field.textCursor().MoveOperation.End)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def begin_point(self) -> None:
        """Put the caret into the line, for a point of common ground."""
        self.take_focus(f"{BY_KIND[None].sign} ")

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is being typed before the page goes."""
        if self._draft_timer.isActive():
            self._draft_timer.stop()
            self._on_draft_due()
        super().hideEvent(event)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_ROOM_KINDS):
            self._read_room()
        if changes.touches("people", "identities"):
            self._words = ()  # a word may have become somebody's name
        if changes.touches(*_WORD_KINDS):
            self._words_timer.start()

    def _read_words(self) -> None:
        self._parts.bridge.read(self, issue_words, self._keep_words)

    def _keep_words(self, words: tuple[str, ...]) -> None:
        self._words = words

    def _read_room(self) -> None:
        self._parts.bridge.read(self, capture_room, self._show_room)

    def _show_room(self, room: CaptureRoom) -> None:
        self._room = room
        may_write = bool(room.session) and not room.off_record
        if room.off_record and self.field.line():
            self._draft_timer.stop()
            self.field.write("")
            self._say(self._parts.words(N_("What was half typed is gone: off the record nothing is kept.")), "plain")
        if not room.session and self.field.hasFocus():
            # Else Qt leads to the next button, and Space would press it.
            page_of(self).setFocus(Qt.FocusReason.OtherFocusReason)
        # Off the record it keeps the caret: whoever types on would give the desk's letters as commands, "on again" too.
        self.field.deaf = room.off_record
        self.field.setEnabled(bool(room.session))
        self._frame.update()  # its ground says whether anything may be written
        self.field.setPlaceholderText(self._parts.words(_placeholder(room)))
        self._show_attribution(room)
        self._marks.set_known(room.known)
        self._watch.set_on(not room.names_may_stand)
        if not self._restored and may_write:
            self._restored = True
            if room.draft and not self.field.line():
                self.field.write(room.draft)
                self._draft_timer.stop()
        self._enter.setVisible(may_write)

    def _show_attribution(self, room: CaptureRoom) -> None:
        words = self._parts.words
        if not room.session:
            self._chip.show_state("")
        elif room.off_record:
            since = hour_words(room.off_since.wall // 1000) if room.off_since else ""
            self._chip.show_state(words(N_("Off the record since {time}")).format(time=since), "over")
        elif room.takes_nothing:
            self._chip.show_state(words(N_("Nothing may be written down")), "over")
        elif room.names_may_stand:
            self._chip.show_state(words(N_("On the record")), "warn")
        else:
            self._chip.show_state(words(N_("Not attributed")), "soft")

    def _on_typed(self) -> None:
        # Marking words anew says "text changed" too, and what was said below the line would go unread.
        line, self._typed = self._typed, self.field.line()
        if line == self._typed:
            return
        self._draft_timer.start()
        self._refused = ""
        captured = read_line(self.field.line(), Vocabulary())
        sign = BY_KIND[None if captured.is_point else captured.kind].sign
        self._signs.show_sign(sign if self.field.line().strip() else "")

    def _show_offers(self) -> None:
        room = self._room
        at_end = self.field.textCursor().atEnd()
        before = self.field.before_caret() if at_end else ""
        offers = offers_for(before, room.known, dict(room.titles), self._words) if before else []
        self._offers.show_offers(offers)
        self.field.offering = bool(offers)
        self._show_below()

    def _on_offer_taken(self) -> None:
        offer = self._offers.current()
        if offer is not None:
            self.field.replace_part(offer.start, len(self.field.line()), offer.written)
            self.field.moveCursor(self.field.textCursor().MoveOperation.End)

    def _on_left(self) -> None:
        if self.field.offering and not self._notice.isVisible():
            self.field.offering = False
            self._offers.show_offers([])
            self._show_below()
        elif self._before is not None and shiboken6.isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            page_of(self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_unheard(self) -> None:
        self._say(self._parts.words(N_("Off the record: nothing is taken in. {key} ends it.")).format(
            key=chord_of("off_record.toggle")), "plain")  # fmt: skip

    def _on_draft_due(self) -> None:
        line = self.field.line()
        if self._room.off_record or self._room.takes_nothing:
            return
        if line.strip():
            self._parts.bridge.write("draft.save", {"id": CAPTURE_DRAFT, "text": line}, refused=_ignored)
        else:
            self._parts.bridge.write("draft.drop", {"id": CAPTURE_DRAFT}, refused=_ignored)

    def _on_named(self, named: NameFound | None) -> None:
        if self._refused:
            return
        self._notice.say_named(self._parts, named)
        self._show_below()

    def _say(self, words: str, tone: str) -> None:
        self._notice.say(words, tone)
        self._show_below()

    def _on_entered(self) -> None:
        line = self.field.line()
        captured = read_line(line, self._room.known)
        if not captured.text:
            return
        fields: dict[str, object] = {"text": captured.text}
        if captured.item is not None:
            fields["item"] = captured.item
        if not captured.is_point:
            fields["kind"] = captured.kind.value
        self._draft_timer.stop()
        self.field.write("")
        self._draft_timer.stop()
        name = "point.propose" if captured.is_point else "note.add"
        self._parts.bridge.write(name, fields, self._on_kept, lambda refusal: self._on_refused(line, refusal))

    def _on_kept(self, _value: object) -> None:
        if shiboken6.isValid(self):
            announce(self, self._parts.words(N_("Saved")))
            self._on_draft_due()

    def _on_refused(self, line: str, refusal: DeskError) -> None:
        if not shiboken6.isValid(self):
            return
        typed_since = self.field.line()
        self.field.write(f"{line} {typed_since}" if typed_since else line)
        sentence = self._parts.surroundings.phrases.told(refusal.sentence, refusal.details)
        self._refused = sentence
        self._say(sentence, "over")


def _placeholder(room: CaptureRoom) -> str:
    if room.off_record:
        return N_("Off the record: nothing is taken in.")
    if not room.session:
        return N_("Open a session, then take down what is said here.")
    return N_("Take down what is said …")


def _ignored(_refusal: DeskError) -> None:
    """Say nothing: what was refused here is not somebody's act."""
