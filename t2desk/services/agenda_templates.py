"""Agendas to begin with, as dialogues have been run before: each a name, a sentence and its items."""

from dataclasses import dataclass

from t2desk.domain.agenda import ItemKind, Phase
from t2desk.domain.desk_errors import UnknownWord
from t2desk.domain.ports import Work
from t2desk.i18n import N_
from t2desk.services.agenda import add_item


@dataclass(frozen=True, slots=True)
class TemplateItem:
    """An item of a template: its title, planned minutes, phase and aim."""

    title: str
    minutes: int
    phase: Phase = Phase.NONE
    aim: str = ""
    kind: ItemKind = ItemKind.TALK


@dataclass(frozen=True, slots=True)
class Template:
    """A way to run a session, with the sentence that says what it is for."""

    name: str
    title: str
    sentence: str
    items: tuple[TemplateItem, ...]


_I = TemplateItem

_TEMPLATES = (
    Template(
        "problem_solving",
        N_("Problem-solving workshop"),
        N_("Kelman's sequence: hear concerns first, then look for options together, then for what stands in the way."),
        (
            _I(N_("Welcome and ground rules"), 15),
            _I(N_("Needs and fears"), 60, Phase.CONCERNS, N_("Each side says what it needs and fears; none replies.")),
            _I(N_("Break"), 15, kind=ItemKind.BREAK),
            _I(N_("Ideas that would meet both sides' needs"), 60, Phase.OPTIONS, N_("Nothing said here is an offer.")),
            _I(N_("What stands in the way"), 45, Phase.CONSTRAINTS, N_("Name each obstacle once.")),
            _I(N_("Steps that each could take"), 45, Phase.STEPS),
        ),
    ),
    Template(
        "sustained_dialogue",
        N_("Sustained Dialogue"),
        N_("Saunders' five stages, as one sitting or as the outline of several."),
        (
            _I(N_("Deciding to engage"), 30, Phase.NONE, N_("Why we are here, and what we owe each other.")),
            _I(N_("Mapping problems and relationships"), 60, Phase.CONCERNS),
            _I(N_("Probing problems and relationships"), 60, Phase.OPTIONS),
            _I(N_("Building scenarios"), 45, Phase.CONSTRAINTS, N_("Which steps, in which order, answer which fear.")),
            _I(N_("Acting together"), 45, Phase.STEPS),
        ),
    ),
    Template(
        "one_text",
        N_("One text"),
        N_("One draft, criticised by all and owned by none, until nobody can improve it."),
        (
            _I(N_("What the text is for"), 15),
            _I(N_("Interests behind positions"), 45, Phase.CONCERNS),
            _I(N_("The first draft is read"), 20, Phase.OPTIONS, N_("Read aloud; nobody is asked to agree.")),
            _I(N_("Criticism, side by side"), 60, Phase.CONSTRAINTS, N_("Say what is wrong with it, no more.")),
            _I(N_("The next draft is read"), 20, Phase.OPTIONS),
            _I(N_("Yes or no, and what becomes of it"), 30, Phase.STEPS),
        ),
    ),
    Template(
        "shuttle",
        N_("Shuttle"),
        N_("Sides meet the facilitators one after the other; only what each has released is carried over."),
        (
            _I(N_("All together: how this works"), 15),
            _I(N_("First side"), 45, Phase.CONCERNS, N_("At the end: what may be carried over?")),
            _I(N_("Second side"), 45, Phase.CONCERNS, N_("At the end: what may be carried over?")),
            _I(N_("First side again"), 30, Phase.OPTIONS),
            _I(N_("Second side again"), 30, Phase.OPTIONS),
            _I(N_("All together: what is shared now"), 30, Phase.STEPS),
        ),
    ),
)  # fmt: skip

TEMPLATES: dict[str, Template] = {template.name: template for template in _TEMPLATES}


def insert_template(
    work: Work, template: str, session: str | None = None, titles: tuple[str, ...] = (), aims: tuple[str, ...] = ()
) -> int:
    """Add a template's items at the end of a session's agenda; returns their number.

    `titles` and `aims` replace the English ones, in the order of the items: whoever asks may speak another language.
    """
    if template not in TEMPLATES:
        raise UnknownWord(field="template", words=", ".join(TEMPLATES))
    items = TEMPLATES[template].items
    for number, item in enumerate(items):
        title = titles[number] if number < len(titles) else item.title
        aim = aims[number] if number < len(aims) else item.aim
        add_item(work, title, item.minutes, phase=item.phase, aim=aim, session=session, kind=item.kind)
    return len(items)
