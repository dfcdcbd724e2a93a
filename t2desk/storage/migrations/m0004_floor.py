"""The terms of the floor stand in tables of their own: a turn's row, and so the digest over it, stays as it was."""

_SESSION = "FOREIGN KEY(session) REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED"
_PERSON = "FOREIGN KEY(person) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED"

SQL = f"""\
CREATE TABLE floor_limits (
    "key" INTEGER NOT NULL,
    session TEXT NOT NULL,
    scope TEXT NOT NULL,
    of TEXT NOT NULL,
    seconds INTEGER NOT NULL,
    PRIMARY KEY ("key"),
    {_SESSION}
) STRICT;
CREATE TABLE turn_marks (
    "key" INTEGER NOT NULL,
    session TEXT NOT NULL,
    allowed INTEGER,
    category TEXT,
    uncertain REAL,
    stopped INTEGER,
    PRIMARY KEY ("key"),
    {_SESSION}
) STRICT;
CREATE TABLE closed_lists (
    "key" INTEGER NOT NULL,
    session TEXT NOT NULL,
    of TEXT,
    PRIMARY KEY ("key"),
    {_SESSION}
) STRICT;
CREATE TABLE substitutions (
    "key" INTEGER NOT NULL,
    session TEXT NOT NULL,
    person TEXT NOT NULL,
    stands_for TEXT NOT NULL,
    PRIMARY KEY ("key"),
    {_SESSION},
    {_PERSON},
    FOREIGN KEY(stands_for) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE language_factors (
    language TEXT NOT NULL,
    percent INTEGER NOT NULL,
    PRIMARY KEY (language)
) WITHOUT ROWID, STRICT;
CREATE TABLE speaks_in (
    person TEXT NOT NULL,
    language TEXT NOT NULL,
    PRIMARY KEY (person),
    {_PERSON}
) WITHOUT ROWID, STRICT;
CREATE TABLE interpreter_duties (
    session TEXT NOT NULL,
    person TEXT NOT NULL,
    since TEXT NOT NULL,
    PRIMARY KEY (session),
    {_SESSION},
    {_PERSON}
) WITHOUT ROWID, STRICT;
CREATE TABLE floor_openings (
    session TEXT NOT NULL,
    since TEXT NOT NULL,
    PRIMARY KEY (session),
    {_SESSION}
) WITHOUT ROWID, STRICT;
"""
