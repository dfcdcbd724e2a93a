"""The log proves the past: whatever is changed behind its back is found."""

import contextlib
import json

import pytest

from t2desk.domain.desk_errors import DataDamaged, StillReferred
from t2desk.domain.errors import DeskError
from t2desk.domain.keys import key_to_text
from t2desk.services.record import whole_record
from t2desk.vault.header import COPIES_BYTES
from tests.storage.dossiers import PAGE, make, note, opening, perform, session, sql

ENTRY = "(SELECT number FROM log WHERE segment = 's01' ORDER BY number LIMIT 1 OFFSET 1)"
TAMPERING = {
    "a link": f"UPDATE log SET link = randomblob(32) WHERE segment = 's01' AND number = {ENTRY}",
    "a commitment": f"UPDATE log SET commitment = randomblob(32) WHERE segment = 's01' AND number = {ENTRY}",
    "a salt": f"UPDATE log SET salt = randomblob(16) WHERE segment = 's01' AND number = {ENTRY}",
    "an operation": f"UPDATE log SET operation = 'note.remove' WHERE segment = 's01' AND number = {ENTRY}",
    "a dropped entry": f"DELETE FROM log WHERE segment = 's01' AND number = {ENTRY}",
    "the last entry dropped": "DELETE FROM log WHERE segment = 's01' AND number = (SELECT max(number) FROM log)",
    "all entries dropped": "DELETE FROM log WHERE segment = 's01'",
    "a segment without its head": "DELETE FROM log WHERE segment = 's01' AND digest <> zeroblob(32)",
    "a segment of nobody's": "INSERT INTO log VALUES ('s99', 1, 'note.add', x'', x'', randomblob(32), NULL)",
    "a digest too many": f"UPDATE log SET digest = randomblob(32) WHERE segment = 's01' AND number = {ENTRY}",
    "words": "UPDATE notes SET own_words = 'other' WHERE own_words = 'second'",
    "a note dropped": "DELETE FROM notes WHERE own_words = 'second'",
    "a note added": "INSERT INTO notes SELECT 77, session, item, kind, own_words, '', rule FROM notes LIMIT 1",
    "a session's state": "UPDATE sessions SET state = 'adjourned'",
    "a time": "UPDATE traces SET at = '000000000000001 0 x' WHERE rowid = (SELECT min(rowid) FROM traces)",
    "the digest": "UPDATE log SET digest = randomblob(32) WHERE digest <> zeroblob(32) AND segment = 's01'",
    "a reference to nothing": "UPDATE notes SET session = 's99' WHERE own_words = 'second'",
}


@pytest.mark.parametrize("what", TAMPERING)
def test_verify_finds_what_was_tampered_with(dossier, what):
    dossier.verify()
    sql(dossier, "PRAGMA foreign_keys = OFF")
    sql(dossier, TAMPERING[what])
    assert sql(dossier, "SELECT changes()") > [(0,)]
    with pytest.raises(DataDamaged):
        dossier.verify()


def test_verify_finds_entries_that_changed_places(dossier):
    sql(dossier, "UPDATE log SET number = 99 WHERE segment = 's01' AND number = 2")
    sql(dossier, "UPDATE log SET number = 2 WHERE segment = 's01' AND number = 3")
    sql(dossier, "UPDATE log SET number = 3 WHERE segment = 's01' AND number = 99")
    with pytest.raises(DataDamaged):
        dossier.verify()


def test_opening_finds_a_tail_that_does_not_hang_together(path):
    with opening(path) as dossier:
        perform(dossier, note("one"))
        sql(dossier, "UPDATE log SET commitment = randomblob(32) WHERE number = (SELECT max(number) FROM log)")
    with pytest.raises(DataDamaged), opening(path):
        pass


def test_the_head_changes_with_every_act_and_stays_over_a_closing(path):
    with opening(path) as dossier:
        heads = [dossier.head_words()]
        for text in ("one", "two"):
            perform(dossier, note(text))
            heads.append(dossier.head_words())
    assert len(set(heads)) == 3
    with opening(path) as dossier:
        assert dossier.head_words() == heads[-1]


def test_the_log_holds_names_of_operations_and_nothing_of_content_or_time(dossier):
    rows = sql(dossier, "SELECT operation, salt, commitment, link FROM log WHERE segment = 's01' ORDER BY number")
    assert [row[0] for row in rows] == ["session.open", "note.add", "note.add", "note.add"]
    assert {len(part) for row in rows for part in row[1:]} == {16, 32}
    columns = [row[1] for row in sql(dossier, "PRAGMA table_info(log)")]
    assert columns == ["segment", "number", "operation", "salt", "commitment", "link", "digest"]


def test_only_the_last_entry_of_a_segment_has_a_digest(dossier):
    perform(dossier, note("one more"))
    last = sql(dossier, "SELECT segment, max(number) FROM log GROUP BY segment ORDER BY segment")
    assert sql(dossier, "SELECT segment, number FROM log WHERE digest <> zeroblob(32) ORDER BY segment") == last


def test_equal_acts_leave_unequal_entries(dossier):
    perform(dossier, note("same"), note("same"))
    assert len(sql(dossier, "SELECT DISTINCT commitment FROM log WHERE segment = 's01'")) == 6


def test_undo_and_redo_are_logged_under_the_session(path):
    with opening(path) as dossier:
        perform(dossier, note("taken back"))
        dossier.desk.undo()
        dossier.desk.redo()
        rows = sql(dossier, "SELECT operation FROM log WHERE segment = 's01' ORDER BY number")
        assert [row[0] for row in rows] == ["session.open", "note.add", "undo", "redo"]
        dossier.verify()


def test_a_read_and_a_refusal_leave_no_entry(dossier):
    before = dossier.head_words(), sql(dossier, "SELECT count(*) FROM log")
    dossier.desk.read(whole_record)
    with pytest.raises(DeskError):
        perform(dossier, note(""))
    assert (dossier.head_words(), sql(dossier, "SELECT count(*) FROM log")) == before
    dossier.verify()


def test_a_settled_session_is_one_entry_and_the_chain_still_verifies(dossier):
    perform(dossier, ("session.close", {}))
    rows = sql(dossier, "SELECT number, operation, length(salt), length(commitment) FROM log WHERE segment = 's01'")
    assert rows == [(1, "session.close", 0, 0)]
    assert sql(dossier, "SELECT digest FROM log WHERE segment = 's01'") == [(bytes(32),)]
    dossier.verify()
    perform(dossier, session("Afternoon"), note("later"))
    assert dossier.verify()["log_entries"] == len(sql(dossier, "SELECT * FROM log"))


def test_work_on_a_settled_session_is_logged_with_the_series(dossier):
    perform(dossier, ("session.close", {}), ("section.write", {"text": "Prose.", "session": "s01"}))
    assert len(sql(dossier, "SELECT * FROM log WHERE segment = 's01'")) == 1
    dossier.verify()


def test_a_commit_that_the_database_refused_leaves_no_gap(dossier):
    perform(dossier, ("person.add", {"display_name": "Nadia Ferro"}), ("turn.start", {"person": "p01"}))
    with pytest.raises(StillReferred):
        perform(dossier, ("person.remove", {"person": "p01"}))
    perform(dossier, ("draft.save", {"id": "note", "text": "half a line"}), note("whole"))
    dossier.verify()


def put_back(new, old, number):
    at = number * PAGE
    return new[:at] + old[at : at + PAGE] + new[at + PAGE :]


def differing(old, new):
    return [at // PAGE for at in range(0, min(len(old), len(new)), PAGE) if old[at : at + PAGE] != new[at : at + PAGE]]


def outcome(path):
    """Return the record if everything verifies, else None."""
    with contextlib.suppress(DeskError), opening(path) as dossier:
        dossier.verify()
        return json.dumps(dossier.desk.read(whole_record))
    return None


def test_a_page_put_back_from_an_older_copy_is_found(tmp_path):
    path = make(tmp_path / "series.t2d", session(), *[note(f"line {number} " * 200) for number in range(12)])
    old = path.read_bytes()
    with opening(path) as dossier:
        keys = [row[0] for row in sql(dossier, "SELECT key FROM notes")]
        for key in keys[:4]:
            perform(dossier, ("note.reword", {"note": key_to_text(key), "neutral": "put better"}))
        now = json.dumps(dossier.desk.read(whole_record))
    new = path.read_bytes()
    found = 0
    for number in differing(old[:-COPIES_BYTES], new[:-COPIES_BYTES]):
        path.write_bytes(put_back(new, old, number))
        result = outcome(path)
        # A page that holds nothing but counters may be put back unseen: then nothing is lost.
        assert result in {None, now}
        found += result is None
        path.with_name("series.t2d-keys").unlink(missing_ok=True)
    assert found >= 3
