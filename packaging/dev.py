"""The one command for developers: set up, run, test and lint a checkout; `dev.py --help` tells the rest."""

# This file alone must be readable by any Python, however old, so that an old one can say what it lacks.

import os
import subprocess
import sys

OLDEST = (3, 11)
NEWER_PYTHONS = ("python3.13", "python3.12", "python3.11", "python3.14")
TRIED = "T2DESK_DEV_REEXEC"  # set while handing over, so that two Pythons never hand over to each other


def refuse(sentence):
    """Say in one sentence why nothing was done, and answer the exit code for that."""
    sys.stderr.write("dev: " + sentence + "\n")
    return 3


def is_suitable(command):
    """Tell whether this command is there and really starts a Python that is new enough (a pyenv shim may not)."""
    question = "import sys; sys.exit(sys.version_info[:2] < " + repr(OLDEST) + ")"
    try:
        with open(os.devnull, "w") as nothing:  # noqa: PTH123
            return subprocess.call([command, "-c", question], stdout=nothing, stderr=nothing) == 0
    except OSError:
        return False


def hand_over(is_suitable=is_suitable):
    """Run this same command line under a newer Python from PATH, if there is one."""
    for command in NEWER_PYTHONS if TRIED not in os.environ else ():
        if is_suitable(command):
            environment = dict(os.environ)
            environment[TRIED] = "1"
            return subprocess.call([command, os.path.abspath(__file__)] + sys.argv[1:], env=environment)  # noqa: PTH100, RUF005
    return refuse(
        "t2desk needs Python 3.11 or newer, this is "
        + sys.version.split()[0]
        + " and none of "
        + ", ".join(NEWER_PYTHONS)
        + " is on PATH; install one of them and run this again with it."
    )


def main():
    """Choose the Python, then let the commands do the work."""
    if sys.version_info[:2] < OLDEST:
        return hand_over()
    try:
        from commands import main as run_command
    except ModuleNotFoundError as error:  # Debian's python3-minimal leaves parts of the standard library out
        return refuse(
            "this Python lacks its own module '" + str(error.name) + "'; install the full python3 and run again."
        )
    return run_command(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
