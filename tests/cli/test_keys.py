"""`t2desk key` from outside: several people's passphrases, codes and shares, and who is shut out, really."""

import json
import re
import shutil

import pytest

from tests.cli.outside import SECRET, opened, refused, t2desk
from tests.storage.dossiers import PASSPHRASE

THEIRS, NEW = "plum kettle harbour sixteen violet", "carbon meadow whistle fourteen birch"


def listed(home, dossier, secret=SECRET):
    ran = t2desk(home, "key", "list", dossier, "--json", "--passphrase-file", "-", stdin=secret)
    assert ran.code == 0, ran.err
    return [json.loads(line) for line in ran.lines()]


def opens(home, dossier, secret):
    return t2desk(home, "show", dossier, "--passphrase-file", "-", stdin=secret.encode() + b"\n").code == 0


def key(home, act, dossier, *arguments, secret=PASSPHRASE):
    return t2desk(home, "key", act, dossier, *arguments, "--passphrase-file", written(home, "mine", secret), stdin=b"")


def written(home, name, text):
    path = home / f"{name}.txt"
    path.write_text(text + "\n", "utf-8")
    return path


def code_in(ran):
    return re.search(r"Recovery code: (\S+)", ran.out).group(1)


def test_several_people_each_by_their_own_passphrase(home, empty):
    ran = key(home, "add", empty, "--label", "Rapporteur", "--new-passphrase-file", written(home, "theirs", THEIRS))
    assert ran.code == 0, ran.err
    assert [(way["kind"], way["label"]) for way in listed(home, empty)] == [
        ("passphrase", ""), ("recovery", ""), ("person", "Rapporteur"),
    ]  # fmt: skip
    assert opens(home, empty, PASSPHRASE)
    assert opens(home, empty, THEIRS)
    refused(
        key(home, "add", empty, "--label", "Rapporteur", "--new-passphrase-file", written(home, "new", NEW)), 1, "label"
    )


def test_a_name_from_the_file_is_no_passphrase(home, dossier):
    typed = written(home, "new", "meadow Bellwether carbon whistle")
    refused(key(home, "add", dossier, "--label", "Second", "--new-passphrase-file", typed), 1, "name")
    assert len(listed(home, dossier)) == 2


def test_a_changed_passphrase_opens_and_the_old_one_no_more(home, empty):
    key(home, "add", empty, "--label", "Rapporteur", "--new-passphrase-file", written(home, "theirs", THEIRS))
    ran = key(home, "change", empty, "--new-passphrase-file", written(home, "new", NEW), secret=THEIRS)
    assert ran.code == 0, ran.err
    assert (opens(home, empty, NEW), opens(home, empty, THEIRS), opens(home, empty, PASSPHRASE)) == (True, False, True)


def test_whoever_is_removed_opens_neither_the_file_nor_its_backups_with_any_header(home, empty):
    key(home, "add", empty, "--label", "Rapporteur", "--new-passphrase-file", written(home, "theirs", THEIRS))
    key(home, "add", empty, "--label", "Chair", "--new-passphrase-file", written(home, "third", NEW))
    assert opened(home, "replay", empty, "-", stdin=b'{"op": "meeting.add", "title": "First"}\n').code == 0
    assert any(opens(home, backup, THEIRS) for backup in (home / "empty.t2d-backups").iterdir())
    old = home / "old.t2d"
    shutil.copy(empty, old)
    head = opened(home, "verify", empty).lines()[-1]
    rapporteur, chair = (way["id"] for way in listed(home, empty) if way["kind"] == "person")
    refused(key(home, "remove", empty, rapporteur), 1, "Chair")
    refused(key(home, "remove", empty, rapporteur, "--keep", f"{chair}={written(home, 'bad', THEIRS)}"), 1, "Chair")
    ran = key(home, "remove", empty, rapporteur, "--keep", f"{chair}={written(home, 'third', NEW)}")
    assert ran.code == 0, ran.err
    assert [opens(home, empty, one) for one in (PASSPHRASE, THEIRS, NEW, code_in(ran))] == [True, False, True, True]
    backups = sorted((home / "empty.t2d-backups").iterdir())
    assert backups
    for backup in backups:
        assert not opens(home, backup, THEIRS)
    # An old header with the old secret leads to no page of the new file.
    with_old = ["show", empty, "--header-from", old, "--passphrase-file", "-"]
    refused(t2desk(home, *with_old, stdin=THEIRS.encode() + b"\n"), 1)
    assert opens(home, old, THEIRS)  # what cannot be reached, as the command says
    assert "cannot be reached" in ran.err
    assert opened(home, "verify", empty).lines()[-1] == head


def test_without_renewal_old_copies_open_and_the_command_says_so(home, empty):
    key(home, "add", empty, "--label", "Rapporteur", "--new-passphrase-file", written(home, "theirs", THEIRS))
    (theirs,) = (way["id"] for way in listed(home, empty) if way["kind"] == "person")
    ran = key(home, "remove", empty, theirs, "--same-key")
    assert "still open" in ran.out
    assert not opens(home, empty, THEIRS)


def test_the_last_passphrase_stays(home, empty):
    (mine,) = (way["id"] for way in listed(home, empty) if way["kind"] == "passphrase")
    refused(key(home, "remove", empty, mine), 1, "last passphrase")
    refused(key(home, "remove", empty, "ffffffff"), 1, "ffffffff")
    refused(key(home, "remove", empty, mine, "--keep", "nothing"), 2)
    assert opens(home, empty, PASSPHRASE)


def test_a_new_code_takes_the_place_of_the_old_one_once_it_was_typed_back(home):
    dossier = home / "series.t2d"
    first = code_in(opened(home, "new", dossier, "--title", "Water and transit"))
    assert key(home, "recovery", dossier, "--confirm-file", written(home, "code", first)).code == 0
    second = code_in(key(home, "recovery", dossier))
    assert opens(home, dossier, first)
    refused(key(home, "recovery", dossier, "--confirm-file", written(home, "code", first)), 1, "newest")
    assert key(home, "recovery", dossier, "--confirm-file", written(home, "code", second)).code == 0
    assert (opens(home, dossier, first), opens(home, dossier, second)) == (False, True)
    assert [way["confirmed"] for way in listed(home, dossier)] == [True, True]


def test_no_recovery_only_by_typing_it_out(home, empty):
    refused(key(home, "recovery", empty, "--none", "yes"), 1, "nobody can help us")
    assert len(listed(home, empty)) == 2
    assert key(home, "recovery", empty, "--none", "Nobody can help us if we forget the passphrase").code == 0
    assert [way["kind"] for way in listed(home, empty)] == ["passphrase"]


def test_two_of_three_shares_open_and_one_does_not(home, empty):
    ran = key(home, "split", empty)
    shares = [line.partition(": ")[2] for line in ran.lines()]
    assert [len(share.split()) for share in shares] == [33, 33, 33]
    files = [written(home, f"share{number}", share) for number, share in enumerate(shares)]
    theirs = ["--new-passphrase-file", written(home, "theirs", THEIRS), "--label", "After the border"]
    refused(t2desk(home, "key", "join", empty, "--share-file", files[0], *theirs), 1, "2 shares")
    refused(t2desk(home, "key", "join", empty, "--share-file", files[0], "--share-file", files[0], *theirs), 1)
    assert t2desk(home, "key", "join", empty, "--share-file", files[2], "--share-file", files[0], *theirs).code == 0
    assert opens(home, empty, THEIRS)
    older = files[:2]
    key(home, "split", empty)
    joined = [argument for path in older for argument in ("--share-file", path)]
    refused(t2desk(home, "key", "join", empty, *joined, "--generate"), 1, "older set")


@pytest.mark.parametrize("act", ["list", "add", "remove", "change", "recovery", "split", "join"])
def test_each_has_help_with_an_example(home, act):
    ran = t2desk(home, "key", act, "--help")
    assert ran.code == 0
    assert f"t2desk key {act}" in " ".join(ran.out.partition("Example:")[2].split())
