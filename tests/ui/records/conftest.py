"""The same session as after it, in the records."""

from tests.ui.editions.conftest import adjourned, after, blank, empty  # noqa: F401
