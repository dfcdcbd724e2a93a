"""A part of a point's page: built when its tab is first shown, told the point each time it was read."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QApplication, QLayout, QVBoxLayout, QWidget

from t2desk.domain.errors import DeskError
from t2desk.services.point_page import PointPage
from t2desk.ui.shell.message_bar import WARN
from t2desk.ui.shell.views import ViewParts


class PointPart(QWidget):
    """Shows one side of a point, and writes by operations of the registry."""

    def __init__(self, parts: ViewParts, point: str) -> None:
        """Begin empty; `point` is the point's key."""
        super().__init__()
        self.parts, self.point = parts, point

    def show_point(self, page: PointPage) -> None:
        """Show the point as it is now."""
        raise NotImplementedError

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, in the order of reading."""
        raise NotImplementedError

    def take(self, number: int) -> None:
        """Do what a number key is for."""

    def letters(self) -> dict[str, Callable[[], object]]:
        """Return what letters do, beside those of the page."""
        return {}

    def arrange(self, is_wide: bool) -> None:
        """Lay out for a wide or a narrow page."""

    def show_again(self, page: PointPage) -> None:
        """Show the point, and leave the focus where it was, also where that was built anew."""
        now = QApplication.focusWidget()
        name = now.objectName() if now is not None and self.isAncestorOf(now) else ""
        self.show_point(page)
        if name:
            self.hold_focus(name)

    def hold_focus(self, name: str) -> None:
        """Give the focus to what bears a name, or else to the first stop there is, unless it is somewhere already."""
        now, stops = (
            QApplication.focusWidget(),
            [one for one in self.stops() if one.isVisibleTo(self) and one.isEnabled()],
        )
        if now in stops or not stops:
            return
        next((one for one in stops if one.objectName() == name), stops[0]).setFocus()

    def write(self, operation: str, **fields: object) -> None:
        """Perform an operation on this point; a refusal is said in the message bar."""
        self.parts.bridge.write(operation, {"point": self.point, **fields}, refused=self.say_refused)

    def act(self, operation: str, **fields: object) -> None:
        """Perform an operation on what stands beside this point."""
        self.parts.bridge.write(operation, fields, refused=self.say_refused)

    def say_refused(self, refusal: DeskError) -> None:
        """Say in the message bar why something was refused."""
        self.parts.say(told(self.parts, refusal), WARN)


def told(parts: ViewParts, refusal: DeskError) -> str:
    """Return a refusal in the window's words."""
    return parts.surroundings.phrases.told(refusal.sentence, refusal.details)


def empty(place: QLayout) -> None:
    """Remove everything that stands in a layout; who has the focus in there gives it to the widget around."""
    around = place.parentWidget()
    while (item := place.takeAt(0)) is not None:
        old, inner = item.widget(), item.layout()
        if old is not None:
            now = QApplication.focusWidget()
            if around is not None and now is not None and (now is old or old.isAncestorOf(now)):
                around.setFocus()  # else Qt hands it to the next control, which may lie outside of the page
            old.hide()
            old.deleteLater()
        elif inner is not None:
            empty(inner)


def fill(place: QVBoxLayout, widgets: Iterable[QWidget]) -> None:
    """Let these widgets stand under each other, and nothing else."""
    empty(place)
    for widget in widgets:
        place.addWidget(widget)
        widget.show()
