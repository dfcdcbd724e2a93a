"""Conclusions, chair's summary, memo and clearance draft: joint texts as read back, and the rest marked as not."""

import pytest

from t2desk.app.pressing import gate_for
from t2desk.domain.desk_errors import NothingMayLeave, NothingToReport, NotThere
from t2desk.domain.documents import BulletList, Heading, Paragraph, Point
from t2desk.domain.edition_errors import CopyIsOut, NotAddressed, SideAndCopyWanted
from t2desk.domain.editions import Addressed
from t2desk.domain.ground import Handout
from t2desk.domain.ground_errors import EmbargoStands
from t2desk.domain.ledger import Release, ReleaseText
from t2desk.domain.people import Party
from t2desk.domain.series import Meeting
from t2desk.i18n import Phrases
from t2desk.services.distribution import copies_out, next_copy
from t2desk.services.exports import export_edition, order
from t2desk.services.gate import Blocked
from tests.services.desks import id_of
from tests.services.editions.presses import PlainPress, Shelf
from tests.services.editions.sessions import addressed, blocks, document, hold_whole_session, words_of

JOINT, OPEN_TEXT = "Both shores read the same gauge.", "A text that was only tested."
FOUR = ("conclusions", "chair", "memo", "clearance")


@pytest.fixture
def held(room):
    hold_whole_session(room)
    point = id_of(room.do("point.propose", text=OPEN_TEXT))
    for state in ("drafted", "tested", "agreed"):
        room.do("point.move", point=point, state=state)
    return room


def statements(value):
    return {block.statement.words: block for block in blocks(value, Point)}


def export(room, edition, of=None, session=None):
    shelf = Shelf()
    wanted = order(edition, session, ".pdf", None, addressed(room, edition) if of is None else of)
    export_edition(room.desk, wanted, PlainPress(), gate_for, Phrases, shelf)
    return shelf.published[0].decode()


def other_side(room):
    """Return a side other than the one the clearance draft is for."""
    return next(one.id for one in room.all(Party) if one.id != addressed(room, "clearance").side)


def test_only_what_was_read_back_and_agreed_stands_in_the_conclusions(held):
    (shown,) = blocks(document(held, "conclusions"), Point)
    assert (shown.statement.words, shown.support, shown.notes, shown.wordings) == (JOINT, (), (), ())
    assert OPEN_TEXT not in words_of(document(held, "conclusions"))


@pytest.mark.parametrize(("edition", "heading"), [("chair", "What was agreed"), ("memo", "Agreed")])
def test_under_what_was_agreed_stands_only_what_was_read_back(held, edition, heading):
    value = document(held, edition)
    under, found = "", {}
    for block in value.blocks:
        under = block.text.words if isinstance(block, Heading) else under
        if isinstance(block, Point):
            found.setdefault(under, []).append(block.statement.words)
    assert found.pop(heading) == [JOINT]
    assert OPEN_TEXT in [text for texts in found.values() for text in texts]


def test_without_a_joint_text_there_are_no_conclusions(furnished):
    with pytest.raises(NothingToReport):
        document(furnished, "conclusions")


@pytest.mark.parametrize("edition", FOUR)
def test_no_joint_edition_shows_steps_of_support_or_counts(held, edition):
    assert [block for block in blocks(document(held, edition), Point) if block.support] == []


@pytest.mark.parametrize("edition", ["report", "chair", "memo"])
def test_paragraphs_are_numbered_on_from_one(held, edition):
    numbers = [block.number.words for block in blocks(document(held, edition), Paragraph) if block.number]
    assert numbers == [f"{number}." for number in range(1, len(numbers) + 1)]
    assert len(numbers) > 1


@pytest.mark.parametrize("edition", FOUR)
def test_no_edition_leaves_under_a_rule_that_keeps_it_in_the_room_nor_before_its_day(held, edition):
    held.do("rule.dates", scope="meeting", of=held.all(Meeting)[0].id, embargo_until="2999-01-01")
    with pytest.raises(EmbargoStands):
        document(held, edition)
    held.do("rule.set", preset="off_the_record")
    with pytest.raises(NothingMayLeave):
        document(held, edition)


def test_those_who_asked_to_sign_are_named_once_and_nobody_else(held):
    assert "Ilka Thurnes" not in export(held, "conclusions")
    held.do("credit.ask", person="p02", edition="conclusions")
    assert export(held, "conclusions").count("Ilka Thurnes") == 1
    assert "Ilka Thurnes" not in export(held, "report")


def test_who_signs_is_still_not_named_in_any_other_text(held):
    held.do("credit.ask", person="p02", edition="conclusions")
    held.do("session.change", session="s01", title="What Ilka Thurnes proposed")
    with pytest.raises(Blocked) as blocked:
        export(held, "conclusions")
    assert {finding.person for finding in blocked.value.findings} == {"p02"}


def test_the_chair_is_named_only_where_the_room_lets_it_be_told(held):
    held.do("person.change", person="p03", role="chair")
    assert "Marek Vostrin" not in export(held, "chair")
    held.do("attendance.show", shown=["chairs"])
    assert export(held, "chair").count("Marek Vostrin") == 1


def test_a_memo_says_for_whom_it_is_and_says_so_where_nobody_is_named(held):
    assert "The water office" in export(held, "memo")
    assert "No recipient is named yet" in export(held, "memo", Addressed())


def test_an_interest_has_its_side_only_where_the_rule_lets_a_side_be_named(held):
    def interests():
        return [one.words for block in blocks(document(held, "memo"), BulletList) for one in block.items]

    assert "The fields are watered in May" in interests()
    held.do("rule.set", preset="on_the_record")
    assert "The fields are watered in May" in interests()  # the stricter rule held before still binds


def test_what_depends_on_another_point_is_said_by_number(held):
    numbers = {text: block.number.words for text, block in statements(document(held, "memo")).items()}
    assert len(set(numbers.values())) == len(numbers)
    said = [one.words for block in blocks(document(held, "memo"), BulletList) for one in block.items]
    assert any(words.startswith("Point ") and words.endswith("does.") for words in said)


def test_a_side_sees_in_its_draft_what_was_agreed_and_what_touches_it_and_only_its_own_concerns(held):
    value = document(held, "clearance")
    assert [note.text.words for block in blocks(value, Point) for note in block.notes] == ["Not in the dry months."]
    theirs = document(held, "clearance", of=Addressed(side=other_side(held), copy=1))
    assert [note for block in blocks(theirs, Point) for note in block.notes] == []
    assert len(blocks(theirs, Point)) < len(blocks(value, Point))
    assert "Support with reservation" not in words_of(value)


def test_a_copy_stands_in_the_ledger_and_in_the_register_and_can_come_back(held):
    export(held, "clearance")
    (release,) = held.all(Release)
    texts = {one.text for one in held.all(ReleaseText)}
    handed = [one for one in held.all(Handout) if one.copy == 3]
    assert (release.edition, {one.wording for one in handed}) == ("clearance", texts)
    (copy,) = held.desk.read(lambda work: copies_out(work, "s01"))
    assert (copy.copy, copy.returned, held.desk.read(lambda work: next_copy(work, "s01"))) == (3, False, 4)
    for one in handed:
        held.do("copy.return", handout=id_of(one))
    assert held.desk.read(lambda work: copies_out(work, "s01"))[0].returned


def test_the_same_copy_is_made_twice_for_one_side_and_never_for_another(held):
    export(held, "clearance")
    before = held.all(Handout)
    export(held, "clearance")
    assert held.all(Handout) == before
    with pytest.raises(CopyIsOut):
        export(held, "clearance", Addressed(side=other_side(held), copy=3))
    assert len(held.all(Release)) == 2


def test_a_draft_that_got_no_name_is_in_neither_ledger_nor_register(held):
    class Failing:
        def publish(self):
            raise OSError

        def discard(self):
            pass

    wanted = order("clearance", None, ".pdf", None, addressed(held, "clearance"))
    with pytest.raises(OSError):
        export_edition(held.desk, wanted, PlainPress(), gate_for, Phrases, lambda _content: Failing())
    assert (held.all(Release), held.all(Handout)) == ((), ())


@pytest.mark.parametrize(
    ("edition", "of", "refusal"),
    [
        ("clearance", Addressed(), SideAndCopyWanted),
        ("clearance", Addressed(side="x"), SideAndCopyWanted),
        ("clearance", Addressed(side="x", copy=-1), SideAndCopyWanted),
        ("report", Addressed(side="x", copy=1), NotAddressed),
        ("report", Addressed(("The office",)), NotAddressed),
        ("memo", Addressed(side="x", copy=1), NotAddressed),
    ],
)
def test_an_edition_is_addressed_as_it_must_be(edition, of, refusal):
    with pytest.raises(refusal):
        order(edition, None, ".pdf", None, of)


def test_a_side_that_is_not_there_gets_no_copy(held):
    with pytest.raises(NotThere):
        export(held, "clearance", Addressed(side="nobody", copy=1))
