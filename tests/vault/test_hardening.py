"""A hardened process leaves no core and is not read by its own user's other processes."""

import os
import subprocess
import sys

import pytest

CHECK = """
import resource
from t2desk.vault.hardening import harden_process
assert harden_process()
print(resource.getrlimit(resource.RLIMIT_CORE), open("/proc/self/status").read().count("CoreDumping:\\t0"))
import ctypes
print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="prctl is Linux's")
def test_no_core_and_not_dumpable():
    told = subprocess.run([sys.executable, "-c", CHECK], capture_output=True, text=True, check=True).stdout
    assert told.split("\n")[:2] == ["(0, 0) 1", "0"]


READER = """
import ctypes, os, subprocess, sys
from t2desk.vault.hardening import harden_process
os.setuid(65534)
ctypes.CDLL(None).prctl(4, 1, 0, 0, 0)  # a changed user alone makes a process unreadable until it is made readable
if sys.argv[1] == "hard":
    harden_process()
sys.exit(subprocess.run(["cat", f"/proc/{os.getpid()}/maps"], capture_output=True).returncode)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is Linux's")
def test_another_process_of_the_same_user_cannot_read_its_maps():
    if os.getuid():
        pytest.skip("only root can become the other user")
    for how, refused in (("soft", 0), ("hard", 1)):  # the soft run shows that the probe bites
        assert subprocess.run([sys.executable, "-c", READER, how], check=False).returncode == refused
