"""Wordings never change once written: random editing of points with undo and redo, 10,000 histories in the campaign."""

import random
import tempfile
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from t2desk.domain.desk_errors import NothingToRedo, NothingToUndo
from t2desk.domain.errors import Refused
from t2desk.domain.points import Point, PointState, Wording
from t2desk.storage.work import SqlWork
from tests.services.conftest import begin_sitting
from tests.services.desks import Room, id_of

TEXTS = ("Both sides read the gauges", "The gauges are read at noon", "Le débit est lu", "القياسات مشتركة", "x")
LANGUAGES = ("en", "en", "en", "fr", "ar")
STEPS = 12
A_ROOM = 100  # histories, before a new file is begun


class Rewritten(AssertionError):
    """A wording is not what was written."""


class Editing:
    """One room, everything that was ever written in it, and a chance."""

    def __init__(self, room, chance):
        self.room, self.chance, self.written = room, chance, {}

    def history(self):
        """Edit for some steps, look at each, and at the end read every wording there is."""
        self.point = self.act("point.propose", text=self.words())
        for _ in range(STEPS):
            self.step()
        for wording in self.room.all(Wording):
            self.compare(wording.key, wording)

    def step(self):
        kinds = (self.word, self.word, self.choose, self.move, self.bracket, self.amend, self.replace, self.undo,
                 self.undo, self.redo)  # fmt: skip
        self.chance.choice(kinds)()

    def words(self):
        return f"{self.chance.choice(TEXTS)} {self.chance.randrange(1000)}"

    def act(self, name, /, **fields):
        try:
            made, changes = self.room.desk.perform(name, fields)
        except Refused:
            return None
        self.look(changes)
        return made

    def look(self, changes):
        """Refuse what changes a wording, and remember what is new."""
        for row in changes:
            if row.kind == "wordings" and row.after is not None:
                self.compare(row.key, row.after)
                if row.before is not None:
                    raise Rewritten

    def compare(self, key, written):
        image = tuple(getattr(written, name) for name in written.__slots__) if isinstance(written, Wording) else written
        if self.written.setdefault(key, image) != image:
            raise Rewritten

    def word(self):
        self.act("point.word", point=id_of(self.point), text=self.words(), language=self.chance.choice(LANGUAGES))

    def choose(self):
        one = self.chance.choice(self.room.all(Wording, point=self.point.key) or (None,))
        if one is not None:
            self.act("point.current", point=id_of(self.point), wording=id_of(one))

    def move(self):
        self.act("point.move", point=id_of(self.point), state=self.chance.choice(list(PointState)).value)

    def bracket(self):
        self.act("bracket.open", point=id_of(self.point), words="gauges", alternatives=[self.words()], reason="waiting")
        self.act("bracket.close", point=id_of(self.point), place=1, choice=self.chance.choice((1, 2)))

    def amend(self):
        party = self.chance.choice(("party01", "party02"))
        answer = self.chance.choice(("agree", "amend", "withdraw"))
        self.act("reading.answer", point=id_of(self.point), party=party, answer=answer, text=self.words())

    def replace(self):
        other = self.act("point.propose", text=self.words())
        self.act("point.replace", point=id_of(self.point), by=id_of(other))

    def undo(self):
        try:
            self.look(self.room.desk.undo())
        except NothingToUndo:
            return
        if not self.room.all(Point, key=self.point.key):
            self.point = self.act("point.propose", text=self.words())

    def redo(self):
        try:
            self.look(self.room.desk.redo())
        except NothingToRedo:
            return


@contextmanager
def room():
    """A sitting on a file of its own."""
    with tempfile.TemporaryDirectory() as folder:
        made = Room(Path(folder) / "room.t2d")
        try:
            yield begin_sitting(made)
        finally:
            made.close()


def run(histories, seed):
    """Run so many histories, and return how many wordings were written in them."""
    written = 0
    for first in range(0, histories, A_ROOM):
        with room() as sitting:
            editing = Editing(sitting, random.Random(f"{seed}/{first}"))
            for _ in range(min(A_ROOM, histories - first)):
                editing.history()
            sitting.verify()
            written += len(editing.written)
    return written


def test_two_hundred_histories():
    assert run(200, 1) > 400


@pytest.mark.campaign
@pytest.mark.timeout(7200)
def test_ten_thousand_histories():
    assert run(10_000, 2) > 20_000


def test_a_wording_that_is_written_over_is_found(monkeypatch):
    genuine = SqlWork.put

    def write_over(work, value):
        earlier = work.select(Wording, point=value.point) if isinstance(value, Wording) else ()
        genuine(work, replace(earlier[0], text=value.text) if len(earlier) > 3 else value)

    monkeypatch.setattr(SqlWork, "put", write_over)
    with pytest.raises(Rewritten):
        run(50, 3)


def test_an_undo_that_puts_other_words_back_is_found():
    with room() as sitting:
        editing = Editing(sitting, random.Random(4))
        editing.point = editing.act("point.propose", text="As it was")
        (wording,) = sitting.all(Wording)
        with pytest.raises(Rewritten):
            editing.compare(wording.key, replace(wording, text="Otherwise"))
