"""The first session: concerns around the strait, heard from everybody once, before anything is proposed."""

from t2desk.services.rehearsal.people import EVERYBODY, OBSERVERS
from t2desk.services.rehearsal.programme import STARTS
from t2desk.services.rehearsal.script import (
    At,
    DoAgain,
    Made,
    Round,
    Script,
    TakeBack,
    act,
    attending,
    note,
    turn,
)

_OPENING: Script = (
    At(STARTS["s01"]),
    act("session.open", 20, session="s01"),
    *attending(EVERYBODY),
    *attending(OBSERVERS, "observing"),
    act("item.next", 15),
    turn("p10", 240, "facilitator"),
    note("process", "Rule read aloud. Everyone nods. No recording, no phones on the table.",
         "The rule was read aloud and accepted; no recordings are made."),
    turn("p11", 180, "facilitator"),
)  # fmt: skip

_SAFETY: Script = (
    act("item.next", 10),
    Round(("p01", "p02", "p03", "p04", "p05", "p06", "p07", "p08"), 150),
    note("concern", "We lost the Petrel because each side thought the other one had launched.",
         "A rescue was delayed because each shore believed the other had launched.", "p02"),
    note("fact", "Four frequencies in use, nobody listens to all of them at night.",
         "Several frequencies are in use and none is watched by all stations at night.", "p04"),
    note("concern", "A boat that drifts over the line gets towed to the wrong port and the crew vanish for a week.",
         "Crews that drift across are held until identity is settled, and families hear nothing.", "p05"),
    turn("p02", 95),
    act("turn.start", 25, person="p05", kind="point_of_order"),
    act("turn.end", 70),
    note("interest", "All of them want to be called by their boat's name, not by their flag.",
         "It matters to crews to be addressed by vessel and not by flag."),
    turn("p04", 60),
    TakeBack(),
    turn("p06", 85),
    act("turn.end", 12),
)  # fmt: skip

_FISH: Script = (
    act("item.next", 880),
    act("item.next", 10),
    act("queue.add", 5, person="p01"),
    act("queue.add", 5, person="p07"),
    act("queue.add", 5, person="p06"),
    act("queue.move", 5, person="p07", place=1),
    act("queue.remove", 5, person="p07"),
    act("turn.next", 505),
    note("fact", "Silverling used to come in one run, now it trickles over two months.",
         "The run has become longer and thinner over the years.", "p01"),
    note("concern", "If we stop for the spawning and they don't, we are fools with clean nets.",
         "A closure kept by some and not by others is seen as the worst outcome.", made="fools"),
    act("turn.next", 430),
    note("interest", "A bad spring means the young ones sign on with the big factory boats and don't come back.",
         "A failed season drives young crews away from the coast."),
    note("fact", "Nets are a third cheaper than before, so more people can afford to overfish.",
         "Cheaper gear has brought more nets into the water."),
    TakeBack(),
    DoAgain(),
    act("note.sort", 5, note=Made("fools"), kind="divergence"),
)  # fmt: skip

_LINKS: Script = (
    act("item.next", 10),
    act("turn.start", 45, made="unnamed"),
    note("concern", "My sister's letters go round by three countries and arrive opened.",
         "Family mail takes long detours and is not private."),
    turn("p08", 395),
    act("turn.assign", 4, turn=Made("unnamed"), person="p05"),
    note("fact", "Insulin goes bad twice each summer waiting for the weather and a stamp.",
         "Medicine spoils while it waits for papers and weather.", "p07"),
    note("idea", "Start with sacks, not with people. A sack has no passport.",
         "Goods that cannot be quarrelled about might move first.", made="sacks"),
    turn("p03", 250, "question"),
    act("turn.pause", 145),
    act("turn.resume", 125),
    note("process", "Long silence after the question about graves. Left standing.",
         "A question about graves was left standing."),
    note("process", "Coffee is terrible", made="slip"),
    act("note.remove", 4, note=Made("slip")),
    act("session.adjourn", 600),
)  # fmt: skip

_TRIAGE: Script = (
    act("note.reword", 20, note=Made("sacks"), neutral="Mail and medicine might move before people do."),
    act("session.close", 60, session="s01"),
)

FIRST_SESSION: Script = (*_OPENING, *_SAFETY, *_FISH, *_LINKS, *_TRIAGE)
