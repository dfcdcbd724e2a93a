"""Every name in the dossier: what a passphrase must not be made of."""

from t2desk.domain.desk_errors import NamesClosed
from t2desk.domain.people import Identity, Party
from t2desk.domain.ports import Work
from t2desk.domain.series import Meeting, Series


def names_held(work: Work) -> tuple[str, ...]:
    """Return the names of people, parties and employers, and what the series and its meetings are called.

    While the identity book is closed, people's names are not known.
    """
    names = [*(one.title for one in work.select(Series)), *(one.title for one in work.select(Meeting))]
    names += [party.name for party in work.select(Party)]
    try:
        for who in work.select(Identity):
            names += [
                who.display_name,
                who.given,
                who.family,
                who.name_native,
                *who.aliases,
                who.affiliation,
                who.handle,
            ]
    except NamesClosed:
        pass
    return tuple(dict.fromkeys(name for name in names if name))
