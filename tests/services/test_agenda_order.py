"""The order of an agenda, its parts and its templates."""

import pytest

from t2desk.domain.agenda import AgendaItem, Phase
from t2desk.domain.desk_errors import NotThere, SessionIsSettled, UnknownWord
from t2desk.services.agenda import agenda_of
from t2desk.services.agenda_templates import TEMPLATES


def shown(room, session="s01"):
    items = room.desk.read(lambda work: agenda_of(work, session))
    return " ".join(("-" if item.parent else "") + item.id for item in items)


def test_items_move_with_their_parts(sitting):
    sitting.acts(("item.nest", {"item": "i02"}), ("item.shift", {"item": "i01"}))
    assert shown(sitting) == "i03 i01 -i02"
    sitting.do("item.shift", item="i01", down=False)
    sitting.do("item.lift", item="i02")
    assert shown(sitting) == "i01 i02 i03"


def test_an_item_at_the_edge_stays_and_nothing_is_written(sitting):
    _, changes = sitting.desk.perform("item.shift", {"item": "i01", "down": False})
    assert not changes


def test_an_item_is_put_before_another_of_its_session(sitting):
    sitting.do("item.place", item="i03", before="i01")
    assert shown(sitting) == "i03 i01 i02"
    sitting.do("item.place", item="i03")
    assert shown(sitting) == "i01 i02 i03"
    sitting.do("session.add", title="Next")
    other = sitting.do("item.add", title="Else", minutes=5, session="s02")
    with pytest.raises(NotThere):
        sitting.do("item.place", item="i03", before=other.id)


def test_a_settled_session_keeps_its_order(sitting):
    sitting.do("session.close")
    with pytest.raises(SessionIsSettled):
        sitting.do("item.shift", item="i01")


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_a_template_is_one_act(room, name):
    room.acts(("series.rename", {"title": "Water"}), ("session.add", {"title": "First"}))
    room.do("agenda.template", template=name, session="s01")
    items = room.desk.read(lambda work: agenda_of(work, "s01"))
    assert [item.title for item in items] == [item.title for item in TEMPLATES[name].items]
    room.desk.undo()
    assert room.all(AgendaItem) == ()


def test_a_template_in_another_language_keeps_lengths_and_phases(room):
    room.do("series.rename", title="Water")
    room.do("agenda.template", template="problem_solving", titles=["Bienvenue", "Besoins"], aims=["", "Écouter"])
    items = room.desk.read(lambda work: agenda_of(work, "s01"))
    assert (items[1].title, items[1].aim, items[1].minutes, items[1].phase) == (
        "Besoins",
        "Écouter",
        60,
        Phase.CONCERNS,
    )
    assert items[2].title == "Break"


def test_an_unknown_template_is_refused_with_those_there_are(room):
    with pytest.raises(UnknownWord):
        room.do("agenda.template", template="talk")
