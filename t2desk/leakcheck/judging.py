"""Decides what a group of name words is, whether it blocks or warns, and says why in a plain sentence."""

from dataclasses import dataclass

from t2desk.domain.findings import Level
from t2desk.i18n import N_
from t2desk.leakcheck.clusters import Cluster
from t2desk.leakcheck.context import Surroundings
from t2desk.leakcheck.name_index import Trust
from t2desk.leakcheck.roster_forms import Part
from t2desk.leakcheck.word_tables import AUXILIARIES, FUNCTION_WORDS, MONTHS, NAME_WORDS, PARTICLES, PLACE_NAMES

_WHOLE = N_("Given name and surname of this person stand together.")
_SURNAME = N_("This is the surname of this person.")
_GIVEN = N_("This is the given name of this person.")
_ALIAS = N_("This is a name by which this person is known.")
_MIDDLE = N_("This is a further name of this person.")
_NICKNAME = N_("This is a short form of the given name of this person; it may be somebody else.")
_TITLED = N_("A title or an initial stands with a name of this person.")
_SPELLED = N_("This is how the name of this person may be misspelled or written in another alphabet.")
_WORD_TOO = N_("This may be a name of this person, or a word that is written alike.")
_SOMEBODY_ELSE = N_("The name of this person stands beside another name; it may be somebody else.")
_OF_TIME = frozenset(
    [
        "in",
        "by",
        "since",
        "until",
        "till",
        "of",
        "the",
        "early",
        "late",
        "mid",
        "last",
        "next",
        "this",
        "every",
        "from",
        "during",
        "before",
        "after",
        "to",
    ]
)
_OF_PLACE = frozenset(["in", "from", "near", "at", "to", "via", "outside", "around"])


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is found: its kind, level and reason."""

    kind: str
    level: Level
    why: str


def verdict(cluster: Cluster, written: str, around: Surroundings, is_titled: bool) -> Verdict | None:
    """Return the verdict on name words as `written`; None where they are certainly no name."""
    if cluster.named_parts == 0:
        return None
    if cluster.named_parts > 1 and _is_whole(cluster):
        return Verdict("name", Level.BLOCK, _WHOLE)
    kind, why = _kind(cluster)
    if cluster.trust is Trust.FAINT and not is_titled:
        return None
    if is_titled and kind != Part.GIVEN:
        return Verdict(kind, Level.BLOCK, _TITLED)
    alone = _alone(kind, why, cluster, written, around)
    if alone is not None and kind in (Part.MIDDLE, Part.NICKNAME):
        return Verdict(kind, Level.WARN, alone.why)
    return alone


def _is_whole(cluster: Cluster) -> bool:
    return cluster.trust > Trust.FAINT or (cluster.has(Part.FAMILY) and cluster.has(Part.GIVEN))


def _kind(cluster: Cluster) -> tuple[str, str]:
    for part, why in (
        (Part.WHOLE, _WHOLE),
        (Part.FAMILY, _SURNAME),
        (Part.ALIAS, _ALIAS),
        (Part.GIVEN, _GIVEN),
        (Part.NICKNAME, _NICKNAME),
    ):
        if cluster.has(part):
            native = all(reading.name.is_native for reading in cluster.parts)
            return ("native_name" if native else str(part)), why
    return str(Part.MIDDLE), _MIDDLE


def _alone(kind: str, why: str, cluster: Cluster, written: str, around: Surroundings) -> Verdict | None:
    word = next(one.name.word for one in cluster.parts if one.name.part is not Part.PARTICLE)
    bare = written.replace("\u200b", "")
    if word in NAME_WORDS or word in FUNCTION_WORDS or word in PARTICLES or len(word) <= 2:
        return _word_or_name(kind, why, word, bare, around)
    if cluster.trust is Trust.LIKELY:
        return Verdict(kind, Level.WARN if around.has_other_name(of_word=False) else Level.BLOCK, _SPELLED)
    if around.has_other_name(of_word=False) and kind != Part.ALIAS and _is_cased(bare):
        return Verdict(kind, Level.WARN, _SOMEBODY_ELSE)
    return Verdict(kind, Level.BLOCK, why)


def _word_or_name(kind: str, why: str, word: str, written: str, around: Surroundings) -> Verdict | None:
    if not _is_cased(written):
        return Verdict(kind, Level.WARN, _WORD_TOO)
    if written.islower():
        return None
    if word in MONTHS and around.before in _OF_TIME and not around.says_it_is_a_person and around.before != "to":
        return None
    if word in PLACE_NAMES and around.before in _OF_PLACE:
        return Verdict(kind, Level.WARN, _WORD_TOO) if around.before != "in" else None
    if around.has_other_name(of_word=True):
        return Verdict(kind, Level.WARN, _SOMEBODY_ELSE)
    does = around.says_it_is_a_person or (around.after in AUXILIARIES and word not in MONTHS | PLACE_NAMES)
    if does or (not around.is_sentence_start and not written.isupper()):
        return Verdict(kind, Level.BLOCK, why)
    return Verdict(kind, Level.WARN, _WORD_TOO)


def _is_cased(written: str) -> bool:
    return written.upper() != written.lower()
