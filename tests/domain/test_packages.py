"""Packages: agreed only with everything needed, and never in a circle; tried against a plain search over all graphs."""

from itertools import product

from t2desk.domain.packages import depends_on, is_firm

POINTS = (1, 2, 3)
PAIRS = [(a, b) for a in POINTS for b in POINTS if a != b]


def every_graph():
    for chosen in product((False, True), repeat=len(PAIRS)):
        edges = [pair for pair, is_in in zip(PAIRS, chosen, strict=True) if is_in]
        yield {a: [b for c, b in edges if c == a] for a in POINTS}


def closure(needs, start):
    reached = {start}
    for _ in POINTS:
        reached |= {b for a in reached for b in needs[a]}
    return reached


def test_dependence_is_what_can_be_reached_in_every_graph_of_three():
    for needs in every_graph():
        for a, b in product(POINTS, POINTS):
            assert depends_on(a, b, needs) is (b in closure(needs, a))


def test_a_point_is_firm_when_all_it_needs_is_agreed():
    for needs in every_graph():
        for chosen in product((False, True), repeat=3):
            agreed = {point for point, is_in in zip(POINTS, chosen, strict=True) if is_in}
            for point in POINTS:
                assert is_firm(point, needs, agreed) is (closure(needs, point) <= agreed)
