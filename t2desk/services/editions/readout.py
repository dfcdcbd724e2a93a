"""The readout: that it met, on which topics, and what comes next; nothing of who."""

from t2desk.domain.agenda import AgendaItem, ItemState
from t2desk.domain.documents import Block, BulletList, Document, Heading, Paragraph, Text
from t2desk.domain.editions import EDITIONS
from t2desk.domain.ports import Work
from t2desk.domain.sections import NextStep
from t2desk.i18n import Phrases
from t2desk.services.agenda import agenda_of
from t2desk.services.editions.shared import Held, hold, item_may_stand, masthead, running_head


def readout(work: Work, session: str | None, phrases: Phrases) -> Document:
    """Return the readout of one session. Raises NothingToReport, NothingMayLeave."""
    held = hold(work, EDITIONS["readout"], session, phrases)
    facts = (
        (held.fixed("Meeting"), Text(held.meeting.title, "meeting.title")),
        (held.fixed("Participants"), held.fixed("In personal capacity")),
    )
    deck = held.fixed("The participants met in their personal capacities. No decisions were taken.")
    return Document(
        language=phrases.language,
        title=held.title(),
        masthead=masthead(held, held.title(), deck, facts),
        footer=held.fixed("For release"),
        running_head=running_head(held, held.title()),
        blocks=tuple(_blocks(work, held)),
    )


def _blocks(work: Work, held: Held) -> list[Block]:
    items = agenda_of(work, held.session.id)
    topics = _topics(tuple(item for item in items if item_may_stand(work, held, item.id)))
    steps = sorted(work.select(NextStep, session=held.session.id), key=lambda step: step.place)
    blocks: list[Block] = []
    if topics:
        blocks += [Heading(held.fixed("Topics")), BulletList(topics)]
    blocks.append(Heading(held.fixed("Next step")))
    if steps:
        blocks.append(Paragraph(Text(_sentence(steps[-1]), "step.what")))
    else:
        blocks.append(Paragraph(held.fixed("The dialogue continues.")))
    return blocks


def _topics(items: tuple[AgendaItem, ...]) -> tuple[Text, ...]:
    """Return what was on the table: main items that were not parked; a break is not a topic."""
    main = [item for item in items if item.parent is None and item.state is not ItemState.PARKED and item.phase]
    shown = main or [item for item in items if item.parent is None and item.state is not ItemState.PARKED]
    return tuple(Text(item.title, "item.title") for item in shown)


def _sentence(step: NextStep) -> str:
    return f"{step.what} ({step.by})." if step.by else f"{step.what}."
