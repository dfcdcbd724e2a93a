"""People and parties by keys alone."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from t2desk.domain.attendance import Attendance
from t2desk.domain.people import Identity, Party, Person
from t2desk.domain.sections import Draft

ALT = Qt.KeyboardModifier.AltModifier


def seated(room, *names):
    for name in names:
        room.do("person.add", display_name=name, party="North")
    return room


def test_a_new_dossier_says_what_to_do_first(prepared):
    shown = prepared("people")
    assert shown.find("peopleEmpty").isVisible()
    assert not shown.find("peopleList").isVisible()


def test_people_are_added_one_after_the_other(prepared, room):
    shown = prepared("people")
    shown.find("personParty").setText("North")
    shown.type("personName", "Ana")
    shown.type("personName", "Bob")
    assert [row.split(", ")[:3] for row in shown.rows("peopleList")] == [
        ["1", "Ana", "North"],
        ["2", "Bob", "no party"],
    ]
    assert shown.find("personName").hasFocus()
    assert room.one(Party).name == "North"


def test_what_is_half_typed_comes_back_when_the_view_is_built_again(prepared, room, qtbot):
    shown = prepared("people")
    shown.type("personName", "Anast", enter=False)
    qtbot.waitUntil(lambda: [draft.text for draft in room.all(Draft)] == ["Anast"])
    again = prepared("people")
    assert again.find("personName").text() == "Anast"


def test_a_seat_is_changed_by_key_and_the_person_stays_chosen(prepared, room):
    seated(room, "Ana", "Bob", "Cy")
    shown = prepared("people")
    shown.key("peopleList", Qt.Key.Key_Down, ALT)
    assert [row.split(", ")[1] for row in shown.rows("peopleList")] == ["Bob", "Ana", "Cy"]
    assert shown.find("peopleList").current().name == "Ana"
    shown.key("peopleList", Qt.Key.Key_Up, ALT)
    shown.key("peopleList", Qt.Key.Key_Up, ALT)
    assert [row.split(", ")[1] for row in shown.rows("peopleList")] == ["Ana", "Bob", "Cy"]


def test_somebody_removed_comes_back_by_the_button(prepared, room):
    seated(room, "Ana", "Bob")
    shown = prepared("people")
    shown.key("peopleList", Qt.Key.Key_Delete)
    bar = shown.find("undoBar")
    assert bar.isVisible()
    assert "Ana" in shown.find("undoText").text()
    shown.key("undoButton", Qt.Key.Key_Space)
    assert len(room.all(Person)) == 2
    assert not bar.isVisible()


def test_who_has_taken_part_stays_and_it_is_said(prepared, room):
    seated(room, "Ana")
    room.acts(("session.open", {"title": "First"}), ("turn.start", {"person": "p01"}))
    shown = prepared("people")
    shown.key("peopleList", Qt.Key.Key_Delete)
    assert "Ana" in shown.said[0]
    assert len(room.all(Person)) == 1


def test_a_field_writes_itself_when_it_is_left(prepared, room):
    seated(room, "Ana")
    shown = prepared("people")
    shown.key("peopleList", Qt.Key.Key_Return)
    assert shown.find("person-descriptor").hasFocus()
    QTest.keyClicks(shown.find("person-descriptor"), "a chemist")
    QTest.keyClick(shown.find("person-descriptor"), Qt.Key.Key_Tab)
    assert room.one(Person).descriptor == "a chemist"
    shown.type("person-party", "South")
    assert {party.name for party in room.all(Party)} == {"North", "South"}
    shown.type("person-aliases", "An; Anna")
    assert room.one(Identity).aliases == ("An", "Anna")


def test_a_name_that_is_emptied_is_refused_under_its_field(prepared, room):
    seated(room, "Ana")
    shown = prepared("people")
    shown.type("person-display-name", " ")
    assert shown.find("person-display-nameError").isVisible()
    assert room.one(Identity).display_name == "Ana"


def test_space_notes_attendance_in_the_open_session(prepared, room):
    seated(room, "Ana")
    room.do("session.open", title="First")
    shown = prepared("people")
    for presence in ("present", "left", "present"):
        shown.key("peopleList", Qt.Key.Key_Space)
        assert room.one(Attendance).presence == presence


def test_a_party_is_renamed_and_refused_a_name_that_is_taken(prepared, room):
    seated(room, "Ana")
    room.do("party.add", name="South")
    shown = prepared("people")
    shown.key("people-parties", Qt.Key.Key_Space)
    shown.type("partyName", "Far North")
    assert [party.name for party in room.all(Party)] == ["Far North", "South"]
    shown.type("partyName", "south")
    assert shown.find("partyNameError").isVisible()
