"""All that the rule's page shows of the session at hand: text and assent, where rules hold, which decides, credit."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from t2desk.domain.people import Identity, Party, Person
from t2desk.domain.ports import Work
from t2desk.domain.room_rows import THE_GROUND_RULES, GroundRules
from t2desk.domain.rules import PRESETS, Rule
from t2desk.domain.scopes import (
    Assent,
    AssentOf,
    AttendanceShown,
    Credit,
    RuleDates,
    Scope,
    ScopedRule,
    TakenUnder,
    binding,
    meet_of,
    scope_id,
)
from t2desk.domain.series import THE_SERIES, Meeting, Series, Session, SessionState
from t2desk.domain.subjects import Subject
from t2desk.services.agenda import agenda_of
from t2desk.services.assent import attendance_shown, has_assent, sides_of_assents, text_in_force
from t2desk.services.preparation import session_to_open
from t2desk.services.room_settings import ground_rules
from t2desk.services.scopes import rule_of_session
from t2desk.services.sources import events_of
from t2desk.services.table import sides_at_the_table

# The session's own rule as a layer among those beside it.
OWN = "session"


@dataclass(frozen=True, slots=True)
class Layer:
    """A place where a rule can hold; `preset` is the one in force there, `held` all that were, `decides` its axes."""

    scope: str
    of: str
    name: str
    preset: str
    held: tuple[str, ...] = ()
    embargo_until: str = ""
    destroy_on: str = ""
    decides: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Return what tells layers apart."""
        return f"{self.scope}:{self.of}"


@dataclass(frozen=True, slots=True)
class AssentLine:
    """An assent to the text at hand: the day, the milliseconds since 1970 while that is kept, how, and whose."""

    day: str
    at: int | None
    how: str
    side: str


@dataclass(frozen=True, slots=True)
class SideAssent:
    """A side at the table, and whether it accepted the text at hand."""

    id: str
    name: str
    accepted: bool


@dataclass(frozen=True, slots=True)
class CreditLine:
    """Somebody who asked to be named in an edition; `name` is as the identity book has it."""

    person: str
    name: str
    edition: str


@dataclass(frozen=True, slots=True)
class RulePage:
    """The session's rule with everything beside it. `version` is 0 and `text` the preset's while none was written."""

    session: Session
    is_open: bool
    version: int
    text: str
    rule: Rule
    accepted: bool
    assents: tuple[AssentLine, ...]
    sides: tuple[SideAssent, ...]
    layers: tuple[Layer, ...]
    stricter: int
    attendance: AttendanceShown
    credits: tuple[CreditLine, ...]
    people: tuple[tuple[str, str], ...]
    ground_rules: str
    has_own_ground_rules: bool


def rule_page(work: Work, words: Callable[[str], str]) -> RulePage | None:
    """Return the page of the session that is open or can be opened next; `words` gives the usual ground rules."""
    session = session_to_open(work)
    if session is None:
        return None
    own = text_in_force(work, session)
    people = _people(work)
    return RulePage(
        session, session.state is SessionState.OPEN,
        version=own.number if own else 0,
        text=own.text if own else PRESETS[session.rule].text,
        rule=rule_of_session(work, session),
        accepted=has_assent(work, session.id),
        assents=_assents(work, session, own.key) if own else (),
        sides=_sides(work, session, own.key if own else 0),
        layers=tuple(_layers(work, session, people)),
        stricter=sum(one.session == session.id for one in work.select(TakenUnder)),
        attendance=attendance_shown(work, session),
        credits=tuple(
            CreditLine(one.person, people.get(one.person, ""), one.edition)
            for one in sorted(work.select(Credit, session=session.id), key=lambda one: (one.edition, one.person))
        ),
        people=tuple(people.items()),
        ground_rules=ground_rules(work, words),
        has_own_ground_rules=work.find(GroundRules, THE_GROUND_RULES) is not None,
    )  # fmt: skip


def _people(work: Work) -> dict[str, str]:
    names = {identity.person: identity.display_name for identity in work.select(Identity)}
    return {one.id: names[one.id] for one in sorted(work.select(Person), key=lambda person: person.seat)}


def _assents(work: Work, session: Session, version: int) -> tuple[AssentLine, ...]:
    times = {one.subject_key: one.at.wall for one in events_of(work, session.id, Subject.RULE)}
    lines = []
    for one in sorted(work.select(Assent, session=session.id, version=version), key=lambda one: one.day):
        side = work.find(AssentOf, one.key)
        name = work.get(Party, side.party).name if side else ""
        lines.append(AssentLine(one.day, times.get(one.key), one.how, name))
    return tuple(sorted(lines, key=lambda line: (line.day, line.at or 0)))


def _sides(work: Work, session: Session, version: int) -> tuple[SideAssent, ...]:
    whose = sides_of_assents(work, session.id, version) if version else set()
    parties = [work.get(Party, side) for side in sides_at_the_table(work)]
    return tuple(SideAssent(one.id, one.name, None in whose or one.id in whose) for one in parties)


def _layers(work: Work, session: Session, people: dict[str, str]) -> Iterator[Layer]:
    """Return every place where a rule can hold, from the widest; which of them decide for the whole session."""
    meeting = work.get(Meeting, session.meeting)
    wide = (
        _layer(work, Scope.SERIES, "", work.get(Series, THE_SERIES).title),
        _layer(work, Scope.MEETING, meeting.id, meeting.title),
        Layer(OWN, session.id, session.title, session.rule, session.rules_held),
        _layer(work, Scope.PART, session.id, ""),
    )
    # A part binds what is said in it: of the whole session it decides nothing.
    rules = {one.key: meet_of(_bound(one)) for one in wide if one.scope != Scope.PART and _bound(one)}
    yield from (_decided(one, rules) for one in wide)
    for item in agenda_of(work, session.id):
        yield _decided_alone(_layer(work, Scope.ITEM, item.id, item.title), rules)
    for person, name in people.items():
        yield _decided_alone(_layer(work, Scope.PERSON, person, name, session.id), rules)


def _bound(layer: Layer) -> tuple[str, ...]:
    return tuple(sorted({*layer.held, *((layer.preset,) if layer.preset else ())}))


def _layer(work: Work, scope: Scope, of: str, name: str, session: str | None = None) -> Layer:
    key = scope_id(scope, of, session)
    rule, dates = work.find(ScopedRule, key), work.find(RuleDates, key) or RuleDates(key)
    preset, held = (rule.preset, rule.held) if rule else ("", ())
    return Layer(scope.value, of, name, preset, held, dates.embargo_until, dates.destroy_on)


def _decided(layer: Layer, rules: dict[str, Rule]) -> Layer:
    axes = tuple(axis for axis, names in binding(rules).items() if layer.key in names)
    return replace(layer, decides=axes)


def _decided_alone(layer: Layer, rules: dict[str, Rule]) -> Layer:
    """Say what the rule of one item or person decides there, beside those of the whole session."""
    if not _bound(layer):
        return layer
    return _decided(layer, {**rules, layer.key: meet_of(_bound(layer))})
