"""Agendas as people write them, with lengths as people type them."""

import pytest

from t2desk.domain import intake_errors as errors
from t2desk.domain.durations import minutes_of, timed_title, typed_item
from t2desk.intake.agenda_calendar import agenda_from_calendar
from t2desk.intake.agenda_markdown import agenda_from_markdown
from t2desk.intake.agenda_tables import agenda_from_csv


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("30", 30),
        ("0:30", 30),
        ("1:00", 60),
        ("90", 90),
        ("1h30", 90),
        ("45 min", 45),
        ("45'", 45),
        ("2 h", 120),
        ("1.5 h", 90),
    ]
    + [("1440", 1440), ("24:00", 1440), ("1 h 15 min", 75), ("60 мин", 60)]
    + [(wrong, None) for wrong in ("", "0", "1441", "-5", "soon", "1:75", "9" * 5000, "3.5")],
)
def test_lengths(written, minutes):
    assert minutes_of(written) == minutes


@pytest.mark.parametrize(
    ("written", "title", "minutes"),
    [
        ("Options (30 min)", "Options", 30),
        ("Options – 45'", "Options", 45),
        ("Options 1h30", "Options", 90),
        ("30 min – Options", "Options", 30),
        ("09:00–09:45 Options", "Options", 45),
        ("Options (9:00 - 10:30)", "Options", 90),
        ("Options: 15 minutes", "Options", 15),
        ("Options [20]", "Options", 20),
        ("Options (1:30 h)", "Options", 90),
        ("Meet at 10:30", "Meet at 10:30", None),
        ("Plan for 2026", "Plan for 2026", None),
        (" " * 50_000 + "x", "x", None),
    ],
)
def test_titles_with_lengths(written, title, minutes):
    timed = timed_title(written)
    assert (timed.title, timed.minutes) == (title, minutes)


def test_headings_group_and_lists_nest():
    read = agenda_from_markdown(
        b"# Day one\n\n## Opening (40 min)\n\n- Welcome - 10'\n- Tour (30 min)\n  - a remark\n\n"
        b"## Options\n1. First 45 min\n2. Second 1h30\n"
    )
    assert [(item.title, item.minutes, item.level) for item in read.items] == [
        ("Opening", 40, 0), ("Welcome", 10, 1), ("Tour", 30, 1),
        ("Options", 135, 0), ("First", 45, 1), ("Second", 90, 1),
    ]  # fmt: skip
    assert [notice.line for notice in read.notices] == [7]


def test_an_item_without_length_is_named_with_its_line():
    with pytest.raises(errors.RowsRefused) as refused:
        agenda_from_markdown(b"- Opening (30 min)\n- Options\n")
    assert [problem.line for problem in refused.value.problems] == [2]


@pytest.mark.parametrize("data", [b"", b"prose only", b"- " * 5000, b"> " * 5000 + b"- a (3 min)", b"#" * 50_000])
def test_markdown_that_holds_no_agenda(data):
    with pytest.raises(errors.FileRefused):
        agenda_from_markdown(data)


def test_a_table_tells_every_problem():
    with pytest.raises(errors.RowsRefused) as refused:
        agenda_from_csv(b"title,minutes,level\n,30,\nA,soon,\nB,10,9\nC,10,\n")
    assert [problem.line for problem in refused.value.problems] == [2, 3, 4]


def event(*lines):
    return "\r\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT"])


def calendar(*events):
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *events, "END:VCALENDAR", ""]).encode()


def test_events_come_in_order_of_their_start():
    later = event("DTSTART:20260101T100000Z", "DTEND:20260101T104500Z", "SUMMARY:Talk")
    earlier = event("DTSTART;TZID=Europe/Berlin:20260101T090000", "DURATION:PT1H30M", "SUMMARY:First")
    whole_day = event("DTSTART;VALUE=DATE:20260101", "SUMMARY:Holiday")
    read = agenda_from_calendar(calendar(later, whole_day, earlier))
    assert [(item.title, item.minutes) for item in read.items] == [("First", 90), ("Talk", 45)]
    assert len(read.notices) == 1


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"BEGIN:VCALENDAR",
        calendar(),
        calendar(event("SUMMARY:x")),
        calendar(event("DTSTART:nonsense", "SUMMARY:x")),
        calendar(event("DTSTART:20260101T100000Z", "DTEND:20260101T090000Z", "SUMMARY:x")),
        calendar(event("DTSTART:20260101T100000Z", "DTEND:20260109T090000Z", "SUMMARY:x")),
        calendar(event("DTSTART:00010101T000000Z", "DURATION:PT1M", "SUMMARY:a\u202eb")),
        calendar(*[event("DTSTART:20260101T100000Z")] * 1001),
    ],
)
def test_calendars_that_are_refused(data):
    with pytest.raises(errors.FileRefused):
        agenda_from_calendar(data)


@pytest.mark.parametrize(
    ("typed", "title", "minutes"),
    [("Options 30", "Options", 30), ("Options 0:30", "Options", 30), ("Options 1:00", "Options", 60),
     ("Options 1h30", "Options", 90), ("Options (20 min)", "Options", 20), ("Options", "Options", None),
     ("30", "", 30), ("1h30", "", 90), ("Coffee :20", "Coffee", 20), ("Options 0", "Options 0", None),
     ("Weg 2 45", "Weg 2", 45), ("Goals 2030", "Goals 2030", None), ("Goals 2030 45", "Goals 2030", 45),
     ("Options, 30", "Options", 30), ("Options - 30", "Options", 30), ("Options 1:30h", "Options", 90),
     ("1325 (2000)", "1325 (2000)", None), ("Review of 1325 (2000)", "Review of 1325 (2000)", None),
     ("خيارات ٣٠", "خيارات", 30)],
)  # fmt: skip
def test_a_line_typed_into_the_agenda_ends_with_its_length(typed, title, minutes):
    assert (typed_item(typed).title, typed_item(typed).minutes) == (title, minutes)
