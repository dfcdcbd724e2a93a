"""Through the gate: every format end to end, and what is refused before a child is started."""

import os
import sys

import openpyxl
import pytest
from reportlab.pdfgen.canvas import Canvas

from t2desk.domain.intake_errors import (
    DocumentLocked,
    FileMissing,
    FileRefused,
    FileTooLarge,
    NotADocument,
    NotAFile,
    NoTextInside,
    NotUtf8,
    NulInside,
    RecordRefused,
    RowsRefused,
    UnknownFormat,
)
from t2desk.domain.intake_rows import AgendaRow
from t2desk.intake.gate import read_agenda, read_people, read_record, read_text

SCHEMA = {
    "type": "object",
    "required": ["format", "people"],
    "properties": {"format": {"const": "t2desk-record"}, "people": {"type": "array", "items": {"type": "object"}}},
}


@pytest.fixture
def file_of(tmp_path):
    def write(name, content):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def test_people_from_csv(file_of):
    read = read_people(file_of("p.csv", "Display Name,colour\nAna Öz,red\n"))
    assert [(person.id, person.display_name, person.present) for person in read.people] == [("p01", "Ana Öz", None)]
    assert read.notices[0].details == {"column": "colour"}


def test_people_from_json(file_of):
    read = read_people(
        file_of("p.JSON", '{"people": [{"display_name": "Ana", "aliases": ["B", "C;D"], "present": true}]}')
    )
    assert read.people[0].aliases == ("B", "C;D")
    assert read.people[0].present is True


def test_people_from_xlsx(tmp_path):
    book = openpyxl.Workbook()
    for row in (["id", "display_name", "phone"], [7, "Ana", 4912345678.0], [None, None, None], ["b", "Bo", None]):
        book.active.append(row)
    book.save(tmp_path / "p.xlsx")
    assert [(one.id, one.phone) for one in read_people(tmp_path / "p.xlsx").people] == [("7", "4912345678"), ("b", "")]


def test_problems_come_back_with_lines(file_of):
    with pytest.raises(RowsRefused) as refused:
        read_people(file_of("p.csv", "id,display_name\na,Ana\na,Bo\nc,\nd,x\u202ey\n"))
    assert [problem.line for problem in refused.value.problems] == [4, 5, 3]
    assert refused.value.count == 3
    assert str(refused.value) == "RowsRefused"


def test_an_agenda_of_each_kind(file_of):
    expected = (AgendaRow("Opening", 30), AgendaRow("Rules", 90, 1))
    assert read_agenda(file_of("a.csv", "title;minutes;level\nOpening;0:30;\nRules;1h30;1\n")).items == expected
    assert read_agenda(file_of("a.md", "- Opening (30 min)\n  - Rules – 1h30\n")).items == expected
    calendar = (
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20260102T100000Z\r\nDTEND:20260102T103000Z\r\nSUMMARY:Opening\r\n"
    )
    assert read_agenda(file_of("a.ics", calendar + "END:VEVENT\r\nEND:VCALENDAR\r\n")).items == expected[:1]


def test_a_record_is_held_against_the_schema(file_of):
    record = '{"format": "t2desk-record", "people": [{"display_name": "Ana"}]}'
    assert read_record(file_of("r.json", record), SCHEMA)["people"] == [{"display_name": "Ana"}]
    with pytest.raises(RecordRefused) as refused:
        read_record(file_of("r.json", '{"format": "x", "people": [1, {"display_name": "a\\u202e"}]}'), SCHEMA)
    assert [one.details["place"] for one in refused.value.problems] == [
        "/format",
        "/people/0",
        "/people/1/display_name",
    ]


def test_texts(file_of, tmp_path):
    assert read_text(file_of("t.txt", "\ufeffone\r\ntwo")).pages == ("one\r\ntwo",)
    canvas = Canvas(str(tmp_path / "t.pdf"))
    for words in ("Hello Ana", "page two"):
        canvas.drawString(100, 100, words)
        canvas.showPage()
    canvas.save()
    read = read_text(tmp_path / "t.pdf")
    assert read.is_paged
    assert [page.strip() for page in read.pages] == ["Hello Ana", "page two"]


@pytest.mark.parametrize(
    ("name", "content", "refusal"),
    [
        ("t.txt", "Ana".encode("utf-16"), NotUtf8),
        ("t.txt", "Ana".encode("utf-16-le"), NulInside),
        ("t.pdf", b"no pdf", NotADocument),
        ("t.docx", b"no docx", NotADocument),
        ("t.odt", b"", UnknownFormat),
    ],
)
def test_texts_that_are_none(file_of, name, content, refusal):
    with pytest.raises(refusal):
        read_text(file_of(name, content))


def test_a_scan_cannot_be_checked(tmp_path):
    canvas = Canvas(str(tmp_path / "t.pdf"))
    canvas.rect(1, 1, 50, 50)
    canvas.showPage()
    canvas.save()
    with pytest.raises(NoTextInside):
        read_text(tmp_path / "t.pdf")


def test_a_locked_document_is_named_so(tmp_path):
    canvas = Canvas(str(tmp_path / "t.pdf"), encrypt="word")
    canvas.drawString(1, 1, "Ana")
    canvas.showPage()
    canvas.save()
    with pytest.raises(DocumentLocked):
        read_text(tmp_path / "t.pdf")


def test_a_file_over_fifty_megabytes_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "p.csv"
    with path.open("wb") as sink:
        sink.truncate(50 * 1024 * 1024 + 1)
    with pytest.raises(FileTooLarge):
        read_people(path)


def test_what_is_no_file(tmp_path):
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(FileMissing):
        read_people(tmp_path / "none.csv")
    with pytest.raises(NotAFile):
        read_people(tmp_path / "folder.csv")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_pipes_and_devices_are_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "device.csv").symlink_to("/dev/zero")
    for name in ("pipe.csv", "device.csv"):
        with pytest.raises(NotAFile):
            read_people(tmp_path / name)


@pytest.mark.skipif(sys.platform == "win32", reason="limits of resources are a thing of POSIX")
def test_json_that_takes_more_memory_than_there_is(file_of):
    with pytest.raises(FileRefused):
        read_record(file_of("r.json", b"[" + b"[]," * 12_000_000 + b"[]]"), SCHEMA)
