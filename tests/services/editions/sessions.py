"""A session in which every field that an edition may hold has words of its own, one of which may be a leak."""

from t2desk.domain.editions import NOBODY, Addressed
from t2desk.domain.keys import key_to_text
from t2desk.domain.people import Party
from t2desk.domain.points import Point
from t2desk.i18n import Phrases
from t2desk.services.editions.contents import project
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
    "divergence.what": "Who reads in winter",
    "divergence.why": "the road is closed",
    "divergence.mend": "a sledge for both",
    "interest.text": "The fields are watered in May",
    "memo.recipient": "The water office",
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


def hold_whole_session(room, leak_in="", leak=""):
    """Hold one session with all that the joint editions, the memo and the clearance draft take in as well."""

    def said(field):
        return f"{SAID[field]} {leak}" if field == leak_in else SAID[field]

    hold_session(room, leak_in, leak)
    joint = id_of(room.do("point.propose", text=said("wording.text")))
    room.do("point.word", point=joint, text="Aussi en français.", language="fr")
    for party in ("upper-shore", "lower-shore"):
        room.do("reading.answer", point=joint, party=_party(room, party), answer="agree")
    for state in ("drafted", "tested", "agreed"):
        room.do("point.move", point=joint, state=state)
    upper = _party(room, "upper-shore")
    first = next(point for point in room.all(Point) if key_to_text(point.key) != joint)
    own = {"text": said("concern.text"), "mend": said("concern.mend"), "party": upper}
    room.do("point.concern", point=key_to_text(first.key), **own)
    interest = id_of(room.do("interest.add", party=upper, text=said("interest.text")))
    room.do("interest.link", interest=interest, point=key_to_text(first.key))
    room.do("point.require", point=key_to_text(first.key), needs=joint)
    room.do("section.write", text="Two readings differ.", kind="brief", item="i01")
    room.do("divergence.add", what=said("divergence.what"), why=said("divergence.why"), mend=said("divergence.mend"))
    return room


def addressed(room, edition, leak_in="", leak=""):
    """Return for whom an edition is made here."""
    if edition == "memo":
        words = SAID["memo.recipient"]
        return Addressed((f"{words} {leak}" if leak_in == "memo.recipient" else words,))
    return Addressed(side=_party(room, "upper-shore"), copy=3) if edition == "clearance" else NOBODY


def _party(room, which):
    upper = SAID["party.name"]
    parties = {
        ("upper-shore" if party.name.startswith(upper) else "lower-shore"): party.id for party in room.all(Party)
    }
    return parties[which]


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


def document(room, edition, session=None, phrases=ENGLISH, of=None):
    """Return an edition as a document."""
    made_for = addressed(room, edition) if of is None else of
    return room.desk.read(lambda work: project(work, edition, session, phrases, made_for))


def words_of(value):
    """Return every text of a document in reading order."""
    return [text.plain for text, _ in value.texts()]


def blocks(value, kind):
    """Return the blocks of one kind."""
    return [block for block in value.blocks if isinstance(block, kind)]
