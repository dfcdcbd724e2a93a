"""Neutral words for somebody: every whole mention in prose and steps, in one act that can be undone."""

import pytest

from t2desk.domain.errors import DeskError
from t2desk.domain.points import Wording
from t2desk.domain.sections import DraftSection, NextStep

MENTIONS = ["Grace Waters", "Waters", "Dr Waters"]


@pytest.fixture
def written(sitting):
    text = "Grace Waters spoke. Later Waters, and **Grace** Waters\nagain; Dr Waters left the Watershed."
    sitting.do("section.write", text=text, heading="What Waters said")
    sitting.do("step.add", what="Ask Waters", by="May", holder="Dr Waters")
    return sitting


def neutral(room, mentions=MENTIONS, words="a participant"):
    return room.do("section.neutral", mentions=mentions, neutral=words)


def test_every_whole_mention_is_put_neutrally_and_nothing_else(written):
    neutral(written, [*MENTIONS, "Grace"])
    (section,) = written.all(DraftSection)
    assert section.heading == "What a participant said"
    assert section.text == (
        "A participant spoke. Later a participant, and a participant\nagain; a participant left the Watershed."
    )
    (step,) = written.all(NextStep)
    assert (step.what, step.holder) == ("Ask a participant", "A participant")


def test_it_is_one_act(written):
    before = written.all(DraftSection), written.all(NextStep)
    neutral(written)
    written.desk.undo()
    assert (written.all(DraftSection), written.all(NextStep)) == before


def test_wordings_stay_as_the_room_has_them(written):
    written.do("point.propose", text="Waters are shared.")
    neutral(written)
    assert [one.text for one in written.all(Wording)] == ["Waters are shared."]


def test_no_mentions_change_nothing_and_empty_words_are_refused(written):
    before = written.all(DraftSection)
    neutral(written, [])
    assert written.all(DraftSection) == before
    with pytest.raises(DeskError):
        neutral(written, words=" ")


def test_signs_in_a_mention_are_only_signs(written):
    written.do("section.write", text="Mr. X. (the envoy) spoke.", kind="brief")
    neutral(written, ["Mr. X. (the envoy)"])
    assert "A participant spoke." in [one.text for one in written.all(DraftSection)]
