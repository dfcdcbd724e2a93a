"""In which order the parties stand wherever they are listed: chosen once for the dossier, favouring nobody."""

from collections.abc import Callable

from t2desk.domain.desk_errors import UnknownWord
from t2desk.domain.ledger import Release
from t2desk.domain.party_order import LANGUAGES, NeutralOrder, PartyOrder, alphabetical, rotated, seated
from t2desk.domain.people import Party, Person
from t2desk.domain.ports import Work
from t2desk.domain.series import THE_SERIES, Series


def set_order(
    work: Work, by: PartyOrder | None = None, language: str | None = None, rotates: bool | None = None
) -> NeutralOrder:
    """Choose by what parties are put in order, whose alphabet it is, and whether each document begins with the next."""
    before = order_chosen(work)
    if language is not None and language not in LANGUAGES:
        raise UnknownWord(field="language", words=", ".join(LANGUAGES))
    chosen = NeutralOrder(
        THE_SERIES,
        before.by if by is None else by,
        before.language if language is None else language,
        before.rotates if rotates is None else rotates,
    )
    work.put(chosen)
    return chosen


def is_chosen(work: Work) -> bool:
    """Return whether somebody has chosen an order."""
    return work.find(NeutralOrder, THE_SERIES) is not None


def order_chosen(work: Work) -> NeutralOrder:
    """Return the order in force; where none was chosen, the alphabet of the series' language."""
    chosen = work.find(NeutralOrder, THE_SERIES)
    if chosen is not None:
        return chosen
    series = work.find(Series, THE_SERIES)
    return NeutralOrder(THE_SERIES, language=series.language if series is not None else "en")


def parties_in_order(work: Work, document: int = 1) -> tuple[Party, ...]:
    """Return the parties in the order in force; `document` (from 1) turns it on where it rotates.

    Parties with nobody at the table come last, by the alphabet.
    """
    chosen = order_chosen(work)
    named = _by_alphabet(work.select(Party), chosen.language)
    if chosen.by is PartyOrder.SEATING:
        places = {one: at for at, one in enumerate(seated((one.seat, one.party) for one in work.select(Person)))}
        named = sorted(named, key=lambda one: places.get(one.id, len(places)))
    return rotated(named, document if chosen.rotates else 1)


def _by_alphabet(parties: tuple[Party, ...], language: str) -> list[Party]:
    by_name = {one.name: one for one in parties}
    return [by_name[name] for name in alphabetical(by_name, language)]


def next_document(work: Work) -> int:
    """Return the number of the next document that leaves, from 1."""
    return 1 + work.count(Release)


def place_of_party(work: Work, document: int = 1) -> Callable[[str | None], int]:
    """Return a key to sort by: a party's place in the order in force; whoever is of none comes last."""
    places = {one.id: at for at, one in enumerate(parties_in_order(work, document))}
    return lambda party: places.get(party or "", len(places))
