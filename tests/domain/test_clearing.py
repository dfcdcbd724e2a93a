"""What a round finds for a text, over every answer of three sides, in time and after, with silence and without."""

from itertools import product

from t2desk.domain.clearing import Clearing, Outcome, outcome_of

SIDES = ("a", "b", "c")


def test_every_round_of_three_sides():
    for said in product((None, *Clearing), repeat=3):
        answers = {side: answer for side, answer in zip(SIDES, said, strict=True) if answer}
        for silence, is_over in product((False, True), repeat=2):
            found = outcome_of(answers, SIDES, silence, is_over)
            if Clearing.REJECT in said:
                assert found is Outcome.REJECTED
            elif set(said) == {Clearing.ACCEPT}:
                assert found is Outcome.CLEARED
            else:
                by_silence = silence and is_over and Clearing.COMMENT not in said
                assert found is (Outcome.CLEARED if by_silence else Outcome.OPEN)


def test_nobody_clears_anything_where_nobody_sits():
    assert outcome_of({}, (), False, True) is Outcome.OPEN
