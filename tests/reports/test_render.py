"""Bytes: the same whenever, wherever and after whatever they are made, with nothing in them of their maker."""

import hashlib
import os
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdf
import pytest

from t2desk.domain.documents import Pair, Paragraph
from t2desk.reports.errors import NoRoomForText
from t2desk.reports.render import render

ROOT = Path(__file__).parents[2]
IN_ANOTHER_PROCESS = """
import hashlib, sys
from tests.reports.conftest import full_blocks, make, words
from t2desk.domain.documents import Paragraph
from t2desk.reports.render import render
if len(sys.argv) > 1:
    render(make(Paragraph(words("Something else, exported before: Ωμέγα ქ office"))))
print(hashlib.sha256(render(make(*full_blocks()))).hexdigest())
"""


def digest_elsewhere(*arguments: str, **environment: str) -> str:
    """Render the full document in a fresh process and return its SHA-256."""
    surroundings = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **environment}
    command = [sys.executable, "-c", IN_ANOTHER_PROCESS, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=surroundings, cwd=ROOT)
    return done.stdout.strip()


def test_twice_the_same_bytes_whatever_came_between(full, document_of, text):
    first = render(full)
    render(document_of(Paragraph(text("Other words, other letters: Ωμέγα, ქართული, office, *italic*."))))
    assert render(full) == first


def test_the_same_bytes_in_other_surroundings(full_bytes, tmp_path):
    elsewhere = digest_elsewhere(
        "after another export",
        TZ="Asia/Kathmandu",
        PYTHONHASHSEED="4711",
        LANG="tr_TR.UTF-8",
        LC_ALL="C",
        HOME=str(tmp_path),
        USER="somebody",
        SOURCE_DATE_EPOCH="12345",
        RL_pageCompression="0",
        RL_invariant="0",
    )
    assert elsewhere == hashlib.sha256(full_bytes).hexdigest()


def test_a_settings_file_in_the_home_folder_is_never_run(full_bytes, tmp_path):
    ran = tmp_path / "ran"
    for name in (".reportlab_settings", "reportlab_settings.py"):
        (tmp_path / name).write_text(f"open({str(ran)!r}, 'w').write('x')\n")
    path = os.pathsep.join([str(ROOT), str(tmp_path)])
    assert digest_elsewhere(HOME=str(tmp_path), PYTHONPATH=path) == hashlib.sha256(full_bytes).hexdigest()
    assert not ran.exists()


def test_that_settings_file_would_have_been_run(tmp_path):
    ran = tmp_path / "ran"
    (tmp_path / ".reportlab_settings").write_text(f"open({str(ran)!r}, 'w').write('x')\n")
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path)}
    subprocess.run([sys.executable, "-c", "import reportlab.rl_config"], check=True, env=environment)
    assert ran.exists()


def everything_in(pdf_bytes: bytes) -> bytes:
    """Return the raw bytes and every stream of a file, decoded."""
    with pikepdf.open(BytesIO(pdf_bytes)) as pdf:
        streams = [each.read_bytes() for each in pdf.objects if isinstance(each, pikepdf.Stream)]
    return b"\n".join([pdf_bytes, *streams])


def test_no_maker_no_date_no_machine(full_bytes):
    everything = everything_in(full_bytes).lower()
    for trace in (b"reportlab", b"pikepdf", b"qpdf", b"producer", b"creator", b"creationdate", b"moddate", b"author"):
        assert trace not in everything, trace
    assert not re.search(rb"d:20\d\d", everything)
    assert not re.search(rb"/helvetica", everything)


def test_no_info_and_an_identifier_of_the_content_alone(opened, full_bytes):
    assert "/Info" not in opened.trailer
    assert pypdf.PdfReader(BytesIO(full_bytes)).metadata is None
    first, second = opened.trailer.ID
    assert bytes(first) == bytes(second)


def test_under_a_passphrase_only_the_passphrase_opens_it(full):
    passphrase = "шесть слов ad hoc sechs Wörter"
    sealed = render(full, passphrase)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(sealed))
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(sealed), password="wrong")
    with pikepdf.open(BytesIO(sealed), password=passphrase) as pdf:
        assert (pdf.encryption.R, pdf.encryption.bits) == (6, 256)
        assert not pdf.owner_password_matched
        assert b"pdfaid" not in pdf.Root.Metadata.read_bytes()
        assert "/Info" not in pdf.trailer


def test_a_sealed_file_is_sealed_anew_each_time(full):
    assert render(full, "six words") != render(full, "six words")


def test_letter_sized_sheets(document_of, text):
    with pikepdf.open(BytesIO(render(document_of(Paragraph(text("a")), page_size="Letter")))) as pdf:
        assert [float(side) for side in pdf.pages[0].mediabox] == [0, 0, 612, 792]


def test_furniture_without_end_is_refused(document_of, text):
    band = Pair(text("a rule that goes on " * 400), text("b"))
    with pytest.raises(NoRoomForText):
        render(document_of(band=band))


def test_markup_in_the_title_does_not_reach_the_metadata(document_of, text):
    with pikepdf.open(BytesIO(render(document_of(title=text("A **bold** <title> & more"))))) as pdf:
        assert "A bold &lt;title&gt; &amp; more" in pdf.Root.Metadata.read_bytes().decode()
