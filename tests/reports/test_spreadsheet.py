"""CSV: headings, sentences and shares, and no cell that a spreadsheet would run, whatever its separator."""

import csv
import random
from io import StringIO

import pytest

from t2desk.domain.documents import Bar, Bars, Heading, Paragraph, Text
from t2desk.reports.spreadsheet import csv_pages, dead_cell, render_csv

LIVE = set("=+-@\uff1d\uff0b\uff0d\uff20\u2212")
SIGNS = "=+-@;,:|\t\r\n\"' \u00a0\u200b\u202e\ufeff\uff1d\uff0b\uff0d\uff20ab1(!)%\x00\x0b&"


def bars(*labels):
    return Bars(Text("share", "x"), tuple(Bar(Text(label, "x"), Text("40 to 50", "x"), 40, 50) for label in labels))


def cells(content, separator):
    text = content.decode("utf-8-sig")
    return [cell for row in csv.reader(StringIO(text, newline=""), delimiter=separator) for cell in row]


def is_live(cell):
    """Say whether a spreadsheet might take a cell for a formula: blanks and quotes before it do not save it."""
    bare = cell.lstrip(' \t\r\n\u00a0"\u200b\u202e\ufeff\x00\x0b')
    return bool(bare) and bare[0] in LIVE


def test_rows_say_under_which_heading_what_and_how_much(document_of):
    content = render_csv(
        document_of(Heading(Text("Floor", "x")), Paragraph(Text("Even.", "x")), bars("North", "South"))
    )
    rows = list(csv.reader(StringIO(content.decode("utf-8-sig"))))
    assert rows[1:] == [["Floor", "Even.", ""], ["Floor", "North", "40 to 50"], ["Floor", "South", "40 to 50"]]
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == len(rows)
    assert "North" in csv_pages(content)[0]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r\n=1", " =1", "\uff1d1", '"=1"', "a;=1",
                                  "a,\t-1", "=cmd|'/c calc'!A0"])  # fmt: skip
def test_a_formula_is_no_formula_any_more(document_of, cell):
    content = render_csv(document_of(bars(cell)))
    for separator in ",;\t|":
        assert not [found for found in cells(content, separator) if is_live(found)]


def test_what_is_no_formula_stays_as_it_is():
    for words in ("North shore", "a - b", "40 to 50 per cent", "l’île", "東 西", "1-2", "it's"):
        assert dead_cell(words) == words


def test_ten_thousand_cells_hold_no_formula():
    chance = random.Random(6)
    for _ in range(10_000):
        cell = "".join(chance.choice(SIGNS) for _ in range(chance.randrange(1, 14)))
        written = f'"{dead_cell(cell).replace(chr(34), chr(34) * 2)}","x"\r\n'
        for separator in ",;\t|:":
            found = [each for row in csv.reader(StringIO(written, newline=""), delimiter=separator) for each in row]
            assert not [each for each in found if is_live(each)], (cell, separator)
