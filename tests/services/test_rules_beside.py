"""A rule beside the session's binds all that takes words in, whatever family it is of, and all that leaves."""

import pytest

from t2desk.domain.desk_errors import RuleTakesNothing
from t2desk.domain.ground_errors import PersonsNotKept
from t2desk.domain.sources import Source
from t2desk.services.editions.process import sessions_of_meeting
from t2desk.services.editions.shared import preset_shown
from t2desk.services.overview import overview
from t2desk.services.room import session_of
from tests.services.desks import id_of

SAID = {
    "concern": ("point.concern", lambda point: {"point": id_of(point), "text": "A worry"}),
    "divergence": ("divergence.add", lambda point: {"point": id_of(point), "what": "On the price"}),
    "interest": ("interest.add", lambda _point: {"party": "party01", "text": "Water"}),
    "poll": ("poll.open", lambda point: {"point": id_of(point)}),
    "conclusion": ("item.conclude", lambda _point: {"item": "i01", "text": "Agreed on gauges"}),
}


# An interest belongs to a session, not to an item.
BOUND = [(scope, said) for scope in ("series", "item") for said in SAID if (scope, said) != ("item", "interest")]


@pytest.mark.parametrize(("scope", "said"), BOUND)
def test_words_are_refused_where_a_rule_beside_the_session_s_takes_nothing(sitting, point, scope, said):
    operation, fields = SAID[said]
    sitting.do("rule.scope", scope=scope, of="i01" if scope == "item" else "", preset="off_the_record")
    before = sitting.image()
    with pytest.raises(RuleTakesNothing):
        sitting.do(operation, **fields(point))
    assert sitting.image() == before


def test_a_single_text_is_not_criticised_where_nothing_is_taken_in(sitting, point):
    sitting.do("one_text.begin", point=id_of(point))
    sitting.do("rule.scope", scope="series", preset="off_the_record")
    with pytest.raises(RuleTakesNothing):
        sitting.do("one_text.criticise", point=id_of(point), text="Too long")


def test_who_took_a_stance_is_kept_only_as_the_strictest_rule_lets_it(sitting):
    sitting.do("rule.set", preset="on_the_record")
    point = sitting.do("point.propose", text="The well is shared")
    poll = sitting.do("poll.open", point=id_of(point), way="by_person")
    sitting.do("rule.scope", scope="person", of="p01", preset="chatham_house")
    with pytest.raises(PersonsNotKept):
        sitting.do("poll.stance", poll=id_of(poll), step=1, person="p01")
    sitting.do("poll.stance", poll=id_of(poll), step=1, person="p02")
    assert {source.person for source in sitting.all(Source)} == {"p02"}


def test_a_page_bears_the_strictest_of_the_series_meeting_and_session(sitting):
    sitting.do("rule.set", preset="on_the_record")
    sitting.do("rule.scope", scope="series", preset="deep_background")
    shown = sitting.desk.read(lambda work: preset_shown(work, session_of(work, "s01")))
    assert shown.name == "deep_background"


def test_the_process_edition_draws_no_floor_that_a_rule_beside_does_not_keep(sitting):
    sitting.do("turn.start", person="p01")
    sitting.do("rule.scope", scope="series", preset="joint_text_only")
    assert sitting.desk.read(lambda work: sessions_of_meeting(work, None)) == ()


def test_the_overview_tells_the_day_of_destruction_that_was_set(sitting):
    sitting.do("rule.dates", scope="series", destroy_on="2027-06-01")
    told = "\n".join(sitting.desk.read(lambda work: list(overview(work, str))))
    assert "to be destroyed on 2027-06-01" in told
