"""What is tried out while preparing and taken back: the dossier is as it was, and every act has been done once."""

from t2desk.services.rehearsal.people import ISLANDS, NORTH
from t2desk.services.rehearsal.script import Act, Script, TakeBack, act


def _and_back(one: Act) -> Script:
    return (one, TakeBack())


_PEOPLE: Script = (
    *_and_back(act("party.rename", party=ISLANDS, name="The isles")),
    act("party.add", id="guests", name="Guests"),
    act("party.remove", party="guests"),
    *_and_back(act("person.change", person="p08", descriptor="a builder of boats")),
    *_and_back(act("person.seat", person="p12", seat=1)),
    # The same person twice on the list, under a slip of the pen.
    act("person.add", id="p13", party=NORTH, display_name="Ilvane Torisk"),
    *_and_back(act("person.merge", person="p13", into="p01")),
    act("person.remove", person="p13"),
)

_AGENDA: Script = (
    *_and_back(act("session.change", session="s04", title="Fourth session: what is left")),
    *_and_back(act("item.shift", item="4-rescue", down=True)),
    *_and_back(act("item.place", item="4-break", before="4-rescue")),
    *_and_back(act("item.nest", item="4-ferry")),
    *_and_back(act("item.lift", item="4-watch")),
    *_and_back(act("agenda.template", template="problem_solving", session="s04")),
)

TRIED_OUT: Script = (*_PEOPLE, *_AGENDA)
