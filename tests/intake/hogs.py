"""Children that misbehave on purpose, to show that the limits bite."""

import os
import sys
import tempfile
from pathlib import Path


def main():
    """Do what the request's reader names."""
    deeds[sys.stdin.buffer.readline().decode().split('"')[3]]()


def eat_memory():
    b"x" * (1 << 30)
    print("ate")


def burn_processor():
    while True:
        pass


def write_file():
    with Path(tempfile.gettempdir(), f"t2desk-hog-{os.getppid()}").open("w") as sink:
        sink.write("escaped")
    print("wrote")


def wait_for_ever():
    import time

    time.sleep(60)


def talk_for_ever():
    while True:
        sys.stdout.write("x" * 65536)


def tell_surroundings():
    folder = "/proc/self/fd"
    descriptors = sorted(entry.name for entry in Path(folder).iterdir()) if Path(folder).is_dir() else []
    print(sorted(os.environ), descriptors)


def tell_nonsense():
    print("nonsense")


deeds = {
    "memory": eat_memory,
    "processor": burn_processor,
    "file": write_file,
    "clock": wait_for_ever,
    "talk": talk_for_ever,
    "surroundings": tell_surroundings,
    "nonsense": tell_nonsense,
}
