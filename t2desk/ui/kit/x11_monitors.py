"""The monitors of an X server as the server itself tells them: Qt misses one that moves while it is being set anew."""

import ctypes
import struct
from collections.abc import Callable
from typing import Any

from t2desk.domain.screens import SeenScreen

_HEAD, _MONITOR = 32, struct.Struct("=IBBHhhHHII")  # a reply's head in bytes; xRRMonitorInfo (randrproto 1.5)


class _Roots(ctypes.Structure):
    _fields_ = (("data", ctypes.POINTER(ctypes.c_uint32)), ("rem", ctypes.c_int), ("index", ctypes.c_int))


class _Cookie(ctypes.Structure):
    _fields_ = (("sequence", ctypes.c_uint),)


class X11Monitors:
    """Asks the server through libxcb, on a connection of its own; one question takes a tenth of a millisecond."""

    def __init__(self) -> None:
        """Connect to the server of this session. Raises OSError where there is none, or no library for it."""
        self._xcb, self._randr = ctypes.CDLL("libxcb.so.1"), ctypes.CDLL("libxcb-randr.so.0")
        self._free = ctypes.CDLL(None).free
        self._free.argtypes = [ctypes.c_void_p]
        self._declare()
        self._connection = self._xcb.xcb_connect(None, None)
        if self._xcb.xcb_connection_has_error(self._connection):
            raise OSError
        setup = self._xcb.xcb_get_setup(self._connection)
        self._root = self._xcb.xcb_setup_roots_iterator(setup).data[0]
        self._names: dict[int, str] = {}

    def seen(self) -> tuple[SeenScreen, ...]:
        """Return every monitor that is on, in the server's own pixels. Raises OSError where it does not answer."""
        cookie = self._randr.xcb_randr_get_monitors(self._connection, self._root, 1)
        told = self._reply(self._randr.xcb_randr_get_monitors_reply, cookie)
        (count,) = struct.unpack_from("=I", told, 12)
        found, at = [], _HEAD
        for _ in range(count):
            name, _, _, outputs, x, y, width, height, _, _ = _MONITOR.unpack_from(told, at)
            found.append(SeenScreen(self._name(name), (x, y, width, height)))
            at += _MONITOR.size + 4 * outputs
        return tuple(found)

    def _declare(self) -> None:
        pointer, cookie = ctypes.c_void_p, _Cookie
        calls: tuple[tuple[Any, Any, list[Any]], ...] = (
            (self._xcb.xcb_connect, pointer, [ctypes.c_char_p, pointer]),
            (self._xcb.xcb_connection_has_error, ctypes.c_int, [pointer]),
            (self._xcb.xcb_get_setup, pointer, [pointer]),
            (self._xcb.xcb_setup_roots_iterator, _Roots, [pointer]),
            (self._xcb.xcb_get_atom_name, cookie, [pointer, ctypes.c_uint32]),
            (self._xcb.xcb_get_atom_name_reply, pointer, [pointer, cookie, pointer]),
            (self._randr.xcb_randr_get_monitors, cookie, [pointer, ctypes.c_uint32, ctypes.c_uint8]),
            (self._randr.xcb_randr_get_monitors_reply, pointer, [pointer, cookie, pointer]),
        )
        for call, result, arguments in calls:
            call.restype, call.argtypes = result, arguments

    def _reply(self, call: Callable[..., Any], cookie: _Cookie) -> bytes:
        reply = call(self._connection, cookie, None)
        if not reply:
            raise OSError
        try:
            (length,) = struct.unpack_from("=I", ctypes.string_at(reply, _HEAD), 4)
            return ctypes.string_at(reply, _HEAD + 4 * length)
        finally:
            self._free(reply)

    def _name(self, atom: int) -> str:
        if atom not in self._names:
            cookie = self._xcb.xcb_get_atom_name(self._connection, atom)
            told = self._reply(self._xcb.xcb_get_atom_name_reply, cookie)
            (length,) = struct.unpack_from("=H", told, 8)
            self._names[atom] = told[_HEAD : _HEAD + length].decode("utf-8", "replace")
        return self._names[atom]
