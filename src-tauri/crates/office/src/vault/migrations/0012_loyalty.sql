-- Loyalty programmes (C6): dates, the operators that share one, who takes part and who decided it.
CREATE TABLE programmes (
    id          INTEGER PRIMARY KEY,
    operator_id INTEGER NOT NULL REFERENCES operators (id),
    name_kk     TEXT NOT NULL,
    name_ru     TEXT NOT NULL,
    since       TEXT NOT NULL,
    until       TEXT,
    version     INTEGER NOT NULL DEFAULT 1,
    CHECK (until IS NULL OR until >= since)
) STRICT;

CREATE TABLE programme_operators (
    programme_id INTEGER NOT NULL REFERENCES programmes (id),
    operator_id  INTEGER NOT NULL REFERENCES operators (id),
    PRIMARY KEY (programme_id, operator_id)
) STRICT, WITHOUT ROWID;

-- Employees may not take part: keyed hashes of their IINs, from which nobody can read one.
CREATE TABLE employees (
    operator_id INTEGER NOT NULL REFERENCES operators (id),
    iin_hash    BLOB NOT NULL,
    PRIMARY KEY (operator_id, iin_hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE employee_lists (
    operator_id INTEGER PRIMARY KEY REFERENCES operators (id),
    people      INTEGER NOT NULL,
    at          TEXT NOT NULL,
    staff_id    INTEGER NOT NULL REFERENCES staff (id)
) STRICT;

CREATE TABLE memberships (
    id           INTEGER PRIMARY KEY,
    programme_id INTEGER NOT NULL REFERENCES programmes (id),
    client_id    INTEGER NOT NULL REFERENCES clients (id),
    operator_id  INTEGER NOT NULL REFERENCES operators (id),
    branch_id    INTEGER NOT NULL REFERENCES branches (id),
    state        TEXT NOT NULL CHECK (state IN ('applied', 'accepted', 'declined', 'ended')),
    applied_at   TEXT NOT NULL,
    applied_by   INTEGER NOT NULL REFERENCES staff (id),
    decided_at   TEXT,
    decided_by   INTEGER REFERENCES staff (id),
    reason       TEXT,
    note         TEXT NOT NULL DEFAULT '',
    message_id   INTEGER,
    ended_at     TEXT,
    end_reason   TEXT,
    version      INTEGER NOT NULL DEFAULT 1,
    CHECK ((state = 'declined') = (reason IS NOT NULL)),
    CHECK ((state = 'ended') = (end_reason IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX one_membership_at_a_time ON memberships (programme_id, client_id) WHERE state IN ('applied', 'accepted');
CREATE INDEX memberships_of_client ON memberships (client_id, id);
CREATE INDEX memberships_of_programme ON memberships (programme_id, state, id);
CREATE TRIGGER memberships_are_never_cut BEFORE DELETE ON memberships BEGIN
    SELECT RAISE (ABORT, 'memberships are ended, never deleted');
END;

-- Code words (C8): a slow keyed hash of the word; nobody can read it. Former ones go when a new one comes.
CREATE TABLE code_words (
    client_id INTEGER PRIMARY KEY REFERENCES clients (id),
    salt      BLOB NOT NULL,
    hash      BLOB NOT NULL,
    set_at    TEXT NOT NULL,
    set_by    INTEGER NOT NULL REFERENCES staff (id),
    paper     TEXT NOT NULL
) STRICT;

-- What callers said on a civil day: how many times the word matched, and how many times not.
CREATE TABLE code_word_days (
    client_id INTEGER NOT NULL REFERENCES clients (id),
    day       TEXT NOT NULL,
    wrong     INTEGER NOT NULL DEFAULT 0,
    matched   INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (client_id, day)
) STRICT, WITHOUT ROWID;
