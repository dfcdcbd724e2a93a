"""Turns can be added up over a whole series without reading the rows themselves."""

SQL = """
CREATE INDEX turns_summed ON turns (person, kind, seconds);
"""
