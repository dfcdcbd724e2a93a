"""Scopes: the strictest of all wins, at once and backwards; nothing that was taken in is ever loosened."""

from itertools import product

import pytest

from t2desk.domain.agenda import AgendaItem
from t2desk.domain.desk_errors import NothingMayLeave, RuleTakesNothing, UnknownWord
from t2desk.domain.editions import EDITIONS
from t2desk.domain.floor import FloorTotal, Turn
from t2desk.domain.ground_errors import EmbargoStands, LooseningNeedsAccord, NotADay, NoteStaysStrict, PersonHasNoDays
from t2desk.domain.notes import Note
from t2desk.domain.points import Point
from t2desk.domain.rules import PRESETS, Recording
from t2desk.domain.scopes import Credit, RuleChange, RuleDates, ScopedRule, TakenUnder, meet_of
from t2desk.domain.series import Session
from t2desk.domain.sources import Source, Trace
from t2desk.i18n import Phrases
from t2desk.services.editions.common_ground import shown_points
from t2desk.services.editions.report import report
from t2desk.services.editions.shared import hold
from t2desk.services.rule_views import rule_view
from t2desk.services.scopes import rule_of, rule_of_session
from tests.services.desks import id_of

WRITABLE = [name for name in PRESETS if PRESETS[name].rule.recording is not Recording.NONE]
SCOPES = {"series": "", "meeting": "m01", "part": "", "item": "i01", "person": "p01"}


def scope(room, where, preset, **fields):
    return room.do("rule.scope", scope=where, of=SCOPES[where], preset=preset, **fields)


def noted(room, text="a line", **fields):
    return room.do("note.add", text=text, **fields)


def rule(room, thing):
    return room.desk.read(lambda work: rule_of(work, work.get(type(thing), thing.key)))


@pytest.mark.parametrize(("where", "preset"), list(product(SCOPES, WRITABLE)))
def test_a_note_stands_under_the_meet_of_all_that_held_when_it_was_taken(sitting, where, preset):
    scope(sitting, where, preset)
    note = noted(sitting, said_by="p01")
    assert rule(sitting, note) == meet_of(("chatham_house", preset))


def test_every_scope_at_once(sitting):
    presets = ("not_for_attribution", "background", "deep_background", "on_the_record", "joint_text_only")
    for where, preset in zip(SCOPES, presets, strict=True):
        scope(sitting, where, preset)
    note = noted(sitting, said_by="p01")
    assert rule(sitting, note) == meet_of(("chatham_house", *presets))
    assert rule(sitting, noted(sitting)) == meet_of(("chatham_house", *presets[:-1]))


@pytest.mark.parametrize("where", ["series", "meeting", "item"])
def test_tightening_holds_backwards(sitting, where):
    note = noted(sitting)
    scope(sitting, where, "deep_background")
    assert rule(sitting, note) == meet_of(("chatham_house", "deep_background"))


@pytest.mark.parametrize("where", ["part", "person"])
def test_a_part_and_a_persons_wish_hold_from_when_they_are_said(sitting, where):
    before = noted(sitting, said_by="p01")
    scope(sitting, where, "deep_background")
    inside = noted(sitting, said_by="p01")
    scope(sitting, where, "", how="The part is over")
    after = noted(sitting, said_by="p01")
    open_rule, strict = meet_of(("chatham_house",)), meet_of(("chatham_house", "deep_background"))
    assert [rule(sitting, one) for one in (before, inside, after)] == [open_rule, strict, open_rule]


@pytest.mark.parametrize("where", SCOPES)
def test_loosening_says_how_it_was_agreed_and_changes_nothing_earlier(sitting, where):
    scope(sitting, where, "deep_background")
    note = noted(sitting, said_by="p01")
    with pytest.raises(LooseningNeedsAccord):
        scope(sitting, where, "on_the_record", how=" ")
    scope(sitting, where, "on_the_record", how="Hands were raised")
    change = sitting.one(RuleChange)
    assert (change.before, change.after, change.how) == ("deep_background", "on_the_record", "Hands were raised")
    assert rule(sitting, note) == meet_of(("chatham_house", "deep_background"))


@pytest.mark.parametrize("where", SCOPES)
def test_a_rule_that_bound_nobody_is_changed_freely(room, where):
    room.acts(
        ("series.rename", {"title": "W"}), ("person.add", {"display_name": "A"}), ("session.open", {"title": "S"})
    )
    room.do("item.add", title="One", minutes=5)
    scope(room, where, "off_the_record")
    scope(room, where, "on_the_record")
    assert room.all(RuleChange) == ()
    assert room.one(ScopedRule).held == ("on_the_record",)


@pytest.mark.parametrize("where", SCOPES)
def test_where_one_scope_takes_nothing_nothing_is_taken(sitting, where):
    scope(sitting, where, "off_the_record")
    for name in ("note.add", "point.propose"):
        with pytest.raises(RuleTakesNothing):
            sitting.do(name, text="x", said_by="p01")
    assert (sitting.all(Note), sitting.all(Point)) == ((), ())


@pytest.mark.parametrize("where", SCOPES)
def test_who_said_it_is_kept_as_the_strictest_lets_us(sitting, where):
    sitting.do("rule.set", preset="on_the_record")
    scope(sitting, where, "chatham_house")
    noted(sitting, said_by="p01")
    assert sitting.all(Source) == ()


def test_a_note_of_its_own_is_only_tightened(sitting):
    note = noted(sitting)
    with pytest.raises(NoteStaysStrict):
        sitting.do("note.tighten", note=id_of(note), preset="on_the_record")
    sitting.do("note.tighten", note=id_of(note), preset="off_the_record")
    assert rule(sitting, note) == meet_of(("off_the_record",))
    with pytest.raises(NoteStaysStrict):
        sitting.do("note.tighten", note=id_of(note), preset="chatham_house")
    with pytest.raises(UnknownWord):
        sitting.do("note.tighten", note=id_of(note), preset="secret")


def test_a_point_that_is_tightened_leaves_in_no_edition(sitting, tested):
    sitting.do("point.move", point=id_of(tested), state="agreed")

    def shown(work):
        return shown_points(work, hold(work, EDITIONS["report"], None, Phrases("en")))

    assert len(sitting.desk.read(shown)) == 1
    sitting.do("point.tighten", point=id_of(tested), preset="off_the_record")
    assert sitting.desk.read(shown) == []


@pytest.mark.parametrize("where", ["series", "meeting"])
def test_what_a_meeting_keeps_in_the_room_leaves_no_session_of_it(sitting, where):
    sitting.do("section.write", text="They met.", kind="context")
    scope(sitting, where, "off_the_record")
    with pytest.raises(NothingMayLeave):
        sitting.desk.read(lambda work: report(work, None, Phrases("en")))


def test_prose_on_an_item_that_stays_in_the_room_stays_there(sitting):
    for item in ("i01", "i02"):
        sitting.do("section.write", text=f"On {item}.", item=item)
    scope(sitting, "item", "off_the_record")
    document = sitting.desk.read(lambda work: report(work, None, Phrases("en")))
    words = " ".join(text.plain for text, _ in document.texts())
    assert ("On i02." in words, "On i01." in words) == (True, False)


def test_parts_split_off_stay_as_strict_and_different_rules_are_not_merged(sitting):
    note = noted(sitting, "one two")
    other = noted(sitting, "three")
    sitting.do("note.tighten", note=id_of(note), preset="deep_background")
    rest = sitting.do("note.split", note=id_of(note), at=3)
    assert rule(sitting, rest) == rule(sitting, note)
    assert sitting.do("note.merge", note=id_of(note), other=id_of(rest)).own_words == "one\ntwo"
    with pytest.raises(Exception, match="NotOfOneSession"):
        sitting.do("note.merge", note=id_of(note), other=id_of(other))
    sitting.do("note.remove", note=id_of(note))
    assert sitting.all(TakenUnder) == ()


def test_an_embargo_keeps_everything_until_its_day(sitting):
    sitting.do("section.write", text="They met.", kind="context")
    sitting.do("rule.dates", scope="meeting", of="m01", embargo_until="2026-05-06")
    for forward, leaves in ((0, False), (86_400, False), (86_400, True)):
        sitting.clock.forward(forward)
        if leaves:
            assert sitting.desk.read(lambda work: report(work, None, Phrases("en"))).blocks
        else:
            with pytest.raises(EmbargoStands):
                sitting.desk.read(lambda work: report(work, None, Phrases("en")))


def test_dates_are_tightened_freely_and_loosened_with_a_word(sitting):
    def dates(**fields):
        return sitting.do("rule.dates", scope="series", **fields)

    dates(embargo_until="2026-06-01", destroy_on="2027-01-01")
    dates(embargo_until="2026-07-01", destroy_on="2026-12-01")
    for looser in ({"embargo_until": "2026-07-01", "destroy_on": "2027-01-01"}, {"destroy_on": "2026-12-01"},
                   {"embargo_until": "2026-07-01"}):  # fmt: skip
        with pytest.raises(LooseningNeedsAccord):
            dates(**looser)
    dates(how="By all", destroy_on="2027-06-01")
    assert sitting.one(RuleDates).destroy_on == "2027-06-01"
    assert len(sitting.all(RuleChange)) == 1
    shown = sitting.desk.read(lambda work: rule_of_session(work, work.get(Session, "s01")))
    assert shown.destroy_on == "2027-06-01"
    with pytest.raises(NotADay):
        dates(destroy_on="soon")


def test_one_persons_rule_has_no_days_and_says_so(sitting):
    scope(sitting, "person", "deep_background")
    with pytest.raises(PersonHasNoDays):
        sitting.do("rule.dates", scope="person", of="p01", embargo_until="2027-01-01")
    assert sitting.all(RuleDates) == ()


def test_settling_forgets_what_an_items_rule_does_not_let_be_kept(sitting):
    kept = noted(sitting, "kept", item="i02")
    gone = noted(sitting, "gone")
    scope(sitting, "item", "joint_text_only")
    sitting.do("session.close")
    assert [note.key for note in sitting.all(Note)] == [kept.key]
    assert gone.key != kept.key


def test_settling_adds_up_an_items_turns_as_its_rule_says(sitting):
    sitting.do("rule.set", preset="on_the_record")
    for person in ("p01", "p02", "p03"):
        sitting.do("turn.start", person=person)
        sitting.clock.forward(10)
    sitting.do("item.next")
    sitting.do("turn.start", person="p04")
    sitting.clock.forward(10)
    scope(sitting, "item", "chatham_house")
    sitting.do("session.close")
    assert [turn.person for turn in sitting.all(Turn)] == ["p04"]
    assert {total.item for total in sitting.all(FloorTotal)} == {"i01"}
    assert sitting.one(AgendaItem, id="i01").seconds > 0


def test_a_part_decides_on_the_whole_floor_and_only_on_its_own_notes(sitting):
    sitting.do("turn.start", person="p01")
    sitting.clock.forward(10)
    before = noted(sitting, "before")
    scope(sitting, "part", "joint_text_only")
    noted(sitting, "inside")
    scope(sitting, "part", "", how="Over")
    sitting.do("session.close")
    assert [note.key for note in sitting.all(Note)] == [before.key]
    assert (sitting.all(FloorTotal), sitting.all(Turn)) == ((), ())


def test_on_the_record_a_note_under_a_stricter_rule_keeps_neither_source_nor_time(sitting):
    sitting.do("rule.set", preset="on_the_record")
    strict = noted(sitting, said_by="p01")
    loose = noted(sitting, said_by="p02")
    sitting.do("note.tighten", note=id_of(strict), preset="chatham_house")
    sitting.do("session.close")
    assert {source.subject_key for source in sitting.all(Source)} == {loose.key}
    assert strict.key not in {trace.subject_key for trace in sitting.all(Trace)}


def test_a_persons_rule_is_forgotten_and_what_it_made_strict_stays(sitting):
    scope(sitting, "person", "deep_background")
    note = noted(sitting, said_by="p01")
    scope(sitting, "person", "not_for_attribution", how="She asked for it")
    sitting.do("session.close")
    for table in ("scoped_rules", "rule_dates", "rule_changes", "taken_under"):
        assert "p01" not in repr(sitting.query(f"SELECT * FROM {table}"))
    assert rule(sitting, note) == meet_of(("chatham_house", "deep_background"))


def test_two_people_who_are_one_have_the_stricter_wish_and_one_credit(sitting):
    for person, preset in (("p01", "not_for_attribution"), ("p02", "deep_background")):
        sitting.do("rule.scope", scope="person", of=person, preset=preset)
        sitting.do("credit.ask", person=person, edition="report")
    sitting.do("person.merge", person="p02", into="p01")
    (wish,) = sitting.all(ScopedRule)
    assert (wish.of, wish.preset) == ("p01", "deep_background")
    assert sitting.one(Credit).person == "p01"


def test_nobody_inherits_a_wish_with_an_id_that_is_given_again(sitting):
    sitting.do("rule.scope", scope="person", of="p06", preset="deep_background")
    sitting.do("person.remove", person="p06")
    assert sitting.all(ScopedRule) == ()


def test_what_stands_over_a_session_is_told_in_one_answer(sitting):
    sitting.do("rule.text", text="This stays absolutely secret.")
    sitting.do("rule.assent", how="By nodding")
    sitting.do("rule.scope", scope="item", of="i01", preset="deep_background")
    sitting.do("rule.scope", scope="person", of="p01", preset="background")
    sitting.do("rule.dates", scope="series", destroy_on="2027-01-01")
    view = sitting.desk.read(lambda work: rule_view(work, "s01"))
    assert view.presets == ("chatham_house",)
    assert {(one.scope.value, one.of, one.preset) for one in view.scoped} == {
        ("item", "i01", "deep_background"), ("person", "p01", "background"),
    }  # fmt: skip
    assert (view.has_assent, view.version, view.rule.destroy_on) == (True, 1, "2027-01-01")
    assert [one.words for one in view.promises] == ["absolutely"]
    assert view.item_rules["i01"] == meet_of(("chatham_house", "deep_background")).meet(view.rule)
