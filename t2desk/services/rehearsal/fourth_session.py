"""The fourth session: first steps for the strait, tested and read back; the one whose report is shown."""

from t2desk.services.rehearsal.fourth_points import DATES, FERRY, JOINT, LIGHTS, RESCUE, WATCH
from t2desk.services.rehearsal.people import EVERYBODY, OBSERVERS
from t2desk.services.rehearsal.programme import STARTS
from t2desk.services.rehearsal.script import At, Made, Script, act, attending, note, turn

_OPENING: Script = (
    At(STARTS["s04"]),
    act("session.open", 20, session="s04"),
    *attending(EVERYBODY),
    *attending(OBSERVERS, "observing"),
    act("item.next", 10),
    turn("p10", 285, "facilitator"),
    note("process", "Rule read again, agreed again.", "The rule was read again and accepted."),
)

_RESCUE: Script = (
    act("item.next", 10),
    act("item.conclude", 4, item="4-open", text="The rule was read and accepted."),
    act("agenda.recover", 4, way="extend", minutes=5),
    turn("p04", 310),
    note("fact", "Nine minutes from call to first answer last winter. You have six in that water.",
         "Answers to a call have taken longer than a person survives in winter water.", "p04"),
    turn("p02", 265),
    note("concern", "If I answer across the line, who tells the patrol I'm not an invasion?",
         "A vessel that answers across the line needs to be announced as a rescue.", "p02"),
    turn("p01", 220, "response"),
    note("idea", "One sentence in three languages, the same each time, read off a card.",
         "A fixed announcement in all languages, read from a card, would do."),
    *RESCUE,
)  # fmt: skip

_SEASON: Script = (
    act("item.next", 45),
    turn("p11", 130, "facilitator"),
    act("item.next", 10),
    turn("p01", 285),
    note("interest", "Scientists want ten weeks. My neighbours would sell the boat after six.",
         "The length that protects the stock and the length that households can bear differ."),
    turn("p06", 240),
    act("turn.start", 30, person="p08", kind="interposed_question"),
    act("turn.answer", 20),
    act("turn.end", 100),
    *DATES,
    act("item.next", 10),
    turn("p07", 230),
    turn("p05", 210),
    note("divergence", "No grey ships on the banks in spring. And for us: no banks without grey ships.",
         "Whether patrol craft may enter the closed water is not settled."),
    act("turn.end", 20),
    *WATCH,
)  # fmt: skip

_FERRY: Script = (
    act("item.next", 900),
    act("item.next", 10),
    act("queue.add", 4, person="p08"),
    act("queue.add", 4, person="p05"),
    act("turn.next", 285),
    note("fact", "The pier at the old customs shed still holds, we jumped on it.",
         "The old pier is thought to be usable after light repair.", "p08"),
    act("turn.next", 265),
    note("concern", "The last passenger list ended up on a wall with photographs.",
         "Earlier passenger lists were misused, and trust in lists is low.", "p05"),
    turn("p03", 200),
    act("turn.order", 20, person="p02", category="procedure"),
    act("turn.end", 65),
    note("constraint", "No list, no crossing, that is what the border people will say.",
         "Authorities are expected to ask for a list of passengers."),
    *FERRY,
)  # fmt: skip

_LIGHTS: Script = (
    act("item.next", 10),
    turn("p04", 175),
    note("fact", "Three marks dark since the storm, the battery thieves took the rest.",
         "Several marks have been dark since the storm, and theft has made it worse."),
    turn("p02", 145),
    *LIGHTS,
)  # fmt: skip

_READ_BACK: Script = (
    *JOINT,
    act("item.next", 10),
    turn("p12", 440, "facilitator"),
    act("turn.start", 40, kind="silence"),
    note("process", "All five texts read aloud, slowly. The two brackets stay.",
         "The texts were read aloud, and the brackets were kept."),
    act("silence.end", 10, point=Made("dues")),
    act("point.carry", 10, point=Made("rumours")),
    act("session.adjourn", 900),
)  # fmt: skip

FOURTH_SESSION: Script = (*_OPENING, *_RESCUE, *_SEASON, *_FERRY, *_LIGHTS, *_READ_BACK)
