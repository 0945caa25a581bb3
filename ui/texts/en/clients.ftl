# Clients: refusals
error-clients-not-found = There is no such card. The data may have been destroyed.
error-clients-conflict = The card was changed meanwhile. Open it again: your changes are not saved.
error-clients-iin-known = There is already a person with this IIN. Open that card.
error-clients-under-age = The person is under 18: the operator serves adults only.
error-clients-employee = An employee of the operator: its rules take no employees as clients.
error-clients-not-listed = These data are not on the operator's approved list: they are not kept.
error-clients-no-ground = Give the number and date of the application or document.
error-clients-document-needed = Name, IIN, birth date and document are changed only by a document that was shown.
error-clients-wrong-ground = The ground of a change is an application or a document.
error-clients-no-authority = The document that gives the authority is needed: without it another person's data are not taken.
error-clients-authority-dates = The document of authority is not valid today. Check the dates.
error-clients-nothing-changed = You have changed nothing.
error-clients-no-reason = Say why the person came to this branch.
error-clients-iin-length = Enter the IIN: 12 digits.
error-clients-iin-check = Check the IIN: its check digit does not agree.
error-clients-iin-form = This is no IIN: no person has such a number.
error-clients-iin-of-organisation = This is an organisation's BIN. Enter the person's IIN.
error-clients-date = Enter a date: day, month, year, such as 22.11.2026.
error-clients-birth-date = Check the birth date: it cannot be.
error-clients-phone = Enter a phone number, such as +7 701 123 45 67.
error-clients-phone-code = Add the area code: without it the number is not complete.
error-clients-email = Enter an e-mail address, such as name@example.kz.
error-clients-document-number = Check the document number: an identity card has 9 digits, a passport a letter and 7–8 digits.
error-clients-card = Check the card number: digits and Latin letters only.
error-clients-bank-card = Enter only the last 4 digits of the card: the whole number is not kept.
error-clients-name-letters = A name has only letters, hyphens and apostrophes.
error-clients-too-long = Too long. Shorten it.
error-clients-count = Enter a number from 0 to 255.
error-clients-choice = Choose from the list.
error-clients-needed = Fill this in.
error-clients-no-surname = Enter the surname.
error-clients-no-given = Enter the name.
error-clients-sheet-too-large = The file is larger than { $most } MB. Split it.
error-clients-sheet-empty = The file has no rows. Check that it is the right file and that the data were saved.
error-clients-sheet-picture = This is a picture and no table, whatever the file is called. Choose an .xlsx or .csv file.
error-clients-sheet-old-or-locked = The file has the old format or a password. Save it as .xlsx without a password.
error-clients-sheet-not-table = This is no table. Choose an .xlsx or .csv file.
error-clients-sheet-nul = The file is damaged: there are NUL characters in row { $row }. Open it in Excel and save it as .xlsx.
error-clients-sheet-open-quote = The file is cut short: a quotation mark opened in row { $row } is never closed. Mend it or export the file again.
error-clients-sheet-too-many-rows = The file has too many rows. Split it.
error-clients-sheet-too-many-columns = Row { $row } has more than { $most } columns. Remove those that are not needed.
error-clients-sheet-cell-too-long = A cell in row { $row } is longer than { $most } KB. Shorten it and choose the file again.
error-clients-sheet-too-dense = The file unpacks to too much: such files are not opened. Save the table again or split it.
error-clients-sheet-broken = The file is damaged. Open it in Excel and save it again.
error-clients-sheet-unreadable = The file cannot be opened. Check that it is there and not in use.
error-clients-import-not-open = The file is closed. Open it again: people already brought in will not be doubled.
error-clients-import-missing-columns = Choose the columns for IIN, surname and name: nobody can be known without them.
error-clients-import-mapping = There is no such column or row.
error-clients-import-paper = The table could not be written. Nothing is lost; try again.

# Import: what columns mean
clients-meaning-full-name = Full name
clients-meaning-surname = Surname
clients-meaning-given = Name
clients-meaning-patronymic = Patronymic
clients-meaning-former-surname = Former surname
clients-meaning-iin = IIN
clients-meaning-birth-date = Birth date
clients-meaning-birth-place = Birth place
clients-meaning-sex = Sex
clients-meaning-citizenship = Citizenship
clients-meaning-phone = Phone
clients-meaning-other-phones = Other phones
clients-meaning-email = E-mail
clients-meaning-registration-address = Registration address
clients-meaning-residence-address = Residence address
clients-meaning-document-kind = Kind of document
clients-meaning-id-card-number = Identity card number
clients-meaning-passport-number = Passport number
clients-meaning-document-number = Document number
clients-meaning-document-issuer = Issued by
clients-meaning-document-issued = Date of issue
clients-meaning-document-expires = Valid until
clients-meaning-card = Card number
clients-meaning-card-state = State of the card
clients-meaning-bank-card = Bank card
clients-meaning-marital-status = Marital status
clients-meaning-dependants = Dependants
clients-meaning-employer = Employer

# Import: why a row is not taken
clients-reason-no-iin = no IIN
clients-reason-iin-length = not 12 digits
clients-reason-iin-check = the check digit does not agree
clients-reason-iin-form = no person has such a number
clients-reason-no-surname = no surname
clients-reason-no-given = no name
clients-reason-name-letters = not only letters in the name
clients-reason-birth-date = an impossible birth date
clients-reason-date = no such date
clients-reason-phone = no phone number
clients-reason-email = no e-mail address
clients-reason-document-number = no such document number
clients-reason-card = no card number
clients-reason-choice = a value that is not understood
clients-reason-too-long = too long
clients-reason-formula = a formula, which is never run
clients-reason-lost-letters = question marks in place of letters: the file was saved without Kazakh letters
clients-reason-under-age = under 18
clients-reason-employee = employee of the operator
clients-reason-blocked = the person's data are blocked

# Import: what was repaired
clients-repair-spaces-caps = spaces around, all capitals
clients-repair-no-patronymic-word = “none” in place of a patronymic
clients-repair-iin-space = spaces in the IIN
clients-repair-iso-date = the date began with the year
clients-repair-latin-lookalikes = Latin letters in Cyrillic words
clients-repair-iin-lost-zeros = zeros lost at the start of the IIN
clients-repair-formula-text = a link in place of its text
clients-repair-two-phones = two phones in a cell
clients-repair-quoted-newline = a line break in a cell
clients-repair-excel-date = the date was kept as an Excel number

# Import: the table of rows that were not taken
clients-import-bad-sheet = Rows with errors
clients-import-bad-row = Row
clients-import-bad-reason = Reason

# Screen: search and list
clients-people = People
clients-recent = Opened lately
clients-found = Found
clients-new = New
clients-forget-query = Clear the query
clients-find = Find a person
clients-find-hint = IIN, phone or its last digits, card, document, name — in any order and any letters
clients-act-request = Request
clients-act-block = Block
clients-act-consent = Consent
clients-choose = Choose a person in the list
clients-nobody = Nobody was found
clients-nobody-hint = Try the IIN or the last digits of the phone
clients-none-yet = There are no clients yet
clients-none-yet-hint = Bring in a spreadsheet or make the first card
clients-none-recent = You have opened no cards yet
clients-none-recent-hint = People you have worked with will appear here
clients-page-before = Back
clients-page-next = Next
clients-more-than = More than { $shown }: type more
clients-iin = IIN
clients-document = document
clients-card = card
clients-formerly = (formerly { $name })
clients-name-blocked = The name is blocked
clients-blocked-some = Blocked
clients-card-blocked = Card blocked
clients-other-branch = Another branch
clients-misprint = Similar name
clients-summary = In short
clients-birth-year = Year of birth
clients-open = Open the card
clients-open-hint = The whole card opens. The look is written to the journal

# Screen: kinds of subject
clients-kind = Who is it
clients-kind-client = Client
clients-kind-contact = Person who contacted us
clients-kind-representative = Representative

# Screen: receiving from another branch
clients-receive = Receive here
clients-receive-act = Receive and open
clients-receive-about = Another branch knows this person: { $branch }. Say why you open the data: the reason is written to the journal.
clients-receive-hint = Another branch knows this person. Give a reason to open the card
clients-receive-reason = Reason
clients-receive-reason-hint = For example: came to our branch
clients-received = The person is received in your branch

# Screen: new card
clients-register = New card
clients-register-about = As in the document. What is empty can be filled later
clients-register-act = Make the card
clients-registered = Card made: { $name }
clients-cancel = Cancel
clients-more-fields = Document, card and other data
clients-not-chosen = Not chosen
clients-authority = Authority
clients-authority-whom = Who is represented
clients-authority-whom-hint = Find by IIN, phone or name
clients-authority-whom-missing = Choose who is represented
clients-authority-paper = Document of authority
clients-authority-paper-hint = Kind and number, such as power of attorney No. 12
clients-authority-issued = Issued
clients-authority-until = Valid until
clients-authority-holds = valid until { $date }
clients-authority-over = ended { $date }

# Screen: the card
clients-group-person = Person
clients-group-contacts = Contacts and addresses
clients-group-document = Document
clients-group-programme = Programme
clients-group-more = Other data
clients-age = { $count ->
    [one] { $count } year
   *[other] { $count } years
}
clients-changed = changed { $moment }
clients-created = Card made { $moment }, { $name }
clients-missing = Not given: { $list }
clients-blocked-value = Hidden by a block
clients-blocked-why = { $ground }. Since { $since }, review { $until }
clients-blocks = Blocking
clients-blocks-everything = All data
clients-blocks-since = since { $date }, { $name }
clients-blocks-review = Review { $date }
clients-requests = Requests
clients-requests-none = There have been no requests
clients-blocked-count = { $count ->
    [one] { $count } kind of data blocked
   *[other] { $count } kinds of data blocked
}
clients-doubt-birth-date = The IIN says another birth date: compare with the document
clients-doubt-sex = The IIN says another sex: compare with the document
clients-doubt-expired = The document has expired
clients-history = Former values
clients-history-count = changes: { $count }
clients-history-none = Nothing has been changed
clients-history-empty = It was empty
clients-history-until = changed { $moment }
clients-ground-application = Application
clients-ground-document = Document
clients-ground-consent = Consent on the tablet
clients-ground-import = Spreadsheet
clients-looks = Who looked at the card
clients-looks-all = All
clients-look-open = Looked at the card
clients-look-register = Made the card
clients-look-update = Changed the data
clients-look-receive = Received in another branch
clients-look-blocks = Blocking
clients-look-consents = Consent
clients-look-requests = Request
clients-look-other = Worked with the card
clients-look-refused = { $what }: refused
clients-look-house = The program

# Screen: changing data
clients-edit = Change the data
clients-edit-short = Change
clients-edit-act = Save the changes
clients-edit-done = Changed. Former values are kept in the history
clients-edit-ground = Ground
clients-edit-ground-missing = Choose the ground: an application or a document
clients-edit-by-document = Name, IIN, birth date and document are changed only by a document that was shown
clients-edit-paper = Number and date
clients-edit-paper-hint = For example: application No. 7 of 14.12.2026
clients-edit-nothing = You have changed nothing
clients-edit-changes = Will change: { $list }
clients-edit-blocked = Blocked data aren't shown here: they are changed after the block is lifted

# Data of a card
clients-datum-surname = Surname
clients-datum-given = Name
clients-datum-patronymic = Patronymic
clients-datum-former-surname = Former surname
clients-datum-sex = Sex
clients-datum-birth-date = Birth date
clients-datum-birth-place = Birth place
clients-datum-citizenship = Citizenship
clients-datum-iin = IIN
clients-datum-registration-address = Registration address
clients-datum-residence-address = Residence address
clients-datum-document-kind = Kind of document
clients-datum-document-number = Document number
clients-datum-document-issuer = Issued by
clients-datum-document-issued = Date of issue
clients-datum-document-expires = Valid until
clients-datum-phone = Phone
clients-datum-other-phones = Other phones
clients-datum-email = E-mail
clients-datum-card = Card
clients-datum-card-state = State of the card
clients-datum-bank-card = Bank card, last 4 digits
clients-datum-marital-status = Marital status
clients-datum-dependants = Dependants
clients-datum-employer = Employer
clients-datum-public-official = Politically exposed person
clients-datum-beneficial-owner = Beneficial owner

# Boxes of the tablet's form
clients-field-name = Name
clients-field-address = Address

# Values of lists
clients-value-sex-female = female
clients-value-sex-male = male
clients-value-card-state-active = active
clients-value-card-state-blocked = blocked
clients-value-marital-status-single = single
clients-value-marital-status-married = married
clients-value-marital-status-divorced = divorced
clients-value-marital-status-widowed = widowed
clients-value-public-official-no = no
clients-value-public-official-yes = yes
clients-value-beneficial-owner-no = no
clients-value-beneficial-owner-yes = yes
clients-value-document-kind-id-card = identity card
clients-value-document-kind-passport = passport of Kazakhstan
clients-value-document-kind-residence-permit = residence permit
clients-value-document-kind-foreign-passport = passport of another country
clients-value-document-kind-stateless-id = stateless person's document
clients-value-document-kind-birth-certificate = birth certificate
clients-value-document-kind-diplomatic-passport = diplomatic passport
clients-value-document-kind-service-passport = service passport
clients-value-document-kind-refugee-id = refugee's document
clients-value-document-kind-seafarer-id = seafarer's document
clients-value-document-kind-return-certificate = certificate of return

# Screen: bringing in a base
clients-import = Bring in
clients-import-title = Bring in a client base
clients-import-about = An Excel table or CSV. Nothing is kept until you confirm
clients-import-pick = Choose a file
clients-import-unread = The file was not opened: { $name }
clients-import-other = Another file
clients-import-back = To clients
clients-import-kind = Spreadsheets
clients-import-empty = Choose the file with clients
clients-import-empty-hint = Columns for IIN, surname and name are needed; the others are found by their headings. One IIN is one person: bringing a file in again doubles nobody
clients-import-form-utf8 = CSV, UTF-8, { $detail }
clients-import-form-utf16 = Unicode text, { $detail }
clients-import-form-windows1251 = CSV, Windows-1251, { $detail }. This encoding has no Kazakh letters
clients-import-form-xlsx = Excel, sheet “{ $detail }”
clients-import-separator-semicolon = semicolon
clients-import-separator-comma = comma
clients-import-separator-tab = tab
clients-import-again = This file was brought in before: { $moment }. Nobody will be doubled
clients-import-not-enough = Choose the columns for IIN, surname and name: nobody can be known without them
clients-import-rows = { $count ->
    [one] { $shown } row
   *[other] { $shown } rows
}
clients-import-examined = { $shown } of { $total } rows examined; the rest will be when they are brought in
clients-count-good = can be brought in
clients-count-bad = with errors
clients-count-held = to be looked at
clients-count-landed = new cards
clients-count-merged = cards changed
clients-count-same = were there already
clients-import-reasons = Why they are not taken
clients-import-repairs = Repaired by itself
clients-import-merging = If the person is there already
clients-import-merging-about = What to do with the card
clients-merging-keep = Keep it as it is
clients-merging-hint-keep = The card does not change
clients-merging-fill = Fill what is empty
clients-merging-hint-fill = Only what was missing is filled
clients-merging-replace = Replace
clients-merging-hint-replace = Former values stay in the history
clients-import-run = Bring in
clients-import-columns = Columns and the first rows; headings in row { $row }
clients-import-columns-none = No heading row was found. Choose its number or the columns
clients-import-head-here = The headings are in this row
clients-import-only-wrong = Only wrong ones
clients-import-column = Column { $number }
clients-import-meaning = What column “{ $heading }” holds
clients-import-skip = Leave out
clients-import-running = Bringing in
clients-import-progress = Rows
clients-import-progress-text = { $done } of { $total }
clients-import-safe = Kept by 500 rows. If you stop, what has landed stays, and the file can be brought in again
clients-import-stop = Stop
clients-import-finished = The base is in
clients-import-cancelled = Stopped
clients-import-cancelled-about = What has landed stays. To go on, choose the same file: nobody will be doubled
clients-import-save-bad = Save the rows with errors
clients-import-save-bad-count = { $count ->
    [one] Save { $shown } row with errors
   *[other] Save { $shown } rows with errors
}
clients-import-saved = Saved: { $name }
clients-import-done = Done
clients-import-earlier = Earlier ones
clients-import-when = When
clients-import-who = Who
clients-import-branch = Branch
clients-import-landed = New
clients-import-known = Known
clients-import-not-taken = Not taken
clients-import-state = State
clients-import-state-running = not finished
clients-import-state-finished = finished
clients-import-state-cancelled = stopped
clients-field-surname = Surname
clients-field-given = Given name
clients-field-patronymic = Patronymic
clients-field-former-name = Former surname
clients-field-sex = Sex
clients-field-birth-date = Date of birth
clients-field-birth-place = Place of birth
clients-field-citizenship = Citizenship
clients-field-iin = IIN
clients-field-registration-address = Registered address
clients-field-residence-address = Home address
clients-field-document = Document
clients-field-phone = Phone
clients-field-email = E-mail
clients-field-card = Loyalty card
clients-field-bank-account = Bank account
clients-field-family = Family
clients-field-employer = Employer
clients-field-exposure = Public office
clients-ground-withdrawal = Withdrawal of consent
clients-act-withdraw = Withdraw consent…
