"""Random floors against an independent model: no second is lost or counted twice, undo and redo in between."""

import random

import pytest

from t2desk.domain.errors import Refused
from t2desk.domain.floor import Turn
from tests.services.conftest import begin_sitting
from tests.services.desks import id_of

PEOPLE = [f"p{number:02}" for number in range(1, 7)]


class Model:
    """Ticks of a millisecond: each belongs to whoever stood on top of the stack of turns, or to nobody."""

    def __init__(self):
        self.stack = []
        self.spoken = 0

    def forward(self, milliseconds):
        if self.stack and not self.stack[-1]:
            self.spoken += milliseconds


def held(room):
    now = room.clock.now()
    return sum(round((turn.elapsed(now) if turn.seconds is None else turn.seconds) * 1000) for turn in room.all(Turn))


def act(room, model, chance):
    """Do one random act in both worlds; `stack` holds whether each standing clock was stopped by hand."""
    word = chance.choice(["start", "interrupt", "end", "pause", "resume", "repair", "undo"])
    if word == "start":
        room.do("turn.start", person=chance.choice(PEOPLE))
        model.stack = [False]
    elif word == "interrupt" and model.stack:
        room.do("turn.start", person=chance.choice(PEOPLE), kind="point_of_order")
        model.stack.append(False)
    elif word == "end" and model.stack:
        room.do("turn.end")
        model.stack.pop()
    elif word in {"pause", "resume"} and model.stack and model.stack[-1] == (word == "resume"):
        room.do(f"turn.{word}")
        model.stack[-1] = word == "pause"
    elif word == "repair":
        repair(room, chance, chance.choice(["split", "merge"]))
    else:
        back_and_forth(room)


def back_and_forth(room):
    before = held(room)
    if room.all(Turn):
        room.desk.undo()
        room.desk.redo()
    assert held(room) == before


def repair(room, chance, word):
    """A repair moves seconds between turns, so the model does nothing, whether it is refused or not."""
    ended = [turn for turn in room.all(Turn) if turn.seconds is not None]
    try:
        if word == "split" and ended:
            room.do("turn.split", turn=id_of(chance.choice(ended)), seconds=chance.randint(1, 4000) / 1000)
        elif len(ended) > 1:
            one, other = chance.sample(ended, 2)
            room.do("turn.merge", turn=id_of(one), into=id_of(other))
    except Refused:
        return


@pytest.mark.parametrize("seed", range(12))
def test_no_second_is_lost_or_counted_twice(room, seed):
    chance, model = random.Random(seed), Model()
    begin_sitting(room)
    for _ in range(40):
        act(room, model, chance)
        step = chance.randint(1, 9000)
        room.clock.forward(step / 1000)
        model.forward(step)
        assert held(room) == model.spoken
