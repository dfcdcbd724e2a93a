"""What a process can do so that others do not read its memory: no core dumps, no debugger of the same user."""

import contextlib
import ctypes
import sys

if sys.platform != "win32":
    import resource

_PR_GET_DUMPABLE = 3
_PR_SET_DUMPABLE = 4
_PT_DENY_ATTACH = 31


def harden_process() -> bool:
    """Forbid core dumps and attaching; call first thing in every image, since a new one starts soft again.

    Returns whether it took effect. Root, hibernation and a frozen memory chip are beyond it.
    """
    if sys.platform == "win32":
        took_effect = False
    elif sys.platform == "darwin":
        _forbid_cores()
        took_effect = _call("ptrace", _PT_DENY_ATTACH, 0, 0, 0) == 0
    else:
        _forbid_cores()
        _call("prctl", _PR_SET_DUMPABLE, 0, 0, 0, 0)
        took_effect = _call("prctl", _PR_GET_DUMPABLE, 0, 0, 0, 0) == 0
    return took_effect


if sys.platform != "win32":

    def _forbid_cores() -> None:
        """Set the size of core dumps to nothing, for this process and its children."""
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _call(function: str, *arguments: int) -> int:
    """Call a function of the C library; -1 where it has none."""
    try:
        return int(getattr(ctypes.CDLL(None), function)(*map(ctypes.c_ulong, arguments)))
    except (OSError, AttributeError):
        return -1
