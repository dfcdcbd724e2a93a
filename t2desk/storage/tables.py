"""The tables: one a kind of value, made from its fields, and two that prove the past and keep its keys."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import BLOB, REAL, Column, ForeignKey, Index, Integer, MetaData, Table, Text

from t2desk.domain.agenda import AgendaItem, AgendaShift, ItemClock, ItemPlan
from t2desk.domain.attendance import Attendance
from t2desk.domain.floor import FloorTotal, QueueEntry, Turn, TurnLimit, Wait
from t2desk.domain.floor_terms import (
    ClosedList,
    FloorLimit,
    FloorOpening,
    InterpreterDuty,
    LanguageFactor,
    SpeaksIn,
    Substitution,
    TurnMark,
)
from t2desk.domain.ground_kinds import GROUND_KINDS
from t2desk.domain.ledger import Release, ReleaseText
from t2desk.domain.notes import Note
from t2desk.domain.party_order import NeutralOrder
from t2desk.domain.people import Identity, Party, Person
from t2desk.domain.points import Point, PointConcern, Wording
from t2desk.domain.retention import Destruction, Hold, LastDay
from t2desk.domain.room_rows import GroundRules, NotPrivate, RoomSetting
from t2desk.domain.sections import Draft, DraftSection, NextStep
from t2desk.domain.series import Meeting, OffRecord, Series, Session, Sitting
from t2desk.domain.sources import Source, Trace
from t2desk.storage.mapping import BlobSealer, FieldCodec, IdentityMapping, ValueMapping

_KINDS: dict[type[Any], str] = {
    Series: "series",
    Meeting: "meetings",
    Session: "sessions",
    OffRecord: "off_record",
    Sitting: "sittings",
    Party: "parties",
    NeutralOrder: "neutral_orders",
    Person: "people",
    Identity: "identities",
    Attendance: "attendance",
    AgendaItem: "agenda_items",
    ItemClock: "item_clocks",
    ItemPlan: "item_plans",
    AgendaShift: "agenda_shifts",
    Turn: "turns",
    QueueEntry: "queue",
    Wait: "waits",
    TurnLimit: "turn_limits",
    FloorTotal: "floor_totals",
    FloorLimit: "floor_limits",
    TurnMark: "turn_marks",
    ClosedList: "closed_lists",
    Substitution: "substitutions",
    LanguageFactor: "language_factors",
    SpeaksIn: "speaks_in",
    InterpreterDuty: "interpreter_duties",
    FloorOpening: "floor_openings",
    Note: "notes",
    Point: "points",
    Wording: "wordings",
    PointConcern: "point_concerns",
    DraftSection: "draft_sections",
    NextStep: "next_steps",
    Draft: "drafts",
    Trace: "traces",
    Source: "sources",
    Release: "releases",
    RoomSetting: "room_settings",
    NotPrivate: "not_private",
    GroundRules: "ground_rules",
    ReleaseText: "release_texts",
    Hold: "holds",
    Destruction: "destructions",
    LastDay: "last_days",
    **{kind: name for name, kind in GROUND_KINDS.items()},
}

# What is being typed is in neither log nor undo nor proof.
UNLOGGED = frozenset({"drafts"})

# A reference is checked when the transaction ends: undo puts rows back in no order of dependency.
_REFERENCES = {
    "meeting": "meetings.id",
    "session": "sessions.id",
    "item": "agenda_items.id",
    "parent": "agenda_items.id",
    "person": "people.id",
    "stands_for": "people.id",
    "party": "parties.id",
    "point": "points.key",
    "wording": "wordings.key",
    "renders": "wordings.key",
    "needs": "points.key",
    "origin": "points.key",
    "concern": "point_concerns.key",
    "interest": "interests.key",
    "poll": "polls.key",
    "version": "rule_texts.key",
    "round": "clearance_rounds.key",
    "release": "releases.key",
}

_SQL_TYPES = {"TEXT": Text, "INTEGER": Integer, "REAL": REAL, "BLOB": BLOB}

metadata = MetaData()


def mappings(sealer: BlobSealer) -> dict[type[Any], ValueMapping]:
    """Return how each kind of value is stored."""
    plain: dict[type[Any], ValueMapping] = {
        kind: ValueMapping(kind, name) for kind, name in _KINDS.items() if kind is not Identity
    }
    return {**plain, Identity: IdentityMapping(_KINDS[Identity], sealer)}


class _NoSealer:
    """Stands in while only the shapes of the tables are asked for."""

    def seal(self, plain: bytes, associated: bytes) -> bytes:
        raise NotImplementedError

    def open(self, sealed: bytes, associated: bytes) -> bytes:
        raise NotImplementedError


def _column(codec: FieldCodec, is_key: bool, table: str) -> Column[Any]:
    target = _REFERENCES.get(codec.name)
    checks = [ForeignKey(target, deferrable=True, initially="DEFERRED")] if target and table != "drafts" else []
    return Column(codec.name, _SQL_TYPES[codec.sql_type](), *checks, primary_key=is_key, nullable=codec.optional)


def _table(mapping: ValueMapping) -> Table:
    columns = [_column(codec, codec.name == mapping.key, mapping.table) for codec in mapping.codecs]
    integer_key = mapping.codecs[0].sql_type == "INTEGER"
    # A text key with a hidden rowid would keep the order of writing; an integer key is the rowid itself.
    return Table(mapping.table, metadata, *columns, sqlite_strict=True, sqlite_with_rowid=integer_key)


TABLES: Mapping[str, Table] = {mapping.table: _table(mapping) for mapping in mappings(_NoSealer()).values()}

log = Table(
    "log",
    metadata,
    Column("segment", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("operation", Text, nullable=False),
    Column("salt", BLOB, nullable=False),
    Column("commitment", BLOB, nullable=False),
    Column("link", BLOB, nullable=False),
    Column("digest", BLOB),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
seals = Table(
    "seals",
    metadata,
    Column("purpose", Text, primary_key=True),
    Column("sealed", BLOB, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

Index("points_by_session", TABLES["points"].c.session)
Index("wordings_by_point", TABLES["wordings"].c.point)
Index("turns_by_session", TABLES["turns"].c.session, TABLES["turns"].c.person)
Index("turns_running", TABLES["turns"].c.session, sqlite_where=TABLES["turns"].c.seconds.is_(None))
# All that adding up a series asks for, so that no row of 100,000 is decrypted for it.
Index("turns_summed", TABLES["turns"].c.person, TABLES["turns"].c.kind, TABLES["turns"].c.seconds)
Index("agenda_items_by_session", TABLES["agenda_items"].c.session)
