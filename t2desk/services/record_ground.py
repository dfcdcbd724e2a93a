"""What stands beside points as part of the record: written row by row, and read back with every reference checked."""

from typing import Any

from t2desk.domain.deciding import Silence, deadline
from t2desk.domain.desk_errors import AlreadyThere, BadRecord
from t2desk.domain.errors import Refused
from t2desk.domain.ground_kinds import GROUND_KINDS
from t2desk.domain.people import Person
from t2desk.domain.points import Point
from t2desk.domain.ports import Work
from t2desk.domain.record_parts import from_plain, to_plain
from t2desk.domain.series import Session
from t2desk.domain.subjects import Subject
from t2desk.domain.support import CardCount, Poll, Stance
from t2desk.services.sources import note_source, speaker_of

Plain = dict[str, Any]


def ground_record(work: Work) -> dict[str, list[Plain]]:
    """Return every row beside points, by kind and random key; kinds without a row are left out."""
    rows = {name: [_plain(work, value) for value in work.select(kind)] for name, kind in GROUND_KINDS.items()}
    return {name: plain for name, plain in rows.items() if plain}


def _plain(work: Work, value: Any) -> Plain:
    plain = to_plain(value)
    speaker = speaker_of(work, Subject.STANCE, value.key) if isinstance(value, Stance) else None
    return plain if speaker is None else {**plain, "said_by": speaker}


def read_ground(work: Work, ground: dict[str, list[Plain]]) -> None:
    """Write the rows beside points of a record. Raises BadRecord with the place of what is not right."""
    for name, kind in GROUND_KINDS.items():
        for at, plain in enumerate(ground.get(name, [])):
            try:
                _read(work, name, kind, plain)
            except ValueError:
                raise BadRecord(place=f"ground.{name}[{at}]", problem="an id or a word is not right") from None
            except Refused as refusal:
                problem = refusal.sentence.format(**refusal.details)
                raise BadRecord(place=f"ground.{name}[{at}]", problem=problem) from None


def _read(work: Work, name: str, kind: type[Any], plain: Plain) -> None:
    value = from_plain(kind, {field: part for field, part in plain.items() if field != "said_by"})
    key = next(iter(getattr(value, field) for field in value.__slots__))
    if work.find(kind, key) is not None:
        raise AlreadyThere(kind=name, key=str(next(iter(plain.values()))))
    _check(work, value)
    work.put(value)
    if "said_by" in plain and isinstance(value, Stance):
        asked = work.get(Poll, value.poll)
        session = work.get(Session, work.get(Point, asked.point).session)
        note_source(work, session, Subject.STANCE, value.key, work.get(Person, plain["said_by"]).id)


def _check(work: Work, value: object) -> None:
    if isinstance(value, Poll) and (len(value.labels) != len(value.leans) or not value.labels):
        raise ValueError
    if isinstance(value, Stance | CardCount) and value.step > len(work.get(Poll, value.poll).labels):
        raise ValueError
    if isinstance(value, Silence):
        deadline(value.until, work.zone(value.zone))
