"""Orders that favour nobody: alphabets as their languages have them, rotation, seats."""

import pytest

from t2desk.domain.party_order import alphabetical, rotated, seated


@pytest.mark.parametrize(
    ("language", "ordered"),
    [
        ("en", ("Älv", "East", "Éire", "North Bank", "Northern")),
        ("sv", ("Aland", "Zeta", "Åland", "Älv", "Öst")),
        ("es", ("Nube", "Ñandú", "Oeste")),
        ("tr", ("Irmak", "İzmir", "Jale")),
        ("da", ("Zoo", "Ærø", "Øst", "Århus")),
        ("fa", ("بم", "پارس", "تهران", "گیلان")),
        ("uk", ("Гай", "Ґанок", "Єва")),
        ("cs", ("Cesta", "Čáp", "Dub")),
    ],
)
def test_names_stand_as_in_the_language(language, ordered):
    assert alphabetical(reversed(ordered), language) == ordered


def test_the_same_names_stand_differently_in_another_language():
    assert alphabetical(("Älv", "Zeta"), "de") == ("Älv", "Zeta")
    assert alphabetical(("Älv", "Zeta"), "sv") == ("Zeta", "Älv")


def test_over_the_documents_each_is_first_as_often():
    order = ("a", "b", "c")
    assert [rotated(order, number)[0] for number in range(1, 7)] == ["a", "b", "c", "a", "b", "c"]
    assert rotated(order, 2) == ("b", "c", "a")
    assert rotated((), 3) == ()


def test_going_round_the_table_each_party_comes_once():
    assert seated(((3, "south"), (1, "north"), (2, None), (4, "north"))) == ("north", "south")
