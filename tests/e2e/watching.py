"""Runs t2desk under strace and reads what it wrote, started and connected to."""

import re
from dataclasses import dataclass
from pathlib import Path

CALLS = "trace=%file,%network,execve,ftruncate"
_CALL = re.compile(r"^(?:\d+ +)?(?P<name>\w+)\((?P<arguments>.*)\) += (?P<result>-?\d+|\?)")
_TEXT = re.compile(r'"((?:[^"\\]|\\.)*)"')
_WRITING = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND")
_NAMING = {"mkdir", "mkdirat", "rename", "renameat", "renameat2", "link", "linkat", "symlink", "symlinkat", "creat"}
_NAMING |= {"mknod", "mknodat", "truncate", "chmod", "fchmodat", "unlink", "unlinkat", "rmdir"}
_FAMILIES = re.compile(r"AF_INET6?\b|AF_NETLINK|AF_PACKET")


@dataclass(frozen=True)
class Watched:
    """What a run did."""

    written: frozenset
    sockets: tuple
    log: str


def strace(log):
    """Return what is put in front of a command."""
    return ["strace", "-f", "-qq", "-v", "-s", "4096", "-e", CALLS, "-o", str(log)]


def read(log, folder):
    """Read a log; relative paths are relative to the folder."""
    text = joined(log.read_text("utf-8", "replace"))
    written, sockets = set(), []
    for line in text.splitlines():
        call = _CALL.match(line)
        if not call or call["result"] in {"-1", "?"}:
            continue
        if call["name"] in {"open", "openat"} and _WRITING.search(call["arguments"].rpartition('"')[2]):
            written.add(folder / _TEXT.findall(call["arguments"])[0])
        elif call["name"] in _NAMING:
            written.update(folder / found for found in _TEXT.findall(call["arguments"]))
        elif call["name"] == "socket" and _FAMILIES.search(call["arguments"]):
            sockets.append(line)
    return Watched(frozenset(Path(path) for path in written), tuple(sockets), text)


def joined(text):
    """Put calls together again that strace tells in two halves, because another process came between."""
    whole, halves = [], {}
    for line in text.splitlines():
        process, _, rest = line.partition(" ")
        if rest.rstrip().endswith("<unfinished ...>"):
            halves[process] = line.rpartition(" <unfinished ...>")[0]
        elif (resumed := re.match(r" *<\.\.\. \w+ resumed>(.*)", rest)) and process in halves:
            whole.append(halves.pop(process) + resumed[1])
        else:
            whole.append(line)
    return "\n".join(whole)
