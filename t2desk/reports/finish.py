"""The file is built from nothing: pages, fonts, structure and a title go in because they are on the list."""

import secrets
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, String

from t2desk.reports.font_objects import font_resources
from t2desk.reports.metadata import packet
from t2desk.reports.shaping import FaceUse
from t2desk.reports.structure import attach_structure
from t2desk.reports.tags import Element, Page


def finish(
    pages: Sequence[Page], root: Element, uses: Iterable[FaceUse], title: str, language: str, *, archival: bool
) -> bytes:
    """Return the finished file: PDF/UA-1, and PDF/A-2a where `archival`; the same bytes for the same content."""
    with pikepdf.new() as pdf:
        shared = pdf.make_indirect(Dictionary(Font=font_resources(pdf, uses)))
        for index, page in enumerate(pages):
            pdf.pages.append(pikepdf.Page(_page(pdf, page, index, shared)))
        attach_structure(pdf, root)
        _complete_catalog(pdf, title, language, archival)
        return _saved(pdf)


def _page(pdf: Pdf, page: Page, index: int, shared: pikepdf.Object) -> Dictionary:
    """Return one page: its size, its content and its key into the structure tree."""
    return Dictionary(
        Type=Name.Page,
        MediaBox=Array([0, 0, page.width, page.height]),
        Resources=shared,
        Contents=pdf.make_stream(page.content.encode("ascii")),
        StructParents=index,
        Tabs=Name.S,
    )


def _complete_catalog(pdf: Pdf, title: str, language: str, archival: bool) -> None:
    """Say what the file is: tagged, in which language, to be shown under its title, in sRGB."""
    catalog = pdf.Root
    metadata = pdf.make_stream(packet(title, archival))
    metadata[Name.Type], metadata[Name.Subtype] = Name.Metadata, Name.XML
    catalog[Name.Metadata] = metadata
    catalog[Name.MarkInfo] = Dictionary(Marked=True)
    catalog[Name.Lang] = String(language)
    catalog[Name.ViewerPreferences] = Dictionary(DisplayDocTitle=True)
    catalog[Name.OutputIntents] = Array([_output_intent(pdf)])


def _output_intent(pdf: Pdf) -> Dictionary:
    """Say which colours the numbers mean, with the profile that comes with pikepdf."""
    profile = pdf.make_stream(_colour_profile())
    profile[Name.N] = 3
    return Dictionary(
        Type=Name.OutputIntent,
        S=Name("/GTS_PDFA1"),
        OutputConditionIdentifier=String("sRGB"),
        Info=String("sRGB"),
        DestOutputProfile=profile,
    )


@cache
def _colour_profile() -> bytes:
    """Read the sRGB profile."""
    return (resources.files("pikepdf") / "pdfa" / "data" / "sRGB.icc").read_bytes()


def _saved(pdf: Pdf) -> bytes:
    """Write the file once, without a date; its identifier is drawn from its content alone."""
    file = BytesIO()
    pdf.save(
        file,
        min_version="1.7",
        deterministic_id=True,
        object_stream_mode=ObjectStreamMode.generate,
        recompress_flate=True,
        fix_metadata_version=False,
    )
    return file.getvalue()


def encrypt(pdf_bytes: bytes, passphrase: str) -> bytes:
    """Return the file under AES-256 (revision 6); the owner's password is random and thrown away."""
    file = BytesIO()
    user = unicodedata.normalize("NFKC", passphrase)
    with pikepdf.open(BytesIO(pdf_bytes)) as pdf:
        pdf.save(file, encryption=pikepdf.Encryption(owner=secrets.token_urlsafe(32), user=user, R=6, aes=True))
    return file.getvalue()
