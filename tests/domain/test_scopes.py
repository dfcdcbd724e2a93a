"""The lattice of rules: meeting is the most restrictive, in whatever order, and never gives anything back."""

from itertools import combinations, permutations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from t2desk.domain.rules import PRESETS, Attribution, Dissemination, FloorKept, Kept, Recording, Rule
from t2desk.domain.scopes import FREE, Scope, is_as_strict, kept_of, meet_of, scope_id, stricter_of

DAYS = st.sampled_from(("", "2026-05-04", "2026-11-24", "2031-01-01"))
RULES = st.builds(
    Rule, st.sampled_from(Recording), st.sampled_from(Attribution), st.sampled_from(Dissemination), DAYS, DAYS
)
KEPT = st.builds(Kept, st.sampled_from(FloorKept), st.booleans(), st.booleans(), st.booleans())
NAMES = tuple(PRESETS)


@settings(max_examples=200, deadline=None)
@given(RULES, RULES, RULES)
def test_rules_are_a_lattice(a, b, c):
    assert a.meet(a) == a
    assert a.meet(b) == b.meet(a)
    assert a.meet(b).meet(c) == a.meet(b.meet(c))
    assert a.meet(FREE) == a
    # Monotone: who was stricter stays stricter, whatever both meet with.
    assert a.meet(b).meet(c).meet(b.meet(c)) == a.meet(b).meet(c)


@settings(max_examples=200, deadline=None)
@given(KEPT, KEPT, KEPT)
def test_what_is_kept_is_a_lattice(a, b, c):
    assert a.meet(a) == a
    assert a.meet(b) == b.meet(a)
    assert a.meet(b).meet(c) == a.meet(b.meet(c))


def test_presets_meet_the_same_in_every_order():
    for chosen in combinations(NAMES, 3):
        assert len({meet_of(order) for order in permutations(chosen)}) == 1


def test_another_scope_never_loosens():
    for one, other in product(NAMES, NAMES):
        both = meet_of((one, other))
        assert both.meet(PRESETS[one].rule) == both == both.meet(PRESETS[other].rule)


@pytest.mark.parametrize("names", [(), *((name,) for name in NAMES), NAMES])
def test_each_axis_is_its_own_minimum(names):
    rule = meet_of(names)
    for axis in ("recording", "attribution", "dissemination"):
        assert getattr(rule, axis) == min([getattr(PRESETS[n].rule, axis) for n in names], default=getattr(FREE, axis))


def test_strictness_is_a_partial_order_of_presets():
    for one, other, third in product(NAMES, NAMES, NAMES):
        assert is_as_strict(one, one)
        if is_as_strict(one, other) and is_as_strict(other, third):
            assert is_as_strict(one, third)
    assert all(is_as_strict("off_the_record", name) for name in NAMES)
    assert all(is_as_strict(name, "on_the_record") for name in NAMES)
    assert all(is_as_strict(name, "") and not is_as_strict("", name) for name in NAMES)


def test_what_is_kept_shrinks_with_every_preset():
    for one, other in product(NAMES, NAMES):
        assert kept_of(PRESETS[one].kept, (other,)) == PRESETS[one].kept.meet(PRESETS[other].kept)


def test_every_thing_has_an_id_of_its_own():
    ids = {scope_id(scope, of, session) for scope in Scope for of in ("a", "b") for session in (None, "s")}
    assert len(ids) == len(Scope) * 4


def test_the_stricter_of_two_is_as_strict_as_both_and_one_of_them_where_it_can_be():
    for one, other in product(("", *NAMES), repeat=2):
        found = stricter_of(one, other)
        assert is_as_strict(found, one)
        assert is_as_strict(found, other)
        if is_as_strict(one, other) and not is_as_strict(other, one):
            assert found == one
