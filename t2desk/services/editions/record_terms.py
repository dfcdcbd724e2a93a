"""The terms of the floor as the internal record shows them: limits, stand-ins, remarks on turns, interpretation."""

from collections.abc import Callable

from t2desk.domain.agenda import AgendaItem
from t2desk.domain.attendance import Attendance
from t2desk.domain.documents import Text
from t2desk.domain.floor import Turn, TurnLimit
from t2desk.domain.floor_terms import FloorLimit, LanguageFactor, LimitScope, SpeaksIn, Substitution, TurnMark
from t2desk.domain.people import RosterPerson
from t2desk.domain.ports import Work
from t2desk.domain.series import Session
from t2desk.i18n import N_
from t2desk.services.editions.shared import Held

Row = tuple[Text, ...]


def length_of(seconds: float) -> str:
    """Return a length as 4:05."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d}"


def interpretation(work: Work, held: Held, people: dict[str, RosterPerson]) -> tuple[Row, ...]:
    """Return who speaks which language, and how long a turn in it may be beside the usual."""
    percents = {one.language: one.percent for one in work.select(LanguageFactor)}
    speakers = sorted(work.select(SpeaksIn), key=lambda one: one.person)
    return tuple(
        (
            Text(people[one.person].display_name, "person.name") if one.person in people else held.fixed("not named"),
            Text(one.language, "language.name"),
            Text(f"{percents.get(one.language, 100)} %", "language.percent"),
        )
        for one in speakers
    )


class RecordedTerms:
    """What held on the floor of one session."""

    def __init__(
        self,
        work: Work,
        held: Held,
        session: Session,
        name: Callable[[str | None], Text],
        parties: dict[str, str],
    ) -> None:
        """Read what was marked and who sat for whom."""
        self._work, self._held, self._session, self._name, self._parties = work, held, session, name, parties
        self._marks = {mark.key: mark for mark in work.select(TurnMark, session=session.id)}
        self._stand_ins = {one.person: one.stands_for for one in work.select(Substitution, session=session.id)}

    def in_place_of(self, attendance: Attendance) -> Text:
        """Return for whom somebody sat; nothing for nobody."""
        absent = self._stand_ins.get(attendance.person)
        return Text(self._name(absent).words if absent else "", "attendance.stands_for")

    def remark(self, turn: Turn) -> Text:
        """Return what is to be known of a turn: what a point of order asked for, a limit of its own, a doubt."""
        mark = self._marks.get(turn.key)
        if mark is None:
            return Text("", "turn.remark")
        phrases = self._held.phrases
        said = [mark.category.value.replace("_", " ")] if mark.category else []
        if mark.allowed is not None:
            said.append(phrases(N_("limit {length}")).format(length=length_of(mark.allowed)))
        if mark.uncertain is not None:
            said.append(phrases(N_("length in doubt")))
        return Text(phrases.listed(*said), "turn.remark")

    def limits(self) -> tuple[Row, ...]:
        """Return every limit that was set: of any turn, of an item's turns, and of all of a party or item."""
        phrases = self._held.phrases
        turns = sorted(self._work.select(TurnLimit, session=self._session.id), key=lambda one: one.item or "")
        rows = [(self._turns_of(one.item), one.seconds) for one in turns]
        # What somebody's next turn may last is over with it.
        lasting = (
            one for one in self._work.select(FloorLimit, session=self._session.id) if one.scope is not LimitScope.PERSON
        )
        budgets = sorted(lasting, key=lambda one: (one.scope, one.of))
        rows += [(self._whole(one), one.seconds) for one in budgets]
        none = phrases(N_("none"))
        return tuple(
            (Text(words, "limit.of"), Text(length_of(seconds) if seconds else none, "limit.seconds"))
            for words, seconds in rows
        )

    def _turns_of(self, item: str | None) -> str:
        phrases = self._held.phrases
        if item is None:
            return phrases(N_("Any turn"))
        return phrases(N_("Any turn on “{title}”")).format(title=self._work.get(AgendaItem, item).title)

    def _whole(self, limit: FloorLimit) -> str:
        phrases = self._held.phrases
        if limit.scope is LimitScope.PARTY:
            return phrases(N_("All turns of {name}")).format(name=self._parties.get(limit.of, limit.of))
        return phrases(N_("All turns on “{title}”")).format(title=self._work.get(AgendaItem, limit.of).title)
