"""A process that has loaded t2desk and forks for each command: what starting costs is paid once for many tests.

Each command still runs in a process of its own, with descriptors, folder and environment of its own.
"""

import contextlib
import importlib
import io
import json
import os
import select
import subprocess
import sys
from functools import cache
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]


def serve():
    """Answer each order on standard input with the exit code of its command."""
    sys.path.insert(0, str(REPOSITORY))
    for module in sorted((REPOSITORY / "t2desk" / "cli").glob("[a-z]*.py")):
        with contextlib.suppress(ImportError):
            importlib.import_module(f"t2desk.cli.{module.stem}")
    for line in sys.stdin:
        sys.stdout.write(json.dumps(performed(json.loads(line))) + "\n")
        sys.stdout.flush()


def performed(order):
    """Fork for one command and return its exit code and what came through its pipes."""
    pipes = {1: os.pipe(), 2: os.pipe()}
    child = os.fork()
    if not child:
        play(order, {number: ends[1] for number, ends in pipes.items()})
    for _, end in pipes.values():
        os.close(end)
    said = read_all([ends[0] for ends in pipes.values()])
    _, status = os.waitpid(child, 0)
    return [os.waitstatus_to_exitcode(status), *said]


def read_all(descriptors):
    """Read several pipes to their ends, whichever speaks."""
    said = {descriptor: bytearray() for descriptor in descriptors}
    waiting = list(descriptors)
    while waiting:
        for descriptor in select.select(waiting, [], [])[0]:
            part = os.read(descriptor, 65536)
            said[descriptor] += part
            if not part:
                waiting.remove(descriptor)
                os.close(descriptor)
    return [part.decode() for part in said.values()]


def play(order, outputs):
    """Become the command that was ordered."""
    os.chdir(order["folder"])
    os.environ.clear()
    os.environ.update(order["environment"])
    os.dup2(os.open(order["in"], os.O_RDONLY), 0)
    for number, end in outputs.items():
        os.dup2(end, number)
    os.closerange(3, 64)
    sys.stdin = io.TextIOWrapper(io.BufferedReader(io.FileIO(0)))
    sys.stdout = io.TextIOWrapper(io.BufferedWriter(io.FileIO(1, "w")), encoding="utf-8")
    sys.stderr = io.TextIOWrapper(io.BufferedWriter(io.FileIO(2, "w")), encoding="utf-8", line_buffering=True)
    sys.argv = ["t2desk", *order["arguments"]]
    code = 70
    try:
        from t2desk.__main__ import main

        code = main()
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


@cache
def server():
    """Start the process, once; it ends when its input does."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    return subprocess.Popen([sys.executable, __file__], **pipes)


def run(arguments, stdin, folder, environment, scratch):
    """Run one command; return its exit code, its output and what it said on standard error."""
    given = scratch / "in"
    given.write_bytes(stdin)
    order = {"arguments": arguments, "folder": str(folder), "environment": environment, "in": str(given)}
    process = server()
    process.stdin.write(json.dumps(order) + "\n")
    process.stdin.flush()
    return json.loads(process.stdout.readline())


if __name__ == "__main__":
    serve()
