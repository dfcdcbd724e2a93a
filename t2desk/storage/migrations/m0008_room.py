"""How the room is shown to, its ground rules, and when it was not private: tables beside the others, none changed."""

SQL = """\
CREATE TABLE room_settings (
    of TEXT NOT NULL,
    shown TEXT NOT NULL,
    place INTEGER NOT NULL,
    parties INTEGER NOT NULL,
    balance INTEGER NOT NULL,
    wordless INTEGER NOT NULL,
    PRIMARY KEY (of)
) WITHOUT ROWID, STRICT;
CREATE TABLE not_private (
    "key" INTEGER NOT NULL,
    of TEXT NOT NULL,
    since TEXT NOT NULL,
    until TEXT,
    PRIMARY KEY ("key")
) STRICT;
CREATE TABLE ground_rules (
    id TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (id)
) WITHOUT ROWID, STRICT;
"""
