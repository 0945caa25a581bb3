-- Consents: published texts and purposes, the tablets, visits at a tablet with their codes, and what was agreed to.

-- A text is a pair kk/ru, published once. Law 94-V art. 22(1)(5): term, third parties, cross-border and public sources are columns.
CREATE TABLE consent_texts (
    id               INTEGER PRIMARY KEY,
    operator_id      INTEGER NOT NULL REFERENCES operators (id),
    code             TEXT NOT NULL,
    version          INTEGER NOT NULL,
    title_kk         TEXT NOT NULL,
    title_ru         TEXT NOT NULL,
    body_kk          TEXT NOT NULL,
    body_ru          TEXT NOT NULL,
    sha_kk           TEXT NOT NULL,
    sha_ru           TEXT NOT NULL,
    data             TEXT NOT NULL,
    term             TEXT NOT NULL CHECK (term IN ('purpose', 'until', 'programme', 'programme_12')),
    term_until       TEXT,
    third_parties    INTEGER NOT NULL CHECK (third_parties IN (0, 1)),
    third_parties_kk TEXT NOT NULL,
    third_parties_ru TEXT NOT NULL,
    cross_border     INTEGER NOT NULL CHECK (cross_border IN (0, 1)),
    cross_border_kk  TEXT NOT NULL,
    cross_border_ru  TEXT NOT NULL,
    public_sources   INTEGER NOT NULL CHECK (public_sources IN (0, 1)),
    published_at     TEXT NOT NULL,
    published_by     INTEGER NOT NULL REFERENCES staff (id),
    UNIQUE (operator_id, code, version),
    CHECK ((term = 'until') = (term_until IS NOT NULL))
) STRICT;

CREATE TABLE purposes (
    id         INTEGER PRIMARY KEY,
    text_id    INTEGER NOT NULL REFERENCES consent_texts (id),
    place      INTEGER NOT NULL,
    kind       TEXT NOT NULL CHECK (kind IN ('service', 'optional')),
    basis      TEXT NOT NULL CHECK (basis IN ('consent', 'contract', 'law')),
    name_kk    TEXT NOT NULL,
    name_ru    TEXT NOT NULL,
    note_kk    TEXT NOT NULL,
    note_ru    TEXT NOT NULL,
    channels   TEXT NOT NULL,
    data       TEXT NOT NULL,
    term       TEXT NOT NULL CHECK (term IN ('purpose', 'until', 'programme', 'programme_12')),
    term_until TEXT,
    UNIQUE (text_id, place)
) STRICT;

CREATE TRIGGER published_texts_stay BEFORE UPDATE ON consent_texts BEGIN
    SELECT RAISE (ABORT, 'a published text never changes');
END;
CREATE TRIGGER published_texts_remain BEFORE DELETE ON consent_texts BEGIN
    SELECT RAISE (ABORT, 'a published text never goes');
END;
CREATE TRIGGER published_purposes_stay BEFORE UPDATE ON purposes BEGIN
    SELECT RAISE (ABORT, 'a published purpose never changes');
END;
CREATE TRIGGER published_purposes_remain BEFORE DELETE ON purposes BEGIN
    SELECT RAISE (ABORT, 'a published purpose never goes');
END;
CREATE TRIGGER published_purposes_are_whole BEFORE INSERT ON purposes
WHEN EXISTS (SELECT 1 FROM visits WHERE text_id = NEW.text_id)
BEGIN
    SELECT RAISE (ABORT, 'a text in use takes no more purposes');
END;

CREATE TABLE tablets (
    id          INTEGER PRIMARY KEY,
    operator_id INTEGER NOT NULL REFERENCES operators (id),
    branch_id   INTEGER NOT NULL REFERENCES branches (id),
    name        TEXT NOT NULL,
    secret_hash BLOB NOT NULL UNIQUE,
    paired_at   TEXT NOT NULL,
    seen_at     TEXT NOT NULL,
    revoked_at  TEXT
) STRICT;

CREATE TABLE pairings (
    id          INTEGER PRIMARY KEY,
    operator_id INTEGER NOT NULL REFERENCES operators (id),
    branch_id   INTEGER NOT NULL REFERENCES branches (id),
    name        TEXT NOT NULL,
    token_hash  BLOB NOT NULL UNIQUE,
    digits_hash BLOB NOT NULL,
    ends_at     TEXT NOT NULL,
    tries       INTEGER NOT NULL DEFAULT 0,
    used_at     TEXT
) STRICT;

-- A visit: one client, one tablet, one text, from the first screen to the saved consent or the refusal.
CREATE TABLE visits (
    id            INTEGER PRIMARY KEY,
    operator_id   INTEGER NOT NULL REFERENCES operators (id),
    branch_id     INTEGER NOT NULL REFERENCES branches (id),
    number        TEXT NOT NULL UNIQUE,
    text_id       INTEGER NOT NULL REFERENCES consent_texts (id),
    tablet_id     INTEGER REFERENCES tablets (id),
    staff_id      INTEGER NOT NULL REFERENCES staff (id),
    client_id     INTEGER REFERENCES clients (id),
    state         TEXT NOT NULL CHECK (state IN
                  ('opened', 'text_shown', 'filled', 'code_sent', 'confirmed', 'saved', 'refused', 'abandoned', 'failed')),
    step          TEXT NOT NULL,
    lang          TEXT CHECK (lang IN ('kk', 'ru')),
    paper         INTEGER NOT NULL DEFAULT 0,
    blank         INTEGER NOT NULL DEFAULT 0,
    calling       INTEGER NOT NULL DEFAULT 0,
    read_seconds  INTEGER NOT NULL DEFAULT 0,
    read_to_end   INTEGER NOT NULL DEFAULT 0,
    cause         TEXT,
    opened_at     TEXT NOT NULL,
    moved_at      TEXT NOT NULL,
    shown_at      TEXT,
    confirmed_at  TEXT,
    ended_at      TEXT,
    rev           INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX one_visit_a_tablet ON visits (tablet_id) WHERE ended_at IS NULL AND tablet_id IS NOT NULL;
CREATE INDEX visits_of_branch ON visits (branch_id, opened_at);
CREATE INDEX visits_open ON visits (moved_at) WHERE ended_at IS NULL;
CREATE TRIGGER ended_visits_stay BEFORE UPDATE ON visits WHEN OLD.ended_at IS NOT NULL BEGIN
    SELECT RAISE (ABORT, 'an ended visit does not move');
END;

-- What the client typed so far. Gone when the visit ends.
CREATE TABLE drafts (
    visit_id INTEGER PRIMARY KEY REFERENCES visits (id),
    fields   TEXT NOT NULL,
    answers  TEXT NOT NULL,
    strokes  TEXT NOT NULL
) STRICT;

-- One-time codes: a keyed hash over code and binding. The seed, from which the words of the message are made once more
-- after a restart, goes as soon as the message has left.
CREATE TABLE codes (
    id         INTEGER PRIMARY KEY,
    visit_id   INTEGER NOT NULL REFERENCES visits (id),
    n          INTEGER NOT NULL,
    seed       BLOB,
    hash       BLOB NOT NULL,
    binding    BLOB NOT NULL,
    phone_hash BLOB NOT NULL,
    made_at    TEXT NOT NULL,
    ends_at    TEXT NOT NULL,
    again_at   TEXT NOT NULL,
    tries      INTEGER NOT NULL DEFAULT 0,
    state      TEXT NOT NULL CHECK (state IN ('live', 'used', 'dead')),
    UNIQUE (visit_id, n)
) STRICT;
CREATE UNIQUE INDEX one_live_code ON codes (visit_id) WHERE state = 'live';
CREATE TRIGGER codes_never_rise BEFORE UPDATE OF state ON codes WHEN OLD.state <> 'live' AND NEW.state <> OLD.state BEGIN
    SELECT RAISE (ABORT, 'a dead code stays dead');
END;

-- Messages and wrong tries of a number on a civil day, across visits and resends.
CREATE TABLE phone_days (
    phone_hash BLOB NOT NULL,
    day        TEXT NOT NULL,
    sent       INTEGER NOT NULL DEFAULT 0,
    wrong      INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (phone_hash, day)
) STRICT, WITHOUT ROWID;

-- The trail of a visit: what happened and when, never what was typed.
CREATE TABLE visit_events (
    id       INTEGER PRIMARY KEY,
    visit_id INTEGER NOT NULL REFERENCES visits (id),
    at       TEXT NOT NULL,
    kind     TEXT NOT NULL,
    n        INTEGER,
    word     TEXT
) STRICT;
CREATE INDEX events_of_visit ON visit_events (visit_id, id);
CREATE TRIGGER visit_events_stay BEFORE UPDATE ON visit_events BEGIN
    SELECT RAISE (ABORT, 'the trail of a visit never changes');
END;

CREATE TABLE consents (
    id           INTEGER PRIMARY KEY,
    operator_id  INTEGER NOT NULL REFERENCES operators (id),
    branch_id    INTEGER NOT NULL REFERENCES branches (id),
    client_id    INTEGER NOT NULL REFERENCES clients (id),
    text_id      INTEGER NOT NULL REFERENCES consent_texts (id),
    visit_id     INTEGER NOT NULL UNIQUE REFERENCES visits (id),
    number       TEXT NOT NULL UNIQUE,
    lang         TEXT NOT NULL,
    way          TEXT NOT NULL CHECK (way IN ('tablet', 'paper')),
    given_at     TEXT NOT NULL,
    staff_id     INTEGER NOT NULL REFERENCES staff (id),
    evidence     TEXT NOT NULL,
    evidence_sha TEXT NOT NULL,
    strokes      TEXT NOT NULL
) STRICT;
CREATE INDEX consents_of_client ON consents (client_id, given_at);
CREATE INDEX consents_of_branch ON consents (branch_id, given_at);
CREATE TRIGGER consents_stay BEFORE UPDATE OF operator_id, text_id, visit_id, number, lang, way, given_at, evidence, evidence_sha
ON consents WHEN NEW.evidence <> '' BEGIN
    SELECT RAISE (ABORT, 'a consent changes only by its events');
END;

CREATE TABLE consent_items (
    consent_id INTEGER NOT NULL REFERENCES consents (id),
    purpose_id INTEGER NOT NULL REFERENCES purposes (id),
    yes        INTEGER NOT NULL CHECK (yes IN (0, 1)),
    PRIMARY KEY (consent_id, purpose_id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER consent_items_stay BEFORE UPDATE ON consent_items BEGIN
    SELECT RAISE (ABORT, 'an answer never changes');
END;

CREATE TABLE consent_events (
    id             INTEGER PRIMARY KEY,
    consent_id     INTEGER NOT NULL REFERENCES consents (id),
    purpose_id     INTEGER NOT NULL REFERENCES purposes (id),
    state          TEXT NOT NULL CHECK (state IN ('given', 'refused', 'renewed', 'withdrawn', 'expired', 'terminated')),
    at             TEXT NOT NULL,
    effective_from TEXT NOT NULL,
    staff_id       INTEGER REFERENCES staff (id),
    channel        TEXT
) STRICT;
CREATE INDEX events_of_consent ON consent_events (consent_id, purpose_id, effective_from, id);
CREATE TRIGGER consent_events_stay BEFORE UPDATE ON consent_events BEGIN
    SELECT RAISE (ABORT, 'the events of a consent never change');
END;
CREATE TRIGGER consent_events_remain BEFORE DELETE ON consent_events BEGIN
    SELECT RAISE (ABORT, 'the events of a consent never go');
END;

-- Each event with the day on which the next one takes its place: what holds on a day is the row whose span covers it.
CREATE VIEW consent_states AS
SELECT consent_id, purpose_id, state, at, effective_from,
       lead (effective_from) OVER (PARTITION BY consent_id, purpose_id ORDER BY effective_from, id) AS till
FROM consent_events;
