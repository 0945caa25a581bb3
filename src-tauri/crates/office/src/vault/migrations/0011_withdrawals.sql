-- Withdrawals (S7, S8): what a person takes back, from which day, what they were told of it, and what the day brought.

-- The channel of an event is named as channels of applications are.
DROP TRIGGER consent_events_stay;
UPDATE consent_events SET channel = 'visit' WHERE channel = 'branch';
ALTER TABLE consent_events ADD COLUMN right_id INTEGER REFERENCES rights (id);
CREATE TRIGGER consent_events_stay BEFORE UPDATE ON consent_events BEGIN
    SELECT RAISE (ABORT, 'the events of a consent never change');
END;

-- One for each right of that kind. Counts are kept with their steps, as they were on the day of receipt.
CREATE TABLE withdrawals (
    id                INTEGER PRIMARY KEY,
    right_id          INTEGER NOT NULL UNIQUE REFERENCES rights (id),
    client_id         INTEGER NOT NULL REFERENCES clients (id),
    operator_id       INTEGER NOT NULL REFERENCES operators (id),
    scope             TEXT NOT NULL,
    wished            TEXT,
    notice            TEXT NOT NULL,
    ceiling           TEXT NOT NULL,
    state             TEXT NOT NULL CHECK (state IN ('asked', 'running', 'in_effect', 'refused', 'returned')),
    effective_from    TEXT,
    granted_by        INTEGER REFERENCES staff (id),
    obligation        TEXT,
    obligation_number TEXT NOT NULL DEFAULT '',
    took_effect_at    TEXT,
    block_id          INTEGER REFERENCES blocks (id),
    card_blocked      INTEGER NOT NULL DEFAULT 0 CHECK (card_blocked IN (0, 1)),
    returned_at       TEXT,
    CHECK ((state IN ('running', 'in_effect', 'returned')) = (effective_from IS NOT NULL))
) STRICT;
CREATE INDEX withdrawals_of_client ON withdrawals (client_id, id);
CREATE INDEX withdrawals_to_come ON withdrawals (effective_from) WHERE state = 'running';

CREATE TRIGGER withdrawals_are_never_cut BEFORE DELETE ON withdrawals BEGIN
    SELECT RAISE (ABORT, 'withdrawals are decided, never deleted');
END;
CREATE TRIGGER withdrawals_keep_what_was_asked BEFORE UPDATE OF right_id, client_id, operator_id, scope, wished, notice, ceiling ON withdrawals BEGIN
    SELECT RAISE (ABORT, 'what was asked for never changes');
END;

-- The consequences as the person was told them: the very words, their hash, how and by whom.
CREATE TABLE withdrawal_showings (
    id            INTEGER PRIMARY KEY,
    withdrawal_id INTEGER NOT NULL REFERENCES withdrawals (id),
    at            TEXT NOT NULL,
    staff_id      INTEGER NOT NULL REFERENCES staff (id),
    way           TEXT NOT NULL,
    lang          TEXT NOT NULL,
    words         TEXT NOT NULL,
    sha           TEXT NOT NULL
) STRICT;
CREATE INDEX showings_of_withdrawal ON withdrawal_showings (withdrawal_id, id);
CREATE TRIGGER withdrawal_showings_stay BEFORE UPDATE ON withdrawal_showings WHEN NEW.words <> '' BEGIN
    SELECT RAISE (ABORT, 'what was shown never changes');
END;
CREATE TRIGGER withdrawal_showings_remain BEFORE DELETE ON withdrawal_showings BEGIN
    SELECT RAISE (ABORT, 'what was shown never goes');
END;

-- What of a consent no longer holds though its purposes do (art. 24(1)(5)): a channel, third parties, cross-border, public sources.
CREATE TABLE consent_limits (
    id             INTEGER PRIMARY KEY,
    consent_id     INTEGER NOT NULL REFERENCES consents (id),
    what           TEXT NOT NULL CHECK (what IN ('channel', 'third_parties', 'cross_border', 'public_sources')),
    channel        TEXT NOT NULL DEFAULT '',
    at             TEXT NOT NULL,
    effective_from TEXT NOT NULL,
    staff_id       INTEGER NOT NULL REFERENCES staff (id),
    right_id       INTEGER NOT NULL REFERENCES rights (id),
    UNIQUE (consent_id, what, channel),
    CHECK ((what = 'channel') = (channel <> ''))
) STRICT;
CREATE TRIGGER consent_limits_stay BEFORE UPDATE ON consent_limits BEGIN
    SELECT RAISE (ABORT, 'a limit never changes');
END;
CREATE TRIGGER consent_limits_remain BEFORE DELETE ON consent_limits BEGIN
    SELECT RAISE (ABORT, 'a limit never goes');
END;

-- Destruction that is proposed: nothing is destroyed by it.
CREATE TABLE destruction_proposals (
    id          INTEGER PRIMARY KEY,
    client_id   INTEGER NOT NULL REFERENCES clients (id),
    operator_id INTEGER NOT NULL REFERENCES operators (id),
    ground      TEXT NOT NULL CHECK (ground IN ('withdrawal')),
    right_id    INTEGER NOT NULL REFERENCES rights (id),
    proposed_at TEXT NOT NULL,
    ended_at    TEXT,
    outcome     TEXT CHECK (outcome IN ('returned')),
    CHECK ((ended_at IS NULL) = (outcome IS NULL))
) STRICT;
CREATE UNIQUE INDEX one_proposal_a_withdrawal ON destruction_proposals (right_id);
CREATE INDEX proposals_open ON destruction_proposals (operator_id, proposed_at) WHERE ended_at IS NULL;

-- What a person wished of a channel of advertising (C9): the last wish holds.
CREATE TABLE contact_wishes (
    id        INTEGER PRIMARY KEY,
    client_id INTEGER NOT NULL REFERENCES clients (id),
    channel   TEXT NOT NULL,
    stop      INTEGER NOT NULL CHECK (stop IN (0, 1)),
    how       TEXT NOT NULL,
    at        TEXT NOT NULL,
    staff_id  INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX wishes_of_client ON contact_wishes (client_id, channel, id);
CREATE TRIGGER contact_wishes_stay BEFORE UPDATE ON contact_wishes BEGIN
    SELECT RAISE (ABORT, 'a wish never changes: another one follows');
END;

-- Lists for advertising that left the house: how many people, and the hash of the file. The people are not kept.
CREATE TABLE advertising_lists (
    id          INTEGER PRIMARY KEY,
    operator_id INTEGER NOT NULL REFERENCES operators (id),
    channel     TEXT NOT NULL,
    people      INTEGER NOT NULL,
    sha         TEXT NOT NULL,
    at          TEXT NOT NULL,
    staff_id    INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX advertising_lists_of_operator ON advertising_lists (operator_id, id);
