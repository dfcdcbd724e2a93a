"""Every operation at least once, on a furnished room: what comes before it, and its fields."""

from dataclasses import dataclass, field, replace

from t2desk.domain.clearing import ClearanceRound
from t2desk.domain.floor import Turn
from t2desk.domain.ground import Divergence, Handout, Interest
from t2desk.domain.keys import key_to_text
from t2desk.domain.notes import Note
from t2desk.domain.points import Point
from t2desk.domain.support import Poll
from tests.services.desks import id_of


@dataclass(frozen=True)
class Act:
    """An operation that succeeds; `fields` may ask the room for keys, `first` brings the room into the right state."""

    name: str
    fields: object = field(default_factory=dict)
    first: tuple = ()

    def perform(self, room):
        fields = self.fields(room) if callable(self.fields) else self.fields
        return room.desk.perform(self.name, fields)

    def prepare(self, room):
        room.acts(*self.first)


def note(room):
    return {"note": id_of(room.note)}


def other_note(room):
    return next(id_of(one) for one in room.all(Note) if one.key != room.note.key)


def point(room):
    return {"point": id_of(room.point)}


def concern(room):
    return {"concern": id_of(room.concern)}


def objection(room):
    """Add an objection and keep it where `concern` looks."""
    room.concern = room.do("point.concern", **point(room), text="Too far", kind="objection", mend="a road")


def other_point(room):
    return next(id_of(one) for one in room.all(Point) if one.key != room.point.key)


def a_second_point(room):
    room.do("point.propose", text="The road is shared")


def bracketed(room):
    room.do("bracket.open", **point(room), words="well", alternatives=["spring"])


def interest(room):
    return {"interest": id_of(room.one(Interest))}


def an_interest(room):
    room.do("interest.add", party="party01", text="Water in summer")


def linked(room):
    room.do("interest.link", **interest(room), **point(room))


def ad_referendum(room):
    room.do("point.move", **point(room), state="drafted", ad_referendum=True)


def divergence(room):
    return {"divergence": id_of(room.one(Divergence))}


def a_divergence(room):
    room.do("divergence.add", what="Whose well it is")


def copies(room):
    room.do("copy.give", **point(room), parties=["party01"])


def poll(room):
    return {"poll": id_of(max(room.all(Poll, state="hidden"), key=lambda one: one.key))}


def asked(way, scale="four"):
    return lambda room: room.do("poll.open", **point(room), scale=scale, way=way)


def silent(room):
    room.do("silence.begin", **point(room), until="2026-05-04T12:00", zone="Europe/Athens")


def day_after(room):
    room.clock.forward(86_400)


def single(room):
    room.do("one_text.begin", **point(room))


def read_by_north(room):
    room.do("reading.answer", **point(room), party="party01", answer="agree")


def in_a_part(room):
    room.do("rule.scope", scope="part", preset="background")


def credit_asked(room):
    room.do("credit.ask", person="p01", edition="report")


def wording(room):
    return {"wording": key_to_text(room.point.current)}


def consented(room):
    room.do("consent.give", **wording(room), edition="report", how="By letter")


def agreed(room):
    room.acts(*(("point.move", {**point(room), "state": state}) for state in ("drafted", "tested", "agreed")))


def in_clearance(room):
    room.do("clearance.open", edition="report", until="2026-05-20")


def looked_at(room):
    return {"round": id_of(room.one(ClearanceRound))}


def accepted(room):
    for party in ("party01", "party02"):
        room.do("clearance.answer", **looked_at(room), **wording(room), party=party, answer="accept")


def last_turn(room):
    return id_of(min(room.all(Turn), key=lambda turn: turn.since))


def two_turns(room):
    early, late = sorted(room.all(Turn), key=lambda turn: turn.since)
    return {"turn": id_of(early), "into": id_of(late)}


def doubtful_turn(room):
    return id_of(max(room.all(Turn), key=lambda turn: turn.since))


def later(room):
    room.clock.forward(10)


def restart(room):
    """Start the laptop again an hour later: only the wall clock knows how long that was."""
    moment = room.clock.moment
    room.clock.moment = replace(moment, wall=moment.wall + 3_600_000, boot=60_000, boot_id="boot-two")


ACTS = (
    Act("series.rename", {"title": "Earth", "language": "fr"}),
    Act("meeting.add", {"title": "Second meeting"}),
    Act("meeting.add", {"title": "Second meeting", "id": "m9"}),
    Act("session.add", {"title": "Next", "starts": "2026-05-05T09:00:00+02:00"}),
    Act("session.add", {"title": "Next", "meeting": "m1"}, (("meeting.add", {"title": "M", "id": "m1"}),)),
    Act("session.change", {"session": "s01", "title": "Late", "starts": "2026-05-05T10:00:00+02:00"}),
    Act("session.open", {"title": "Second"}, ("session.adjourn",)),
    Act("session.open", {"session": "s01"}, ("session.adjourn",)),
    Act("session.open", {"title": "Planned"}, (("session.add", {"title": "Planned"}), "session.adjourn")),
    Act("session.adjourn"),
    Act("session.adjourn", {}, ("turn.pause", ("turn.start", {"kind": "point_of_order"}))),
    Act("session.close"),
    Act("session.keep", {"session": "s01", "destroy_on": "2031-12-31"}, ("session.adjourn",)),
    Act(
        "session.keep",
        {"session": "s01", "how": "Agreed"},
        (("session.keep", {"session": "s01", "destroy_on": "2030-01-01"}),),
    ),
    Act("session.hold", {"session": "s01", "reason": "An inquiry asked for it"}),
    Act("session.unhold", {"session": "s01"}, (("session.hold", {"session": "s01", "reason": "Asked for"}),)),
    *(
        Act("session.destroy", {"session": "s01", "what": what, "today": "2026-05-04"}, before)
        for what in ("notes", "all_but_agreed", "session")
        for before in (("session.adjourn",), ("session.close",))
    ),
    Act("session.close", {"session": "s01"}, ("session.adjourn",)),
    Act("off_record.begin"),
    Act("off_record.end", {}, ("off_record.begin",)),
    Act("off_record.forget", {"seconds": 30}),
    Act("rule.set", {"preset": "joint_text_only"}),
    Act("rule.set", {"preset": "background", "session": "s02"}, (("session.add", {"title": "Next"}),)),
    Act("not_private.begin"),
    Act("not_private.end", {}, ("not_private.begin",)),
    Act("room.choose", {"shown": "point", "point": 2, "parties": True, "balance": True, "wordless": True}),
    Act("room.ground_rules", {"text": "One speaks, the others listen."}),
    Act("room.ground_rules", {"text": ""}, (("room.ground_rules", {"text": "One speaks."}),)),
    Act("rule.scope", {"scope": "item", "of": "i01", "preset": "deep_background"}),
    Act("rule.scope", {"scope": "part", "how": "By nodding"}, (in_a_part,)),
    Act("rule.dates", {"scope": "series", "embargo_until": "2026-06-01", "destroy_on": "2027-06-01"}),
    Act("rule.text", {"text": "Nothing leaves this room."}),
    Act("rule.assent", {"how": "By nodding"}),
    Act("rule.assent", {"how": "By nodding", "party": "party01"}),
    Act("note.tighten", lambda room: {**note(room), "preset": "off_the_record"}),
    Act("point.tighten", lambda room: {**point(room), "preset": "deep_background"}),
    Act("credit.ask", {"person": "p01", "edition": "report"}),
    Act("credit.withdraw", {"person": "p01", "edition": "report"}, (credit_asked,)),
    Act("attendance.show", {"shown": ["dates", "number"], "place": "A house by the sea"}),
    Act("party.add", {"name": "East"}),
    Act("party.rename", {"party": "party01", "name": "Far North"}),
    Act("party.remove", {"party": "party03"}, (("party.add", {"name": "East"}),)),
    Act("person.add", {"display_name": "Ana", "party": "East", "aliases": ["Ani"], "role": "chair"}),
    Act("person.add", {"display_name": "Ana", "party": "party01", "id": "ana"}),
    Act("person.describe", {"person": "p01", "descriptor": "a hydrologist"}),
    Act("person.change", {"person": "p01", "display_name": "Ana", "party": "East", "role": "chair"}),
    Act("person.seat", {"person": "p05", "seat": 1}),
    Act("person.remove", {"person": "p06"}),
    Act("person.remove", {"person": "p06"}, (("attendance.set", {"person": "p06"}),)),
    Act("attendance.set", {"person": "p02", "presence": "observing"}),
    Act("attendance.set", {"person": "p01", "presence": "left"}),
    Act("item.add", {"title": "More", "minutes": 5, "parent": "i01", "phase": "options", "aim": "to see"}),
    Act("item.change", {"item": "i02", "title": "Wells", "minutes": 15, "aim": "to count"}),
    Act("item.move", {"item": "i03", "place": 1}),
    Act("item.change", {"item": "i02", "phase": "options"}),
    Act("item.shift", {"item": "i03", "down": False}),
    Act("item.place", {"item": "i03", "before": "i01"}),
    Act("item.nest", {"item": "i03"}),
    Act("item.lift", {"item": "i03"}, (("item.nest", {"item": "i03"}),)),
    Act("agenda.template", {"template": "shuttle"}),
    Act("item.park", {"item": "i02"}),
    Act("item.plan", {"item": "i02", "kind": "break", "method": "in pairs", "notes": "Watch the clock"}),
    Act("item.conclude", {"item": "i01", "text": "The wells are counted"}),
    Act("item.conclude", {"item": "i01"}),
    Act("item.defer", {"item": "i02", "due": "2026-05-05T09:00:00+02:00"}),
    Act("item.unpark", {"item": "i02"}, (("item.park", {"item": "i02"}),)),
    Act("item.carry", {"item": "i02", "session": "s02"}, (("session.add", {"title": "Next"}),)),
    Act("agenda.recover", {"way": "shrink", "minutes": 8}),
    Act("agenda.recover", {"way": "park", "minutes": 8}),
    Act("agenda.recover", {"way": "drop", "minutes": 8, "item": "i02"}),
    Act("agenda.recover", {"way": "extend", "minutes": 8}),
    Act("item.remove", {"item": "i03"}),
    Act("item.next"),
    Act("item.previous", {}, ("item.next",)),
    Act("item.extend"),
    Act("item.extend", {"minutes": -5, "item": "i03"}),
    Act("item.break", {"title": "Tea", "minutes": 10}),
    Act("item.break", {}, (("item.plan", {"item": "i03", "kind": "break"}),)),
    Act("party.order", {"by": "seating", "language": "fr", "rotates": True}),
    Act("queue.add", {"person": "p05"}),
    Act("queue.add", {"person": "p03", "kind": "question"}),
    Act("queue.remove", {"person": "p03"}),
    Act("queue.move", {"person": "p04", "place": 1}),
    Act("limit.set", {"seconds": 240}),
    Act("limit.set", {"seconds": 0, "item": "i03"}),
    Act("limit.set", {"seconds": None}, (("limit.set", {"seconds": 90}),)),
    Act("turn.start", {"person": "p03"}),
    Act("turn.start", {"kind": "silence"}),
    Act("turn.start", {"person": "p05", "kind": "point_of_order"}),
    Act("turn.next"),
    Act("turn.end"),
    Act("turn.end", {}, (("turn.start", {"person": "p05", "kind": "right_of_reply"}),)),
    Act("turn.pause"),
    Act("turn.resume", {}, ("turn.pause",)),
    Act("turn.assign", {"person": "p05"}, (("turn.start", {}),)),
    Act("turn.assign", lambda room: {"person": "p05", "turn": last_turn(room)}),
    Act("person.merge", {"person": "p06", "into": "p05"}),
    Act("person.merge", {"person": "p02", "into": "p01"}),
    Act("person.language", {"person": "p02", "language": "fr"}),
    Act(
        "person.language",
        {"person": "p02", "language": ""},
        (("person.language", {"person": "p02", "language": "fr"}),),
    ),
    Act("language.factor", {"language": "fr", "percent": 180}),
    Act("queue.round", {"order": "parties"}),
    Act("queue.take_back"),
    Act("queue.close"),
    Act("queue.open", {}, ("queue.close",)),
    Act("turn.began", {"seconds": 5}, ("turn.end", later, "turn.next", later)),
    Act("turn.length", lambda room: {"turn": last_turn(room), "seconds": 5}),
    Act("turn.split", {"seconds": 5, "person": "p03"}),
    Act("turn.merge", lambda room: {**two_turns(room), "even_if_different": True}, ("turn.end",)),
    Act("turn.fill", {"person": "p03", "seconds": 5}, ("turn.end", later)),
    Act("turn.confirm", lambda room: {"turn": doubtful_turn(room), "seconds": 60}, (restart, "turn.end")),
    Act("turn.doubt", {"seconds": 5}),
    Act("turn.leave_out", {"seconds": 5}),
    Act("turn.leave_out", lambda room: {"seconds": 5, "turn": doubtful_turn(room)}),
    Act("turn.rank", {"category": "close_debate"}, (("turn.start", {"person": "p05", "kind": "point_of_order"}),)),
    Act("turn.order", {"category": "close_debate", "person": "p05"}),
    Act("turn.answer", {}, (("turn.start", {"person": "p05", "kind": "interposed_question"}),)),
    Act("turn.extend"),
    Act("budget.set", {"scope": "item", "seconds": 600, "of": "i02"}),
    Act(
        "budget.set",
        {"scope": "party", "seconds": 0, "of": "party01"},
        (("budget.set", {"scope": "party", "seconds": 60, "of": "party01"}),),
    ),
    Act("budget.share", {}, (("budget.set", {"scope": "item", "seconds": 100}),)),
    Act("interpretation.begin", {"person": "p06"}),
    Act("interpretation.end", {}, ("interpretation.begin",)),
    Act("interpreter.change", {"person": "p06"}),
    Act("hold.set"),
    Act("hold.release", {}, ("hold.set",)),
    Act("note.add", {"text": "Another", "kind": "idea", "said_by": "p02", "neutral": "Other", "item": "i02"}),
    Act("note.reword", lambda room: {**note(room), "neutral": "A well may be dry"}),
    Act("note.sort", lambda room: {**note(room), "kind": "fact", "item": "i02"}),
    Act("note.split", lambda room: {**note(room), "at": 8}),
    Act("note.merge", lambda room: {**note(room), "other": other_note(room)}, (("note.add", {"text": "It is deep"}),)),
    Act("note.remove", note),
    Act("point.propose", {"text": "Another", "language": "fr", "said_by": "p02", "item": "i02"}),
    Act("point.propose", {"text": "Something about the road", "heard": True}),
    Act("point.word", lambda room: {**point(room), "text": "The wells are shared"}),
    Act("point.word", lambda room: {**point(room), "text": "Le puits est commun", "language": "fr"}),
    Act("point.move", lambda room: {**point(room), "state": "drafted", "ad_referendum": True}),
    Act("point.support", lambda room: {**point(room), "steps": ["oppose", "endorse", "endorse"]}),
    Act("point.concern", lambda room: {**point(room), "text": "Too far", "kind": "objection", "mend": "a road"}),
    Act(
        "point.concern",
        lambda room: {**point(room), "text": "No", "kind": "objection", "party": "party01", "waived": True},
    ),
    Act(
        "point.current",
        lambda room: {**point(room), "wording": key_to_text(room.point.current)},
        (lambda room: room.do("point.word", **point(room), text="The wells are shared"),),
    ),
    Act(
        "point.confirm",
        point,
        (lambda room: room.do("point.move", **point(room), state="drafted", ad_referendum=True),),
    ),
    Act("point.verdict", lambda room: {**point(room), "words": "Near consensus"}),
    Act("point.require", lambda room: {**point(room), "needs": other_point(room)}, (a_second_point,)),
    Act(
        "point.release",
        lambda room: {**point(room), "needs": other_point(room)},
        (a_second_point, lambda room: room.do("point.require", **point(room), needs=other_point(room))),
    ),
    Act("point.carry", point),
    Act("point.replace", lambda room: {**point(room), "by": other_point(room)}, (a_second_point,)),
    Act("concern.waive", concern, (objection,)),
    Act("concern.meet", concern),
    Act("concern.remove", concern, (objection, lambda room: room.do("concern.waive", **concern(room)))),
    Act("bracket.open", lambda room: {**point(room), "words": "well", "alternatives": ["spring"], "reason": "weary"}),
    Act("bracket.reason", lambda room: {**point(room), "place": 1, "reason": "waiting"}, (bracketed,)),
    Act("bracket.close", lambda room: {**point(room), "place": 1, "choice": 2}, (bracketed,)),
    Act("interest.add", {"party": "party01", "text": "Water in summer"}),
    Act("interest.reword", lambda room: {**interest(room), "text": "Water all year"}, (an_interest,)),
    Act(
        "interest.remove",
        interest,
        (an_interest, lambda room: room.do("interest.link", **interest(room), **point(room))),
    ),
    Act("interest.link", lambda room: {**interest(room), **point(room)}, (an_interest,)),
    Act(
        "interest.unlink",
        lambda room: {**interest(room), **point(room)},
        (an_interest, lambda room: room.do("interest.link", **interest(room), **point(room))),
    ),
    Act(
        "divergence.add",
        lambda room: {**point(room), "what": "Whose", "why": "Maps", "mend": "New ones", "due": "June"},
    ),
    Act("divergence.change", lambda room: {**divergence(room), "is_open": False}, (a_divergence,)),
    Act("divergence.remove", divergence, (a_divergence,)),
    Act("copy.give", lambda room: {**point(room), "parties": ["party01", "party02"], "recipients": ["the ministry"]}),
    Act("copy.return", lambda room: {"handout": id_of(room.one(Handout))}, (copies,)),
    Act("decision.set", {"decision": "unanimity"}),
    Act("decision.set", {"decision": "silence", "reason": "No time left"}, (asked("cards"),)),
    Act(
        "poll.open",
        lambda room: {**point(room), "scale": "own", "labels": ["Y", "N"], "leans": ["favour", "against"]},
    ),
    Act("poll.stance", lambda room: {**poll(room), "step": 2, "party": "party01"}, (asked("by_party"),)),
    Act(
        "poll.stance",
        lambda room: {**poll(room), "step": 0, "person": "p01"},
        (("rule.set", {"preset": "on_the_record"}), asked("by_person")),
    ),
    Act("poll.cards", lambda room: {**poll(room), "cards": [4, 1, 0, 1]}, (asked("cards"),)),
    Act("poll.reveal", poll, (asked("by_party", "kaner"),)),
    Act("poll.withdraw", poll, (asked("cards"),)),
    Act("silence.begin", lambda room: {**point(room), "until": "2026-05-06T18:00", "zone": "Europe/Athens"}),
    Act("silence.break", lambda room: {**point(room), "text": "No", "mend": "a road", "party": "party02"}, (silent,)),
    Act("silence.end", point, (silent, day_after)),
    Act("one_text.begin", point),
    Act("one_text.criticise", lambda room: {**point(room), "text": "Too vague", "party": "party01"}, (single,)),
    Act("one_text.ask", point, (single,)),
    Act("one_text.end", point, (single,)),
    Act(
        "reading.answer",
        lambda room: {**point(room), "party": "party01", "answer": "amend", "text": "Our well"},
    ),
    Act("reading.answer", lambda room: {**point(room), "party": "party02", "answer": "withdraw"}),
    Act("reading.take_back", lambda room: {**point(room), "party": "party01"}, (read_by_north,)),
    Act("consent.give", lambda room: {**wording(room), "edition": "report", "how": "By letter"}),
    Act("consent.withdraw", lambda room: {**note(room), "edition": "record"}),
    Act("consent.withdraw", wording, (consented,)),
    Act("clearance.open", {"edition": "report", "until": "2026-05-20", "silence_assents": True}, (agreed,)),
    Act(
        "clearance.answer",
        lambda room: {**looked_at(room), **wording(room), "party": "party01", "answer": "accept", "comment": "Fine"},
        (agreed, in_clearance),
    ),
    Act("clearance.close", looked_at, (agreed, in_clearance, accepted)),
    Act("section.write", {"text": "They met again.", "kind": "context"}),
    Act("section.write", {"text": "Nous", "kind": "brief", "item": "i01", "language": "fr", "heading": "Bref"}),
    Act("section.remove", lambda room: {"section": id_of(room.section)}),
    Act("section.neutral", {"mentions": ["They"], "neutral": "the participants"}),
    Act("step.add", {"what": "Meet", "by": "July", "holder": "North"}),
    Act("step.change", lambda room: {"step": id_of(room.step), "what": "Count again", "by": "May", "holder": "South"}),
    Act("step.remove", lambda room: {"step": id_of(room.step)}),
    Act("draft.save", {"id": "other", "text": "something"}),
    Act("draft.drop", {"id": "capture"}),
)
