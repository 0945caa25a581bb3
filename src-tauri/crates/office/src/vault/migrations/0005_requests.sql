-- Applications (R1): what arrived, when, and what the applicant showed. The moment of receipt never changes.
CREATE TABLE applications (
    id                INTEGER PRIMARY KEY,
    operator_id       INTEGER NOT NULL REFERENCES operators (id),
    branch_id         INTEGER NOT NULL REFERENCES branches (id),
    client_id         INTEGER REFERENCES clients (id),
    applicant_name    TEXT NOT NULL,
    applicant_contact TEXT NOT NULL,
    channel           TEXT NOT NULL,
    received_at       TEXT NOT NULL,
    received_on       TEXT NOT NULL,
    text              TEXT NOT NULL,
    lang              TEXT NOT NULL,
    document_number   TEXT NOT NULL,
    document_issued   TEXT NOT NULL,
    document_issuer   TEXT NOT NULL,
    signed            INTEGER NOT NULL,
    rep_name          TEXT NOT NULL,
    rep_paper         TEXT NOT NULL,
    rep_from          TEXT NOT NULL,
    rep_until         TEXT NOT NULL,
    entered_by        INTEGER NOT NULL REFERENCES staff (id),
    entered_at        TEXT NOT NULL,
    version           INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX applications_of_client ON applications (client_id, id) WHERE client_id IS NOT NULL;

CREATE TRIGGER receipt_never_changes BEFORE UPDATE OF received_at, received_on, text, channel, entered_by, entered_at ON applications
WHEN NEW.received_at <> OLD.received_at OR NEW.received_on <> OLD.received_on OR NEW.text <> OLD.text
    OR NEW.channel <> OLD.channel OR NEW.entered_by <> OLD.entered_by OR NEW.entered_at <> OLD.entered_at
BEGIN
    SELECT RAISE (ABORT, 'what arrived never changes');
END;

-- Rights (R2): each thing that an application asks for, with its own clock, owner, decision and reply.
-- Nothing about lateness is stored: it is reckoned when read.
CREATE TABLE rights (
    id             INTEGER PRIMARY KEY,
    application_id INTEGER NOT NULL REFERENCES applications (id),
    operator_id    INTEGER NOT NULL REFERENCES operators (id),
    branch_id      INTEGER NOT NULL REFERENCES branches (id),
    client_id      INTEGER REFERENCES clients (id),
    kind           TEXT NOT NULL,
    fields         TEXT NOT NULL,
    received_at    TEXT NOT NULL,
    received_on    TEXT NOT NULL,
    rule           TEXT NOT NULL,
    due            TEXT NOT NULL,
    calc_id        INTEGER,
    state          TEXT NOT NULL,
    owner_id       INTEGER REFERENCES staff (id),
    owner_since    TEXT,
    decision       TEXT,
    ground         TEXT,
    answer         TEXT NOT NULL DEFAULT '',
    decided_by     INTEGER REFERENCES staff (id),
    delivery       TEXT,
    answered_at    TEXT,
    answered_on    TEXT,
    late_cause     TEXT,
    late_note      TEXT NOT NULL DEFAULT '',
    duplicate_of   INTEGER REFERENCES rights (id),
    reopens        INTEGER REFERENCES rights (id),
    version        INTEGER NOT NULL DEFAULT 1,
    CHECK ((state = 'answered') = (answered_at IS NOT NULL))
) STRICT;
CREATE INDEX rights_open ON rights (operator_id, due, id) WHERE state <> 'answered';
CREATE INDEX rights_answered ON rights (operator_id, answered_on) WHERE state = 'answered';
CREATE INDEX rights_of_application ON rights (application_id, id);
CREATE INDEX rights_of_client ON rights (client_id, id) WHERE client_id IS NOT NULL;

-- Every count of every due date, with its steps: the last one is in force, the former ones stay.
CREATE TABLE due_calcs (
    id       INTEGER PRIMARY KEY,
    right_id INTEGER NOT NULL REFERENCES rights (id),
    at       TEXT NOT NULL,
    due      TEXT NOT NULL,
    edition  TEXT NOT NULL,
    cause    TEXT NOT NULL,
    count    TEXT NOT NULL
) STRICT;
CREATE INDEX due_calcs_of_right ON due_calcs (right_id, id);

-- How the applicant's identity was proved.
CREATE TABLE proofs (
    id             INTEGER PRIMARY KEY,
    application_id INTEGER NOT NULL REFERENCES applications (id),
    method         TEXT NOT NULL,
    at             TEXT NOT NULL,
    by             INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX proofs_of_application ON proofs (application_id, id);

-- What happened to a right, in order. Undone is a line more, never a line less.
CREATE TABLE right_events (
    id         INTEGER PRIMARY KEY,
    right_id   INTEGER NOT NULL REFERENCES rights (id),
    at         TEXT NOT NULL,
    by         INTEGER NOT NULL REFERENCES staff (id),
    what       TEXT NOT NULL,
    from_state TEXT NOT NULL,
    to_state   TEXT NOT NULL,
    from_owner INTEGER REFERENCES staff (id),
    to_owner   INTEGER REFERENCES staff (id),
    note       TEXT NOT NULL,
    undoes     INTEGER UNIQUE REFERENCES right_events (id),
    version    INTEGER NOT NULL
) STRICT;
CREATE INDEX events_of_right ON right_events (right_id, id);

CREATE TRIGGER due_calcs_are_never_changed BEFORE UPDATE ON due_calcs BEGIN
    SELECT RAISE (ABORT, 'counts are append-only');
END;
CREATE TRIGGER due_calcs_are_never_cut BEFORE DELETE ON due_calcs BEGIN
    SELECT RAISE (ABORT, 'counts are append-only');
END;
CREATE TRIGGER right_events_are_never_changed BEFORE UPDATE ON right_events BEGIN
    SELECT RAISE (ABORT, 'events are append-only');
END;
CREATE TRIGGER right_events_are_never_cut BEFORE DELETE ON right_events BEGIN
    SELECT RAISE (ABORT, 'events are append-only');
END;
CREATE TRIGGER rights_are_never_cut BEFORE DELETE ON rights BEGIN
    SELECT RAISE (ABORT, 'rights are answered, never deleted');
END;
