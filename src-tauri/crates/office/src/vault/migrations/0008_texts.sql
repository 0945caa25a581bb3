-- Texts: English beside the pair, countries and recipients, drafts, and what becomes of those who agreed to an older version.

ALTER TABLE consent_texts ADD COLUMN title_en TEXT NOT NULL DEFAULT '';
ALTER TABLE consent_texts ADD COLUMN body_en TEXT NOT NULL DEFAULT '';
ALTER TABLE consent_texts ADD COLUMN sha_en TEXT NOT NULL DEFAULT '';
ALTER TABLE consent_texts ADD COLUMN third_parties_en TEXT NOT NULL DEFAULT '';
ALTER TABLE consent_texts ADD COLUMN cross_border_en TEXT NOT NULL DEFAULT '';
ALTER TABLE consent_texts ADD COLUMN countries TEXT NOT NULL DEFAULT '[]';
ALTER TABLE consent_texts ADD COLUMN stored_in TEXT NOT NULL DEFAULT '["kz"]';

ALTER TABLE purposes ADD COLUMN name_en TEXT NOT NULL DEFAULT '';
ALTER TABLE purposes ADD COLUMN note_en TEXT NOT NULL DEFAULT '';
ALTER TABLE purposes ADD COLUMN recipients TEXT NOT NULL DEFAULT '[]';
ALTER TABLE purposes ADD COLUMN countries TEXT NOT NULL DEFAULT '[]';

-- A text that is being written. Its form is one JSON text: nothing of it holds before it is published.
CREATE TABLE text_drafts (
    id          INTEGER PRIMARY KEY,
    operator_id INTEGER NOT NULL REFERENCES operators (id),
    base_id     INTEGER REFERENCES consent_texts (id),
    form        TEXT NOT NULL,
    rev         INTEGER NOT NULL DEFAULT 1,
    changed_at  TEXT NOT NULL,
    changed_by  INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX text_drafts_of_operator ON text_drafts (operator_id, changed_at);

-- Who was told of a version, and how: no words, no number.
CREATE TABLE text_notices (
    id         INTEGER PRIMARY KEY,
    text_id    INTEGER NOT NULL REFERENCES consent_texts (id),
    client_id  INTEGER NOT NULL REFERENCES clients (id),
    consent_id INTEGER NOT NULL REFERENCES consents (id),
    channel    TEXT NOT NULL,
    message_id INTEGER,
    told_on    TEXT,
    at         TEXT NOT NULL,
    staff_id   INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX text_notices_of_client ON text_notices (client_id, text_id);
CREATE INDEX text_notices_of_text ON text_notices (text_id);

-- Objections to a version. What they make of a consent is reckoned, not stored.
CREATE TABLE text_objections (
    id          INTEGER PRIMARY KEY,
    text_id     INTEGER NOT NULL REFERENCES consent_texts (id),
    client_id   INTEGER NOT NULL REFERENCES clients (id),
    received_on TEXT NOT NULL,
    channel     TEXT NOT NULL,
    at          TEXT NOT NULL,
    staff_id    INTEGER NOT NULL REFERENCES staff (id),
    UNIQUE (text_id, client_id)
) STRICT;
CREATE INDEX text_objections_of_client ON text_objections (client_id);
CREATE TRIGGER text_objections_stay BEFORE UPDATE ON text_objections BEGIN
    SELECT RAISE (ABORT, 'an objection never changes');
END;
