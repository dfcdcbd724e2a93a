"""Settling a session: what its rules do not allow to be kept is gone, from tables, log, undo, file and backups."""

from collections import defaultdict
from dataclasses import replace

from t2desk.domain.agenda import AgendaItem, ItemPlan
from t2desk.domain.attendance import Attendance, Presence
from t2desk.domain.desk_errors import NoOpenSession
from t2desk.domain.floor import FloorTotal, Turn, totals_by_party, totals_by_person
from t2desk.domain.floor_terms import ClosedList, FloorLimit, FloorOpening, Substitution, TurnMark
from t2desk.domain.lately import Lately
from t2desk.domain.notes import Note
from t2desk.domain.people import Person
from t2desk.domain.ports import Work
from t2desk.domain.room_rows import RoomSetting
from t2desk.domain.rules import FloorKept, Kept
from t2desk.domain.sections import Draft
from t2desk.domain.series import OffRecord, Session, SessionState
from t2desk.services.ground_settling import settle_ground
from t2desk.services.privacy import settle_privacy
from t2desk.services.room import open_session, unsettled
from t2desk.services.rule_settling import bound_to, forget_note, kept_of_item, settle_rules
from t2desk.services.sources import forget_session
from t2desk.services.stopping import empty_queue, stop_interpreter, stop_item_clock, stop_sitting, stop_turns


def settle_session(work: Work, session: str | None = None) -> Session:
    """Close the work on a session (the open one, or the last adjourned). It cannot be undone."""
    closing = unsettled(work.get(Session, session) if session is not None else _to_close(work))
    rule, kept = bound_to(work, closing)
    stop_turns(work, closing)
    stop_item_clock(work, closing)
    stop_interpreter(work, closing)
    _settle_terms(work, closing, kept)
    _settle_floor(work, closing, kept)
    settle_ground(work, closing.id, kept)
    settle_rules(work, closing, kept)
    _settle_room(work, closing, kept)
    if not kept.notes:
        _forget_notes(work, closing)
    if not kept.traces:
        forget_session(work, closing.id, rule.recording)
    _forget_plans(work, closing, not kept.notes)
    settled = replace(closing, state=SessionState.SETTLED)
    work.put(settled)
    work.settle_log(settled.id)
    work.purge()
    return settled


def _to_close(work: Work) -> Session:
    adjourned = work.select(Session, state=SessionState.ADJOURNED)
    closing = open_session(work) or max(adjourned, key=lambda s: s.number, default=None)
    if closing is None:
        raise NoOpenSession
    return closing


def _settle_floor(work: Work, session: Session, kept: Kept) -> None:
    empty_queue(work, session)
    stop_sitting(work, session)
    by_kind: dict[FloorKept, list[Turn]] = defaultdict(list)
    for turn in work.select(Turn, session=session.id):
        by_kind[kept_of_item(work, turn.item, kept).floor].append(turn)
    for kind, turns in by_kind.items():
        if kind is not FloorKept.TURNS:
            _to_totals(work, session, turns, kind)
    if kept.floor is FloorKept.TURNS:
        return
    # When an item began is as good as a turn's start beside the notes; whole minutes are kept.
    for item in work.select(AgendaItem, session=session.id):
        work.put(replace(item, seconds=float(round(item.seconds / 60) * 60)))


def _to_totals(work: Work, session: Session, turns: list[Turn], kind: FloorKept) -> None:
    for turn in turns:
        work.remove(Turn, turn.key)
        work.discard(TurnMark, turn.key)
    _put_totals(work, session, tuple(turns), kind)


def _settle_terms(work: Work, session: Session, kept: Kept) -> None:
    work.clear(FloorLimit, session=session.id)
    work.clear(ClosedList, session=session.id)
    work.discard(FloorOpening, session.id)
    if kept.floor is not FloorKept.TURNS:
        work.clear(TurnMark, session=session.id)
    if not kept.attendance:
        work.clear(Substitution, session=session.id)


def _put_totals(work: Work, session: Session, turns: tuple[Turn, ...], floor: FloorKept) -> None:
    if floor is FloorKept.NOTHING:
        return
    party_of = {person.id: person.party for person in work.select(Person)}
    by_person = floor is FloorKept.TOTALS_BY_PERSON
    totals = totals_by_person(turns) if by_person else totals_by_party(turns, party_of)
    for (item, person, party), (count, seconds) in totals.items():
        work.put(FloorTotal(work.new_key(), session.id, item, person, party, count, round(seconds)))


def _settle_room(work: Work, session: Session, kept: Kept) -> None:
    work.discard(OffRecord, session.id)
    work.discard(RoomSetting, session.id)
    settle_privacy(work, session, keeps_times=kept.floor is FloorKept.TURNS)
    work.clear(Draft)
    work.clear(Lately, of=session.id)
    for attendance in work.select(Attendance, session=session.id):
        if not kept.attendance:
            work.remove(Attendance, attendance.key)
        elif attendance.presence is Presence.LEFT and not kept.traces:
            # That somebody left says when: where times are not kept, what is kept is that they attended.
            work.put(replace(attendance, presence=Presence.PRESENT))


def _forget_plans(work: Work, session: Session, conclusions_too: bool) -> None:
    """Forget the facilitator's notes, which serve the sitting only, and conclusions where no note may be kept."""
    for plan in work.select(ItemPlan, session=session.id):
        work.put(replace(plan, notes="", conclusion="" if conclusions_too else plan.conclusion))


def _forget_notes(work: Work, session: Session) -> None:
    for note in work.select(Note, session=session.id):
        forget_note(work, note)
