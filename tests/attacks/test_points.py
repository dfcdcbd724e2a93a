"""Whoever holds an opened dossier finds who moved a point before settling, and after settling does not."""

import pytest

from tests.attacks.channels import MOMENT, PointAttacker
from tests.attacks.pages import frames_in_clear, key_in, pages_in_clear
from tests.attacks.sittings import SPEAKERS, hold, move_points, room_for
from tests.attacks.test_linkability import CHANCE, CHANNELS, MARGIN, Score

WHERE = ("settled", "settled backup", "settled and closed")


def attack(path, key):
    return PointAttacker(pages_in_clear(path.read_bytes(), key))


class Found:
    """What an attacker found: rates by channel, who asked for off the record, and every time left in the file."""

    def __init__(self):
        self.score = Score()
        self.asked = []
        self.guessed = []
        self.left = set()

    def add_left(self, path, key):
        attacker = attack(path, key)
        for table in attacker.roots:
            times = [row for row in attacker.rows(table) if any(isinstance(p, str) and MOMENT.match(p) for p in row)]
            if times:
                self.left.add(table)
        assert attacker.off_record() == []
        entries = attacker.database.execute("SELECT count(*) FROM log WHERE segment = 's01'").fetchone()
        assert entries == (1,)
        attacker.close()


def play(folder, seed, found):
    path = folder / f"{seed}.t2d"
    opened, clock = room_for(path, seed)
    with opened as dossier:
        key = key_in(dossier._key_text())
        sitting = hold(dossier, clock, seed, move_points)
        sitting.act("session.adjourn")
        dossier._store.checkpoint()
        found.score.add("adjourned", attack(path, key), sitting.truth)
        adjourned = attack(path, key)
        found.asked += sitting.off_record
        found.guessed += adjourned.off_record()
        adjourned.close()
        sitting.act("session.close")
        assert frames_in_clear(path.with_name(path.name + "-wal").read_bytes(), key) == []
        found.score.add("settled", attack(path, key), sitting.truth)
        found.add_left(path, key)
        backups = [dossier.paths.backup(number) for number in dossier.paths.backup_numbers()]
    for backup in backups:
        found.score.add("settled backup", attack(backup, key), sitting.truth)
        found.add_left(backup, key)
    found.score.add("settled and closed", attack(path, key), sitting.truth)


def found_in(folder, sittings):
    found = Found()
    for seed in range(sittings):
        play(folder, seed, found)
    return found


@pytest.fixture(scope="module")
def twelve(tmp_path_factory):
    return found_in(tmp_path_factory.mktemp("points"), 12)


@pytest.mark.parametrize("channel", ["time", "log"])
def test_who_moved_a_point_is_found_while_a_session_is_only_adjourned(twelve, channel):
    assert twelve.score.rates("adjourned")[channel] >= 0.9


def test_who_asked_for_off_the_record_is_found_while_a_session_is_only_adjourned(twelve):
    assert twelve.asked
    assert twelve.guessed == twelve.asked


def check(found, where, spread):
    rates = found.score.rates(where)
    assert CHANNELS - {"time", "log"} <= rates.keys()
    assert {channel: rate for channel, rate in rates.items() if rate > CHANCE + MARGIN + spread} == {}


# Of 288 points a channel that knows nothing is right on 24 ± 4.7: three deviations above the margin is no find.
@pytest.mark.parametrize("where", WHERE)
def test_who_moved_a_point_is_not_found_once_a_session_is_settled(twelve, where):
    check(twelve, where, 0.02)


def test_no_time_and_no_word_of_off_the_record_is_left(twelve):
    assert twelve.left == set()


@pytest.mark.campaign
@pytest.mark.timeout(1800)
def test_who_moved_a_point_is_not_found_in_two_hundred_settled_sessions(tmp_path):
    found = found_in(tmp_path, 200)
    assert found.score.rates("adjourned")["time"] >= 0.9
    assert found.guessed == found.asked
    for where in WHERE:
        check(found, where, 0)
        print(where, {channel: round(rate, 3) for channel, rate in sorted(found.score.rates(where).items())})
    assert len(SPEAKERS) == 12
