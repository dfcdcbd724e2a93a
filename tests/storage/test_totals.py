"""Totals added up by the database: groups, counts of what is not empty, sums."""

from t2desk.domain.floor import Turn, TurnKind
from tests.storage.dossiers import perform


def totals(dossier, *by, **equals):
    return dossier.desk.read(lambda work: work.totals(Turn, by, "seconds", **equals))


def three_turns(dossier):
    perform(
        dossier,
        ("person.add", {"id": "p01", "display_name": "Ana"}),
        ("person.add", {"id": "p02", "display_name": "Ben"}),
        ("turn.start", {"person": "p01"}),
        ("turn.start", {"person": "p02", "kind": "question"}),
        ("turn.start", {"person": "p01"}),
    )


def test_totals_are_what_the_values_add_up_to(dossier):
    three_turns(dossier)
    turns = dossier.desk.read(lambda work: work.select(Turn))
    ended = [turn for turn in turns if turn.seconds is not None]
    groups = {parts: (count, seconds) for parts, count, seconds in totals(dossier, "person", "kind", session="s01")}
    assert set(groups) == {("p01", "statement"), ("p02", "question")}
    assert groups["p01", "statement"][0] == 1, "the turn that runs has no length yet"
    assert round(sum(seconds for _, seconds in groups.values()), 3) == round(sum(t.seconds for t in ended), 3)


def test_totals_take_conditions_and_are_empty_where_nothing_fits(dossier):
    three_turns(dossier)
    assert [parts for parts, _, _ in totals(dossier, "person", kind=TurnKind.QUESTION)] == [("p02",)]
    assert totals(dossier, "person", session="s99") == ()
