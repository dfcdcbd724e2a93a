"""The overview: what is in a dossier, in a few lines that name nobody."""

from t2desk.services.overview import overview
from t2desk.services.releases import note_release, note_shown
from tests.services.conftest import begin_sitting


def lines(room):
    return room.desk.read(lambda work: overview(work, str))


def test_an_empty_dossier_says_so(room):
    room.do("series.rename", title="Water")
    title, counts, *rest = lines(room)
    assert title == "Water"
    assert counts.startswith("parties: 0, people: 0, meetings: 0, sessions: 0")
    assert rest == ["No edition has left this dossier."]


def test_counts_and_sessions_stand_in_their_order(furnished):
    furnished.do("session.add", title="Later")
    _, counts, first, later, _ = lines(furnished)
    assert counts == ("parties: 2, people: 6, meetings: 1, sessions: 2, agenda items: 3, turns: 2, notes: 1, points: 1")
    assert first == "Session s01 “First”: open; Chatham House Rule; no date of destruction set"
    assert later == "Session s02 “Later”: planned; Chatham House Rule; no date of destruction set"


def test_off_the_record_is_said_while_it_lasts(sitting):
    sitting.do("off_record.begin")
    assert "off the record now" in lines(sitting)[2]
    sitting.do("off_record.end")
    assert "off the record now" not in lines(sitting)[2]


def test_the_ledger_is_told_in_its_order(room):
    begin_sitting(room)
    note_release(room.desk, "report", ".pdf", "s01", "chatham_house", "ab" * 32)
    note_shown(room.desk)
    first, second = lines(room)[-2:]
    assert first == "Release 1: report.pdf, s01, SHA-256 abababababababab…"
    assert second == "Release 2: record.json, plain, series, SHA-256 –"


def test_no_line_names_anybody_or_says_what_was_said(furnished):
    said = "\n".join(lines(furnished))
    assert not [word for word in ("Person", "well", "North", "They met", "Opening") if word in said]


def test_every_word_can_be_put_into_another_language(furnished):
    told = furnished.desk.read(lambda work: overview(work, lambda words: words.upper().replace("{ID}", "{id}")
        .replace("{TITLE}", "{title}").replace("{STATE}", "{state}")))  # fmt: skip
    assert told[1].startswith("PARTIES: 2")
    assert told[2].startswith("SESSION s01 “First”: OPEN; CHATHAM HOUSE RULE; NO DATE")
