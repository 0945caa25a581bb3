-- The house: settings, operators, branches, staff, and the journal that everything stands on.

CREATE TABLE settings (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE operators (
    id      INTEGER PRIMARY KEY,
    bin     TEXT NOT NULL UNIQUE,
    profile TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE branches (
    id          INTEGER PRIMARY KEY,
    operator_id INTEGER NOT NULL REFERENCES operators (id),
    name        TEXT NOT NULL,
    closed      INTEGER NOT NULL DEFAULT 0,
    UNIQUE (operator_id, name)
) STRICT;

CREATE TABLE staff (
    id          INTEGER PRIMARY KEY,
    login       TEXT NOT NULL UNIQUE,
    name        TEXT NOT NULL,
    role        TEXT NOT NULL,
    state       TEXT NOT NULL,
    operator_id INTEGER NOT NULL REFERENCES operators (id),
    branch_id   INTEGER NOT NULL REFERENCES branches (id),
    lang        TEXT NOT NULL,
    theme       TEXT NOT NULL DEFAULT 'system',
    text_size   INTEGER NOT NULL DEFAULT 13,
    letters     INTEGER NOT NULL DEFAULT 1,
    iin_hash    BLOB,
    created_at  TEXT NOT NULL,
    version     INTEGER NOT NULL DEFAULT 1
) STRICT;

-- Names of staff, so that the journal needs none: it records numbers.
CREATE TABLE journal (
    seq         INTEGER PRIMARY KEY,
    at          TEXT NOT NULL,
    actor       TEXT NOT NULL,
    session     TEXT NOT NULL,
    workstation TEXT NOT NULL,
    command     TEXT NOT NULL,
    outcome     TEXT NOT NULL,
    subject     TEXT NOT NULL,
    subject_id  INTEGER NOT NULL,
    client_id   INTEGER,
    operator_id INTEGER,
    branch_id   INTEGER,
    fields      TEXT NOT NULL,
    note        TEXT NOT NULL,
    seal        TEXT NOT NULL,
    prev        BLOB NOT NULL,
    hash        BLOB NOT NULL
) STRICT;
CREATE INDEX journal_of_client ON journal (client_id, seq) WHERE client_id IS NOT NULL;
CREATE INDEX journal_of_subject ON journal (subject, subject_id, seq);

CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal BEGIN
    SELECT RAISE (ABORT, 'the journal is append-only');
END;
CREATE TRIGGER journal_is_never_cut BEFORE DELETE ON journal BEGIN
    SELECT RAISE (ABORT, 'the journal is append-only');
END;

CREATE TABLE checkpoints (
    seq       INTEGER PRIMARY KEY,
    at        TEXT NOT NULL,
    hash      BLOB NOT NULL,
    signature BLOB NOT NULL
) STRICT;
