// Written from the Rust types by `./dev types`; a test fails when it is stale.

/**
 * An invited member of staff sets a password of their own.
 */
export type AcceptInvitation = { 
/**
 * The password that the administrator gave.
 */
first_password: string, 
/**
 * One's own.
 */
password: string, };

/**
 * Adds a branch.
 */
export type AddBranch = { 
/**
 * Of which operator.
 */
operator: OperatorId, 
/**
 * Name.
 */
name: string, };

/**
 * Adds an operator (A7).
 */
export type AddOperator = { 
/**
 * What it is and asks for.
 */
operator: Profile, 
/**
 * Name of its first branch.
 */
branch: string, };

/**
 * By what document a representative acts (C3).
 */
export type Authority = { 
/**
 * Who is represented.
 */
represented: ClientId, 
/**
 * The document: what, number.
 */
paper: string, 
/**
 * Date of issue.
 */
issued: string, 
/**
 * Valid until, inclusive.
 */
until: string, 
/**
 * It is valid today.
 */
holds: boolean, };

/**
 * A branch.
 */
export type Branch = { 
/**
 * Number.
 */
id: BranchId, 
/**
 * Of which operator.
 */
operator: OperatorId, 
/**
 * Name.
 */
name: string, 
/**
 * Works no more.
 */
closed: boolean, };

/**
 * A branch of an operator.
 */
export type BranchId = number;

/**
 * Where the chain breaks, and how.
 */
export type Broken = { 
/**
 * Number of the entry.
 */
seq: number, 
/**
 * How.
 */
fault: BrokenHow, 
/**
 * When the entry says that it was written.
 */
at: Stamp | null, };

/**
 * How an entry breaks the chain.
 */
export type BrokenHow = "altered" | "missing" | "unlinked" | "checkpoint" | "cut_off";

/**
 * Stops an import: whole chunks stay, the rest of the file is let go.
 */
export type CancelImport = { 
/**
 * The import.
 */
import: ImportId, };

/**
 * A client's card.
 */
export type Card = { 
/**
 * Number.
 */
client: ClientId, 
/**
 * Surname, name, patronymic in one line; none while a block hides the name.
 */
name: string | null, 
/**
 * What the person is to the operator.
 */
kind: SubjectKind, 
/**
 * Operator.
 */
operator: OperatorId, 
/**
 * Home branch.
 */
branch: BranchId, 
/**
 * Its name.
 */
branch_name: string, 
/**
 * Every value that the operator's list names, in the list's order.
 */
data: Array<Shown>, 
/**
 * Blocked categories.
 */
blocked: Array<Field>, 
/**
 * Full years of age.
 */
age: number | null, 
/**
 * Values that look unlike one another: to be compared with the document, no error.
 */
doubts: Array<Doubt>, 
/**
 * For whom the person may act.
 */
authorities: Array<Authority>, 
/**
 * When the card was made.
 */
created: Stamp, 
/**
 * By whom.
 */
created_by: string, 
/**
 * When it was last changed.
 */
changed: Stamp, 
/**
 * For noticing that somebody else changed it meanwhile.
 */
version: number, };

/**
 * Sets another password for oneself.
 */
export type ChangePassword = { 
/**
 * The present one.
 */
present: string, 
/**
 * The next one.
 */
password: string, };

/**
 * Reads the former values of a card, newest first.
 */
export type ClientHistory = { 
/**
 * Whose.
 */
client: ClientId, 
/**
 * Of one value, or of all.
 */
datum: Datum | null, };

/**
 * A client: a person whose data are kept.
 */
export type ClientId = number;

/**
 * Reads who looked at a card and what was done with it, newest first.
 */
export type ClientLooks = { 
/**
 * Whose.
 */
client: ClientId, };

/**
 * A member of staff, as colleagues see them.
 */
export type Colleague = { 
/**
 * Number.
 */
id: StaffId, 
/**
 * Name.
 */
name: string, 
/**
 * What they are there for.
 */
role: Role, 
/**
 * In which branch.
 */
branch: BranchId, };

/**
 * A column, as it was understood.
 */
export type Column = { 
/**
 * Its place, from 0.
 */
column: number, 
/**
 * Its heading.
 */
heading: string, 
/**
 * What it means; none: it isn't brought in.
 */
meaning: Meaning | null, 
/**
 * Its first cells.
 */
examples: Array<string>, };

/**
 * What a column means, as somebody corrected it.
 */
export type ColumnMeaning = { 
/**
 * The column, from 0.
 */
column: number, 
/**
 * What it means; none: it isn't brought in.
 */
meaning: Meaning | null, };

/**
 * One value of a person's data (C2).
 */
export type Datum = "surname" | "given" | "patronymic" | "former_surname" | "sex" | "birth_date" | "birth_place" | "citizenship" | "iin" | "registration_address" | "residence_address" | "document_kind" | "document_number" | "document_issuer" | "document_issued" | "document_expires" | "phone" | "other_phones" | "email" | "card" | "card_state" | "bank_card" | "marital_status" | "dependants" | "employer" | "public_official" | "beneficial_owner";

/**
 * Switches an account off: its sessions end at once and its wrap of the key is taken away.
 */
export type DisableStaff = { 
/**
 * Whose.
 */
staff: StaffId, };

/**
 * A likely mistake, to be looked at twice (C5: since 2013 an IIN needn't agree with birth date and sex).
 */
export type Doubt = "birth_date" | "sex" | "expired";

/**
 * Switches an account on again, with a new first password.
 */
export type EnableStaff = { 
/**
 * Whose.
 */
staff: StaffId, };

/**
 * A category of data that the approved list may name (C2).
 */
export type Field = "surname" | "given" | "patronymic" | "former_name" | "sex" | "birth_date" | "birth_place" | "citizenship" | "iin" | "registration_address" | "residence_address" | "document" | "phone" | "email" | "card" | "bank_account" | "family" | "employer" | "exposure";

/**
 * One wrong field of a form, as it crosses the door.
 */
export type FieldRefusal = { 
/**
 * The field's name in the command.
 */
field: string, 
/**
 * Stable code.
 */
code: string, 
/**
 * The sentence.
 */
text: string, };

/**
 * Looks people up by whatever was typed (C1). Identifiers are masked: opening the card is another act.
 */
export type FindClients = { 
/**
 * What was typed.
 */
query: string, 
/**
 * Page, from 0.
 */
page: number, };

/**
 * What is wrong with a row, and in which column.
 */
export type Flaw = { 
/**
 * What the column means.
 */
column: Meaning, 
/**
 * What is wrong.
 */
reason: Reason, };

/**
 * A former value.
 */
export type FormerValue = { 
/**
 * Of what.
 */
datum: Datum, 
/**
 * What stood there; none where nothing did, or a block hides it.
 */
former: string | null, 
/**
 * When it was changed.
 */
at: Stamp, 
/**
 * By whom.
 */
staff_name: string, 
/**
 * On what ground.
 */
ground: Ground, 
/**
 * Number and date of the paper.
 */
paper: string, 
/**
 * A block hides it.
 */
blocked: boolean, };

/**
 * What was found.
 */
export type Found = { 
/**
 * People, best first.
 */
people: Array<FoundPerson>, 
/**
 * There are more on the next page.
 */
more: boolean, 
/**
 * Too little was typed to look for anything.
 */
too_short: boolean, 
/**
 * How the query was understood, to start a new card with: data name → value.
 */
carried: { [key in string]: string }, };

/**
 * A person in a list of results.
 */
export type FoundPerson = { 
/**
 * Number of the card.
 */
client: ClientId, 
/**
 * Surname, name, patronymic in one line; none while the name is blocked.
 */
name: string | null, 
/**
 * Former surname.
 */
former_surname: string | null, 
/**
 * Where the name shows what was typed: for highlighting, in UTF-16 units of `name`.
 */
marks: Array<Mark>, 
/**
 * The former surname is what was matched.
 */
former_matched: boolean, 
/**
 * Year of birth, to tell namesakes apart.
 */
birth_year: string | null, 
/**
 * IIN, masked.
 */
iin: string | null, 
/**
 * Main phone, masked.
 */
phone: string | null, 
/**
 * Document number, masked; shown where there is no IIN.
 */
document: string | null, 
/**
 * Card, masked.
 */
card: string | null, 
/**
 * State of the card.
 */
card_state: string | null, 
/**
 * What the person is to the operator.
 */
kind: SubjectKind, 
/**
 * Home branch.
 */
branch: BranchId, 
/**
 * Its name.
 */
branch_name: string, 
/**
 * The card can be opened at once; otherwise the person is received here first.
 */
open: boolean, 
/**
 * Blocked categories.
 */
blocked: Array<Field>, 
/**
 * By what the person was found.
 */
how: How, 
/**
 * How near.
 */
nearness: Nearness, };

/**
 * On what ground a person's data were changed (C7).
 */
export type Ground = "application" | "document" | "consent" | "import";

/**
 * How the house and the caller's session stand: the first question of every window.
 */
export type HouseState = Record<symbol, never>;

/**
 * How the house and the caller's session stand.
 */
export type HouseStateNow = { 
/**
 * First start is behind us.
 */
set_up: boolean, 
/**
 * The caller's session.
 */
session: SessionState, 
/**
 * Filled with made-up people.
 */
demo: boolean, 
/**
 * Version of the program.
 */
version: string, 
/**
 * Today in Kazakhstan.
 */
today: string, };

/**
 * By what a person was found.
 */
export type How = "name" | "iin" | "phone" | "card" | "document";

/**
 * Hands back the rows that didn't land, as they stood in the file, with the reasons in words.
 */
export type ImportBadRows = { 
/**
 * The import.
 */
import: ImportId, };

/**
 * An import of a spreadsheet.
 */
export type ImportId = number;

/**
 * An import in the list.
 */
export type ImportLine = { 
/**
 * The import.
 */
import: ImportId, 
/**
 * When its last chunk landed.
 */
at: Stamp, 
/**
 * Who brought it in.
 */
staff_name: string, 
/**
 * For which branch.
 */
branch_name: string, 
/**
 * Where it stands; one that is still running and isn't on the desk was cut off.
 */
state: ImportState, 
/**
 * What has become of its rows.
 */
tally: Tally, };

/**
 * Where an import stands.
 */
export type ImportState = "opened" | "running" | "finished" | "cancelled";

/**
 * Makes an account with a first password that its owner replaces.
 */
export type InviteStaff = { 
/**
 * Name to log in with.
 */
login: string, 
/**
 * Name as colleagues read it.
 */
name: string, 
/**
 * What they are there for.
 */
role: Role, 
/**
 * In which branch; the operator follows from it.
 */
branch: BranchId, 
/**
 * Language of their window.
 */
lang: Lang, };

/**
 * A first password, shown to the administrator once.
 */
export type Invited = { 
/**
 * The account.
 */
member: Member, 
/**
 * To be told to its owner.
 */
first_password: string, };

/**
 * What to show of the journal.
 */
export type JournalFilter = { 
/**
 * Beginning of the command's name: a room or one command.
 */
command: string, 
/**
 * One member of staff.
 */
staff: StaffId | null, 
/**
 * From this civil date.
 */
from: string | null, 
/**
 * To this civil date, inclusive.
 */
until: string | null, 
/**
 * Only what was refused.
 */
refused_only: boolean, };

/**
 * A journal entry, to be read.
 */
export type JournalRow = { 
/**
 * Number in the chain.
 */
seq: number, 
/**
 * When.
 */
at: Stamp, 
/**
 * Kind and number of the actor.
 */
actor: string, 
/**
 * Name, where it is a member of staff.
 */
staff_name: string | null, 
/**
 * From which computer.
 */
workstation: string, 
/**
 * Which command.
 */
command: string, 
/**
 * `done`, or the code of the refusal.
 */
outcome: string, 
/**
 * Kind of record.
 */
subject: string, 
/**
 * Its number.
 */
subject_id: number, 
/**
 * The client concerned.
 */
client: ClientId | null, 
/**
 * The actor's branch.
 */
branch_name: string | null, 
/**
 * Which fields.
 */
fields: Array<string>, 
/**
 * A word from a closed list.
 */
note: string, 
/**
 * Hash of the evidence that this entry seals.
 */
seal: string, };

/**
 * What the caller can do about a refusal.
 */
export type Kind = "invalid" | "not_found" | "conflict" | "forbidden" | "blocked" | "refused" | "locked" | "busy" | "internal";

/**
 * A language of the interface, of letters and of texts (A8).
 */
export type Lang = "kk" | "ru" | "en";

/**
 * Lists branches: the own operator's, or all for who keeps the house.
 */
export type ListBranches = Record<symbol, never>;

/**
 * Lists the operator's staff at work: to hand a case over.
 */
export type ListColleagues = Record<symbol, never>;

/**
 * Lists imports from which something landed, newest first.
 */
export type ListImports = Record<symbol, never>;

/**
 * Lists the journal, newest first.
 */
export type ListJournal = { 
/**
 * What to show.
 */
filter: JournalFilter, 
/**
 * Entries before this number; from the newest where there is none.
 */
before: number | null, };

/**
 * Lists the operators of the installation; the administrator's view.
 */
export type ListOperators = Record<symbol, never>;

/**
 * Lists every account.
 */
export type ListStaff = Record<symbol, never>;

/**
 * Locks one's session.
 */
export type Lock = Record<symbol, never>;

/**
 * Logs in: unwraps the vault's key with the password.
 */
export type LogIn = { 
/**
 * Log-in name.
 */
login: string, 
/**
 * Password.
 */
password: string, };

/**
 * Ends one's session; after the last one the vault is shut.
 */
export type LogOut = Record<symbol, never>;

/**
 * A session has begun.
 */
export type LoggedIn = { 
/**
 * Names the session; the shell keeps it from the window.
 */
token: Token, 
/**
 * Who logged in.
 */
member: Member, 
/**
 * Must set a password of their own first.
 */
invited: boolean, };

/**
 * Corrects the heading row or what columns mean, and shows the preview anew.
 */
export type MapImport = { 
/**
 * The import.
 */
import: ImportId, 
/**
 * Number of the heading row, as the spreadsheet program shows it; the columns are guessed from it anew.
 */
heading_row: number | null, 
/**
 * Columns whose meaning changes.
 */
columns: Array<ColumnMeaning>, };

/**
 * A marked stretch of a text, in UTF-16 units.
 */
export type Mark = { 
/**
 * Where it begins.
 */
start: number, 
/**
 * How long it is.
 */
length: number, };

/**
 * Who am I, and what may I do?
 */
export type Me = Record<symbol, never>;

/**
 * Who is logged in, and what they may do.
 */
export type MeNow = { 
/**
 * The account.
 */
member: Member, 
/**
 * Name of the branch.
 */
branch_name: string, 
/**
 * Name of the operator, in the language of the window.
 */
operator_name: string, 
/**
 * The rights that the role has at all: the window greys out the rest and says why.
 */
rights: Array<Right>, 
/**
 * Minutes until the window locks itself.
 */
idle_minutes: number, };

/**
 * What a column of a spreadsheet means: one of our values, or something that is taken apart into several.
 */
export type Meaning = "full_name" | "surname" | "given" | "patronymic" | "former_surname" | "iin" | "birth_date" | "birth_place" | "sex" | "citizenship" | "phone" | "other_phones" | "email" | "registration_address" | "residence_address" | "document_kind" | "id_card_number" | "passport_number" | "document_number" | "document_issuer" | "document_issued" | "document_expires" | "card" | "card_state" | "bank_card" | "marital_status" | "dependants" | "employer";

/**
 * A member of staff.
 */
export type Member = { 
/**
 * Number.
 */
id: StaffId, 
/**
 * Name to log in with: small letters, digits, dots.
 */
login: string, 
/**
 * Name as colleagues read it.
 */
name: string, 
/**
 * What they are there for.
 */
role: Role, 
/**
 * How the account stands.
 */
state: StaffState, 
/**
 * For which operator.
 */
operator: OperatorId, 
/**
 * In which branch.
 */
branch: BranchId, 
/**
 * Language of their window.
 */
lang: Lang, 
/**
 * For noticing that somebody else changed it meanwhile.
 */
version: number, };

/**
 * What to do with a person who is there already.
 */
export type Merging = "keep" | "fill" | "replace";

/**
 * How near what was typed is to what is stored.
 */
export type Nearness = "exact" | "close" | "loose" | "root" | "misprint";

/**
 * The document that gives a representative the authority.
 */
export type NewAuthority = { 
/**
 * Who is represented.
 */
represented: ClientId, 
/**
 * The document: what, number.
 */
paper: string, 
/**
 * Date of issue, `2026-11-22`.
 */
issued: string, 
/**
 * Valid until, inclusive.
 */
until: string, };

/**
 * Something changed: windows that show it read again.
 */
export type News = { 
/**
 * Kind of record.
 */
topic: string, 
/**
 * Its number, 0 for many.
 */
id: number, };

/**
 * Opens a client's card. Every look is on record (A1).
 */
export type OpenClient = { 
/**
 * Whose.
 */
client: ClientId, };

/**
 * Reads a spreadsheet and shows how it was understood. Nothing lands yet.
 */
export type OpenImport = { 
/**
 * The file, on the computer where the core runs.
 */
path: string | null, 
/**
 * Or its bytes, base64.
 */
bytes: string | null, 
/**
 * Its name, where bytes were sent.
 */
name: string | null, 
/**
 * The branch whose clients these are; the asker's own where none is named.
 */
branch: BranchId | null, };

/**
 * An operator.
 */
export type Operator = { 
/**
 * Number.
 */
id: OperatorId, 
/**
 * What it is and asks for.
 */
profile: Profile, 
/**
 * For noticing that somebody else changed it meanwhile.
 */
version: number, };

/**
 * An operator: a company that keeps its promises with Kelisim.
 */
export type OperatorId = number;

/**
 * A file before anything of it lands.
 */
export type Preview = { 
/**
 * The import.
 */
import: ImportId, 
/**
 * Name of the file.
 */
name: string, 
/**
 * `utf8`, `utf16`, `windows1251` or `xlsx`.
 */
form: string, 
/**
 * `semicolon`, `comma`, `tab`, or the name of the sheet.
 */
detail: string, 
/**
 * Number of the heading row; none: no headings were found.
 */
heading_row: number | null, 
/**
 * Columns.
 */
columns: Array<Column>, 
/**
 * The columns are enough to know a person by.
 */
enough: boolean, 
/**
 * Rows under the heading.
 */
rows: number, 
/**
 * Rows examined for the figures below.
 */
examined: number, 
/**
 * What would become of them: wrong rows and repairs; who is there already is known only when they land.
 */
tally: Tally, 
/**
 * The first rows, and the first wrong ones.
 */
shown: Array<PreviewRow>, 
/**
 * The same file was brought in before.
 */
earlier: Stamp | null, };

/**
 * A row of the preview.
 */
export type PreviewRow = { 
/**
 * Number, as the spreadsheet program shows it.
 */
row: number, 
/**
 * Its cells, as they stand in the file.
 */
cells: Array<string>, 
/**
 * What is wrong.
 */
flaws: Array<Flaw>, 
/**
 * What will be repaired.
 */
repairs: Array<Repair>, };

/**
 * What an operator is and asks for.
 */
export type Profile = { 
/**
 * Name in Russian, as registered.
 */
name_ru: string, 
/**
 * Name in Kazakh, as registered.
 */
name_kk: string, 
/**
 * Business identification number.
 */
bin: string, 
/**
 * Where people write to.
 */
address: string, 
/**
 * Where people call.
 */
phone: string, 
/**
 * Where people send letters.
 */
email: string, 
/**
 * Only people of 18 and older (C5).
 */
adults_only: boolean, 
/**
 * The approved list of data categories (C2): no others are kept.
 */
categories: Array<Field>, };

/**
 * How far an import has come.
 */
export type Progress = { 
/**
 * The import.
 */
import: ImportId, 
/**
 * Where it stands.
 */
state: ImportState, 
/**
 * Rows behind it.
 */
done: number, 
/**
 * Rows in all.
 */
total: number, 
/**
 * What has become of them.
 */
tally: Tally, };

/**
 * Reads the settings of the installation.
 */
export type ReadSettings = Record<symbol, never>;

/**
 * Why a row doesn't land.
 */
export type Reason = "no_iin" | "iin_length" | "iin_check" | "iin_form" | "no_surname" | "no_given" | "name_letters" | "birth_date" | "date" | "phone" | "email" | "document_number" | "card" | "choice" | "too_long" | "formula" | "lost_letters" | "under_age" | "blocked";

/**
 * Serves here a person whom another branch knows: the branch is added to the card, with the reason.
 */
export type ReceiveClient = { 
/**
 * Whom.
 */
client: ClientId, 
/**
 * Why the person is here.
 */
reason: string, };

/**
 * The empty search.
 */
export type Recent = { 
/**
 * People whose cards the asker opened lately, the latest first.
 */
people: Array<FoundPerson>, 
/**
 * People the operator has, counted up to ten thousand.
 */
count: number, 
/**
 * There are more than were counted.
 */
more: boolean, };

/**
 * What to show before anything is typed.
 */
export type RecentClients = Record<symbol, never>;

/**
 * Every administrator is lost, or the file was put back to an older state: the recovery key opens the vault and sets a
 * new password for an administrator.
 */
export type Recover = { 
/**
 * From the paper that was printed at first start.
 */
recovery_key: string, 
/**
 * Log-in name of an administrator.
 */
login: string, 
/**
 * The new password.
 */
password: string, 
/**
 * It is known that the file is older than what was seen of it, and accepted: what came after is lost.
 */
accept_older: boolean, };

/**
 * A refusal as it crosses the door: what happened, in the caller's language, and what it is about.
 */
export type Refusal = { 
/**
 * What the caller can do about it.
 */
kind: Kind, 
/**
 * Stable code.
 */
code: string, 
/**
 * The sentence.
 */
text: string, 
/**
 * Leads to the log, where the fault is ours.
 */
id: string | null, 
/**
 * The wrong field, where it is one.
 */
field: string | null, 
/**
 * The wrong fields of a form.
 */
fields: Array<FieldRefusal>, };

/**
 * Enters a person in the actor's branch.
 */
export type RegisterClient = { 
/**
 * What the person is to the operator.
 */
kind: SubjectKind, 
/**
 * What was typed, by box.
 */
values: { [key in Datum]?: string }, 
/**
 * A representative's document.
 */
authority: NewAuthority | null, };

/**
 * What was repaired in a row, because it was certain.
 */
export type Repair = "spaces_caps" | "no_patronymic_word" | "iin_space" | "iso_date" | "latin_lookalikes" | "iin_lost_zeros" | "formula_text" | "two_phones" | "quoted_newline" | "excel_date";

/**
 * Gives a new first password: the old one stops, and so do the sessions.
 */
export type ResetPassword = { 
/**
 * Whose.
 */
staff: StaffId, };

/**
 * A permission that a command needs.
 */
export type Right = "anyone" | "own_session" | "read_house" | "manage_staff" | "manage_house" | "manage_texts" | "find_clients" | "open_client" | "receive_client" | "edit_client" | "import_clients" | "take_consent" | "read_consents" | "block" | "unblock" | "register_request" | "work_requests" | "assign_requests" | "oversee_requests" | "read_journal" | "tablet_step" | "machine";

/**
 * What a member of staff is there for (A1).
 */
export type Role = "consultant" | "agent" | "manager" | "administrator";

/**
 * A file to be saved.
 */
export type SavedFile = { 
/**
 * Suggested name.
 */
name: string, 
/**
 * Bytes, base64.
 */
bytes: string, };

/**
 * How a session stands.
 */
export type SessionState = "none" | "live" | "locked" | "expired";

/**
 * Reads in another language from now on; kept with the account.
 */
export type SetLanguage = { 
/**
 * Which.
 */
lang: Lang, };

/**
 * First start: the operator, the first branch, the administrator, and the recovery key.
 */
export type SetUp = { 
/**
 * Language of the administrator's window.
 */
lang: Lang, 
/**
 * Who the operator is.
 */
operator: Profile, 
/**
 * Name of the first branch.
 */
branch: string, 
/**
 * The administrator's name.
 */
name: string, 
/**
 * The administrator's log-in name.
 */
login: string, 
/**
 * The administrator's password.
 */
password: string, 
/**
 * Made-up people are to be shown here; real ones never.
 */
demo: boolean, };

/**
 * First start is done.
 */
export type SetUpDone = { 
/**
 * Shown once: it opens the vault when every administrator is lost.
 */
recovery_key: string, 
/**
 * The administrator is logged in.
 */
session: LoggedIn, };

/**
 * Settings of the installation.
 */
export type Settings = { 
/**
 * Minutes without a touch until a window locks itself.
 */
idle_minutes: number, };

/**
 * One value on a card.
 */
export type Shown = { 
/**
 * Which.
 */
datum: Datum, 
/**
 * The category it belongs to.
 */
field: Field, 
/**
 * The canonical value, for a form; none where nothing is known or a block hides it.
 */
value: string | null, 
/**
 * As people read it.
 */
shown: string | null, 
/**
 * A block hides it.
 */
blocked: boolean, 
/**
 * How many former values are remembered.
 */
former: number, 
/**
 * When it was last changed.
 */
changed: Stamp | null, };

/**
 * Signs the head of the chain, to be kept outside the house.
 */
export type SignCheckpoint = Record<symbol, never>;

/**
 * A signed head of the chain, as text to be saved, sent or printed.
 */
export type SignedCheckpoint = { 
/**
 * Number of the last entry that it covers.
 */
seq: number, 
/**
 * The note with its signature and the public key.
 */
text: string, 
/**
 * A name for the file.
 */
file_name: string, };

/**
 * A member of staff.
 */
export type StaffId = number;

/**
 * How an account stands.
 */
export type StaffState = "active" | "invited" | "disabled";

/**
 * A moment as people read it: civil date and time in Kazakhstan. The UI shows it and never converts a zone.
 */
export type Stamp = { 
/**
 * `2026-12-14`
 */
date: string, 
/**
 * `09:05`
 */
time: string, };

/**
 * Brings in the next five hundred rows: all of them or, should anything fail, none.
 */
export type StepImport = { 
/**
 * The import.
 */
import: ImportId, 
/**
 * What to do with people who are there already.
 */
merging: Merging, };

/**
 * What a person is to the operator (C3).
 */
export type SubjectKind = "client" | "contact" | "representative";

/**
 * What has become of the rows so far.
 */
export type Tally = { 
/**
 * Rows of people read.
 */
rows: number, 
/**
 * New cards.
 */
landed: number, 
/**
 * People who were there already and whose card changed.
 */
merged: number, 
/**
 * People who were there already and whose card stayed as it is.
 */
same: number, 
/**
 * Rows that are wrong.
 */
bad: number, 
/**
 * Rows that somebody has to look at.
 */
held: number, 
/**
 * Why rows didn't land: reason → rows, each row by its first reason.
 */
reasons: { [key in string]: number }, 
/**
 * What was repaired: kind → rows.
 */
repaired: { [key in string]: number }, };

/**
 * The secret that names a session: 128 random bits.
 */
export type Token = string;

/**
 * Opens a locked session with the password; everything half-typed is still there.
 */
export type Unlock = { 
/**
 * Password.
 */
password: string, };

/**
 * Renames a branch, closes it, opens it again.
 */
export type UpdateBranch = { 
/**
 * Which.
 */
id: BranchId, 
/**
 * Name.
 */
name: string, 
/**
 * Works no more.
 */
closed: boolean, };

/**
 * Changes a person's data on the ground of an application or a document (C7).
 */
export type UpdateClient = { 
/**
 * Whose.
 */
client: ClientId, 
/**
 * Version of the card that was read.
 */
version: number, 
/**
 * On what ground.
 */
ground: Ground, 
/**
 * Number and date of the application or document.
 */
paper: string, 
/**
 * New values by box; an empty one clears.
 */
changes: { [key in Datum]?: string }, };

/**
 * Changes an operator's profile.
 */
export type UpdateOperator = { 
/**
 * Which.
 */
id: OperatorId, 
/**
 * Version that was read.
 */
version: number, 
/**
 * What it is and asks for.
 */
operator: Profile, };

/**
 * Changes the settings of the installation.
 */
export type UpdateSettings = { 
/**
 * The new ones.
 */
settings: Settings, };

/**
 * Changes an account: name, role, branch.
 */
export type UpdateStaff = { 
/**
 * Whose.
 */
staff: StaffId, 
/**
 * Version that was read.
 */
version: number, 
/**
 * Name.
 */
name: string, 
/**
 * What they are there for.
 */
role: Role, 
/**
 * In which branch.
 */
branch: BranchId, };

/**
 * What a walk over the chain found.
 */
export type Verdict = { 
/**
 * Every entry holds.
 */
whole: boolean, 
/**
 * Entries walked.
 */
entries: number, 
/**
 * The first entry that doesn't hold.
 */
first_broken: Broken | null, 
/**
 * Hash of the last entry: what a checkpoint or a daily sheet shows.
 */
head: string, 
/**
 * Checkpoints whose signature and place in the chain were checked.
 */
checkpoints: number, 
/**
 * Where the clock was set back between two entries: not a break, but said.
 */
clock_set_back: Array<number>, };

/**
 * Walks the chain and names the first entry that doesn't hold.
 */
export type VerifyJournal = Record<symbol, never>;

/** Every command, with what it takes and what it gives. */
export interface Commands {
  "staff.house_state": { args: HouseState; output: HouseStateNow };
  "staff.set_up": { args: SetUp; output: SetUpDone };
  "staff.log_in": { args: LogIn; output: LoggedIn };
  "staff.accept_invitation": { args: AcceptInvitation; output: Member };
  "staff.recover": { args: Recover; output: LoggedIn };
  "staff.unlock": { args: Unlock; output: null };
  "staff.lock": { args: Lock; output: null };
  "staff.log_out": { args: LogOut; output: null };
  "staff.set_language": { args: SetLanguage; output: null };
  "staff.change_password": { args: ChangePassword; output: null };
  "staff.me": { args: Me; output: MeNow };
  "staff.list": { args: ListStaff; output: Array<Member> };
  "staff.colleagues": { args: ListColleagues; output: Array<Colleague> };
  "staff.invite": { args: InviteStaff; output: Invited };
  "staff.update": { args: UpdateStaff; output: Member };
  "staff.reset_password": { args: ResetPassword; output: Invited };
  "staff.disable": { args: DisableStaff; output: Member };
  "staff.enable": { args: EnableStaff; output: Invited };
  "operators.list": { args: ListOperators; output: Array<Operator> };
  "operators.add": { args: AddOperator; output: Operator };
  "operators.update": { args: UpdateOperator; output: Operator };
  "operators.branches": { args: ListBranches; output: Array<Branch> };
  "operators.add_branch": { args: AddBranch; output: Branch };
  "operators.update_branch": { args: UpdateBranch; output: Branch };
  "operators.settings": { args: ReadSettings; output: Settings };
  "operators.update_settings": { args: UpdateSettings; output: Settings };
  "clients.find": { args: FindClients; output: Found };
  "clients.recent": { args: RecentClients; output: Recent };
  "clients.open": { args: OpenClient; output: Card };
  "clients.receive": { args: ReceiveClient; output: Card };
  "clients.register": { args: RegisterClient; output: Card };
  "clients.update": { args: UpdateClient; output: Card };
  "clients.history": { args: ClientHistory; output: Array<FormerValue> };
  "clients.looks": { args: ClientLooks; output: Array<JournalRow> };
  "clients.import_open": { args: OpenImport; output: Preview };
  "clients.import_map": { args: MapImport; output: Preview };
  "clients.import_step": { args: StepImport; output: Progress };
  "clients.import_cancel": { args: CancelImport; output: Progress };
  "clients.import_bad_rows": { args: ImportBadRows; output: SavedFile };
  "clients.imports": { args: ListImports; output: Array<ImportLine> };
  "journal.list": { args: ListJournal; output: Array<JournalRow> };
  "journal.verify": { args: VerifyJournal; output: Verdict };
  "journal.checkpoint": { args: SignCheckpoint; output: SignedCheckpoint };
}
