"""Consent: for one wording and one edition, without a person; withdrawn, it is in no next build, and we say where."""

import dataclasses

import pytest

from t2desk.domain.clearing import Consent
from t2desk.domain.desk_errors import UnknownEdition
from t2desk.domain.editions import EDITIONS
from t2desk.domain.keys import key_to_text
from t2desk.domain.operation_errors import MissingField
from t2desk.domain.points import Point
from t2desk.i18n import Phrases
from t2desk.services.consents import has_consent, is_withdrawn, releases_with
from t2desk.services.editions.common_ground import point_blocks, shown_points, wordings_shown
from t2desk.services.editions.record import record
from t2desk.services.editions.shared import hold
from t2desk.services.releases import note_release
from tests.services.desks import id_of


@pytest.fixture
def agreed(sitting, tested):
    return sitting.do("point.move", point=id_of(tested), state="agreed")


def of(point):
    return {"wording": key_to_text(point.current)}


def shown(room, edition="report"):
    held = room.desk.read(lambda work: hold(work, EDITIONS[edition], None, Phrases("en")))
    return room.desk.read(lambda work: list(point_blocks(work, held, shown_points(work, held))))


def withdrawn(room, point, edition):
    return room.desk.read(lambda work: is_withdrawn(work, edition, wording=point.current))


def test_a_consent_says_edition_wording_day_and_how_and_no_person(sitting, agreed):
    consent = sitting.do("consent.give", **of(agreed), edition="report", how="By letter")
    assert (consent.edition, consent.wording, consent.day, consent.how) == (
        "report", agreed.current, "2026-05-04", "By letter",
    )  # fmt: skip
    assert not {"person", "party", "by", "who"} & {field.name for field in dataclasses.fields(Consent)}


def test_consent_opens_one_edition_to_one_wording_that_its_rule_keeps_in_the_room(sitting, agreed):
    sitting.do("point.tighten", point=id_of(agreed), preset="off_the_record")
    assert shown(sitting) == []
    sitting.do("consent.give", **of(agreed), edition="readout", how="x")
    assert shown(sitting) == []
    sitting.do("consent.give", **of(agreed), edition="report", how="x")
    assert len(shown(sitting)) == 1
    sitting.do("point.move", point=id_of(agreed), state="reopened")
    sitting.do("point.word", point=id_of(agreed), text="Another")
    sitting.acts(*(("point.move", {"point": id_of(agreed), "state": one}) for one in ("tested", "agreed")))
    assert shown(sitting) == []


@pytest.mark.parametrize("edition", ["report", None])
def test_what_is_withdrawn_is_in_no_next_build(sitting, agreed, edition):
    assert len(shown(sitting)) == 1
    sitting.do("consent.withdraw", **of(agreed), edition=edition)
    assert shown(sitting) == []
    assert withdrawn(sitting, agreed, "readout") is (edition is None)
    sitting.do("consent.give", **of(agreed), edition="report", how="They thought again")
    assert len(shown(sitting)) == 1
    # Consent to one edition opens no other.
    assert withdrawn(sitting, agreed, "readout") is (edition is None)


def test_withdrawn_from_all_is_withdrawn_from_what_was_agreed_before(sitting, agreed):
    sitting.do("consent.give", **of(agreed), edition="report", how="x")
    sitting.do("consent.withdraw", **of(agreed))
    assert shown(sitting) == []


def test_a_rendering_can_be_withdrawn_by_itself(sitting, agreed):
    french = sitting.do("point.word", point=id_of(agreed), text="Le puits", language="fr")
    assert len(shown(sitting)[0].wordings) == 1
    sitting.do("consent.withdraw", wording=id_of(french), edition="report")
    assert shown(sitting)[0].wordings == ()


def test_the_releases_that_it_was_in_are_told(sitting, agreed):
    held = sitting.desk.read(lambda work: hold(work, EDITIONS["report"], None, Phrases("en")))
    texts = sitting.desk.read(lambda work: wordings_shown(work, held, agreed))
    for number in (1, 2):
        note_release(sitting.desk, "report", ".pdf", "s01", "chatham_house", f"hash {number}", texts)
    note_release(sitting.desk, "readout", ".pdf", "s01", "chatham_house", "hash 3")
    sitting.do("consent.withdraw", **of(agreed))
    told = sitting.desk.read(lambda work: releases_with(work, agreed.current))
    assert [(release.number, release.sha256) for release in told] == [(1, "hash 1"), (2, "hash 2")]


def test_consent_to_a_note_goes_with_the_note(sitting):
    note = sitting.do("note.add", text="A line")
    sitting.do("consent.give", note=id_of(note), edition="record", how="x")
    sitting.do("note.remove", note=id_of(note))
    assert sitting.all(Consent) == ()


def test_a_note_that_is_withdrawn_stands_in_no_record_that_is_built_afterwards(sitting):
    kept, gone = (sitting.do("note.add", text=text) for text in ("Kept line", "Withdrawn line"))

    def told():
        document = sitting.desk.read(lambda work: record(work, None, Phrases("en")))
        return {text.plain for text, _ in document.texts() if text.origin == "note.text"}

    assert told() == {"Kept line", "Withdrawn line"}
    sitting.do("consent.withdraw", note=id_of(gone))
    assert told() == {"Kept line"}
    assert kept.key != gone.key


def test_consent_is_to_one_thing_and_one_edition(sitting, agreed):
    note = sitting.do("note.add", text="A line")
    for what in ({}, {**of(agreed), "note": id_of(note)}):
        with pytest.raises(MissingField):
            sitting.do("consent.give", **what, edition="report", how="x")
    with pytest.raises(UnknownEdition):
        sitting.do("consent.give", **of(agreed), edition="gossip", how="x")
    assert not sitting.desk.read(lambda work: has_consent(work, agreed.current, "report"))
    assert sitting.one(Point).key == agreed.key
