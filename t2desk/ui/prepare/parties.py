"""The parties: the sides of the dialogue, with shape and colour; added, renamed, removed while nobody is of them."""

from functools import partial

from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from t2desk.domain.errors import DeskError
from t2desk.domain.party_order import NeutralOrder
from t2desk.i18n import N_
from t2desk.services.preparation import PartyLine
from t2desk.ui.kit.fonts import figure_font, text_font
from t2desk.ui.kit.lists import ValueListView
from t2desk.ui.kit.painting import MirroredPainter, isolated
from t2desk.ui.kit.pieces import column, label
from t2desk.ui.kit.values import ValueListModel
from t2desk.ui.prepare.order_part import OrderPart
from t2desk.ui.prepare.pieces import Field, UndoBar, told
from t2desk.ui.shell.kept_line import KeptLine
from t2desk.ui.shell.views import ViewParts


class PartiesForm(QWidget):
    """A list, a field for the name of the current one, and a line to add."""

    def __init__(self, parts: ViewParts) -> None:
        """Begin without parties."""
        super().__init__()
        self.setObjectName("partiesForm")
        self._parts = parts
        self._model: ValueListModel[PartyLine] = ValueListModel(lambda party: party.id, self._spoken)
        self._list = ValueListView(parts.surroundings.theme, self._model, self._paint)
        self._list.setObjectName("partyList")
        self._list.setAccessibleName(parts.words(N_("Parties")))
        self._list.on_key(Qt.Key.Key_Delete, "remove")
        self._list.asked.connect(self._on_remove)
        self._list.selectionModel().currentChanged.connect(self._on_current)
        self._name: Field = Field(parts.words(N_("Name of this party")), "partyName", self._on_rename, waits=True)
        self._list.chosen.connect(lambda _party: self._name.line.setFocus())
        self._undo = UndoBar(parts, "partyUndo")
        self._add = KeptLine(parts, "partyAdd", parts.words(N_("Add a party")))
        self._add.returnPressed.connect(self._on_add)
        said = label(
            parts.words(N_("A side of the dialogue: not an employer. Documents name parties, never people.")),
            "second", wraps=True,
        )  # fmt: skip
        self._order = OrderPart(parts)
        layout = column(said, self._list, self._undo, self._name, self._add, self._order, gap=12)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def show_parties(self, parties: tuple[PartyLine, ...], order: NeutralOrder) -> None:
        """Show the parties in their order, and the order."""
        self._order.show_order(order)
        self._list.set_values(parties)
        if not self._list.currentIndex().isValid() and parties:
            self._list.setCurrentIndex(self._model.index(0))
        self._name.setVisible(bool(parties))
        self._on_current(QModelIndex(), QModelIndex())

    def _on_current(self, _current: QModelIndex, _before: QModelIndex) -> None:
        party = self._list.current()
        if party is not None:
            self._name.show_text(party.name)

    def _on_rename(self, name: str) -> None:
        party = self._list.current()
        if party is not None:
            self._parts.bridge.write("party.rename", {"party": party.id, "name": name}, refused=self._on_refused)

    def _on_refused(self, problem: DeskError) -> None:
        self._name.refuse(told(self._parts, problem))

    def _on_add(self) -> None:
        if self._add.text().strip():
            self._parts.bridge.write("party.add", {"name": self._add.text()}, self._on_added)

    def _on_added(self, _party: object) -> None:
        self._add.clear_draft()

    def _on_remove(self, _name: str, party: PartyLine) -> None:
        words = self._parts.words(N_("The party {name} was removed.")).format(name=isolated(party.name))
        self._parts.bridge.write("party.remove", {"party": party.id}, partial(self._undo.say, words))

    def _spoken(self, party: PartyLine) -> str:
        return f"{party.name}, {party.people}"

    def _paint(self, painter: MirroredPainter, box: QRect, party: PartyLine, _selected: bool) -> None:
        look = self._parts.surroundings.theme.look
        tokens, sizes = look.tokens, look.sizes
        colour = tokens.parties[party.number % len(tokens.parties)]
        painter.shape(QRect(box.left() + 12, box.center().y() - 6, 12, 12), party.number, colour)
        name = QRect(box.left() + 36, box.top(), box.width() - 80, box.height())
        painter.text(name, party.name, text_font(sizes.text_body, QFont.Weight.DemiBold), tokens.ink)
        count = QRect(box.right() - 44, box.top(), 32, box.height())
        trailing = Qt.AlignmentFlag.AlignTrailing
        painter.text(count, str(party.people), figure_font(sizes.text_label), tokens.ink_second, trailing)
