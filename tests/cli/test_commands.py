"""Each command from outside: what it prints, its exit code, and that a failure is one sentence."""

import hashlib
import importlib.util
import json
import stat
import subprocess
import zipfile

import jsonschema
import pytest

from tests.cli.outside import PROGRAM, SECRET, environment, opened, refused, t2desk
from tests.storage.dossiers import PASSPHRASE, names_in, opening

COMMANDS = ("new", "import", "replay", "show", "export", "editions", "check", "inspect", "verify", "backup", "restore")
COMMANDS = (*COMMANDS, "doctor", "schema", "key", "retention")
can_rehearse = importlib.util.find_spec("t2desk.services.rehearsal") is not None


def test_the_version_is_said(home):
    ran = t2desk(home, "--version", cold=True)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("t2desk ")


def test_starting_is_measured(home):
    ran = t2desk(home, "--measure-start", cold=True)
    assert ran.code == 0
    assert set(json.loads(ran.out)) == {"process", "qt", "storage", "reports"}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_has_help_with_an_example(home, command):
    ran = t2desk(home, command, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert f"t2desk {command}" in " ".join(ran.out.partition("Example:")[2].split())
    assert "--help" in ran.out


@pytest.mark.skipif(not can_rehearse, reason="the rehearsal is not on this branch yet")
def test_the_help_lists_every_command(home):
    ran = t2desk(home, "--help")
    assert ran.code == 0
    assert all(f"  {name} " in ran.out for name in (*COMMANDS, "rehearse"))
    assert "Example:" in ran.out


@pytest.mark.parametrize(
    "arguments",
    [
        ["frobnicate"],
        ["show"],
        ["show", "x.t2d", "--frobnicate"],
        ["new", "x.t2d"],
        ["export", "x.t2d", "--edition", "report"],
        ["export", "x.t2d", "--edition", "poster", "--out", "x.pdf"],
        ["export", "x.t2d", "--edition", "report", "--out", "x.exe"],
        ["replay", "x.t2d"],
        ["show", "x.t2d"],
        ["show", "x.t2d", "--passphrase-file", "/dev/null"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_one_sentence_and_two(home, arguments):
    refused(t2desk(home, *arguments), 2)
    assert not names_in(home)


def test_a_new_dossier_is_made_and_nothing_is_overwritten(home):
    target = home / "new.t2d"
    made = opened(home, "new", target, "--title", "Water and transit")
    assert made.code == 0, made.err
    assert made.out.startswith("Recovery code: ")
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert names_in(home) == {"new.t2d", "new.t2d-backups"}
    before = target.read_bytes()
    refused(opened(home, "new", target, "--title", "Another"), 1, "already exists")
    assert target.read_bytes() == before
    assert "Water and transit" in opened(home, "show", target).out


@pytest.mark.parametrize("passphrase", ["123456", "correct horse battery staple", "aaaaaaaaaaaaaaaaaaaaaaa"])
def test_a_weak_passphrase_makes_no_dossier(home, passphrase):
    ran = t2desk(home, "new", "x.t2d", "--title", "T", "--passphrase-file", "-", stdin=passphrase.encode())
    refused(ran, 1, "passphrase")
    assert not names_in(home)


def test_a_new_dossier_with_a_made_passphrase_opens_with_it(home):
    made = t2desk(home, "new", "x.t2d", "--title", "T", "--generate")
    passphrase = made.lines()[0].removeprefix("Passphrase: ")
    assert len(passphrase.split(" ")) == 6
    ran = t2desk(home, "verify", "x.t2d", "--passphrase-file", "-", stdin=passphrase.encode())
    assert ran.code == 0, ran.err


def test_show_says_what_is_in_it(home, dossier):
    ran = opened(home, "show", dossier)
    assert (ran.code, ran.err) == (0, "")
    assert "people: 2" in ran.out
    assert "Chatham House Rule" in ran.out
    assert "notes: 1, points: 1" in ran.out
    assert len(ran.lines()[-1].removeprefix("Head: ").split(" ")) == 4
    assert "Nadia" not in ran.out


def test_the_passphrase_may_lie_in_a_file(home, dossier):
    (home / "secret").write_bytes(SECRET + b"a second line that is not it\n")
    assert t2desk(home, "show", dossier, "--passphrase-file", home / "secret").code == 0
    (home / "secret").write_bytes("\ufeff".encode() + SECRET.replace(b"\n", b"\r\n"))
    assert t2desk(home, "show", dossier, "--passphrase-file", home / "secret").code == 0


@pytest.mark.parametrize("content", [b"\n", b"\xff\xfe\n", b""])
def test_a_passphrase_file_without_a_passphrase_is_wrong_usage(home, dossier, content):
    (home / "secret").write_bytes(content)
    refused(t2desk(home, "show", dossier, "--passphrase-file", home / "secret"), 2, "passphrase file")


def test_a_record_goes_out_and_comes_back_equal(home, dossier, empty):
    shown = opened(home, "show", dossier, "--json")
    assert shown.code == 0, shown.err
    record = json.loads(shown.out)
    jsonschema.validate(record, json.loads(t2desk(home, "schema").out))
    (home / "record.json").write_text(shown.out, "utf-8")
    taken = opened(home, "import", empty, home / "record.json")
    assert taken.code == 0, taken.err
    again = json.loads(opened(home, "show", empty, "--json").out)
    assert again == record


def test_the_record_lands_in_a_file_only_when_that_is_meant(home, dossier):
    before = dossier.read_bytes()
    for options, code in (([], 2), (["--plain"], 0)):
        with (home / "out.json").open("wb") as out:
            done = subprocess.run(
                [*PROGRAM, "show", str(dossier), "--json", *options, "--passphrase-file", "-"],
                input=SECRET, stdout=out, stderr=subprocess.PIPE, check=False, env=environment(home),
            )  # fmt: skip
        assert done.returncode == code, done.stderr
        assert bool((home / "out.json").stat().st_size) == (code == 0)
        assert (dossier.read_bytes() == before) == (code == 2)
    assert "--plain" not in opened(home, "show", dossier).out


def test_showing_the_record_is_noted_in_the_ledger(home, dossier):
    opened(home, "show", dossier, "--json")
    assert "Release 1: record.json, plain" in opened(home, "show", dossier).out


def test_people_and_an_agenda_are_taken_in_together(home, empty):
    (home / "people.csv").write_text("display_name;party\nNadia Ferro;North\nOmar Bellwether;South\n", "utf-8")
    (home / "agenda.md").write_text("# Morning\n\n- Shared wells (40 min)\n- Transit (30 min)\n", "utf-8")
    dry = opened(home, "import", empty, home / "people.csv", home / "agenda.md", "--dry-run")
    assert dry.code == 0, dry.err
    assert "Nadia Ferro" in dry.out
    assert "people: 0" in opened(home, "show", empty).out
    assert opened(home, "import", empty, home / "people.csv", home / "agenda.md").code == 0
    shown = opened(home, "show", empty).out
    assert "parties: 2, people: 2" in shown


def test_one_bad_file_keeps_all_of_them_out(home, empty):
    (home / "good.csv").write_text("display_name\nNadia Ferro\n", "utf-8")
    (home / "bad.csv").write_text("display_name\n\u202eOmar\n", "utf-8")
    refused(opened(home, "import", empty, home / "good.csv", home / "bad.csv"), 1)
    assert "people: 0" in opened(home, "show", empty).out


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("people.json", b'{"people": [' + b"[" * 100_000),
        ("people.csv", b"display_name\nA\0B\n"),
        ("people.csv", b"display_name\n\xff\xfe\xff\n"),
        ("people.xlsx", b"PK\x03\x04 not a workbook"),
        ("record.json", b'{"format": "t2desk-record", "version": 1e999}'),
        ("record.json", b'{"format": "t2desk-record", "version": 99}'),
        ("people.exe", b"MZ"),
    ],
)
def test_a_hostile_source_is_one_sentence(home, empty, name, content):
    (home / name).write_bytes(content)
    before = empty.read_bytes()
    ran = opened(home, "import", empty, home / name)
    assert ran.code in {1, 2}
    refused(ran, ran.code)
    assert empty.read_bytes() == before


def test_an_edition_is_written_and_its_fingerprint_told(home, dossier):
    target = home / "agenda.pdf"
    ran = opened(home, "export", dossier, "--edition", "agenda", "--out", target, "--session", "s01")
    assert ran.code == 0, ran.err + ran.out
    assert target.read_bytes().startswith(b"%PDF-")
    assert hashlib.sha256(target.read_bytes()).hexdigest() in ran.out
    assert {name for name in names_in(home) if "part" in name} == set()
    assert "Release 1: agenda.pdf" in opened(home, "show", dossier).out


def test_a_blocked_edition_lists_its_findings_and_is_not_written(home, dossier):
    with opening(dossier) as open_dossier:
        open_dossier.desk.perform("section.write", {"text": "Nadia Ferro opened the meeting.", "kind": "context"})
    target = home / "report.pdf"
    ran = opened(home, "export", dossier, "--edition", "report", "--out", target)
    refused(ran, 1)
    findings = [json.loads(line) for line in ran.lines()]
    assert any(one["level"] == "block" and one["person"] == "p01" for one in findings)
    assert set(findings[0]) == {"file", "line", "start", "end", "text", "kind", "person", "level", "why"}
    assert not target.exists()
    assert "No edition has left" in opened(home, "show", dossier).out


def test_an_export_into_a_missing_folder_writes_nothing(home, dossier):
    target = home / "nowhere" / "agenda.pdf"
    ran = opened(home, "export", dossier, "--edition", "agenda", "--out", target, "--session", "s01")
    refused(ran, 1)
    assert not target.parent.exists()
    assert "No edition has left" in opened(home, "show", dossier).out


@pytest.mark.parametrize("ending", [".docx", ".md", ".pdf"])
def test_an_edition_is_written_by_its_ending_and_holds_nothing_outside_the_list(home, dossier, ending):
    target = home / f"agenda{ending}"
    ran = opened(home, "export", dossier, "--edition", "agenda", "--out", target, "--session", "s01")
    assert ran.code == 0
    assert target.exists()
    if ending != ".md":
        assert t2desk(home, "inspect", target).code == 0


def test_a_folder_with_typefaces_must_be_there(home, dossier):
    target = home / "agenda.pdf"
    wanted = ["export", dossier, "--edition", "agenda", "--out", target, "--session", "s01", "--fonts"]
    assert opened(home, *wanted, home / "nowhere").code == 2
    assert not target.exists()
    assert opened(home, *wanted, home).code == 0


def test_inspect_lists_what_is_outside_and_says_so_at_the_end(home):
    packed = home / "foreign.docx"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
        archive.writestr("docProps/app.xml", "<P><Company>Acme</Company></P>")
    ran = t2desk(home, "inspect", "--json", packed)
    told = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.code == 1
    assert {"file": str(packed), "kind": "metadata", "where": "docProps/app.xml", "text": "Company: Acme",
            "outside": True} in told  # fmt: skip
    assert ran.err.splitlines()[-1].startswith("t2desk: ")


@pytest.mark.parametrize("more", [["--side", "north"], ["--copy", "1"], []])
def test_a_clearance_draft_wants_a_side_and_a_number(home, dossier, more):
    target = home / "clearance.pdf"
    ran = opened(home, "export", dossier, "--edition", "clearance", "--out", target, *more)
    assert (ran.code, target.exists()) == (2, False)


def test_the_editions_are_listed(home):
    ran = t2desk(home, "editions")
    assert ran.code == 0
    assert all(f"\n{name} (" in "\n" + ran.out for name in ("report", "readout", "agenda", "process", "record"))
    assert ran.out.count("may contain: ") == len(ran.lines()) / 2


def test_check_finds_somebody_and_says_where(home):
    (home / "people.csv").write_text("id,display_name\np1,Nadia Ferro\n", "utf-8")
    (home / "bad.txt").write_text("Nobody here.\nThen Nadia Ferro spoke.\n", "utf-8")
    ran = t2desk(home, "check", "--people", home / "people.csv", home / "bad.txt")
    assert (ran.code, ran.err) == (1, "")
    found = json.loads(ran.lines()[0])
    assert (found["line"], found["person"], found["level"]) == (2, "p1", "block")
    text = "Then Nadia Ferro spoke."
    assert text[found["start"] : found["end"]] == found["text"]


def test_check_of_a_clean_text_says_nothing(home):
    (home / "people.csv").write_text("id,display_name\np1,Nadia Ferro\n", "utf-8")
    ran = t2desk(home, "check", "--people", home / "people.csv", "-", stdin=b"The wells are metered.\n")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_verify_says_it_is_sound(home, dossier):
    ran = opened(home, "verify", dossier)
    assert ran.code == 0, ran.err
    assert ran.lines()[0].startswith("Sound: ")
    assert ran.lines()[1].startswith("Head: ")


def test_a_backup_is_restored_equal(home, dossier):
    copy, again = home / "copy.t2d", home / "again.t2d"
    made = opened(home, "backup", dossier, copy)
    assert made.code == 0, made.err
    back = opened(home, "restore", copy, again)
    assert back.code == 0, back.err
    head = opened(home, "verify", dossier).lines()[1]
    assert head.removeprefix("Head: ") in made.out
    assert head.removeprefix("Head: ") in back.out
    with opening(dossier) as one, opening(again) as other:
        assert one.head_words() == other.head_words()


def test_a_backup_is_looked_into_before_it_is_restored(home, dossier):
    listed = t2desk(home, "backup", dossier, "--list")
    newest = listed.lines()[0].split("  ")[0]
    assert [line.partition(".t2d  ")[0][-6:] for line in listed.lines()] == ["000002", "000001"]
    assert t2desk(home, "restore", newest, "--preview", "--passphrase-file", "-", stdin=b"wrong\n").code == 1
    before = names_in(home)
    seen = opened(home, "restore", newest, "--preview")
    assert (seen.code, seen.lines()[0]) == (0, "Water and transit")
    assert seen.lines()[-1] == opened(home, "verify", dossier).lines()[-1]
    assert names_in(home) == before
    refused(opened(home, "restore", newest), 2)
    refused(opened(home, "backup", dossier), 2)


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_a_copy_overwrites_nothing(home, dossier, command):
    (home / "there.t2d").write_bytes(b"something else")
    refused(opened(home, command, dossier, home / "there.t2d"), 1, "already exists")
    assert (home / "there.t2d").read_bytes() == b"something else"
    refused(opened(home, command, dossier, home / "nowhere" / "copy.t2d"), 1, "nowhere")


def test_doctor_looks_at_the_laptop(home):
    ran = t2desk(home, "doctor")
    assert ran.code in {0, 1}
    assert "cipher: present" in ran.out
    if ran.code:
        assert any(line.startswith("bad") for line in ran.lines())


def test_the_passphrase_is_never_an_argument(home):
    assert PASSPHRASE not in " ".join(t2desk(home, "show", "--help").out.split())
    refused(t2desk(home, "show", "x.t2d", "--passphrase", PASSPHRASE), 2)
