"""The second session: options that bind nobody, a part on deep background, and a part off the record."""

from t2desk.services.rehearsal.people import EVERYBODY, OBSERVERS
from t2desk.services.rehearsal.programme import STARTS
from t2desk.services.rehearsal.script import (
    At,
    Made,
    Refusal,
    Script,
    TakeBack,
    act,
    attending,
    moved,
    note,
    turn,
)

UNHEARD = "The harbour cable was cut from the quay"

_CHANNEL: Script = (
    At(STARTS["s02"]),
    act("session.open", 20, session="s02"),
    *attending(EVERYBODY),
    *attending(OBSERVERS, "observing"),
    act("item.next", 10),
    turn("p11", 270, "facilitator"),
    turn("p04", 390),
    note("idea", "One channel, three stations, nearest boat answers. Flags sort themselves out on the quay.",
         "One distress channel for all stations, with the nearest vessel answering first.", "p04"),
    turn("p01", 300, "response"),
    note("idea", "Test it on Sundays first, when nobody is watching us make mistakes.",
         "The channel could be rehearsed on quiet days before it is announced."),
    act("turn.start", 25, person="p06", kind="interposed_question"),
    act("turn.end", 120),
    turn("p08", 240),
)  # fmt: skip

_CLOSURE: Script = (
    act("item.next", 10),
    turn("p02", 360),
    note("idea", "Close by the moon, not by the calendar. The fish can't read.",
         "The closure could follow the moon and not fixed dates.", "p02"),
    act("turn.start", kind="interpretation", lasts=55),
    turn("p07", 330),
    note("idea", "Let the boats that stay in port be the ones that do the counting.",
         "Crews that stay ashore could be engaged in counting the run."),
    act("rule.set", 30, preset="deep_background"),
    turn("p06", 420),
    note("fact", "The licence money is already promised to somebody else for two years.",
         "Licence income may be committed in advance on more than one shore."),
    act("rule.set", 20, preset="chatham_house"),
    act("turn.end", 30),
)  # fmt: skip

_OFF_THE_RECORD: Script = (
    act("item.next", 900),
    act("draft.save", 8, id="capture", text="Somebody asks whether"),
    act("off_record.begin", 240),
    Refusal(note("fact", UNHEARD)),
    Refusal(act("point.propose", text=UNHEARD)),
    Refusal(act("draft.save", id="capture", text=UNHEARD)),
    act("off_record.end", 20),
)

_BOAT: Script = (
    act("item.next", 10),
    turn("p08", 390),
    note("idea", "Sixty seats, no cars, no crates. Nobody can start a war over sixty seats.",
         "A small passenger boat without freight would carry the least risk.", "p08"),
    turn("p05", 360),
    note("interest", "The old people want to see the pier once more. That's all, really.",
         "For many older residents a single visit would matter more than a timetable."),
    act("point.propose", 30, text="Mail and medicine may cross on the supply boat before any passenger does.",
        made="sacks-first"),
    turn("p03", 270, "clarification"),
    turn("p03", 15),
    TakeBack(),
    act("point.word", 40, point=Made("sacks-first"),
        text="Mail and medicine may cross in sealed sacks on the supply boat before any passenger does."),
    *moved("sacks-first", "drafted", "tested", "parked"),
    note("process", "Parked: wants a word with the postal people first.",
         "The wording was parked until it is known who may seal a sack.", made="parked-why"),
    act("session.adjourn", 900),
)  # fmt: skip

_TRIAGE: Script = (
    act("note.sort", 8, note=Made("parked-why"), item="2-boat"),
    act("session.close", 60, session="s02"),
)

SECOND_SESSION: Script = (*_CHANNEL, *_CLOSURE, *_OFF_THE_RECORD, *_BOAT, *_TRIAGE)
