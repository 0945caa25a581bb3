staff-role-consultant = Consultant
staff-role-agent = Contact centre agent
staff-role-manager = Manager
staff-role-administrator = Administrator
staff-state-active = Active
staff-state-invited = Invited
staff-state-disabled = Disabled
error-staff-already-set-up = First start is already done.
error-staff-login-form = Log-in name: 2 to 40 characters — small Latin letters, digits, dot, hyphen.
error-staff-login-taken = That log-in name is taken.
error-staff-name = Give a name of at most 120 characters.
error-staff-not-found = There is no such member of staff.
error-staff-conflict = Somebody has changed the account meanwhile. Open it again.
error-staff-not-oneself = You cannot do this to your own account. Ask another administrator.
error-staff-state = The account is not in a state for that.
error-staff-branch = Choose a branch that is open.
error-staff-password-too-short = { $least ->
    [one] The password is short: at least { $least } character.
   *[other] The password is short: at least { $least } characters.
}
error-staff-password-too-long = { $most ->
    [one] The password is long: at most { $most } character.
   *[other] The password is long: at most { $most } characters.
}
error-staff-password-common = This password is among the first that are tried. Take a few words that have nothing to do with each other.
error-staff-password-holds-login = The password must not hold the log-in name.
