parts-optional = optional
parts-over = Shorten it; characters too many: { $n }
parts-show-password = Show password
parts-hide-password = Hide password
parts-date-form = DD.MM.YYYY
parts-saving = Saving…
parts-loading = Loading…
parts-try-again = Try again
parts-close = Close
parts-cancel = Cancel
parts-back = Back
parts-next = Next
parts-copy = Copy: { $what }
parts-copied = Copied: { $what }
parts-today = today
parts-list = List
parts-detail = Detail
parts-list-width = Width of the list
parts-fault-id = Number of the fault
parts-nothing-lost = What you typed is not lost.
parts-not-given = Not given
parts-error-title = { $count ->
    [one] Error: correct { $count } field
   *[other] Error: correct { $count } fields
}
parts-kind-invalid = Check what you typed
parts-kind-not-found = There is no such record
parts-kind-conflict = Somebody else changed it meanwhile
parts-kind-forbidden = Not for your role
parts-kind-blocked = The data are blocked
parts-kind-refused = Not possible now
parts-kind-locked = The password is needed
parts-kind-busy = Wait a moment
parts-kind-internal = Fault of the program
