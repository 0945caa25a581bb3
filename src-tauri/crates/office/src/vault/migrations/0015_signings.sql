-- Withdrawals that clients sign on the tablet: the application as it is shown, how far the client is, the signature.
-- A tablet does one thing at a time: a visit, or a signing.
CREATE TABLE withdrawal_signings (
    id             INTEGER PRIMARY KEY,
    operator_id    INTEGER NOT NULL REFERENCES operators (id),
    branch_id      INTEGER NOT NULL REFERENCES branches (id),
    tablet_id      INTEGER NOT NULL REFERENCES tablets (id),
    staff_id       INTEGER NOT NULL REFERENCES staff (id),
    client_id      INTEGER NOT NULL REFERENCES clients (id),
    scope          TEXT NOT NULL,
    wished         TEXT,
    representative TEXT,                          -- who signs for the person, JSON; emptied when it ends
    state          TEXT NOT NULL CHECK (state IN ('opened', 'shown', 'read', 'signed', 'saved', 'declined', 'abandoned', 'cancelled')),
    lang           TEXT NOT NULL CHECK (lang IN ('kk', 'ru', 'en')),
    form           TEXT,                          -- exactly what is on the screen, JSON; kept only where it was saved
    strokes        TEXT NOT NULL DEFAULT '[]',
    calling        INTEGER NOT NULL DEFAULT 0 CHECK (calling IN (0, 1)),
    stay           INTEGER NOT NULL DEFAULT 0,    -- how often the consultant prolonged the wait
    warned_at      TEXT,                          -- the tablet asks «are you still here?» since then
    opened_at      TEXT NOT NULL,
    moved_at       TEXT NOT NULL,
    shown_at       TEXT,
    read_at        TEXT,
    signed_at      TEXT,
    ended_at       TEXT,
    rev            INTEGER NOT NULL DEFAULT 1,
    right_id       INTEGER UNIQUE REFERENCES rights (id),
    evidence       TEXT NOT NULL DEFAULT '',
    evidence_sha   TEXT NOT NULL DEFAULT '',
    CHECK ((state = 'saved') = (right_id IS NOT NULL)),
    CHECK ((state IN ('opened', 'shown', 'read', 'signed')) = (ended_at IS NULL)),
    CHECK (state NOT IN ('signed', 'saved') OR (shown_at IS NOT NULL AND read_at IS NOT NULL AND signed_at IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX one_signing_a_tablet ON withdrawal_signings (tablet_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX one_signing_a_client ON withdrawal_signings (client_id) WHERE ended_at IS NULL;
CREATE INDEX signings_of_client ON withdrawal_signings (client_id, id);
-- What ended stays as it is; the destruction of a person empties what they signed.
CREATE TRIGGER ended_signings_stay BEFORE UPDATE ON withdrawal_signings
WHEN OLD.ended_at IS NOT NULL AND NOT (OLD.form IS NOT NULL AND NEW.form IS NULL AND NEW.strokes = '[]' AND NEW.evidence = '') BEGIN
    SELECT RAISE (ABORT, 'an ended signing does not move');
END;
CREATE TRIGGER signings_remain BEFORE DELETE ON withdrawal_signings BEGIN
    SELECT RAISE (ABORT, 'a signing never goes');
END;

CREATE VIEW tablets_at_work AS
    SELECT tablet_id, opened_at FROM visits WHERE ended_at IS NULL AND tablet_id IS NOT NULL
    UNION ALL
    SELECT tablet_id, opened_at FROM withdrawal_signings WHERE ended_at IS NULL;
CREATE TRIGGER no_visit_over_a_signing BEFORE INSERT ON visits
WHEN EXISTS (SELECT 1 FROM withdrawal_signings WHERE tablet_id = NEW.tablet_id AND ended_at IS NULL) BEGIN
    SELECT RAISE (ABORT, 'a tablet does one thing at a time');
END;
CREATE TRIGGER no_signing_over_a_visit BEFORE INSERT ON withdrawal_signings
WHEN EXISTS (SELECT 1 FROM visits WHERE tablet_id = NEW.tablet_id AND ended_at IS NULL) BEGIN
    SELECT RAISE (ABORT, 'a tablet does one thing at a time');
END;
