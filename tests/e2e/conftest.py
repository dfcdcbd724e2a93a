"""A home for the program, as in the tests of the command line."""

from tests.cli.conftest import home

__all__ = ["home"]
