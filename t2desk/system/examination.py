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
        _swap(Path("/proc/swaps")), _space(folder or Path()), _screens(), _power(Path("/sys/class/power_supply")),
        _clock(time.time()), _network(Path("/sys/class/net")),
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
    try:
        free = shutil.disk_usage(folder).free
    except OSError:
        sentence = N_("The folder cannot be reached; is its drive plugged in?")
        return Check("disk", Verdict.MEND, sentence)
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
    if not supplies.is_dir():
        return Check("power", Verdict.LOOK, N_("This system does not say; keep the laptop plugged in."))
    # A mouse or a pen has a battery of its own, whose scope is its device and not the system.
    own = [one for one in supplies.iterdir() if _word(one / "scope") != "Device"]
    batteries = [one for one in own if _word(one / "type") == "Battery" and _word(one / "present") != "0"]
    if not batteries:
        sentence = N_("This computer has no battery: without mains it goes off at once. What is captured is saved.")
        return Check("power", Verdict.LOOK, sentence)
    percent = _percent(batteries)
    is_plugged = any(_word(one / "type") in {"Mains", "USB"} and _word(one / "online") == "1" for one in own)
    if percent is None:
        sentence = N_("The battery does not say how full it is; keep the laptop plugged in.")
        return Check("power", Verdict.LOOK, sentence)
    if is_plugged:
        return Check("power", Verdict.FINE, N_("Plugged in; the battery is at {percent} %."), {"percent": percent})
    verdict = Verdict.LOOK if percent >= _LOW_BATTERY else Verdict.MEND
    return Check("power", verdict, N_("On battery, at {percent} %: plug the laptop in."), {"percent": percent})


def _percent(batteries: list[Path]) -> int | None:
    # Two batteries of one laptop are emptied one after the other: only what both hold together says how long it lasts.
    for kind in ("energy", "charge"):
        held = [(_number(one / f"{kind}_now"), _number(one / f"{kind}_full")) for one in batteries]
        full = sum(most or 0 for _now, most in held)
        if full and all(now is not None and most for now, most in held):
            return min(100, round(100 * sum(now or 0 for now, _most in held) / full))
    said = [number for one in batteries if (number := _number(one / "capacity")) is not None]
    return round(sum(said) / len(said)) if said else None


def _number(path: Path) -> int | None:
    written = _word(path)
    return int(written) if written.isdecimal() else None


def _word(path: Path) -> str:
    try:
        return path.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _clock(now: float) -> Check:
    if now < _PROGRAM_WRITTEN:
        return Check("clock", Verdict.MEND, N_("It stands before this program was written; set it."))
    shown = time.strftime("%Y-%m-%d %H:%M %Z", time.localtime(now))
    return Check("clock", Verdict.FINE, N_("{time}; compare it with a watch."), {"time": shown})


def _network(devices: Path) -> Check:
    """Say whether a way out of the machine is open; t2desk itself opens none."""
    if not devices.is_dir():
        sentence = N_("t2desk uses none; what this machine is connected to, the system does not say. Use flight mode.")
        return Check("network", Verdict.LOOK, sentence)
    names = sorted(one.name for one in devices.iterdir() if _is_way_out(one))
    if names:
        sentence = N_("t2desk uses none; this machine is connected by {names}. Flight mode is safest.")
        return Check("network", Verdict.LOOK, sentence, {"names": ", ".join(names)})
    return Check("network", Verdict.FINE, N_("t2desk uses none, and this machine is not connected."))


def _is_way_out(interface: Path) -> bool:
    # Loopback, bridges and tunnels have no device of their own. Some drivers only tell of a carrier.
    is_up = _word(interface / "operstate") == "up" or (
        _word(interface / "operstate") == "unknown" and _word(interface / "carrier") == "1"
    )
    return is_up and (interface / "device").exists()
