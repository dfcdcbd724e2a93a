"""The preview: an edition's pages inside the window, drawn on the lane as they come into sight, sharp at any zoom."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from t2desk.domain.errors import DeskError
from t2desk.i18n import N_
from t2desk.ui.editions.pages import Sheet, picture, sheets
from t2desk.ui.kit.reading import ReadingArea
from t2desk.ui.shell.views import ViewParts

_GAP, _WIDEST = 14, 1100
_STEPS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
_KEYS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}


class PageView(QLabel):
    """One page: white until its picture is there; its words are what a screen reader says."""

    def __init__(self, line: str, sheet: Sheet, name: str) -> None:
        """Begin without a picture."""
        super().__init__()
        self.sheet = sheet
        self._line = QColor(line)
        self._image: QImage | None = None
        self.setAccessibleName(name)
        self.setAccessibleDescription(sheet.words)

    def set_width(self, width: int) -> None:
        """Be so wide, and as high as the page asks."""
        self.setFixedSize(width, round(width * self.sheet.height / self.sheet.width))

    def fits(self, ratio: float) -> bool:
        """Say whether the picture is as sharp as the screen."""
        return self._image is not None and self._image.width() == round(self.width() * ratio)

    def show_image(self, image: QImage | None) -> None:
        """Show a picture, or let it go."""
        self._image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint paper, picture and edge."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if self._image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.rect(), self._image)
        painter.setPen(self._line)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class Preview(ReadingArea):
    """Pages under each other; plus and minus zoom, 0 fits the width again."""

    turned = Signal(int, int)

    def __init__(self, parts: ViewParts, failed: Callable[[DeskError], None]) -> None:
        """Begin without pages; `failed` hears why a page could not be drawn."""
        super().__init__("editionPreview", parts.words(N_("Preview of the edition")))
        self._parts, self._failed = parts, failed
        self._content = b""
        self._pages: list[PageView] = []
        self._zoom = _STEPS.index(1.0)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(_GAP, _GAP, _GAP, _GAP)
        self._column.setSpacing(_GAP)
        self.setWidget(self._inside)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.verticalScrollBar().valueChanged.connect(self._on_moved)
        # Pictures are asked for once scrolling or resizing has come to rest for a moment.
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(30)
        self._rest.timeout.connect(self._draw_visible)

    def show_pdf(self, content: bytes) -> None:
        """Show the pages of a PDF."""
        self._content = content
        self._parts.bridge.run(self, partial(sheets, content), self._show_sheets, self._failed)

    def clear(self) -> None:
        """Show nothing, and keep nothing."""
        self._content = b""
        self._show_sheets(())

    def count(self) -> int:
        """Return how many pages there are."""
        return len(self._pages)

    def _show_sheets(self, found: tuple[Sheet, ...]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (page := item.widget()) is not None:
                page.deleteLater()
        line = self._parts.surroundings.theme.look.tokens.line
        name = self._parts.words(N_("Page {number} of {all}"))
        self._pages = [
            PageView(line, sheet, name.format(number=number, all=len(found)))
            for number, sheet in enumerate(found, start=1)
        ]
        for number, page in enumerate(self._pages, start=1):
            page.setObjectName(f"previewPage{number}")
            self._column.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(1)
        self.verticalScrollBar().setValue(0)
        self._lay_out()

    def _lay_out(self) -> None:
        fitting = min(_WIDEST, max(200, self.viewport().width() - 2 * _GAP))
        for page in self._pages:
            page.set_width(round(fitting * _STEPS[self._zoom]))
        widest = max((page.width() for page in self._pages), default=0) + 2 * _GAP
        height = sum(page.height() + _GAP for page in self._pages) + _GAP
        self._inside.resize(max(self.viewport().width(), widest), height)
        self._rest.start()

    def _on_moved(self) -> None:
        if not self._rest.isActive():
            self._rest.start()

    def _at(self) -> int:
        """Return the number of the page in the middle of what is seen."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        return max(1, sum(page.y() <= middle for page in self._pages))

    def _draw_visible(self) -> None:
        self.turned.emit(self._at() if self._pages else 0, len(self._pages))
        content, ratio = self._content, self.devicePixelRatioF()
        for number, page in enumerate(self._pages):
            if not self._is_near(page):
                page.show_image(None)
            elif not page.fits(ratio):
                show = partial(self._show_image, content, page)
                self._parts.bridge.run(page, partial(picture, content, number, page.width(), ratio), show, self._failed)

    def _is_near(self, page: PageView) -> bool:
        top = page.mapTo(self._inside, page.rect().topLeft()).y() - self.verticalScrollBar().value()
        room = self.viewport().height()
        return -room < top + page.height() and top < 2 * room

    def _show_image(self, content: bytes, page: PageView, image: QImage) -> None:
        if content is self._content:
            page.show_image(image)

    def zoom(self, step: int) -> None:
        """Zoom in (1), out (-1), or fit the width (0)."""
        wanted = self._zoom + step if step else _STEPS.index(1.0)
        self._zoom = min(len(_STEPS) - 1, max(0, wanted))
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the width again."""
        super().resizeEvent(event)
        self._lay_out()

    def event(self, event: QEvent) -> bool:
        """Keep the zoom keys from being anything else while the pages have the focus."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _KEYS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom, or scroll."""
        key = Qt.Key(event.key())
        if key in _KEYS:
            self.zoom(_KEYS[key])
        else:
            super().keyPressEvent(event)
