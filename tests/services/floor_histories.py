"""The floor alone against an independent model: who holds which second, with pauses, interrupts, repair and undo.

The model is a stack of names and a list of milliseconds; it knows nothing of moments, rows or pauses that add up.
"""

from collections import Counter

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from t2desk.domain.errors import Refused
from t2desk.domain.floor import UNCHARGED, Turn
from tests.services.desks import id_of

PEOPLE = tuple(f"p{number:02}" for number in range(1, 7))
WITHIN = ("point_of_order", "right_of_reply", "interposed_question")

# What ends or stops a turn, with its fields, and to whom the time after it is charged: nobody, apart, or a person.
ENDED_BY = {
    "start": (("turn.start", {"person": "p06"}), ("p06", True)),
    "interrupt": (("turn.start", {"person": "p06", "kind": "point_of_order"}), (None, False)),
    "interpret": (("interpretation.begin", {}), (None, False)),
    "pause": (("turn.pause", {}), None),
    "end": (("turn.end", {}), None),
}


class Standing:
    """One turn on the stack: whose it is, whether it is charged, and whether its clock was stopped by hand."""

    def __init__(self, person, charged, asks=False):
        self.person, self.charged, self.asks, self.stopped = person, charged, asks, False


class FloorHistories(RuleBasedStateMachine):
    """One session each, in a room that all of them share: what is slow to build is built once."""

    room = None

    @initialize()
    def begin(self):
        self.session = self.room.do("session.open", title="Another").id
        self.stack, self.spoken, self.apart = [], Counter(), 0

    def _charge(self, milliseconds):
        if self.stack and not self.stack[-1].stopped:
            top = self.stack[-1]
            if top.charged:
                self.spoken[top.person] += milliseconds
            else:
                self.apart += milliseconds

    @rule(milliseconds=st.integers(1, 600_000), wall=st.sampled_from((0, 0, 0, -7200, 3600)))
    def time_passes(self, milliseconds, wall):
        self.room.clock.forward(milliseconds / 1000)
        self.room.clock.set_wall(wall)
        self._charge(milliseconds)

    @rule(person=st.sampled_from(PEOPLE))
    def start(self, person):
        self.room.do("turn.start", person=person)
        self.stack = [Standing(person, charged=True)]

    @precondition(lambda self: self.stack)
    @rule(person=st.sampled_from(PEOPLE), kind=st.sampled_from(WITHIN))
    def interrupt(self, person, kind):
        self.room.do("turn.start", person=person, kind=kind)
        self.stack.append(Standing(person, charged=False, asks=kind == "interposed_question"))

    @precondition(lambda self: self.stack and self.stack[-1].asks)
    @rule()
    def answer(self):
        self.room.do("turn.answer")
        self.stack[-1] = Standing(self.stack[-2].person, charged=False)

    @precondition(lambda self: self.stack)
    @rule()
    def interpret(self):
        try:
            self.room.do("interpretation.begin")
        except Refused:
            return
        self.stack.append(Standing(None, charged=False))

    @precondition(lambda self: self.stack)
    @rule()
    def end(self):
        self.room.do("turn.end")
        self.stack.pop()

    @precondition(lambda self: self.stack)
    @rule()
    def stop_or_go_on(self):
        top = self.stack[-1]
        self.room.do("turn.resume" if top.stopped else "turn.pause")
        top.stopped = not top.stopped

    @rule(data=st.data(), milliseconds=st.integers(1, 60_000))
    def split(self, data, milliseconds):
        turn = self._any_ended(data)
        if turn is not None:
            self._may("turn.split", turn=id_of(turn), seconds=milliseconds / 1000)

    @rule(data=st.data())
    def merge(self, data):
        # Of one person and one kind: the seconds stay where they are.
        one, other = self._any_ended(data), self._any_ended(data)
        if one is not None and one.person == other.person:
            self._may("turn.merge", turn=id_of(one), into=id_of(other))

    @rule(data=st.data(), person=st.sampled_from(PEOPLE), milliseconds=st.integers(1, 60_000))
    def give_idle_time(self, data, person, milliseconds):
        if self._may("turn.fill", person=person, seconds=milliseconds / 1000):
            self.spoken[person] += milliseconds

    @rule(person=st.sampled_from(PEOPLE), milliseconds=st.integers(1, 60_000))
    def began_earlier(self, person, milliseconds):
        charged = len(self.stack) == 1
        if charged and self._may("turn.began", seconds=milliseconds / 1000):
            self.spoken[self.stack[-1].person] += milliseconds

    @rule(
        first=st.sampled_from(PEOPLE),
        act=st.sampled_from(("start", "interrupt", "pause", "end", "interpret")),
        before=st.integers(1, 60_000), after=st.integers(1, 60_000), off=st.integers(1, 3_600_000),
        again=st.booleans(),
    )  # fmt: skip
    def taken_back_across_a_time_off_the_record(self, first, act, before, after, off, again):
        """Off the record nobody is counted, not even whose turn is set running again by taking back what ended it."""
        self.start(first)
        self.time_passes(before, 0)
        (name, fields), counted = ENDED_BY[act]
        self.room.do(name, **fields)
        self.room.clock.forward(after / 1000)
        self.room.acts("off_record.begin", lambda room: room.clock.forward(off / 1000), "off_record.end")
        self.room.clock.forward(1)
        self.room.desk.undo()
        if again:
            self.room.desk.redo()
            if counted is not None:
                who, charged = counted
                if charged:
                    self.spoken[who] += after
                else:
                    self.apart += after
        else:
            self.spoken[first] += after
        self.stack = []

    @rule()
    def killed(self):
        self.room.reopen()

    @rule(steps=st.integers(1, 4))
    def back_and_forth(self, steps):
        before = self._turns()
        taken = 0
        try:
            for _ in range(steps):
                self.room.desk.undo()
                taken += 1
        except Refused:
            pass
        for _ in range(taken):
            self.room.desk.redo()
        assert self._turns() == before

    def _any_ended(self, data):
        # By their times: keys are random, and the same draws are to mean the same turns.
        ended = [turn for turn in self._turns() if turn.seconds is not None]
        ended.sort(key=lambda turn: (turn.since.boot, turn.person or "", turn.kind, turn.seconds))
        number = data.draw(st.integers(0, 30))
        return ended[number % len(ended)] if ended else None

    def _turns(self):
        return self.room.all(Turn, session=self.session)

    def _may(self, name, **fields):
        before = self._turns()
        try:
            self.room.do(name, **fields)
        except Refused:
            assert self._turns() == before
            return False
        after = self._turns()
        self.room.desk.undo()
        assert self._turns() == before
        self.room.desk.redo()
        assert self._turns() == after
        return True

    @invariant()
    def no_second_is_lost_or_counted_twice(self):
        now, spoken, apart = self.room.clock.now(), Counter(), 0
        for turn in self._turns():
            length = round((turn.elapsed(now) if turn.seconds is None else turn.seconds) * 1000)
            if turn.kind in UNCHARGED:
                apart += length
            else:
                spoken[turn.person] += length
        assert (+spoken, apart) == (+self.spoken, self.apart)

    def teardown(self):
        if hasattr(self, "session"):
            self.room.do("session.adjourn")
