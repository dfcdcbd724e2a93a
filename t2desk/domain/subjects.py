"""What a trace or a source can point to; knowing the words leads to no trace and no source."""

from enum import StrEnum


class Subject(StrEnum):
    """What a trace or a source points to."""

    NOTE = "note"
    POINT = "point"
    WORDING = "wording"
    STANCE = "stance"
    ATTENDANCE = "attendance"
    OFF_RECORD = "off_record"
    RULE = "rule"
