"""What rules beside a session's own let be kept: series and meeting bind all, a part the floor, an item its own."""

from dataclasses import replace

from t2desk.domain.clearing import Consent
from t2desk.domain.notes import Note
from t2desk.domain.points import Point
from t2desk.domain.ports import Work
from t2desk.domain.rules import Kept, Recording, Rule, strictest
from t2desk.domain.scopes import RuleChange, RuleDates, Scope, ScopedRule, TakenUnder, kept_of, meet_of, scope_id
from t2desk.domain.series import Session
from t2desk.domain.subjects import Subject
from t2desk.services.assent import settle_assents
from t2desk.services.sources import forget_subject
from t2desk.services.taking import presets_beside


def bound_to(work: Work, session: Session) -> tuple[Rule, Kept]:
    """Return the rule that binds a whole session, and what it lets be kept.

    What was said in a part is marked note by note; of the floor nobody knows which turn fell into it, so that the
    part's rule decides on all of it.
    """
    rule, kept = strictest(session.rules_held)
    beside = presets_beside(work, session, None)
    rule, kept = rule.meet(meet_of(beside)), kept_of(kept, beside)
    part = work.find(ScopedRule, scope_id(Scope.PART, session.id))
    in_part = kept_of(kept, part.held if part else ())
    return rule, replace(in_part, notes=kept.notes, attendance=kept.attendance)


def kept_of_item(work: Work, item: str | None, kept: Kept) -> Kept:
    """Return what may be kept of one item within what may be kept of its session."""
    own = None if item is None else work.find(ScopedRule, scope_id(Scope.ITEM, item))
    return kept_of(kept, own.held if own else ())


def settle_rules(work: Work, session: Session, kept: Kept) -> None:
    """Let go of the notes and sources that a stricter rule of their own does not let be kept, and of persons' rules."""
    for note in work.select(Note, session=session.id):
        if not kept_of_thing(work, note, kept).notes:
            forget_note(work, note)
        else:
            _settle_source(work, Subject.NOTE, note, kept)
    for point in work.select(Point, session=session.id):
        _settle_source(work, Subject.POINT, point, kept)
    if not kept.traces:
        settle_assents(work, session.id)
    _forget_wishes(work, session)


def _forget_wishes(work: Work, session: Session) -> None:
    """Forget which persons asked for a rule of their own, with its dates and changes: it leads to what they said."""
    beginning = scope_id(Scope.PERSON, "", session.id) + ":"
    work.clear(ScopedRule, scope=Scope.PERSON, session=session.id)
    for dates in work.select(RuleDates):
        if dates.id.startswith(beginning):
            work.remove(RuleDates, dates.id)
    for change in work.select(RuleChange):
        if change.scope.startswith(beginning):
            work.remove(RuleChange, change.key)


def kept_of_thing(work: Work, thing: Note | Point, kept: Kept) -> Kept:
    """Return what may be kept of one note or point: its item's rule and its own bind it too."""
    under = work.find(TakenUnder, thing.key)
    return kept_of(kept_of_item(work, thing.item, kept), under.presets if under else ())


def _settle_source(work: Work, subject: Subject, thing: Note | Point, kept: Kept) -> None:
    if kept.traces and not kept_of_thing(work, thing, kept).traces:
        forget_subject(work, subject, thing.key)
        return
    under = work.find(TakenUnder, thing.key)
    if under is not None and meet_of(under.presets).recording < Recording.SEALED_SOURCE:
        forget_subject(work, subject, thing.key)


def forget_note(work: Work, note: Note) -> None:
    """Remove a note and all that leads from it."""
    forget_subject(work, Subject.NOTE, note.key)
    work.discard(TakenUnder, note.key)
    work.clear(Consent, note=note.key)
    work.remove(Note, note.key)
