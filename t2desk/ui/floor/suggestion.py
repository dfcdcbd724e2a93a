"""Who might speak next, and why: one quiet line below the list, and the key that says yes to it."""

from t2desk.domain.series import SessionState
from t2desk.domain.speaking import Reason, Suggestion
from t2desk.i18n import N_
from t2desk.ui.floor.feed import FloorFeed
from t2desk.ui.floor.words import short_name
from t2desk.ui.kit.buttons import KeyButton
from t2desk.ui.kit.painting import isolated
from t2desk.ui.kit.spaces import Space
from t2desk.ui.shell.commands import key_of
from t2desk.ui.shell.views import ViewParts

_REASONS = {
    Reason.FIRST_TURN: N_("has not spoken yet"),
    Reason.QUIET_PARTY: N_("party heard little"),
    Reason.NOT_HEARD: N_("not heard yet"),
}


class SuggestionLine(KeyButton):
    """Shown while there is a reason; pressed, it gives the floor, and nothing else ever does."""

    def __init__(self, parts: ViewParts, feed: FloorFeed) -> None:
        """Begin hidden."""
        around = parts.surroundings
        super().__init__(around.theme, around.icons, "", "user", key_of("floor.suggested"))
        self.setObjectName("queueSuggestion")
        self._parts, self._feed = parts, feed
        self._said_of: tuple[Suggestion | None, Space] = None, Space.ROOMY
        self.clicked.connect(lambda _checked=False: parts.commands.give("floor.suggested"))
        self.hide()

    def show_suggestion(self, space: Space) -> None:
        """Say who, and why, if there is a reason now; in the smallest room the key alone has to do."""
        floor = self._feed.floor
        is_open = floor.state is SessionState.OPEN and not floor.off_record and space < Space.CRAMPED
        suggestion = self._feed.suggestion() if is_open else None
        if (suggestion, space) == self._said_of:
            return
        self._said_of = suggestion, space
        seat = self._feed.seat_of(suggestion.person) if suggestion else None
        self.setVisible(seat is not None)
        if suggestion is None or seat is None:
            return
        self.show_key(space is Space.ROOMY)
        name = isolated(short_name(seat.speaker, 14))
        whole = self._parts.words(N_("Perhaps {name}: {reason}"))
        self.set_words(whole.format(name=name, reason=self._reason(suggestion)))
        self.setToolTip(self._parts.words(N_("Suggested: {name}. Shift+N gives the floor.")).format(name=name))

    def _reason(self, suggestion: Suggestion) -> str:
        if suggestion.reason is Reason.LONG_SILENT:
            plural = self._parts.surroundings.phrases.plural
            words = plural("silent for {count} minute", "silent for {count} minutes", suggestion.minutes)
            return words.format(count=suggestion.minutes)
        return self._parts.words(_REASONS[suggestion.reason])
