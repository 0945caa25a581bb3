-- What leaves the house. A row says what is to be sent, never the words of a code: those are made at the moment of handing over.

CREATE TABLE outbox (
    id         INTEGER PRIMARY KEY,
    identity   TEXT NOT NULL UNIQUE,            -- the same on every try, given to the gateway
    recipient  TEXT NOT NULL,                   -- E.164; emptied when the row is settled
    code_id    INTEGER NOT NULL REFERENCES codes (id),
    state      TEXT NOT NULL CHECK (state IN ('queued', 'handing', 'accepted', 'failed', 'uncertain')),
    attempt    TEXT,                            -- who holds the lease
    lease_till TEXT,
    tries      INTEGER NOT NULL DEFAULT 0,
    due_at     TEXT NOT NULL,
    ends_at    TEXT NOT NULL,                   -- after it sending is of no use
    gateway    TEXT,                            -- which gateway answered
    gateway_id TEXT,
    cause      TEXT,
    made_at    TEXT NOT NULL,
    settled_at TEXT
) STRICT;
CREATE INDEX outbox_open ON outbox (due_at) WHERE state IN ('queued', 'handing');
CREATE INDEX outbox_code ON outbox (code_id);

-- What was accepted, failed or uncertain stays so: nothing is ever sent twice.
CREATE TRIGGER outbox_settled BEFORE UPDATE OF state, attempt, identity ON outbox
WHEN OLD.state IN ('accepted', 'failed', 'uncertain')
BEGIN SELECT RAISE(ABORT, 'a settled message does not move'); END;
