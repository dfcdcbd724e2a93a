"""Generated passphrases are strong by arithmetic; chosen ones are refused when a guesser would start there."""

import math
from pathlib import Path

import pytest

from t2desk.domain.errors import Refused
from t2desk.domain.vault_errors import (
    PassphraseNamesSomebody,
    PassphraseTooCommon,
    PassphraseTooLong,
    PassphraseTooRegular,
    PassphraseTooShort,
)
from t2desk.vault.passphrases import generate, judge
from t2desk.vault.words import COUNT, load_words

LIST = Path(__file__).parents[2] / "resources/words/passphrase_words.txt"
WORDS = load_words(LIST.read_text("ascii"))
NAMES = ("Oslo", "Anna Lindqvist", "Ali", "Дмитрий Соколов", "José Núñez", "王小明", "Dr Jean-Pierre Müller", "Bo")

WEAK = [
    "",
    "short",
    "fourteen chars",
    "T2desk!2026",
    "TrackTwo-Oslo-2026",
    "TrackTwo-2026-Dialogue",
    "Geneva-Peace-2026",
    "lindqvist is here today",
    "my friend L1ndqv1st again",
    "anna goes to the market",
    "4nn4 goes to the market",
    "Jose Nunez drinks coffee",
    "JOSÉ NÚÑEZ drinks coffee",
    "соколов едет на работу",
    "王小明王小明喝茶看山听雨写字画画",
    "muller walks the lower road",
    "Ali-walks-the-lower-road",
    "ThenAliWalksTheLowerRoad",
    "the lower road, oslo side",
    "aaaaaaaaaaaaaaaaaaaa",
    "abcabcabcabcabcabc",
    "abababababababab",
    "passwordpassword",
    "111111111111111",
    "123456789012345",
    "1234567890123456",
    "abcdefghijklmnop",
    "zyxwvutsrqponmlkj",
    "qwertyuiopasdfghjkl",
    "QWERTYUIOP123456",
    "qwertzuiopyxcvbnm",
    "azertyuiopqsdfghjklm",
    "qazwsxedcrfvtgb",
    "йцукенгшщзхъфывапролджэ",
    "Password1234567890",
    "P@ssw0rd-P@ssw0rd-1",
    "passphrase-2026-11-24",
    "correct horse battery staple",
    "CorrectHorseBatteryStaple1",
    "the quick brown fox jumps",
    "to be or not to be",
    "let me in please please",
    "iloveyou iloveyou 2",
    "Monday-January-2026",
    "summer2026summer2026!",
    "Welcome-Welcome-2026",
    "Confidential-2026-11",
    "ChathamHouseRule2026",
    "chatham house rule",
    "openSesame 12345678",
    "mediation session 14",
    "peace process 2026 Geneva",
    "20261124 20261125",
    "           a           ",
    "!!!!!!!!!!!!!!!!!!!!",
    "------2026-11-24------",
    "secret secret secret!",
    "asdfghjkl zxcvbnm 1",
    "may the force be with you",
    "administrator-access-1",
]

STRONG = [
    "wobbly duct weekly folk able foment",
    "a kettle sings under nine bridges",
    "vergilbte Laternen zählen Schafe",
    "quality paper boats sail",
    "лампа считает мокрые ступени",
    "کاغذ خیس روی پله‌ها می‌رقصد",
    "雨后山路上的旧灯笼数着石阶慢慢亮",
    "x7#Lq-92vTw!mZpK4",
    "my-aunt-paints-45-green-doors",
    "thirteen owls ignore the ferry",
]


@pytest.mark.parametrize("passphrase", WEAK)
def test_a_weak_passphrase_is_refused(passphrase):
    with pytest.raises(Refused):
        judge(passphrase, NAMES)
    with pytest.raises(Refused):
        judge(passphrase, NAMES, WORDS)


def test_six_drawn_words_may_hold_a_name_by_chance_and_five_or_the_same_may_not():
    drawn = "spell sever musket petite hybrid"
    judge(f"{drawn} and", ["Water and transit"], WORDS)
    for typed in (drawn + "and", f"{drawn[6:]} and", "and and and sever musket petite", f"{drawn} And"):
        with pytest.raises(PassphraseNamesSomebody):
            judge(typed, ["Water and transit", "Spelland", "Mr Hybridand"], WORDS)


def test_there_are_fifty_weak_ones():
    assert len(set(WEAK)) >= 50


@pytest.mark.parametrize("passphrase", STRONG)
def test_a_strong_passphrase_is_accepted(passphrase):
    judge(passphrase, NAMES)


@pytest.mark.parametrize(
    ("passphrase", "reason"),
    [
        ("fourteen chars", PassphraseTooShort),
        ("x" * 1025, PassphraseTooLong),
        ("the road to oslo, at night", PassphraseNamesSomebody),
        ("abcabcabcabcabcabc", PassphraseTooRegular),
        ("Chatham House Rule 2026", PassphraseTooCommon),
    ],
)
def test_each_reason_is_told(passphrase, reason):
    with pytest.raises(reason):
        judge(passphrase, NAMES)


def test_track_two_oslo_is_refused_even_where_nobody_is_named():
    with pytest.raises(PassphraseTooCommon):
        judge("TrackTwo-Oslo-2026", ())


def test_128_and_1024_characters_are_accepted():
    judge(" ".join(WORDS[::400])[:128], NAMES)
    judge(" ".join(WORDS[::40])[:1024], ())


def test_generated_passphrases_carry_77_bits_and_do_not_repeat():
    assert 6 * math.log2(len(WORDS)) >= 77
    drawn = {generate(WORDS) for _ in range(10_000)}
    assert len(drawn) == 10_000
    assert all(len(phrase.split()) == 6 for phrase in drawn)
    used = {word for phrase in drawn for word in phrase.split()}
    assert len(used) > 7760  # every word is drawn: 60,000 draws miss one in 2,200 of them


def test_generated_passphrases_pass_the_judgement_of_chosen_ones():
    assert sum(1 for _ in range(300) if not _refused(generate(WORDS))) == 300


def _refused(passphrase):
    try:
        judge(passphrase, ())
    except Refused:
        return True
    return False


@pytest.mark.parametrize(
    "spoil",
    [
        lambda words: words[1:], lambda words: [*words[:-1], words[0]], lambda words: sorted(words, reverse=True),
        lambda words: [*words[:-1], "zy"], lambda words: [*words[:-1], "Zebra"], lambda words: [],
    ],
)  # fmt: skip
def test_a_spoiled_list_is_refused(spoil):
    with pytest.raises(ValueError, match="word list"):
        load_words("\n".join(spoil(list(WORDS))))


def test_the_list_is_whole():
    assert len(WORDS) == COUNT == 6**5
