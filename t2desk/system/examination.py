"""What can be seen of a laptop from within: swap, disk, screens, power, clock, network."""

import os
import shutil
import sys
import time
from pathlib import Path

from t2desk.domain.checks import Check, Verdict
from t2desk.i18n import N_

# Under this, a session's backups and documents may not fit (study/storage.md: warn at 200 MB).
_LITTLE_SPACE = 200 * 1024 * 1024
# A clock before the program was written is wrong: 2026-01-01 in seconds since 1970.
_PROGRAM_WRITTEN = 1_767_225_600
_LOW_BATTERY = 50


def examine(folder: Path | None = None) -> tuple[Check, ...]:
    """Look at everything that can be seen without a dossier; the disk is the one of a folder."""
    return (
        _swap(Path("/proc/swaps")), _space(folder or Path.cwd()), _screens(), _power(Path("/sys/class/power_supply")),
        _clock(time.time()), _network(),
    )  # fmt: skip


def _swap(listing: Path) -> Check:
    try:
        areas = [line.split()[0] for line in listing.read_text("utf-8").splitlines()[1:] if line.strip()]
    except OSError:
        return Check("swap", Verdict.LOOK, N_("This system does not say; make sure that the whole disk is encrypted."))
    plain = [area for area in areas if not area.startswith(("/dev/dm-", "/dev/mapper/", "/dev/zram"))]
    if not areas:
        return Check("swap", Verdict.FINE, N_("Off: nothing of the memory is written to the disk."))
    if plain:
        sentence = N_("In use and not encrypted; switch it off (swapoff -a) before a session.")
        return Check("swap", Verdict.MEND, sentence)
    return Check("swap", Verdict.LOOK, N_("On a mapped device, probably encrypted; make sure."))


def _space(folder: Path) -> Check:
    free = shutil.disk_usage(folder).free
    megabytes = free // (1024 * 1024)
    if free < _LITTLE_SPACE:
        sentence = N_("Only {megabytes} MB free in this folder; 200 MB are needed. Move or delete something.")
        return Check("disk", Verdict.MEND, sentence, {"megabytes": megabytes})
    return Check("disk", Verdict.FINE, N_("{megabytes} MB free in this folder."), {"megabytes": megabytes})


def _screens() -> Check:
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return Check("screens", Verdict.LOOK, N_("No screen is reachable from here; only commands will work."))
    return Check("screens", Verdict.FINE, N_("A screen is there."))


def _power(supplies: Path) -> Check:
    states = [(_word(one / "type"), one) for one in supplies.iterdir()] if supplies.is_dir() else []
    batteries = [one for kind, one in states if kind == "Battery" and _word(one / "capacity").isdigit()]
    plugged = any(kind in {"Mains", "USB"} and _word(one / "online") == "1" for kind, one in states)
    if not batteries:
        return Check("power", Verdict.LOOK, N_("This system does not say; keep the laptop plugged in."))
    percent = min(int(_word(one / "capacity")) for one in batteries)
    if plugged:
        return Check("power", Verdict.FINE, N_("Plugged in; the battery is at {percent} %."), {"percent": percent})
    verdict = Verdict.LOOK if percent >= _LOW_BATTERY else Verdict.MEND
    return Check("power", verdict, N_("On battery, at {percent} %: plug the laptop in."), {"percent": percent})


def _word(path: Path) -> str:
    try:
        return path.read_text("utf-8").strip()
    except OSError:
        return ""


def _clock(now: float) -> Check:
    if now < _PROGRAM_WRITTEN:
        return Check("clock", Verdict.MEND, N_("It stands before this program was written; set it."))
    shown = time.strftime("%Y-%m-%d %H:%M %Z", time.localtime(now))
    return Check("clock", Verdict.FINE, N_("{time}; compare it with a watch."), {"time": shown})


def _network(devices: Path = Path("/sys/class/net")) -> Check:
    """Say whether the machine has any way out; t2desk itself opens none."""
    names = sorted(device.name for device in devices.iterdir() if device.name != "lo") if devices.is_dir() else []
    if names:
        sentence = N_("t2desk uses none; this machine has {names}. Flight mode is safest.")
        return Check("network", Verdict.LOOK, sentence, {"names": ", ".join(names)})
    return Check("network", Verdict.FINE, N_("t2desk uses none, and this machine has none."))
