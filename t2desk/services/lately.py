"""Which rows words were put into lately, whatever kind they are, and how those are forgotten after a restart too."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from t2desk.domain.agenda import ItemPlan
from t2desk.domain.changes import RowChange
from t2desk.domain.clearing import Consent
from t2desk.domain.ground import AgreedText, Interest, InterestLink
from t2desk.domain.ground_kinds import GROUND_KINDS
from t2desk.domain.lately import LONGEST_FORGOTTEN, Lately
from t2desk.domain.notes import Note
from t2desk.domain.points import SETTLED_TEXT, Point, PointConcern, PointState, Wording
from t2desk.domain.ports import Work
from t2desk.domain.scopes import TakenUnder
from t2desk.domain.sections import DraftSection, NextStep
from t2desk.domain.series import Session
from t2desk.domain.subjects import Subject
from t2desk.domain.word_families import puts_into_words
from t2desk.services.sections import remove_step
from t2desk.services.sources import events_of, forget_subject, forget_times_lately

# A note is found by the time it was taken down (`sources.added_lately`): only its neutral wording is kept account of.
_KINDS: Mapping[str, type[Any]] = {
    "notes": Note, "points": Point, "wordings": Wording, "point_concerns": PointConcern,
    "draft_sections": DraftSection, "next_steps": NextStep, "item_plans": ItemPlan,
    **{name: kind for name, kind in GROUND_KINDS.items() if kind is not TakenUnder},
}  # fmt: skip
# Nobody can tell which of their words were there before: what was put otherwise lately goes whole.
_GO_WHOLE = frozenset(
    {"draft_sections", "next_steps", "interests", "divergences", "point_verdicts", "stances", "card_counts",
     "read_backs", "silences", "agreed_texts"}
)  # fmt: skip


def keep_account(work: Work, operation: str) -> None:
    """Keep account of the rows that an act put words into; those too old to be forgotten go."""
    if not puts_into_words(operation):
        return
    changes = work.changes()
    rows = [row for row in changes if row.after is not None and _is_of_words(row)]
    if operation == "note.merge" and not _took_in_lately(work, changes.rows):
        return
    # What is done to the texts of a settled session leaves no time behind: that is logged with the series.
    if not rows or work.find(Session, work.segment) is None:
        return
    _forget_old_accounts(work)
    for row in rows:
        work.put(Lately(work.new_key(), work.segment, row.kind, str(row.key), row.before is None, work.now))


def _is_of_words(row: RowChange) -> bool:
    return row.kind in _KINDS and not (row.kind == "notes" and row.before is None)


def _took_in_lately(work: Work, rows: tuple[RowChange, ...]) -> bool:
    gone = {str(row.key) for row in rows if row.kind == "notes" and row.after is None}
    return any(one.row in gone for one in work.select(Lately, table="notes"))


def _forget_old_accounts(work: Work) -> None:
    for one in work.select(Lately):
        if one.at.seconds_until(work.now) > LONGEST_FORGOTTEN:
            work.remove(Lately, one.key)


def forget_words(work: Work, seconds: float) -> None:
    """Let go of all that was put into words in the last so many seconds, as far as the desk itself remembers no more.

    What was made then goes. Of what was only put otherwise, its earlier words are known to nobody any more: a note
    loses its neutral wording, an item its conclusion, a section or a step goes whole, a consent holds no longer, and a
    point goes back to the wording and the state that it had, its support asked for again.
    """
    found = [one for one in work.select(Lately) if one.at.seconds_until(work.now) <= seconds]
    made = {(one.table, one.row) for one in found if one.made and one.table != "item_plans"}
    # Wordings before consents: what was withdrawn of words that stay is withdrawn still.
    for table, row in sorted(made, key=lambda place: (place[0] == "consents", place)):
        _forget_made(work, table, row)
    forget_times_lately(work, Subject.POINT, seconds)
    for table, row in sorted({(one.table, one.row) for one in found} - made):
        _put_back(work, table, row)
    for one in found:
        work.remove(Lately, one.key)


def _forget_made(work: Work, table: str, row: str) -> None:
    if table == "points":
        forget_subject(work, Subject.POINT, int(row))
        work.discard(TakenUnder, int(row))
    elif table == "stances":
        forget_subject(work, Subject.STANCE, int(row))
    _let_go(work, table, row)


def _let_go(work: Work, table: str, row: str) -> None:
    kind = _KINDS[table]
    key = _key(kind, row)
    now = work.find(kind, key)
    if now is None or (isinstance(now, Consent) and now.withdrawn and _stays(work, now)):
        return
    if kind is NextStep:
        remove_step(work, key)
        return
    if kind is Interest:
        work.clear(InterestLink, interest=key)
    work.remove(kind, key)


def _stays(work: Work, consent: Consent) -> bool:
    """Say whether the words of a consent are still there."""
    return work.find(Wording, consent.wording) is not None or work.find(Note, consent.note) is not None


def _key(kind: type[Any], row: str) -> Any:
    return row if kind is ItemPlan else int(row)


def _put_back(work: Work, table: str, row: str) -> None:
    kind = _KINDS[table]
    now = work.find(kind, _key(kind, row))
    if now is None:
        return
    if isinstance(now, Note):
        work.put(replace(now, neutral_wording=""))
    elif isinstance(now, ItemPlan):
        work.put(replace(now, conclusion="", asked=False))
    elif isinstance(now, Consent):
        work.put(replace(now, withdrawn=True))
    elif isinstance(now, Point):
        _put_point_back(work, now)
    elif table in _GO_WHOLE:
        _let_go(work, table, row)


def _put_point_back(work: Work, point: Point) -> None:
    left = sorted(work.select(Wording, point=point.key), key=lambda one: one.number)
    current = point.current if any(one.key == point.current for one in left) else left[-1].key
    words = {state.value for state in PointState}
    said = [one.what for one in events_of(work, point.session, Subject.POINT) if one.subject_key == point.key]
    state = next((PointState(what) for what in reversed(said) if what in words), PointState.CAPTURED)
    if state in SETTLED_TEXT and work.find(AgreedText, point.key) is None:
        state = PointState.REOPENED
    work.put(replace(point, current=current, state=state, support=()))
