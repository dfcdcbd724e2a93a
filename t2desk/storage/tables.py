"""The tables: one a kind of value, made from its fields, and two that prove the past and keep its keys."""

from functools import cache
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
from t2desk.domain.lately import Lately
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
    Lately: "lately",
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

# What is being typed, and which rows words were put into lately, is in neither log nor undo nor proof.
UNLOGGED = frozenset({"drafts", "lately"})

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

_METADATA = MetaData()
_KIND_OF = {name: kind for kind, name in _KINDS.items()}
TABLE_NAMES = tuple(_KIND_OF)


def mappings(sealer: BlobSealer) -> dict[type[Any], ValueMapping]:
    """Return how each kind of value is stored."""
    return {kind: _mapping(kind, sealer) for kind in _KINDS}


def _mapping(kind: type[Any], sealer: BlobSealer) -> ValueMapping:
    name = _KINDS[kind]
    return IdentityMapping(name, sealer) if kind is Identity else ValueMapping(kind, name)


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


@cache
def table_of(name: str) -> Table:
    """Return the table of a kind, described when it is first asked for: a sitting touches one in three.

    Raises KeyError for a name that no kind has.
    """
    mapping = _mapping(_KIND_OF[name], _NoSealer())
    columns: list[Column[Any]] = [_column(codec, codec.name == mapping.key, name) for codec in mapping.codecs]
    integer_key = mapping.codecs[0].sql_type == "INTEGER"
    # A text key with a hidden rowid would keep the order of writing; an integer key is the rowid itself.
    return Table(name, _METADATA, *columns, sqlite_strict=True, sqlite_with_rowid=integer_key)


@cache
def whole_schema() -> MetaData:
    """Return the description of all tables and indexes; the store itself is made by its migrations."""
    kinds = {name: table_of(name).c for name in TABLE_NAMES}
    _log_and_seals()
    points, wordings, turns, items = (kinds[name] for name in ("points", "wordings", "turns", "agenda_items"))
    Index("points_by_session", points.session)
    Index("wordings_by_point", wordings.point)
    Index("turns_by_session", turns.session, turns.person)
    Index("turns_running", turns.session, sqlite_where=turns.seconds.is_(None))
    # All that adding up a series asks for, so that no row of 100,000 is decrypted for it.
    Index("turns_summed", turns.person, turns.kind, turns.seconds)
    Index("agenda_items_by_session", items.session)
    return _METADATA


def _log_and_seals() -> None:
    log: tuple[Column[Any], ...] = (
        Column("segment", Text, primary_key=True),
        Column("number", Integer, primary_key=True),
        Column("operation", Text, nullable=False),
        *(Column(name, BLOB, nullable=False) for name in ("salt", "commitment", "link")),
        Column("digest", BLOB),
    )
    seals: tuple[Column[Any], ...] = (Column("purpose", Text, primary_key=True), Column("sealed", BLOB, nullable=False))
    for name, columns in (("log", log), ("seals", seals)):
        Table(name, _METADATA, *columns, sqlite_strict=True, sqlite_with_rowid=False)
