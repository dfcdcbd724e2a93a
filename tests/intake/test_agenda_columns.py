"""Columns of an agenda: guessed from header words, assigned by hand, and shown with what is wrong."""

import pytest

from t2desk.domain import intake_errors as errors
from t2desk.intake.agenda_calendar import agenda_from_calendar
from t2desk.intake.agenda_markdown import agenda_from_markdown
from t2desk.intake.agenda_tables import agenda_from_csv
from t2desk.intake.gate import preview_agenda, read_agenda
from tests.intake.test_people_files import xlsx


def items(read):
    return [(item.title, item.minutes, item.level) for item in read.items]


@pytest.mark.parametrize(
    ("header", "fields"),
    [
        ("Item;Duration;Time;Purpose", ("title", "minutes", "", "aim")),
        ("Thema;Dauer;Zeit;Ziel;Ebene", ("title", "minutes", "", "aim", "level")),
        ("Point de l’ordre du jour;Durée;Étape;But", ("title", "minutes", "phase", "aim")),
        ("Punto;Duración;Nivel", ("title", "minutes", "level")),
        ("Вопрос;Длительность;Этап", ("title", "minutes", "phase")),
        ("البند;المدة;الهدف", ("title", "minutes", "aim")),
        ("title;Item;minutes", ("title", "", "minutes")),
    ],
)
def test_the_guess_knows_header_words(header, fields):
    row = ";".join("3" for _field in fields)
    assert agenda_from_csv(f"{header}\n{row}\n".encode(), ()).sheet.fields == fields


def test_what_is_assigned_counts_and_not_the_header():
    read = agenda_from_csv(b"minutes,title,room\nWells,0:30,12\n", ("title", "minutes", ""))
    assert items(read) == [("Wells", 30, 0)]
    assert read.sheet.fields == ("title", "minutes", "")


def test_without_a_mapping_only_our_own_names_count():
    with pytest.raises(errors.ColumnMissing):
        agenda_from_csv(b"Thema,Dauer\nWells,30\n")


def test_a_refusal_shows_the_rows_and_says_which_cell_it_means():
    with pytest.raises(errors.RowsRefused) as refused:
        agenda_from_csv(b"Thema,Dauer,Ebene\n,30,0\nA,soon,0\nB,10,9\nC,10,0\n", ())
    assert [(one.line, one.details["column"]) for one in refused.value.problems] == [
        (2, "title"), (3, "minutes"), (4, "level"),
    ]  # fmt: skip
    assert [row.cells for row in refused.value.sheet.rows][1] == ("A", "soon", "0")


def test_a_missing_column_shows_the_table_it_misses_in():
    with pytest.raises(errors.ColumnMissing) as refused:
        agenda_from_csv(b"Thema,Uhrzeit\nWells,9:00\n", ())
    assert refused.value.details["column"] == "minutes"
    assert refused.value.sheet.fields == ("title", "")


NESTED = b"# Day\n\n## Opening\n\n- Welcome 10'\n- Tour (30 min)\n"


def test_a_nested_text_is_shown_as_a_table_of_which_the_level_may_be_passed_over():
    read = agenda_from_markdown(NESTED, ())
    assert read.sheet.fields == ("title", "minutes", "level")
    assert [(row.line, row.cells) for row in read.sheet.rows] == [
        (3, ("Opening", "40", "0")), (5, ("Welcome", "10", "1")), (6, ("Tour", "30", "1")),
    ]  # fmt: skip
    flat = agenda_from_markdown(NESTED, ("title", "minutes", ""))
    assert items(flat) == [("Opening", 40, 0), ("Welcome", 10, 0), ("Tour", 30, 0)]
    # On the command line nothing is said of columns, and the same comes in.
    assert items(agenda_from_markdown(NESTED)) == items(read)


def test_an_item_without_length_is_shown_beside_its_line():
    with pytest.raises(errors.RowsRefused) as refused:
        agenda_from_markdown(b"- Opening (30 min)\n- Options\n", ())
    assert [(row.line, row.cells[0]) for row in refused.value.sheet.rows] == [(1, "Opening"), (2, "Options")]
    assert refused.value.problems[0].line == 2


TABLE = "# Day one\n\n| Zeit | Thema | Dauer |\n|---|---|---|\n| 9:00 | **Wells** | 30 |\n| 9:30 | Gates | 1h30 |\n"


def test_a_table_in_a_text_is_read_as_one():
    read = agenda_from_markdown(TABLE.encode(), ())
    assert read.sheet.fields == ("", "title", "minutes")
    assert [row.line for row in read.sheet.rows] == [5, 6]
    assert items(read) == [("Wells", 30, 0), ("Gates", 90, 0)]


def test_headings_with_lengths_count_more_than_a_table_below_them():
    read = agenda_from_markdown(b"## Opening (40 min)\n\n| who | what |\n|---|---|\n| a | b |\n", ())
    assert items(read) == [("Opening", 40, 0)]


def test_an_event_of_no_length_is_shown_beside_its_line():
    event = "BEGIN:VEVENT\r\nDTSTART:20260101T100000Z\r\nDTEND:20260101T100000Z\r\nSUMMARY:Talk\r\nEND:VEVENT\r\n"
    with pytest.raises(errors.RowsRefused) as refused:
        agenda_from_calendar(f"BEGIN:VCALENDAR\r\n{event}END:VCALENDAR\r\n".encode(), ())
    assert [(row.line, row.cells) for row in refused.value.sheet.rows] == [(2, ("Talk", "0"))]


@pytest.mark.parametrize("ending", ["csv", "xlsx", "md"])
def test_the_child_is_told_the_columns_and_hands_the_table_back(tmp_path, ending):
    path = tmp_path / f"agenda.{ending}"
    content = {
        "csv": b"Thema;Dauer\nWells;30\n", "xlsx": xlsx(["Thema", "Dauer"], ["Wells", 30]),
        "md": b"| Thema | Dauer |\n|---|---|\n| Wells | 30 |\n",
    }  # fmt: skip
    path.write_bytes(content[ending])
    read = preview_agenda(path)
    assert items(read) == [("Wells", 30, 0)]
    assert read.sheet.fields == ("title", "minutes")
    with pytest.raises(errors.RowsRefused) as refused:
        preview_agenda(path, ("minutes", "title"))
    assert refused.value.sheet.fields == ("minutes", "title")
    with pytest.raises(errors.ColumnMissing):
        read_agenda(path)
