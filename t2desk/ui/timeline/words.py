"""What the pictures say in sentences: of a turn, of a window of time, and why there is nothing to draw."""

from collections.abc import Iterator

from t2desk.domain.floor import KIND_WORDS
from t2desk.domain.moments import Moment
from t2desk.domain.rules import FloorKept
from t2desk.domain.series import SessionState
from t2desk.i18n import N_
from t2desk.services.balance_windows import QUARTER, PartyPart, Window, wall_at
from t2desk.services.timeline import Drawn, Timeline
from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.kit.hours import clock_words, hour_words
from t2desk.ui.kit.painting import isolated

_NOTHING = {
    SessionState.PLANNED: N_("This session has not begun. Its turns are drawn here as they are held."),
    SessionState.OPEN: N_("Nobody has had the floor yet. Turns are drawn here as they are held."),
    SessionState.ADJOURNED: N_("Nobody had the floor in this session."),
}
_GONE = {
    FloorKept.NOTHING: N_(
        "This session is settled, and its rule keeps nothing of the floor: there is nothing left to draw."
    ),
    FloorKept.TOTALS_BY_PARTY: N_(
        "This session is settled, and its rule keeps how long each party spoke, but no order: the line cannot be drawn."
    ),
    FloorKept.TOTALS_BY_PERSON: N_(
        "This session is settled, and its rule keeps how long each person spoke, but no order: the line cannot be "
        "drawn."
    ),
    FloorKept.TURNS: N_("Nobody had the floor in this session."),
}


def why_empty(line: Timeline) -> str:
    """Return why a line has no turns, still to be translated."""
    return _GONE[line.kept] if line.state is SessionState.SETTLED else _NOTHING[line.state]


def hour_of(begins: Moment, seconds: float) -> str:
    """Return the time of day so many seconds after a moment."""
    return hour_words(wall_at(begins, seconds))


def who(surroundings: Surroundings, turn: Drawn) -> str:
    """Return whose turn it was, with the party."""
    if turn.speaker is None:
        return surroundings.words(N_("not named"))
    name = isolated(turn.speaker.name)
    return surroundings.phrases.listed(name, isolated(turn.speaker.party)) if turn.speaker.party else name


def turn_sentence(surroundings: Surroundings, line: Timeline, turn: Drawn) -> str:
    """Return all that the picture shows of a turn."""
    words, phrases = surroundings.words, surroundings.phrases
    at = hour_of(line.begins, turn.begin) if line.begins else ""
    head = f"{at} · {who(surroundings, turn)}"
    facts = [words(KIND_WORDS[turn.kind]), clock_words(round(turn.seconds)), *_before(surroundings, line, turn)]
    beneath = next((one for one in line.turns if one.key == turn.beneath), None)
    if beneath is not None:
        facts.append(words(N_("within the turn of {name}")).format(name=who(surroundings, beneath)))
    if turn.cuts:
        facts.append(
            phrases.plural("interrupted once", "interrupted {n} times", len(turn.cuts)).format(n=len(turn.cuts))
        )
    if turn.paused:
        facts.append(words(N_("stood still for {time}")).format(time=clock_words(round(turn.paused))))
    if turn.runs:
        facts.append(words(N_("still running")))
    return f"{head}. {' · '.join(facts)}"


def _before(surroundings: Surroundings, line: Timeline, turn: Drawn) -> Iterator[str]:
    """Yield what lay between a turn and the one before it: off the record, or nobody's."""
    if turn.beneath is not None:
        return
    ended = max((one.end for one in line.turns if one.begin < turn.begin), default=0.0)
    gaps = ((line.off, N_("after {time} off the record")), (line.idle, N_("after {time} without a speaker")))
    for stretches, message in gaps:
        lasted = sum(high - low for low, high in stretches if low >= ended - 1 and high <= turn.begin + 1)
        if lasted:
            yield surroundings.words(message).format(time=clock_words(round(lasted)))


def party_words(surroundings: Surroundings, part: PartyPart) -> str:
    """Return a party's name, or that there is none."""
    return isolated(part.name) if part.name else surroundings.words(N_("Without a party"))


def window_title(surroundings: Surroundings, window: Window) -> str:
    """Return a quarter as from and to, or an item by its title."""
    if window.begins is not None:
        return f"{hour_words(window.begins)}–{hour_words(window.begins + QUARTER)}"
    return isolated(window.title) if window.title else surroundings.words(N_("No item"))


def window_sentence(surroundings: Surroundings, window: Window) -> str:
    """Return all that the picture shows of a window of time."""
    title = window_title(surroundings, window)
    if not window.parts:
        nobody = surroundings.words(N_("Nobody spoke."))
        return f"{title}. {nobody}"
    shares = (f"{party_words(surroundings, part)} {part.percent}%" for part in window.parts)
    return f"{title}. {clock_words(window.seconds)}. {surroundings.phrases.listed(*shares)}"
