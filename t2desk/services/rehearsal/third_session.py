"""The third session: what stands in the way; it is adjourned and kept for triage."""

from t2desk.services.rehearsal.people import EVERYBODY, OBSERVERS
from t2desk.services.rehearsal.programme import STARTS
from t2desk.services.rehearsal.script import (
    At,
    Made,
    Restart,
    Round,
    Script,
    TakeBack,
    act,
    attending,
    moved,
    note,
    turn,
)
from t2desk.services.rehearsal.third_points import (
    HARBOUR_DUES,
    OLD_AND_NEW,
    PARTS,
    PORT_CALLS,
    SINGLE_TEXT,
    THE_RULE,
)

_PAPERS: Script = (
    At(STARTS["s03"]),
    act("session.open", 20, session="s03"),
    *attending(EVERYBODY),
    *attending(OBSERVERS, "observing"),
    *attending(("p08",), "substitute"),
    *THE_RULE,
    act("item.next", 10),
    turn("p10", 140, "facilitator"),
    turn("p03", 345),
    note("constraint", "No insurer will cover a hull that carries two flags, not at any price.",
         "Insurance for a vessel under two flags could not be found.", "p03", made="insurer"),
    turn("p04", 255),
    act("turn.start", 45, person="p02", kind="right_of_reply"),
    act("turn.end", 70),
    note("constraint", "Whoever signs the licence admits the line is there. So nobody signs.",
         "A licence is read as a statement on the boundary, so none is issued.", made="licence"),
    act("turn.end", 40),
    act("limit.set", 4, seconds=240),
    act("language.factor", 4, language="el", percent=150),
    act("person.language", 4, person="p01", language="el"),
    act("turn.start", 100, person="p01", made="boats"),
    act("interpreter.change", 4, person="p12"),
    act("hold.set", 15),
    act("hold.release", 5),
    act("interpretation.begin", 40),
    act("interpretation.end", 65),
    act("turn.extend", 30),
    act("turn.end", 25),
    act("turn.began", 4, turn=Made("boats"), seconds=15),
    act("turn.length", 4, turn=Made("boats"), seconds=120),
)  # fmt: skip

_RUMOURS: Script = (
    act("item.next", 10),
    turn("p05", 230),
    note("fact", "By the time the seizure was denied, forty men had put to sea with hooks.",
         "A denial came too late to stop an angry crowd from putting to sea.", "p05"),
    act("turn.start", 220, person="p07", made="ring"),
    note("idea", "Ring first, then repeat. Two minutes, one number.",
         "Reports might be checked by telephone before they are repeated."),
    act("point.propose", 30, made="rumours",
        text="Rumours of a sighting or a seizure are checked with the other duty desk before they are repeated."),
    act("point.word", 45, point=Made("rumours"),
        text="Reports of a sighting or a seizure should be checked with the duty desk across the water before they "
             "are repeated in public."),
    *moved("rumours", "read_back", "drafted"),
    turn("p08", 160),
    note("interest", "They would rather be rung at three in the morning than read it at seven.",
         "Early word, even at night, is valued above certainty."),
    act("turn.split", 4, made="rest", turn=Made("ring"), seconds=90),
    act("turn.merge", 4, turn=Made("rest"), into=Made("ring")),
    turn("p06", 140, "response"),
)  # fmt: skip

_MONEY: Script = (
    act("item.next", 10),
    Round(("p02", "p04", "p06"), 240),
    note("constraint", "Diesel is half again what it was, a trial boat loses money on every mile.",
         "At present fuel prices a trial service would not cover its costs.", "p06"),
    act("point.propose", 30, made="compensation",
        text="Each shore should compensate its own crews for days lost to the closure."),
    note("divergence", "They want it in the text, we can't even ask for it at home.",
         "Whether compensation belongs in the text remained open."),
    *moved("compensation", "withdrawn"),
    note("process", "Withdrawn by common consent, nobody here holds a purse.",
         "The wording was withdrawn, since nobody present could speak for a budget."),
    *attending(("p08",), "left"),
    act("turn.end", 30),
    act("turn.fill", 5, person="p04", seconds=15),
    TakeBack(),
    act("queue.round", 5, order="rotation"),
    act("queue.take_back", 5),
    act("budget.set", 5, scope="item", seconds=60),
    act("budget.share", 5),
    act("queue.close", 5),
    act("queue.open", 5),
    act("item.park", 10, item="3-names"),
    # The laptop's battery runs out under the last speaker: how long she spoke is asked, and told.
    act("turn.start", 20, person="p05", made="dark"),
    Restart(960),
    act("turn.end", 5),
    act("turn.confirm", 5, turn=Made("dark"), seconds=150),
    *PORT_CALLS,
    *SINGLE_TEXT,
    *OLD_AND_NEW,
    *HARBOUR_DUES,
    *PARTS,
    act("session.adjourn", 900),
)  # fmt: skip

# Sorting out is tried and taken back: two constraints are two, after all, and one sentence is one.
_TRIAGE: Script = (
    act("note.merge", 10, note=Made("insurer"), other=Made("licence")),
    TakeBack(),
    act("note.split", 10, note=Made("licence"), at=46),
    TakeBack(),
)

THIRD_SESSION: Script = (*_PAPERS, *_RUMOURS, *_MONEY, *_TRIAGE)
