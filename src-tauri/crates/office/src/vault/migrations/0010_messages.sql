-- What leaves the house, codes and notices alike; and consents that were given elsewhere than at a visit.

-- A row says what is to be sent, never the words: those are made at the moment of handing over. What a notice's words are made
-- of, and to whom it goes, is emptied as soon as nothing more is asked about it.
CREATE TABLE outbox_next (
    id           INTEGER PRIMARY KEY,
    identity     TEXT NOT NULL UNIQUE,          -- the same on every try, given to the gateway
    class        TEXT NOT NULL CHECK (class IN ('code', 'service', 'advertising')),
    recipient    TEXT NOT NULL,                 -- E.164
    code_id      INTEGER REFERENCES codes (id),
    operator_id  INTEGER REFERENCES operators (id),
    client_id    INTEGER REFERENCES clients (id),
    notice       TEXT,                          -- kind of a notice
    lang         TEXT CHECK (lang IN ('kk', 'ru', 'en')),
    words        TEXT,                          -- JSON: what a notice's words are made of
    state        TEXT NOT NULL CHECK (state IN ('queued', 'handing', 'accepted', 'failed', 'uncertain')),
    attempt      TEXT,                          -- who holds the lease
    lease_till   TEXT,
    tries        INTEGER NOT NULL DEFAULT 0,
    due_at       TEXT NOT NULL,
    ends_at      TEXT NOT NULL,                 -- after it sending is of no use
    gateway      TEXT,                          -- which gateway answered
    gateway_id   TEXT,
    cause        TEXT,
    made_at      TEXT NOT NULL,
    settled_at   TEXT,
    gateway_ref  TEXT,                          -- what else the gateway calls it by
    parts        INTEGER,                       -- messages that the network counts
    price        INTEGER,                       -- thousandths of the account's currency, where the gateway tells it
    delivery     TEXT CHECK (delivery IN ('awaited', 'delivered', 'not_delivered', 'unknown')),
    delivery_at  TEXT,
    CHECK ((class = 'code') = (code_id IS NOT NULL)),
    CHECK ((class = 'code') = (notice IS NULL)),
    CHECK (notice IS NULL OR (operator_id IS NOT NULL AND client_id IS NOT NULL AND lang IS NOT NULL))
) STRICT;
INSERT INTO outbox_next (id, identity, class, recipient, code_id, state, attempt, lease_till, tries, due_at, ends_at, gateway, gateway_id,
                         cause, made_at, settled_at)
SELECT id, identity, 'code', recipient, code_id, state, attempt, lease_till, tries, due_at, ends_at, gateway, gateway_id,
       cause, made_at, settled_at
FROM outbox;
DROP TABLE outbox;
ALTER TABLE outbox_next RENAME TO outbox;
CREATE INDEX outbox_open ON outbox (due_at) WHERE state IN ('queued', 'handing');
CREATE INDEX outbox_awaited ON outbox (settled_at) WHERE delivery = 'awaited';
CREATE INDEX outbox_made ON outbox (made_at);
CREATE INDEX outbox_code ON outbox (code_id);
CREATE INDEX outbox_client ON outbox (client_id) WHERE client_id IS NOT NULL;

-- What was accepted, failed or uncertain stays so: nothing is ever sent twice.
CREATE TRIGGER outbox_settled BEFORE UPDATE OF state, attempt, identity ON outbox
WHEN OLD.state IN ('accepted', 'failed', 'uncertain')
BEGIN SELECT RAISE(ABORT, 'a settled message does not move'); END;
-- What a gateway reported in the end stays so.
CREATE TRIGGER outbox_delivered BEFORE UPDATE OF delivery ON outbox
WHEN OLD.delivery IN ('delivered', 'not_delivered') AND NEW.delivery IS NOT OLD.delivery
BEGIN SELECT RAISE(ABORT, 'a delivery that was reported does not change'); END;

-- A consent may have been given elsewhere than at a visit: on a site. `origin` is a keyed hash of the row that it came from, so
-- that a file brought in twice adds nothing.
CREATE TABLE consents_next (
    id           INTEGER PRIMARY KEY,
    operator_id  INTEGER NOT NULL REFERENCES operators (id),
    branch_id    INTEGER NOT NULL REFERENCES branches (id),
    client_id    INTEGER NOT NULL REFERENCES clients (id),
    text_id      INTEGER NOT NULL REFERENCES consent_texts (id),
    visit_id     INTEGER UNIQUE REFERENCES visits (id),
    number       TEXT NOT NULL UNIQUE,
    lang         TEXT NOT NULL,
    way          TEXT NOT NULL CHECK (way IN ('tablet', 'window', 'paper', 'site')),
    given_at     TEXT NOT NULL,
    staff_id     INTEGER NOT NULL REFERENCES staff (id),
    evidence     TEXT NOT NULL,
    evidence_sha TEXT NOT NULL,
    strokes      TEXT NOT NULL,
    origin       BLOB UNIQUE,
    CHECK ((way = 'site') = (visit_id IS NULL)),
    CHECK ((way = 'site') = (origin IS NOT NULL))
) STRICT;
INSERT INTO consents_next (id, operator_id, branch_id, client_id, text_id, visit_id, number, lang, way, given_at, staff_id, evidence,
                           evidence_sha, strokes)
SELECT id, operator_id, branch_id, client_id, text_id, visit_id, number, lang, way, given_at, staff_id, evidence, evidence_sha, strokes
FROM consents;
DROP TABLE consents;
ALTER TABLE consents_next RENAME TO consents;
CREATE INDEX consents_of_client ON consents (client_id, given_at);
CREATE INDEX consents_of_branch ON consents (branch_id, given_at);
CREATE TRIGGER consents_stay BEFORE UPDATE OF operator_id, text_id, visit_id, number, lang, way, given_at, evidence, evidence_sha, origin
ON consents WHEN NEW.evidence <> '' BEGIN
    SELECT RAISE (ABORT, 'a consent changes only by its events');
END;

-- A tablet that lost its secret, or changed hands, is paired once more under its own number: its visits stay its own.
ALTER TABLE pairings ADD COLUMN tablet_id INTEGER REFERENCES tablets (id);
