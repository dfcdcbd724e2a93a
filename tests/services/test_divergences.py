"""The divergence register beside the common ground."""

import pytest

from t2desk.domain.desk_errors import RuleTakesNothing
from t2desk.domain.ground import Divergence
from t2desk.services.divergences import divergences_of, unregistered
from tests.services.desks import id_of


def test_an_entry_says_on_what_why_and_what_would_change_it(sitting, tested):
    sitting.do("point.move", point=id_of(tested), state="divergent")
    assert sitting.desk.read(lambda work: len(unregistered(work, "s01"))) == 1
    entry = sitting.do("divergence.add", point=id_of(tested), what="Whose well", why="Old maps", mend="New", due="June")
    assert (entry.point, entry.item, entry.session, entry.is_open) == (tested.key, "i01", "s01", True)
    assert sitting.desk.read(lambda work: unregistered(work, "s01")) == ()


def test_what_is_closed_comes_last(sitting):
    first = sitting.do("divergence.add", what="One")
    sitting.do("divergence.add", what="Two", item="i02")
    sitting.do("divergence.change", divergence=id_of(first), is_open=False, what="One, no more")
    shown = sitting.desk.read(lambda work: divergences_of(work, "s01"))
    assert [(one.what, one.is_open, one.item) for one in shown] == [
        ("Two", True, "i02"),
        ("One, no more", False, "i01"),
    ]
    sitting.do("divergence.remove", divergence=id_of(first))
    assert sitting.one(Divergence).what == "Two"


def test_nothing_is_entered_under_a_rule_that_takes_nothing(sitting):
    sitting.do("rule.set", preset="off_the_record")
    with pytest.raises(RuleTakesNothing):
        sitting.do("divergence.add", what="One")
