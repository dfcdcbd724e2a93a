"""What stands beside points, in tables of its own: no row of a point, a wording or a concern changes for it."""

SQL = """\
CREATE TABLE concern_terms (
    concern INTEGER NOT NULL,
    party TEXT,
    waived INTEGER NOT NULL,
    met INTEGER NOT NULL,
    PRIMARY KEY (concern),
    FOREIGN KEY(concern) REFERENCES point_concerns ("key") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(party) REFERENCES parties (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE bracket_terms (
    "key" INTEGER NOT NULL,
    wording INTEGER NOT NULL,
    place INTEGER NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY ("key"),
    FOREIGN KEY(wording) REFERENCES wordings ("key") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE conditions (
    "key" INTEGER NOT NULL,
    point INTEGER NOT NULL,
    needs INTEGER NOT NULL,
    PRIMARY KEY ("key"),
    FOREIGN KEY(point) REFERENCES points ("key") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(needs) REFERENCES points ("key") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE agreed_texts (
    point INTEGER NOT NULL,
    wording INTEGER NOT NULL,
    decision TEXT NOT NULL,
    PRIMARY KEY (point),
    FOREIGN KEY(point) REFERENCES points ("key") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(wording) REFERENCES wordings ("key") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE renderings (
    wording INTEGER NOT NULL,
    renders INTEGER NOT NULL,
    PRIMARY KEY (wording),
    FOREIGN KEY(wording) REFERENCES wordings ("key") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(renders) REFERENCES wordings ("key") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE interests (
    "key" INTEGER NOT NULL,
    session TEXT NOT NULL,
    party TEXT,
    text TEXT NOT NULL,
    PRIMARY KEY ("key"),
    FOREIGN KEY(session) REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(party) REFERENCES parties (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE interest_links (
    "key" INTEGER NOT NULL,
    interest INTEGER NOT NULL,
    point INTEGER NOT NULL,
    PRIMARY KEY ("key"),
    FOREIGN KEY(interest) REFERENCES interests ("key") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(point) REFERENCES points ("key") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE descents (
    "key" INTEGER NOT NULL,
    point INTEGER NOT NULL,
    origin INTEGER NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY ("key"),
    FOREIGN KEY(point) REFERENCES points ("key") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(origin) REFERENCES points ("key") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE divergences (
    "key" INTEGER NOT NULL,
    session TEXT NOT NULL,
    item TEXT,
    point INTEGER,
    what TEXT NOT NULL,
    why TEXT NOT NULL,
    mend TEXT NOT NULL,
    due TEXT NOT NULL,
    is_open INTEGER NOT NULL,
    PRIMARY KEY ("key"),
    FOREIGN KEY(session) REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(item) REFERENCES agenda_items (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(point) REFERENCES points ("key") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE handouts (
    "key" INTEGER NOT NULL,
    wording INTEGER NOT NULL,
    party TEXT,
    recipient TEXT NOT NULL,
    copy INTEGER NOT NULL,
    returned INTEGER NOT NULL,
    PRIMARY KEY ("key"),
    FOREIGN KEY(wording) REFERENCES wordings ("key") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(party) REFERENCES parties (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE decision_terms (
    session TEXT NOT NULL,
    decision TEXT NOT NULL,
    PRIMARY KEY (session),
    FOREIGN KEY(session) REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE decision_changes (
    "key" INTEGER NOT NULL,
    session TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY ("key"),
    FOREIGN KEY(session) REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE silences (
    point INTEGER NOT NULL,
    wording INTEGER NOT NULL,
    until TEXT NOT NULL,
    zone TEXT NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (point),
    FOREIGN KEY(point) REFERENCES points ("key") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(wording) REFERENCES wordings ("key") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE one_texts (
    point INTEGER NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (point),
    FOREIGN KEY(point) REFERENCES points ("key") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE criticisms (
    "key" INTEGER NOT NULL,
    wording INTEGER NOT NULL,
    party TEXT,
    text TEXT NOT NULL,
    PRIMARY KEY ("key"),
    FOREIGN KEY(wording) REFERENCES wordings ("key") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(party) REFERENCES parties (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE polls (
    "key" INTEGER NOT NULL,
    point INTEGER NOT NULL,
    wording INTEGER NOT NULL,
    way TEXT NOT NULL,
    scale TEXT NOT NULL,
    labels TEXT NOT NULL,
    leans TEXT NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY ("key"),
    FOREIGN KEY(point) REFERENCES points ("key") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(wording) REFERENCES wordings ("key") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE stances (
    "key" INTEGER NOT NULL,
    poll INTEGER NOT NULL,
    party TEXT,
    step INTEGER NOT NULL,
    PRIMARY KEY ("key"),
    FOREIGN KEY(poll) REFERENCES polls ("key") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(party) REFERENCES parties (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE card_counts (
    "key" INTEGER NOT NULL,
    poll INTEGER NOT NULL,
    step INTEGER NOT NULL,
    cards INTEGER NOT NULL,
    PRIMARY KEY ("key"),
    FOREIGN KEY(poll) REFERENCES polls ("key") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE point_verdicts (
    point INTEGER NOT NULL,
    wording INTEGER NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (point),
    FOREIGN KEY(point) REFERENCES points ("key") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(wording) REFERENCES wordings ("key") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE read_backs (
    "key" INTEGER NOT NULL,
    wording INTEGER NOT NULL,
    party TEXT NOT NULL,
    answer TEXT NOT NULL,
    PRIMARY KEY ("key"),
    FOREIGN KEY(wording) REFERENCES wordings ("key") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(party) REFERENCES parties (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE read_texts (
    wording INTEGER NOT NULL,
    PRIMARY KEY (wording),
    FOREIGN KEY(wording) REFERENCES wordings ("key") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE scoped_rules (
    id TEXT NOT NULL,
    scope TEXT NOT NULL,
    "of" TEXT NOT NULL,
    session TEXT,
    preset TEXT NOT NULL,
    held TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(session) REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE rule_dates (
    id TEXT NOT NULL,
    embargo_until TEXT NOT NULL,
    destroy_on TEXT NOT NULL,
    PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE rule_changes (
    "key" INTEGER NOT NULL,
    scope TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    how TEXT NOT NULL,
    PRIMARY KEY ("key")
) STRICT;
CREATE TABLE taken_under (
    "key" INTEGER NOT NULL,
    session TEXT NOT NULL,
    presets TEXT NOT NULL,
    PRIMARY KEY ("key"),
    FOREIGN KEY(session) REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE rule_texts (
    "key" INTEGER NOT NULL,
    number INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY ("key")
) STRICT;
CREATE TABLE assents (
    "key" INTEGER NOT NULL,
    session TEXT NOT NULL,
    version INTEGER NOT NULL,
    day TEXT NOT NULL,
    how TEXT NOT NULL,
    PRIMARY KEY ("key"),
    FOREIGN KEY(session) REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(version) REFERENCES rule_texts ("key") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE credits (
    "key" INTEGER NOT NULL,
    session TEXT NOT NULL,
    person TEXT NOT NULL,
    edition TEXT NOT NULL,
    PRIMARY KEY ("key"),
    FOREIGN KEY(session) REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(person) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE attendance_shown (
    session TEXT NOT NULL,
    shown TEXT NOT NULL,
    place TEXT NOT NULL,
    PRIMARY KEY (session),
    FOREIGN KEY(session) REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE consents (
    "key" INTEGER NOT NULL,
    session TEXT NOT NULL,
    wording INTEGER,
    note INTEGER,
    edition TEXT NOT NULL,
    day TEXT NOT NULL,
    how TEXT NOT NULL,
    withdrawn INTEGER NOT NULL,
    PRIMARY KEY ("key"),
    FOREIGN KEY(session) REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(wording) REFERENCES wordings ("key") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE clearance_rounds (
    "key" INTEGER NOT NULL,
    session TEXT NOT NULL,
    edition TEXT NOT NULL,
    until TEXT NOT NULL,
    silence_assents INTEGER NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY ("key"),
    FOREIGN KEY(session) REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE clearance_texts (
    "key" INTEGER NOT NULL,
    round INTEGER NOT NULL,
    wording INTEGER NOT NULL,
    PRIMARY KEY ("key"),
    FOREIGN KEY(round) REFERENCES clearance_rounds ("key") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(wording) REFERENCES wordings ("key") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE clearance_answers (
    "key" INTEGER NOT NULL,
    round INTEGER NOT NULL,
    wording INTEGER NOT NULL,
    party TEXT NOT NULL,
    answer TEXT NOT NULL,
    comment TEXT NOT NULL,
    PRIMARY KEY ("key"),
    FOREIGN KEY(round) REFERENCES clearance_rounds ("key") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(wording) REFERENCES wordings ("key") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(party) REFERENCES parties (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE release_texts (
    "key" INTEGER NOT NULL,
    release INTEGER NOT NULL,
    text INTEGER NOT NULL,
    PRIMARY KEY ("key"),
    FOREIGN KEY(release) REFERENCES releases ("key") DEFERRABLE INITIALLY DEFERRED
) STRICT;
"""
