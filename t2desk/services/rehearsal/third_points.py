"""The points of the third session: one in every state there is, and everything that may stand beside a point."""

from t2desk.services.rehearsal.people import ISLANDS, NORTH, SOUTH
from t2desk.services.rehearsal.script import Act, Made, Script, act, moved, note

_SIDES = (NORTH, SOUTH, ISLANDS)


def _stances(poll: str, *steps: int) -> tuple[Act, ...]:
    answers = zip(_SIDES, steps, strict=False)
    return tuple(act("poll.stance", 5, poll=Made(poll), party=party, step=step) for party, step in answers)


def _all_agree(point: str) -> tuple[Act, ...]:
    return tuple(act("reading.answer", 8, point=Made(point), party=party, answer="agree") for party in _SIDES)


def _proposed(label: str, text: str) -> Act:
    return act("point.propose", 25, made=label, text=text)


THE_RULE: Script = (
    act("rule.text", 5, text="What is said here may be used. Who said it, and who was here, is not told to anybody."),
    *(act("rule.assent", 20, how="Heard in three languages; nobody spoke against it.", party=side) for side in _SIDES),
    act("decision.set", 5, decision="consensus"),
    act("rule.dates", 5, scope="series", destroy_on="2031-12-31"),
    act("attendance.show", 5, shown=["number", "dates"], place="A house by the sea"),
    act("credit.ask", 5, person="p10", edition="report"),
    act("credit.ask", 5, person="p03", edition="report"),
    act("credit.withdraw", 5, person="p03", edition="report"),
)  # fmt: skip

# Heard, captured and read back; put to the room with everything that may be said of a text.
PORT_CALLS: Script = (
    act("point.propose", 20, made="echo", heard=True, text="Something about echo sounders, and who may use them."),
    _proposed("sirens", "Every harbour keeps a siren that is heard beyond its moles."),
    _proposed("lists", "Each harbour keeps a list of boats that are overdue, and reads it out at dusk."),
    act("reading.answer", 8, point=Made("lists"), party=NORTH, answer="agree"),
    act("reading.take_back", 4, point=Made("lists"), party=NORTH),
    *_all_agree("lists"),
    _proposed("calls", "Boats in distress may call at any harbour."),
    act("point.word", 40, made="calls-text", point=Made("calls"),
        text="Boats in distress may call at any harbour, whatever their papers."),
    act("bracket.open", 10, point=Made("calls"), words="at any harbour", alternatives=["at the nearest harbour"],
        reason="tactical"),
    act("bracket.reason", 4, point=Made("calls"), place=1, reason="waiting"),
    act("bracket.close", 10, point=Made("calls"), place=1, choice=1),
    act("point.current", 4, point=Made("calls"), wording=Made("calls-text")),
    *moved("calls", "drafted", "tested"),
    act("point.concern", 20, made="papers", point=Made("calls"), kind="objection", party=SOUTH,
        text="Without papers nobody knows whom a harbour has taken in.", mend="Papers are shown within a day."),
    act("concern.meet", 5, concern=Made("papers")),
    act("concern.waive", 5, concern=Made("papers")),
    act("point.concern", 10, made="tides", point=Made("calls"), text="Small harbours fall dry at low water."),
    act("concern.remove", 5, concern=Made("tides")),
    act("poll.open", 10, made="gradients", point=Made("calls"), scale="kaner"),
    *_stances("gradients", 1, 3, 0),
    act("poll.reveal", 15, poll=Made("gradients")),
    act("point.verdict", 5, point=Made("calls"), words="Near consensus"),
    act("interest.add", 10, made="safe", party=NORTH, text="Crews come home, whoever finds them."),
    act("interest.add", 10, made="known", party=SOUTH, text="It is known who is in the harbour."),
    act("interest.add", 10, made="asked", party=ISLANDS, text="Islanders are asked first."),
    act("interest.reword", 5, interest=Made("asked"), text="Islanders are asked before anything touches their piers."),
    act("interest.link", 4, interest=Made("safe"), point=Made("calls")),
    act("interest.link", 4, interest=Made("known"), point=Made("calls")),
    act("interest.unlink", 4, interest=Made("known"), point=Made("calls")),
    act("interest.add", 4, made="twice", party=NORTH, text="Crews come home."),
    act("interest.remove", 4, interest=Made("twice")),
    act("copy.give", 10, made="first-copy", point=Made("calls"), parties=[NORTH, SOUTH, ISLANDS],
        recipients=["the harbour masters' conference"]),
    act("copy.return", 5, handout=Made("first-copy")),
)  # fmt: skip

# Under silence until noon, when the next session sits; what divides the room stands in the register.
HARBOUR_DUES: Script = (
    _proposed("dues", "Boats on a rescue pay no harbour dues."),
    *moved("dues", "drafted", "tested"),
    act("silence.begin", 10, point=Made("dues"), until="2026-04-22T12:45", zone="Europe/Athens"),
    _proposed("pilots", "Pilots of either shore may board on either shore."),
    *moved("pilots", "drafted", "tested"),
    act("silence.begin", 10, point=Made("pilots"), until="2026-04-22T12:45", zone="Europe/Athens"),
    act("silence.break", 20, point=Made("pilots"), party=ISLANDS,
        text="The islands have no pilots of their own to send.", mend="A pilot of the islands may be asked for."),
    act("point.move", 10, point=Made("pilots"), state="divergent"),
    act("divergence.add", 15, made="boarding", point=Made("pilots"), what="Whose pilots may board where",
        why="The islands have none of their own.", mend="A pilot of the islands may be asked for.", due="Next meeting"),
    act("divergence.add", 10, made="banks", what="What the banks are called"),
    act("divergence.change", 10, divergence=Made("boarding"), due="The third meeting"),
    act("divergence.remove", 5, divergence=Made("banks")),
)  # fmt: skip

# A single text: criticised, asked about once, accepted, cleared by every side.
SINGLE_TEXT: Script = (
    _proposed("joint", "The shores ring each other before dawn."),
    *moved("joint", "drafted", "tested"),
    act("one_text.begin", 5, point=Made("joint")),
    act("one_text.criticise", 15, point=Made("joint"), party=SOUTH, text="Before dawn is late in winter."),
    act("point.word", 40, made="joint-text", point=Made("joint"),
        text="The duty desks should ring each other once every night and once every day, and note that they did."),
    act("one_text.ask", 10, made="yes", point=Made("joint")),
    *_stances("yes", 1, 1, 1),
    act("poll.reveal", 10, poll=Made("yes")),
    *_all_agree("joint"),
    *moved("joint", "agreed"),
    act("one_text.end", 5, point=Made("joint")),
    act("clearance.open", 10, made="round", edition="readout", until="2026-04-30", silence_assents=True),
    *(
        act("clearance.answer", 10, round=Made("round"), wording=Made("joint-text"), party=party, answer="accept")
        for party in _SIDES
    ),
    act("clearance.close", 10, round=Made("round")),
    act("consent.give", 5, wording=Made("joint-text"), edition="report", how="Said at the table."),
)  # fmt: skip

# One that was carried outside, one that another stands in for, one that was taken up again, and a package of two.
OLD_AND_NEW: Script = (
    _proposed("watch", "Fires are seen and reported by whoever sees them first."),
    *moved("watch", "drafted", "tested"),
    act("point.move", 20, point=Made("watch"), state="agreed", ad_referendum=True),
    act("point.confirm", 20, point=Made("watch")),
    *moved("watch", "cleared", "transferred"),
    _proposed("nets", "Lost nets are marked."),
    _proposed("marks", "Lost nets are marked and their place is told to both desks."),
    act("point.replace", 10, point=Made("nets"), by=Made("marks")),
    *moved("marks", "drafted", "tested", "agreed", "reopened"),
    act("point.require", 10, point=Made("marks"), needs=Made("joint")),
    act("point.require", 10, point=Made("watch"), needs=Made("marks")),
    act("point.release", 10, point=Made("watch"), needs=Made("marks")),
    act("poll.open", 5, made="dropped", point=Made("marks"), scale="four"),
    act("poll.withdraw", 5, poll=Made("dropped")),
    act("decision.set", 10, decision="overwhelming", reason="The room asked for it before the last two points."),
    act("decision.set", 10, decision="consensus", reason="The room thought again."),
    act("poll.open", 5, made="cards", point=Made("marks"), scale="three", way="cards"),
    act("poll.cards", 10, poll=Made("cards"), cards=[6, 3, 0]),
    act("poll.reveal", 5, poll=Made("cards")),
)  # fmt: skip

# A part under a stricter rule, a line that is tightened, one that is withdrawn, and seconds that are forgotten.
PARTS: Script = (
    act("rule.scope", 5, scope="part", preset="deep_background"),
    note("fact", "We already ring, you know. Since the winter before last.",
         "Some calls are made already."),
    act("rule.scope", 5, scope="part", how="The part was over."),
    act("note.add", 10, made="own", kind="idea", text="A siren that plays a tune, so the children aren't scared.",
        neutral="Signals might be made less frightening."),
    act("note.tighten", 5, note=Made("own"), preset="joint_text_only"),
    act("consent.withdraw", 5, note=Made("own"), edition="record"),
    act("point.tighten", 5, point=Made("sirens"), preset="deep_background"),
    act("draft.save", 2, id="capture", text="My brother told me that the"),
    act("off_record.forget", 10, seconds=1),
)  # fmt: skip
