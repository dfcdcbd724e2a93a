"""Brackets of the current wording: opened with alternatives and a reason, closed by a choice; each a new wording."""

from t2desk.domain.brackets import brackets_in, with_bracket, with_choice
from t2desk.domain.ground import BracketReason, BracketTerm
from t2desk.domain.ground_errors import BracketNotThere
from t2desk.domain.keys import RowKey
from t2desk.domain.points import Point, Wording
from t2desk.domain.ports import Work
from t2desk.domain.text import one_line
from t2desk.services.points import word_point
from t2desk.services.room import session_of


def open_bracket(
    work: Work,
    point: RowKey,
    words: str,
    alternatives: tuple[str, ...] = (),
    reason: BracketReason = BracketReason.ALTERNATIVE,
) -> Wording:
    """Put words of the current wording in brackets, with other alternatives (bis, ter) and the reason why."""
    others = tuple(one_line("alternatives", one, 1000) for one in alternatives)
    before = _current(work, point)
    wording = word_point(work, point, with_bracket(before.text, words, others))
    at = before.text.find(words)
    place = next(one.place for one in brackets_in(wording.text) if one.start == at)
    _put_reason(work, wording, place, reason)
    return wording


def give_reason(work: Work, point: RowKey, place: int, reason: BracketReason) -> BracketTerm:
    """Say why a bracket of the current wording is open. Raises BracketNotThere."""
    current = _current(work, point)
    if place not in {one.place for one in brackets_in(current.text)}:
        raise BracketNotThere(place=place)
    return _put_reason(work, current, place, reason)


def close_bracket(work: Work, point: RowKey, place: int, choice: int) -> Wording:
    """Close a bracket by its alternative of that number, or drop it (0), in a new wording. Raises BracketNotThere."""
    return word_point(work, point, with_choice(_current(work, point).text, place, choice))


def _current(work: Work, point: RowKey) -> Wording:
    about = work.get(Point, point)
    session_of(work, about.session)
    return work.get(Wording, about.current)


def _put_reason(work: Work, wording: Wording, place: int, reason: BracketReason) -> BracketTerm:
    work.clear(BracketTerm, wording=wording.key, place=place)
    term = BracketTerm(work.new_key(), wording.key, place, reason)
    work.put(term)
    return term


def reasons_of(work: Work, wording: Wording) -> dict[int, BracketReason]:
    """Return why each bracket of a wording is open, by its place, as far as it was said."""
    return {term.place: term.reason for term in work.select(BracketTerm, wording=wording.key)}
