"""Starts the child that reads one foreign file, feeds it the bytes, and takes its answer within limits."""

import json
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from t2desk.domain.intake_errors import (
    FileMissing,
    FileNotReadable,
    FileTooLarge,
    NotAFile,
    ReaderFailed,
    ReaderNotStarted,
    ReaderTimedOut,
)
from t2desk.intake.cage import MEGABYTE, Limits, start_code

MOST_BYTES = 50 * MEGABYTE
_CHUNK = 256 * 1024
_HOME = str(Path(__file__).resolve().parents[2])
_KEPT_VARIABLES = ("SYSTEMROOT",)


def open_regular(path: Path) -> IO[bytes]:
    """Open a regular file of at most 50 MB for reading; raise a FileRefused that says why not."""
    try:
        # Without O_NONBLOCK, opening a pipe that nobody writes to would wait for ever.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise FileMissing from None
    except IsADirectoryError:
        raise NotAFile from None
    except OSError:
        raise (NotAFile if path.is_dir() else FileNotReadable) from None
    try:
        _require_regular(os.fstat(descriptor))
        return os.fdopen(descriptor, "rb")
    except BaseException:
        os.close(descriptor)
        raise


def answer_of_child(
    stream: IO[bytes],
    request: Mapping[str, Any],
    *,
    limits: Limits | None = None,
    module: str = "t2desk.intake.child",
    folders: tuple[str, ...] = (),
) -> bytes:
    """Return what the child says about the stream's bytes; raise ReaderTimedOut, ReaderFailed or ReaderNotStarted."""
    bounds = limits or Limits()
    child = _start(start_code((_HOME, *folders), module, bounds))
    late = threading.Event()
    watch = threading.Timer(bounds.wall_seconds, _stop, (child, late))
    feeder = threading.Thread(target=_feed, args=(child, request, stream), daemon=True)
    watch.start()
    feeder.start()
    try:
        answer = _bounded_answer(child, bounds.answer)
    finally:
        _end(child, watch, feeder)
    if late.is_set():
        raise ReaderTimedOut(seconds=int(bounds.wall_seconds))
    if answer is None or child.returncode != 0:
        raise ReaderFailed
    return answer


def _require_regular(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise NotAFile
    if status.st_size > MOST_BYTES:
        raise FileTooLarge(limit=MOST_BYTES // MEGABYTE)


def _start(code: str) -> subprocess.Popen[bytes]:
    # OPENPYXL_LXML keeps openpyxl on defusedxml even where lxml happens to be installed.
    environment = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ} | {
        "OPENPYXL_LXML": "False"
    }
    try:
        return subprocess.Popen(
            [sys.executable, "-I", "-B", "-X", "utf8", "-W", "ignore", "-c", code],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            cwd=Path(sys.executable).anchor,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError:
        raise ReaderNotStarted from None


def _feed(child: subprocess.Popen[bytes], request: Mapping[str, Any], stream: IO[bytes]) -> None:
    sink = child.stdin
    if sink is None:
        return
    # A child that has refused already no longer listens: that is its answer, not an error of ours.
    with suppress(OSError, ValueError):
        sink.write(json.dumps(request).encode() + b"\n")
        while chunk := stream.read(_CHUNK):
            sink.write(chunk)
    with suppress(OSError, ValueError):
        sink.close()


def _bounded_answer(child: subprocess.Popen[bytes], most: int) -> bytes | None:
    source = child.stdout
    if source is None:
        return None
    answer = source.read(most + 1)
    return answer if len(answer) <= most else None


def _stop(child: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    child.kill()


def _end(child: subprocess.Popen[bytes], watch: threading.Timer, feeder: threading.Thread) -> None:
    if child.stdout is not None:
        child.stdout.close()
    try:
        child.wait(timeout=2.0)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
    watch.cancel()
    feeder.join()
