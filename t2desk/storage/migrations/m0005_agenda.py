"""What an agenda item is run by stands in a table of its own: the item's row, and the digest over it, stays."""

SQL = """\
CREATE TABLE item_plans (
    item TEXT NOT NULL,
    session TEXT NOT NULL,
    kind TEXT NOT NULL,
    method TEXT NOT NULL,
    notes TEXT NOT NULL,
    due TEXT NOT NULL,
    conclusion TEXT NOT NULL,
    asked INTEGER NOT NULL,
    planned INTEGER,
    PRIMARY KEY (item),
    FOREIGN KEY(item) REFERENCES agenda_items (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(session) REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;
CREATE TABLE agenda_shifts (
    session TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    PRIMARY KEY (session),
    FOREIGN KEY(session) REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;
"""
