error-operators-name = Give a name of at most 120 characters.
error-operators-bin = This is not a BIN: it takes 12 digits with a right check digit.
error-operators-bin-taken = There is an operator with that BIN already.
error-operators-branch-taken = There is a branch of that name already.
error-operators-not-found = There is no such operator or branch.
error-operators-conflict = Somebody has changed the profile meanwhile. Open it again.
error-operators-idle-minutes = Give 1 to 60 minutes.
error-operators-branch-has-staff = People still work in that branch. Move or disable them first.
