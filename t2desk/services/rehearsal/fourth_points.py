"""The points of the fourth session: agreed, ad referendum, converging, in brackets, and not yet common ground."""

from t2desk.services.rehearsal.people import ISLANDS, NORTH, SOUTH
from t2desk.services.rehearsal.script import DoAgain, Made, Script, TakeBack, act, moved

RESCUE: Script = (
    act("point.propose", 25, made="channel", said_by="p04",
        text="All stations listen on the same channel and whoever is nearest goes."),
    *moved("channel", "read_back", "drafted"),
    act("point.word", 60, point=Made("channel"),
        text="Stations on every shore should keep watch on one distress channel at all hours, and the nearest vessel "
             "should answer first, whatever its flag."),
    act("point.word", 40, point=Made("channel"), language="ru",
        text="Станции на всех берегах должны круглосуточно нести вахту на едином канале бедствия, и первым на вызов "
             "должно отвечать ближайшее судно независимо от флага."),
    act("point.word", 40, point=Made("channel"), language="el",
        text="Οι σταθμοί σε όλες τις ακτές πρέπει να τηρούν ακρόαση σε έναν κοινό δίαυλο κινδύνου όλο το "
             "εικοσιτετράωρο, και πρώτο να ανταποκρίνεται το πλησιέστερο σκάφος, όποια σημαία και αν φέρει."),
    *moved("channel", "tested", "agreed"),
    act("point.support", 20, point=Made("channel"), steps=["endorse", "support"]),
)  # fmt: skip

DATES: Script = (
    act("point.propose", 25, made="closure", text="The spawning banks are closed to all nets in spring."),
    act("point.word", 60, point=Made("closure"),
        text="The spawning banks should be closed to all nets for [six] [ten] weeks from the first full moon of "
             "spring, and the length reviewed each year by a joint reading of the catch."),
    *moved("closure", "drafted", "tested", "bracketed"),
    act("point.support", 20, point=Made("closure"), steps=["support", "live_with", "reservation"]),
    act("point.concern", 30, point=Made("closure"), kind="reservation",
        text="The longer period would be easier to carry if line fishing from small boats stayed open throughout.",
        mend="An exception for hand lines, by boat length and not by shore."),
)  # fmt: skip

WATCH: Script = (
    act("point.propose", 25, made="patrols", text="Patrol craft stay off the closed banks."),
    act("point.word", 50, point=Made("patrols"),
        text="Patrol craft should stay outside the closed banks while the closure lasts, and leave the watching to "
             "fishing crews."),
    *moved("patrols", "drafted", "tested", "divergent"),
    act("point.support", 20, point=Made("patrols"), steps=["support", "reservation", "oppose"]),
    act("point.concern", 30, point=Made("patrols"), kind="objection",
        text="Water that nobody may patrol is feared to become a shelter for those who break the closure.",
        mend="A joint boat, with crew from every shore, that may be called to the banks at any time."),
)  # fmt: skip

FERRY: Script = (
    act("point.propose", 25, made="ferry", said_by="p08", text="A boat runs on trial through the summer."),
    act("point.word", 55, point=Made("ferry"),
        text="A passenger boat should run on trial through one summer, on fixed days, without freight and without "
             "prejudice to any question of status."),
    *moved("ferry", "drafted", "tested", "converging"),
    act("point.support", 20, point=Made("ferry"), steps=["endorse", "support", "live_with", "reservation"]),
    act("point.concern", 30, point=Made("ferry"), kind="reservation",
        text="A list of passengers handed over in advance would be hard to accept while earlier lists have been used "
             "for other ends.",
        mend="Papers are seen on boarding and handed back, and only the number on board is reported."),
)  # fmt: skip

LIGHTS: Script = (
    act("point.propose", 25, made="lights", text="The dark marks are lit again before autumn."),
    act("point.word", 45, point=Made("lights"),
        text="The dark marks in the narrows should be lit again before the autumn gales, each by whoever last kept it, "
             "and be tested together on one night."),
    TakeBack(),
    DoAgain(),
    *moved("lights", "drafted", "tested"),
    act("point.move", 25, point=Made("lights"), state="agreed", ad_referendum=True),
    act("point.support", 20, point=Made("lights"), steps=["endorse", "support", "live_with"]),
)  # fmt: skip

# Every side hears the agreed wording and says yes, each says what it needs, and what still divides is put down.
JOINT: Script = (
    *(
        act("reading.answer", 8, point=Made("channel"), party=party, answer="agree")
        for party in (NORTH, SOUTH, ISLANDS)
    ),
    act("interest.add", 10, made="home", party=NORTH, text="Crews are answered at sea whatever flag they fly."),
    act("interest.add", 10, made="spring", party=SOUTH,
        text="The spring catch is not lost to a closure that others ignore."),
    act("interest.add", 10, made="reach", party=ISLANDS, text="Islanders can reach a doctor on either shore."),
    act("interest.link", 4, interest=Made("home"), point=Made("channel")),
    act("interest.link", 4, interest=Made("spring"), point=Made("closure")),
    act("interest.link", 4, interest=Made("reach"), point=Made("ferry")),
    act("point.require", 6, point=Made("lights"), needs=Made("channel")),
    act("divergence.add", 12, what="Who may be on board a boat that checks others",
        why="Earlier checks ended in arrests, and each shore remembers other ones.",
        mend="Crews from every shore on one boat, and a list of what may be asked."),
)  # fmt: skip
