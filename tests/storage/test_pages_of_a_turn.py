"""A turn's end reads and writes as many pages after 20,000 turns as after 1,000, but for the depth of the trees."""

import pytest

from tests.storage.turn_pages import COUNTS, pages_of_an_end

# Trees that one act goes down in: each may be one page deeper where there is twenty times as much.
TREES = 4
ACTS = 15

pytestmark = pytest.mark.skipif(not COUNTS.exists(), reason="only Linux counts what a process reads and writes")


def test_the_end_of_a_turn_costs_the_same_however_many_came_before(tmp_path):
    few = pages_of_an_end(tmp_path / "few.t2d", 1_000, ACTS)
    many = pages_of_an_end(tmp_path / "many.t2d", 20_000, ACTS)
    assert few[0] > 1, "the cache was not empty: nothing would be measured"
    assert many[0] <= few[0] + TREES
    # Written are the leaves alone; a page splits now and then, which the median leaves out.
    assert many[1] <= few[1] + 1
