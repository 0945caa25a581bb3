-- Proofs of consent that can be checked outside, and the register by text.

-- Roots of whole blocks of the journal's tree: reckoned once, for a block never changes.
CREATE TABLE journal_blocks (
    n    INTEGER PRIMARY KEY,
    root BLOB NOT NULL
) STRICT;

-- Trees over the journal that were signed for proofs: what was promised to the world has to stay true.
CREATE TABLE journal_trees (
    size      INTEGER PRIMARY KEY,
    at        TEXT NOT NULL,
    root      BLOB NOT NULL,
    signature BLOB NOT NULL
) STRICT;
CREATE TRIGGER journal_trees_stay BEFORE UPDATE ON journal_trees BEGIN
    SELECT RAISE (ABORT, 'what was signed stays');
END;
CREATE TRIGGER journal_trees_remain BEFORE DELETE ON journal_trees BEGIN
    SELECT RAISE (ABORT, 'what was signed stays');
END;

CREATE INDEX consents_of_text ON consents (text_id, id);
