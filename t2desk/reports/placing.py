"""What can be placed on a page: blocks of the full width that know what they must not be parted from."""

from collections.abc import Sequence
from itertools import pairwise

from t2desk.reports.engine import Flowable
from t2desk.reports.tags import TaggedCanvas


class Placed(Flowable):
    """A block of the full text width; lengths in points, `clings` means it must not be the last thing on a page."""

    canv: TaggedCanvas

    def __init__(self, height: float, before: float = 0.0, after: float = 0.0, clings: bool = False) -> None:
        """Keep the measures; `height` is without the space before and after."""
        super().__init__()
        self.height, self.before, self.after, self.clings = height, before, after, clings
        self.room = 0.0  # the height wanted below the block's top, for what it must not be parted from

    @property
    def lead(self) -> float:
        """The least height with which the block can begin."""
        return self.before + self.height

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Tell platypus the size, or one that does not fit where the block waits for the next page."""
        self.width = available_width
        return available_width, available_height + 1 if self.waits(available_height) else self.height

    def split(self, _available_width: float, _available_height: float) -> list[Flowable]:
        """Go to the next page as a whole, unless a subclass knows better."""
        return []

    @property
    def heads_page(self) -> bool:
        """Whether the block is the first thing in its frame."""
        return bool(getattr(getattr(self, "_frame", None), "_atTop", False))

    def waits(self, available_height: float) -> bool:
        """Say whether the room is too small for the block and what it must not be parted from."""
        return self.room > available_height + 0.01 and not self.heads_page

    def getSpaceBefore(self) -> float:
        """Tell platypus the space before; it is dropped at the top of a page."""
        return self.before

    def getSpaceAfter(self) -> float:
        """Tell platypus the space after."""
        return self.after


class Gap(Placed):
    """Nothing, of no height: it lets a split begin with something that fits."""

    def draw(self) -> None:
        """Draw nothing."""


class Kept(Placed):
    """Blocks that stay on one page, as long as a page is tall enough for them."""

    def __init__(self, members: Sequence[Placed], page_height: float, before: float = 0.0, after: float = 0.0) -> None:
        """Stack the members; `page_height` is the height of an empty page's text area."""
        self.members, self.page_height = tuple(members), page_height
        gaps = sum(max(upper.after, lower.before) for upper, lower in pairwise(members))
        super().__init__(sum(member.height for member in members) + gaps, before, after)

    @property
    def lead(self) -> float:
        """All of it, or all of a page."""
        return min(self.before + self.height, self.page_height)

    def split(self, _available_width: float, available_height: float) -> list[Flowable]:
        """Fall apart only where no page could hold the whole."""
        return [] if self.height <= self.page_height or self.waits(available_height) else [Gap(0.0), *self.members]

    def draw(self) -> None:
        """Draw the members one under the other."""
        top = self.height
        for index, member in enumerate(self.members):
            if index:
                top -= max(self.members[index - 1].after, member.before)
            member.wrap(self.width, member.height)
            top -= member.height
            member.drawOn(self.canv, 0, top)
