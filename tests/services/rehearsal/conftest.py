"""Fixtures: the rehearsal played once with a seed on a real encrypted store."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from t2desk.services.desk import Desk
from t2desk.services.record import whole_record
from t2desk.services.rehearsal.clock import RehearsalClock
from t2desk.services.rehearsal.play import RehearsalSummary, play
from t2desk.storage.store import SqlStore
from t2desk.system.random_keys import SeededKeys
from t2desk.system.zones import zone_named


class PlainSealer:
    """Seals nothing: the identities stay readable to a test that looks for words."""

    def seal(self, plain, associated):
        return plain

    def open(self, sealed, associated):
        return sealed


@dataclass(frozen=True, slots=True)
class Played:
    store: SqlStore
    desk: Desk
    clock: RehearsalClock
    summary: RehearsalSummary


@contextmanager
def open_stage(folder: Path, seed: int) -> Iterator[tuple[SqlStore, Desk, RehearsalClock]]:
    key_text = bytearray(b"x'" + os.urandom(48).hex().encode() + b"'")
    folder.mkdir(parents=True, exist_ok=True)
    store = SqlStore(
        folder / "fiction.t2d", key_text, b"k" * 32, PlainSealer(), SeededKeys(seed), lambda _p, _k: None, zone_named
    )
    store.prepare(lambda _version: None)
    clock = RehearsalClock()
    try:
        yield store, Desk(store, clock), clock
    finally:
        store.close()


@contextmanager
def played(folder: Path, seed: int) -> Iterator[Played]:
    with open_stage(folder, seed) as (store, desk, clock):
        yield Played(store, desk, clock, play(desk, clock, seed))


@pytest.fixture(scope="package")
def rehearsal(tmp_path_factory) -> Iterator[Played]:
    with played(tmp_path_factory.mktemp("fiction"), seed=1) as done:
        yield done


@pytest.fixture
def record_of(tmp_path):
    """Return the whole record of a rehearsal played with a seed."""
    runs = iter(range(100))

    def whole(seed: int):
        with played(tmp_path / str(next(runs)), seed) as done:
            return done.desk.read(whole_record)

    return whole


@pytest.fixture
def empty_stage(tmp_path):
    with open_stage(tmp_path / "empty", seed=1) as stage:
        yield stage
