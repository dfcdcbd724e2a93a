"""Who sits at the fictional table: four parties, twelve people, all of them invented."""

from t2desk.services.rehearsal.script import Script, act

NORTH, SOUTH, ISLANDS, TEAM = "north", "south", "islands", "team"

PARTIES: Script = (
    act("party.add", id=NORTH, name="North shore"),
    act("party.add", id=SOUTH, name="South shore"),
    act("party.add", id=ISLANDS, name="Outer islands"),
    act("party.add", id=TEAM, name="Facilitation team"),
)

_NORTH_SHORE: Script = (
    act(
        "person.add", id="p01", party=NORTH, display_name="Ilvane Torrisk", given="Ilvane", family="Torrisk",
        name_native="Ilváne Tørrisk", aliases=["I. Torrisk"], country="Brennmark", gender="f", title="Dr",
        affiliation="Brennick Institute of Littoral Studies", affiliation_acronym="BILS", role="hydrographer",
        email="i.torrisk@brennick.example", descriptor="a specialist in coastal administration",
    ),
    act(
        "person.add", id="p02", party=NORTH, display_name="Радован Келмиров", given="Радован", family="Келмиров",
        name_native="Радован Келмиров", aliases=["Radovan Kelmirov"], country="Brennmark", gender="m",
        affiliation="Velgard Trawlermen's League", affiliation_acronym="VTL", role="retired skipper",
        email="kelmirov@velgard.example", descriptor="a practitioner with long experience at sea",
    ),
    act(
        "person.add", id="p03", party=NORTH, display_name="Sanneke Orwyll", given="Sanneke", family="Orwyll",
        name_native="Sanneke Orwyll", aliases=["Sanne"], country="Brennmark", gender="f", title="Prof.",
        affiliation="University of Skarnholt", affiliation_acronym="USK", role="jurist",
        email="s.orwyll@skarnholt.example", descriptor="a legal scholar",
    ),
)  # fmt: skip

_SOUTH_SHORE: Script = (
    act(
        "person.add", id="p04", party=SOUTH, display_name="Tamaz Ghverlishari", given="Tamaz", family="Ghverlishari",
        name_native="თამაზ ღვერლიშარი", aliases=["Tamazi"], country="Qorvelia", gender="m",
        affiliation="Qorvelian Pilotage Bureau", affiliation_acronym="QPB", role="pilot",
        email="tamaz@qorvel-pilots.example", descriptor="a specialist in navigation",
    ),
    act(
        "person.add", id="p05", party=SOUTH, display_name="Haniya Belqouri", given="Haniya", family="Belqouri",
        name_native="هنية بلقوري", aliases=["Umm Zahran"], country="Qorvelia", gender="f",
        affiliation="Zahranite Mothers of the Missing", affiliation_acronym="ZMM", role="campaigner",
        email="haniya@zahranite.example", descriptor="a voice from civic life",
    ),
    act(
        "person.add", id="p06", party=SOUTH, display_name="Zavren Otarmyan", given="Zavren", family="Otarmyan",
        name_native="Զավրեն Օտարմյան", aliases=["Z. O."], country="Qorvelia", gender="m", title="Dr",
        affiliation="Otarmy Centre for Marine Economics", affiliation_acronym="OCME", role="economist",
        email="zavren@otarmy-centre.example", descriptor="an economist by training",
    ),
)  # fmt: skip

_OUTER_ISLANDS: Script = (
    act(
        "person.add", id="p07", party=ISLANDS, display_name="Κλεονίκη Βαρδαλέση", given="Κλεονίκη", family="Βαρδαλέση",
        name_native="Κλεονίκη Βαρδαλέση", aliases=["Kleoniki Vardalesi"], country="Pellagos", gender="f",
        affiliation="Pellagos Clinic Boat Trust", affiliation_acronym="PCBT", role="physician",
        email="kleoniki@pellagos.example", descriptor="a practitioner in public health",
    ),
    act(
        "person.add", id="p08", party=ISLANDS, display_name="Nuriel Castellune", given="Nuriel", family="Castellune",
        name_native="Nuriel Castellune", aliases=["Nuri Castellune"], country="Pellagos", gender="m",
        affiliation="Castellune & Daughters, Boatbuilders", affiliation_acronym="", role="boatbuilder",
        email="nuriel@castellune.example", descriptor="a practitioner in small business",
    ),
    act(
        "person.add", id="p09", party=ISLANDS, display_name="Yusren Tahmirani", given="Yusren", family="Tahmirani",
        name_native="يسرن طهميراني", aliases=["Abu Lazward"], country="Pellagos", gender="m",
        affiliation="Lazward Broadcasting Cooperative", affiliation_acronym="LBC9", role="observer",
        email="yusren@lazward.example", descriptor="an observer from the region",
    ),
)  # fmt: skip

_FACILITATION_TEAM: Script = (
    act(
        "person.add", id="p10", party=TEAM, display_name="Wilhelmine Astorquay", given="Wilhelmine",
        family="Astorquay", name_native="Wilhelmine Astorquay", aliases=["Minna Astorquay"], country="Nordlund",
        gender="f", affiliation="Astorquay Mediation Fund", affiliation_acronym="AMF7", role="chair",
        email="wilhelmine@astorquay.example", phone="+000 5550 0110", descriptor="the chair",
    ),
    act(
        "person.add", id="p11", party=TEAM, display_name="Oddmar Linnequist", given="Oddmar", family="Linnequist",
        name_native="Oddmar Linnequist", aliases=["Odd Linnequist"], country="Nordlund", gender="m",
        affiliation="Linden Yard Dialogue House", affiliation_acronym="LYDH", role="facilitator",
        email="oddmar@lindenyard.example", handle="@oddmar_l", descriptor="a facilitator",
    ),
    act(
        "person.add", id="p12", party=TEAM, display_name="Petrana Sollenvik", given="Petrana", family="Sollenvik",
        name_native="Петрана Солленвик", aliases=["P. Sollenvik"], country="Nordlund", gender="f",
        affiliation="Linden Yard Dialogue House", affiliation_acronym="LYDH", role="rapporteur",
        email="petrana@lindenyard.example", descriptor="the rapporteur",
    ),
)  # fmt: skip

# Somebody was invited, could not come, and is taken off the list again before anything refers to the seat.
_REGRETS: Script = (
    act("person.add", id="p13", party=ISLANDS, display_name="Eskarde Hollowmere", role="observer"),
    act("person.remove", person="p13"),
    act("person.describe", person="p02", descriptor="a practitioner from the fishing trade"),
)

PEOPLE: Script = (*_NORTH_SHORE, *_SOUTH_SHORE, *_OUTER_ISLANDS, *_FACILITATION_TEAM, *_REGRETS)

EVERYBODY = ("p01", "p02", "p03", "p04", "p05", "p06", "p07", "p08", "p10", "p11", "p12")
OBSERVERS = ("p09",)
