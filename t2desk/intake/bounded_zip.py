"""Archives from strangers: what a .xlsx or .docx declares is judged before any of it is unpacked."""

import io
import zipfile

from t2desk.domain.intake_errors import ArchiveUnsafe, FileRefused
from t2desk.intake.cage import MEGABYTE

MOST_ENTRIES = 2000
MOST_UNPACKED = 100 * MEGABYTE
MOST_RATIO = 100
_RATIO_MATTERS_FROM = 1 * MEGABYTE
_ENCRYPTED_FLAG = 1
_PLAIN_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def open_archive(data: bytes, refusal: type[FileRefused]) -> zipfile.ZipFile:
    """Return the archive in `data`; raise `refusal` if it is none and ArchiveUnsafe if it would burst.

    zipfile unpacks no more of an entry than its header declares, so the declared sizes are worth judging.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, UnicodeDecodeError):
        raise refusal from None
    if any(entry.flag_bits & _ENCRYPTED_FLAG or entry.compress_type not in _PLAIN_METHODS for entry in entries):
        raise refusal
    _require_modest(entries, len(data))
    _require_apart(entries)
    return archive


def _require_modest(entries: list[zipfile.ZipInfo], packed: int) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_ENTRIES or unpacked > MOST_UNPACKED:
        raise ArchiveUnsafe
    if unpacked > _RATIO_MATTERS_FROM and unpacked > MOST_RATIO * packed:
        raise ArchiveUnsafe
    for entry in entries:
        if entry.file_size > _RATIO_MATTERS_FROM and entry.file_size > MOST_RATIO * entry.compress_size:
            raise ArchiveUnsafe


def _require_apart(entries: list[zipfile.ZipInfo]) -> None:
    if len({entry.filename for entry in entries}) < len(entries):
        raise ArchiveUnsafe
    end_before = 0
    for entry in sorted(entries, key=lambda one: one.header_offset):
        # Entries that share their bytes are how a small archive unpacks to a huge one below every ratio.
        if entry.header_offset < end_before:
            raise ArchiveUnsafe
        end_before = entry.header_offset + entry.compress_size
