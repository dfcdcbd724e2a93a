"""Which group of a recovery code is wrong, as people type it."""

import pytest

from t2desk.domain.recovery_codes import looks_like_code, wrong_group
from t2desk.vault import recovery

CODE = recovery.write(bytearray(range(20)))


@pytest.mark.parametrize("typed", ["", CODE, CODE.lower(), CODE.replace("-", " "), CODE[:6], CODE.replace("0", "o")])
def test_what_is_right_so_far_has_no_wrong_group(typed):
    assert wrong_group(typed, CODE) is None


@pytest.mark.parametrize("group", range(1, 10))
def test_the_first_wrong_group_is_named(group):
    parts = CODE.split("-")
    parts[group - 1] = parts[group - 1][:-1] + ("0" if parts[group - 1][-1] != "0" else "1")
    assert wrong_group("-".join(parts), CODE) == group


def test_too_much_is_a_wrong_group():
    assert wrong_group(CODE + "0", CODE) == 10


def test_a_code_is_known_by_its_form():
    assert looks_like_code(CODE.lower())
    assert not looks_like_code("lantern orbit velvet thistle gravel mosaic")
