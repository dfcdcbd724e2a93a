"""The floor as a model that shares nothing with the services: turns as stretches of true time.

A turn is a list of stretches in which somebody held the floor, in milliseconds of a clock that nobody can set. The
services keep a start, a sum of pauses and a length instead; both must come to the same.
"""

from dataclasses import dataclass, replace

INTERRUPTS = {"point_of_order", "right_of_reply", "interposed_question"}
UNCHARGED = INTERRUPTS | {"silence", "facilitator", "interpretation"}


@dataclass(frozen=True)
class Held:
    """One turn: closed stretches, and since when it runs (None: it stands still or has ended)."""

    kind: str
    person: str | None
    stretches: tuple = ()
    runs_since: int | None = None
    ended: bool = False
    interrupted: object = None
    stopped_by: object = None

    def stopped(self, now, by=None):
        if self.runs_since is None:
            return self
        return replace(self, stretches=(*self.stretches, (self.runs_since, now)), runs_since=None, stopped_by=by)

    def going(self, now):
        return replace(self, runs_since=now, stopped_by=None)

    def over(self, now):
        return replace(self.stopped(now), ended=True)

    def all_stretches(self, now):
        return [*self.stretches, *([] if self.runs_since is None else [(self.runs_since, now)])]

    def seconds(self, now):
        return sum(end - start for start, end in self.all_stretches(now)) / 1000


class Refusal(Exception):
    """The model would not do this."""


class Floor:
    """What should happen; every act returns nothing and raises Refusal where the services must refuse."""

    def __init__(self):
        self.turns, self.queue = {}, {}

    @property
    def top(self):
        waiting = {turn.interrupted for turn in self.turns.values() if not turn.ended}
        standing = [key for key, turn in self.turns.items() if not turn.ended and key not in waiting]
        return standing[0] if standing else None

    def _speaking(self):
        if self.top is None:
            raise Refusal
        return self.top

    def start(self, now, key, person, kind):
        interrupted = None
        if kind in INTERRUPTS:
            interrupted = self._speaking()
            self.turns[interrupted] = self.turns[interrupted].stopped(now, by=key)
        else:
            self.stop_all(now)
        self.queue.pop(person, None)
        self.turns[key] = Held(kind, person, runs_since=now, interrupted=interrupted)

    def next(self, now, key):
        if not self.queue:
            raise Refusal
        person = next(iter(self.queue))
        self.start(now, key, person, self.queue[person])

    def end(self, now):
        key = self._speaking()
        before = self.turns[key].interrupted
        self.turns[key] = self.turns[key].over(now)
        # The turn that this one stopped goes on; one that was paused by hand waits on.
        if before is not None and not self.turns[before].ended and self.turns[before].stopped_by == key:
            self.turns[before] = self.turns[before].going(now)

    def pause(self, now):
        key = self._speaking()
        if self.turns[key].runs_since is None:
            raise Refusal
        self.turns[key] = self.turns[key].stopped(now)

    def resume(self, now):
        key = self._speaking()
        if self.turns[key].runs_since is not None:
            raise Refusal
        self.turns[key] = self.turns[key].going(now)

    def assign(self, _now, person):
        key = self._speaking()
        self.turns[key] = replace(self.turns[key], person=person)

    def ask(self, _now, person, kind):
        self.queue[person] = kind

    def move(self, _now, person, place):
        if person not in self.queue or not 1 <= place <= len(self.queue):
            raise Refusal
        order = [one for one in self.queue if one != person]
        order.insert(place - 1, person)
        self.queue = {one: self.queue[one] for one in order}

    def leave(self, _now, person):
        if self.queue.pop(person, None) is None:
            raise Refusal

    def stop_all(self, now):
        self.turns = {key: turn if turn.ended else turn.over(now) for key, turn in self.turns.items()}

    def clear(self, now):
        self.stop_all(now)
        self.queue = {}
