"""Every operation at least once, on a furnished room: what comes before it, and its fields."""

from dataclasses import dataclass, field, replace

from t2desk.domain.floor import Turn
from t2desk.domain.notes import Note
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
    Act("session.close", {"session": "s01"}, ("session.adjourn",)),
    Act("off_record.begin"),
    Act("off_record.end", {}, ("off_record.begin",)),
    Act("rule.set", {"preset": "joint_text_only"}),
    Act("rule.set", {"preset": "background", "session": "s02"}, (("session.add", {"title": "Next"}),)),
    Act("not_private.begin"),
    Act("not_private.end", {}, ("not_private.begin",)),
    Act("room.choose", {"shown": "point", "point": 2, "parties": True, "balance": True, "wordless": True}),
    Act("room.ground_rules", {"text": "One speaks, the others listen."}),
    Act("room.ground_rules", {"text": ""}, (("room.ground_rules", {"text": "One speaks."}),)),
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
    Act("point.word", lambda room: {**point(room), "text": "The wells are shared"}),
    Act("point.word", lambda room: {**point(room), "text": "Le puits est commun", "language": "fr"}),
    Act("point.move", lambda room: {**point(room), "state": "drafted", "ad_referendum": True}),
    Act("point.support", lambda room: {**point(room), "steps": ["oppose", "endorse", "endorse"]}),
    Act("point.concern", lambda room: {**point(room), "text": "Too far", "kind": "objection", "mend": "a road"}),
    Act("section.write", {"text": "They met again.", "kind": "context"}),
    Act("section.write", {"text": "Nous", "kind": "brief", "item": "i01", "language": "fr", "heading": "Bref"}),
    Act("section.remove", lambda room: {"section": id_of(room.section)}),
    Act("step.add", {"what": "Meet", "by": "July", "holder": "North"}),
    Act("step.change", lambda room: {"step": id_of(room.step), "what": "Count again", "by": "May", "holder": "South"}),
    Act("step.remove", lambda room: {"step": id_of(room.step)}),
    Act("draft.save", {"id": "other", "text": "something"}),
    Act("draft.drop", {"id": "capture"}),
)
