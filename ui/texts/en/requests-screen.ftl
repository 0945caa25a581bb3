# The screen of requests: queue, case, term, reply, registration.
requests-title = Requests
requests-views = Which requests to show
requests-view-mine = Mine
requests-view-unassigned = Unassigned
requests-view-today = Today
requests-view-overdue = Overdue
requests-view-all = All open
requests-group-overdue = Overdue
requests-group-today = Today
requests-group-tomorrow = Tomorrow
requests-group-later = Later
requests-group-count = { $group } · { $n }
requests-col-number = Number and kind
requests-col-due = Due
requests-number = No. { $number }
requests-news = { $n ->
    [one] New in the list: { $n }
   *[other] New in the list: { $n }
}
requests-news-show = Show
requests-empty-mine = You have no open requests
requests-empty-mine-text = Press N: the most urgent unassigned request becomes yours.
requests-empty-unassigned = Every request has an owner
requests-empty-today = Nothing is left for today
requests-empty-overdue = Nothing is overdue
requests-empty-all = There are no open requests
requests-empty-text = A new request is registered with Ctrl+N from anywhere in the program.
requests-choose = Choose a request
requests-choose-text = Arrows move through the list, Enter opens. N takes the most urgent unassigned one.
requests-register = Register
requests-next = Take the most urgent
requests-next-none = There is no unassigned request.
requests-take = Take
requests-assign = Assign
requests-reassign = Hand over
requests-note = Note
requests-duplicate = Duplicate…
requests-reply = Reply
requests-copy-number = Copy the number
requests-number-what = Number of the request
requests-taken = No. { $number }: assigned to you
requests-assigned = No. { $number }. Owner: { $name }
requests-unassigned-done = No. { $number }: no owner now
requests-noted = The note is kept
requests-owner = Owner
requests-owner-none = Unassigned
requests-owner-mine = You
requests-anonymous = The applicant isn't in the base
requests-about = Received { $at }, { $channel }
requests-branch = Branch
requests-open-client = Client's card
requests-client = Client
requests-rights = What is asked for
requests-rights-count = { $n ->
    [one] The application asks for { $n } right.
   *[other] The application asks for { $n } rights, each with its own term and reply.
}
requests-text = Text of the application
requests-term = Term
requests-term-due = Last day: { $date }
requests-term-target = Internal target: { $date }
requests-term-rule-working = { $n ->
    [one] { $n } working day after the day of receipt
   *[other] { $n } working days after the day of receipt
}
requests-term-rule-calendar = { $n ->
    [one] { $n } calendar day after the day of receipt
   *[other] { $n } calendar days after the day of receipt
}
requests-term-preliminary = The calendar isn't confirmed: the date is preliminary
requests-term-why = Why this date
requests-term-why-hide = Hide the explanation
requests-term-basis = Basis: { $basis }
requests-term-calendar = Calendar: { $edition }
requests-term-strip = The count of days to the due date
requests-term-former = Was: { $date }
requests-term-recounted = Recounted: the calendar was changed
requests-term-recounted-at = Recounted { $at }
requests-term-end = The term ends at the end of the last day, at 24:00.
requests-count-received = received
requests-count-zero = day zero
requests-count-counted = day { $n }
requests-count-counted-last = day { $n }, the last
requests-count-last = last day
requests-lacks = What is missing
requests-lacks-none = Everything needed was shown
requests-lacks-text = The term runs from the day of receipt. Ask for what is missing: the reply isn't put off by it.
requests-lacks-ask = Ask for what is missing
requests-lacks-how = How it was asked for
requests-lacks-asked = Asked for: { $at }
requests-lacks-got = Received
requests-lacks-saved = The asking is on record
requests-shown = What the applicant showed
requests-shown-document = Document
requests-shown-signature = Signature
requests-shown-authority = Authority of the representative
requests-yes = Yes
requests-no = No
requests-not-given = Not given
requests-history = History
requests-history-note = Note
requests-case-blocks = Blocks in force
requests-details = Details
requests-answer-title = Reply to request No. { $number }
requests-answer-decision = Decision
requests-answer-text = Text of the reply
requests-answer-text-hint = Goes to the applicant as written
requests-answer-reasons = Ground of the refusal
requests-answer-reasons-hint = The rule of law or policy, and what exactly stands in the way
requests-answer-complaint = Will be added to the reply
requests-answer-late = The term passed on { $date }
requests-answer-late-cause = Why the reply is late
requests-answer-late-note = Explanation
requests-answer-send = Send the reply
requests-answer-sent = No. { $number }: the reply is sent
requests-answer-late-sent = { $n ->
    [one] No. { $number }: the reply was sent { $n } working day late
   *[other] No. { $number }: the reply was sent { $n } working days late
}
requests-answer-draft = The draft is kept while the program runs
requests-answer-draft-back = Back to the draft
requests-answer-draft-drop = Drop the draft
requests-answer-given = Reply
requests-answer-by = { $name }, { $at }
requests-answer-unowned = Take the request first: T.
requests-answer-other = The request has another owner: { $name }.
requests-conflict = The request has changed while you were looking at it.
requests-conflict-show = Show it as it is now
requests-assign-title = Who is to have No. { $number }
requests-assign-to = Owner
requests-assign-nobody = Nobody: back to the unassigned
requests-assign-choose = Choose an owner
requests-assign-reason = Why
requests-note-title = Note on No. { $number }
requests-note-text = Text of the note
requests-note-hint = Seen by staff, not sent to the applicant
requests-note-save = Keep the note
requests-duplicate-title = No. { $number } repeats another request
requests-duplicate-of = Number of the first request
requests-duplicate-hint = The repeat is closed with a link to the first, which keeps the term and the reply
requests-duplicate-save = Mark as a repeat
requests-duplicate-done = No. { $number } is marked as a repeat
requests-reg-title = Registering a request
requests-reg-client = From the client: { $name }
requests-reg-no-client = The applicant isn't in the client base
requests-reg-applicant = Name of the applicant
requests-reg-contact = How to reach the applicant
requests-reg-contact-hint = Phone, e-mail or address as the applicant gave it
requests-reg-channel = How it came
requests-reg-date = Date of receipt
requests-reg-time = Time
requests-reg-time-hint = HH:MM
requests-reg-moment-hint = The term is counted from this day. It can't be changed later.
requests-reg-text = What the applicant asks for
requests-reg-text-hint = In the applicant's words if possible
requests-reg-kinds = Which rights are invoked
requests-reg-kinds-hint = Tick all: each gets its own term, owner and reply
requests-reg-kinds-missing = Tick at least one right
requests-reg-channel-missing = Choose how the request came
requests-reg-fields = Which data are disputed
requests-reg-fields-hint = The ticked fields are blocked at once on registration
requests-reg-block-warning = { $n ->
    [one] On saving, { $n } field is blocked: no change, export or use until the request is decided.
   *[other] On saving, { $n } fields are blocked: no change, export or use until the request is decided.
}
requests-reg-block-all = On saving, all data of the client are blocked until the request is decided.
requests-reg-shown = What the applicant showed
requests-reg-shown-hint = What is missing can be asked for later: the term doesn't change
requests-reg-document-number = Number of the document
requests-reg-document-date = Date of issue
requests-reg-document-issuer = Issued by
requests-reg-signature = The application is signed (or has an electronic signature)
requests-reg-representative = A representative applies
requests-reg-representative-name = Name of the representative
requests-reg-representative-authority = What proves the authority
requests-reg-representative-hint = Power of attorney: number, date, issuer
requests-reg-preview = Terms
requests-reg-preview-empty = Tick rights and a date, and the terms appear here.
requests-reg-save = Register
requests-reg-saved = Registered: No. { $number }
requests-reg-saved-title = Request No. { $number } is registered
requests-reg-open = Open the request
requests-reg-more = Register another
