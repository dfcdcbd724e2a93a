"""Whether a session of a record fits together: its references, its turns, and what its rule lets be kept."""

from collections.abc import Iterator
from typing import Any

from t2desk.domain.desk_errors import BadRecord
from t2desk.domain.rules import NEW_SESSION, FloorKept, strictest
from t2desk.domain.series import SessionState

Plain = dict[str, Any]


def check_session(plain: Plain, state: SessionState, place: str) -> None:
    """Refuse a session that contradicts itself. Raises BadRecord with what is wrong, before anything is written."""
    for problem in _problems(plain, state):
        raise BadRecord(place=place, problem=problem)


def _problems(plain: Plain, state: SessionState) -> Iterator[str]:
    yield from _wrong_items(plain)
    yield from _wrong_turns(plain.get("turns", []))
    yield from _doubled(plain)
    for point in plain.get("points", []):
        yield from _wrong_wordings(point)
    if state is not SessionState.OPEN:
        yield from _running(plain)
    if state is SessionState.SETTLED:
        yield from _unsettled(plain)


def _wrong_items(plain: Plain) -> Iterator[str]:
    items = {item.get("id") for item in plain.get("agenda", [])}
    for part in ("turns", "floor", "notes", "points", "sections", "closed_lists"):
        if any(one.get("item") is not None and one["item"] not in items for one in plain.get(part, [])):
            yield f"{part} name an agenda item of another session"
    if any(item.get("parent") is not None and item["parent"] not in items for item in plain.get("agenda", [])):
        yield "an agenda item's parent is not in its session"
    if sum("since" in item for item in plain.get("agenda", [])) > 1:
        yield "two agenda items are under discussion"


def _wrong_turns(turns: list[Plain]) -> Iterator[str]:
    interrupted = {turn.get("id"): turn.get("interrupted") for turn in turns}
    if any(other is not None and other not in interrupted for other in interrupted.values()):
        yield "a turn interrupts one that is not there"
    if any(_goes_round(key, interrupted) for key in interrupted if key is not None):
        yield "turns interrupt each other in a circle"
    standing = {turn.get("id") for turn in turns if turn.get("seconds") is None}
    waiting = {turn.get("interrupted") for turn in turns if turn.get("seconds") is None} & standing
    count = sum(turn.get("seconds") is None for turn in turns)
    if count - len(waiting - {None}) > 1:
        yield "two turns run at once"


def _doubled(plain: Plain) -> Iterator[str]:
    for part, names in (("limits", ("scope", "of")), ("closed_lists", ("item",))):
        rows = [tuple(one.get(name) for name in names) for one in plain.get(part, [])]
        if len(rows) != len(set(rows)):
            yield f"something is twice in the {part}"
    for part in ("attendance", "queue"):
        people = [one["person"] for one in plain.get(part, [])]
        if len(people) != len(set(people)):
            yield f"somebody is twice in the {part}"
    if plain.get("off_record") and any(turn.get("seconds") is None for turn in plain.get("turns", [])):
        yield "a turn runs off the record"


def _goes_round(start: str, interrupted: dict[Any, Any]) -> bool:
    seen = {start}
    step = interrupted.get(start)
    while step is not None and step not in seen:
        seen.add(step)
        step = interrupted.get(step)
    return step == start


def _wrong_wordings(point: Plain) -> Iterator[str]:
    ids = [wording["id"] for wording in point.get("wordings", []) if "id" in wording]
    if len(ids) != len(set(ids)):
        yield "two wordings of a point have one id"
    if any("wording" in concern and concern["wording"] not in ids for concern in point.get("concerns", [])):
        yield "a concern is about a wording of another point"


def _running(plain: Plain) -> Iterator[str]:
    turns = [turn for turn in plain.get("turns", []) if turn.get("seconds") is None]
    since = [item for item in plain.get("agenda", []) if "since" in item]
    goes_on = any(plain.get(part) for part in ("off_record", "queue", "since", "interpreter"))
    if goes_on or turns or since:
        yield "something runs in a session that is not open"


def _unsettled(plain: Plain) -> Iterator[str]:
    rules = tuple({*plain.get("rules_held", ()), plain.get("rule", NEW_SESSION)})
    _, kept = strictest(rules)
    if plain.get("turns") and kept.floor is not FloorKept.TURNS:
        yield "a settled session has turns that its rule does not let be kept"
    if any(plain.get(part) for part in ("limits", "closed_lists", "floor_since")):
        yield "a settled session has terms of the floor, which settling takes away"
    if not kept.attendance and any("stands_for" in one for one in plain.get("attendance", [])):
        yield "a settled session says who sat for whom, which its rule does not let be kept"
    timed = [one for part in ("notes", "points", "events") for one in plain.get(part, []) if "at" in one]
    if plain.get("not_private") and kept.floor is not FloorKept.TURNS:
        yield "a settled session says when its room was not private, which its rule does not let be kept"
    if timed and not kept.traces:
        yield "a settled session has times that its rule does not let be kept"
