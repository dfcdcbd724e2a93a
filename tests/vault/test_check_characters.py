"""No error of up to three characters can leave the check characters as they are: shown for every three columns."""

import itertools
import random

import pytest

from t2desk.vault.check_characters import CHECK_CHARACTERS, DATA_CHARACTERS, checks_of, columns, product

UNIT = [tuple(int(row == column) for row in range(CHECK_CHARACTERS)) for column in range(CHECK_CHARACTERS)]


def _determinant(rows):
    total = 0
    for order in itertools.permutations(range(3)):
        total ^= product(product(rows[0][order[0]], rows[1][order[1]]), rows[2][order[2]])
    return total


def _add_up_to_nothing(three):
    """Say whether some multiples of three columns, not all nought, add up to nothing."""
    return not any(
        _determinant([[column[row] for row in rows] for column in three])
        for rows in itertools.combinations(range(CHECK_CHARACTERS), 3)
    )


def test_it_is_a_field():
    for one in range(1, 32):
        assert sorted(product(one, other) for other in range(32)) == list(range(32))
    for one, other, third in itertools.product(range(0, 32, 3), repeat=3):
        assert product(one, other ^ third) == product(one, other) ^ product(one, third)
        assert product(one, product(other, third)) == product(product(one, other), third)


def test_no_three_of_the_thirty_six_columns_add_up_to_nothing():
    # The checks are linear: an error changes nothing only where its columns, each times the change, add up to nothing.
    every = [*columns(), *UNIT]
    assert len(set(every)) == DATA_CHARACTERS + CHECK_CHARACTERS
    assert not [three for three in itertools.combinations(every, 3) if _add_up_to_nothing(three)]


def test_the_search_finds_three_that_do():
    one, other = columns()[:2]
    between = tuple(product(7, a) ^ product(9, b) for a, b in zip(one, other, strict=True))
    assert _add_up_to_nothing((one, other, between))


def test_the_checks_are_linear():
    chance = random.Random(3)
    one, other = ([chance.randrange(32) for _ in range(DATA_CHARACTERS)] for _ in range(2))
    both = [a ^ b for a, b in zip(one, other, strict=True)]
    assert checks_of(both) == tuple(a ^ b for a, b in zip(checks_of(one), checks_of(other), strict=True))


def test_a_wrong_number_of_values_is_a_fault_of_ours():
    with pytest.raises(ValueError, match="zip"):
        checks_of([0] * 31)
