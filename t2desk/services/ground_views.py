"""One point with everything that stands beside it: who may take which step, brackets, package, lineage, copies."""

from dataclasses import dataclass

from t2desk.domain.brackets import brackets_in, ordinal
from t2desk.domain.deciding import Decision, OneText, OneTextState, Silence
from t2desk.domain.ground import AgreedText, BracketReason, Interest, InterestLink, Rendering
from t2desk.domain.keys import RowKey
from t2desk.domain.points import Point, PointState, StepTerms, Wording, terms_of
from t2desk.domain.ports import Work
from t2desk.domain.support import PointVerdict
from t2desk.services.bracketing import reasons_of
from t2desk.services.deciding import decision_of
from t2desk.services.distribution import Distribution, distribution_of
from t2desk.services.lineage import origins_of
from t2desk.services.packages import needs_of, stands_firm
from t2desk.services.point_views import offered_steps


@dataclass(frozen=True, slots=True)
class BracketView:
    """A bracket of the current wording: its alternatives with what each is called (bis, ter), and why it is open."""

    place: int
    alternatives: tuple[tuple[str, str], ...]
    reason: BracketReason | None


@dataclass(frozen=True, slots=True)
class RenderingView:
    """The newest wording in another language; behind once the text that it renders is no longer the current one."""

    language: str
    text: str
    is_behind: bool


@dataclass(frozen=True, slots=True)
class PointStanding:
    """Everything beside one point. `needs` and `origins` are keys; `agreed` is the wording agreed to, if any."""

    steps: tuple[tuple[PointState, StepTerms], ...]
    decision: Decision
    brackets: tuple[BracketView, ...]
    renderings: tuple[RenderingView, ...]
    needs: tuple[int, ...]
    is_firm: bool
    origins: tuple[int, ...]
    interests: tuple[Interest, ...]
    copies: Distribution
    agreed: int | None
    verdict: str
    silence: Silence | None
    single: OneTextState | None


def point_standing(work: Work, key: RowKey) -> PointStanding | None:
    """Return what stands beside one point, or None once the point is gone."""
    point = work.find(Point, key)
    if point is None:
        return None
    agreed, verdict = work.find(AgreedText, point.key), work.find(PointVerdict, point.key)
    single = work.find(OneText, point.key)
    return PointStanding(
        steps=tuple((step, terms_of(step)) for step in offered_steps(point.state)),
        decision=decision_of(work, point.session),
        brackets=_brackets(work, work.get(Wording, point.current)),
        renderings=_renderings(work, point),
        needs=needs_of(work, point.key),
        is_firm=stands_firm(work, point.key),
        origins=tuple(origin.key for origin in origins_of(work, point.key)),
        interests=tuple(work.get(Interest, one.interest) for one in work.select(InterestLink, point=point.key)),
        copies=distribution_of(work, point.key),
        agreed=None if agreed is None else agreed.wording,
        verdict="" if verdict is None or verdict.wording != point.current else verdict.words,
        silence=work.find(Silence, point.key),
        single=None if single is None else single.state,
    )


def _brackets(work: Work, wording: Wording) -> tuple[BracketView, ...]:
    reasons = reasons_of(work, wording)
    return tuple(
        BracketView(
            one.place,
            tuple((ordinal(number), words) for number, words in enumerate(one.alternatives, start=1)),
            reasons.get(one.place),
        )
        for one in brackets_in(wording.text)
    )


def _renderings(work: Work, point: Point) -> tuple[RenderingView, ...]:
    current = work.get(Wording, point.current)
    newest: dict[str, Wording] = {}
    for wording in sorted(work.select(Wording, point=point.key), key=lambda one: one.number):
        if wording.language != current.language:
            newest[wording.language] = wording
    behind = {language: _renders(work, wording) != current.key for language, wording in newest.items()}
    return tuple(
        RenderingView(language, wording.text, behind[language]) for language, wording in sorted(newest.items())
    )


def _renders(work: Work, wording: Wording) -> int | None:
    of = work.find(Rendering, wording.key)
    return None if of is None else of.renders
