"""What stands around a name: titles, initials, other names, what the text says it did."""

import re
from dataclasses import dataclass

from t2desk.leakcheck.folding import fold
from t2desk.leakcheck.word_tables import FUNCTION_WORDS, PERSON_VERBS, TITLES

_SEEN = 60
_WORD_BEFORE = re.compile(r"([^\W\d_]+(?:[-\"״׳'’][^\W\d_]+)*)(\.?)[^\S\n]*\Z")
_ANY_WORD_BEFORE = re.compile(r"([^\W_]+)[\s,\"“‘(]*\Z")
_WORD_AFTER = re.compile(r"(['’]s\b)?[^\S\n]*\n?[^\S\n]*([^\W\d_]+(?:-[^\W\d_]+)*)?")
_INITIALS_BEFORE = re.compile(r"(?<![^\W_])((?:[^\W\d_]\.?[ \u00a0-]{0,2}){1,3})\Z")
_INITIALS_AFTER = re.compile(r",?[ \u00a0]{1,2}((?:[^\W\d_]\.[ \u00a0-]?){1,3})(?![^\W_])")
_SENTENCE_START = re.compile(r"(?:\A|[.!?:;•\n]|\n[-*#>\d.)]+)[\s\"“‘«(]*\Z")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words beside a name, folded, with whether they are capitalised and whether a sentence starts here."""

    before: str
    after: str
    is_before_capitalised: bool
    is_after_capitalised: bool
    is_sentence_start: bool
    is_possessive: bool
    is_before_first: bool

    @property
    def says_it_is_a_person(self) -> bool:
        """Tell whether the word after it is something that people do."""
        return self.after in PERSON_VERBS or (self.after.endswith("ed") and len(self.after) > 4)

    def has_other_name(self, *, of_word: bool) -> bool:
        """Tell whether a capitalised word beside it makes it somebody else's name, or a thing's.

        The first word of a sentence has its capital for free: beside a name that is a word as well (`of_word`)
        it may still be a given name, beside any other name it is taken for a mere word.
        """
        before = (
            (of_word or not self.is_before_first)
            and self.is_before_capitalised
            and self.before not in FUNCTION_WORDS | TITLES
        )
        after = self.is_after_capitalised and self.after not in FUNCTION_WORDS and not self.is_possessive
        return before or after


def surroundings(text: str, start: int, end: int) -> Surroundings:
    """Return what stands beside text[start:end] in its sentence."""
    head, tail = text[max(0, start - _SEEN) : start], text[end : end + _SEEN]
    before, after = _ANY_WORD_BEFORE.search(head), _WORD_AFTER.match(tail)
    previous = before[1] if before and not _SENTENCE_START.search(head) else ""
    following = (after[2] or "") if after else ""
    return Surroundings(
        fold(previous),
        fold(following),
        previous[:1].isupper() and _touches(head),
        following[:1].isupper(),
        not previous,
        bool(after and after[1]),
        bool(previous) and _SENTENCE_START.search(head[: head.rstrip().rfind(previous)]) is not None,
    )


def title_start(text: str, start: int, own_titles: frozenset[str]) -> int:
    """Return where the titles directly before a name begin, or `start` where there are none."""
    while found := _WORD_BEFORE.search(text, max(0, start - _SEEN), start):
        word = fold(found[1]).replace('"', "").replace("״", "")
        if word not in TITLES and word not in own_titles:
            break
        start = found.start(1)
    return start


def with_initials(text: str, start: int, end: int, initials: frozenset[str]) -> tuple[int, int]:
    """Return the span of a surname grown by initials of its person directly before or after it."""
    head = text[max(0, start - 12) : start]
    before = _INITIALS_BEFORE.search(head)
    if before and _are(before[1], initials) and ("." in before[1] or before[1].strip().isupper()):
        return start - (len(head) - before.start(1)), end
    after = _INITIALS_AFTER.match(text, end)
    if after and _are(after[1], initials):
        return start, after.end(1)
    return start, end


def _are(written: str, initials: frozenset[str]) -> bool:
    letters = re.findall(r"[^\W\d_]", written)
    return bool(letters) and fold(letters[0])[:1] in initials


def _touches(head: str) -> bool:
    return head[-1:].isspace() and not head.rstrip().endswith((",", "(", '"', "“"))
