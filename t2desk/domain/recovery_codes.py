"""How a recovery code is written and read by people: groups, forgiving letters, and which group is wrong."""

GROUP = 4
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # no I, L, O or U: Crockford's choice of 32
LENGTH = 36
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1", "-": "", "–": "", "—": "", "_": "", ".": ""})


def plain(typed: str) -> str:
    """Return what was typed without spaces and hyphens, in capitals, with O read as 0, I and L as 1."""
    return "".join(typed.upper().split()).translate(_READ_AS)


def groups(code: str) -> tuple[str, ...]:
    """Return a code's groups of four characters."""
    text = plain(code)
    return tuple(text[start : start + GROUP] for start in range(0, len(text), GROUP))


def looks_like_code(typed: str) -> bool:
    """Say whether this has the form of a recovery code, right or mistyped."""
    text = plain(typed)
    return len(text) == LENGTH and set(text) <= set(ALPHABET)


def wrong_group(typed: str, code: str) -> int | None:
    """Return the number, from one, of the first group that differs from the code; an unfinished last one does not."""
    wanted, given = groups(code), groups(typed)
    for number, group in enumerate(given, start=1):
        if number > len(wanted) or not wanted[number - 1].startswith(group):
            return number
        if len(group) < GROUP and number < len(given):
            return number
    return None
