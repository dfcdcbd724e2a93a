"""What the room may see, by inclusion: titles of items, kinds of turns, texts that were chosen, parties if chosen."""

from collections.abc import Callable
from dataclasses import replace

from t2desk.domain.agenda import ItemState
from t2desk.domain.fingerprints import fingerprint
from t2desk.domain.floor import KIND_WORDS
from t2desk.domain.moments import Moment
from t2desk.domain.ports import Work
from t2desk.domain.room_card import (
    LONGEST_TEXT,
    MOST_ITEMS,
    MOST_PARTIES,
    RoomCard,
    RoomContent,
    RoomItem,
    RoomParty,
    clipped,
)
from t2desk.domain.room_choices import MESSAGES, Shown
from t2desk.domain.room_rows import RoomSetting
from t2desk.domain.rules import PRESETS
from t2desk.domain.series import Session, SessionState
from t2desk.i18n import N_
from t2desk.services.agenda_clock import AgendaLine, agenda_times, agenda_view
from t2desk.services.assent import text_in_force
from t2desk.services.floor_views import Holding, balance, floor_view, tally
from t2desk.services.point_views import rows_of
from t2desk.services.room_settings import ground_rules, setting_of
from t2desk.services.standing import session_at_hand

Words = Callable[[str], str]


def room_card(work: Work, message: int, now: Moment, words: Words) -> RoomCard:
    """Return what the room is to see, not yet on any screen; everything that is not listed here stays out.

    `message` counts the messages to a speaker from 1; 0 is none.
    """
    said = words(MESSAGES[message - 1]) if 1 <= message <= len(MESSAGES) else ""
    session = session_at_hand(work)
    if session is None:
        return RoomCard(message=clipped(said))
    choices = setting_of(work, session.id)
    card = RoomCard(message=clipped(said), wordless=choices.wordless)
    if choices.shown is Shown.RULE:
        return _rule(work, card, session, words)
    if choices.shown is Shown.GROUND_RULES:
        return _ground_rules(work, card, words)
    if choices.shown is Shown.POINT:
        return _point(work, card, session, choices, words)
    lines = agenda_times(agenda_view(work), now).lines
    if choices.shown is Shown.AGENDA:
        return replace(card, content=RoomContent.AGENDA, agenda=_agenda(lines))
    current = next((line for line in lines if line.item.state is ItemState.CURRENT), None)
    card = replace(card, item=clipped(f"{current.number}  {current.item.title}") if current else "")
    return _floor(work, card, choices, now, words) if session.state is SessionState.OPEN else card


def _rule(work: Work, card: RoomCard, session: Session, words: Words) -> RoomCard:
    preset, own = PRESETS[session.rule], text_in_force(work, session)
    # The preset's own text is there in every language; the dialogue's own only as it was written.
    said = words(preset.text) if own is None or own.text == preset.text else own.text
    text = clipped(said, LONGEST_TEXT)
    return replace(card, content=RoomContent.TEXT, heading=clipped(words(preset.title)), text=text)


def _ground_rules(work: Work, card: RoomCard, words: Words) -> RoomCard:
    text = clipped(ground_rules(work, words), LONGEST_TEXT)
    return replace(card, content=RoomContent.TEXT, heading=clipped(words(N_("Ground rules"))), text=text)


def _point(work: Work, card: RoomCard, session: Session, choices: RoomSetting, words: Words) -> RoomCard:
    rows = rows_of(work, session.id)
    card = replace(card, content=RoomContent.TEXT)
    if not rows:
        return card
    row = rows[(choices.place - 1) % len(rows)]
    heading = words(N_("Point {number}")).format(number=row.number)
    # With the words that tell one version from another, the room hears that it reads the text that is read out.
    signs = words(N_("Fingerprint {signs}")).format(signs=fingerprint(row.text))
    return replace(card, heading=clipped(heading), text=clipped(row.text, LONGEST_TEXT), label=clipped(signs))


def _agenda(lines: tuple[AgendaLine, ...]) -> tuple[RoomItem, ...]:
    """Return a stretch of the agenda that fits, with what is under discussion in it; never an aim or a note."""
    kept = [line for line in lines if line.item.state is not ItemState.PARKED]
    current = next((place for place, line in enumerate(kept) if line.item.state is ItemState.CURRENT), 0)
    first = max(0, min(current - MOST_ITEMS // 2, len(kept) - MOST_ITEMS))
    return tuple(
        RoomItem(
            line.number[:16], clipped(line.item.title), min(line.level, 3), line.item.state is ItemState.CURRENT,
            line.item.state is ItemState.DONE,
        )
        for line in kept[first : first + MOST_ITEMS]
    )  # fmt: skip


def _floor(work: Work, card: RoomCard, choices: RoomSetting, now: Moment, words: Words) -> RoomCard:
    floor = floor_view(work)
    if choices.parties and choices.balance:
        shares = balance(tally(work), floor.main, now).rows
        named = [RoomParty(row.number, clipped(row.name), row.percent) for row in shares if row.number >= 0]
        card = replace(card, parties=tuple(named[:MOST_PARTIES]))
    if floor.holding is None:
        return card
    card = replace(_timed(card, floor.holding, now), label=clipped(words(KIND_WORDS[floor.holding.turn.kind])))
    speaker = floor.holding.speaker
    if not choices.parties or speaker is None or not speaker.party:
        return card
    return replace(card, label=clipped(speaker.party), party=speaker.number)


def _timed(card: RoomCard, holding: Holding, now: Moment) -> RoomCard:
    """Return the card with the turn's clock; after a restart of the machine, as if it had begun in this boot."""
    turn = holding.turn
    moments = [turn.since] + ([turn.paused] if turn.paused else [])
    if all(one.boot_id == now.boot_id for one in moments):
        paused = turn.paused.boot if turn.paused else None
        pauses = round(turn.paused_seconds * 1000)
        return replace(card, start=turn.since.boot, limit=holding.limit, paused=paused, pauses=pauses)
    start = now.boot - round(turn.elapsed(now) * 1000)
    return replace(card, start=start, limit=holding.limit, paused=now.boot if turn.paused else None)
