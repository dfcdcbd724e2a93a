"""Points as a document shows them: in words and bands, never with a count, a person or the order of speaking."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from t2desk.domain.agenda import AgendaItem
from t2desk.domain.documents import FIXED, Note, NoteKind, Step, Text, Tone
from t2desk.domain.documents import Point as PointBlock
from t2desk.domain.documents import Wording as WordingBlock
from t2desk.domain.points import ConcernKind, Point, PointConcern, PointState, Support, Wording
from t2desk.domain.ports import Work
from t2desk.domain.read_back import ReadText
from t2desk.i18n import N_
from t2desk.services.consents import has_consent, is_withdrawn
from t2desk.services.editions.shared import Held, may_stand
from t2desk.services.read_back import joint_wordings
from t2desk.services.scopes import rule_of

_S = PointState
SHOWN = frozenset({_S.AGREED, _S.CLEARED, _S.TRANSFERRED, _S.CONVERGING, _S.BRACKETED, _S.DIVERGENT})

_VERDICTS: dict[PointState, tuple[str, Tone]] = {
    _S.AGREED: (N_("Agreed"), Tone.AGREED),
    _S.CLEARED: (N_("Agreed"), Tone.AGREED),
    _S.TRANSFERRED: (N_("Agreed"), Tone.AGREED),
    _S.CONVERGING: (N_("Broad support"), Tone.AGREED),
    _S.BRACKETED: (N_("In brackets"), Tone.RESERVED),
    _S.DIVERGENT: (N_("Not yet common ground"), Tone.OPEN),
}
_STEPS = {
    Support.ENDORSE: N_("endorse"),
    Support.SUPPORT: N_("support"),
    Support.LIVE_WITH: N_("can live with"),
    Support.RESERVATION: N_("reservation"),
    Support.OPPOSE: N_("oppose"),
}
_NOTES = {ConcernKind.RESERVATION: NoteKind.RESERVATION, ConcernKind.OBJECTION: NoteKind.OBJECTION}
_LANGUAGES = {"ar": N_("Arabic"), "en": N_("English"), "fr": N_("French"), "ru": N_("Russian"), "el": N_("Greek")}


def shown_points(work: Work, held: Held) -> list[Point]:
    """Return the points fit to be shown, by agenda item and within it by random key: drawn once, and stored.

    A point whose own rule, or its item's, is stricter than the edition allows is not among them, unless those
    concerned consented to its wording in this edition; nor is one that was withdrawn from it.
    """
    places = {item.id: item.place for item in work.select(AgendaItem, session=held.session.id)}
    told = [point for point in work.select(Point, session=held.session.id) if point.state in SHOWN]
    points = [point for point in told if _may_stand(work, held, point)]
    return sorted(points, key=lambda point: (places.get(point.item or "", 0), point.key))


def _may_stand(work: Work, held: Held, point: Point) -> bool:
    if is_withdrawn(work, held.edition.name, wording=point.current):
        return False
    consented = has_consent(work, point.current, held.edition.name)
    return consented or may_stand(work, held, rule_of(work, point))


def joint_points(work: Work, held: Held) -> list[Point]:
    """Return the points whose wording was read back and agreed by all, as `shown_points` orders them."""
    fit = {wording.point for wording in joint_wordings(work, held.session.id)}
    return [point for point in shown_points(work, held) if point.key in fit]


def joint_blocks(work: Work, held: Held, points: list[Point]) -> Iterator[PointBlock]:
    """Return joint points as blocks, numbered from 1: the words as agreed, and no support, no reservation."""
    for number, point in enumerate(points, start=1):
        whole = _block(work, held, point, number)
        yield replace(whole, wordings=tuple(_others_read(work, held, point)), support=(), notes=())


def _others_read(work: Work, held: Held, point: Point) -> Iterator[WordingBlock]:
    """Yield the wordings in other languages that were read back and agreed as the current one was."""
    current = work.get(Wording, point.current)
    read = [one for one in _newest(work, held, current).values() if work.find(ReadText, one.key) is not None]
    yield from _wording_blocks(held, {wording.language: wording for wording in read})


def standing_blocks(work: Work, held: Held, points: list[Point], first: int) -> Iterator[PointBlock]:
    """Return points as blocks from a number on, with reservations and what would mend them, and no steps of support."""
    for block in point_blocks(work, held, points, first):
        yield replace(block, support=())


def own_blocks(
    work: Work, held: Held, points: list[Point], is_own: Callable[[PointConcern], bool]
) -> Iterator[PointBlock]:
    """Return points as one side sees them: without support, and with none but its own concerns."""
    for point, block in zip(points, point_blocks(work, held, points), strict=True):
        concerns = work.select(PointConcern, point=point.key, wording=point.current)
        own = tuple(_notes(tuple(concern for concern in concerns if is_own(concern))))
        # "Support with reservation" would tell a side that another has one.
        verdict, tone = _verdict(point, ())
        yield replace(block, verdict=Text(held.phrases(verdict), "point.verdict"), tone=tone, support=(), notes=own)


def joint_wordings_shown(work: Work, held: Held, point: Point) -> tuple[int, ...]:
    """Return the wordings of a point that a joint edition shows."""
    return tuple(key for key in wordings_shown(work, held, point) if work.find(ReadText, key) is not None)


def point_blocks(work: Work, held: Held, points: list[Point], first: int = 1) -> Iterator[PointBlock]:
    """Return the points as blocks, numbered from `first`."""
    for number, point in enumerate(points, start=first):
        yield _block(work, held, point, number)


def _block(work: Work, held: Held, point: Point, number: int) -> PointBlock:
    current = work.get(Wording, point.current)
    concerns = work.select(PointConcern, point=point.key, wording=point.current)
    verdict, tone = _verdict(point, concerns)
    return PointBlock(
        number=Text(str(number), FIXED),
        verdict=Text(held.phrases(verdict), "point.verdict"),
        tone=tone,
        statement=Text(current.text, "wording.text"),
        wordings=tuple(_others(work, held, current)),
        support=tuple(_support(held, point)),
        notes=tuple(_notes(concerns)),
    )


def _verdict(point: Point, concerns: tuple[PointConcern, ...]) -> tuple[str, Tone]:
    if point.ad_referendum and point.state is _S.AGREED:
        return N_("Agreed ad referendum"), Tone.AGREED
    if concerns and point.state is _S.CONVERGING:
        return N_("Support with reservation"), Tone.RESERVED
    return _VERDICTS[point.state]


def wordings_shown(work: Work, held: Held, point: Point) -> tuple[int, ...]:
    """Return the wordings of a point that a document shows: the current one, and the newest in every other language."""
    current = work.get(Wording, point.current)
    return (current.key, *(wording.key for wording in _newest(work, held, current).values()))


def _newest(work: Work, held: Held, current: Wording) -> dict[str, Wording]:
    newest: dict[str, Wording] = {}
    for wording in sorted(work.select(Wording, point=current.point), key=lambda w: w.number):
        if wording.language != current.language:
            newest[wording.language] = wording
    kept = (one for one in newest.values() if not is_withdrawn(work, held.edition.name, wording=one.key))
    return {wording.language: wording for wording in kept}


def _others(work: Work, held: Held, current: Wording) -> Iterator[WordingBlock]:
    yield from _wording_blocks(held, _newest(work, held, current))


def _wording_blocks(held: Held, wordings: dict[str, Wording]) -> Iterator[WordingBlock]:
    for language, wording in sorted(wordings.items()):
        label = Text(held.phrases(_LANGUAGES.get(language, language)), "wording.language")
        yield WordingBlock(language, label, Text(wording.text, "wording.text"))


def _support(held: Held, point: Point) -> Iterator[Step]:
    if not point.support:
        return
    for step in Support:
        yield Step(Text(held.phrases(_STEPS[step]), "point.support"), step in point.support)


def _notes(concerns: tuple[PointConcern, ...]) -> Iterator[Note]:
    for concern in concerns:
        mend = Text(concern.mend, "concern.mend") if concern.mend else None
        yield Note(_NOTES[concern.kind], Text(concern.text, "concern.text"), mend)
