"""Which operations take in what somebody says or writes, by family: the word before the full stop in their name."""

# Words, and nothing of the floor.
WORDS = frozenset(
    {"note", "point", "concern", "bracket", "interest", "divergence", "copy", "poll", "one_text", "silence", "reading",
     "section", "step", "consent", "clearance"}
)  # fmt: skip
# The one operation of another family by which what was said is written down.
_SAID_TOO = "item.conclude"
# What is written about the rule, or of somebody's wish: refused where strangers can read it, and nothing to forget.
_ALSO = frozenset({"rule.text", "rule.assent", "credit.ask"})


def takes_in_speech(operation: str) -> bool:
    """Say whether an operation writes down something that was said."""
    return operation.partition(".")[0] in WORDS or operation == _SAID_TOO


# These put no new words anywhere: they sort, split, or take away what is there, or make it stricter.
_NO_WORDS = frozenset({"note.sort", "note.split", "note.tighten", "point.tighten", "copy.return"})
_AWAY = frozenset({"remove", "withdraw", "take_back"})


def puts_into_words(operation: str) -> bool:
    """Say whether an operation writes down something that was said, and does not only sort or take away."""
    return takes_in_speech(operation) and operation not in _NO_WORDS and operation.rpartition(".")[2] not in _AWAY


def takes_words(operation: str) -> bool:
    """Say whether an operation takes in something that somebody says or writes."""
    return takes_in_speech(operation) or operation in _ALSO
