"""Whatever is done to a file, the answer is rows or a refusal in a sentence, and never anything else."""

import io
import json
import random

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from t2desk.domain.errors import Refused
from t2desk.intake.agenda_calendar import agenda_from_calendar
from t2desk.intake.agenda_markdown import agenda_from_markdown
from t2desk.intake.agenda_tables import agenda_from_csv
from t2desk.intake.people import people_from_csv, people_from_json
from t2desk.intake.portable_documents import text_from_pdf
from t2desk.intake.records import record_from_json
from t2desk.intake.spreadsheets import people_from_xlsx


def spreadsheet():
    book = openpyxl.Workbook()
    for row in (["id", "display_name", "present"], ["a", "Ana Öz", True], ["b", "Bo", 1.5]):
        book.active.append(row)
    sink = io.BytesIO()
    book.save(sink)
    return sink.getvalue()


def document():
    sink = io.BytesIO()
    canvas = Canvas(sink, invariant=1)
    canvas.drawString(10, 10, "Ana")
    canvas.showPage()
    canvas.save()
    return sink.getvalue()


def record(data):
    return record_from_json(data, {"type": "object"})


CALENDAR = (
    b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;TZID=Europe/Berlin:20260101T090000\r\nDURATION:PT1H30M\r\n"
    b"RRULE:FREQ=DAILY\r\nSUMMARY:First\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
SEEDS = [
    (people_from_csv, '\ufeffid;display_name;aliases;present\na;"Ana; Öz";B;yes\n;Bo;;no\n'.encode()),
    (people_from_json, json.dumps({"people": [{"display_name": "Ana", "aliases": ["B"], "present": True}]}).encode()),
    (record, json.dumps({"people": [{"display_name": "Ana"}], "n": [1, 2.5, None, "\u00e9"]}).encode()),
    (agenda_from_csv, b"title,minutes,level\nA,0:30,\nB,1h30,1\n"),
    (agenda_from_markdown, b"# A\n\n- B (30 min)\n  - C 10'\n1. 09:00-09:45 D\n"),
    (agenda_from_calendar, CALENDAR),
    (people_from_xlsx, spreadsheet()),
]
DOCUMENT = (text_from_pdf, document())
PIECES = [
    b"\x00",
    b"\xff",
    b'"',
    b"[",
    b"{",
    b"\r",
    b"\n",
    b";",
    b",",
    b"\\",
    b"\xe2\x80\xae",
    b"9" * 5000,
    b"PK\x03\x04",
    b"<!ENTITY",
]


def mutated(data, chance):
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        place = chance.randrange(len(changed) + 1)
        deed = chance.randrange(4)
        if deed == 0:
            changed[place:place] = chance.choice(PIECES)
        elif deed == 1:
            del changed[place : place + chance.randint(1, 20)]
        elif deed == 2 and place < len(changed):
            changed[place] = chance.randrange(256)
        else:
            changed[place:place] = changed[: chance.randint(0, 60)]
    return bytes(changed)


def read_or_refuse(reader, data):
    try:
        assert reader(data) is not None
    except Refused as refusal:
        refusal.sentence.format(**refusal.details)
        for problem in getattr(refusal, "problems", ()):
            problem.sentence.format(**problem.details)


@given(seed=st.integers(0, 2**32), which=st.sampled_from(SEEDS))
@settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_mutated_file_is_read_or_refused(seed, which):
    reader, data = which
    read_or_refuse(reader, mutated(data, random.Random(seed)))


@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_bytes_are_read_or_refused(data):
    for reader, _seed in SEEDS:
        read_or_refuse(reader, data)
        read_or_refuse(reader, b"display_name,title,minutes\n" + data)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("seed", range(40))
def test_a_mutated_document_is_read_or_refused(seed):
    reader, data = DOCUMENT
    read_or_refuse(reader, mutated(data, random.Random(seed)))


@pytest.mark.campaign
@pytest.mark.timeout(3600)
@pytest.mark.filterwarnings("ignore")
def test_ten_thousand_mutations():
    chance = random.Random(2026)
    for turn in range(10_000):
        reader, data = [*SEEDS, DOCUMENT][turn % (len(SEEDS) + 1)]
        read_or_refuse(reader, mutated(data, chance))
