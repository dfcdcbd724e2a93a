"""A dossier as full as they come: 40 people with long names, 30 items, a session held and one under way."""

from tests.storage.dossiers import make, opening, perform

PARTIES = (
    "The Federation of Coastal Municipalities", "Ständige Arbeitsgemeinschaft Binnenschifffahrt",
    "رابطة مجالس المدن الساحلية والجزر", "Հարավային Կովկասի Միություն", "Conférence permanente des riverains",
)  # fmt: skip
NAMES = (
    "Ambassador Maximiliano Hernández-Villavicencio y Montenegro de la Sierra",
    "د. عبد الرحمن بن عبد العزيز آل عثمان الحسيني",
    "Prof. Dr. Friederike Wolkenstein-Oberhauser von Altenburg",
    "Нино Константиновна Багратион-Мухранская",
    "Phraya Srisuriyawongse Chaophraya",
    "Ելենա Տեր-Հովհաննիսյան",
    "Xu Li",
    "Jean-Baptiste Saint-Exupéry de la Rochefoucauld-Liancourt",
)
TITLES = (
    "Confidence-building measures on the shared use of the upper reservoirs during dry years",
    "Reconnaissance mutuelle des relevés hydrologiques et de leurs incertitudes",
    "آليات الإنذار المبكر وتبادل المعلومات بين المحطات على ضفتي النهر",
    "Tea",
)
SENTENCE = (
    "Both shores would publish their readings of the gauges on the same day, and neither would act on the other’s "
    "figures before the joint technicians have looked at them together"
)


def crowded(path):
    """Make the dossier: one session adjourned, with everything in it, the next under way with a full list.

    The first one's draft names somebody: the gate closes on it.
    """
    make(path, title="A dialogue on the shared waters of the two shores, their harbours and their neighbours")
    with opening(path) as dossier:
        perform(dossier, *(("party.add", {"name": name}) for name in PARTIES))
        perform(dossier, *(_person(number) for number in range(40)))
        _hold(dossier)
        named = f"{NAMES[2]} would rather wait for the joint technicians."
        perform(dossier, ("section.write", {"kind": "way_forward", "language": "en", "text": named}))
        perform(dossier, ("session.adjourn", {}))
        _hold(dossier)
        perform(dossier, *(("queue.add", {"person": f"p{number:02d}"}) for number in range(2, 14)))
        perform(dossier, ("turn.start", {"person": "p01"}))
    return path


def _person(number):
    said = NAMES[number % len(NAMES)]
    name = said if number < len(NAMES) else f"{said} {number + 1}"
    party = PARTIES[number % len(PARTIES)]
    return "person.add", {"display_name": name, "party": party, "descriptor": "a former permanent representative"}


def _hold(dossier):
    perform(dossier, ("session.open", {"title": "Working session on water, transit and what the neighbours fear"}))
    perform(dossier, *(("item.add", {"title": TITLES[n % 4], "minutes": 5 + 5 * (n % 4)}) for n in range(30)))
    perform(dossier, ("item.next", {}))
    for number in range(4):
        perform(dossier, ("turn.start", {"person": f"p{1 + number * 3:02d}"}))
        perform(dossier, ("note.add", {"text": SENTENCE, "kind": "concern", "neutral": "Readings may be misread"}))
        perform(dossier, ("point.propose", {"text": f"{SENTENCE} ({number + 1})"}))
    perform(dossier, ("turn.end", {}), ("note.add", {"text": "Short"}))
    perform(dossier, ("section.write", {"kind": "discussion", "language": "en", "text": SENTENCE}))
    perform(dossier, ("step.add", {"what": SENTENCE, "by": "before the next gathering", "holder": PARTIES[0]}))
