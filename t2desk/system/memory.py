"""How much memory is free, where the system says so."""

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
