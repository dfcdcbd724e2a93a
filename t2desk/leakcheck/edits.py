"""How far two words are apart in typing: letters left out, put in, exchanged, or swapped with their neighbour."""


def distance(one: str, other: str, most: int) -> int:
    """Return the edits between two words (optimal string alignment), or most + 1 where there are more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, start=1):
        before, last, row = row, before, [place] + [0] * len(other)
        for column, against in enumerate(other, start=1):
            row[column] = min(before[column] + 1, row[column - 1] + 1, before[column - 1] + (letter != against))
            if place > 1 and column > 1 and letter == other[column - 2] and one[place - 2] == against:
                row[column] = min(row[column], last[column - 2] + 1)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def allowed_edits(length: int) -> int:
    """Return how many slips of the finger a name of that many letters may show and still be that name."""
    if length < 5:
        return 0
    return 1 if length < 8 else 2


def shortened(word: str, most: int) -> set[str]:
    """Return the word and all it becomes by leaving out up to `most` letters: two close words share one of these."""
    found = {word}
    newest = {word}
    for _ in range(most):
        newest = {one[:place] + one[place + 1 :] for one in newest for place in range(len(one))}
        found |= newest
    return found
