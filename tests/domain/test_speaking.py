"""A suggested next speaker: the rule, line by line, and that it never names who may not be meant."""

from hypothesis import given
from hypothesis import strategies as st

from t2desk.domain.speaking import LONG_SILENT, Heard, Reason, Suggestion, suggested


def test_a_first_turn_comes_before_another_of_who_waits_longer():
    people = [Heard("a", "N", 1, turns=2, seconds=60, place=1), Heard("b", "N", 2, place=2)]
    assert suggested(people) == Suggestion("b", Reason.FIRST_TURN)


def test_who_is_first_in_the_list_is_not_suggested():
    assert suggested([Heard("a", "N", 1, place=1), Heard("b", "N", 2, place=2)]) is None


def test_a_party_that_has_had_little_is_heard_before_one_that_has_had_much():
    people = [
        Heard("a", "N", 1, turns=2, seconds=90, place=1), Heard("b", "N", 2, turns=1, seconds=10, place=2),
        Heard("c", "S", 3, turns=1, seconds=20, place=3),
    ]  # fmt: skip
    assert suggested(people) == Suggestion("c", Reason.QUIET_PARTY)
    level = [*people[:2], Heard("c", "S", 3, turns=1, seconds=40, place=3)]
    assert suggested(level) is None


def test_while_nobody_waits_who_has_not_spoken_is_suggested_of_the_quieter_party_first():
    people = [
        Heard("a", "N", 1, turns=1, seconds=90), Heard("b", "N", 2), Heard("c", "S", 3), Heard("d", "S", 4),
    ]  # fmt: skip
    assert suggested(people) == Suggestion("c", Reason.NOT_HEARD)


def test_once_all_have_spoken_it_is_who_was_silent_longest_if_that_is_long():
    people = [Heard("a", "N", 1, 1, 60, silent=LONG_SILENT + 61), Heard("b", "S", 2, 1, 60, silent=LONG_SILENT - 1)]
    assert suggested(people) == Suggestion("a", Reason.LONG_SILENT, 21)
    assert suggested(people, holder="a") is None


def test_before_anybody_has_spoken_there_is_no_reason():
    assert suggested([Heard("a", "N", 1), Heard("b", "S", 2)]) is None


PERSON = st.builds(
    Heard,
    st.sampled_from("abcdef"), st.sampled_from(("", "N", "S")), st.integers(1, 9), st.integers(0, 5),
    st.floats(0, 5000), st.integers(0, 6), st.none() | st.floats(0, 9000),
)  # fmt: skip


@given(st.lists(PERSON, max_size=8, unique_by=lambda one: one.person), st.sampled_from("abcdefg"))
def test_it_is_somebody_else_than_the_holder_and_of_the_list_while_there_is_one(people, holder):
    found = suggested(people, holder)
    if found is not None:
        one = next(one for one in people if one.person == found.person)
        assert one.person != holder
        waiting = [other for other in people if other.place and other.person != holder]
        assert bool(one.place) == bool(waiting)
        assert suggested(list(reversed(people)), holder) == found
