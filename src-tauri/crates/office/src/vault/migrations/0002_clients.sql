-- Clients: the people whose data are kept (C1–C7), how they are found, and where they came from.

-- One column per item of the approved list (C2). Values are canonical texts: +77011234567, 1989-04-12.
CREATE TABLE clients (
    id                   INTEGER PRIMARY KEY,
    operator_id          INTEGER NOT NULL REFERENCES operators (id),
    branch_id            INTEGER NOT NULL REFERENCES branches (id),
    kind                 TEXT NOT NULL CHECK (kind IN ('client', 'contact', 'representative')),
    surname              TEXT,
    given                TEXT,
    patronymic           TEXT,
    former_surname       TEXT,
    sex                  TEXT,
    birth_date           TEXT,
    birth_place          TEXT,
    citizenship          TEXT,
    iin                  TEXT CHECK (iin IS NULL OR length (iin) = 12),
    registration_address TEXT,
    residence_address    TEXT,
    document_kind        TEXT,
    document_number      TEXT,
    document_issuer      TEXT,
    document_issued      TEXT,
    document_expires     TEXT,
    phone                TEXT,
    other_phones         TEXT,
    email                TEXT,
    card                 TEXT,
    card_state           TEXT,
    bank_card            TEXT,
    marital_status       TEXT,
    dependants           TEXT,
    employer             TEXT,
    public_official      TEXT,
    beneficial_owner     TEXT,
    sort_key             TEXT NOT NULL,
    created_at           TEXT NOT NULL,
    created_by           INTEGER NOT NULL REFERENCES staff (id),
    changed_at           TEXT NOT NULL,
    version              INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX clients_by_iin ON clients (operator_id, iin) WHERE iin IS NOT NULL;
CREATE INDEX clients_by_card ON clients (operator_id, card) WHERE card IS NOT NULL;
CREATE INDEX clients_by_document ON clients (operator_id, document_number) WHERE document_number IS NOT NULL;

-- Every number of a person, main and further, digits from the last to the first: any tail is a range.
CREATE TABLE client_phones (
    operator_id INTEGER NOT NULL,
    tail        TEXT NOT NULL,
    client_id   INTEGER NOT NULL REFERENCES clients (id),
    PRIMARY KEY (operator_id, tail, client_id)
) STRICT, WITHOUT ROWID;

-- Branches that received a person whom another branch knows, and why.
CREATE TABLE client_branches (
    client_id INTEGER NOT NULL REFERENCES clients (id),
    branch_id INTEGER NOT NULL REFERENCES branches (id),
    since     TEXT NOT NULL,
    staff_id  INTEGER NOT NULL REFERENCES staff (id),
    reason    TEXT NOT NULL,
    PRIMARY KEY (client_id, branch_id)
) STRICT, WITHOUT ROWID;

-- Former values: who changed what, when and on what ground (C7). Emptied when the person is destroyed.
CREATE TABLE client_history (
    id        INTEGER PRIMARY KEY,
    client_id INTEGER NOT NULL REFERENCES clients (id),
    datum     TEXT NOT NULL,
    former    TEXT,
    at        TEXT NOT NULL,
    staff_id  INTEGER NOT NULL REFERENCES staff (id),
    ground    TEXT NOT NULL,
    paper     TEXT NOT NULL
) STRICT;
CREATE INDEX history_of_client ON client_history (client_id, datum, id);

-- By what document a representative acts, for whom and until when (C3).
CREATE TABLE authorities (
    id             INTEGER PRIMARY KEY,
    client_id      INTEGER NOT NULL REFERENCES clients (id),
    represented_id INTEGER NOT NULL REFERENCES clients (id),
    paper          TEXT NOT NULL,
    issued         TEXT NOT NULL,
    until          TEXT NOT NULL
) STRICT;
CREATE INDEX authorities_of_client ON authorities (client_id);
CREATE INDEX authorities_for_client ON authorities (represented_id);

-- Names to be found by: each word of a person's name leads a row, the others follow it, folded by sound.
CREATE TABLE client_names (
    operator_id INTEGER NOT NULL,
    word        TEXT NOT NULL,
    rest        TEXT NOT NULL,
    client_id   INTEGER NOT NULL,
    PRIMARY KEY (operator_id, word, rest, client_id)
) STRICT, WITHOUT ROWID;

-- The spellings that lead those rows, by their sound, and how many rows each leads.
CREATE TABLE name_words (
    operator_id INTEGER NOT NULL,
    loose       TEXT NOT NULL,
    word        TEXT NOT NULL,
    people      INTEGER NOT NULL,
    PRIMARY KEY (operator_id, loose, word)
) STRICT, WITHOUT ROWID;

-- Each sound with one letter left out: two words one misprint apart share a slip.
CREATE TABLE name_slips (
    operator_id INTEGER NOT NULL,
    slip        TEXT NOT NULL,
    loose       TEXT NOT NULL,
    PRIMARY KEY (operator_id, slip, loose)
) STRICT, WITHOUT ROWID;

-- Spreadsheets that were brought in: what of them has landed so far. The rows themselves are never kept here.
CREATE TABLE imports (
    id          INTEGER PRIMARY KEY,
    operator_id INTEGER NOT NULL REFERENCES operators (id),
    branch_id   INTEGER NOT NULL REFERENCES branches (id),
    staff_id    INTEGER NOT NULL REFERENCES staff (id),
    file_hash   TEXT NOT NULL,
    opened_at   TEXT NOT NULL,
    moved_at    TEXT NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('opened', 'running', 'finished', 'cancelled')),
    merging     TEXT NOT NULL,
    next_row    INTEGER NOT NULL DEFAULT 0,
    tally       TEXT NOT NULL
) STRICT;
CREATE INDEX imports_of_operator ON imports (operator_id, id);
