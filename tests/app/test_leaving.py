"""What one image of the program tells the next: through a pipe, whole, and nothing where there is nothing to read."""

import json
import os
from pathlib import Path

from t2desk.app.leaving import HandedOn, handed_on


def piped(content):
    reading, writing = os.pipe()
    os.write(writing, content)
    os.close(writing)
    return reading


def test_what_was_handed_on_is_read():
    told = {"path": "/tmp/ملف.t2d", "display": '{"pipe": 7, "process": 9}', "room": "[]", "asleep": "12.5"}
    assert handed_on(piped(json.dumps(told).encode())) == HandedOn(Path("/tmp/ملف.t2d"), told["display"], "[]", "12.5")


def test_anything_else_is_a_fresh_start_at_the_door():
    for content in (b"", b"{}", b"[1]", b"null", b"\xff", b'{"path": 5}'):
        assert handed_on(piped(content)) == HandedOn()
    closed = piped(b"")
    os.close(closed)
    assert handed_on(closed) == HandedOn()
