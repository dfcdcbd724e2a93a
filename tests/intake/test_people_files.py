"""People files as they come: separators, marks, headers; and hostile ones, each refused in a sentence."""

import io
import itertools
import json
import zipfile

import openpyxl
import pytest

from t2desk.domain import intake_errors as errors
from t2desk.intake.people import people_from_csv, people_from_json
from t2desk.intake.spreadsheets import people_from_xlsx


def xlsx(*rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    sink = io.BytesIO()
    book.save(sink)
    return sink.getvalue()


def repacked(data, name, content):
    sink = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            new.writestr(entry, content if entry == name else old.read(entry))
    return sink.getvalue()


SHEET = xlsx(["display_name"], ["Ana"])
ENTITY = (
    b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>'
)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_tables_as_programs_write_them(separator, mark, end):
    rows = [["id", "display_name", "aliases"], ["x", "Ana Öz", '"B;C"'], ["", "Bo", ""]]
    read = people_from_csv((mark + end.join(separator.join(row) for row in rows)).encode())
    assert [(one.id, one.display_name, one.aliases) for one in read.people] == [
        ("x", "Ana Öz", ("B", "C")),
        ("p01", "Bo", ()),
    ]


@pytest.mark.parametrize("order", list(itertools.permutations(["Display-Name", "FAMILY", "id"])))
def test_headers_in_any_order_and_case(order):
    values = {"Display-Name": "Ana Öz", "FAMILY": "Öz", "id": "a"}
    person = people_from_csv(f"{','.join(order)}\n{','.join(values[one] for one in order)}\n".encode()).people[0]
    assert (person.id, person.display_name, person.family) == ("a", "Ana Öz", "Öz")


def test_made_ids_keep_clear_of_given_ones():
    read = people_from_csv(b"id,display_name\n,Ana\np02,Bo\n,Cy\n")
    assert [person.id for person in read.people] == ["p01", "p02", "p03"]


def test_names_are_composed_and_trimmed():
    assert people_from_csv("display_name\n  A\u0301na\u00a0  Öz \n".encode()).people[0].display_name == "Ána Öz"


@pytest.mark.parametrize(
    ("written", "present"), [("yes", True), ("X", True), ("1", True), ("no", False), ("0", False), ("", False)]
)
def test_present(written, present):
    assert people_from_csv(f"display_name,present\nAna,{written}\n".encode()).people[0].present is present


def test_formulas_written_as_text_are_text():
    assert people_from_csv(b"display_name\n=cmd|' /C calc'!A0\n").people[0].display_name == "=cmd|' /C calc'!A0"


def test_a_joiner_inside_a_persian_name_stays():
    assert "\u200c" in people_from_csv("display_name\nعلی\u200cرضا\n".encode()).people[0].display_name


HIDDEN = [
    "\u202e",
    "\u200b",
    "\u200e",
    "\ufeff",
    "\u2066",
    "\u00ad",
    "\u200d",
    "\u0007",
    "\u3164",
    "\u034f",
    "\ufe0f",
    "\U000e0041",
]


@pytest.mark.parametrize("hidden", HIDDEN)
@pytest.mark.parametrize("column", ["display_name", "aliases", "affiliation"])
def test_characters_that_hide_are_refused_with_their_line(hidden, column):
    row = {"display_name": "Ana", "aliases": "", "affiliation": ""} | {column: f"A{hidden}na"}
    with pytest.raises(errors.RowsRefused) as refused:
        people_from_csv((f"{','.join(row)}\nBo,,\n{','.join(row.values())}\n").encode())
    assert refused.value.problems[0].line == 3
    assert refused.value.problems[0].details["code"] == f"U+{ord(hidden):04X}"


def test_every_problem_is_counted_and_fifty_are_shown():
    with pytest.raises(errors.RowsRefused) as refused:
        people_from_csv(b"id,display_name\n" + b"a,\n" * 100)
    assert refused.value.count == 199
    assert len(refused.value.problems) == 50


def test_ten_thousand_rows_and_one_more():
    full = b"display_name\n" + b"Ana\n" * 10_000
    assert len(people_from_csv(full).people) == 10_000
    with pytest.raises(errors.TooManyRows) as refused:
        people_from_csv(full + b"Bo\n")
    assert refused.value.details["line"] == 10_002


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"", errors.FileEmpty),
        (b"\n\n", errors.FileEmpty),
        (b"display_name\n", errors.FileEmpty),
        (b"name\nAna\n", errors.ColumnMissing),
        (b"display_name,Display Name\nAna,Bo\n", errors.ColumnTwice),
        ("display_name\nAna\n".encode("utf-16"), errors.NotUtf8),
        ("display_name\nAna\n".encode("utf-16-le"), errors.NulInside),
        ("display_name\nAna\n".encode("utf-32-be"), errors.NulInside),
        (b"display_name\nAna\xe9\n", errors.NotUtf8),
        (b"display_name\nA\x00na\n", errors.NulInside),
        (b'display_name\n"Ana\n', errors.TableBroken),
        (b'display_name\n"A"na\n', errors.TableBroken),
        (b"display_name\n" + b"a" * 200_000, errors.FieldTooLong),
        (b"display_name\n" + b"a" * 600, errors.RowsRefused),
        (b"display_name\nAna,Bo\n", errors.RowsRefused),
        (b"display_name,present\nAna,maybe\n", errors.RowsRefused),
        (b'display_name\n"A\nna"\n', errors.RowsRefused),
        (b"%PDF-1.7\n%\xe2\xe3", errors.NotUtf8),
        (b"\x89PNG\r\n\x1a\n\x00", errors.NotUtf8),
    ],
)
def test_tables_that_are_refused(data, refusal):
    with pytest.raises(refusal):
        people_from_csv(data)


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"", errors.FileEmpty),
        (b"[]", errors.FileEmpty),
        (b"{}", errors.JsonShape),
        (b"[1]", errors.JsonShape),
        (b"[" * 100_000, errors.JsonTooDeep),
        (b"[" * 100_000 + b"]" * 100_000, errors.JsonTooDeep),
        (b'{"a":' * 65 + b"1" + b"}" * 65, errors.JsonTooDeep),
        (b'[{"display_name":' + b"9" * 6000 + b"}]", errors.JsonNumberRefused),
        (b'[{"display_name":1e999}]', errors.JsonNumberRefused),
        (b'[{"display_name":NaN}]', errors.JsonNumberRefused),
        (b'[{"display_name":-Infinity}]', errors.JsonNumberRefused),
        (b'[{"display_name":"a","display_name":"b"}]', errors.JsonKeyTwice),
        (b'[{"display_name":"\\ud800"}]', errors.JsonHalfCharacter),
        (b'[{"display_name":"a"', errors.JsonBroken),
        (b'["' + b'\\"' * 200_000, errors.JsonBroken),
        (b'[{"display_name":["a"]}]', errors.RowsRefused),
        (b'[{"display_name":true}]', errors.RowsRefused),
        (b'[{"display_name":"a","aliases":{"b":1}}]', errors.RowsRefused),
        (b'[{"display_name":"a\\u0000b"}]', errors.RowsRefused),
        (json.dumps([{"display_name": "a"}] * 10_001).encode(), errors.TooManyRows),
    ],
)
def test_json_that_is_refused(data, refusal):
    with pytest.raises(refusal):
        people_from_json(data)


def test_brackets_in_strings_are_not_depth():
    assert people_from_json(json.dumps([{"display_name": "Ana" + '["{\\' * 80}]).encode()).people


def test_json_problems_carry_the_line_of_their_object():
    with pytest.raises(errors.RowsRefused) as refused:
        people_from_json(b'{"people": [\n{"display_name": "Ana"},\n\n{"display_name": ""}]}')
    assert refused.value.problems[0].line == 4


def overlapping():
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w") as archive:
        archive.writestr("a", b"x" * 100)
        archive.writestr("b", b"y" * 100)
        archive.getinfo("b").header_offset = 0
        archive.getinfo("b").filename = archive.getinfo("b").orig_filename = "a2"
    return sink.getvalue()


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"", errors.NotASpreadsheet),
        (b"display_name\nAna\n", errors.NotASpreadsheet),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), errors.NotASpreadsheet),
        (SHEET[:-200], errors.NotASpreadsheet),
        (repacked(SHEET, "xl/worksheets/sheet1.xml", b" " * 50_000_000), errors.ArchiveUnsafe),
        (repacked(SHEET, "xl/workbook.xml", ENTITY), errors.NotASpreadsheet),
        (repacked(SHEET, "xl/worksheets/sheet1.xml", ENTITY), errors.NotASpreadsheet),
        (overlapping(), errors.ArchiveUnsafe),
        (xlsx(["display_name"], ["=1+1"]), errors.RowsRefused),
        (xlsx(["display_name"], ["An\u202ea"]), errors.RowsRefused),
        (xlsx(), errors.FileEmpty),
    ],
)
def test_spreadsheets_that_are_refused(data, refusal):
    with pytest.raises(refusal):
        people_from_xlsx(data)


def test_an_archive_of_many_entries_is_refused():
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w") as archive:
        for number in range(2001):
            archive.writestr(str(number), b"")
    with pytest.raises(errors.ArchiveUnsafe):
        people_from_xlsx(sink.getvalue())


def test_names_that_look_alike_are_told():
    read = people_from_csv("display_name\nAna Poe\nAnа Poe\nBo\n".encode())
    assert [notice.line for notice in read.notices] == [3, 3]
