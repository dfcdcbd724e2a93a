"""Desks over a real encrypted store, for the tests: a clock that is set by hand, and sealers that only mark."""

import secrets
from dataclasses import replace

from t2desk.domain.changes import Changes
from t2desk.domain.keys import key_to_text
from t2desk.domain.moments import Moment
from t2desk.services.desk import Desk
from t2desk.services.operations import LOG_NAMES
from t2desk.storage.store import SqlStore
from t2desk.storage.tables import TABLE_NAMES
from t2desk.system.random_keys import SecretKeys
from t2desk.system.zones import zone_named

MORNING = Moment(1_777_876_200_000, 5_000_000, "boot-one")  # 2026-05-04 06:30 UTC


class HandClock:
    """A clock that stands still until it is moved."""

    def __init__(self):
        self.moment, self.slept = MORNING, 0.0

    def asleep(self):
        return self.slept

    def sleep(self, seconds):
        """Lie still for so long: all clocks go on but the one that counts only what the machine lived through."""
        self.forward(seconds)
        self.slept += seconds

    def now(self):
        return self.moment

    def forward(self, seconds):
        milliseconds = round(seconds * 1000)
        self.moment = replace(self.moment, wall=self.moment.wall + milliseconds, boot=self.moment.boot + milliseconds)

    def set_wall(self, seconds):
        """Set the wall clock by so many seconds; the time since boot does not follow."""
        self.moment = replace(self.moment, wall=self.moment.wall + round(seconds * 1000))


class MarkingSealer:
    """Seals by turning bytes round, so that a name is not found in the file, and opens again."""

    def seal(self, plain, associated):
        return associated[:1] + bytes(255 - byte for byte in plain)

    def open(self, sealed, associated):
        return bytes(255 - byte for byte in sealed[1:])


def no_source_key(_person, _subject_key):
    return None


def sealed_source(person, subject_key):
    """Seal for somebody who is not here; as long for every person."""
    return b"sealed" + secrets.token_bytes(58)


class Room:
    """One desk on one file, with short ways to act and to look at raw rows."""

    def __init__(self, path, seal_source=no_source_key, prepared=None):
        self.path = path
        self.key = b"x'" + secrets.token_hex(48).encode() + b"'"
        self.seal_source = seal_source
        self.clock = HandClock()
        self._open()

    def _open(self):
        key = bytearray(self.key)
        self.store = SqlStore(self.path, key, b"k" * 32, MarkingSealer(), SecretKeys(), self.seal_source, zone_named)
        # What a power cut does is tested elsewhere; here nobody waits for a disk.
        self.store._connection.exec_driver_sql("PRAGMA synchronous = OFF")
        self.store.prepare(lambda version: None)
        self.desk = Desk(self.store, self.clock)

    def reopen(self):
        """Close the file and open it again, as on another day."""
        self.store.close()
        self._open()

    def do(self, name, /, **fields):
        return self.desk.perform(name, fields)[0]

    def acts(self, *steps):
        """Perform (name, fields), plain names or functions of the room in turn; return what the last made."""
        made = None
        for step in steps:
            if callable(step):
                step(self)
                continue
            name, fields = (step, {}) if isinstance(step, str) else step
            made = self.do(name, **fields)
        return made

    def query(self, sql):
        return self.store._driver.rows(sql)

    def image(self):
        """Return every row of every table that holds the present, and the digest over them.

        Which rows words were put into lately is no part of it: undo leaves that account, which then leads to nothing.
        """
        present = [name for name in TABLE_NAMES if name != "lately"]
        tables = {name: sorted(self.query(f"SELECT * FROM {name}"), key=repr) for name in present}
        return {**tables, "proof": [(self.store._log.digest().value(),)]}

    def all(self, kind, **equals):
        return self.desk.read(lambda work: work.select(kind, **equals))

    def one(self, kind, **equals):
        (found,) = self.all(kind, **equals)
        return found

    def verify(self):
        return self.store.verify(LOG_NAMES)

    def close(self):
        self.store.close()


def id_of(value):
    """Return a value's key as people write it."""
    return key_to_text(value.key)


def touched(changes: Changes):
    return {row.kind for row in changes}
