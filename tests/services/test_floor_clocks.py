"""Sixty things that clocks do within a turn: order right, no negative length, and doubt exactly where there is any."""

from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from t2desk.domain.desk_errors import OutOfRange, TurnIsSure
from t2desk.domain.floor import Turn
from t2desk.domain.moments import Moment
from t2desk.services.floor_repair import idle_time
from t2desk.services.floor_truth import doubtful_turns
from tests.services.desks import id_of

MINUTE, HOUR = 60.0, 3600.0


def passes(seconds):
    """Time passes, in which the laptop may well sleep: the boot clock counts suspend."""
    return lambda room: room.clock.forward(seconds)


def wall(seconds):
    """Somebody, or the network, sets the wall clock."""
    return lambda room: room.clock.set_wall(seconds)


def act(name, **fields):
    return lambda room: room.do(name, **fields)


def killed(room):
    """The program is gone and opened again; the laptop runs on."""
    room.reopen()


def restarted(down, since_boot=20.0, wall=0.0):
    """The laptop is off, starts again, and the program opens; its wall clock may have been set meanwhile."""

    def restart(room):
        moment = room.clock.moment
        gone = round((down + since_boot + wall) * 1000)
        name = moment.boot_id + "+"
        room.clock.moment = replace(moment, wall=moment.wall + gone, boot=round(since_boot * 1000), boot_id=name)
        room.reopen()

    return restart


def at(zone, stamp):
    """The turn starts at a time of day of some zone; the zone itself is never kept."""

    def begin(room):
        wanted = round(datetime.fromisoformat(stamp).replace(tzinfo=ZoneInfo(zone)).timestamp() * 1000)
        room.clock.moment = replace(room.clock.moment, wall=wanted)

    return begin


@dataclass(frozen=True)
class Case:
    name: str
    steps: tuple
    seconds: float
    doubt: bool = False
    before: tuple = ()


def same(name, seconds, *steps, before=()):
    return Case(name, steps, seconds, before=before)


def doubt(name, seconds, *steps):
    return Case(name, steps, seconds, doubt=True)


PAUSE, GO_ON = act("turn.pause"), act("turn.resume")
ASIDE, BACK = act("turn.start", kind="point_of_order", person="p04"), act("turn.end")
INTERPRETER, SPEAKER = act("interpretation.begin"), act("interpretation.end")

CASES = (
    # one boot: nobody can set the clock that decides
    same("nothing happens", 90, passes(90)),
    same("a millisecond", 0.001, passes(0.001)),
    same("no time at all", 0),
    same("suspended for a minute", 120, passes(30), passes(60), passes(30)),
    same("suspended over lunch", 5430, passes(5430)),
    same("suspended and the clock put right after it", 630, passes(30), passes(600), wall(-2.5)),
    same("suspended twice, set back between", 330, passes(100), wall(-HOUR), passes(200), passes(30)),
    same("suspended while paused", 40, passes(30), PAUSE, passes(HOUR), GO_ON, passes(10)),
    same("suspended within an interrupt", 40, passes(30), ASIDE, passes(HOUR), BACK, passes(10)),
    same("set back a second", 60, passes(30), wall(-1), passes(30)),
    same("set back a minute", 60, passes(30), wall(-MINUTE), passes(30)),
    same("set back an hour", 60, passes(30), wall(-HOUR), passes(30)),
    same("set back a day", 60, passes(30), wall(-24 * HOUR), passes(30)),
    same("set back a year", 60, passes(30), wall(-365 * 24 * HOUR), passes(30)),
    same("set forward a second", 60, passes(30), wall(1), passes(30)),
    same("set forward a minute", 60, passes(30), wall(MINUTE), passes(30)),
    same("set forward an hour", 60, passes(30), wall(HOUR), passes(30)),
    same("set forward a day", 60, passes(30), wall(24 * HOUR), passes(30)),
    same("set forward a year", 60, passes(30), wall(365 * 24 * HOUR), passes(30)),
    same("set back and forward again", 60, wall(-HOUR), passes(30), wall(HOUR), passes(30)),
    same("set at the very start", 60, wall(-HOUR), passes(60)),
    same("set at the very end", 60, passes(60), wall(-HOUR)),
    same("set back while paused", 60, passes(30), PAUSE, wall(-HOUR), passes(20), GO_ON, passes(30)),
    same("set forward while paused", 60, passes(30), PAUSE, wall(HOUR), passes(20), GO_ON, passes(30)),
    same("set back and ended while paused", 30, passes(30), PAUSE, wall(-HOUR), passes(20)),
    same("set back within an interrupt", 60, passes(30), ASIDE, wall(-HOUR), passes(20), BACK, passes(30)),
    same("set forward within an interrupt", 60, passes(30), ASIDE, wall(HOUR), passes(20), BACK, passes(30)),
    same("set back while the interpreter speaks", 60, passes(30), INTERPRETER, wall(-HOUR), passes(9), SPEAKER,
         passes(30)),
    same("set forward while the interpreter speaks", 60, passes(30), INTERPRETER, wall(HOUR), passes(9), SPEAKER,
         passes(30)),
    same("drifts a second a minute, put right each time", 180, *(passes(60), wall(1)) * 3),
    # times of day are for display: what the zone does changes no length
    same("summer time begins in Berlin", 1200, passes(1200), before=(at("Europe/Berlin", "2026-03-29T01:50:00"),)),
    same("summer time ends in Berlin", 1200, passes(1200), before=(at("Europe/Berlin", "2026-10-25T02:50:00"),)),
    same("summer time begins in New York", 1200, passes(1200),
         before=(at("America/New_York", "2026-03-08T01:50:00"),)),
    same("summer time ends in New York", 1200, passes(1200), before=(at("America/New_York", "2026-11-01T01:50:00"),)),
    same("half an hour of summer time on Lord Howe", 1200, passes(1200),
         before=(at("Australia/Lord_Howe", "2026-04-05T01:50:00"),)),
    same("a clock that kept local time and jumped with it", 1200, passes(600), wall(HOUR), passes(600),
         before=(at("Europe/Berlin", "2026-03-29T01:50:00"),)),
    same("midnight in UTC", 1200, passes(1200), before=(at("UTC", "2026-05-04T23:50:00"),)),
    same("midnight in Tbilisi", 1200, passes(1200), before=(at("Asia/Tbilisi", "2026-05-04T23:50:00"),)),
    same("midnight of the year", 1200, passes(1200), before=(at("UTC", "2026-12-31T23:50:00"),)),
    same("midnight, suspended across it", 7200, passes(600), passes(6600), before=(at("UTC", "2026-05-04T23:50:00"),)),
    same("a leap day", 1200, passes(1200), before=(at("UTC", "2028-02-28T23:50:00"),)),
    same("the last second of 32 bits", 1200, passes(1200), before=(at("UTC", "2038-01-19T03:10:00"),)),
    same("the laptop flies east and its clock is set by hand", 90, passes(30), wall(3 * HOUR), passes(60)),
    same("the laptop flies west and its clock is set by hand", 90, passes(30), wall(-9 * HOUR), passes(60)),
    # killed: the laptop runs on, and the turn has its true start
    same("killed once", 90, passes(30), killed, passes(60)),
    same("killed three times", 90, *(passes(30), killed) * 3),
    same("killed while paused", 60, passes(30), PAUSE, passes(40), killed, passes(40), GO_ON, passes(30)),
    same("killed within an interrupt", 60, passes(30), ASIDE, passes(9), killed, passes(9), BACK, passes(30)),
    same("killed while the interpreter speaks", 60, passes(30), INTERPRETER, passes(9), killed, SPEAKER, passes(30)),
    same("killed, and the clock set back meanwhile", 90, passes(30), killed, wall(-HOUR), passes(60)),
    # restarted: only the wall clock is left, and it is believed as long as it goes on as a restart does
    same("restarted within a minute", 110, passes(30), restarted(40), passes(20)),
    same("restarted within ten minutes", 670, passes(30), restarted(600), passes(20)),
    same("restarted while paused", 50, passes(30), PAUSE, passes(9), restarted(40), GO_ON, passes(20)),
    same("restarted twice", 150, passes(30), restarted(20), passes(20), restarted(20), passes(20)),
    doubt("off over lunch", 3670, passes(30), restarted(HOUR), passes(20)),
    doubt("restarted, set forward a day", 24 * HOUR + 110, passes(30), restarted(40, wall=24 * HOUR), passes(20)),
    doubt("restarted, set back an hour", 0, passes(30), restarted(40, wall=-HOUR), passes(20)),
    doubt("restarted, set back to 1970", 0, passes(30), restarted(40, wall=-1.7e9), passes(20)),
    doubt("restarted, set back a little more than it took", 20, passes(30), restarted(40, wall=-90), passes(20)),
    doubt("set forward, then restarted", 2 * HOUR + 110, passes(30), wall(2 * HOUR), restarted(40), passes(20)),
)  # fmt: skip


def test_there_are_sixty_cases_of_different_names():
    assert len({case.name for case in CASES}) == len(CASES) == 60


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_clock_changes_no_length_unseen(sitting, case):
    for step in case.before:
        step(sitting)
    started = sitting.do("turn.start", person="p01")
    for step in case.steps:
        step(sitting)
    ended = sitting.do("turn.end")
    assert (ended.key, ended.since) == (started.key, started.since)
    assert ended.seconds == pytest.approx(case.seconds, abs=0.0015)
    assert [row.turn.key for row in sitting.desk.read(doubtful_turns)] == ([ended.key] if case.doubt else [])
    assert all(turn.seconds >= 0 and turn.paused_seconds >= 0 for turn in sitting.all(Turn))
    idle = sitting.desk.read(idle_time)
    assert idle is None or idle.seconds >= 0
    sitting.do("turn.start", person="p02")
    sitting.clock.forward(7)
    assert sitting.do("turn.end").seconds == 7.0
    sitting.verify()


def doubtful(room):
    room.do("turn.start", person="p01")
    restarted(HOUR)(room)
    return id_of(room.do("turn.end"))


def test_a_doubt_is_confirmed_or_corrected_and_taken_back(sitting):
    turn = doubtful(sitting)
    assert [row.seconds for row in sitting.desk.read(doubtful_turns)] == [3620.0]
    with pytest.raises(OutOfRange):
        sitting.do("turn.confirm", turn=turn, seconds=0)
    assert sitting.do("turn.confirm", turn=turn).seconds == 3620.0
    assert sitting.desk.read(doubtful_turns) == ()
    with pytest.raises(TurnIsSure):
        sitting.do("turn.confirm", turn=turn)
    sitting.desk.undo()
    assert sitting.do("turn.confirm", turn=turn, seconds=45.5).seconds == 45.5
    sitting.desk.undo()
    assert [row.seconds for row in sitting.desk.read(doubtful_turns)] == [3620.0]


def test_adjourning_marks_what_is_in_doubt_too(sitting):
    sitting.do("turn.start", person="p01")
    restarted(HOUR)(sitting)
    sitting.do("session.adjourn")
    assert len(sitting.desk.read(doubtful_turns)) == 1


@pytest.mark.parametrize("step", [killed, restarted(40), wall(-HOUR), wall(HOUR)])
def test_repair_holds_across_restarts_and_changed_clocks(sitting, step):
    sitting.do("turn.start", person="p01")
    sitting.clock.forward(30)
    first = id_of(sitting.do("turn.end"))
    step(sitting)
    sitting.clock.forward(10)
    sitting.do("turn.start", person="p01")
    sitting.clock.forward(20)
    sitting.do("turn.began", seconds=5)
    second = id_of(sitting.do("turn.end"))
    half = id_of(sitting.do("turn.split", turn=second, seconds=10, person="p02"))
    sitting.do("turn.length", turn=half, seconds=12)
    assert sorted(turn.seconds for turn in sitting.all(Turn)) == [10.0, 12.0, 30.0]
    sitting.do("turn.merge", turn=first, into=second)
    assert sorted(turn.seconds for turn in sitting.all(Turn)) == [12.0, 40.0]
    sitting.clock.forward(9)
    assert sitting.desk.read(idle_time).seconds >= 9
    sitting.verify()


def test_a_moment_of_another_boot_is_believed_within_the_time_of_a_restart():
    start = Moment(1_000_000_000, 5_000_000, "one")
    for gap, sure in ((-1, False), (19, True), (20, True), (20 + 900, True), (20 + 901, False)):
        later = Moment(start.wall + gap * 1000, 20_000, "two")
        assert start.is_sure_until(later) is sure, gap
