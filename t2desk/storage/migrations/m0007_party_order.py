"""In which order parties are listed is a row of its own; without one, the order is the alphabet's."""

SQL = """\
CREATE TABLE neutral_orders (
    id TEXT NOT NULL,
    by TEXT NOT NULL,
    language TEXT NOT NULL,
    rotates INTEGER NOT NULL,
    PRIMARY KEY (id)
) WITHOUT ROWID, STRICT;
"""
