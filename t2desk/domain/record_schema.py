"""The JSON Schema of the record format: the one authority on what a record may hold."""

from enum import Enum
from typing import Any

from t2desk.domain.agenda import ItemKind, ItemState, Phase
from t2desk.domain.attendance import Presence
from t2desk.domain.floor import LONGEST_LIMIT, TurnKind
from t2desk.domain.floor_terms import LONGEST, LimitScope, PointCategory
from t2desk.domain.ground_kinds import GROUND_KINDS
from t2desk.domain.notes import NoteKind
from t2desk.domain.party_order import LANGUAGES, PartyOrder
from t2desk.domain.points import ConcernKind, PointState, Support
from t2desk.domain.record_parts import part_schema
from t2desk.domain.room_choices import Shown
from t2desk.domain.rules import PRESETS
from t2desk.domain.sections import SectionKind
from t2desk.domain.series import SessionState
from t2desk.domain.subjects import Subject

FORMAT = "t2desk-record"
VERSION = 1

Schema = dict[str, Any]

_LINE: Schema = {"type": "string", "maxLength": 2000}
_TEXT: Schema = {"type": "string", "maxLength": 200_000}
_ID: Schema = {"type": "string", "minLength": 1, "maxLength": 40, "pattern": r"^[\w.\-]+$"}
_KEY: Schema = {"type": "string", "pattern": "^[0-9a-hjkmnp-tv-z]{11}$"}
_TIME: Schema = {"type": "string", "maxLength": 40, "description": "ISO 8601 with offset"}
_SECONDS: Schema = {"type": "number", "minimum": 0, "maximum": 10_000_000, "description": "seconds"}
_COUNT: Schema = {"type": "integer", "minimum": 0, "maximum": 1_000_000_000}
_SHIFT: Schema = {"type": "integer", "minimum": -1_000_000, "maximum": 1_000_000, "description": "minutes"}
_SEAT: Schema = {**_COUNT, "minimum": 1}
_MINUTES: Schema = {"type": "integer", "minimum": 0, "maximum": 1440, "description": "planned minutes"}
_LIMIT: Schema = {
    "type": "integer",
    "minimum": 0,
    "maximum": LONGEST_LIMIT,
    "description": "seconds a turn may take, 0 for as long as it takes",
}
_LENGTH: Schema = {"type": "integer", "minimum": 1, "maximum": LONGEST, "description": "seconds"}


def _words(kind: type[Enum]) -> Schema:
    return {"enum": [member.value for member in kind]}


def _list(items: Schema, most: int = 200_000) -> Schema:
    return {"type": "array", "items": items, "maxItems": most}


def _object(required: tuple[str, ...], **properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


_PERSON = _object(
    ("display_name",),
    id=_ID, seat=_SEAT, display_name=_LINE, given=_LINE, family=_LINE, name_native=_LINE, aliases=_list(_LINE, 100),
    party=_LINE, country=_LINE, affiliation=_LINE, affiliation_acronym=_LINE, role=_LINE, title=_LINE, gender=_LINE,
    email=_LINE, phone=_LINE, handle=_LINE, descriptor=_LINE, present={"type": "boolean"},
)  # fmt: skip

_ITEM = _object(
    ("title",),
    id=_ID, title=_LINE, minutes=_MINUTES, parent=_ID, phase=_words(Phase), aim=_LINE, state=_words(ItemState),
    seconds=_SECONDS, since=_TIME, turn_limit=_LIMIT,
    kind=_words(ItemKind), method=_LINE, notes=_TEXT, due=_TIME, conclusion=_LINE,
    asked={"type": "boolean"}, first_planned=_MINUTES,
)  # fmt: skip

_TURN = _object(
    ("start",),
    id=_KEY, item=_ID, person=_ID, kind=_words(TurnKind), start=_TIME, seconds={**_SECONDS, "type": ["number", "null"]},
    interrupted=_KEY, paused=_TIME, paused_seconds=_SECONDS,
    allowed=_LENGTH, category=_words(PointCategory), uncertain=_SECONDS, stopped={"type": "boolean"},
)  # fmt: skip

_QUEUED = _object(("person",), person=_ID, kind=_words(TurnKind), since=_TIME)
_ATTENDED = _object(("person",), person=_ID, presence=_words(Presence), stands_for=_ID)
_FLOOR_LIMIT = _object(("scope", "of", "seconds"), scope=_words(LimitScope), of=_ID, seconds=_LENGTH)
_EVENT = _object(
    ("at", "subject", "what"),
    at=_TIME, subject=_words(Subject), what={**_LINE, "maxLength": 40}, person=_ID, of=_KEY,
)  # fmt: skip
_INTERPRETER = _object(("person", "since"), person=_ID, since=_TIME)
_LANGUAGE = {**_LINE, "minLength": 1, "maxLength": 20}
_PERCENT: Schema = {"type": "integer", "minimum": 100, "maximum": 400}
_TOTAL = _object(("turns", "seconds"), item=_ID, person=_ID, party=_ID, turns=_COUNT, seconds=_COUNT)

_NOTE = _object(
    ("text",),
    id=_KEY, kind=_words(NoteKind), text=_TEXT, neutral=_TEXT, item=_ID, rule={"enum": list(PRESETS)}, said_by=_ID,
    at=_TIME,
)  # fmt: skip

_WORDING = _object(("text",), id=_KEY, number=_COUNT, language=_LINE, text=_TEXT)
_CONCERN = _object(("text",), id=_KEY, kind=_words(ConcernKind), text=_TEXT, mend=_LINE, wording=_KEY)

_POINT = _object(
    (),
    id=_KEY, item=_ID, state=_words(PointState), ad_referendum={"type": "boolean"}, support=_list(_words(Support), 5),
    rule={"enum": list(PRESETS)}, text=_TEXT, current=_KEY, wordings=_list(_WORDING, 1000),
    concerns=_list(_CONCERN, 1000), said_by=_ID, at=_TIME,
)  # fmt: skip

_SECTION = _object(("text",), item=_ID, kind=_words(SectionKind), language=_LINE, heading=_LINE, text=_TEXT)
_STEP = _object(("what",), what=_LINE, by=_LINE, holder=_LINE)

_SHOWN = _object(
    ("shows", "point", "parties", "balance", "wordless"),
    shows=_words(Shown), point=_SEAT, parties={"type": "boolean"}, balance={"type": "boolean"},
    wordless={"type": "boolean"},
)  # fmt: skip
_NOT_PRIVATE = _object(("since",), since=_TIME, until=_TIME)

_SESSION = _object(
    ("title",),
    id=_ID, title=_LINE, starts=_TIME, state=_words(SessionState), rule={"enum": list(PRESETS)},
    rules_held=_list({"enum": list(PRESETS)}, len(PRESETS)), off_record={"type": "boolean"}, since=_TIME,
    limits=_list(_FLOOR_LIMIT), closed_lists=_list(_object((), item=_ID)), interpreter=_INTERPRETER, floor_since=_TIME,
    turn_limit=_LIMIT, agreed_extra_minutes=_SHIFT, agenda=_list(_ITEM),
    attendance=_list(_ATTENDED), queue=_list(_QUEUED), turns=_list(_TURN), floor=_list(_TOTAL),
    events=_list(_EVENT), shown=_SHOWN, not_private=_list(_NOT_PRIVATE, 10_000), notes=_list(_NOTE),
    points=_list(_POINT), sections=_list(_SECTION), next_steps=_list(_STEP),
)  # fmt: skip

_GROUND = {name: _list(part_schema(kind)) for name, kind in GROUND_KINDS.items()}
# Who took a stance, where the rule keeps it in the clear; it is a source, no part of the stance.
_GROUND["stances"]["items"]["properties"]["said_by"] = _ID

RECORD_SCHEMA: Schema = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "t2desk record",
    **_object(
        ("format", "version", "series"),
        format={"const": FORMAT},
        version={"const": VERSION},
        series=_object(("title",), title=_LINE, language=_LINE),
        party_order=_object(
            ("by", "language", "rotates"),
            by=_words(PartyOrder),
            language={"enum": list(LANGUAGES)},
            rotates={"type": "boolean"},
        ),
        parties=_list(_object(("name",), id=_ID, name=_LINE), 1000),
        ground_rules=_TEXT,
        people=_list(_PERSON, 10_000),
        languages=_object(
            (),
            factors=_list(_object(("language", "percent"), language=_LANGUAGE, percent=_PERCENT), 1000),
            speakers=_list(_object(("person", "language"), person=_ID, language=_LANGUAGE), 10_000),
        ),
        ground=_object((), **_GROUND),
        meetings=_list(_object(("title",), id=_ID, title=_LINE, sessions=_list(_SESSION, 10_000)), 10_000),
    ),
}
