-- Visits, deepened: English, the idle warning, who acts for the client; refusals on record, what a branch sends in a day,
-- signed forms, the second window.

-- Triggers of other tables name this one: a rename must not look into them while it is away.
PRAGMA legacy_alter_table = ON;

CREATE TABLE visits_new (
    id             INTEGER PRIMARY KEY,
    operator_id    INTEGER NOT NULL REFERENCES operators (id),
    branch_id      INTEGER NOT NULL REFERENCES branches (id),
    number         TEXT NOT NULL UNIQUE,
    text_id        INTEGER NOT NULL REFERENCES consent_texts (id),
    tablet_id      INTEGER REFERENCES tablets (id),
    staff_id       INTEGER NOT NULL REFERENCES staff (id),
    client_id      INTEGER REFERENCES clients (id),
    state          TEXT NOT NULL CHECK (state IN
                   ('opened', 'text_shown', 'filled', 'code_sent', 'confirmed', 'saved', 'refused', 'abandoned', 'failed')),
    step           TEXT NOT NULL,
    lang           TEXT CHECK (lang IN ('kk', 'ru', 'en')),
    paper          INTEGER NOT NULL DEFAULT 0,
    blank          INTEGER NOT NULL DEFAULT 0,
    calling        INTEGER NOT NULL DEFAULT 0,
    read_seconds   INTEGER NOT NULL DEFAULT 0,
    read_to_end    INTEGER NOT NULL DEFAULT 0,
    cause          TEXT,
    opened_at      TEXT NOT NULL,
    moved_at       TEXT NOT NULL,
    shown_at       TEXT,
    confirmed_at   TEXT,
    ended_at       TEXT,
    rev            INTEGER NOT NULL DEFAULT 1,
    warned_at      TEXT,                          -- the tablet asks «are you still here?» since then
    stay           INTEGER NOT NULL DEFAULT 0,    -- how often the consultant prolonged the wait
    representative TEXT                           -- who acts for the client, JSON; emptied when the visit ends
) STRICT;
INSERT INTO visits_new (id, operator_id, branch_id, number, text_id, tablet_id, staff_id, client_id, state, step, lang, paper, blank,
    calling, read_seconds, read_to_end, cause, opened_at, moved_at, shown_at, confirmed_at, ended_at, rev)
SELECT id, operator_id, branch_id, number, text_id, tablet_id, staff_id, client_id, state, step, lang, paper, blank,
    calling, read_seconds, read_to_end, cause, opened_at, moved_at, shown_at, confirmed_at, ended_at, rev FROM visits;
DROP TABLE visits;
ALTER TABLE visits_new RENAME TO visits;
CREATE UNIQUE INDEX one_visit_a_tablet ON visits (tablet_id) WHERE ended_at IS NULL AND tablet_id IS NOT NULL;
CREATE INDEX visits_of_branch ON visits (branch_id, opened_at);
CREATE INDEX visits_open ON visits (moved_at) WHERE ended_at IS NULL;
CREATE TRIGGER ended_visits_stay BEFORE UPDATE ON visits WHEN OLD.ended_at IS NOT NULL BEGIN
    SELECT RAISE (ABORT, 'an ended visit does not move');
END;

PRAGMA legacy_alter_table = OFF;

-- The second window of the workstation is a tablet that lies nowhere: nobody else can be it, for nobody knows its secret.
ALTER TABLE tablets ADD COLUMN kind TEXT NOT NULL DEFAULT 'tablet' CHECK (kind IN ('tablet', 'window'));
CREATE UNIQUE INDEX one_window_a_branch ON tablets (branch_id) WHERE kind = 'window';

-- A refusal of the whole is on record like a consent is, with its evidence and without the person's data.
CREATE TABLE refusals (
    id           INTEGER PRIMARY KEY,
    visit_id     INTEGER NOT NULL UNIQUE REFERENCES visits (id),
    operator_id  INTEGER NOT NULL REFERENCES operators (id),
    branch_id    INTEGER NOT NULL REFERENCES branches (id),
    client_id    INTEGER REFERENCES clients (id),    -- only where the visit was begun from a card
    text_id      INTEGER NOT NULL REFERENCES consent_texts (id),
    number       TEXT NOT NULL UNIQUE,
    lang         TEXT,
    at           TEXT NOT NULL,
    said_by      TEXT NOT NULL CHECK (said_by IN ('client', 'consultant')),
    staff_id     INTEGER NOT NULL REFERENCES staff (id),
    evidence     TEXT NOT NULL,
    evidence_sha TEXT NOT NULL
) STRICT;
CREATE INDEX refusals_of_branch ON refusals (branch_id, at);
CREATE INDEX refusals_of_client ON refusals (client_id, at) WHERE client_id IS NOT NULL;
CREATE TRIGGER refusals_stay BEFORE UPDATE OF visit_id, operator_id, branch_id, text_id, number, lang, at, said_by, evidence, evidence_sha
ON refusals BEGIN
    SELECT RAISE (ABORT, 'a refusal never changes');
END;
CREATE TRIGGER refusals_remain BEFORE DELETE ON refusals BEGIN
    SELECT RAISE (ABORT, 'a refusal never goes');
END;

-- Codes that a branch sent on a civil day, and how many a manager allowed beyond the usual.
CREATE TABLE branch_days (
    branch_id INTEGER NOT NULL REFERENCES branches (id),
    day       TEXT NOT NULL,
    sent      INTEGER NOT NULL DEFAULT 0,
    more      INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (branch_id, day)
) STRICT, WITHOUT ROWID;

-- The scan of a signed paper form. It can be taken anew until the visit is saved, and never after.
CREATE TABLE visit_papers (
    visit_id INTEGER PRIMARY KEY REFERENCES visits (id),
    kind     TEXT NOT NULL CHECK (kind IN ('pdf', 'jpeg', 'png')),
    bytes    BLOB NOT NULL,
    sha256   TEXT NOT NULL,
    at       TEXT NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE TRIGGER saved_papers_stay BEFORE UPDATE ON visit_papers
WHEN EXISTS (SELECT 1 FROM visits WHERE id = OLD.visit_id AND ended_at IS NOT NULL) AND NEW.sha256 <> OLD.sha256
BEGIN
    SELECT RAISE (ABORT, 'the form of a saved visit never changes');
END;

-- People with the same birth date: where a second card of one person is looked for.
CREATE INDEX clients_by_birth ON clients (operator_id, birth_date) WHERE birth_date IS NOT NULL;

-- That a person was destroyed here, and when: a keyed hash of the IIN, nothing else.
CREATE TABLE tombstones (
    operator_id  INTEGER NOT NULL REFERENCES operators (id),
    hash         BLOB NOT NULL,
    destroyed_on TEXT NOT NULL,
    PRIMARY KEY (operator_id, hash)
) STRICT, WITHOUT ROWID;
