"""What stands over a session: every rule, the strictest of them, the text that was heard, and what it promises."""

from dataclasses import dataclass

from t2desk.domain.agenda import AgendaItem
from t2desk.domain.ports import Work
from t2desk.domain.promises import Promise, promises_in
from t2desk.domain.rules import Rule
from t2desk.domain.scopes import ScopedRule
from t2desk.domain.series import Session
from t2desk.services.assent import has_assent, text_in_force
from t2desk.services.scopes import rule_of_session


@dataclass(frozen=True, slots=True)
class RuleView:
    """The session's presets, those beside it that are in force, the rule they make, and the newest full text.

    `item_rules` has the rule of each agenda item by its id. `version` is 0 while no full text was written.
    """

    presets: tuple[str, ...]
    scoped: tuple[ScopedRule, ...]
    rule: Rule
    item_rules: dict[str, Rule]
    version: int
    text: str
    has_assent: bool
    promises: tuple[Promise, ...]


def rule_view(work: Work, session: str) -> RuleView:
    """Return what stands over a session now."""
    held_in = work.get(Session, session)
    newest = text_in_force(work, held_in)
    scoped = [one for one in work.select(ScopedRule) if one.preset and one.session in {None, held_in.id}]
    others = {"meeting": held_in.meeting}
    return RuleView(
        presets=held_in.rules_held,
        scoped=tuple(one for one in scoped if others.get(one.scope.value, one.of) == one.of),
        rule=rule_of_session(work, held_in),
        item_rules={
            item.id: rule_of_session(work, held_in, item.id) for item in work.select(AgendaItem, session=held_in.id)
        },
        version=newest.number if newest else 0,
        text=newest.text if newest else "",
        has_assent=has_assent(work, held_in.id),
        promises=promises_in(newest.text) if newest else (),
    )
