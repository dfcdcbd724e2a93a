"""Random sittings held against the model of the floor: no second is lost, counted twice or charged to one alone."""

import copy
import json
from collections import defaultdict
from dataclasses import replace

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from t2desk.domain.errors import Refused
from t2desk.domain.floor import FloorTotal, QueueEntry, Turn, TurnKind
from t2desk.domain.rules import FloorKept, strictest
from t2desk.domain.series import OffRecord, Session
from t2desk.domain.sources import Trace
from tests.services.floor_model import UNCHARGED, Floor, Refusal

SIDES = {"p01": "North", "p02": "North", "p03": "North", "p04": "South", "p05": "East", "p06": ""}
PEOPLE = st.sampled_from(sorted(SIDES))
KINDS = st.sampled_from([kind.value for kind in TurnKind])
PRESETS = st.sampled_from(["chatham_house", "deep_background", "on_the_record", "joint_text_only"])
FEWEST = 3
# What there are rules for here: a new act of the floor is missing until it has one, and a test says so.
ACTS = frozenset(
    {"turn.start", "turn.next", "turn.end", "turn.pause", "turn.resume", "turn.assign", "queue.add", "queue.remove",
     "queue.move"}
)  # fmt: skip
# Two acts within one millisecond are one to every clock there is; most come within minutes.
GAPS = st.sampled_from((1, 40, 999, 1_000, 61_500, 600_001))


class Sittings(RuleBasedStateMachine):
    """One dossier in which one session after another is held; `open_room` is how a test gives it a new one."""

    def open_room(self):
        raise NotImplementedError

    @initialize(wall_is_set=st.booleans())
    def begin(self, wall_is_set):
        self.room = self.open_room()
        # Over a restart only the wall clock is left: where somebody sets it, no length over a restart can be right.
        self.wall_is_set = wall_is_set
        self.now = self.number = 0
        self.ever = set()
        self.room.do("series.rename", title="Water")
        for person, side in SIDES.items():
            self.room.do("person.add", display_name=f"Person {person}", party=side, id=person)
        self._new_session()

    def _new_session(self):
        self.number += 1
        self.session = self.room.do("session.open", title=f"Sitting {self.number}").id
        for title in ("Wells", "Roads"):
            self.room.do("item.add", title=title, minutes=20)
        self.floor, self.rows = Floor(), {}
        self.is_open, self.is_off, self.is_closed = True, False, False
        # Undo begins with the sitting: what made it is not taken back.
        self._reopen()

    def teardown(self):
        if hasattr(self, "room"):
            if not self.is_closed:
                self._close()
            self._reopen()
            self.room.verify()
            self.room.close()

    # time

    def _forward(self, milliseconds):
        self.now += milliseconds
        self.room.clock.forward(milliseconds / 1000)

    @rule(milliseconds=st.integers(0, 5_000_000))
    def time_passes(self, milliseconds):
        self._forward(milliseconds)

    @precondition(lambda self: self.wall_is_set)
    @rule(seconds=st.sampled_from((-86_400, -1, 3600)))
    def somebody_sets_the_wall_clock(self, seconds):
        self.room.clock.set_wall(seconds)

    @precondition(lambda self: not self.wall_is_set)
    @rule(milliseconds=st.integers(1, 900_000))
    def the_laptop_is_started_again(self, milliseconds):
        self._forward(milliseconds)
        clock = self.room.clock
        clock.moment = replace(clock.moment, boot=1_000, boot_id=f"{clock.moment.boot_id}+")
        self._reopen()

    def _reopen(self):
        before = self.room.image()
        self.room.reopen()
        assert self.room.image() == before

    # the floor

    @rule(person=st.none() | PEOPLE, kind=KINDS, gap=GAPS)
    def start(self, person, kind, gap):
        self._forward(gap)
        fields = {"kind": kind} | ({} if person is None else {"person": person})
        self._act("turn.start", fields, lambda floor, made: floor.start(self.now, made.key, person, kind))

    @rule(person=PEOPLE, kind=st.sampled_from(("statement", "statement", "point_of_order")), gap=GAPS)
    def start_as_it_mostly_is(self, person, kind, gap):
        self.start(person, kind, gap)

    @rule(gap=GAPS)
    def next(self, gap):
        self._forward(gap)
        self._act("turn.next", {}, lambda floor, made: floor.next(self.now, made.key))

    @rule(what=st.sampled_from(("end", "end", "pause", "resume")), gap=GAPS)
    def stop_or_go(self, what, gap):
        self._forward(gap)
        self._act(f"turn.{what}", {}, lambda floor, _: getattr(floor, what)(self.now))

    @rule(person=PEOPLE)
    def assign(self, person):
        self._act("turn.assign", {"person": person}, lambda floor, _: floor.assign(self.now, person))

    @rule(person=PEOPLE, kind=KINDS)
    def ask(self, person, kind):
        self._act("queue.add", {"person": person, "kind": kind}, lambda floor, _: floor.ask(self.now, person, kind))

    @rule(person=PEOPLE)
    def leave(self, person):
        self._act("queue.remove", {"person": person}, lambda floor, _: floor.leave(self.now, person))

    @rule(person=PEOPLE, place=st.integers(0, 4))
    def move(self, person, place):
        fields = {"person": person, "place": place}
        self._act("queue.move", fields, lambda floor, _: floor.move(self.now, person, place))

    def _act(self, name, fields, acting):
        """Do one act of the floor in both; both refuse it or neither does, and a refusal leaves every row alone."""
        self._forward(1)
        assert name in ACTS
        before = self.room.image()
        allowed = self.is_open and not self.is_off and _allows(acting, copy.deepcopy(self.floor))
        made = self._performed(name, fields, before)
        assert (made is not _REFUSED) is allowed, name
        if allowed:
            acting(self.floor, made)
            self._new_keys_are_new(before)

    def _performed(self, name, fields, before):
        try:
            return self.room.desk.perform(name, fields)[0]
        except Refused:
            assert self.room.image() == before, name
            return _REFUSED

    def _new_keys_are_new(self, before):
        for table in ("turns", "queue"):
            keys = {key for (key,) in self.room.query(f"SELECT key FROM {table}")} - {row[0] for row in before[table]}
            assert not keys & self.ever
            self.ever |= keys

    # the sitting

    @precondition(lambda self: self.is_open)
    @rule()
    def next_item(self):
        self._sitting("item.next")

    @precondition(lambda self: self.is_open)
    @rule(preset=PRESETS)
    def rule_is_set(self, preset):
        self._sitting("rule.set", preset=preset)

    @precondition(lambda self: self.is_open)
    @rule()
    def adjourn(self):
        if self._sitting("session.adjourn"):
            self.floor.clear(self.now)
            self.is_open = self.is_off = False

    @precondition(lambda self: not self.is_open)
    @rule()
    def open_again(self):
        if self._sitting("session.open", session=self.session):
            self.is_open = True

    @precondition(lambda self: self.is_open)
    @rule()
    def off_the_record(self):
        if self._sitting("off_record.end" if self.is_off else "off_record.begin"):
            self.is_off = not self.is_off
            if self.is_off:
                self.floor.stop_all(self.now)

    def _sitting(self, name, **fields):
        self._forward(1)
        return self._performed(name, fields, self.room.image()) is not _REFUSED

    # back and forth

    @rule(steps=st.integers(1, 4))
    def back_and_forth(self, steps):
        images = [self.room.image()]
        while len(images) <= steps and self._replays("undo"):
            images.append(self.room.image())
        for expected in reversed(images[:-1]):
            if not self._replays("redo"):
                assert self.is_off or self.room.desk.read(lambda work: work.count(OffRecord))
                break
            assert self.room.image() == expected
        self._see()

    @rule()
    def back(self):
        if self._replays("undo"):
            self._see()

    def _replays(self, way):
        before = self.room.image()
        try:
            getattr(self.room.desk, way)()
        except Refused:
            assert self.room.image() == before
            return False
        return True

    def _see(self):
        """Take over what undo and redo brought back: every row must be one that stood here before, as it stood."""
        rows = {turn.key: turn for turn in self._turns()}
        self.floor.turns = {key: self.rows[turn] for key, turn in rows.items()}
        queue = self.room.all(QueueEntry, session=self.session)
        self.floor.queue = {entry.person: entry.kind.value for entry in sorted(queue, key=lambda entry: entry.place)}
        self.is_open = self.room.one(Session, id=self.session).state.value == "open"
        self.is_off = bool(self.room.all(OffRecord))

    # the end

    @precondition(lambda self: len(self.floor.turns) > 3)
    @rule()
    def close(self):
        self._close()
        self._new_session()

    def _close(self):
        turns, items = dict(self.floor.turns), {turn.key: turn.item for turn in self._turns()}
        now = self.now
        held = json.loads(self.room.query(f"SELECT rules_held FROM sessions WHERE id = '{self.session}'")[0][0])
        self.is_closed = True
        self.room.do("session.close", session=self.session)
        kept = strictest(tuple(held))[1]
        over = {key: turn.over(now) for key, turn in turns.items()}
        if kept.floor is FloorKept.TURNS:
            self.floor.turns = over
            self._agrees()
        else:
            assert not self._turns()
            _check_totals(self.room.all(FloorTotal, session=self.session), over, items, kept.floor, self._party_ids())
        assert kept.traces or not self.room.all(Trace, session=self.session)
        assert not self.room.all(QueueEntry, session=self.session)
        assert not self._replays("undo")

    def _party_ids(self):
        return dict(self.room.query("SELECT name, id FROM parties"))

    # what holds

    def _turns(self):
        return self.room.all(Turn, session=self.session)

    @invariant()
    def every_turn_is_as_long_as_in_the_model(self):
        self._agrees()
        self.rows |= {turn: self.floor.turns[turn.key] for turn in self._turns()}

    def _agrees(self):
        rows, wall = {turn.key: turn for turn in self._turns()}, self.room.clock.now()
        assert rows.keys() == self.floor.turns.keys()
        for key, held in self.floor.turns.items():
            row = rows[key]
            length = row.elapsed(wall) if row.seconds is None else row.seconds
            assert abs(length - held.seconds(self.now)) < 0.002, (length, held)
            assert (row.seconds is not None, row.person, row.kind.value) == (held.ended, held.person, held.kind)

    @invariant()
    def no_moment_belongs_to_two_turns_and_what_belongs_to_none_is_the_rest(self):
        held = sorted(one for turn in self.floor.turns.values() for one in turn.all_stretches(self.now))
        idle, end = 0, 0
        for start, stop in held:
            assert end <= start <= stop <= self.now
            idle += start - end
            end = stop
        idle += self.now - end
        spoken = sum(turn.seconds(self.now) for turn in self.floor.turns.values())
        assert abs(spoken + idle / 1000 - self.now / 1000) < 0.001

    @invariant()
    def the_queue_is_as_in_the_model(self):
        queue = sorted(self.room.all(QueueEntry, session=self.session), key=lambda entry: entry.place)
        assert [(entry.person, entry.kind.value) for entry in queue] == list(self.floor.queue.items())

    @invariant()
    def off_the_record_nobody_holds_the_floor(self):
        assert not self.is_off or self.floor.top is None


_REFUSED = object()


class _Made:
    """A key for the turn that would be made, until the services say which it is."""

    key = object()


def _allows(acting, floor):
    try:
        acting(floor, _Made)
    except Refusal:
        return False
    return True


def _check_totals(totals, turns, items, kept, party_ids):
    charged = {key: t for key, t in turns.items() if t.person and t.kind not in UNCHARGED}
    if kept is FloorKept.NOTHING:
        assert not totals
        return
    assert sum(total.turns for total in totals) == len(charged)
    seconds = sum(turn.seconds(0) for turn in charged.values())
    # Each total is written in whole seconds.
    assert abs(sum(total.seconds for total in totals) - seconds) <= 0.5 * len(totals) + 0.01
    if kept is FloorKept.TOTALS_BY_PERSON:
        _check_people(totals, charged, items)
    else:
        _check_sides(totals, charged, party_ids)


def _check_people(totals, charged, items):
    named = defaultdict(set)
    for total in totals:
        assert total.party is None
        named[total.item].add(total.person)
    for item, people in named.items():
        assert people == {None} or len(people - {None}) >= FEWEST, item
    for total in totals:
        if total.person and total.item:
            own = [t for key, t in charged.items() if (t.person, items[key]) == (total.person, total.item)]
            assert (total.turns, abs(total.seconds - sum(t.seconds(0) for t in own)) <= 0.51) == (len(own), True)


def _check_sides(totals, charged, party_ids):
    side_of = {person: party_ids.get(side) for person, side in SIDES.items()}
    named = {total.party for total in totals} - {None}
    speakers = {turn.person for turn in charged.values()}
    assert all(total.person is None and total.item is None for total in totals)
    for side in named:
        assert sum(side_of[person] == side for person in speakers) >= FEWEST
    rest = sum(side_of[person] not in named for person in speakers)
    assert rest == 0 or rest >= FEWEST or not named
