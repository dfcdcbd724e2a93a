"""The programme: what, when and how long, of one session or of the whole meeting."""

import pytest

from t2desk.domain.desk_errors import NothingToReport
from t2desk.domain.documents import Agenda, Heading
from t2desk.i18n import Phrases
from tests.services.editions.sessions import STARTS, blocks, document


@pytest.fixture
def planned(room):
    room.do("series.rename", title="Water")
    room.do("meeting.add", title="Second gathering")
    room.do("session.add", title="Morning", starts=STARTS)
    for title, minutes in (("Opening", 15), ("Wells", 40)):
        room.do("item.add", title=title, minutes=minutes)
    room.do("item.add", title="Upper", minutes=10, parent="i02")
    room.do("item.add", title="Lower", minutes=30, parent="i02", aim="to count")
    room.do("item.add", title="Close", minutes=5)
    return room


def lines(value):
    return [
        (row.time.words, row.title.words, row.minutes and row.minutes.words, row.level)
        for block in blocks(value, Agenda)
        for row in block.rows
    ]


def test_the_clock_goes_on_by_the_parts_of_an_item_not_by_the_item_as_well(planned):
    assert lines(document(planned, "agenda")) == [
        ("09:00", "Opening", "15", 0), ("09:15", "Wells", "40", 0), ("09:15", "Upper", "10", 1),
        ("09:25", "Lower", "30", 1), ("09:55", "Close", "5", 0),
    ]  # fmt: skip


def test_an_aim_stands_under_its_title_alone(planned):
    (table,) = blocks(document(planned, "agenda"), Agenda)
    assert [row.aim and row.aim.words for row in table.rows] == [None, None, None, "to count", None]


def test_a_session_without_a_start_has_a_programme_without_times(planned):
    planned.do("session.change", session="s01", starts="")
    value = document(planned, "agenda")
    assert {time for time, *_ in lines(value)} == {""}
    assert blocks(value, Heading)[0].side is None


def test_the_whole_meeting_is_shown_in_order_without_what_has_no_items(planned):
    planned.do("session.add", title="Empty")
    planned.do("session.add", title="Afternoon", starts="2026-05-05T14:00:00+02:00")
    planned.do("item.add", title="Roads", minutes=30, session="s03")
    value = document(planned, "agenda")
    assert [heading.text.words for heading in blocks(value, Heading)] == ["Morning", "Afternoon"]
    assert value.title.words == "Second gathering"
    assert lines(value)[-1] == ("14:00", "Roads", "30", 0)


def test_one_session_is_shown_alone_under_its_own_title(planned):
    planned.do("session.add", title="Afternoon")
    planned.do("item.add", title="Roads", minutes=30, session="s02")
    value = document(planned, "agenda", "s02")
    assert (value.title.words, [line[1] for line in lines(value)]) == ("Afternoon", ["Roads"])


def test_the_day_is_written_as_in_the_language_of_the_document(planned):
    side = blocks(document(planned, "agenda"), Heading)[0].side
    assert side.words == "Monday 4 May"
    assert blocks(document(planned, "agenda", phrases=Phrases("fr")), Heading)[0].side.words == "lundi 4 mai"


@pytest.mark.parametrize("session", [None, "s01"])
def test_a_programme_of_nothing_is_refused(room, session):
    room.do("series.rename", title="Water")
    room.do("session.add", title="Empty")
    with pytest.raises(NothingToReport):
        document(room, "agenda", session)


def test_the_programme_may_be_laid_on_the_table_under_every_rule(planned):
    planned.do("rule.set", preset="off_the_record", session="s01")
    assert lines(document(planned, "agenda"))
