"""What is said of a laptop, on trees like those of /sys."""

import pytest

from t2desk.domain.checks import Verdict
from t2desk.system import examination
from t2desk.system.examination import examine


def tree(root, **devices):
    """Write devices, each a mapping from file to word; `device` becomes a folder."""
    root.mkdir()
    for name, files in devices.items():
        (root / name).mkdir()
        for file, word in files.items():
            if file == "device":
                (root / name / file).mkdir()
            else:
                (root / name / file).write_text(f"{word}\n")
    return root


BATTERY = {"type": "Battery", "scope": "System", "present": "1", "capacity": "80"}
MOUSE = {"type": "Battery", "scope": "Device", "capacity": "5"}
MAINS = {"type": "Mains", "online": "1"}
UNPLUGGED = {"type": "Mains", "online": "0"}


def power(root):
    check = examination._power(root)
    return check.verdict, check.details.get("percent")


@pytest.mark.parametrize(
    ("devices", "verdict", "percent"),
    [
        ({"BAT0": BATTERY, "AC": MAINS}, Verdict.FINE, 80),
        ({"BAT0": BATTERY, "AC": UNPLUGGED}, Verdict.LOOK, 80),
        ({"BAT0": BATTERY | {"capacity": "20"}, "AC": UNPLUGGED}, Verdict.MEND, 20),
        # The mouse is nearly empty, and that is no matter of the laptop's.
        ({"BAT0": BATTERY, "AC": MAINS, "hid": MOUSE}, Verdict.FINE, 80),
        ({"BAT0": BATTERY, "hid": MOUSE}, Verdict.LOOK, 80),
        # Most laptops' batteries name no scope.
        ({"BAT0": {"type": "Battery", "capacity": "60"}, "AC": MAINS}, Verdict.FINE, 60),
        # Two batteries: a small empty one and a large full one.
        (
            {"BAT0": BATTERY | {"energy_now": "0", "energy_full": "20"},
             "BAT1": BATTERY | {"energy_now": "60", "energy_full": "60"}},
            Verdict.LOOK, 75,
        ),
        ({"BAT0": {"type": "Battery"}, "AC": MAINS}, Verdict.LOOK, None),
    ],
)  # fmt: skip
def test_only_the_laptops_own_battery_counts(tmp_path, devices, verdict, percent):
    assert power(tree(tmp_path / "s", **devices)) == (verdict, percent)


@pytest.mark.parametrize("devices", [{}, {"AC": MAINS}, {"hid": MOUSE}, {"BAT0": BATTERY | {"present": "0"}}])
def test_without_a_battery_it_is_said_plainly(tmp_path, devices):
    check = examination._power(tree(tmp_path / "s", **devices))
    assert check.verdict is Verdict.LOOK
    assert "no battery" in check.sentence


def test_a_system_that_does_not_tell_of_power_is_not_taken_for_a_desktop(tmp_path):
    assert "does not say" in examination._power(tmp_path / "none").sentence


PHYSICAL = {"operstate": "up", "device": ""}


@pytest.mark.parametrize(
    ("devices", "names"),
    [
        ({"lo": {"operstate": "unknown", "carrier": "1"}}, None),
        ({"lo": {"operstate": "unknown"}, "wlan0": PHYSICAL}, "wlan0"),
        ({"wlan0": {"operstate": "down", "device": ""}}, None),
        ({"docker0": {"operstate": "up"}, "tun0": {"operstate": "unknown", "carrier": "1"}}, None),
        ({"wwan0": {"operstate": "unknown", "carrier": "1", "device": ""}}, "wwan0"),
        ({"wwan0": {"operstate": "unknown", "carrier": "0", "device": ""}}, None),
        ({"wlan0": PHYSICAL, "eth0": PHYSICAL}, "eth0, wlan0"),
    ],
)
def test_only_ways_out_that_are_open_count(tmp_path, devices, names):
    check = examination._network(tree(tmp_path / "net", **devices))
    assert (check.verdict, check.details.get("names")) == (Verdict.LOOK if names else Verdict.FINE, names)


def test_a_system_that_does_not_tell_of_networks_is_not_taken_for_unconnected(tmp_path):
    assert examination._network(tmp_path / "none").verdict is Verdict.LOOK


def test_a_folder_that_is_gone_is_said_and_all_else_is_still_looked_at(tmp_path):
    checks = {check.what: check for check in examine(tmp_path / "gone")}
    assert checks["disk"].verdict is Verdict.MEND
    assert "cannot be reached" in checks["disk"].sentence
    assert set(checks) == {"swap", "disk", "screens", "power", "clock", "network"}


def test_a_working_folder_that_is_gone_is_no_crash(tmp_path, monkeypatch):
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert "disk" in {check.what for check in examine()}
