"""What the capture line may offer: issue words of this dossier, never a word of anybody's name."""

import pytest

from t2desk.app.naming import NameFinder
from t2desk.domain.desk_errors import NamesClosed
from t2desk.domain.findings import Level
from t2desk.domain.fingerprints import fingerprint
from t2desk.services.capture_views import capture_room, issue_words
from t2desk.services.point_views import ground_view, point_view
from tests.services.desks import id_of


@pytest.fixture
def named(sitting):
    sitting.do("person.add", display_name="Radovan Kelmirov", given="Radovan", family="Kelmirov", name_native="Радован",
               aliases=["Rado"], party="South", descriptor="a practitioner")  # fmt: skip
    return sitting


def test_words_used_before_are_offered_and_the_most_used_first(named):
    for text in ("metering of wells", "metering and monitoring", "metering once more"):
        named.do("note.add", text=text)
    words = named.desk.read(issue_words)
    assert words[0] == "metering"
    assert {"monitoring", "wells", "Opening", "Steps"} <= set(words)


@pytest.mark.parametrize(
    "text",
    ["Radovan spoke", "KELMIROV spoke", "Kelmirovs idea", "Radovane", "Радован сказал", "Радованом", "Rado-like"],
)
def test_no_word_of_a_name_is_ever_offered(named, text):
    named.do("note.add", text=f"{text} about irrigation", neutral=f"{text} again")
    words = {word.casefold() for word in named.desk.read(issue_words)}
    assert "irrigation" in words
    assert not {word for word in words if word.startswith(("rado", "kelm", "радо"))}


def test_nothing_is_offered_while_the_names_are_closed(named, monkeypatch):
    def closed(_sealed, _associated):
        raise NamesClosed

    named.do("note.add", text="metering")
    monkeypatch.setattr("tests.services.desks.MarkingSealer.open", lambda *_a: closed(*_a[1:]))
    assert named.desk.read(issue_words) == ()
    assert NameFinder(named.desk).find("Radovan Kelmirov") == ()


def test_the_room_says_under_what_it_takes_in(named):
    room = named.desk.read(capture_room)
    assert (room.session, room.off_record, room.takes_nothing, room.names_may_stand) == ("s01", False, False, False)
    assert room.titles == ((1, "Opening"), (2, "Sources"), (3, "Steps"))
    named.do("rule.set", preset="on_the_record")
    assert named.desk.read(capture_room).names_may_stand
    named.do("rule.set", preset="off_the_record")
    assert named.desk.read(capture_room).takes_nothing
    named.do("off_record.begin")
    assert named.desk.read(capture_room).off_record


def test_a_name_is_found_with_the_neutral_words_and_a_new_one_at_once(named):
    finder = NameFinder(named.desk)
    (found,) = finder.find("then Radovan Kelmirov spoke")
    assert (found.start, found.end, found.text) == (5, 21, "Radovan Kelmirov")
    assert (found.level, found.descriptor) == (Level.BLOCK, "a practitioner")
    assert finder.find("then Sanneke Orwyll spoke") == ()
    named.do("person.add", display_name="Sanneke Orwyll", given="Sanneke", family="Orwyll")
    assert [one.descriptor for one in finder.find("then Sanneke Orwyll spoke")] == [""]


def test_points_stand_in_the_order_of_the_agenda(named):
    late = named.do("point.propose", text="late", item="i03")
    early = named.do("point.propose", text="early", item="i01")
    view = named.desk.read(ground_view)
    assert [(row.number, row.key, row.item) for row in view.points] == [
        (1, id_of(early), "Opening"), (2, id_of(late), "Steps"),
    ]  # fmt: skip
    assert view.still_open() == 2


def test_a_point_whole_keeps_each_concern_with_its_wording(named):
    point = named.do("point.propose", text="The wells are shared")
    named.do("point.concern", point=id_of(point), text="Too far")
    named.do("point.word", point=id_of(point), text="The wells are metered")
    view = named.desk.read(lambda work: point_view(work, point.key))
    assert [(one.number, one.is_current, bool(one.changes)) for one in view.wordings] == [
        (2, True, True),
        (1, False, False),
    ]
    assert [(one.wording, one.is_about_current) for one in view.concerns] == [(1, False)]
    assert view.row.reservations == 0
    assert view.fingerprint == fingerprint("The wells are metered") != fingerprint("The wells are shared")
