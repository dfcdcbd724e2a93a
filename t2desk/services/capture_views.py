"""What the capture line must know: may it take something in, under which attribution, and which words it may offer."""

import re
from collections import Counter
from dataclasses import dataclass, field

from t2desk.domain.agenda import AgendaItem
from t2desk.domain.capture import Vocabulary
from t2desk.domain.desk_errors import NamesClosed
from t2desk.domain.moments import Moment
from t2desk.domain.notes import Note
from t2desk.domain.people import Identity, Party
from t2desk.domain.points import Wording
from t2desk.domain.ports import Work
from t2desk.domain.rules import PRESETS, Attribution, Recording
from t2desk.domain.sections import Draft
from t2desk.domain.text import folded
from t2desk.services.off_record import interval_now
from t2desk.services.room import open_session

CAPTURE_DRAFT = "capture"
_ISSUE_WORD = re.compile(r"[^\W\d_]{4,}(?:-[^\W\d_]+)*")
_SHORTEST_STEM = 3


@dataclass(frozen=True, slots=True)
class CaptureRoom:
    """Where the capture line stands: `known` is what it may refer to, `titles` the items by number."""

    session: str = ""
    off_record: bool = False
    off_since: Moment | None = None
    takes_nothing: bool = False
    names_may_stand: bool = False
    preset: str = ""
    draft: str = ""
    known: Vocabulary = field(default_factory=Vocabulary)
    titles: tuple[tuple[int, str], ...] = ()


def capture_room(work: Work) -> CaptureRoom:
    """Return where the capture line stands now."""
    session = open_session(work)
    if session is None:
        return CaptureRoom()
    rule, off = PRESETS[session.rule].rule, interval_now(work, session.id)
    draft = work.find(Draft, CAPTURE_DRAFT)
    items = items_of(work, session.id)
    return CaptureRoom(
        session.id,
        off is not None,
        off,
        rule.recording is Recording.NONE,
        rule.attribution is Attribution.NAMED,
        session.rule,
        draft.text if draft else "",
        Vocabulary(
            tuple(party.name for party in work.select(Party)),
            tuple((number, item.id) for number, item in enumerate(items, start=1)),
        ),
        tuple((number, item.title) for number, item in enumerate(items, start=1)),
    )


def items_of(work: Work, session: str) -> tuple[AgendaItem, ...]:
    """Return a session's items in the order of its agenda."""
    return tuple(sorted(work.select(AgendaItem, session=session), key=lambda item: item.place))


def issue_words(work: Work) -> tuple[str, ...]:
    """Return words used before in this dossier, the most used first; none while the names are closed.

    Without the names nobody can tell an issue word from somebody's name, so then nothing is offered.
    """
    try:
        stems = _name_stems(work)
    except NamesClosed:
        return ()
    counts = Counter(_ISSUE_WORD.findall("\n".join(_texts(work))))
    allowed = [word for word in counts if not _is_of_a_name(folded(word), stems)]
    return tuple(sorted(allowed, key=lambda word: (-counts[word], word)))


def _texts(work: Work) -> list[str]:
    texts = [item.title for item in work.select(AgendaItem)]
    texts += [wording.text for wording in work.select(Wording)]
    texts += [part for _, *parts in work.texts(Note, "own_words", "neutral_wording") for part in parts if part]
    return texts


def _name_stems(work: Work) -> frozenset[str]:
    whole = [
        part
        for who in work.select(Identity)
        for part in (who.display_name, who.given, who.family, who.name_native, who.handle, *who.aliases)
    ]
    return frozenset(stem for name in whole for stem in re.findall(r"\w+", folded(name)))


def _is_of_a_name(word: str, stems: frozenset[str]) -> bool:
    """Say whether a word is somebody's name or an inflected form of one ("Borisem" for Boris)."""
    beginnings = {word[:length] for length in range(_SHORTEST_STEM, len(word) + 1)}
    parts = set(re.findall(r"\w+", word))
    return bool(parts & stems) or any(stem in beginnings for stem in stems if len(stem) >= _SHORTEST_STEM)


def draft_text(work: Work, id: str) -> str:
    """Return what was being typed into a field, or nothing."""
    draft = work.find(Draft, id)
    return draft.text if draft else ""
