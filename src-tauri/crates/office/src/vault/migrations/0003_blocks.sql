-- Blocks (D1–D3): what may not be done to a client's data meanwhile. Ended, never deleted.
CREATE TABLE blocks (
    id          INTEGER PRIMARY KEY,
    client_id   INTEGER NOT NULL REFERENCES clients (id),
    operator_id INTEGER NOT NULL REFERENCES operators (id),
    branch_id   INTEGER NOT NULL REFERENCES branches (id),
    ground      TEXT NOT NULL,
    ground_text TEXT NOT NULL,
    method      TEXT NOT NULL,
    right_id    INTEGER,
    set_by      INTEGER NOT NULL REFERENCES staff (id),
    set_at      TEXT NOT NULL,
    review_on   TEXT NOT NULL,
    ended_at    TEXT,
    ended_by    INTEGER REFERENCES staff (id),
    outcome     TEXT,
    end_note    TEXT,
    version     INTEGER NOT NULL DEFAULT 1,
    CHECK ((ended_at IS NULL) = (outcome IS NULL))
) STRICT;
CREATE INDEX blocks_of_client ON blocks (client_id, id);
CREATE INDEX blocks_in_force ON blocks (operator_id, review_on) WHERE ended_at IS NULL;

-- What a block covers; '*' is everything.
CREATE TABLE block_fields (
    block_id INTEGER NOT NULL REFERENCES blocks (id),
    field    TEXT NOT NULL,
    PRIMARY KEY (block_id, field)
) STRICT, WITHOUT ROWID;

CREATE VIEW blocked_now AS
SELECT b.client_id, f.field FROM blocks b JOIN block_fields f ON f.block_id = b.id WHERE b.ended_at IS NULL;

CREATE TRIGGER blocks_are_never_cut BEFORE DELETE ON blocks BEGIN
    SELECT RAISE (ABORT, 'blocks are ended, never deleted');
END;
CREATE TRIGGER blocks_keep_what_they_cover BEFORE DELETE ON block_fields BEGIN
    SELECT RAISE (ABORT, 'blocks are ended, never deleted');
END;
CREATE TRIGGER blocks_keep_their_fields BEFORE UPDATE ON block_fields BEGIN
    SELECT RAISE (ABORT, 'blocks are ended, never changed');
END;
CREATE TRIGGER blocks_keep_their_ground BEFORE UPDATE ON blocks
WHEN OLD.ended_at IS NOT NULL
    OR NEW.client_id <> OLD.client_id OR NEW.ground <> OLD.ground OR NEW.ground_text <> OLD.ground_text
    OR NEW.right_id IS NOT OLD.right_id OR NEW.set_by <> OLD.set_by OR NEW.set_at <> OLD.set_at
BEGIN
    SELECT RAISE (ABORT, 'blocks are ended, never changed');
END;

-- The gate once more, underneath: whatever code forgets to ask, the vault refuses.
CREATE TRIGGER blocked_clients_stay BEFORE DELETE ON clients
WHEN EXISTS (SELECT 1 FROM blocked_now WHERE client_id = OLD.id)
BEGIN
    SELECT RAISE (ABORT, 'blocked');
END;
CREATE TRIGGER blocked_history_stays BEFORE DELETE ON client_history
WHEN EXISTS (SELECT 1 FROM blocked_now WHERE client_id = OLD.client_id)
BEGIN
    SELECT RAISE (ABORT, 'blocked');
END;
CREATE TRIGGER blocked_surname BEFORE UPDATE OF surname ON clients
WHEN NEW.surname IS NOT OLD.surname
    AND EXISTS (SELECT 1 FROM blocked_now WHERE client_id = OLD.id AND field IN ('*', 'surname'))
BEGIN
    SELECT RAISE (ABORT, 'blocked');
END;
CREATE TRIGGER blocked_given BEFORE UPDATE OF given ON clients
WHEN NEW.given IS NOT OLD.given
    AND EXISTS (SELECT 1 FROM blocked_now WHERE client_id = OLD.id AND field IN ('*', 'given'))
BEGIN
    SELECT RAISE (ABORT, 'blocked');
END;
CREATE TRIGGER blocked_patronymic BEFORE UPDATE OF patronymic ON clients
WHEN NEW.patronymic IS NOT OLD.patronymic
    AND EXISTS (SELECT 1 FROM blocked_now WHERE client_id = OLD.id AND field IN ('*', 'patronymic'))
BEGIN
    SELECT RAISE (ABORT, 'blocked');
END;
CREATE TRIGGER blocked_former_name BEFORE UPDATE OF former_surname ON clients
WHEN NEW.former_surname IS NOT OLD.former_surname
    AND EXISTS (SELECT 1 FROM blocked_now WHERE client_id = OLD.id AND field IN ('*', 'former_name'))
BEGIN
    SELECT RAISE (ABORT, 'blocked');
END;
CREATE TRIGGER blocked_sex BEFORE UPDATE OF sex ON clients
WHEN NEW.sex IS NOT OLD.sex
    AND EXISTS (SELECT 1 FROM blocked_now WHERE client_id = OLD.id AND field IN ('*', 'sex'))
BEGIN
    SELECT RAISE (ABORT, 'blocked');
END;
CREATE TRIGGER blocked_birth_date BEFORE UPDATE OF birth_date ON clients
WHEN NEW.birth_date IS NOT OLD.birth_date
    AND EXISTS (SELECT 1 FROM blocked_now WHERE client_id = OLD.id AND field IN ('*', 'birth_date'))
BEGIN
    SELECT RAISE (ABORT, 'blocked');
END;
CREATE TRIGGER blocked_birth_place BEFORE UPDATE OF birth_place ON clients
WHEN NEW.birth_place IS NOT OLD.birth_place
    AND EXISTS (SELECT 1 FROM blocked_now WHERE client_id = OLD.id AND field IN ('*', 'birth_place'))
BEGIN
    SELECT RAISE (ABORT, 'blocked');
END;
CREATE TRIGGER blocked_citizenship BEFORE UPDATE OF citizenship ON clients
WHEN NEW.citizenship IS NOT OLD.citizenship
    AND EXISTS (SELECT 1 FROM blocked_now WHERE client_id = OLD.id AND field IN ('*', 'citizenship'))
BEGIN
    SELECT RAISE (ABORT, 'blocked');
END;
CREATE TRIGGER blocked_iin BEFORE UPDATE OF iin ON clients
WHEN NEW.iin IS NOT OLD.iin
    AND EXISTS (SELECT 1 FROM blocked_now WHERE client_id = OLD.id AND field IN ('*', 'iin'))
BEGIN
    SELECT RAISE (ABORT, 'blocked');
END;
CREATE TRIGGER blocked_registration_address BEFORE UPDATE OF registration_address ON clients
WHEN NEW.registration_address IS NOT OLD.registration_address
    AND EXISTS (SELECT 1 FROM blocked_now WHERE client_id = OLD.id AND field IN ('*', 'registration_address'))
BEGIN
    SELECT RAISE (ABORT, 'blocked');
END;
CREATE TRIGGER blocked_residence_address BEFORE UPDATE OF residence_address ON clients
WHEN NEW.residence_address IS NOT OLD.residence_address
    AND EXISTS (SELECT 1 FROM blocked_now WHERE client_id = OLD.id AND field IN ('*', 'residence_address'))
BEGIN
    SELECT RAISE (ABORT, 'blocked');
END;
CREATE TRIGGER blocked_document BEFORE UPDATE OF document_kind, document_number, document_issuer, document_issued, document_expires ON clients
WHEN (NEW.document_kind IS NOT OLD.document_kind OR NEW.document_number IS NOT OLD.document_number OR NEW.document_issuer IS NOT OLD.document_issuer OR NEW.document_issued IS NOT OLD.document_issued OR NEW.document_expires IS NOT OLD.document_expires)
    AND EXISTS (SELECT 1 FROM blocked_now WHERE client_id = OLD.id AND field IN ('*', 'document'))
BEGIN
    SELECT RAISE (ABORT, 'blocked');
END;
CREATE TRIGGER blocked_phone BEFORE UPDATE OF phone, other_phones ON clients
WHEN (NEW.phone IS NOT OLD.phone OR NEW.other_phones IS NOT OLD.other_phones)
    AND EXISTS (SELECT 1 FROM blocked_now WHERE client_id = OLD.id AND field IN ('*', 'phone'))
BEGIN
    SELECT RAISE (ABORT, 'blocked');
END;
CREATE TRIGGER blocked_email BEFORE UPDATE OF email ON clients
WHEN NEW.email IS NOT OLD.email
    AND EXISTS (SELECT 1 FROM blocked_now WHERE client_id = OLD.id AND field IN ('*', 'email'))
BEGIN
    SELECT RAISE (ABORT, 'blocked');
END;
CREATE TRIGGER blocked_card BEFORE UPDATE OF card, card_state ON clients
WHEN (NEW.card IS NOT OLD.card OR NEW.card_state IS NOT OLD.card_state)
    AND EXISTS (SELECT 1 FROM blocked_now WHERE client_id = OLD.id AND field IN ('*', 'card'))
BEGIN
    SELECT RAISE (ABORT, 'blocked');
END;
CREATE TRIGGER blocked_bank_account BEFORE UPDATE OF bank_card ON clients
WHEN NEW.bank_card IS NOT OLD.bank_card
    AND EXISTS (SELECT 1 FROM blocked_now WHERE client_id = OLD.id AND field IN ('*', 'bank_account'))
BEGIN
    SELECT RAISE (ABORT, 'blocked');
END;
CREATE TRIGGER blocked_family BEFORE UPDATE OF marital_status, dependants ON clients
WHEN (NEW.marital_status IS NOT OLD.marital_status OR NEW.dependants IS NOT OLD.dependants)
    AND EXISTS (SELECT 1 FROM blocked_now WHERE client_id = OLD.id AND field IN ('*', 'family'))
BEGIN
    SELECT RAISE (ABORT, 'blocked');
END;
CREATE TRIGGER blocked_employer BEFORE UPDATE OF employer ON clients
WHEN NEW.employer IS NOT OLD.employer
    AND EXISTS (SELECT 1 FROM blocked_now WHERE client_id = OLD.id AND field IN ('*', 'employer'))
BEGIN
    SELECT RAISE (ABORT, 'blocked');
END;
CREATE TRIGGER blocked_exposure BEFORE UPDATE OF public_official, beneficial_owner ON clients
WHEN (NEW.public_official IS NOT OLD.public_official OR NEW.beneficial_owner IS NOT OLD.beneficial_owner)
    AND EXISTS (SELECT 1 FROM blocked_now WHERE client_id = OLD.id AND field IN ('*', 'exposure'))
BEGIN
    SELECT RAISE (ABORT, 'blocked');
END;
