"""Desktops at random: screens of a few names beside, upon and away from each other."""

from hypothesis import strategies as st

from t2desk.domain.screens import SeenScreen

NAMES = ["LAPTOP", "PROJ", "TV"]
places = st.tuples(st.integers(0, 3).map(lambda n: n * 800), st.just(0), st.just(800), st.just(600))
desktops = st.lists(st.builds(SeenScreen, st.sampled_from(NAMES), places), max_size=4)
