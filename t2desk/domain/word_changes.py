"""What changed between two wordings, word by word; the same for every script, since words are parted by blanks."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_WORD_OR_BLANK = re.compile(r"\s+|[^\s\w]|\w+")


class Change(StrEnum):
    """What became of some words."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class ChangedWords:
    """Some words in a row with the same fate."""

    change: Change
    text: str


def word_changes(before: str, after: str) -> tuple[ChangedWords, ...]:
    """Return the later wording with what was removed in its place; words are compared whole."""
    old, new = _WORD_OR_BLANK.findall(before), _WORD_OR_BLANK.findall(after)
    changes: list[ChangedWords] = []
    for tag, old_from, old_to, new_from, new_to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            changes.append(ChangedWords(Change.KEPT, "".join(new[new_from:new_to])))
            continue
        if old_to > old_from:
            changes.append(ChangedWords(Change.REMOVED, "".join(old[old_from:old_to])))
        if new_to > new_from:
            changes.append(ChangedWords(Change.ADDED, "".join(new[new_from:new_to])))
    return tuple(changes)
