"""Holds, certificates of what was destroyed, and the last day that was seen: tables beside the others."""

SQL = """\
CREATE TABLE holds (
    session TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (session),
    FOREIGN KEY(session) REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;
CREATE TABLE destructions (
    "key" INTEGER NOT NULL,
    number INTEGER NOT NULL,
    day TEXT NOT NULL,
    what TEXT NOT NULL,
    rows INTEGER NOT NULL,
    "left" TEXT NOT NULL,
    PRIMARY KEY ("key")
) STRICT;
CREATE TABLE last_days (
    id TEXT NOT NULL,
    day TEXT NOT NULL,
    PRIMARY KEY (id)
) WITHOUT ROWID, STRICT;
"""
