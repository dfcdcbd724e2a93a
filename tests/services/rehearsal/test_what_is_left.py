"""What the rehearsal leaves in the dossier: nothing of what was off the record, no turn and no trace once settled."""

import pytest
from sqlalchemy import select

from t2desk.domain.floor import FloorTotal, Turn
from t2desk.domain.people import Person
from t2desk.domain.series import OffRecord
from t2desk.domain.sources import Source, Trace
from t2desk.services.rehearsal.second_session import UNHEARD
from t2desk.storage.tables import whole_schema


def _everything_stored(store) -> str:
    connection = store._connection
    rows = [row for table in whole_schema().tables.values() for row in connection.execute(select(table))]
    connection.rollback()
    return "\n".join(
        part.decode("utf-8", "replace") if isinstance(part, bytes) else str(part) for row in rows for part in row
    )


def test_the_search_through_all_tables_finds_what_is_there(rehearsal):
    assert "The strait has been without" in _everything_stored(rehearsal.store)
    assert "Ghverlishari" in _everything_stored(rehearsal.store)


@pytest.mark.parametrize(
    "words", [UNHEARD, "harbour cable", "Somebody asks whether", "Hollowmere", "Coffee is terrible"]
)
def test_what_was_refused_dropped_or_removed_is_in_no_table(rehearsal, words):
    assert words not in _everything_stored(rehearsal.store)


def test_nothing_stays_off_the_record(rehearsal):
    assert rehearsal.desk.read(lambda work: work.count(OffRecord)) == 0


@pytest.mark.parametrize("session", ["s01", "s02"])
@pytest.mark.parametrize("kind", [Turn, Trace, Source])
def test_a_settled_session_keeps_no_turn_trace_or_source(rehearsal, session, kind):
    assert rehearsal.desk.read(lambda work: work.count(kind, session=session)) == 0


@pytest.mark.parametrize("session", ["s03", "s04"])
def test_an_adjourned_session_keeps_its_turns_and_traces(rehearsal, session):
    assert rehearsal.desk.read(lambda work: work.count(Turn, session=session)) >= 10
    assert rehearsal.desk.read(lambda work: work.count(Trace, session=session)) >= 10
    assert rehearsal.desk.read(lambda work: work.count(Source, session=session)) == 0


def test_a_part_on_deep_background_leaves_the_floor_by_party_only(rehearsal):
    def totals(session):
        return rehearsal.desk.read(lambda work: work.select(FloorTotal, session=session))

    assert any(total.person for total in totals("s01"))
    assert totals("s02")
    assert not any(total.person for total in totals("s02"))


def test_seats_are_numbered_without_a_gap(rehearsal):
    seats = sorted(person.seat for person in rehearsal.desk.read(lambda work: work.select(Person)))
    assert seats == list(range(1, 13))
