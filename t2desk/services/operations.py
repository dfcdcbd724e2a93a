"""Every act of t2desk by name: the closed list that replay, the log and the window share."""

from t2desk.services import agenda, floor, notes, people, points, rules, sections, series, settling
from t2desk.services.registry import Operation, Registry

OPERATIONS = Registry(
    (
        Operation("series.rename", series.rename_series),
        Operation("meeting.add", series.add_meeting),
        Operation("session.add", series.add_session),
        Operation("session.open", series.start_session),
        Operation("session.adjourn", series.adjourn_session),
        Operation("session.close", settling.settle_session, undoable=False),
        Operation("off_record.begin", series.go_off_record, undoable=False),
        Operation("off_record.end", series.go_on_record, undoable=False),
        Operation("rule.set", rules.set_rule),
        Operation("party.add", people.add_party),
        Operation("person.add", people.add_person),
        Operation("person.describe", people.describe_person),
        Operation("person.remove", people.remove_person),
        Operation("attendance.set", people.set_attendance, captures=True),
        Operation("item.add", agenda.add_item),
        Operation("item.change", agenda.change_item),
        Operation("item.move", agenda.move_item),
        Operation("item.park", agenda.park_item),
        Operation("item.remove", agenda.remove_item),
        Operation("item.next", agenda.next_item),
        Operation("queue.add", floor.ask_for_floor, captures=True),
        Operation("queue.remove", floor.leave_queue, captures=True),
        Operation("turn.start", floor.start_turn, captures=True),
        Operation("turn.next", floor.next_turn, captures=True),
        Operation("turn.end", floor.end_turn, captures=True),
        Operation("turn.pause", floor.pause_turn, captures=True),
        Operation("turn.resume", floor.resume_turn, captures=True),
        Operation("turn.assign", floor.assign_turn, captures=True),
        Operation("note.add", notes.add_note, captures=True),
        Operation("note.reword", notes.reword_note, captures=True),
        Operation("note.sort", notes.sort_note, captures=True),
        Operation("note.remove", notes.remove_note),
        Operation("point.propose", points.propose_point, captures=True),
        Operation("point.word", points.word_point, captures=True),
        Operation("point.move", points.move_point, captures=True),
        Operation("point.support", points.set_support, captures=True),
        Operation("point.concern", points.add_concern, captures=True),
        Operation("section.write", sections.write_section, captures=True),
        Operation("section.remove", sections.remove_section),
        Operation("step.add", sections.add_step, captures=True),
        Operation("step.change", sections.change_step, captures=True),
        Operation("step.remove", sections.remove_step),
        Operation("draft.save", sections.save_draft, captures=True, undoable=False),
        Operation("draft.drop", sections.drop_draft, undoable=False),
    )
)

# Names that only the program itself writes into the log.
UNDO, REDO, IMPORTED, RELEASED, SHOWN, CREATED = "undo", "redo", "import", "release", "show", "dossier.create"
LOG_NAMES = frozenset({op.name for op in OPERATIONS.all()} | {UNDO, REDO, IMPORTED, RELEASED, SHOWN, CREATED})
