"""How the room is shown to, its ground rules, and when it was not private: tables beside the others, none changed."""

_SESSION = "FOREIGN KEY(session) REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED"

SQL = f"""\
CREATE TABLE room_settings (
    session TEXT NOT NULL,
    shown TEXT NOT NULL,
    place INTEGER NOT NULL,
    parties INTEGER NOT NULL,
    balance INTEGER NOT NULL,
    wordless INTEGER NOT NULL,
    PRIMARY KEY (session),
    {_SESSION}
) WITHOUT ROWID, STRICT;
CREATE TABLE not_private (
    "key" INTEGER NOT NULL,
    session TEXT NOT NULL,
    since TEXT NOT NULL,
    until TEXT,
    PRIMARY KEY ("key"),
    {_SESSION}
) STRICT;
CREATE TABLE ground_rules (
    id TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (id)
) WITHOUT ROWID, STRICT;
"""
