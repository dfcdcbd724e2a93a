"""A section edited in place: heading and prose, written after a pause of a second, and on leaving."""

import unicodedata
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QPlainTextEdit

from t2desk.domain.errors import DeskError
from t2desk.domain.keys import key_to_text
from t2desk.i18n import N_
from t2desk.services.drafting import SectionSlot, draft_text
from t2desk.ui.capture.name_watch import NameWatch
from t2desk.ui.capture.notice import Notice
from t2desk.ui.editions.terms import SECTIONS
from t2desk.ui.kit.pieces import Card, label, row, text_line
from t2desk.ui.kit.text_side import keep_on_its_side
from t2desk.ui.shell.views import ViewParts

_PAUSE = 1000


class SectionEditor(Card):
    """Writes `section.write`; what is typed without a pause is a draft row within a second too."""

    def __init__(self, parts: ViewParts, session: str) -> None:
        """Begin without a section."""
        super().__init__(parts.surroundings.theme, "", "sectionEditor")
        self._parts, self._session = parts, session
        self._slot: SectionSlot | None = None
        self._language = "en"
        self._dirty = self._drafted = False
        self._pause = self._timer(single=True)
        self._pause.timeout.connect(self.flush)
        self._second = self._timer(single=False)
        self._second.timeout.connect(self._save_draft)
        self._build_fields()

    def _timer(self, single: bool) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(single)
        timer.setInterval(_PAUSE)
        return timer

    def _build_fields(self) -> None:
        words = self._parts.words
        self._heading = text_line()
        self._heading.setObjectName("sectionHeading")
        self._heading.setAccessibleName(words(N_("Heading")))
        self._heading.textEdited.connect(self._on_typed)
        self._prose = QPlainTextEdit()
        keep_on_its_side(self._prose)
        self._prose.setObjectName("sectionText")
        self._prose.setAccessibleName(words(N_("Prose")))
        self._prose.setTabChangesFocus(True)
        self._prose.setStyleSheet(f"font-size: {self._parts.surroundings.theme.look.sizes.text_title}px;")
        hint = N_("Write what was discussed, not who said it. An empty line begins a paragraph; “- ” begins a list.")
        self._prose.setPlaceholderText(words(hint))
        self._prose.textChanged.connect(self._on_typed)
        self._notice = Notice("sectionNotice")
        self._watch = NameWatch(self._parts, self._prose)
        self._watch.told.connect(partial(self._notice.say_named, self._parts))
        self._state = label("", "meta", "sectionState", wraps=True)
        self._count = label("", "meta", "sectionWords")
        self.body.addWidget(self._heading)
        self.body.addWidget(self._prose, 1)
        self.body.addWidget(self._notice)
        self.body.addLayout(row(self._state, 1, self._count))

    def take_focus(self) -> None:
        """Put the caret into the prose."""
        self._prose.setFocus()

    def show_slot(self, slot: SectionSlot, language: str) -> None:
        """Show another section; whatever was typed into the one before has been written."""
        self._slot, self._language = slot, language
        usual = self._parts.words(SECTIONS[slot.kind])
        self.title.setText(f"{usual} · {slot.title}" if slot.title else usual)
        self._heading.setPlaceholderText(slot.title or usual)
        self._put(slot.heading, slot.text)
        self._state.setText("")
        self._parts.bridge.read(self, lambda work: draft_text(work, self._draft_id(slot)), self._take_up)

    def refresh(self, slot: SectionSlot) -> None:
        """Show what stands in the dossier now, unless somebody is typing."""
        self._slot = slot
        if not self._dirty and not (_same(slot.text, self._prose.toPlainText()) and slot.heading == self._typed()[0]):
            self._put(slot.heading, slot.text)

    def insert(self, words: str) -> None:
        """Put words where the caret is, as if typed."""
        self._prose.insertPlainText(words)
        self._prose.setFocus()

    def flush(self) -> None:
        """Write what was typed."""
        self._pause.stop()
        self._second.stop()
        if not self._dirty or self._slot is None:
            return
        self._dirty = False
        slot, (heading, text) = self._slot, self._typed()
        if text.strip():
            fields: dict[str, object] = {
                "session": self._session, "kind": slot.kind.value, "item": slot.item, "heading": heading,
                "text": text, "language": self._language,
            }  # fmt: skip
            self._write("section.write", fields, slot)
        elif slot.section is not None:
            self._write("section.remove", {"section": key_to_text(slot.section)}, slot)
        elif heading:
            self._state.setText(self._parts.words(N_("A heading alone is not kept; write some text under it.")))

    def hideEvent(self, event: QHideEvent) -> None:
        """Write before the page goes: under the curtain, on another tab, or with the window."""
        self.flush()
        super().hideEvent(event)

    def _write(self, operation: str, fields: dict[str, object], slot: SectionSlot) -> None:
        if self._drafted:
            self._drafted = False
            self._parts.bridge.write("draft.drop", {"id": self._draft_id(slot)})
        self._parts.bridge.write(operation, fields, self._on_written, self._on_refused)

    def _on_written(self, _section: object) -> None:
        self._state.setText(self._parts.words(N_("Saved")))

    def _on_refused(self, refusal: DeskError) -> None:
        self._dirty = True
        sentence = self._parts.surroundings.phrases.told(refusal.sentence, refusal.details)
        self._state.setText(self._parts.words(N_("Not saved: {why}")).format(why=sentence))

    def _typed(self) -> tuple[str, str]:
        return self._heading.text().strip(), self._prose.toPlainText()

    def _on_typed(self) -> None:
        self._dirty = True
        self._state.setText("")
        self._count_words()
        self._pause.start()
        if not self._second.isActive():
            self._second.start()

    def _save_draft(self) -> None:
        if self._slot is not None and self._dirty:
            self._drafted = True
            fields = {"id": self._draft_id(self._slot), "text": self._prose.toPlainText()}
            # Off the record nothing is kept; the section itself says so once it is written.
            self._parts.bridge.write("draft.save", fields, refused=lambda _refusal: None)

    def _take_up(self, text: str | None) -> None:
        if text and self._slot is not None and not self._dirty and not _same(text, self._slot.text):
            self._prose.setPlainText(text)
            self._drafted = True
            self._state.setText(self._parts.words(N_("Taken up from where you stopped")))

    def _put(self, heading: str, text: str) -> None:
        for field in (self._heading, self._prose):
            field.blockSignals(True)
        self._heading.setText(heading)
        self._prose.setPlainText(text)
        for field in (self._heading, self._prose):
            field.blockSignals(False)
        self._dirty = False
        self._count_words()
        self._watch.look()

    def _count_words(self) -> None:
        count = len(self._prose.toPlainText().split())
        plural = self._parts.surroundings.phrases.plural
        self._count.setText(plural("{n} word", "{n} words", count).format(n=count))

    def _draft_id(self, slot: SectionSlot) -> str:
        return f"section {self._session} {slot.key}"[:100]


def _same(one: str, other: str) -> bool:
    return unicodedata.normalize("NFC", one).strip() == unicodedata.normalize("NFC", other).strip()
