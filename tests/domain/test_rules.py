"""Rules: the strictest of several is a lattice's meet, and each preset keeps what its promise allows."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from t2desk.domain.rules import (
    NEW_SESSION,
    PRESETS,
    Attribution,
    Dissemination,
    FloorKept,
    Kept,
    Recording,
    Rule,
    strictest,
)

DAYS = st.sampled_from(["", "2026-01-01", "2026-06-30", "2027-12-31"])
RULES = st.builds(
    Rule, st.sampled_from(Recording), st.sampled_from(Attribution), st.sampled_from(Dissemination), DAYS, DAYS
)
KEPT = st.builds(Kept, st.sampled_from(FloorKept), st.booleans(), st.booleans(), st.booleans())
NAMES = st.lists(st.sampled_from(sorted(PRESETS)), min_size=1, max_size=4).map(tuple)
EVERY_KEPT = [Kept(*parts) for parts in product(FloorKept, (False, True), (False, True), (False, True))]
AXES = [Rule(*parts) for parts in product(Recording, Attribution, Dissemination)]


def is_within(stricter, looser):
    """Say whether a rule lets through nothing that the other does not, axis by axis."""
    return (
        stricter.recording <= looser.recording
        and stricter.attribution <= looser.attribution
        and stricter.dissemination <= looser.dissemination
        and stricter.embargo_until >= looser.embargo_until
        and (not looser.destroy_on or (bool(stricter.destroy_on) and stricter.destroy_on <= looser.destroy_on))
    )


def keeps_no_more(one, other):
    return (
        one.floor <= other.floor
        and one.attendance <= other.attendance
        and one.notes <= other.notes
        and one.traces <= other.traces
    )


@given(RULES)
def test_meet_is_idempotent(rule):
    assert rule.meet(rule) == rule


@given(RULES, RULES)
def test_meet_is_commutative(one, other):
    assert one.meet(other) == other.meet(one)


@given(RULES, RULES, RULES)
def test_meet_is_associative(one, two, three):
    assert one.meet(two).meet(three) == one.meet(two.meet(three))


@given(RULES, RULES)
def test_meet_is_stricter_than_both(one, other):
    assert is_within(one.meet(other), one)
    assert is_within(one.meet(other), other)


@given(RULES, RULES, RULES)
def test_meet_is_monotone(looser, tighter_by, other):
    tighter = looser.meet(tighter_by)
    assert is_within(tighter.meet(other), looser.meet(other))


@given(RULES, RULES, RULES)
def test_meet_is_the_loosest_rule_within_both(one, other, third):
    if is_within(third, one) and is_within(third, other):
        assert is_within(third, one.meet(other))


def test_meet_takes_the_lower_on_every_axis_for_all_pairs():
    for one, other in product(AXES, AXES):
        met = one.meet(other)
        assert met.recording is min(one.recording, other.recording)
        assert met.attribution is min(one.attribution, other.attribution)
        assert met.dissemination is min(one.dissemination, other.dissemination)


def test_embargo_is_the_later_and_destruction_the_earlier_day():
    plain = AXES[0]
    early = replace(plain, embargo_until="2026-02-01", destroy_on="2026-03-01")
    late = replace(plain, embargo_until="2026-04-01", destroy_on="2026-05-01")
    assert early.meet(late) == replace(plain, embargo_until="2026-04-01", destroy_on="2026-03-01")


def test_no_day_of_destruction_does_not_win_over_a_day():
    plain = AXES[0]
    assert plain.meet(replace(plain, destroy_on="2026-03-01")).destroy_on == "2026-03-01"


def test_what_is_kept_meets_like_a_lattice_for_all_pairs():
    for one, other in product(EVERY_KEPT, EVERY_KEPT):
        met = one.meet(other)
        assert met == other.meet(one)
        assert one.meet(one) == one
        assert keeps_no_more(met, one)
        assert keeps_no_more(met, other)


@given(KEPT, KEPT, KEPT)
def test_what_is_kept_meets_in_any_grouping(one, two, three):
    assert one.meet(two).meet(three) == one.meet(two.meet(three))


@given(NAMES)
def test_strictest_does_not_depend_on_order_or_repetition(names):
    assert strictest(names) == strictest(tuple(sorted(set(names))))


@given(NAMES, st.sampled_from(sorted(PRESETS)))
def test_strictest_never_loosens_when_a_preset_is_added(names, another):
    rule, kept = strictest(names)
    tighter, fewer = strictest((*names, another))
    assert is_within(tighter, rule)
    assert keeps_no_more(fewer, kept)


@pytest.mark.parametrize("name", sorted(PRESETS))
def test_strictest_of_one_is_itself(name):
    assert strictest((name,)) == (PRESETS[name].rule, PRESETS[name].kept)


T = FloorKept
EXPECTED_KEPT = {
    "chatham_house": Kept(T.TOTALS_BY_PERSON, attendance=True, notes=True, traces=False),
    "chatham_house_no_attendance": Kept(T.TOTALS_BY_PARTY, attendance=False, notes=True, traces=False),
    "not_for_attribution": Kept(T.TOTALS_BY_PERSON, attendance=True, notes=True, traces=False),
    "background": Kept(T.TOTALS_BY_PERSON, attendance=True, notes=True, traces=False),
    "deep_background": Kept(T.TOTALS_BY_PARTY, attendance=True, notes=True, traces=False),
    "off_the_record": Kept(T.NOTHING, attendance=False, notes=False, traces=False),
    "on_the_record": Kept(T.TURNS, attendance=True, notes=True, traces=True),
    "joint_text_only": Kept(T.NOTHING, attendance=True, notes=False, traces=False),
}


def test_every_preset_keeps_what_its_promise_says():
    assert {name: preset.kept for name, preset in PRESETS.items()} == EXPECTED_KEPT


@pytest.mark.parametrize("preset", PRESETS.values(), ids=lambda preset: preset.name)
def test_order_and_times_are_kept_only_where_a_speaker_may_be_named(preset):
    named = preset.rule.attribution is Attribution.NAMED
    assert preset.kept.traces is named
    assert (preset.kept.floor is FloorKept.TURNS) is named
    assert (preset.rule.recording is Recording.WITH_SOURCE) is named


@pytest.mark.parametrize("preset", PRESETS.values(), ids=lambda preset: preset.name)
def test_the_room_hears_whole_sentences(preset):
    assert preset.text.endswith(".")
    assert preset.sentence.endswith(".")
    assert preset.title


def test_a_new_session_is_held_under_the_chatham_house_rule():
    assert PRESETS[NEW_SESSION].title == "Chatham House Rule"
    assert "neither the identity nor the affiliation" in PRESETS[NEW_SESSION].text
