"""Where a rule holds: series, meeting, session, part, item, note, person; the most restrictive of all wins."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from t2desk.domain.rules import PRESETS, Attribution, Dissemination, Kept, Recording, Rule

# The rule that forbids nothing: what remains where no rule is named.
FREE = Rule(Recording.WITH_SOURCE, Attribution.NAMED, Dissemination.PUBLIC)


class Scope(StrEnum):
    """What a rule is set for, beside the session, which has its own.

    A part is a stretch of the open session. A person's rule is asked for in one session and forgotten when that is
    settled: it would lead to the notes that it made stricter, which stay as strict.
    """

    SERIES = "series"
    MEETING = "meeting"
    PART = "part"
    ITEM = "item"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class ScopedRule:
    """The preset in force for one thing, empty for none, and every one that was while something was taken in."""

    id: str
    scope: Scope
    of: str
    session: str | None
    preset: str
    held: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleDates:
    """Until when nothing of a thing leaves, and when all of it is destroyed (ISO days, or empty); of a rule's scope."""

    id: str
    embargo_until: str = ""
    destroy_on: str = ""

    def told(self) -> str:
        """Return both days in one line, for the list of changes."""
        return f"{self.embargo_until or '-'} / {self.destroy_on or '-'}"


@dataclass(frozen=True, slots=True)
class RuleChange:
    """A rule that was made less strict for what comes next, and how that was agreed; nothing earlier is loosened."""

    key: int
    scope: str
    before: str
    after: str
    how: str


@dataclass(frozen=True, slots=True)
class TakenUnder:
    """The presets under which one note or point was taken in, or put afterwards, beside that of its session."""

    key: int
    session: str
    presets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RuleText:
    """One version of the full text that the room hears; it never changes once written."""

    key: int
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Assent:
    """The room accepted a version of the text: on which day, and how; the time of day is a trace."""

    key: int
    session: str
    version: int
    day: str
    how: str


@dataclass(frozen=True, slots=True)
class AssentOf:
    """An assent, by its key, that is one side's and not the whole room's; settling leaves only the room's."""

    key: int
    party: str


@dataclass(frozen=True, slots=True)
class Credit:
    """Somebody asked to be named in one edition of a session; no statement is near it."""

    key: int
    session: str
    person: str
    edition: str


class AttendancePart(StrEnum):
    """What may be told of who attended, each by itself (Pugwash told number and countries, Chaophraya every name)."""

    NAMES = "names"
    NUMBER = "number"
    COUNTRIES = "countries"
    VENUE = "venue"
    DATES = "dates"
    CHAIRS = "chairs"


@dataclass(frozen=True, slots=True)
class AttendanceShown:
    """What a document may tell of who attended a session: nothing until the room agreed; `place` is the venue."""

    session: str
    shown: tuple[AttendancePart, ...] = ()
    place: str = ""


def scope_id(scope: Scope, of: str, session: str | None = None) -> str:
    """Return the id of a thing's rule."""
    return ":".join(part for part in (scope.value, session or "", of) if part)


def meet_of(names: tuple[str, ...]) -> Rule:
    """Return the meet of some presets' rules; without any, the rule that forbids nothing."""
    rule = FREE
    for name in names:
        rule = rule.meet(PRESETS[name].rule)
    return rule


def kept_of(kept: Kept, names: tuple[str, ...]) -> Kept:
    """Return what some presets allow to be kept beside what is allowed already."""
    for name in names:
        kept = kept.meet(PRESETS[name].kept)
    return kept


def binding(rules: Mapping[str, Rule]) -> dict[str, tuple[str, ...]]:
    """Return, for each axis, which of some rules decide there, by name: the strictest; an axis left free has none."""
    found: dict[str, tuple[str, ...]] = {}
    for axis in ("recording", "attribution", "dissemination"):
        least = min((getattr(rule, axis) for rule in rules.values()), default=getattr(FREE, axis))
        if least < getattr(FREE, axis):
            found[axis] = tuple(name for name, rule in rules.items() if getattr(rule, axis) == least)
    return found


def is_as_strict(preset: str, than: str) -> bool:
    """Say whether a preset is at least as strict as another on every axis, and lets no more be kept; "" is no rule."""
    if not than:
        return True
    if not preset:
        return False
    new, old = PRESETS[preset], PRESETS[than]
    return new.rule.meet(old.rule) == new.rule and new.kept.meet(old.kept) == new.kept


def stricter_of(one: str, other: str) -> str:
    """Return the preset that is at least as strict as two: one of them, or else the least strict there is."""
    known = [name for name in (one, other, *PRESETS) if is_as_strict(name, one) and is_as_strict(name, other)]
    fitting = [name for name in known if not any(is_as_strict(name, less) and name != less for less in known)]
    return next(iter(fitting), known[0])
