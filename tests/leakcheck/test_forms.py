"""Every form in which a person of the roster can stand in a text is found, at its exact place."""

import pytest

from t2desk.domain.findings import Level
from t2desk.domain.people import RosterPerson
from t2desk.leakcheck.check import LeakCheck

ROSTER = (
    RosterPerson(
        "a",
        "Ana-Lucía Øverland",
        "Ana-Lucía",
        "Øverland",
        aliases=("Lulu", "the Old Fox"),
        affiliation="Fjord Peace Office",
        affiliation_acronym="FPO",
        title="Dr",
        email="ana.o@fpo.example",
        phone="+47 22 33 44 55",
        handle="@analu_fpo",
    ),
    RosterPerson("b", "Salim al-Bakkushi", "Salim", "al-Bakkushi", "سالم البكوشي"),
    RosterPerson("c", "William Wood", "William", "Wood", affiliation_acronym="WW"),
    RosterPerson("d", "Choi Min-seok", "Min-seok", "Choi", "최민석"),
    RosterPerson("e", "Igor Verbitskiy", "Igor", "Verbitskiy", "Игорь Вербицкий"),
    RosterPerson("f", "Aylin Yıldızoğlu", "Aylin", "Yıldızoğlu"),
    RosterPerson("g", "Zurab Gventsadzeli", name_native="ზურაბ გვენცაძელი"),
    RosterPerson("h", "Gad Peretzon", "Gad", "Peretzon", "גד פרצון"),
    RosterPerson("i", "สมชาย ใจดี", "", ""),
    RosterPerson("j", "Ramesh Kulkarni", "Ramesh", "Kulkarni", "रमेश कुलकर्णी"),
    RosterPerson("k", "Ulf von der Lühe", "Ulf", "von der Lühe"),
    RosterPerson("l", "Ahmed Abdel Rahman", "Ahmed", "Abdel Rahman", "أحمد عبد الرحمن"),
)
CHECK = LeakCheck(ROSTER)

LOCATED = [
    # text with the place between ⟦ and ⟧, kind, person
    ("It was ⟦Ana-Lucía Øverland⟧ who asked.", "name", "a"),
    ("It was ⟦Øverland, Ana-Lucía⟧ who asked.", "name", "a"),
    ("It was ⟦ANA LUCIA OVERLAND⟧ who asked.", "name", "a"),
    ("It was ⟦ana   lucía\tøverland⟧ who asked.", "name", "a"),
    ("It was ⟦Analucía Øverland⟧ who asked.", "name", "a"),
    ("It was ⟦Ana-Lucía\nØverland⟧ who asked.", "name", "a"),
    ("It was ⟦Øverland⟧ who asked.", "surname", "a"),
    ("⟦Øverland⟧'s map was used.", "surname", "a"),
    ("⟦Øverland⟧’s map was used.", "surname", "a"),
    ("It was ⟦overland⟧.", "surname", "a"),
    ("It was ⟦O\u0308verland⟧.", "surname", "a"),
    ("It was ⟦Øver\u200bland⟧.", "surname", "a"),
    ("It was ⟦Øver[land]⟧.", "name", "a"),
    ("It was ⟦[Ø]verland⟧.", "name", "a"),
    ("It was ⟦Øver/land⟧.", "name", "a"),
    ("It was ⟦Øver<b>land⟧</b>.", "name", "a"),
    ("It was ⟦Ø-v-e-r-l-a-n-d⟧.", "name", "a"),
    ("It was ⟦Ku…lka…rni⟧, and/or somebody else.", "name", "j"),
    ("قال ⟦البكو(شي)⟧ ذلك.", "name", "b"),
    ("It was ⟦Ø\u00adver\u2060land⟧.", "surname", "a"),
    ("It was ⟦Øver-\nland⟧.", "surname", "a"),
    ("It was ⟦Øver-\r\n  land⟧.", "surname", "a"),
    ("It was ⟦Ｏｖｅｒｌａｎｄ⟧.", "surname", "a"),
    ("It was ⟦𝐎𝐯𝐞𝐫𝐥𝐚𝐧𝐝⟧.", "surname", "a"),
    ("It was ⟦0verland⟧.", "surname", "a"),
    ("It was ⟦Оvеrlаnd⟧.", "surname", "a"),
    ("It was ⟦Overlnad⟧ again.", "surname", "a"),
    ("It was ⟦O v e r l a n d⟧.", "name", "a"),
    ("Saved as ⟦overland⟧_map2.pdf", "surname", "a"),
    ("It was ⟦A. Øverland⟧ who asked.", "surname", "a"),
    ("It was ⟦A.L. Øverland⟧ who asked.", "surname", "a"),
    ("See ⟦Øverland, A.⟧ in the margin", "surname", "a"),
    ("It was ⟦Dr Øverland⟧ who asked.", "surname", "a"),
    ("It was ⟦Madam Minister Øverland⟧ who asked.", "surname", "a"),
    ("Then ⟦Lucía⟧ spoke.", "given_name", "a"),
    ("See ⟦WilliamWood⟧.txt", "name", "c"),
    ("⟦रमेश कुलकर्णी⟧ ने कहा", "name", "j"),
    ("⟦कुलकर्णी⟧ ने कहा", "native_name", "j"),
    ("It was ⟦Luehe⟧.", "surname", "k"),
    ("It was ⟦Abdelrahman⟧.", "surname", "l"),
    ("قال ⟦عبدالرحمن⟧ نعم", "native_name", "l"),
    ("by\u200b⟦Bakkushi⟧\u200bthen", "surname", "b"),
    ("Then ⟦Lulu⟧ spoke.", "alias", "a"),
    ("Then ⟦the old fox⟧ spoke.", "alias", "a"),
    ("They work at ⟦Fjord  Peace Office⟧.", "affiliation", "a"),
    ("They work at ⟦Fjord Peace\nOffice⟧.", "affiliation", "a"),
    ("The ⟦FPO⟧ paid.", "acronym", "a"),
    ("Write to ⟦Ana.O@fpo.example⟧.", "email", "a"),
    ("Write to ⟦ana.o [at] fpo [dot] example⟧ now", "email", "a"),
    ("Call ⟦0047 22334455⟧ now", "phone", "a"),
    ("Call ⟦(22) 33-44-55⟧ now", "phone", "a"),
    ("Seen by ⟦@AnaLu_FPO⟧.", "handle", "a"),
    ("It was ⟦al-Bakkushi⟧.", "surname", "b"),
    ("It was ⟦Bakkushi⟧.", "surname", "b"),
    ("It was ⟦Albakkushi⟧.", "surname", "b"),
    ("It was ⟦Salem El Bakkouchi⟧.", "name", "b"),
    ("قال ⟦سالم البكوشي⟧ نعم", "name", "b"),
    ("قال ⟦وسَالِم البَكّوشي⟧ نعم", "name", "b"),
    ("It was ⟦William Wood⟧.", "name", "c"),
    ("It was ⟦Bill Wood⟧.", "name", "c"),
    ("Then ⟦Wood⟧ spoke.", "surname", "c"),
    ("⟦Wood⟧ said no.", "surname", "c"),
    ("⟦최민석⟧은 말했다", "native_name", "d"),
    ("It was ⟦Choi Minseok⟧.", "name", "d"),
    ("Слово ⟦Вербицкого⟧", "native_name", "e"),
    ("С ⟦Игорем Вербицким⟧ говорили", "name", "e"),
    ("⟦YILDIZOĞLU⟧ dedi", "surname", "f"),
    ("Bu ⟦Yildizoglu⟧'nun", "surname", "f"),
    ("⟦გვენცაძელმა⟧ თქვა", "native_name", "g"),
    ("נאמר ⟦שפרצון⟧ שרטט", "native_name", "h"),
    ("วันนี้⟦สมชายใจดี⟧พูด", "native_name", "i"),
]


def place_of(marked):
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    return marked.replace("⟦", "").replace("⟧", ""), start, end


def flat(text, finding):
    line_start = sum(len(line) + 1 for line in text.split("\n")[: finding.line - 1])
    return line_start + finding.start, line_start + finding.end


@pytest.mark.parametrize(("marked", "kind", "person"), LOCATED)
def test_a_form_is_found_at_its_exact_place_and_blocks(marked, kind, person):
    text, start, end = place_of(marked)
    found = [one for one in CHECK.findings(text) if one.person == person and flat(text, one) == (start, end)]
    assert [(one.kind, one.level) for one in found] == [(kind, Level.BLOCK)]
    assert found[0].text == text[start:end]
    assert found[0].why.endswith(".")


ASK_FOR_A_LOOK = [
    ("⟦Wood⟧ smoke filled the hall.", "surname"),
    ("The sculptor Harriet ⟦Wood⟧ came.", "surname"),
    ("Action: ⟦W.W.⟧ to call.", "initials"),
    ("The ⟦WW⟧ paid.", "acronym"),
    ("Write to ⟦info@other.example⟧ soon", "other_email"),
    ("Call ⟦030 1234567⟧ soon", "other_phone"),
    ("Seen by ⟦@somebody_else⟧.", "other_handle"),
    ("Then ⟦Bill⟧ spoke.", "nickname"),
]


@pytest.mark.parametrize(("marked", "kind"), ASK_FOR_A_LOOK)
def test_what_is_unsure_asks_for_a_look(marked, kind):
    text, start, end = place_of(marked)
    assert [(one.kind, one.level, flat(text, one)) for one in CHECK.findings(text)] == [
        (kind, Level.WARN, (start, end))
    ]


CLEAN = [
    "One participant drew a map; nobody objected.",
    "The wood for the shelters was late, and so was the bill.",
    "The woodland path and the overlanders' route.",
    "Driving overlands is slow.",
    "An al fresco dinner, de facto, el Niño, bin day.",
    "On 12/03/2026, and from 1990-1995, 40 of 60 members voted.",
    "A version 1.2.3.4, at 10:30, in room 12.",
    "Anaïs, Ñana, Galimov and Figaro were other words.",
    "В мирное время", "انتهت الجلسة مبكراً", "הפגישה הסתיימה",
]  # fmt: skip


@pytest.mark.parametrize("text", CLEAN)
def test_clean_text_gives_nothing(text):
    assert [one for one in CHECK.findings(text) if one.level is Level.BLOCK or one.person] == []


@pytest.mark.parametrize("word", ["Anaïs", "ñAna", "Banana", "anarchy", "Ana2go"])
def test_a_short_name_is_not_found_inside_another_word(word):
    check = LeakCheck([RosterPerson("x", "Ana Roe", "Ana", "Roe")])
    found = [one for one in check.findings(f"They saw {word} today") if one.level is Level.BLOCK]
    assert found == [] or word == "Ana2go"


def test_particles_alone_are_nobody():
    check = LeakCheck(
        [RosterPerson("x", "Jan van der Berg", "Jan", "van der Berg"), RosterPerson("y", "Abu Omar al-Din")]
    )
    assert check.findings("The al dente van, der Zug, bin, ibn, abu.") == ()


def test_two_people_with_one_surname_are_both_told():
    check = LeakCheck([RosterPerson("x", "Nino Kvaratskhelia"), RosterPerson("y", "Gio Kvaratskhelia")])
    assert [one.person for one in check.findings("Then Kvaratskhelia left.")] == ["x", "y"]
    assert ("x", "name") in [(one.person, one.kind) for one in check.findings("Then Nino Kvaratskhelia left.")]


@pytest.mark.parametrize(
    "text", ["It was wo/od.", "Salt and/or wood.", "The W.H.O. met.", "An over-landed cargo.", "Ku / lka / rni"]
)
def test_marks_between_letters_block_only_where_they_break_a_name(text):
    assert not [one for one in CHECK.findings(text) if one.level is Level.BLOCK and one.person in {"a", "j"}]


def test_a_broken_name_without_its_capital_is_a_warning():
    assert [(one.text, one.level) for one in CHECK.findings("the over-land road")] == [("over-land", Level.WARN)]
