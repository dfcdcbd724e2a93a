"""What is kept of the room as plain JSON values, out and in again: ground rules, what it is shown, when not private."""

from typing import Any

from t2desk.domain.ports import Work
from t2desk.domain.room_choices import Shown
from t2desk.domain.room_rows import THE_GROUND_RULES, GroundRules, NotPrivate, RoomSetting
from t2desk.services.privacy import intervals_of
from t2desk.services.record_terms import time_of
from t2desk.services.room_settings import set_ground_rules

Plain = dict[str, Any]


def ground_rules_of(work: Work) -> str | None:
    """Return the ground rules that the room agreed on, or None where the usual ones hold."""
    own = work.find(GroundRules, THE_GROUND_RULES)
    return None if own is None else own.text


def read_ground_rules(work: Work, plain: Plain) -> None:
    """Write what a record has of ground rules. Raises text refusals."""
    if "ground_rules" in plain:
        set_ground_rules(work, plain["ground_rules"])


def room_of(work: Work, session: str) -> Plain:
    """Return how a session is shown to the room and when it was not private; what was not chosen is left out."""
    setting = work.find(RoomSetting, session)
    parts: Plain = {
        "shown": {} if setting is None else _shown(setting),
        "not_private": [_interval(one) for one in intervals_of(work, session)],
    }
    return {name: part for name, part in parts.items() if part}


def _shown(setting: RoomSetting) -> Plain:
    flags = {name: getattr(setting, name) for name in ("parties", "balance", "wordless")}
    return {"shows": setting.shown.value, "point": setting.place, **flags}


def _interval(one: NotPrivate) -> Plain:
    since = {"since": one.since.to_iso()}
    return since if one.until is None else since | {"until": one.until.to_iso()}


def read_room(work: Work, session: str, plain: Plain) -> None:
    """Write what a record has of a session's room. Raises ValueError for a time that is none."""
    if "shown" in plain:
        one = plain["shown"]
        flags = (one["parties"], one["balance"], one["wordless"])
        work.put(RoomSetting(session, Shown(one["shows"]), one["point"], *flags))
    for one in plain.get("not_private", []):
        since, until = time_of(one["since"]), time_of(one["until"]) if "until" in one else None
        if until is not None and until.is_before(since):
            raise ValueError(one["until"])
        work.put(NotPrivate(work.new_key(), session, since, until))
