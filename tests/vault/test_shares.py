"""Two of three shares: every pair opens, no single one does, and a damaged or foreign share is named."""

import itertools
import secrets
from dataclasses import replace

import pytest
from shamir_mnemonic import generate_mnemonics
from shamir_mnemonic.share import Share

from t2desk.domain.vault_errors import SameShareTwice, ShareMistyped, SharesOfDifferentSets, TooFewShares
from t2desk.vault.shares import join, split

SECRET = secrets.token_bytes(32)


@pytest.fixture(scope="module")
def made():
    return split(bytearray(SECRET))


def test_every_pair_and_all_three_give_the_secret_in_any_order(made):
    for some in (*itertools.permutations(made, 2), made):
        assert join(some) == SECRET


def test_one_share_alone_or_twice_is_refused(made):
    with pytest.raises(TooFewShares):
        join(made[:1])
    with pytest.raises(SameShareTwice):
        join([made[0], made[0]])


def test_it_is_typed_in_any_case_and_the_first_four_letters_do(made):
    short = " ".join(word[:4] for word in made[0].upper().split())
    assert join([f"  {short}\n", made[1]]) == SECRET


def test_a_damaged_share_is_named(made):
    words = made[1].split()
    for place in range(0, len(words), 4):
        other = [*words[:place], "academic" if words[place] != "academic" else "acid", *words[place + 1 :]]
        with pytest.raises(ShareMistyped) as refusal:
            join([made[0], " ".join(other)])
        assert refusal.value.details == {"number": 2}
    for spoiled in ("", "academic", made[1] + " academic", made[1].replace(words[5], "xyzzy"), made[1][:-1] + "ü"):
        with pytest.raises(ShareMistyped):
            join([made[0], spoiled])


def test_a_share_of_another_set_is_refused(made):
    other = split(bytearray(SECRET))
    for mine, theirs in itertools.product(made, other):
        with pytest.raises(SharesOfDifferentSets):
            join([mine, theirs])


@pytest.mark.parametrize("how", [{"iteration_exponent": 15}, {"groups": [(3, 5)]}, {"size": 16}])
def test_shares_that_others_made_or_that_ask_for_years_of_work_are_refused(how):
    ((*shares,),) = (
        generate_mnemonics(1, how.get("groups", [(2, 3)]), SECRET[: how.get("size", 32)], iteration_exponent=0),
    )
    if "iteration_exponent" in how:
        shares = [[replace(Share.from_mnemonic(share), iteration_exponent=15).mnemonic() for share in shares[0]]]
    with pytest.raises((SharesOfDifferentSets, ShareMistyped)):
        join(shares[0][:2])


def test_the_refusals_say_no_word_of_a_share(made):
    with pytest.raises(ShareMistyped) as refusal:
        join([made[0], made[1].replace(made[1].split()[3], "academic")])
    assert refusal.value.__cause__ is None
    assert refusal.value.__suppress_context__
    assert str(refusal.value) == "ShareMistyped"
