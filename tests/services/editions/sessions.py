"""A session in which every field that an edition may hold has words of its own, one of which may be a leak."""

from t2desk.i18n import Phrases
from t2desk.services.exports import project
from tests.services.desks import id_of

ENGLISH = Phrases("en")
STARTS = "2026-05-04T09:00:00+02:00"
SAID = {
    "series.title": "Waters of the plain",
    "meeting.title": "Second gathering",
    "session.title": "Morning sitting",
    "item.title": "Shared gauges",
    "item.aim": "to see what is measured",
    "section.heading": "What was known",
    "section.text": "The gauges are old.",
    "section.text in a list": "the lower gauge",
    "wording.text": "Both shores read the same gauge.",
    "wording.text in another language": "Les deux rives lisent la même jauge.",
    "wording.language": "xx",
    "concern.text": "Not in the dry months.",
    "concern.mend": "a second gauge",
    "step.what": "Count the gauges",
    "step.by": "before summer",
    "step.holder": "the northern side",
    "note.text": "The gauge was moved at night",
    "note.neutral": "The gauge may have been moved",
    "party.name": "Upper shore",
    "person.descriptor": "an engineer of the plain",
}


def hold_session(room, leak_in="", leak=""):
    """Hold one session; the field `leak_in` says `leak` as well as what it says anyway."""

    def said(field):
        # A language is a word of at most twenty letters.
        return (leak if field == "wording.language" else f"{SAID[field]} {leak}") if field == leak_in else SAID[field]

    room.do("series.rename", title=said("series.title"))
    room.do("meeting.add", title=said("meeting.title"))
    room.do("session.add", title=said("session.title"), starts=STARTS)
    _seat(room, said)
    room.do("session.open", session="s01")
    room.do("item.add", title=said("item.title"), minutes=20, phase="concerns", aim=said("item.aim"))
    room.do("item.next")
    room.do("turn.start", person="p01")
    room.clock.forward(75)
    room.do("turn.end")
    for person in ("p01", "p02", "p03", "p04", "p05", "p06"):
        room.do("attendance.set", person=person)
    room.do("note.add", text=said("note.text"), neutral=said("note.neutral"))
    _write(room, said)
    _agree(room, said)
    return room


def _seat(room, said):
    room.do(
        "person.add", display_name="Ödön Vészi-Kárpát", given="Ödön", family="Vészi-Kárpát",
        party=said("party.name"), descriptor=said("person.descriptor"), aliases=["Bodza"],
        affiliation="Tisza Gauge League", affiliation_acronym="TGLX", email="odon@tglx.example",
        phone="+36 1 555 0147", handle="@odonreads",
    )  # fmt: skip
    for name in ("Ilka Thurnes", "Marek Vostrin"):
        room.do("person.add", display_name=name, party=said("party.name"))
    for name in ("Pella Quarrod", "Dorin Askjell", "Tuva Brandsek"):
        room.do("person.add", display_name=name, party="Lower shore")


def _write(room, said):
    text = f"{said('section.text')}\n\n- the upper gauge\n- {said('section.text in a list')}"
    room.do("section.write", text=text, kind="context", heading=said("section.heading"))
    room.do("section.write", text="It was read aloud.", item="i01")
    room.do("step.add", what=said("step.what"), by=said("step.by"), holder=said("step.holder"))


def _agree(room, said):
    point = id_of(room.do("point.propose", text=said("wording.text")))
    room.do("point.word", point=point, text=said("wording.text in another language"), language="fr")
    room.do("point.word", point=point, text="Other words.", language=said("wording.language"))
    for state in ("drafted", "tested", "converging"):
        room.do("point.move", point=point, state=state)
    room.do("point.support", point=point, steps=["endorse", "live_with"])
    room.do("point.concern", point=point, text=said("concern.text"), mend=said("concern.mend"))


def document(room, edition, session=None, phrases=ENGLISH):
    """Return an edition as a document."""
    return room.desk.read(lambda work: project(work, edition, session, phrases))


def words_of(value):
    """Return every text of a document in reading order."""
    return [text.plain for text, _ in value.texts()]


def blocks(value, kind):
    """Return the blocks of one kind."""
    return [block for block in value.blocks if isinstance(block, kind)]
