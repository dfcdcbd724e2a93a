"""Replay from outside: each line durable before it is acknowledged, a refused one changes nothing."""

import json
import re
import signal
from contextlib import contextmanager

import pytest

from tests.cli.outside import SECRET, opened, refused, replaying, say, t2desk
from tests.storage.dossiers import opening, session, sql

FIXED = {
    "person.add": {"id?", "display_name", "party?"},
    "session.open": {"title?"},
    "session.close": set(),
    "session.adjourn": set(),
    "item.add": {"title", "minutes"},
    "item.next": set(),
    "turn.start": {"person?", "kind?"},
    "turn.end": set(),
    "note.add": {"text", "kind?", "said_by?"},
    "point.propose": {"text"},
    "undo": set(),
    "redo": set(),
    "rule.set": {"preset"},
    "off_record.begin": set(),
    "off_record.end": set(),
}


def line(op, **fields):
    return json.dumps({"op": op, **fields}).encode()


NOTE = line("note.add", text="kept")


def replay(home, dossier, *lines):
    """Replay lines from standard input and return what was answered, line by line."""
    ran = opened(home, "replay", dossier, "-", stdin=b"\n".join(lines) + b"\n")
    assert (ran.code, ran.err) == (0, ""), ran.err
    return ran.lines()


def words_in(dossier):
    with opening(dossier) as opened_dossier:
        opened_dossier.verify()
        return sorted(row[0] for row in sql(opened_dossier, "SELECT own_words FROM notes"))


def test_the_list_has_every_fixed_operation_with_its_fields(home):
    ran = t2desk(home, "replay", "--list")
    assert ran.code == 0
    listed = {one.split(" ")[0]: set(re.findall(r"(\w+\??):", one.partition("}")[0])) for one in ran.lines()}
    for name, fields in FIXED.items():
        assert fields <= listed[name], name
    assert {name for name in listed["note.add"] if not name.endswith("?")} == {"text"}
    assert "chatham_house" in ran.lines()[-1]


def test_lines_are_acknowledged_by_their_number(home, empty):
    answers = replay(home, empty, line("session.open", title="Morning"), b"", NOTE, line("note.add", text=""), NOTE)
    assert answers[0] == "ok 1"
    assert answers[1] == "ok 3"
    assert answers[2].startswith("no 4 ")
    assert answers[3] == "ok 5"
    assert words_in(empty) == ["kept", "kept"]


def test_every_fixed_operation_is_done(home, empty):
    lines = [
        line("person.add", id="p03", display_name="Ines Quill"),
        line("session.open", title="Morning"),
        line("item.add", title="Wells", minutes=30),
        line("item.next"),
        line("turn.start", person="p03", kind="statement"),
        line("turn.end"),
        line("note.add", kind="concern", text="A line", said_by="p03"),
        line("point.propose", text="A point"),
        line("undo"),
        line("redo"),
        line("rule.set", preset="on_the_record"),
        line("off_record.begin"),
        line("off_record.end"),
        line("session.adjourn"),
        line("session.open", title="Afternoon"),
        line("session.close"),
    ]
    assert replay(home, empty, *lines) == [f"ok {number}" for number in range(1, len(lines) + 1)]


def test_the_passphrase_is_the_first_line_and_events_may_lie_in_a_file(home, empty):
    (home / "events").write_bytes(line("session.open", title="Morning") + b"\r\n" + NOTE)
    ran = t2desk(home, "replay", empty, home / "events", "--passphrase-file", "-", stdin=SECRET)
    assert ran.lines() == ["ok 1", "ok 2"]
    assert words_in(empty) == ["kept"]


def test_a_missing_events_file_is_refused(home, empty):
    before = empty.read_bytes()
    ran = t2desk(home, "replay", empty, home / "nothing", "--passphrase-file", "-", stdin=SECRET)
    refused(ran, 2)
    assert empty.read_bytes() == before


@contextmanager
def running(home, dossier):
    """A replay that goes on until its input ends; killed if the test fails."""
    process = replaying(home, dossier)
    try:
        yield process
        process.stdin.close()
        assert process.wait() == 0, process.stderr.read()
    finally:
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout, process.stderr):
            pipe.close()


def test_each_line_is_answered_before_the_next_is_given(home, empty):
    with running(home, empty) as process:
        assert say(process, line("session.open", title="Morning")) == "ok 1\n"
        for number in range(2, 6):
            assert say(process, NOTE) == f"ok {number}\n"
        assert say(process, b"nonsense").startswith("no 6 ")
    assert words_in(empty) == ["kept"] * 4


def test_a_dossier_in_use_is_refused_at_once_and_opens_after_a_kill(home, dossier):
    process = replaying(home, dossier)
    assert say(process, NOTE) == "ok 1\n"
    for command in ("show", "verify", "backup"):
        more = [home / "copy.t2d"] if command == "backup" else []
        refused(opened(home, command, dossier, *more), 1, "in use")
    link = home / "link.t2d"
    link.symlink_to(dossier)
    refused(opened(home, "show", link), 1, "in use")
    assert say(process, NOTE) == "ok 2\n"
    process.kill()
    process.communicate()
    assert opened(home, "verify", dossier).code == 0
    assert words_in(dossier).count("kept") == 2


def test_a_copy_of_an_open_dossier_is_named_as_such(home, dossier):
    with running(home, dossier) as process:
        assert say(process, NOTE) == "ok 1\n"
        (home / "stick").mkdir()
        copy = home / "stick" / "copy.t2d"
        copy.write_bytes(dossier.read_bytes())
    refused(opened(home, "show", copy), 1, "copied while the dossier was open")


def listen_to_interrupts():
    # Started behind an ampersand, a shell's children are deaf to SIGINT, and so are theirs.
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_a_signal_leaves_every_acknowledged_line(home, dossier, name):
    process = replaying(home, dossier, preexec_fn=listen_to_interrupts)
    for number in range(1, 6):
        assert say(process, NOTE) == f"ok {number}\n"
    process.send_signal(getattr(signal, name))
    _, error = process.communicate()
    if name == "SIGINT":
        assert process.returncode == 1
        assert error.decode().splitlines()[-1].startswith("t2desk: ")
    assert words_in(dossier).count("kept") == 5


def test_a_reader_that_goes_away_leaves_what_was_acknowledged(home, dossier):
    process = replaying(home, dossier)
    assert say(process, NOTE) == "ok 1\n"
    process.stdout.close()
    process.stdin.write(b"\n".join([NOTE] * 50))
    process.stdin.close()
    error = process.stderr.read().decode()
    process.stderr.close()
    process.wait()
    assert "Traceback" not in error
    assert words_in(dossier).count("kept") >= 1


BAD = {
    "deep": b'{"op": "note.add", "text": ' + b"[" * 100_000,
    "deep and closed": b'{"op": "note.add", "text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "deep objects": b'{"op": ' * 20_000,
    "a number of 6000 digits": b'{"op": "item.add", "title": "x", "minutes": ' + b"9" * 6000 + b"}",
    "a number too large": b'{"op": "item.add", "title": "x", "minutes": 1e400}',
    "a negative number": b'{"op": "item.add", "title": "x", "minutes": -5}',
    "NUL": b'{"op": "note.add", "text": "a\0b"}',
    "an escaped NUL": rb'{"op": "note.add", "text": "a\u0000b"}',
    "a lone surrogate": rb'{"op": "note.add", "text": "a\ud800b"}',
    "a direction override": '{"op": "note.add", "text": "a\u202eb"}'.encode(),
    "invalid UTF-8": b'{"op": "note.add", "text": "a\xff\xfeb"}',
    "UTF-16": '{"op": "note.add", "text": "a"}'.encode("utf-16"),
    "two megabytes": b'{"op": "note.add", "text": "' + b"a" * 2_000_000 + b'"}',
    "two names": b'{"op": "note.add", "text": "a", "text": "b"}',
    "two operations": b'{"op": "note.add", "op": "undo", "text": "b"}',
    "NaN": b'{"op": "item.add", "title": "x", "minutes": NaN}',
    "infinity": b'{"op": "item.add", "title": "x", "minutes": -Infinity}',
    "a number for text": b'{"op": "note.add", "text": 5}',
    "null for text": b'{"op": "note.add", "text": null}',
    "a list for text": b'{"op": "note.add", "text": ["a"]}',
    "true for a number": b'{"op": "item.add", "title": "x", "minutes": true}',
    "an object for text": b'{"op": "note.add", "text": {"op": "undo"}}',
    "an unknown field": b'{"op": "note.add", "text": "a", "colour": "red"}',
    "an unknown operation": b'{"op": "note.steal", "text": "a"}',
    "no operation": b'{"text": "a"}',
    "a list": b'[{"op": "note.add", "text": "a"}]',
    "a string": b'"note.add"',
    "a number as operation": b'{"op": 5}',
    "rubbish": b"\x80\x81\x82",
    "half a line": b'{"op": "note.add", "te',
    "an unknown kind": b'{"op": "note.add", "text": "a", "kind": "rumour"}',
    "an unknown person": b'{"op": "turn.start", "person": "p99"}',
    "an unknown rule": b'{"op": "rule.set", "preset": "anarchy"}',
    "SQL": b'{"op": "turn.start", "person": "\' OR 1=1 --"}',
    "a reference to nothing": b'{"op": "turn.start", "person": "#99"}',
    "an empty text": b'{"op": "note.add", "text": "  "}',
    "a long title": b'{"op": "item.add", "minutes": 5, "title": "' + b"a" * 100_000 + b'"}',
    "braces for a format": b'{"op": "{0.__class__}", "text": "{kind}"}',
    "fields for an undo": b'{"op": "undo", "times": 5}',
}


def test_no_bad_line_is_done_and_the_good_ones_around_it_are(home, dossier):
    before = words_in(dossier)
    answers = replay(home, dossier, *[part for bad in BAD.values() for part in (bad, NOTE)])
    assert len(answers) == 2 * len(BAD)
    for number, name in enumerate(BAD):
        assert answers[2 * number].startswith(f"no {2 * number + 1} "), (name, answers[2 * number])
        assert answers[2 * number].isprintable(), name
        assert len(answers[2 * number]) < 1000, name
        assert answers[2 * number + 1] == f"ok {2 * number + 2}", name
    assert words_in(dossier) == sorted(before + ["kept"] * len(BAD))


def test_undo_reaches_back_to_the_start_of_the_replay_and_no_further(home, dossier):
    before = words_in(dossier)
    many = [line("note.add", text=f"line {number}") for number in range(150)]
    answers = replay(home, dossier, *many, *[line("undo")] * 151)
    assert answers[:300] == [f"ok {number}" for number in range(1, 301)]
    assert answers[300].startswith("no 301 ")
    assert words_in(dossier) == before


def test_undo_takes_back_every_kind_of_act(home, dossier):
    shown = opened(home, "show", dossier, "--json", "--plain").out
    acts = [
        line("person.add", display_name="Ines Quill"),
        line("party.add", name="Southern side"),
        line("item.add", title="Transit", minutes=5),
        line("item.next"),
        line("turn.start", person="p02", kind="point_of_order"),
        line("turn.end"),
        NOTE,
        line("point.propose", text="A point"),
        line("rule.set", preset="on_the_record"),
        line("attendance.set", person="p01"),
        line("section.write", text="Prose"),
        line("step.add", what="Write"),
    ]
    answers = replay(home, dossier, *acts, *[line("undo")] * len(acts))
    assert all(answer.startswith("ok ") for answer in answers), answers
    assert opened(home, "show", dossier, "--json", "--plain").out == shown


def test_a_line_may_refer_to_what_an_earlier_one_made(home, dossier):
    answers = replay(home, dossier, NOTE, line("note.reword", note="#1", neutral="Put better."))
    assert answers == ["ok 1", "ok 2"]
    with opening(dossier) as opened_dossier:
        assert ("Put better.",) in sql(opened_dossier, "SELECT neutral_wording FROM notes")


CAPTURES = [
    NOTE,
    line("point.propose", text="A secret point"),
    line("turn.start", person="p01"),
    line("attendance.set", person="p01"),
    line("queue.add", person="p01"),
    line("section.write", text="secret"),
    line("draft.save", id="note", text="secret"),
    line("step.add", what="secret"),
]


def test_off_the_record_takes_nothing_in_and_leaves_no_trace(home, dossier):
    before = words_in(dossier)
    answers = replay(home, dossier, NOTE, line("off_record.begin"), *CAPTURES, line("undo"), line("off_record.end"))
    assert answers[:2] == ["ok 1", "ok 2"]
    refusals = answers[2 : 2 + len(CAPTURES)]
    assert all(answer.startswith("no ") and "off the record" in answer for answer in refusals), refusals
    assert answers[2 + len(CAPTURES) :] == [f"ok {3 + len(CAPTURES)}", f"ok {4 + len(CAPTURES)}"]
    assert words_in(dossier) == before
    with opening(dossier) as opened_dossier:
        operations = [row[0] for row in sql(opened_dossier, "SELECT operation FROM log WHERE segment = 's01'")]
        assert not sql(opened_dossier, "SELECT * FROM off_record")
    assert operations[-4:] == ["note.add", "off_record.begin", "undo", "off_record.end"]


def test_the_record_s_order_says_nothing_after_settling(home, empty):
    notes = [line("note.add", text=f"line {number:02}") for number in range(20)]
    replay(home, empty, line("session.open", title="Morning"), *notes, line("session.close"))
    shown = json.loads(opened(home, "show", empty, "--json").out)
    only = shown["meetings"][0]["sessions"][0]
    texts = [note["text"] for note in only["notes"]]
    assert sorted(texts) == [f"line {number:02}" for number in range(20)]
    assert texts != sorted(texts)
    assert only["turns"] == []
    assert not any("at" in note or "said_by" in note for note in only["notes"])


def test_the_two_sessions_of_a_day_do_not_mix(home, empty):
    answers = replay(home, empty, *[line("session.open", title="A"), NOTE, line("session.open", title="B")])
    assert answers[2].startswith("no 3 ")
    with opening(empty) as opened_dossier:
        opened_dossier.desk.perform("session.adjourn", {})
        opened_dossier.desk.perform(*session("B"))


def test_the_whole_record_has_the_facilitators_own_notes_and_says_so_beside_it(home, empty):
    replay(home, empty, line("session.open", title="Morning"), line("item.add", title="Wells", minutes=20))
    assert "own notes" not in opened(home, "show", empty, "--json").err
    replay(home, empty, line("item.plan", item="i01", notes="Watch the clock"))
    shown = opened(home, "show", empty, "--json")
    assert "own notes too, of items: 1" in shown.err
    assert "Watch the clock" in json.loads(shown.out)["meetings"][0]["sessions"][0]["agenda"][0]["notes"]
