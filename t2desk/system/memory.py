"""How much memory is free, where the system says so, and giving back what is not needed any more."""

import ctypes
import sys
from pathlib import Path

_MEMINFO = Path("/proc/meminfo")


def available_kib() -> int | None:
    """Return the memory that can be had without swapping, in KiB; None where the system does not say."""
    try:
        lines = _MEMINFO.read_text("ascii").splitlines()
    except OSError:
        return None
    values = [line.split()[1] for line in lines if line.startswith("MemAvailable:")]
    return int(values[0]) if values else None


def give_back() -> None:
    """Let the system have what was freed: the C library of Linux keeps it, some 5 MB after a view was left.

    A few milliseconds; nothing happens with another C library.
    """
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)
