"""What the editions have in common: the session chosen, heads, bands, terms, and texts with their origin."""

import itertools
from dataclasses import dataclass

from t2desk.domain.desk_errors import NothingMayLeave, NothingToReport
from t2desk.domain.documents import FIXED, Fact, Masthead, Pair, Terms, Text
from t2desk.domain.editions import Edition
from t2desk.domain.ground_errors import EmbargoStands
from t2desk.domain.ports import Work
from t2desk.domain.rules import PRESETS, Attribution, Preset, Rule
from t2desk.domain.series import THE_SERIES, Meeting, Series, Session, SessionState, session_name
from t2desk.i18n import N_, Phrases
from t2desk.services.assent import has_assent, text_in_force, today
from t2desk.services.clearance import refuse_open_round
from t2desk.services.scopes import rule_of_session
from t2desk.services.taking import presets_beside


class Numbering:
    """Consecutive numbers of the paragraphs of one document, from 1."""

    def __init__(self) -> None:
        """Begin."""
        self._numbers = itertools.count(1)

    def next(self) -> Text:
        """Return the next number."""
        return Text(f"{next(self._numbers)}.", FIXED)


@dataclass(frozen=True, slots=True)
class Held:
    """A session with what stands over it, and the words of the document's language.

    `heard` is the text that the room heard and accepted in place of the preset's own; empty where it did not.
    """

    series: Series
    meeting: Meeting
    session: Session
    preset: Preset
    rule: Rule
    phrases: Phrases
    edition: Edition
    heard: str = ""

    def fixed(self, message: str) -> Text:
        """Return words of the program, in the document's language."""
        return Text(self.phrases(message), FIXED)

    def title(self) -> Text:
        """Return the session's title, or its number where it has none."""
        words = session_name(self.session.title, self.session.number, self.phrases)
        return Text(words, "session.title")


def hold(work: Work, edition: Edition, session: str | None, phrases: Phrases) -> Held:
    """Choose a session (the last one that took place, if none is named) and check that its rule lets the edition leave.

    Raises NothingToReport without any session, NothingMayLeave under a rule that keeps the content in the room,
    EmbargoStands before its day and ClearanceStillOpen while those concerned are looking at it.
    """
    chosen = work.get(Session, session) if session else latest_session(work)
    if chosen is None:
        raise NothingToReport(missing=N_("a session"))
    rule = rule_of_session(work, chosen)
    preset = preset_shown(work, chosen)
    if not edition.allowed_by(rule):
        raise NothingMayLeave(session=chosen.number, rule=preset.title)
    refuse_embargo(work, edition, rule)
    refuse_open_round(work, chosen.id, edition.name)
    series = work.get(Series, THE_SERIES)
    meeting = work.get(Meeting, chosen.meeting)
    return Held(series, meeting, chosen, preset, rule, phrases, edition, _heard(work, chosen, preset))


def _heard(work: Work, session: Session, preset: Preset) -> str:
    """Return the text that the room accepted, where the rule that the document names is the one it was heard for."""
    text = text_in_force(work, session)
    if text is None or preset.name != session.rule or not has_assent(work, session.id):
        return ""
    return "" if text.text == preset.text else text.text


def refuse_embargo(work: Work, edition: Edition, rule: Rule) -> None:
    """Refuse an edition before its day; the encrypted record stays with those who were there. Raises EmbargoStands."""
    if not edition.encrypted and today(work) < rule.embargo_until:
        raise EmbargoStands(day=rule.embargo_until)


def may_stand(work: Work, held: Held, rule: Rule) -> bool:
    """Say whether something under a rule of its own may stand in the edition that is being made, today."""
    return held.edition.allowed_by(rule) and (held.edition.encrypted or rule.embargo_until <= today(work))


def item_may_stand(work: Work, held: Held, item: str | None) -> bool:
    """Say whether what belongs to an agenda item may stand in the edition that is being made."""
    return may_stand(work, held, rule_of_session(work, held.session, item))


def latest_session(work: Work) -> Session | None:
    """Return the last session that took place, or the last that is planned while none did."""
    sessions = sorted(work.select(Session), key=lambda session: session.number)
    begun = [session for session in sessions if session.state is not SessionState.PLANNED]
    return next(reversed(begun or sessions), None)


def presets_shown(work: Work, session: Session) -> tuple[str, ...]:
    """Return the presets that were in force during a session: its own, and those of its meeting and series."""
    return (*session.rules_held, *presets_beside(work, session, None))


def preset_shown(work: Work, session: Session) -> Preset:
    """Return the preset that a document names: of those in force during the session, the strictest."""
    return preset_of(presets_shown(work, session))


def preset_of(names: tuple[str, ...]) -> Preset:
    """Return the strictest of some presets."""

    def strictness(name: str) -> tuple[int, int, int, int]:
        preset = PRESETS[name]
        rule = preset.rule
        return (rule.dissemination, rule.attribution, rule.recording, preset.kept.floor)

    return PRESETS[min(names, key=strictness)]


def band(held: Held) -> Pair:
    """Return the handling band: the rule, and what it forbids."""
    forbids = held.rule.attribution <= Attribution.SIDE
    right = held.fixed("Not for attribution") if forbids else held.fixed("Handle as agreed")
    return Pair(Text(held.phrases(held.preset.title), "rule.title"), right)


def terms(held: Held) -> Terms:
    """Return the box with the rule's own words."""
    said = held.heard or held.phrases(held.preset.text)
    return Terms(Text(held.phrases(held.preset.title), "rule.title"), Text(said, "rule.text"))


def masthead(held: Held, title: Text, deck: Text, facts: tuple[tuple[Text, Text], ...]) -> Masthead:
    """Return the head of the first page."""
    series = Text(held.series.title, "series.title")
    return Masthead(series, title, deck, tuple(Fact(label, value) for label, value in facts))


def running_head(held: Held, right: Text) -> Pair:
    """Return the line over every further page."""
    return Pair(Text(held.series.title, "series.title"), right)


def capacity(held: Held) -> tuple[tuple[Text, Text], tuple[Text, Text]]:
    """Return the two facts that head every edition of a session: which meeting, and that nobody spoke for others."""
    meeting = (held.fixed("Meeting"), Text(held.meeting.title, "meeting.title"))
    return meeting, (held.fixed("Participants"), held.fixed("In personal capacity"))


def agreed_as_read(held: Held) -> Text:
    """Return the sentence that stands before joint texts."""
    return held.fixed("The participants agreed on these wordings, which were read back to them as they stand here.")
