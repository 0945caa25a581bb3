-- Replies that somebody is writing, kept as they are typed. They go when the right is answered.
CREATE TABLE reply_drafts (
    right_id INTEGER NOT NULL REFERENCES rights (id),
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    decision TEXT,
    ground   TEXT,
    text     TEXT NOT NULL,
    kept_at  TEXT NOT NULL,
    PRIMARY KEY (right_id, staff_id)
) STRICT, WITHOUT ROWID;
