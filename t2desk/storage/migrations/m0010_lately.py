"""Which rows words were put into lately, and of which side an assent is: tables beside the others, none changed."""

SQL = """\
CREATE TABLE lately (
    "key" INTEGER NOT NULL,
    of TEXT NOT NULL,
    "table" TEXT NOT NULL,
    "row" TEXT NOT NULL,
    made INTEGER NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY ("key")
) STRICT;
CREATE TABLE assent_sides (
    "key" INTEGER NOT NULL,
    party TEXT NOT NULL,
    PRIMARY KEY ("key"),
    FOREIGN KEY(party) REFERENCES parties (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
"""
