"""What t2desk is, what it does not protect from, and whose work is in it."""

from PySide6.QtWidgets import QGridLayout, QWidget

from t2desk import __version__
from t2desk.i18n import N_
from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.kit.pieces import Card, column, label

# The README says the same; whoever changes one changes both.
NOT_PROTECTED = (
    N_("Somebody who holds the unlocked laptop, or controls it."),
    N_("Cameras and microphones in the room."),
    N_("What others do with a document once they have it."),
    N_("Old copies of the file on other disks, and the spare cells of an SSD."),
    N_("What a small group can infer: “no findings” does not mean “anonymous”."),
    N_("That t2desk is installed can be seen. There is no hidden or decoy mode."),
)

CREDITS = (
    (N_("Typefaces"), N_("Source Sans and Source Serif by Adobe, FiraGO by Carrois and bBox Type (SIL OFL 1.1)")),
    (N_("Icons"), N_("Lucide, with parts of Feather (ISC, MIT)")),
    (N_("Words"), N_("Passphrase words from SCOWL by Kevin Atkinson")),
    (N_("Window"), N_("Qt for Python (LGPL 3)")),
    (
        N_("Encryption"),
        N_("SQLCipher by Zetetic (BSD), Argon2id and AES by the cryptography package (Apache 2.0, BSD)"),
    ),
)


def limits_card(surroundings: Surroundings) -> Card:
    """Return the card of what this program does not protect from."""
    words = surroundings.words
    card = Card(surroundings.theme, words(N_("What t2desk does not protect from")), "limits")
    card.body.setContentsMargins(0, 6, 0, 0)
    for number, sentence in enumerate(NOT_PROTECTED, start=1):
        card.body.addWidget(label(words(sentence), "body", f"limit{number}", wraps=True))
    return card


def about_card(surroundings: Surroundings) -> Card:
    """Return the card of version, licence and credits."""
    words = surroundings.words
    card = Card(surroundings.theme, words(N_("About")), "about")
    card.body.setContentsMargins(0, 6, 0, 0)
    version = label(words(N_("t2desk {version}")).format(version=__version__), "title", "aboutVersion")
    licence = label(
        words(N_(
            "Free software under the GNU General Public License, version 3 or later. It comes without any warranty."
        )),
        "second", "aboutLicence", wraps=True,
    )  # fmt: skip
    card.body.addLayout(column(version, licence, gap=2))
    card.body.addWidget(_credits(surroundings))
    return card


def _credits(surroundings: Surroundings) -> QWidget:
    made = QWidget()
    grid = QGridLayout()
    grid.setContentsMargins(0, 4, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    for line, (what, whose) in enumerate(CREDITS):
        grid.addWidget(label(surroundings.words(what), "label"), line, 0)
        grid.addWidget(label(surroundings.words(whose), "second", wraps=True), line, 1)
    grid.setColumnStretch(1, 1)
    made.setLayout(grid)
    return made
