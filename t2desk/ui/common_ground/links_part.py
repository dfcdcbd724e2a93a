"""What a point hangs together with: its package, where it comes from, the interests it serves, who holds a copy."""

from functools import partial

from PySide6.QtWidgets import QWidget

from t2desk.domain.errors import DeskError
from t2desk.domain.keys import key_to_text
from t2desk.i18n import N_
from t2desk.services.point_page import OtherPoint, PointPage
from t2desk.ui.common_ground.lines import Line, LineAct, LineList
from t2desk.ui.common_ground.over_page import key_button
from t2desk.ui.common_ground.part import PointPart, told
from t2desk.ui.common_ground.states import LANGUAGES, STATES
from t2desk.ui.kit.buttons import KeyButton
from t2desk.ui.kit.choices import ChoiceBox
from t2desk.ui.kit.painting import isolated
from t2desk.ui.kit.pieces import column, label
from t2desk.ui.shell.kept_line import KeptLine
from t2desk.ui.shell.views import ViewParts

_LONGEST = 90


class LinksPart(PointPart):
    """Sections under each other; an empty one says what it is for."""

    def __init__(self, parts: ViewParts, point: str) -> None:
        """Begin empty."""
        super().__init__(parts, point)
        words, around = parts.words, parts.surroundings
        self._needs = LineList(parts, "pointNeeds", words(N_("Package: it holds only if")),
                               words(N_("It holds by itself. Choose a point below for a package.")))  # fmt: skip
        self._firm = label("", "second", "pointFirm", wraps=True)
        self._other = ChoiceBox(around, "pointNeedsChoice", words(N_("A point it depends on")))
        self._require = key_button(parts, N_("Only if that one holds too"), "plus", "", "pointRequire")
        self._require.clicked.connect(
            lambda _checked=False: self.write("point.require", needs=self._other.currentData())
        )
        self._interests = LineList(parts, "pointInterests", words(N_("Interests it serves")),
                                   words(N_("None yet. Note what each side needs in the register.")))  # fmt: skip
        self._interest = ChoiceBox(around, "pointInterestChoice", words(N_("An interest")))
        self._link = key_button(parts, N_("It serves that one"), "plus", "", "pointLink")
        self._link.clicked.connect(self._on_link)
        self._divergence = LineList(parts, "pointDivergence", words(N_("Where the room differs on it")),
                                    words(N_("Not in the register of divergences.")))  # fmt: skip
        self._what = KeptLine(parts, "pointDivergenceWhat", words(N_("On what the room differs")), f"differs:{point}")
        self._what.returnPressed.connect(self._on_differs)
        self._differs = key_button(parts, N_("Enter it in the register"), "split", "", "pointDiffers")
        self._differs.clicked.connect(lambda _checked=False: self._on_differs())
        self._origins = LineList(parts, "pointOrigins", words(N_("Where it comes from")),
                                 words(N_("It began in this session.")))  # fmt: skip
        self._carry = key_button(parts, N_("Take it up again in the open session"), "redo-2", "", "pointCarry")
        self._carry.clicked.connect(lambda _checked=False: self.write("point.carry"))
        self._no_carry = label("", "second", "pointCarryWhy", wraps=True)
        self._copies = LineList(parts, "pointCopies", words(N_("Who holds which wording")), "")
        self._give = key_button(parts, N_("Every side has been given the current wording"), "users", "", "pointGive")
        self._give.clicked.connect(lambda _checked=False: self.write("copy.give", parties=list(self._sides)))
        self._renderings = LineList(parts, "pointRenderings", words(N_("In other languages")),
                                    words(N_("No wording in another language.")))  # fmt: skip
        self._sides: tuple[str, ...] = ()
        for box in (self._other, self._interest):
            box.activated.connect(lambda _index: self._try_choices())
        self.setLayout(column(
            self._needs, self._firm, self._other, self._require, self._interests, self._interest, self._link,
            self._divergence, self._what, self._differs, self._origins, self._carry, self._no_carry, self._copies,
            self._give, self._renderings, 1, gap=8,
        ))  # fmt: skip

    def show_point(self, page: PointPage) -> None:
        """Show what it hangs together with."""
        self._sides = tuple(side.id for side in page.sides)
        self._show_needs(page)
        self._show_interests(page)
        self._show_divergence(page)
        self._show_origins(page)
        self._show_copies(page)
        self._try_choices()
        behind = self.parts.words(N_("behind: the text it renders has changed"))
        self._renderings.show_lines([
            Line(one.text, self.parts.words(LANGUAGES.get(one.language, one.language)), behind if one.is_behind else "",
                 warns=one.is_behind)
            for one in page.standing.renderings
        ])  # fmt: skip
        acts: list[tuple[str, dict[str, object]]] = [
            ("point.carry", {"point": self.point}),
            ("copy.give", {"point": self.point, "parties": list(self._sides)}),
        ]
        self.parts.bridge.try_out(self, acts, self._show_refusals)

    def _try_choices(self) -> None:
        """Offer a point for the package, an interest and an entry only where that would be done."""
        needs, interest = self._other.currentData(), self._interest.currentData()
        tried: list[tuple[KeyButton, str, dict[str, object]]] = [
            (self._differs, "divergence.add", {"point": self.point, "what": "…"}),
        ]  # fmt: skip
        if needs:
            tried.append((self._require, "point.require", {"point": self.point, "needs": needs}))
        if interest:
            tried.append((self._link, "interest.link", {"interest": interest, "point": self.point}))
        buttons = [button for button, _, _ in tried]
        acts = [(operation, fields) for _, operation, fields in tried]
        self.parts.bridge.try_out(self, acts, partial(_enable, buttons))

    def _show_refusals(self, refusals: tuple[DeskError | None, ...]) -> None:
        carry, give = refusals
        self._carry.setEnabled(carry is None)
        self._no_carry.setText("" if carry is None else told(self.parts, carry))
        self._no_carry.setVisible(carry is not None)
        self._give.setEnabled(give is None and bool(self._sides))

    def _show_needs(self, page: PointPage) -> None:
        lines = []
        for key in page.standing.needs:
            needed = page.named_point(key)
            if needed is not None:
                act = partial(self.write, "point.release", needs=needed.key)
                released = LineAct(f"pointRelease_{needed.key}", N_("It holds without that one"), "x", act)
                lines.append(self._of_point(needed, (released,)))
        self._needs.show_lines(lines)
        firm = N_("It stands firm: it and all it depends on is agreed.")
        loose = N_("Provisional at most: nothing is agreed until all of its package is.")
        self._firm.setText(self.parts.words(firm if page.standing.is_firm else loose))
        self._firm.setVisible(bool(lines))
        self._offer(self._other, [(_named(self.parts, one), one.key) for one in page.named if one.key != self.point])
        self._require.setEnabled(False)

    def _of_point(self, one: OtherPoint, acts: tuple[LineAct, ...] = ()) -> Line:
        where = self.parts.words(N_("Session {session}, point {number}")).format(session=one.session, number=one.number)
        return Line(one.text, where, self.parts.words(STATES[one.state].word), acts)

    def _show_interests(self, page: PointPage) -> None:
        names = {side.id: side.name for side in page.sides}
        served = {one.key for one in page.standing.interests}
        lines = []
        for one in page.standing.interests:
            key = key_to_text(one.key)
            act = partial(self.act, "interest.unlink", interest=key, point=self.point)
            unlinked = LineAct(f"pointUnlink_{key}", N_("It does not serve that"), "x", act)
            lines.append(Line(one.text, names.get(one.party or "", ""), acts=(unlinked,)))
        self._interests.show_lines(lines)
        offered = [
            (f"{isolated(names.get(one.party or '', ''))}: {isolated(one.text)}", key_to_text(one.key))
            for one in page.interests
            if one.key not in served
        ]
        self._offer(self._interest, offered)
        self._interest.setVisible(bool(offered))
        self._link.setVisible(bool(offered))

    def _show_divergence(self, page: PointPage) -> None:
        mended, due = self.parts.words(N_("Would be mended by: {words}")), self.parts.words(N_("left until {due}"))
        lines = []
        for one in page.divergences:
            under = [
                one.why,
                mended.format(words=one.mend) if one.mend else "",
                due.format(due=one.due) if one.due else "",
            ]
            lines.append(Line(one.what, under=" · ".join(filter(None, under)), warns=one.is_open))
        self._divergence.show_lines(lines)
        self._what.setVisible(not lines)
        self._differs.setVisible(not lines)

    def _show_origins(self, page: PointPage) -> None:
        found = [page.named_point(key) for key in page.standing.origins]
        self._origins.show_lines([self._of_point(one) for one in found if one is not None])

    def _show_copies(self, page: PointPage) -> None:
        copies, words = page.standing.copies, self.parts.words
        names = {side.id: side.name for side in page.sides}
        held, none = words(N_("wording {number}")), words(N_("no copy"))
        shown = [
            f"{isolated(names.get(one.party, one.party))}: {held.format(number=one.number) if one.number else none}"
            for one in copies.holdings
        ]
        alarm = words(N_("Sides hold different versions: give all of them the same.")) if copies.is_unequal else ""
        others = words(N_("Also with: {names}")).format(names=", ".join(one.recipient for one in copies.others))
        line = Line(" · ".join(shown), alarm, others if copies.others else "", warns=copies.is_unequal)
        self._copies.show_lines([line] if shown else [])

    def _offer(self, box: ChoiceBox, offered: list[tuple[str, str]]) -> None:
        chosen = box.currentData()
        box.clear()
        for words, key in offered:
            box.addItem(words, key)
        box.setCurrentIndex(max(0, box.findData(chosen)) if offered else -1)

    def _on_link(self, _checked: bool = False) -> None:
        self.act("interest.link", interest=self._interest.currentData(), point=self.point)

    def _on_differs(self) -> None:
        if self._what.text().strip():
            fields = {"point": self.point, "what": self._what.text()}
            self.parts.bridge.write("divergence.add", fields, lambda _value: self._what.clear_draft(), self.say_refused)

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, from the package to the copies."""
        return [
            *self._needs.stops(), self._other, self._require, *self._interests.stops(), self._interest, self._link,
            self._what, self._differs, self._carry, self._give,
        ]  # fmt: skip


def _enable(buttons: list[KeyButton], refusals: tuple[DeskError | None, ...]) -> None:
    for button, refusal in zip(buttons, refusals, strict=True):
        button.setEnabled(refusal is None)


def _named(parts: ViewParts, one: OtherPoint) -> str:
    text = one.text if len(one.text) <= _LONGEST else one.text[: _LONGEST - 1].rstrip() + "…"
    where = parts.words(N_("Session {session}, point {number}")).format(session=one.session, number=one.number)
    return f"{where}: {isolated(text)}"
