"""Columns of a people table: guessed from the words of six languages, assigned by hand, shown with what is wrong."""

import json

import pytest

from t2desk.domain import intake_errors as errors
from t2desk.intake.gate import preview_people, read_people
from t2desk.intake.people import people_from_csv, people_from_json
from tests.intake.test_people_files import xlsx


@pytest.mark.parametrize(
    ("header", "fields"),
    [
        ("Name;Partei;E-Mail;Telefon;Organisation", ("display_name", "party", "email", "phone", "affiliation")),
        ("Vorname;Name;Land;Anrede", ("given", "family", "country", "title")),
        ("Nom;Prénom;Délégation;Courriel;Téléphone", ("family", "given", "party", "email", "phone")),
        ("Nombre y apellidos;Correo electrónico;País", ("display_name", "email", "country")),
        ("Nombre;Apellidos;Organización", ("given", "family", "affiliation")),
        ("ФИО;Сторона;Телефон;Организация", ("display_name", "party", "phone", "affiliation")),
        ("الاسم;الطرف;البريد الإلكتروني;الهاتف;المنظمة", ("display_name", "party", "email", "phone", "affiliation")),
        ("display_name;Name;shoe", ("display_name", "", "")),
    ],
)
def test_the_guess_knows_header_words(header, fields):
    row = ";".join("x" for _field in fields)
    assert people_from_csv(f"{header}\n{row}\n".encode(), ()).sheet.fields == fields


def test_a_name_is_put_together_from_its_halves():
    read = people_from_csv("Vorname,Nachname\nAna,Öz\nBo,\n".encode(), ())
    assert [(one.display_name, one.given, one.family) for one in read.people] == [
        ("Ana Öz", "Ana", "Öz"),
        ("Bo", "Bo", ""),
    ]


def test_what_is_assigned_counts_and_not_the_header():
    read = people_from_csv(b"email,display_name,shoe\nAna,North,41\n", ("display_name", "party", ""))
    assert [(one.display_name, one.party, one.email) for one in read.people] == [("Ana", "North", "")]
    assert read.sheet.header == ("email", "display_name", "shoe")
    assert read.sheet.rows[0].cells == ("Ana", "North", "41")


def test_one_field_for_two_columns_is_refused_with_the_table():
    with pytest.raises(errors.ColumnTwice) as refused:
        people_from_csv(b"a,b\nAna,Bo\n", ("display_name", "display_name"))
    assert refused.value.sheet.fields == ("display_name", "display_name")
    assert refused.value.sheet.rows[0].cells == ("Ana", "Bo")


def test_without_a_name_the_table_still_comes():
    with pytest.raises(errors.ColumnMissing) as refused:
        people_from_csv(b"who;colour\nAna;red\n", ())
    assert refused.value.sheet.header == ("who", "colour")


def test_rows_with_problems_come_with_the_rows_before_them():
    rows = b"".join(b"Ana\n" for _ in range(400)) + b"\xe2\x80\xaex\n"
    with pytest.raises(errors.RowsRefused) as refused:
        people_from_csv(b"name\n" + rows, ())
    sheet = refused.value.sheet
    assert (len(sheet.rows), sheet.count) == (201, 401)
    # The character that turns the text around is shown, and not obeyed.
    assert (sheet.rows[-1].line, sheet.rows[-1].cells) == (402, ("\ufffdx",))
    assert refused.value.problems[0].details["column"] == "display_name"


def test_a_table_that_breaks_off_is_shown_until_there():
    with pytest.raises(errors.TableBroken) as refused:
        people_from_csv(b'name\nAna\n"Bo\n', ())
    assert [row.cells for row in refused.value.sheet.rows] == [("Ana",)]


def test_what_is_shown_is_bounded():
    header = ",".join(["name", *(f"c{place}" for place in range(300))])
    sheet = people_from_csv(f"{header}\n{'x' * 400},{','.join('y' * 300)}\n".encode(), ()).sheet
    assert (len(sheet.header), len(sheet.fields), len(sheet.rows[0].cells)) == (100, 100, 100)
    assert len(sheet.rows[0].cells[0]) == 120


def test_keys_of_json_are_columns_too():
    data = json.dumps([{"Nom": "Ana", "aliases": ["A", "B"]}, {"Nom": "Bo", "x": {"y": 1}}]).encode()
    read = people_from_json(data, ())
    assert [(one.display_name, one.aliases) for one in read.people] == [("Ana", ("A", "B")), ("Bo", ())]
    assert [row.cells for row in read.sheet.rows] == [("Ana", "A; B", ""), ("Bo", "", '{"y": 1}')]


def test_through_the_gate_and_back(tmp_path):
    path = tmp_path / "p.xlsx"
    path.write_bytes(xlsx(["Teilnehmer", "Seite", "Hut"], ["Ana", "Nord", "rot"], [None, "Süd", None]))
    with pytest.raises(errors.RowsRefused) as refused:
        preview_people(path)
    sheet = refused.value.sheet
    assert (sheet.fields, sheet.rows[1].cells) == (("display_name", "party", ""), ("", "Süd", ""))
    assert [one.display_name for one in preview_people(path, ("party", "display_name", "")).people] == ["Nord", "Süd"]


def test_the_command_line_reads_only_our_own_names(tmp_path):
    path = tmp_path / "p.csv"
    path.write_text("Name;Partei\nAna;Nord\n")
    with pytest.raises(errors.ColumnMissing) as refused:
        read_people(path)
    assert refused.value.sheet is None


@pytest.mark.parametrize(("written", "present"), [("Oui", True), ("ja", True), ("نعم", True), ("нет", False)])
def test_present_in_other_languages(written, present):
    assert people_from_csv(f"Nom,Présence\nAna,{written}\n".encode(), ()).people[0].present is present
    with pytest.raises(errors.RowsRefused):
        people_from_csv(f"display_name,present\nAna,{written}\n".encode())
