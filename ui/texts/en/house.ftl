# Door, vault, keys: refusals common to all rooms.
error-door-no-session = Log in.
error-door-session-locked = The window is locked. Enter the password: everything half-typed is kept.
error-door-session-over = The working session is over. Log in again.
error-door-account-disabled = The account is switched off. Ask the administrator.
error-door-account-invited = First set a password of your own.
error-door-no-right = Your role does not include this. If you need it for your work, ask the administrator.
error-door-out-of-reach = This record belongs to another branch or another operator.
error-door-no-command = There is no such command. The window and the program may be of different versions: restart the program.
error-door-malformed = The call was put together wrongly. Nothing was changed. Restart the program if this happens again.
error-door-fields = { $count ->
    [one] Correct { $count } field.
   *[other] Correct { $count } fields.
}
error-door-internal = The program failed. Nothing was changed. Try again; if that does not help, tell the administrator this number: { $id }.
error-vault-full = The disk is full. The last act was not saved, earlier data are safe. Free some space and try again.
error-vault-old-sqlite = This build carries an old database engine that can lose records. Install a corrected version.
error-vault-rolled-back = The database file is older than what the program has already seen: it was put back or cut. Work has stopped. Put back the latest file, or accept the old one with the recovery key.
error-vault-newer = A newer version of the program has opened this database. Install that version here.
error-vault-torn = The database could not be brought to the new version: some records would refer to nothing. It stays as it was; tell the supplier the number of the error.
error-vault-poisoned = The disk failed while writing. The last act was not saved. The program has shut the database; log in again.
error-keys-wrong = Name or password do not fit.
error-keys-wait = { $seconds ->
    [one] Too many wrong passwords. Try again in { $seconds } second.
   *[other] Too many wrong passwords. Try again in { $seconds } seconds.
}
error-keys-closed = Log-in was closed after a hundred wrong passwords. The administrator can issue a new one.
error-keys-wrong-recovery = The recovery key does not fit. Compare letters and digits with the paper.
error-keys-damaged = The key file is damaged. Put it back from the backup.
error-keys-missing = The key file kelisim.keys is not beside the database. Put it back from the backup: without it the database cannot be opened.
error-journal-empty = The journal is still empty, there is nothing to sign.
