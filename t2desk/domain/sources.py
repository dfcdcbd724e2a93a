"""Sources and traces: who said it and when it was taken down; apart from the thing itself, and gone when settled."""

from dataclasses import dataclass

from t2desk.domain.moments import Moment
from t2desk.domain.subjects import Subject


@dataclass(frozen=True, slots=True)
class Trace:
    """When something was taken down or changed; `what` is a word such as "added" or a state, never content."""

    key: int
    session: str
    subject: Subject
    subject_key: int
    at: Moment
    what: str


@dataclass(frozen=True, slots=True)
class Source:
    """Who said something: in the clear where the rule says so, else sealed to the source key, never both."""

    key: int
    session: str
    subject: Subject
    subject_key: int
    person: str | None = None
    sealed: bytes | None = None
