CREATE TABLE drafts (
    id TEXT NOT NULL,
    session TEXT,
    text TEXT NOT NULL,
    PRIMARY KEY (id)
) WITHOUT ROWID, STRICT;
CREATE TABLE log (
    segment TEXT NOT NULL,
    number INTEGER NOT NULL,
    operation TEXT NOT NULL,
    salt BLOB NOT NULL,
    commitment BLOB NOT NULL,
    link BLOB NOT NULL,
    PRIMARY KEY (segment, number)
) WITHOUT ROWID, STRICT;
CREATE TABLE meetings (
    id TEXT NOT NULL,
    number INTEGER NOT NULL,
    title TEXT NOT NULL,
    PRIMARY KEY (id)
) WITHOUT ROWID, STRICT;
CREATE TABLE parties (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (id)
) WITHOUT ROWID, STRICT;
CREATE TABLE proof (
    id INTEGER NOT NULL,
    digest BLOB NOT NULL,
    PRIMARY KEY (id)
) STRICT;
CREATE TABLE seals (
    purpose TEXT NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (purpose)
) WITHOUT ROWID, STRICT;
CREATE TABLE segments (
    segment TEXT NOT NULL,
    entries INTEGER NOT NULL,
    link BLOB NOT NULL,
    settled INTEGER NOT NULL,
    PRIMARY KEY (segment)
) WITHOUT ROWID, STRICT;
CREATE TABLE series (
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    language TEXT NOT NULL,
    PRIMARY KEY (id)
) WITHOUT ROWID, STRICT;
CREATE TABLE people (
    id TEXT NOT NULL,
    seat INTEGER NOT NULL,
    party TEXT,
    role TEXT NOT NULL,
    descriptor TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(party) REFERENCES parties (id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;
CREATE TABLE sessions (
    id TEXT NOT NULL,
    meeting TEXT NOT NULL,
    number INTEGER NOT NULL,
    title TEXT NOT NULL,
    starts TEXT NOT NULL,
    state TEXT NOT NULL,
    rule TEXT NOT NULL,
    rules_held TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(meeting) REFERENCES meetings (id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;
CREATE TABLE agenda_items (
    id TEXT NOT NULL,
    session TEXT NOT NULL,
    place INTEGER NOT NULL,
    title TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    parent TEXT,
    phase TEXT NOT NULL,
    aim TEXT NOT NULL,
    state TEXT NOT NULL,
    seconds REAL NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(session) REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(parent) REFERENCES agenda_items (id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;
CREATE INDEX agenda_items_by_session ON agenda_items (session);
CREATE TABLE attendance (
    "key" INTEGER NOT NULL,
    session TEXT NOT NULL,
    person TEXT NOT NULL,
    presence TEXT NOT NULL,
    PRIMARY KEY ("key"),
    FOREIGN KEY(session) REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(person) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE identities (
    person TEXT NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (person),
    FOREIGN KEY(person) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;
CREATE TABLE next_steps (
    "key" INTEGER NOT NULL,
    session TEXT NOT NULL,
    place INTEGER NOT NULL,
    what TEXT NOT NULL,
    "by" TEXT NOT NULL,
    holder TEXT NOT NULL,
    PRIMARY KEY ("key"),
    FOREIGN KEY(session) REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE off_record (
    session TEXT NOT NULL,
    PRIMARY KEY (session),
    FOREIGN KEY(session) REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;
CREATE TABLE queue (
    "key" INTEGER NOT NULL,
    session TEXT NOT NULL,
    person TEXT NOT NULL,
    place INTEGER NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY ("key"),
    FOREIGN KEY(session) REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(person) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE releases (
    "key" INTEGER NOT NULL,
    number INTEGER NOT NULL,
    edition TEXT NOT NULL,
    format TEXT NOT NULL,
    session TEXT,
    rule TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    PRIMARY KEY ("key"),
    FOREIGN KEY(session) REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE sources (
    "key" INTEGER NOT NULL,
    session TEXT NOT NULL,
    subject TEXT NOT NULL,
    subject_key INTEGER NOT NULL,
    person TEXT,
    sealed BLOB,
    PRIMARY KEY ("key"),
    FOREIGN KEY(session) REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(person) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE traces (
    "key" INTEGER NOT NULL,
    session TEXT NOT NULL,
    subject TEXT NOT NULL,
    subject_key INTEGER NOT NULL,
    at TEXT NOT NULL,
    what TEXT NOT NULL,
    PRIMARY KEY ("key"),
    FOREIGN KEY(session) REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE draft_sections (
    "key" INTEGER NOT NULL,
    session TEXT NOT NULL,
    item TEXT,
    kind TEXT NOT NULL,
    language TEXT NOT NULL,
    heading TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY ("key"),
    FOREIGN KEY(session) REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(item) REFERENCES agenda_items (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE floor_totals (
    "key" INTEGER NOT NULL,
    session TEXT NOT NULL,
    item TEXT,
    person TEXT,
    party TEXT,
    turns INTEGER NOT NULL,
    seconds INTEGER NOT NULL,
    PRIMARY KEY ("key"),
    FOREIGN KEY(session) REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(item) REFERENCES agenda_items (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(person) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(party) REFERENCES parties (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE item_clocks (
    session TEXT NOT NULL,
    item TEXT NOT NULL,
    since TEXT NOT NULL,
    PRIMARY KEY (session),
    FOREIGN KEY(session) REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(item) REFERENCES agenda_items (id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;
CREATE TABLE notes (
    "key" INTEGER NOT NULL,
    session TEXT NOT NULL,
    item TEXT,
    kind TEXT NOT NULL,
    own_words TEXT NOT NULL,
    neutral_wording TEXT NOT NULL,
    rule TEXT NOT NULL,
    PRIMARY KEY ("key"),
    FOREIGN KEY(session) REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(item) REFERENCES agenda_items (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX notes_by_session ON notes (session);
CREATE TABLE points (
    "key" INTEGER NOT NULL,
    session TEXT NOT NULL,
    item TEXT,
    state TEXT NOT NULL,
    current INTEGER NOT NULL,
    ad_referendum INTEGER NOT NULL,
    support TEXT NOT NULL,
    rule TEXT NOT NULL,
    PRIMARY KEY ("key"),
    FOREIGN KEY(session) REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(item) REFERENCES agenda_items (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX points_by_session ON points (session);
CREATE TABLE turns (
    "key" INTEGER NOT NULL,
    session TEXT NOT NULL,
    item TEXT,
    person TEXT,
    kind TEXT NOT NULL,
    since TEXT NOT NULL,
    interrupted INTEGER,
    paused TEXT,
    paused_seconds REAL NOT NULL,
    seconds REAL,
    PRIMARY KEY ("key"),
    FOREIGN KEY(session) REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(item) REFERENCES agenda_items (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(person) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX turns_by_session ON turns (session, person);
CREATE INDEX turns_running ON turns (session) WHERE seconds IS NULL;
CREATE TABLE wordings (
    "key" INTEGER NOT NULL,
    point INTEGER NOT NULL,
    number INTEGER NOT NULL,
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY ("key"),
    FOREIGN KEY(point) REFERENCES points ("key") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX wordings_by_point ON wordings (point);
CREATE TABLE point_concerns (
    "key" INTEGER NOT NULL,
    point INTEGER NOT NULL,
    wording INTEGER NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    mend TEXT NOT NULL,
    PRIMARY KEY ("key"),
    FOREIGN KEY(point) REFERENCES points ("key") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(wording) REFERENCES wordings ("key") DEFERRABLE INITIALLY DEFERRED
) STRICT;
