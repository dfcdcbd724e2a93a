"""The ledger: what it says of a release is what the page says, and the record never leaves in plain."""

import hashlib

import pytest

from t2desk.app.pressing import gate_for
from t2desk.domain.desk_errors import NamesClosed, NothingToUndo, UnknownFormat
from t2desk.domain.ledger import Release
from t2desk.domain.people import RosterPerson
from t2desk.i18n import Phrases
from t2desk.services.exports import draw_edition, export_edition, order
from t2desk.services.releases import Entry, note_entry, note_shown, take_back
from t2desk.services.series_record import release_lines
from tests.services.conftest import begin_sitting, furnish
from tests.services.editions.presses import PlainPress, Shelf

PLAIN = ("report", "readout", "agenda")


def leave(room, edition, session=None, passphrase=None, shelf=None):
    wanted = order(edition, session, ".pdf", passphrase)
    return export_edition(room.desk, wanted, PlainPress(), gate_for, Phrases, shelf or Shelf())


@pytest.fixture
def two_sessions(room):
    furnish(begin_sitting(room))
    room.do("rule.set", preset="not_for_attribution")
    room.do("session.adjourn")
    room.do("session.open", title="Second")
    room.do("item.add", title="Roads", minutes=10)
    room.do("step.add", what="Count the roads")
    room.do("rule.set", preset="on_the_record")
    room.do("rule.set", preset="background")
    return room


@pytest.mark.parametrize("edition", ["report", "readout"])
def test_an_edition_of_the_last_session_is_noted_under_it_though_nobody_named_it(two_sessions, edition):
    leave(two_sessions, edition)
    release = two_sessions.one(Release)
    assert (release.edition, release.format, release.session) == (edition, ".pdf", "s02")


def test_the_rule_in_the_ledger_is_the_one_that_the_page_names(two_sessions):
    """Three rules were in force in the second session: the page names the strictest, not the last."""
    shelf = Shelf()
    leave(two_sessions, "report", "s02", shelf=shelf)
    assert two_sessions.one(Release).rule == "chatham_house"
    assert "Chatham House Rule" in shelf.published[0].decode()
    assert "On background" not in shelf.published[0].decode()


@pytest.mark.parametrize(("edition", "secret"), [("agenda", None), ("record", "six plain words")])
def test_an_edition_of_the_whole_is_noted_without_a_session(two_sessions, edition, secret):
    leave(two_sessions, edition, passphrase=secret)
    assert (two_sessions.one(Release).session, two_sessions.one(Release).rule) == (None, "")


def test_each_release_has_the_next_number_and_the_fingerprint_of_its_bytes(two_sessions):
    shelf = Shelf()
    done = [leave(two_sessions, edition, shelf=shelf) for edition in PLAIN]
    noted = sorted(two_sessions.all(Release), key=lambda release: release.number)
    assert [(release.number, release.edition) for release in noted] == list(enumerate(PLAIN, start=1))
    assert [hashlib.sha256(content).hexdigest() for content in shelf.published] == [one.sha256 for one in done]
    assert [release.sha256 for release in noted] == [one.sha256 for one in done]


def test_a_release_is_not_undone_and_its_number_not_given_again_while_it_stands(room):
    begin_sitting(room)
    room.do("step.add", what="Count the wells")
    leave(room, "report")
    room.desk.undo()  # the step, not the release
    assert len(room.all(Release)) == 1
    leave(room, "agenda")
    assert sorted(release.number for release in room.all(Release)) == [1, 2]
    room.verify()


def test_a_release_taken_back_is_gone_from_the_ledger_alone(room):
    begin_sitting(room)
    before = room.image()
    take_back(room.desk, note_entry(room.desk, Entry("report", ".pdf", None, "", "ab")))
    assert room.image() == before
    operations = {operation for (operation,) in room.query("SELECT operation FROM log")}
    assert {"release", "release.taken_back"} <= operations
    room.verify()


def test_a_session_that_is_settled_keeps_its_releases(two_sessions):
    leave(two_sessions, "report")
    two_sessions.do("session.close")
    assert two_sessions.one(Release).session == "s02"
    with pytest.raises(NothingToUndo):
        two_sessions.desk.undo()


@pytest.mark.parametrize("passphrase", [None, ""])
def test_the_record_never_leaves_without_a_passphrase_whoever_asks(two_sessions, passphrase):
    shelf = Shelf()
    before = two_sessions.image()
    with pytest.raises(ValueError, match="record"):
        leave(two_sessions, "record", passphrase=passphrase, shelf=shelf)
    assert (shelf.staged, two_sessions.image()) == ([], before)


@pytest.mark.parametrize("edition", [*PLAIN, "record"])
def test_while_the_names_are_closed_nothing_leaves(two_sessions, edition, monkeypatch):
    def closed(_sealer, _sealed, _associated):
        raise NamesClosed

    monkeypatch.setattr("tests.services.desks.MarkingSealer.open", closed)
    shelf = Shelf()
    with pytest.raises(NamesClosed):
        leave(two_sessions, edition, passphrase="six plain words" if edition == "record" else None, shelf=shelf)
    assert (shelf.staged, two_sessions.all(Release)) == ([], ())


def test_drawing_alone_notes_nothing_and_writes_nothing(two_sessions):
    before = two_sessions.image()
    drawn = draw_edition(two_sessions.desk, order("report", None, ".pdf"), PlainPress(), gate_for, Phrases)
    assert (drawn.session, drawn.rule) == ("s02", "chatham_house")
    assert two_sessions.image() == before


def test_a_format_that_the_edition_has_not_is_refused_with_those_it_has():
    with pytest.raises(UnknownFormat) as refusal:
        order("report", None, ".exe")
    assert refusal.value.details["words"] == ".pdf, .docx, .md"
    assert order("report", None, ".PDF").ending == ".pdf"


def test_the_gate_asks_for_the_people_of_this_dossier(two_sessions):
    asked = []

    def noting(people):
        asked.append(people)
        return gate_for((RosterPerson("x", "Nobody Here"),))

    draw_edition(two_sessions.desk, order("report", None, ".pdf"), PlainPress(), noting, Phrases)
    assert [len(people) for people in asked] == [6]


def test_the_list_of_what_left_begins_with_the_latest_and_says_of_what_and_under_which_rule(two_sessions):
    leave(two_sessions, "report")
    leave(two_sessions, "agenda")
    note_shown(two_sessions.desk)
    told = two_sessions.desk.read(release_lines)
    assert [(line.number, line.edition, line.session, line.rule) for line in told] == [
        (3, "record", "", ""), (2, "agenda", "", ""), (1, "report", "Second", "Chatham House Rule"),
    ]  # fmt: skip
