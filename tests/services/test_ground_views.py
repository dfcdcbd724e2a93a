"""What stands beside a point, in one answer."""

from t2desk.domain.deciding import Decision, OneTextState
from t2desk.domain.ground import BracketReason
from t2desk.domain.points import Who
from t2desk.services.ground_views import point_standing
from tests.services.desks import id_of


def standing(room, point):
    return room.desk.read(lambda work: point_standing(work, point.key))


def test_steps_come_with_who_takes_them(sitting, point):
    steps = dict(standing(sitting, point).steps)
    assert {state.value: terms.who for state, terms in steps.items()} == {
        "read_back": Who.ROOM, "drafted": Who.THIRD_PARTY, "withdrawn": Who.PARTIES, "superseded": Who.THIRD_PARTY,
    }  # fmt: skip
    assert all(terms.how for terms in steps.values())


def test_brackets_are_shown_with_bis_and_ter_and_their_reason(sitting, point):
    sitting.do("bracket.open", point=id_of(point), words="well", alternatives=["spring", "pond"], reason="weary")
    (bracket,) = standing(sitting, point).brackets
    assert bracket.alternatives == (("", "well"), ("bis", "spring"), ("ter", "pond"))
    assert bracket.reason is BracketReason.WEARY


def test_a_rendering_is_behind_once_its_text_is_worded_anew(sitting, point):
    sitting.do("point.word", point=id_of(point), text="Le puits", language="fr")
    assert not standing(sitting, point).renderings[0].is_behind
    sitting.do("point.word", point=id_of(point), text="The wells")
    assert standing(sitting, point).renderings[0].is_behind
    sitting.do("point.word", point=id_of(point), text="Les puits", language="fr")
    assert [(one.text, one.is_behind) for one in standing(sitting, point).renderings] == [("Les puits", False)]


def test_everything_else_beside_a_point(sitting, tested):
    other = sitting.do("point.propose", text="The road")
    interest = sitting.do("interest.add", party="party01", text="Water")
    sitting.do("interest.link", interest=id_of(interest), point=id_of(tested))
    sitting.do("point.require", point=id_of(tested), needs=id_of(other))
    sitting.do("point.verdict", point=id_of(tested), words="Near consensus")
    sitting.do("silence.begin", point=id_of(tested), until="2026-05-05T12:00", zone="UTC")
    sitting.do("one_text.begin", point=id_of(other))
    shown = standing(sitting, tested)
    assert (shown.needs, shown.is_firm, shown.agreed) == ((other.key,), False, None)
    assert (shown.verdict, shown.decision) == ("Near consensus", Decision.CONSENSUS)
    assert [one.text for one in shown.interests] == ["Water"]
    assert (shown.silence.zone, standing(sitting, other).single) == ("UTC", OneTextState.CRITICISM)
    sitting.do("point.word", point=id_of(tested), text="Another")
    assert standing(sitting, tested).verdict == ""


def test_a_point_that_is_gone_stands_nowhere(sitting, point):
    sitting.desk.undo()
    assert standing(sitting, point) is None
