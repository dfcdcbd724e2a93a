"""The process edition: how the floor was shared over the whole meeting, by party and in bands; nothing of who or when.

One session is never reported alone: whoever was there could take it off the others (study/sanitize.md §1.4).
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import reduce

from t2desk.domain.bands import Band
from t2desk.domain.desk_errors import NothingMayLeave, NothingToReport
from t2desk.domain.documents import Bar, Bars, Block, Document, Heading, Paragraph, Text
from t2desk.domain.editions import EDITIONS
from t2desk.domain.people import Party
from t2desk.domain.ports import Work
from t2desk.domain.rules import FloorKept, Preset, Rule
from t2desk.domain.series import Session, SessionState
from t2desk.i18n import N_, Phrases
from t2desk.services.editions.shared import (
    Held,
    band,
    hold,
    latest_session,
    masthead,
    preset_of,
    preset_shown,
    presets_shown,
    running_head,
    terms,
)
from t2desk.services.process_indicators import HowMany, Indicators, Use, indicators
from t2desk.services.rule_settling import bound_to
from t2desk.services.scopes import rule_of_session

_EDITION = EDITIONS["process"]
_USES = {
    Use.STATEMENTS: N_("Statements"),
    Use.EXCHANGE: N_("Questions and responses"),
    Use.ROUNDS: N_("Rounds of the table"),
}
_HEARD = {
    HowMany.NEARLY_ALL: N_("Nearly all of those who were there for these parties took the floor."),
    HowMany.MOST: N_("Most of those who were there for these parties took the floor."),
    HowMany.HALF: N_("About half of those who were there for these parties took the floor."),
    HowMany.FEW: N_("Fewer than half of those who were there for these parties took the floor."),
}
_IN_TIME = {
    HowMany.NEARLY_ALL: N_("Nearly all items took about as long as planned."),
    HowMany.MOST: N_("Most items took about as long as planned."),
    HowMany.HALF: N_("About half of the items took about as long as planned."),
    HowMany.FEW: N_("Few items took about as long as planned."),
}
_WHOLE, _IN_PART = N_("The whole meeting"), N_("The meeting, as far as its rule keeps it")
_RARE = N_("Points of order, replies and interposed questions were rare.")
_COMMON = N_("Points of order, replies and interposed questions were common.")


def process(work: Work, session: str | None, phrases: Phrases) -> Document:
    """Return the process edition of the meeting that a session belongs to. Raises NothingToReport, NothingMayLeave."""
    sessions = sessions_of_meeting(work, session)
    held = _hold(work, sessions, phrases)
    begun = [one for one in work.select(Session, meeting=held.meeting.id) if one.state is not SessionState.PLANNED]
    found = indicators(work, sessions)
    if not found.parties:
        raise NothingToReport(missing=N_("the floor of two parties of which three or more were there"))
    title = Text(held.meeting.title, "meeting.title")
    facts = (
        (held.fixed("Covers"), held.fixed(_WHOLE if found.whole and len(begun) == len(sessions) else _IN_PART)),
        (held.fixed("Participants"), held.fixed("In personal capacity")),
        (held.fixed("Figures"), held.fixed("Bands of ten per cent")),
    )
    deck = held.fixed("How the meeting went, for its evaluation. It says nothing of who spoke, of when, or of what.")
    return Document(
        language=phrases.language,
        title=title,
        masthead=masthead(held, title, deck, facts),
        footer=held.fixed("For evaluation"),
        running_head=running_head(held, title),
        band=band(held),
        blocks=(terms(held), *_floor(held, found), *_uses(held, found), *_agenda(held, found)),
    )


def sessions_of_meeting(work: Work, session: str | None) -> tuple[Session, ...]:
    """Return the sessions of a meeting that count: begun, and under rules that keep something and let it leave.

    Raises NothingToReport where none has begun, NothingMayLeave where the one that is named may not leave, or none.
    """
    chosen = work.get(Session, session) if session else latest_session(work)
    if chosen is None:
        raise NothingToReport(missing=N_("a session"))
    every = sorted(work.select(Session, meeting=chosen.meeting), key=lambda one: one.number)
    begun = [one for one in every if one.state is not SessionState.PLANNED]
    leaving = tuple(one for one in begun if _EDITION.allowed_by(rule_of_session(work, one)))
    if (session and not _EDITION.allowed_by(rule_of_session(work, chosen))) or (begun and not leaving):
        raise NothingMayLeave(session=chosen.number, rule=preset_shown(work, chosen).title)
    return tuple(one for one in leaving if bound_to(work, one)[1].floor is not FloorKept.NOTHING)


def rule_of_meeting(work: Work, sessions: tuple[Session, ...]) -> str:
    """Return the name of the rule that the edition bears: of all that were in force, the strictest."""
    return _strictest_of(work, sessions).name


def _strictest_of(work: Work, sessions: tuple[Session, ...]) -> Preset:
    return preset_of(tuple(name for one in sessions for name in presets_shown(work, one)))


def _hold(work: Work, sessions: tuple[Session, ...], phrases: Phrases) -> Held:
    """Hold the last session under all rules of all of them: what closes the edition for one closes it for the meeting.

    Raises NothingToReport, and whatever `hold` raises of any of them.
    """
    if not sessions:
        raise NothingToReport(missing=N_("a session whose rule keeps something of the floor"))
    first, *others = [hold(work, _EDITION, one.id, phrases) for one in sessions]
    rule = reduce(Rule.meet, (one.rule for one in others), first.rule)
    return replace([first, *others][-1], preset=_strictest_of(work, sessions), rule=rule)


def _floor(held: Held, found: Indicators) -> Iterator[Block]:
    yield Heading(held.fixed("Who had the floor"), held.fixed("By party"))
    explained = held.fixed(
        "Only parties of which three or more were there are shown, in bands, over all of it; nothing is given "
        "by day, item or person."
    )
    yield Paragraph(Text(f"{held.phrases(_evenness(found.parties))} {explained.words}", "process.share"))
    bars = tuple(_bar(held, Text(party.name, "party.name"), one, "process.share") for party, one in found.parties)
    note = held.fixed(
        "Of the time of the parties shown. Interpretation, points of order and silence are charged to nobody."
    )
    yield Bars(held.fixed("share of the floor, in bands of ten per cent"), bars, note)
    heard = [] if found.heard is None else [Text(held.phrases(_HEARD[found.heard]), "process.heard")]
    if found.rarely_interrupted is not None:
        heard.append(Text(held.phrases(_RARE if found.rarely_interrupted else _COMMON), "process.interrupts"))
    yield from (Paragraph(text) for text in heard)


def _evenness(parties: tuple[tuple[Party, Band], ...]) -> str:
    lows = [one.low for _, one in parties]
    if max(lows) - min(lows) <= 10:
        return N_("The parties shown held the floor about equally.")
    if min(lows) * 2 >= max(lows):
        return N_("The parties shown did not hold the floor equally.")
    return N_("The parties shown held the floor very unequally.")


def _uses(held: Held, found: Indicators) -> Iterator[Block]:
    if not found.uses:
        return
    yield Heading(held.fixed("What it was used for"), held.fixed("By kind of turn"))
    bars = tuple(_bar(held, held.fixed(_USES[use]), one, "process.use") for use, one in found.uses)
    yield Bars(held.fixed("share of the same time, in bands of ten per cent"), bars)


def _agenda(held: Held, found: Indicators) -> Iterator[Block]:
    if found.taken is None:
        return
    yield Heading(held.fixed("How the agenda went"), held.fixed("All items together"))
    if found.in_time is not None:
        yield Paragraph(Text(held.phrases(_IN_TIME[found.in_time]), "process.in_time"))
    planned = Bar(held.fixed("Planned"), held.fixed("as agreed"), 100, 100)
    taken = _bar(held, held.fixed("Taken"), found.taken, "process.taken")
    note = held.fixed("Items that were talked out, taken together. Breaks are not counted.")
    yield Bars(held.fixed("length of the talks, in per cent of what was planned"), (planned, taken), note)


def _bar(held: Held, label: Text, one: Band, origin: str) -> Bar:
    return Bar(label, Text(_words(held, one), origin), one.low, one.low + 10 if one.high is None else one.high)


def _words(held: Held, one: Band) -> str:
    if one.high is None:
        return held.phrases(N_("over {low} per cent")).format(low=one.low)
    if not one.low:
        return held.phrases(N_("under {high} per cent")).format(high=one.high)
    return held.phrases(N_("{low} to {high} per cent")).format(low=one.low, high=one.high)
