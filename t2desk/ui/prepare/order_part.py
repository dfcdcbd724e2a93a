"""In which order parties stand wherever they are listed: by an alphabet or by the seats, turning with each document."""

from PySide6.QtWidgets import QWidget

from t2desk.domain.party_order import LANGUAGES, NeutralOrder, PartyOrder
from t2desk.i18n import N_
from t2desk.ui.kit.pieces import column, label, row
from t2desk.ui.kit.segments import Segments, Switch
from t2desk.ui.prepare.pieces import Choice
from t2desk.ui.shell.views import ViewParts

_BY = ((PartyOrder.ALPHABET.value, N_("By alphabet")), (PartyOrder.SEATING.value, N_("By seats")))
# Each language by its own name; Qt would add a country to some.
_NAMES = {
    "en": "English", "fr": "Français", "de": "Deutsch", "ar": "العربية", "az": "Azərbaycanca", "cs": "Čeština",
    "da": "Dansk", "es": "Español", "fi": "Suomi", "hr": "Hrvatski", "nb": "Norsk", "pl": "Polski", "sv": "Svenska",
    "tr": "Türkçe", "ru": "Русский", "fa": "فارسی", "uk": "Українська",
}  # fmt: skip


class OrderPart(QWidget):
    """Three choices; each writes itself, and every list of parties follows at once."""

    def __init__(self, parts: ViewParts) -> None:
        """Begin with the order that nobody has chosen yet."""
        super().__init__()
        self.setObjectName("partyOrder")
        words, theme, self._parts = parts.words, parts.surroundings.theme, parts
        title = words(N_("Order of the parties"))
        self._by = Segments(theme, "partyOrderBy", title, [(value, words(said)) for value, said in _BY])
        self._by.chosen.connect(lambda value: self._write("by", value))
        languages = tuple((one, _NAMES[one]) for one in LANGUAGES)
        self._language = Choice(
            parts,
            words(N_("Whose alphabet")),
            "partyOrderLanguage",
            languages,
            lambda one: self._write("language", one),
        )
        turns = words(N_("Each document begins with the next party"))
        self._turns = Switch(theme, "partyOrderTurns", turns, words(N_("On")), words(N_("Off")))
        self._turns.clicked.connect(lambda is_on: self._write("rotates", is_on))
        turning = row(label(turns, "second", wraps=True), self._turns, gap=8)
        turning.setStretch(0, 1)
        self.setLayout(column(label(title, "label"), row(self._by, 1), self._language, turning, gap=6))

    def show_order(self, order: NeutralOrder) -> None:
        """Show the order in force, and tell nobody."""
        self._by.show_value(order.by.value)
        self._language.show_value(order.language)
        self._language.setVisible(order.by is PartyOrder.ALPHABET)
        self._turns.setChecked(order.rotates)

    def _write(self, name: str, value: object) -> None:
        self._parts.bridge.write("party.order", {name: value})
