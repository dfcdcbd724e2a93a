"""The same session as after it, in the records."""

from tests.ui.editions.conftest import after, empty  # noqa: F401
