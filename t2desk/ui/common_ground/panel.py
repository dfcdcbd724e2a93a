"""The common ground as the desk shows it."""

from t2desk.i18n import N_
from t2desk.ui.kit.pieces import Card
from t2desk.ui.shell.views import ViewParts


class CommonGroundPanel(Card):
    """An empty card, until the points' own panel is merged."""

    def __init__(self, parts: ViewParts) -> None:
        """Show the title."""
        super().__init__(parts.surroundings.theme, parts.words(N_("Common ground")), "commonGroundPanel")
        self.body.addStretch(1)
