"""Random histories of every operation there is, over a real store; what must hold after each step, whatever it was.

The fields of an operation are drawn by their names and types from the registry, so that a new operation is part of
the histories from its first day.
"""

import json
from enum import Enum
from typing import get_args, get_origin

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from t2desk.domain.desk_errors import NothingToRedo, NothingToUndo
from t2desk.domain.errors import DeskError, MachineFailed
from t2desk.domain.keys import RowKey, key_to_text
from t2desk.domain.moments import Moment
from t2desk.domain.rules import PRESETS, FloorKept, strictest
from t2desk.domain.series import SessionState
from t2desk.domain.support import SCALES
from t2desk.services.agenda_templates import TEMPLATES
from t2desk.services.operations import OPERATIONS
from t2desk.storage.tables import UNLOGGED, table_of
from tests.services.desks import MORNING

# Where a field's ids come from: the table whose keys may stand there.
_ROWS_OF = {
    "meeting": "meetings", "session": "sessions", "party": "parties", "person": "people", "said_by": "people",
    "item": "agenda_items", "parent": "agenda_items", "before": "agenda_items", "turn": "turns", "note": "notes",
    "other": "notes", "into": "people", "stands_for": "people",
    "wording": "wordings", "needs": "points", "concern": "point_concerns", "interest": "interests", "poll": "polls",
    "divergence": "divergences", "handout": "handouts", "parties": "parties",
    "point": "points", "section": "draft_sections", "step": "next_steps",
}  # fmt: skip
_WORDS_OF = {
    "preset": tuple(PRESETS),
    "template": tuple(TEMPLATES),
    "language": ("en", "fr", "ar"),
    "scale": tuple(SCALES),
}
_TEXTS = ("Both sides read the gauges.", "Le débit, au printemps", "القياسات مشتركة", "წყალი", "x", "", "two\nlines")
_SAFE = ("a1", "b2", "c3")
# What makes a sitting: without these, most histories would be refusals.
_OFTEN = (
    "session.open", "turn.start", "turn.end", "turn.pause", "turn.resume", "queue.add", "turn.next", "item.next",
    "note.add", "point.propose", "point.word", "poll.open", "poll.stance",
    "reading.answer", "off_record.begin", "off_record.end", "session.close",
)  # fmt: skip


class Histories(RuleBasedStateMachine):
    """One room; `open_room` is how a test gives it a new one."""

    def open_room(self):
        raise NotImplementedError

    @initialize()
    def begin(self):
        self.room = self.open_room()
        self.wordings = {}
        self.large = {}
        self.room.do("series.rename", title="Water")
        self.room.do("person.add", display_name="Nadia Ferro", party="North")
        self.room.do("person.add", display_name="Omar Bellwether", party="South")
        self.room.do("session.open", title="Morning")
        self.room.do("item.add", title="Wells", minutes=20)

    def teardown(self):
        if hasattr(self, "room"):
            self._reads_the_same_when_opened_again()
            self.room.close()

    def _reads_the_same_when_opened_again(self):
        before = self.room.image()
        self.room.verify()
        self.room.reopen()
        assert self.room.image() == before
        self.room.verify()
        self._refuses("undo")

    # what happens

    @rule(seconds=st.floats(0, 4000), wall=st.sampled_from((0, 0, 0, -7200, 3600)))
    def time_passes(self, seconds, wall):
        self.room.clock.forward(seconds)
        self.room.clock.set_wall(wall)

    @rule(data=st.data(), name=st.sampled_from([op.name for op in OPERATIONS.all()]))
    def anything(self, data, name):
        self._act(data, name)

    @rule(data=st.data(), name=st.sampled_from(_OFTEN))
    def what_is_often_done(self, data, name):
        self._act(data, name)

    @rule(data=st.data(), name=st.sampled_from(_OFTEN))
    def what_is_often_done_too(self, data, name):
        self._act(data, name)

    def _act(self, data, name):
        operation = OPERATIONS.get(name)
        fields = {f.name: self._part(data, f) for f in operation.fields() if f.required or data.draw(st.booleans())}
        before, is_off = self.room.image(), self._off_record()
        try:
            _, changes = self.room.desk.perform(name, fields)
        except DeskError as refusal:
            failed = isinstance(refusal, MachineFailed)
            assert (failed, self.room.image()) == (False, before), name
            return
        assert not (is_off and operation.captures), name
        if operation.undoable and changes:
            self._there_and_back(before, data.draw(st.booleans()))

    def _there_and_back(self, before, stays_undone):
        after, is_off = self.room.image(), self._off_record()
        # Off the record, what would set a turn going is not taken back, and nothing is done again.
        if not self._accepted("undo"):
            assert is_off
            return
        assert logged(self.room.image()) == logged(before)
        if not stays_undone:
            # Taking the end of a sitting back may lead off the record again.
            is_off = self._off_record()
            assert self._accepted("redo") is not is_off
            assert is_off or logged(self.room.image()) == logged(after)

    @rule(steps=st.integers(1, 5))
    def several_steps_back_and_forth(self, steps):
        images = [logged(self.room.image())]
        while len(images) <= steps and self._accepted("undo"):
            images.append(logged(self.room.image()))
        for expected in reversed(images[:-1]):
            if not self._accepted("redo"):
                return
            assert logged(self.room.image()) == expected

    def _accepted(self, way):
        before = self.room.image()
        try:
            getattr(self.room.desk, way)()
        except DeskError:
            assert self.room.image() == before
            return False
        return True

    def _refuses(self, way):
        try:
            getattr(self.room.desk, way)()
        except (NothingToUndo, NothingToRedo):
            return
        raise AssertionError(way)

    # what is asked for

    def _part(self, data, field):
        if get_origin(field.kind) is tuple:
            kind = get_args(field.kind)[0]
            return data.draw(st.lists(self._one(field.name, kind), max_size=4))
        return data.draw(self._one(field.name, field.kind))

    def _one(self, name, kind):
        if isinstance(kind, type) and issubclass(kind, Enum):
            return st.sampled_from([member.value for member in kind])
        if name == "into" and kind is RowKey:
            name = "turn"
        if name in _ROWS_OF:
            return st.sampled_from([*self._keys(_ROWS_OF[name]), self._nobody(kind)])
        if name in _WORDS_OF:
            return st.sampled_from(_WORDS_OF[name])
        if name == "id":
            return st.sampled_from(_SAFE)
        if name == "by" and kind is RowKey:
            return st.sampled_from([*self._keys("points"), self._nobody(kind)])
        if name in {"starts", "due"}:
            return st.sampled_from(("2026-05-04T09:00:00+02:00", "", "nonsense"))
        return {
            bool: st.booleans(), int: st.integers(-1, 40), float: st.floats(-1, 4000), RowKey: st.just("0" * 11),
            str: st.sampled_from(_TEXTS),
        }[kind]  # fmt: skip

    def _keys(self, table):
        key = next(iter(table_of(table).columns)).name
        found = [row[0] for row in self.room.query(f"SELECT {key} FROM {table} LIMIT 20")]
        return [key_to_text(one) if isinstance(one, int) else one for one in found]

    @staticmethod
    def _nobody(kind):
        return "0" * 11 if kind is RowKey else "nobody"

    # what holds

    def _off_record(self):
        return bool(self.room.query("SELECT 1 FROM off_record"))

    @invariant()
    def a_wording_never_changes(self):
        for key, *words in self.room.query("SELECT key, point, number, language, text FROM wordings"):
            assert self.wordings.setdefault(key, words) == words

    @invariant()
    def one_speaks_at_a_time(self):
        for (session,) in self.room.query("SELECT id FROM sessions"):
            standing = self.room.query(
                f"SELECT key, interrupted FROM turns WHERE session = '{session}' AND seconds IS NULL"
            )
            waiting = {interrupted for _, interrupted in standing}
            assert sum(key not in waiting for key, _ in standing) <= 1

    @invariant()
    def no_length_is_negative_and_no_second_counts_twice(self):
        now, begun = self.room.clock.moment, MORNING
        held = [
            (Moment.from_text(since), seconds, paused)
            for since, seconds, paused in self.room.query("SELECT since, seconds, paused_seconds FROM turns")
            if seconds is not None
        ]
        for since, seconds, paused in held:
            assert seconds >= 0
            assert paused >= 0
            assert seconds + paused <= since.seconds_until(now) + 0.01
        assert sum(seconds for _, seconds, _ in held) <= begun.seconds_until(now) + 0.01 * len(held)

    @invariant()
    def off_the_record_nobody_has_the_floor(self):
        if self._off_record():
            assert not self.room.query("SELECT 1 FROM turns WHERE seconds IS NULL")
            assert not self.room.query("SELECT 1 FROM drafts WHERE session IS NOT NULL")

    @invariant()
    def a_settled_session_keeps_no_more_than_its_strictest_rule_allows(self):
        state = SessionState.SETTLED.value
        for session, rules in self.room.query(f"SELECT id, rules_held FROM sessions WHERE state = '{state}'"):
            kept = strictest(tuple(json.loads(rules)))[1]
            gone = {"queue": True, "turns": kept.floor is not FloorKept.TURNS, "traces": not kept.traces}
            for table in (table for table, is_gone in gone.items() if is_gone):
                assert not self.room.query(f"SELECT 1 FROM {table} WHERE session = '{session}'"), table

    @invariant()
    def nothing_beside_a_settled_session_names_a_side_of_two(self):
        state = SessionState.SETTLED.value
        large = {party for (party,) in self.room.query(_LARGE)}
        for session, rules in self.room.query(f"SELECT id, rules_held FROM sessions WHERE state = '{state}'"):
            if not strictest(tuple(json.loads(rules)))[1].traces:
                # Who was many when it was settled may be fewer by now.
                self.large.setdefault(session, large)
        assert all(party in self.large.get(session, {party}) for session, party in self.room.query(_NAMED))


_LARGE = "SELECT party FROM people WHERE party IS NOT NULL GROUP BY party HAVING count(*) >= 3"
_NAMED = """
    SELECT points.session, stances.party FROM stances JOIN polls ON polls.key = stances.poll
        JOIN points ON points.key = polls.point WHERE stances.party IS NOT NULL
    UNION ALL SELECT points.session, read_backs.party FROM read_backs JOIN wordings ON wordings.key = read_backs.wording
        JOIN points ON points.key = wordings.point
    UNION ALL SELECT session, party FROM interests WHERE party IS NOT NULL
"""


def logged(image):
    """Leave out what is neither in log nor undo: half-typed lines."""
    return {name: rows for name, rows in image.items() if name not in UNLOGGED}
