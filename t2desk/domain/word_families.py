"""Which operations take in what somebody says or writes, by family: the word before the full stop in their name."""

# What "forget the last seconds" takes back: words, and nothing of the floor.
WORDS = frozenset(
    {"note", "point", "concern", "bracket", "interest", "divergence", "copy", "poll", "one_text", "silence", "reading",
     "section", "step", "consent", "clearance"}
)  # fmt: skip
# Single operations of other families that take words in as well.
_ALSO = frozenset({"item.conclude", "rule.text", "rule.assent", "credit.ask"})


def takes_words(operation: str) -> bool:
    """Say whether an operation takes in something that somebody says or writes."""
    return operation.partition(".")[0] in WORDS or operation in _ALSO
