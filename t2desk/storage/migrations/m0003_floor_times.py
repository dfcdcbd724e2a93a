"""Tables of their own for what the floor's clocks need: since when one sits, since when one waits, how long one may."""

SQL = """\
CREATE TABLE sittings (
    session TEXT NOT NULL,
    since TEXT NOT NULL,
    PRIMARY KEY (session),
    FOREIGN KEY(session) REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;
CREATE TABLE waits (
    person TEXT NOT NULL,
    session TEXT NOT NULL,
    since TEXT NOT NULL,
    PRIMARY KEY (person),
    FOREIGN KEY(person) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(session) REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;
CREATE TABLE turn_limits (
    id TEXT NOT NULL,
    session TEXT NOT NULL,
    item TEXT,
    seconds INTEGER NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(session) REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(item) REFERENCES agenda_items (id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;
"""
