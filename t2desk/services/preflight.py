"""The check before a session, as far as the dossier can tell: people, parties, agenda, rule, recovery code."""

from collections.abc import Iterator

from t2desk.domain.checks import Check, Verdict
from t2desk.domain.people import Person
from t2desk.domain.ports import Work
from t2desk.domain.rules import PRESETS
from t2desk.domain.series import Session
from t2desk.i18n import N_
from t2desk.services.preparation import Plan, plan_of, plans, session_to_open
from t2desk.services.retention import keepings

PEOPLE, PARTIES, AGENDA, RULE, RECOVERY, KEEPING = (
    N_("People"), N_("Parties"), N_("Agenda"), N_("The rule"), N_("Recovery code"),
    N_("Retention"),
)  # fmt: skip


def check_dossier(work: Work) -> tuple[Check, ...]:
    """Return what the dossier says of the session to be opened next."""
    return (*_people(work), *_agenda(work), *_keeping(work))


def check_recovery(is_confirmed: bool) -> Check:
    """Return how it stands with the recovery code."""
    if is_confirmed:
        return Check(RECOVERY, Verdict.FINE, N_("Typed back once, so it is written down somewhere."))
    return Check(
        RECOVERY,
        Verdict.MEND,
        N_("Never typed back: lock (Ctrl+L) and open again; the door asks for it from your paper."),
    )


def _people(work: Work) -> Iterator[Check]:
    people = work.select(Person)
    if not people:
        yield Check(PEOPLE, Verdict.MEND, N_("Nobody is on the list: add people by name, or import a list."))
        return
    yield Check(PEOPLE, Verdict.FINE, N_("On the list: {count}."), {"count": len(people)})
    without = sum(person.party is None for person in people)
    if without == 0:
        yield Check(PARTIES, Verdict.FINE, N_("Everybody belongs to a party, so the floor can be shared fairly."))
    else:
        sentence = N_("Without a party: {count}. Right for the facilitators; for all others, choose one under People.")
        yield Check(PARTIES, Verdict.LOOK, sentence, {"count": without})


def _agenda(work: Work) -> Iterator[Check]:
    session = session_to_open(work)
    if session is None:
        yield Check(AGENDA, Verdict.MEND, N_("No session is planned: add one under Agenda, or begin with a template."))
        return
    later = [plan for plan in plans(work) if plan.session.number > session.number]
    yield _time(plan_of(work, session), later)
    yield Check(RULE, Verdict.FINE, N_("{rule}. Read it aloud before you begin."), {"rule": _rule(session)})


def _keeping(work: Work) -> Iterator[Check]:
    due = [one for one in keepings(work) if one.is_due]
    if due:
        numbers = ", ".join(str(one.number) for one in due)
        sentence = N_("The day agreed for destroying these sessions has come: {numbers}. See t2desk retention.")
        yield Check(KEEPING, Verdict.LOOK, sentence, {"numbers": numbers})


def _time(plan: Plan, later: list[Plan]) -> Check:
    if not plan.items:
        return Check(AGENDA, Verdict.LOOK, N_("The next session has no items; add what is to be talked about."))
    following = next((one.starts for one in later if one.starts is not None), None)
    if plan.ends is not None and following is not None and plan.ends > following:
        over = round((plan.ends - following).total_seconds() / 60)
        sentence = N_("It ends {minutes} min after the session that follows begins: shorten it, or move that one.")
        return Check(AGENDA, Verdict.MEND, sentence, {"minutes": over})
    if plan.ends is None:
        return Check(AGENDA, Verdict.LOOK, N_("{minutes} min planned, and no start is set."), {"minutes": plan.minutes})
    sentence = N_("{minutes} min planned, which end at {time}.")
    return Check(AGENDA, Verdict.FINE, sentence, {"minutes": plan.minutes, "time": f"{plan.ends:%H:%M}"})


def _rule(session: Session) -> str:
    return PRESETS[session.rule].title
