"""What can be seen of a laptop from within: swap, disk, screens, clock, network."""

import os
import shutil
import sys
import time
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

# Under this, a session's backups and documents may not fit (study/storage.md: warn at 200 MB).
_LITTLE_SPACE = 200 * 1024 * 1024
# A clock before the program was written is wrong: 2026-01-01 in seconds since 1970.
_PROGRAM_WRITTEN = 1_767_225_600


class Verdict(StrEnum):
    """How it stands."""

    GOOD = "ok"
    LOOK = "look"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One thing looked at, and what was seen, in a sentence."""

    what: str
    verdict: Verdict
    sentence: str


def examine() -> tuple[Diagnosis, ...]:
    """Look at everything that can be seen without a dossier."""
    return (_swap(Path("/proc/swaps")), _space(Path.cwd()), _screens(), _clock(time.time()), _network())


def _swap(listing: Path) -> Diagnosis:
    try:
        areas = [line.split()[0] for line in listing.read_text("utf-8").splitlines()[1:] if line.strip()]
    except OSError:
        sentence = "this system does not say; make sure that the whole disk is encrypted."
        return Diagnosis("swap", Verdict.LOOK, sentence)
    plain = [area for area in areas if not area.startswith(("/dev/dm-", "/dev/mapper/", "/dev/zram"))]
    if not areas:
        return Diagnosis("swap", Verdict.GOOD, "off: nothing of the memory is written to the disk.")
    if plain:
        return Diagnosis("swap", Verdict.BAD, "in use and not encrypted; switch it off (swapoff -a) before a session.")
    return Diagnosis("swap", Verdict.LOOK, "on a mapped device, probably encrypted; make sure.")


def _space(folder: Path) -> Diagnosis:
    free = shutil.disk_usage(folder).free
    megabytes = free // (1024 * 1024)
    if free < _LITTLE_SPACE:
        return Diagnosis("disk", Verdict.BAD, f"only {megabytes} MB free in this folder; 200 MB are needed.")
    return Diagnosis("disk", Verdict.GOOD, f"{megabytes} MB free in this folder.")


def _screens() -> Diagnosis:
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return Diagnosis("screens", Verdict.LOOK, "no screen is reachable from here; only commands will work.")
    return Diagnosis("screens", Verdict.GOOD, "a screen is there.")


def _clock(now: float) -> Diagnosis:
    if now < _PROGRAM_WRITTEN:
        return Diagnosis("clock", Verdict.BAD, "it stands before this program was written; set it.")
    return Diagnosis("clock", Verdict.GOOD, f"{time.strftime('%Y-%m-%d %H:%M %Z', time.localtime(now))}; compare it.")


def _network(devices: Path = Path("/sys/class/net")) -> Diagnosis:
    """Say whether the machine has any way out; t2desk itself opens none."""
    names = sorted(device.name for device in devices.iterdir() if device.name != "lo") if devices.is_dir() else []
    if names:
        return Diagnosis("network", Verdict.LOOK, f"t2desk uses none; this machine has {', '.join(names)}.")
    return Diagnosis("network", Verdict.GOOD, "t2desk uses none.")
