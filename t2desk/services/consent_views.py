"""What was agreed about each text of a session: consents by edition, rounds of clearance, who holds which version."""

from dataclasses import dataclass

from t2desk.domain.clearing import ClearanceAnswer, ClearanceRound, Clearing, Consent, Outcome, RoundState
from t2desk.domain.ground import Handout
from t2desk.domain.keys import key_to_text
from t2desk.domain.notes import Note
from t2desk.domain.people import Identity, Party
from t2desk.domain.points import Point, PointState, Wording
from t2desk.domain.ports import Work
from t2desk.domain.scopes import Credit, TakenUnder
from t2desk.domain.series import Session, SessionState
from t2desk.services.clearance import outcomes
from t2desk.services.consents import releases_with
from t2desk.services.distribution import distribution_of
from t2desk.services.point_views import rows_of
from t2desk.services.table import sides_at_the_table


@dataclass(frozen=True, slots=True)
class ConsentLine:
    """A consent, or its withdrawal: for which edition (empty for every one), on which day, and how."""

    edition: str
    day: str
    how: str
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class Holding:
    """What a side holds of a point: the number of its newest wording that is still out, 0 for none."""

    party: str
    name: str
    number: int


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that is out: its number, whom it was given to, and of which version."""

    key: str
    copy: int
    holder: str
    number: int


@dataclass(frozen=True, slots=True)
class TextRow:
    """A point's current wording, or a note's neutral one; `key` is the wording's or the note's.

    `releases` are the numbers and editions it left in, `stricter` the presets it was put under by itself.
    """

    key: str
    is_note: bool
    point: str
    number: int
    text: str
    item: str
    state: PointState | None
    consents: tuple[ConsentLine, ...]
    releases: tuple[tuple[int, str], ...]
    stricter: tuple[str, ...]
    holdings: tuple[Holding, ...] = ()
    copies: tuple[Copy, ...] = ()
    is_unequal: bool = False


@dataclass(frozen=True, slots=True)
class RoundAnswer:
    """What one side said to one text of a round; `answer` is None while it said nothing."""

    wording: str
    number: int
    text: str
    party: str
    name: str
    answer: Clearing | None
    comment: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class RoundLine:
    """A round of clearance with every side's word on every text."""

    key: str
    edition: str
    until: str
    silence_assents: bool
    is_open: bool
    waiting: int
    answers: tuple[RoundAnswer, ...]


@dataclass(frozen=True, slots=True)
class ConsentPage:
    """All of it, and who asked to be named: a list by itself, next to no text."""

    texts: tuple[TextRow, ...] = ()
    rounds: tuple[RoundLine, ...] = ()
    sides: tuple[tuple[str, str], ...] = ()
    credits: tuple[tuple[str, str], ...] = ()
    can_tighten: bool = False


def consent_page(work: Work, session: str) -> ConsentPage:
    """Return what was agreed about the texts of a session."""
    held = work.find(Session, session)
    if held is None:
        return ConsentPage()
    names = {party.id: party.name for party in work.select(Party)}
    texts = tuple(_points(work, session, names)) + tuple(_notes(work, session))
    numbers = {row.key: row for row in texts}
    people = {identity.person: identity.display_name for identity in work.select(Identity)}
    credits = sorted((people.get(one.person, ""), one.edition) for one in work.select(Credit, session=session))
    rounds = sorted(work.select(ClearanceRound, session=session), key=lambda one: (one.state, one.until, one.key))
    return ConsentPage(
        texts, tuple(_round(work, one, numbers, names) for one in rounds),
        tuple((side, names[side]) for side in sides_at_the_table(work)), tuple(credits),
        held.state is not SessionState.SETTLED,
    )  # fmt: skip


def _points(work: Work, session: str, names: dict[str, str]) -> tuple[TextRow, ...]:
    by_key = {key_to_text(point.key): point for point in work.select(Point, session=session)}
    made = []
    for row in rows_of(work, session):
        point = by_key[row.key]
        spread = distribution_of(work, point.key)
        releases = tuple((one.number, one.edition) for one in releases_with(work, point.current))  # type: ignore[arg-type]
        holdings = tuple(Holding(one.party, names[one.party], one.number) for one in spread.holdings)
        made.append(
            TextRow(
                key_to_text(point.current), False, row.key, row.number, row.text, row.item, point.state,
                _consents(work, wording=point.current), releases, _stricter(work, point.key),
                holdings, _copies(work, point.key, names), spread.is_unequal,
            )
        )  # fmt: skip
    return tuple(made)


def _notes(work: Work, session: str) -> tuple[TextRow, ...]:
    notes = sorted(work.select(Note, session=session), key=lambda note: note.key)
    return tuple(
        TextRow(
            key_to_text(note.key), True, "", number, note.neutral_wording or note.own_words, "", None,
            _consents(work, note=note.key), (), _stricter(work, note.key),
        )
        for number, note in enumerate(notes, start=1)
    )  # fmt: skip


def _consents(work: Work, wording: int | None = None, note: int | None = None) -> tuple[ConsentLine, ...]:
    found = work.select(Consent, wording=wording, note=note)
    lines = [ConsentLine(one.edition, one.day, one.how, one.withdrawn) for one in found]
    return tuple(sorted(lines, key=lambda line: (line.edition, line.day)))


def _stricter(work: Work, key: int) -> tuple[str, ...]:
    under = work.find(TakenUnder, key)
    return under.presets if under else ()


def _copies(work: Work, point: int, names: dict[str, str]) -> tuple[Copy, ...]:
    wordings = {wording.key: wording.number for wording in work.select(Wording, point=point)}
    out = [one for key in wordings for one in work.select(Handout, wording=key) if not one.returned]
    copies = (
        Copy(key_to_text(one.key), one.copy, names.get(one.party or "", one.recipient), wordings[one.wording])
        for one in out
    )
    return tuple(sorted(copies, key=lambda one: (one.number, one.copy)))


def _round(work: Work, asked: ClearanceRound, texts: dict[str, TextRow], names: dict[str, str]) -> RoundLine:
    is_open = asked.state is RoundState.OPEN
    found = outcomes(work, asked.key)  # type: ignore[arg-type]
    said = {(one.wording, one.party): one for one in work.select(ClearanceAnswer, round=asked.key)}
    answers = []
    for wording in found:
        row = texts.get(key_to_text(wording))
        number, text = (row.number, row.text) if row else (0, work.get(Wording, wording).text)
        for side in sides_at_the_table(work):
            one = said.get((wording, side))
            answers.append(
                RoundAnswer(
                    key_to_text(wording), number, text, side, names[side], one.answer if one else None,
                    one.comment if one else "", found[wording],
                )
            )  # fmt: skip
    waiting = sum(one is Outcome.OPEN for one in found.values()) if is_open else 0
    ordered = tuple(sorted(answers, key=lambda one: (one.number, one.name)))
    return RoundLine(
        key_to_text(asked.key), asked.edition, asked.until, asked.silence_assents, is_open, waiting, ordered
    )
