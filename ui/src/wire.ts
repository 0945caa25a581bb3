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
 * A client: a person whose data are kept.
 */
export type ClientId = number;

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
 * Switches an account off: its sessions end at once and its wrap of the key is taken away.
 */
export type DisableStaff = { 
/**
 * Whose.
 */
staff: StaffId, };

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
 * Reads the settings of the installation.
 */
export type ReadSettings = Record<symbol, never>;

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
  "journal.list": { args: ListJournal; output: Array<JournalRow> };
  "journal.verify": { args: VerifyJournal; output: Verdict };
  "journal.checkpoint": { args: SignCheckpoint; output: SignedCheckpoint };
}
