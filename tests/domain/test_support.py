"""Support: exact labels, no averages, the weakest side first, no percentages of a few."""

import ast
import inspect

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from t2desk.domain import support
from t2desk.domain.support import (
    FEWEST_FOR_PERCENT,
    SCALES,
    VERDICTS,
    Agreement,
    Lean,
    ScaleName,
    Tally,
    tally_of,
    weakest_first,
)

COUNTS = st.integers(0, 30)
TALLIES = st.builds(Tally, COUNTS, COUNTS, COUNTS, COUNTS)


def test_the_scales_have_their_exact_words():
    assert SCALES["kaner"].labels == (
        "Whole-hearted endorsement", "Agreement with a minor point of contention", "Support with reservations",
        "Abstain", "More discussion needed", "Don’t like but will support", "Serious disagreement", "Veto",
    )  # fmt: skip
    assert SCALES["kaner_older"].labels == (
        "Endorsement", "Endorsement with a minor point of contention", "Agreement with reservations", "Abstain",
        "Stand aside", "Formal disagreement but willing to go with majority",
        "Formal disagreement with request to be absolved of implementation", "Block",
    )  # fmt: skip
    assert [len(SCALES[name].labels) for name in ("four", "three", "yes_no")] == [4, 3, 2]
    assert VERDICTS[0] == "Full consensus"
    assert len(VERDICTS) == 5


def test_every_scale_can_be_asked_for_by_name():
    assert {*SCALES, "own"} == {name.value for name in ScaleName}


def test_every_step_leans_some_way():
    for scale in SCALES.values():
        assert len(scale.labels) == len(scale.leans) == len(set(scale.labels))


def test_there_is_no_average_anywhere():
    names = {node.id for node in ast.walk(ast.parse(inspect.getsource(support))) if isinstance(node, ast.Name)}
    assert not names & {"mean", "fmean", "median", "average", "statistics"}


@pytest.mark.parametrize(
    ("tally", "words"),
    [(Tally(), Agreement.NOT_ASKED), (Tally(passed=2), Agreement.NO_STANCE), (Tally(neither=2), Agreement.NO_STANCE),
     (Tally(against=1), Agreement.AGAINST), (Tally(5, 0, 1), Agreement.DIVIDED), (Tally(0, 1, 1), Agreement.DIVIDED),
     (Tally(3, 1), Agreement.SOME_NEITHER), (Tally(3), Agreement.IN_FAVOUR)],
)  # fmt: skip
def test_what_is_said_of_a_few(tally, words):
    assert tally.agreement() is words


@settings(max_examples=50)
@given(TALLIES)
def test_no_percentage_of_fewer_than_twenty(tally):
    assert (tally.percent() is None) is (tally.counted() < FEWEST_FOR_PERCENT)


@settings(max_examples=50)
@given(TALLIES)
def test_strength_stays_between_none_and_all_and_grows_with_every_voice(tally):
    assert 0 < tally.strength() < 1
    more = Tally(tally.favour + 1, tally.neither, tally.against)
    less = Tally(tally.favour, tally.neither, tally.against + 1)
    assert less.strength() < tally.strength() < more.strength()


def test_a_unanimous_pair_is_stronger_than_with_the_usual_prior():
    assert Tally(2).strength() == pytest.approx(2.5 / 3 * (1 - 0.5 / 3))
    assert Tally(2).strength() > 0.56


def test_the_weakest_side_comes_first_and_before_it_who_was_not_asked():
    sides = {"a": Tally(3), "b": Tally(2, 0, 1), "c": Tally(), "d": Tally(0, 0, 2)}
    assert [one.side for one in weakest_first(sides)] == ["c", "d", "b", "a"]


@settings(max_examples=50)
@given(st.dictionaries(st.sampled_from("abcdef"), TALLIES))
def test_every_side_stands_in_the_order_once(sides):
    assert sorted(one.side for one in weakest_first(sides)) == sorted(sides)


def test_steps_are_counted_by_their_lean():
    leans = (Lean.FAVOUR, Lean.FAVOUR, Lean.NEITHER, Lean.AGAINST)
    assert tally_of({1: 2, 2: 1, 3: 1, 4: 3, 0: 2}, leans) == Tally(3, 1, 3, 2)
