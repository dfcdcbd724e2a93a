"""Fingerprints: four words, the same for the same text whatever keyboard wrote it, another for another."""

from t2desk.domain.fingerprints import fingerprint


def test_it_is_four_words_of_the_radio_alphabet():
    words = fingerprint("The wells are shared").split()
    assert len(words) == 4
    assert all(word.isascii() and word.islower() for word in words)


def test_it_stays_what_it_was():
    assert fingerprint("The wells are shared") == fingerprint("The wells are shared")
    assert fingerprint("") != fingerprint(" ")


def test_the_same_letters_composed_otherwise_are_the_same_text():
    assert fingerprint("caf\u00e9") == fingerprint("cafe\u0301")


def test_a_thousand_versions_are_told_apart():
    assert len({fingerprint(f"The wells are shared by {number}") for number in range(1000)}) > 995
