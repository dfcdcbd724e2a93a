"""Key conclusions: the wordings that were read back and agreed by all, numbered; signed by those who asked to be."""

from collections.abc import Iterator

from t2desk.domain.desk_errors import NothingToReport
from t2desk.domain.documents import Block, BulletList, Document, Heading, Paragraph, Text
from t2desk.domain.editions import EDITIONS
from t2desk.domain.people import Identity
from t2desk.domain.ports import Work
from t2desk.i18n import N_, Phrases
from t2desk.services.assent import credited
from t2desk.services.editions.common_ground import joint_blocks, joint_points
from t2desk.services.editions.shared import Held, band, capacity, hold, masthead, running_head, terms


def conclusions(work: Work, session: str | None, phrases: Phrases) -> Document:
    """Return the key conclusions of one session. Raises NothingToReport, NothingMayLeave."""
    held = hold(work, EDITIONS["conclusions"], session, phrases)
    points = joint_points(work, held)
    if not points:
        raise NothingToReport(missing=N_("wordings that were read back and agreed by every side"))
    facts = (*capacity(held), (held.fixed("Status"), held.fixed("Agreed wordings")))
    deck = held.fixed("Key conclusions. Every wording was read back to the participants and agreed as it stands here.")
    return Document(
        language=phrases.language,
        title=held.title(),
        masthead=masthead(held, held.title(), deck, facts),
        footer=held.fixed("Joint text of the participants. It binds no institution."),
        running_head=running_head(held, held.title()),
        band=band(held),
        blocks=(
            terms(held),
            Paragraph(held.fixed("The participants, who met in their personal capacities, recognised the following.")),
            *joint_blocks(work, held, points),
            *_signed(work, held),
        ),
    )


def _signed(work: Work, held: Held) -> Iterator[Block]:
    """Name those who asked to be named in this edition, and say that no other name means anything."""
    signed = credited(work, held.session.id, held.edition.name)
    if not signed:
        return
    yield Heading(held.fixed("Signed"), held.fixed("By their own wish"))
    names = [work.get(Identity, person.id).display_name for person in signed]
    yield BulletList(tuple(Text(name, "signatory.name") for name in names))
    yield Paragraph(held.fixed("Whoever is not named here may have agreed as well."), "caption")
