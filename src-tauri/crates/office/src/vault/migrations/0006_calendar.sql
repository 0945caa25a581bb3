-- Days that an administrator laid over the built-in calendar. Nothing is changed: a later entry for a date wins.
CREATE TABLE calendar_days (
    id         INTEGER PRIMARY KEY,
    date       TEXT NOT NULL,
    kind       TEXT NOT NULL CHECK (kind IN ('work', 'off')),
    source     TEXT NOT NULL,
    entered_by INTEGER NOT NULL REFERENCES staff (id),
    entered_at TEXT NOT NULL
) STRICT;

-- Years in which nothing is expected to change any more.
CREATE TABLE calendar_years (
    year         INTEGER PRIMARY KEY,
    source       TEXT NOT NULL,
    confirmed_by INTEGER NOT NULL REFERENCES staff (id),
    confirmed_at TEXT NOT NULL
) STRICT;

CREATE TRIGGER calendar_days_are_never_changed BEFORE UPDATE ON calendar_days BEGIN
    SELECT RAISE (ABORT, 'calendar entries are append-only');
END;
CREATE TRIGGER calendar_days_are_never_cut BEFORE DELETE ON calendar_days BEGIN
    SELECT RAISE (ABORT, 'calendar entries are append-only');
END;
