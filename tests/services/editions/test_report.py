"""The report: prose in the order of a page, common ground that says nothing of who or when, next steps as planned."""

import pytest

from t2desk.domain.desk_errors import NothingMayLeave, NothingToReport, NotThere
from t2desk.domain.documents import BulletList, Heading, Note, NoteKind, Paragraph, Point, Table, Terms, Tone
from t2desk.domain.points import PointState
from t2desk.domain.rules import PRESETS
from t2desk.i18n import Phrases
from t2desk.services.editions.common_ground import SHOWN
from tests.services.desks import id_of
from tests.services.editions.sessions import blocks, document, hold_session, words_of

WAYS = {
    PointState.CAPTURED: (),
    PointState.READ_BACK: ("read_back",),
    PointState.DRAFTED: ("drafted",),
    PointState.TESTED: ("drafted", "tested"),
    PointState.PARKED: ("drafted", "tested", "parked"),
    PointState.CONVERGING: ("drafted", "tested", "converging"),
    PointState.BRACKETED: ("drafted", "tested", "bracketed"),
    PointState.DIVERGENT: ("drafted", "tested", "divergent"),
    PointState.AGREED: ("drafted", "tested", "agreed"),
    PointState.CLEARED: ("drafted", "tested", "agreed", "cleared"),
    PointState.TRANSFERRED: ("drafted", "tested", "agreed", "cleared", "transferred"),
    PointState.WITHDRAWN: ("withdrawn",),
    PointState.SUPERSEDED: ("superseded",),
    PointState.REOPENED: ("withdrawn", "reopened"),
}


def headings(value):
    return [block.text.words for block in blocks(value, Heading)]


def point_in(room, state, text="The gauge is shared.", **how):
    point = id_of(room.do("point.propose", text=text, **how))
    for step in WAYS[state]:
        room.do("point.move", point=point, state=step)
    return point


def test_prose_stands_in_the_order_of_a_page_whatever_the_order_it_was_written_in(sitting):
    for kind in ("way_forward", "discussion", "brief", "context"):
        sitting.do("section.write", text=f"Of {kind}.", kind=kind)
    value = document(sitting, "report")
    assert isinstance(value.blocks[0], Terms)
    assert headings(value) == ["Context", "What moved in this session", "Discussion", "Way forward"]
    prose = [block.text.words for block in blocks(value, Paragraph)]
    assert prose == ["Of context.", "Of brief.", "Of discussion.", "Of way_forward."]


def test_common_ground_stands_before_the_way_forward_and_next_steps_last(furnished):
    furnished.do("section.write", text="On we go.", kind="way_forward")
    point_in(furnished, PointState.AGREED)
    assert headings(document(furnished, "report")) == ["Context", "Common ground", "Way forward", "Next steps"]


def test_discussions_follow_the_agenda_and_take_an_items_title_where_they_have_no_heading(sitting):
    sitting.do("section.write", text="Third.", item="i03")
    sitting.do("section.write", text="Second.", item="i02", heading="Own words")
    sitting.do("section.write", text="First.", item="i01")
    assert headings(document(sitting, "report")) == ["Opening", "Own words", "Steps"]


def test_paragraphs_are_parted_by_empty_lines_and_dashes_make_a_list(sitting):
    sitting.do(
        "section.write", text="One line\nand the next.\n\n- first\n• second\n\n- not a list\nsince this is prose"
    )
    value = document(sitting, "report")
    assert [block.text.words for block in blocks(value, Paragraph)] == [
        "One line and the next.", "- not a list since this is prose",
    ]  # fmt: skip
    assert [[item.words for item in block.items] for block in blocks(value, BulletList)] == [["first", "second"]]


def test_only_prose_in_the_language_of_the_document_is_taken_in(sitting):
    sitting.do("section.write", text="In English.", language="en")
    sitting.do("section.write", text="En français.", language="fr")
    assert "En français." not in words_of(document(sitting, "report"))
    assert "In English." not in words_of(document(sitting, "report", phrases=Phrases("fr")))


def test_there_is_a_way_to_every_state_but_the_one_before_a_point_is_taken_down():
    assert WAYS.keys() == set(PointState) - {PointState.HEARD}


@pytest.mark.parametrize("state", WAYS)
def test_a_point_is_shown_only_once_the_room_has_tested_it(furnished, state):
    point_in(furnished, state, "Seventeen gauges.")
    assert ("Seventeen gauges." in words_of(document(furnished, "report"))) is (state in SHOWN)


VERDICTS = {
    PointState.AGREED: ("Agreed", Tone.AGREED),
    PointState.CLEARED: ("Agreed", Tone.AGREED),
    PointState.TRANSFERRED: ("Agreed", Tone.AGREED),
    PointState.CONVERGING: ("Broad support", Tone.AGREED),
    PointState.BRACKETED: ("In brackets", Tone.RESERVED),
    PointState.DIVERGENT: ("Not yet common ground", Tone.OPEN),
}


@pytest.mark.parametrize("state", sorted(SHOWN))
def test_how_a_point_stands_is_said_in_words(sitting, state):
    point_in(sitting, state)
    (shown,) = blocks(document(sitting, "report"), Point)
    assert (shown.verdict.words, shown.tone) == VERDICTS[state]


def test_agreed_ad_referendum_and_support_with_reservation_are_said_as_such(sitting):
    point = point_in(sitting, PointState.TESTED, "First.")
    sitting.do("point.move", point=point, state="agreed", ad_referendum=True)
    reserved = point_in(sitting, PointState.CONVERGING, "Second.")
    sitting.do("point.concern", point=reserved, text="Not in summer", kind="objection", mend="a second gauge")
    shown = {block.statement.words: block for block in blocks(document(sitting, "report"), Point)}
    assert shown["First."].verdict.words == "Agreed ad referendum"
    assert (shown["Second."].verdict.words, shown["Second."].tone) == ("Support with reservation", Tone.RESERVED)
    (note,) = shown["Second."].notes
    assert isinstance(note, Note)
    assert (note.kind, note.text.words, note.mend.words) == (NoteKind.OBJECTION, "Not in summer", "a second gauge")


def test_a_concern_about_an_earlier_wording_does_not_stay_with_the_new_one(sitting):
    point = point_in(sitting, PointState.CONVERGING)
    sitting.do("point.concern", point=point, text="Not in summer")
    sitting.do("point.word", point=point, text="The gauge is shared in winter.")
    (shown,) = blocks(document(sitting, "report"), Point)
    assert (shown.statement.words, shown.notes) == ("The gauge is shared in winter.", ())
    assert shown.verdict.words == "Broad support"


def test_support_is_a_band_of_five_steps_or_nothing_at_all(sitting):
    point = point_in(sitting, PointState.CONVERGING)
    assert blocks(document(sitting, "report"), Point)[0].support == ()
    sitting.do("point.support", point=point, steps=["oppose", "endorse"])
    (shown,) = blocks(document(sitting, "report"), Point)
    assert [(step.label.words, step.filled) for step in shown.support] == [
        ("endorse", True), ("support", False), ("can live with", False), ("reservation", False), ("oppose", True),
    ]  # fmt: skip


def test_other_languages_show_their_newest_wording_only(sitting):
    point = point_in(sitting, PointState.AGREED)
    for text in ("Ancien.", "Nouveau."):
        sitting.do("point.word", point=point, text=text, language="fr")
    sitting.do("point.word", point=point, text="Καινό.", language="el")
    (shown,) = blocks(document(sitting, "report"), Point)
    assert [(one.language, one.label.words, one.text.words) for one in shown.wordings] == [
        ("el", "Greek", "Καινό."), ("fr", "French", "Nouveau."),
    ]  # fmt: skip


def test_points_follow_the_agenda_and_within_an_item_no_order_of_speaking(sitting):
    sitting.do("item.next")
    states = (PointState.DIVERGENT, PointState.AGREED, PointState.BRACKETED) * 2
    late = [point_in(sitting, state, f"Late {number}.", item="i02") for number, state in enumerate(states)]
    point_in(sitting, PointState.AGREED, "Early.", item="i01")
    shown = blocks(document(sitting, "report"), Point)
    assert [block.number.words for block in shown] == [str(number) for number in range(1, 8)]
    assert shown[0].statement.words == "Early."
    by_key = dict(sitting.query("SELECT text, p.key FROM points p JOIN wordings w ON p.current = w.key"))
    rest = [by_key[block.statement.words] for block in shown[1:]]
    assert rest == sorted(rest)
    assert len(late) == len(rest)


def test_next_steps_stand_as_they_were_planned(furnished):
    furnished.do("step.add", what="Meet", by="July", holder="South")
    (table,) = blocks(document(furnished, "report"), Table)
    assert [[cell.words for cell in row] for row in table.rows] == [
        ["June", "Count the wells", ""], ["", "Share the count", ""], ["July", "Meet", "South"],
    ]  # fmt: skip


def test_a_report_of_nothing_is_refused(sitting):
    with pytest.raises(NothingToReport):
        document(sitting, "report")
    point_in(sitting, PointState.CAPTURED)
    with pytest.raises(NothingToReport):
        document(sitting, "report")


@pytest.mark.parametrize("edition", ["report", "readout", "agenda", "record"])
def test_without_a_session_there_is_nothing_to_report(room, edition):
    room.do("series.rename", title="Water")
    with pytest.raises(NothingToReport):
        document(room, edition)
    with pytest.raises(NotThere):
        document(room, edition, "s77")


@pytest.mark.parametrize("preset", PRESETS)
def test_a_rule_held_for_a_moment_still_decides_whether_a_report_leaves(sitting, preset):
    sitting.do("step.add", what="Meet")
    sitting.do("rule.set", preset=preset)
    sitting.do("rule.set", preset="on_the_record")
    if preset == "off_the_record":
        with pytest.raises(NothingMayLeave):
            document(sitting, "report")
    else:
        document(sitting, "report")


def test_the_page_names_the_strictest_rule_in_full_and_what_it_forbids(room):
    hold_session(room)
    room.do("rule.set", preset="on_the_record")
    value = document(room, "report")
    preset = PRESETS["chatham_house"]
    assert (value.band.left.words, value.band.right.words) == (preset.title, "Not for attribution")
    (terms,) = blocks(value, Terms)
    assert (terms.rule.words, terms.full.words) == (preset.title, preset.text)


def test_a_session_that_was_only_ever_on_the_record_is_handled_as_agreed(room):
    room.do("series.rename", title="Water")
    room.do("session.add", title="First")
    room.do("rule.set", preset="on_the_record", session="s01")
    room.do("step.add", what="Meet", session="s01")
    band = document(room, "report").band
    assert (band.left.words, band.right.words) == ("On the record", "Handle as agreed")


def test_a_report_is_of_the_session_named_or_the_last_that_took_place(furnished):
    furnished.do("session.adjourn")
    furnished.do("session.add", title="Planned")
    furnished.do("session.open", title="Second")
    furnished.do("step.add", what="Only here")
    furnished.do("session.adjourn")
    furnished.do("session.add", title="Never held")
    assert "Only here" in words_of(document(furnished, "report"))
    assert "Only here" not in words_of(document(furnished, "report", "s01"))
    assert document(furnished, "report").title.words == "Second"


def test_a_session_without_a_title_is_called_by_its_number(room):
    room.do("series.rename", title="Water")
    room.do("session.add", title="")
    room.do("step.add", what="Meet", session="s01")
    assert document(room, "report").title.words == "Session 1"


def test_the_terms_are_the_text_that_the_room_heard_and_accepted(sitting):
    sitting.do("section.write", text="They met.", kind="context")
    sitting.do("rule.text", text="What is said here may be used, and nobody is named.")

    def terms():
        (found,) = blocks(document(sitting, "report"), Terms)
        return found.full.words

    assert terms() == PRESETS["chatham_house"].text
    sitting.do("rule.assent", how="By nodding")
    assert terms() == "What is said here may be used, and nobody is named."
    sitting.do("rule.set", preset="deep_background")
    sitting.do("rule.text", text="Something else that nobody accepted yet.")
    assert terms() == PRESETS["deep_background"].text
