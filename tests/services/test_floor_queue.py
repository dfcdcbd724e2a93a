"""Whoever waits is known to wait since a moment, however they came into the list, and no longer than they wait."""

from t2desk.domain.floor import QueueEntry, Wait


def waits(room):
    return sorted((wait.person, wait.since) for wait in room.all(Wait))


def queued(room):
    return [entry.person for entry in sorted(room.all(QueueEntry), key=lambda entry: entry.place)]


def test_a_round_lets_everybody_wait_from_now_on_and_whoever_waited_before_from_then(sitting):
    sitting.do("queue.add", person="p03")
    asked_first = sitting.clock.now()
    sitting.clock.forward(60)
    sitting.do("queue.round")
    assert sorted(queued(sitting)) == [person for person, _ in waits(sitting)]
    assert {since for person, since in waits(sitting) if person != "p03"} == {sitting.clock.now()}
    assert ("p03", asked_first) in waits(sitting)


def test_whoever_is_taken_back_waits_no_longer(sitting):
    sitting.acts(("queue.add", {"person": "p02"}), ("queue.add", {"person": "p03"}), "queue.take_back")
    assert [person for person, _ in waits(sitting)] == queued(sitting) == ["p02"]


def test_a_round_by_rotation_begins_one_further_on_in_each_session(sitting):
    first = [entry.person for entry in sitting.do("queue.round", order="rotation")]
    sitting.acts("session.adjourn", ("session.open", {"title": "Second"}))
    second = [entry.person for entry in sitting.do("queue.round", order="rotation")]
    assert second == [*first[1:], first[0]]


def test_a_round_by_parties_goes_by_the_alphabet_of_the_series_language(room):
    room.do("series.rename", title="Water", language="sv")
    for name, party in (("A", "Öland"), ("B", "Zeta"), ("C", "Åland"), ("D", ""), ("E", "Öland")):
        room.do("person.add", display_name=name, party=party)
    room.do("session.open", title="First")
    # In Swedish å and ö come after z; without marks they would come first.
    assert [entry.person for entry in room.do("queue.round", order="parties")] == ["p02", "p03", "p01", "p05", "p04"]
