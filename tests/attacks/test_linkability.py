"""Whoever holds an opened dossier finds who said a note before settling, and after settling does not."""

from collections import Counter

import pytest

from tests.attacks.channels import Attacker
from tests.attacks.pages import frames_in_clear, free_pages, key_in, pages_in_clear
from tests.attacks.sittings import SPEAKERS, CountingKeys, hold, room_for

CHANCE = 1 / len(SPEAKERS)
MARGIN = 0.05


class Score:
    """How often each channel was right."""

    def __init__(self):
        self.right = Counter()
        self.tried = Counter()

    def add(self, where, attacker, truth):
        for channel, guesses in attacker.guesses().items():
            self.right[where, channel] += sum(guesses.get(words) == person for words, person in truth.items())
            self.tried[where, channel] += len(truth)
        attacker.close()

    def rates(self, where):
        return {channel: self.right[at, channel] / count for (at, channel), count in self.tried.items() if at == where}


def attack(path, key):
    return Attacker(pages_in_clear(path.read_bytes(), key))


def play(folder, seed, score, keys=None):
    """Hold one sitting, attack it adjourned, settle it, and attack it again: the file, the log and every backup."""
    path = folder / f"{seed}.t2d"
    opened, clock = room_for(path, seed, keys)
    with opened as dossier:
        key = key_in(dossier._key_text())
        sitting = hold(dossier, clock, seed)
        sitting.act("session.adjourn")
        dossier._store.checkpoint()
        score.add("adjourned", attack(path, key), sitting.truth)
        score.add("adjourned backup", attack(dossier.back_up(), key), sitting.truth)
        sitting.act("session.close")
        log = path.with_name(path.name + "-wal")
        assert frames_in_clear(log.read_bytes(), key) == []
        assert free_pages(pages_in_clear(path.read_bytes(), key)) == 0
        score.add("settled", attack(path, key), sitting.truth)
        backups = [dossier.paths.backup(number) for number in dossier.paths.backup_numbers()]
    assert backups
    for backup in backups:
        score.add("settled backup", attack(backup, key), sitting.truth)
    score.add("settled and closed", attack(path, key), sitting.truth)


SETTLED = ("settled", "settled backup", "settled and closed")
CHANNELS = {
    "time", "log", "nearest in file", "people as listed", "people by seat", "key of attendance", "key of floor_totals",
    "key of turns", "page of people", "page of attendance", "page of floor_totals", "page of turns",
}  # fmt: skip


def scored(folder, sittings):
    score = Score()
    for seed in range(sittings):
        play(folder, seed, score)
    return score


def check(score, where):
    """Every channel is tried, and none is better than chance."""
    rates = score.rates(where)
    assert set(rates) == CHANNELS
    assert {channel: rate for channel, rate in rates.items() if rate > CHANCE + MARGIN} == {}


@pytest.fixture(scope="module")
def thirty(tmp_path_factory):
    return scored(tmp_path_factory.mktemp("thirty"), 30)


@pytest.fixture(scope="module")
def counted(tmp_path_factory):
    """A world without random keys: what every order in the file would betray."""
    score = Score()
    for seed in range(2):
        play(tmp_path_factory.mktemp("counted"), seed, score, CountingKeys())
    return score


@pytest.mark.parametrize("where", ["adjourned", "adjourned backup"])
@pytest.mark.parametrize("channel", ["time", "log"])
def test_speakers_are_found_while_a_session_is_only_adjourned(thirty, where, channel):
    assert thirty.rates(where)[channel] >= 0.9


@pytest.mark.parametrize("where", SETTLED)
def test_speakers_are_not_found_once_a_session_is_settled(thirty, where):
    check(thirty, where)


@pytest.mark.parametrize("channel", ["key of turns", "page of turns"])
def test_the_order_of_rows_would_lead_to_speakers_if_keys_were_counted(counted, channel):
    assert counted.rates("adjourned")[channel] >= 0.9


@pytest.mark.parametrize("channel", ["key of floor_totals", "page of floor_totals"])
def test_settled_totals_would_lead_to_speakers_if_keys_were_counted(counted, channel):
    assert counted.rates("settled")[channel] >= 0.9


@pytest.mark.campaign
@pytest.mark.timeout(1800)
def test_speakers_are_not_found_in_two_hundred_settled_sessions(tmp_path):
    score = scored(tmp_path, 200)
    assert score.rates("adjourned")["time"] >= 0.9
    for where in SETTLED:
        check(score, where)
        print(where, {channel: round(rate, 3) for channel, rate in sorted(score.rates(where).items())})
