"""Names on a roster that look like one another, or mix scripts within a word: told, for a person to decide."""

import unicodedata
from collections.abc import Sequence

from t2desk.domain.intake_rows import Notice
from t2desk.domain.people import RosterPerson
from t2desk.i18n import N_

_ALIKE = N_("Lines {first} and {line} have names that look alike; check that they are two people.")
_MIXED = N_("Line {line}: the name mixes letters of two alphabets in one word; check that it was typed as meant.")
_MOST_NOTICES = 20
_LOOKS_LIKE = str.maketrans(
    "авекмнорстухіјѕһԁԛԝьёαβεηικμνορτυχγ" + "01ɩıℓӏ|" + "ցոսօհյզԍɡɑ",
    "abekmhopctyxijshdqwbeabenikmvoptuxy" + "olllll" + "l" + "gnuohjqgga",
)


def lookalike_notices(people: Sequence[tuple[int, RosterPerson]]) -> tuple[Notice, ...]:
    """Return a notice for each name with mixed scripts and each that looks like an earlier one."""
    notices: list[Notice] = []
    first: dict[str, int] = {}
    for line, person in people:
        if any(mixes_scripts(word) for word in person.display_name.split()):
            notices.append(Notice(_MIXED, {"line": line}, line))
        earlier = first.setdefault(skeleton(person.display_name), line)
        if earlier != line:
            notices.append(Notice(_ALIKE, {"first": earlier, "line": line}, line))
    return tuple(notices[:_MOST_NOTICES])


def skeleton(name: str) -> str:
    """Return what a name looks like: folded, without marks, each look-alike as its Latin twin."""
    bare = (one for one in unicodedata.normalize("NFKD", name) if not unicodedata.combining(one))
    return "".join(bare).casefold().translate(_LOOKS_LIKE).replace("i", "l")


def mixes_scripts(word: str) -> bool:
    """Tell whether a word has letters of Latin and of Cyrillic, Greek or Armenian at once."""
    scripts = {unicodedata.name(one, "").split(" ")[0] for one in word if one.isalpha()}
    return len(scripts & {"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE"}) > 1
