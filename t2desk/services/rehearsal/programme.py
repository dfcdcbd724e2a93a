"""The programme of the fictional meeting: two days, four sessions, and what is on the table in each."""

from t2desk.services.rehearsal.script import Script, TakeBack, act

SERIES_TITLE = "Dialogue on the Merrow Strait"
RECIPIENTS = ("The ministry of the northern shore", "The maritime authority of the southern shore")
SESSIONS = ("s01", "s02", "s03", "s04")
STARTS = {
    "s01": "2026-04-21T09:00:00+02:00",
    "s02": "2026-04-21T14:00:00+02:00",
    "s03": "2026-04-22T09:00:00+02:00",
    "s04": "2026-04-22T11:30:00+02:00",
}

_SERIES: Script = (
    act("series.rename", title=SERIES_TITLE, language="en"),
    act("meeting.add", id="m01", title="Second meeting"),
    act("session.add", id="s01", title="First session: concerns around the strait", starts=STARTS["s01"]),
    act("session.add", id="s02", title="Second session: options that bind nobody", starts=STARTS["s02"]),
    act("session.add", id="s03", title="Third session: what stands in the way", starts=STARTS["s03"]),
    act(
        "session.add", id="s04", title="Fourth session: rescue, the spring closure and the ferry", starts=STARTS["s04"]
    ),
)

_FIRST: Script = (
    act("item.add", session="s01", id="1-open", title="Welcome and ground rules", minutes=10),
    act(
        "item.add", session="s01", id="1-sea", title="Safety on the water", minutes=35, phase="concerns",
        aim="Hear what is feared most, before anything is proposed.",
    ),
    act("item.add", session="s01", id="1-tea", title="Tea", minutes=15),
    act("item.add", session="s01", id="1-fish", title="The spring run and those who live by it", minutes=25,
        phase="concerns"),
    act(
        "item.add", session="s01", id="1-links", title="Families, mail and medicine", minutes=20, phase="concerns",
        aim="Set out what the closed crossing costs in a week, not in a decade.",
    ),
)  # fmt: skip

_SECOND: Script = (
    act("item.add", session="s02", id="2-channel", title="One channel for distress", minutes=25, phase="options"),
    act(
        "item.add", session="s02", id="2-closure", title="Ways to rest the spawning banks", minutes=30,
        phase="options", aim="Collect ideas. Nothing said here is an offer.",
    ),
    act("item.add", session="s02", id="2-air", title="Break", minutes=15),
    act("item.add", session="s02", id="2-boat", title="A boat on trial", minutes=30, phase="options"),
    act("item.add", session="s02", id="2-film", title="A short film about the old crossing", minutes=20),
    act("item.remove", item="2-film"),
)  # fmt: skip

_THIRD: Script = (
    act(
        "item.add", session="s03", id="3-rumours", title="Rumours, and how they travel", minutes=20,
        phase="constraints",
    ),
    act("item.add", session="s03", id="3-papers", title="Licences, flags and liability", minutes=25,
        phase="constraints", aim="Name each obstacle once, with whoever could remove it."),
    act("item.add", session="s03", id="3-money", title="Fuel, crews and who pays", minutes=20, phase="constraints"),
    act("item.add", session="s03", id="3-names", title="What to call the banks", minutes=10, phase="constraints"),
    act("item.move", item="3-papers", place=1),
    act("item.change", item="3-money", minutes=25, aim="Keep to running costs. Compensation comes later."),
)  # fmt: skip

_FOURTH: Script = (
    act("item.add", session="s04", id="4-open", title="Opening, and the rule read aloud", minutes=5),
    act(
        "item.add", session="s04", id="4-rescue", title="Rescue at sea", minutes=25, phase="steps",
        aim="Settle what happens in the first quarter of an hour after a call.",
    ),
    act("item.add", session="s04", id="4-season", title="The spring closure", minutes=35, phase="options"),
    act("item.add", session="s04", id="4-dates", parent="4-season", title="Dates and length", minutes=20,
        phase="options"),
    act("item.add", session="s04", id="4-watch", parent="4-season", title="Keeping watch together", minutes=15,
        phase="options", aim="Ask who sees what, not who commands."),
    act("item.add", session="s04", id="4-break", title="Break", minutes=15),
    act("item.add", session="s04", id="4-ferry", title="A trial ferry", minutes=25, phase="constraints"),
    act("item.add", session="s04", id="4-lights", title="Lights and buoys", minutes=15, phase="steps"),
    act("item.add", session="s04", id="4-back", title="Read-back and way forward", minutes=15),
)  # fmt: skip

# How the last session is run; what is tried out and taken back leaves the programme as it was.
_PLANS: Script = (
    act("item.plan", item="1-tea", kind="break"),
    act("item.plan", item="2-air", kind="break"),
    act("item.plan", item="4-break", kind="break"),
    act("item.plan", item="4-rescue", method="Round the table, then in pairs",
        notes="If it drags, ask for the first quarter of an hour only."),
    act("item.defer", item="4-lights", due="2026-04-22T13:30:00+02:00"),
    act("item.unpark", item="4-lights", session="s04"),
    TakeBack(),
    TakeBack(),
    act("item.carry", item="4-lights", session="s03"),
    TakeBack(),
)  # fmt: skip

PROGRAMME: Script = (*_SERIES, *_FIRST, *_SECOND, *_THIRD, *_FOURTH, *_PLANS)
