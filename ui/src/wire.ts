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
 * Who acts for the person, as the tablet shows it.
 */
export type Acting = { 
/**
 * Name.
 */
name: string, 
/**
 * The document of authority.
 */
paper: string, 
/**
 * Their phone, to which the code goes.
 */
phone: string, };

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
 * A list that was made.
 */
export type AdvertisingList = { 
/**
 * The workbook.
 */
file: SavedFile, 
/**
 * What it holds.
 */
preview: AdvertisingPreview, };

/**
 * What a list would hold.
 */
export type AdvertisingPreview = { 
/**
 * By which channel.
 */
channel: ContactChannel, 
/**
 * How many are on the list.
 */
people: number, 
/**
 * How many are not, by reason.
 */
out: Array<ReasonCount>, 
/**
 * Advertising may leave now; otherwise from when.
 */
from: Stamp | null, 
/**
 * The lists that were made, the newest first.
 */
made: Array<MadeList>, };

/**
 * A right of the same person and kind.
 */
export type AlikeRight = { 
/**
 * Which.
 */
right: RightId, 
/**
 * Of which application.
 */
request: RequestId, 
/**
 * Its number.
 */
number: string, 
/**
 * How it stands.
 */
state: RightState, };

/**
 * Allows a branch more codes, today alone.
 */
export type AllowCodes = { 
/**
 * Which branch; left out, one's own.
 */
branch: BranchId | null, 
/**
 * How many more.
 */
more: number, };

/**
 * Answers a right: decides it, or submits the answer to a second person where one is needed.
 */
export type AnswerRight = { 
/**
 * Which.
 */
right: RightId, 
/**
 * Version that was read.
 */
version: number, 
/**
 * How it is decided.
 */
decision: Decision, 
/**
 * Why, where it is refused.
 */
ground: RefusalGround | null, 
/**
 * The obligation for which a withdrawal is refused.
 */
obligation?: Obligation, 
/**
 * The answer, in the language of the reply. A refusal gets the notice of the right to complain added.
 */
text: string, };

/**
 * Who applies, where they are no client yet.
 */
export type Applicant = { 
/**
 * Their name.
 */
name: string, 
/**
 * How to reach them.
 */
contact: string, };

/**
 * Writes down a client's application to take part.
 */
export type ApplyForProgramme = { 
/**
 * Who.
 */
client: ClientId, 
/**
 * In which programme.
 */
programme: ProgrammeId, };

/**
 * Approves an answer, as the second person.
 */
export type ApproveAnswer = { 
/**
 * Of which right.
 */
right: RightId, 
/**
 * Version that was read.
 */
version: number, };

/**
 * Asks the applicant for what lacks (R3): gives the words, and notes that they were asked.
 */
export type AskMissing = { 
/**
 * Of which application.
 */
request: RequestId, };

/**
 * What to tell the applicant.
 */
export type AskedFor = { 
/**
 * What lacks.
 */
lacks: Array<Lack>, 
/**
 * The words, in the language of the reply.
 */
text: string, };

/**
 * A right that an application asks for.
 */
export type AskedRight = { 
/**
 * What is asked for.
 */
kind: RightKind, 
/**
 * The disputed fields: a rectification names at least one, a complaint may.
 */
fields: Array<Field>, 
/**
 * What is withdrawn, where a consent is; everything where nothing is said.
 */
withdrawal?: AskedWithdrawal, };

/**
 * What an application for withdrawal says beside its words.
 */
export type AskedWithdrawal = { 
/**
 * What is withdrawn.
 */
scope: WithdrawScope, 
/**
 * From which day, where the person names one that is later than the notice.
 */
wished: string | null, };

/**
 * Attaches the scan of the signed form: until the visit is saved, or once after it.
 */
export type AttachPaper = { 
/**
 * To which visit.
 */
visit: VisitId, 
/**
 * The file, as a dialog gave it.
 */
path: string, };

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
 * On what an authority rests.
 */
export type AuthorityKind = "attorney" | "law";

/**
 * Asks which deliveries aren't known yet: of the gateway that is chosen now.
 */
export type AwaitDeliveries = Record<symbol, never>;

/**
 * A message whose delivery isn't known.
 */
export type Awaited = { 
/**
 * Which.
 */
id: MessageId, 
/**
 * Its own identity.
 */
identity: string, 
/**
 * The gateway's number for it.
 */
gateway_id: string | null, 
/**
 * What else the gateway calls it by.
 */
reference: string | null, 
/**
 * To whom, where the gateway wants to hear it again.
 */
to: string, };

/**
 * Begins a draft: from an empty sheet, or from a published version.
 */
export type BeginDraft = { 
/**
 * The version to begin from.
 */
from: TextId | null, };

/**
 * Sends an application that withdraws consents to a tablet, where the client reads and signs it.
 */
export type BeginSigning = { 
/**
 * Whose consents.
 */
client: ClientId, 
/**
 * What of them.
 */
scope: WithdrawScope, 
/**
 * From which day, where the person names one that is later than the notice.
 */
wished: string | null, 
/**
 * In which language it is shown first; that of the reply is the one in which it is signed.
 */
lang: Lang, 
/**
 * Who signs for the person.
 */
representative: Representative | null, 
/**
 * On which tablet; none: in the second window of this workstation, turned to the client.
 */
tablet: TabletId | null, };

/**
 * The languages of a text, side by side.
 */
export type Beside = { 
/**
 * The text, whole.
 */
form: Draft, 
/**
 * Paragraph beside paragraph.
 */
rows: Array<BesideRow>, 
/**
 * Paragraphs of each language that it is written in, Kazakh first.
 */
counts: Array<number>, };

/**
 * The same paragraph in the languages of a text.
 */
export type BesideRow = { 
/**
 * Its number, from 1.
 */
n: number, 
/**
 * Its words; empty in a language that has fewer paragraphs.
 */
words: TextPair, 
/**
 * A heading in one language, none in another.
 */
shape: boolean, 
/**
 * Other numbers in one language than in another.
 */
numbers: boolean, };

/**
 * How a block ended, as it is shown.
 */
export type BlockEnded = { 
/**
 * When.
 */
at: Stamp, 
/**
 * Who lifted it.
 */
by: string, 
/**
 * With what outcome.
 */
outcome: BlockOutcome, 
/**
 * In words; may be empty.
 */
note: string, };

/**
 * Why data are blocked: the closed list (D1).
 */
export type BlockGround = "accuracy_disputed" | "rights_application" | "withdrawal" | "unlawful" | "compromise" | "authority_order" | "other";

/**
 * A block.
 */
export type BlockId = number;

/**
 * A line of the list of blocks.
 */
export type BlockLine = { 
/**
 * The block.
 */
block: BlockShown, 
/**
 * Whose data: the name.
 */
client_name: string, };

/**
 * A page of blocks.
 */
export type BlockList = { 
/**
 * The lines.
 */
blocks: Array<BlockLine>, 
/**
 * How many are in force.
 */
in_force: number, 
/**
 * How many of them are past review.
 */
past_review: number, 
/**
 * There is another page.
 */
more: boolean, };

/**
 * How a block ended (D3).
 */
export type BlockOutcome = "confirmed" | "corrected" | "unfounded" | "destroyed" | "access_restored";

/**
 * What a block covers.
 */
export type BlockScope = { "what": "everything" } | { "what": "fields", 
/**
 * Which; at least one.
 */
fields: Array<Field>, };

/**
 * A block, as it is shown.
 */
export type BlockShown = { 
/**
 * Number.
 */
id: BlockId, 
/**
 * Whose data.
 */
client: ClientId, 
/**
 * Why.
 */
ground: BlockGround, 
/**
 * Why, in words; may be empty.
 */
ground_text: string, 
/**
 * How it is done in practice; may be empty.
 */
method: string, 
/**
 * What it covers.
 */
scope: BlockScope, 
/**
 * The right from which it came.
 */
right: RightId | null, 
/**
 * The application in which that right was asked for.
 */
request: RequestId | null, 
/**
 * Who set it.
 */
set_by: string, 
/**
 * When.
 */
set_at: Stamp, 
/**
 * When it is to be looked at again.
 */
review_on: string, 
/**
 * That date has passed.
 */
past_review: boolean, 
/**
 * How it ended; nothing while it is in force.
 */
ended: BlockEnded | null, 
/**
 * For noticing that somebody else changed it meanwhile.
 */
version: number, };

/**
 * Which blocks a list shows.
 */
export type BlockView = "in_force" | "past_review";

/**
 * The blocks of a client, those in force first.
 */
export type BlocksOfClient = { 
/**
 * Whose.
 */
client: ClientId, };

/**
 * What a manager sees in the morning.
 */
export type Board = { 
/**
 * When it was read.
 */
as_of: Stamp, 
/**
 * How many open rights there are, by view.
 */
counts: QueueCounts, 
/**
 * Blocks in force.
 */
blocks: number, 
/**
 * Of them past their review date.
 */
blocks_past_review: number, 
/**
 * Years up to the last due date whose calendar isn't confirmed.
 */
unconfirmed_years: Array<number>, 
/**
 * Late: who has it, since when, how late, why. The latest first.
 */
late: Array<QueueLine>, 
/**
 * At risk: due today or on the next working day.
 */
at_risk: Array<QueueLine>, 
/**
 * Branch by branch.
 */
branches: Array<BranchLine>, 
/**
 * From which day on answers are counted.
 */
since: string, 
/**
 * More are late or at risk than the lists show.
 */
more: boolean, };

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
 * A branch and how many of its clients are on which version.
 */
export type BranchCount = { 
/**
 * Which.
 */
branch: BranchId, 
/**
 * Its name.
 */
name: string, 
/**
 * On the newest version.
 */
current: number, 
/**
 * On an older one.
 */
older: number, 
/**
 * Of these: to be asked for a new consent.
 */
again: number, };

/**
 * A branch of an operator.
 */
export type BranchId = number;

/**
 * How a branch does.
 */
export type BranchLine = { 
/**
 * Which.
 */
branch: BranchId, 
/**
 * Its name.
 */
name: string, 
/**
 * Open rights.
 */
open: number, 
/**
 * Of them late.
 */
overdue: number, 
/**
 * Of them nobody's.
 */
unassigned: number, 
/**
 * Answered since the day on which the period begins.
 */
answered: number, 
/**
 * Of them in time.
 */
in_time: number, 
/**
 * Share answered in time, in whole percent; nothing where nothing was answered.
 */
share: number | null, };

/**
 * Brings in the organisation's own certificate: read here, checked against its key, kept in the vault.
 */
export type BringCertificate = { 
/**
 * The file with the certificate and those above it, PEM.
 */
certificate: string, 
/**
 * The file with its key, PEM; the same file may hold both.
 */
key: string, };

/**
 * Reads the words of a document. Nothing of it is kept: the one who brought it puts the words into a draft.
 */
export type BringDocument = { 
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
name: string | null, };

/**
 * Brings what the days of withdrawals bring (S8). The house asks for it when it starts and from then on.
 */
export type BringWithdrawals = Record<symbol, never>;

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
 * The words of a document.
 */
export type Brought = { 
/**
 * Name of the file.
 */
name: string, 
/**
 * What kind of file it was.
 */
form: DocumentForm, 
/**
 * Its words: paragraphs parted by an empty line, headings begin with `# `.
 */
text: string, 
/**
 * How many paragraphs.
 */
paragraphs: number, 
/**
 * What isn't among the words.
 */
lost: Array<DocumentLost>, };

/**
 * What a change of a date has moved.
 */
export type CalendarChanged = { 
/**
 * The date as it is now.
 */
day: CalendarDay, 
/**
 * The new edition.
 */
edition: string, 
/**
 * Open rights whose last day has moved.
 */
moved: Array<MovedRight>, 
/**
 * How many of them are due earlier than was told.
 */
earlier: number, };

/**
 * A date of the calendar.
 */
export type CalendarDay = { 
/**
 * `2026-12-16`
 */
date: string, 
/**
 * 1 is Monday, 7 Sunday.
 */
weekday: number, 
/**
 * Does it count?
 */
kind: DayKind, 
/**
 * Why.
 */
reason: DayReason, 
/**
 * Which holiday, where it is one or stands for one.
 */
holiday: HolidayName | null, 
/**
 * The date of the holiday for which it is given.
 */
substitute_of: string | null, 
/**
 * By what authority.
 */
by: DaySource, 
/**
 * The document that an administrator named.
 */
source: string | null, 
/**
 * False where it may still change.
 */
confirmed: boolean, };

/**
 * What an administrator entered, as a line of the calendar's history.
 */
export type CalendarEntry = { 
/**
 * `2026-12-19`
 */
date: string, 
/**
 * 1 is Monday, 7 Sunday.
 */
weekday: number, 
/**
 * What it became.
 */
kind: DayKind, 
/**
 * By which document.
 */
source: string, 
/**
 * Who entered it.
 */
by: string, 
/**
 * When.
 */
at: Stamp, };

/**
 * What a change of a date would move.
 */
export type CalendarPreview = { 
/**
 * The date as it is now.
 */
now: CalendarDay, 
/**
 * The edition for which this holds: to be handed back on confirming.
 */
edition: string, 
/**
 * Open rights whose last day would move.
 */
moved: Array<MovedRight>, 
/**
 * How many of them would be due earlier than was told: the warning.
 */
earlier: number, };

/**
 * A year of the calendar, every day of it.
 */
export type CalendarYear = { 
/**
 * The year.
 */
year: number, 
/**
 * Nothing in it is expected to change any more.
 */
confirmed: boolean, 
/**
 * Working days in it.
 */
work_days: number, 
/**
 * Names the contents of the whole calendar: a preview holds for one edition.
 */
edition: string, 
/**
 * 1 January first.
 */
days: Array<CalendarDay>, };

/**
 * A year in the list of years.
 */
export type CalendarYearLine = { 
/**
 * The year.
 */
year: number, 
/**
 * Nothing in it is expected to change any more.
 */
confirmed: boolean, 
/**
 * Working days in it.
 */
work_days: number, 
/**
 * Dates in it that were entered here.
 */
entered: number, };

/**
 * The years and everything that was entered.
 */
export type CalendarYears = { 
/**
 * From two years back to two years ahead.
 */
years: Array<CalendarYearLine>, 
/**
 * The administrator's entries, the newest first.
 */
entries: Array<CalendarEntry>, };

/**
 * Stops an import: whole chunks stay, the rest of the file is let go.
 */
export type CancelImport = { 
/**
 * The import.
 */
import: ImportId, };

/**
 * Ends a signing without a withdrawal. Nothing is registered; that it ended stays on record.
 */
export type CancelSigning = { 
/**
 * Which.
 */
signing: SigningId, };

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
 * What became of a paragraph or a word.
 */
export type Change = "same" | "changed" | "added" | "removed";

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
 * How an application arrived (R1).
 */
export type Channel = "visit" | "letter" | "email" | "phone" | "chat" | "social" | "app";

/**
 * A channel, and what it may be used for now.
 */
export type ChannelShown = { 
/**
 * Which.
 */
channel: ContactChannel, 
/**
 * For advertising.
 */
advertising: ContactVerdict, 
/**
 * For what the person has with the operator.
 */
service: ContactVerdict, 
/**
 * What the person wished of it, the newest first.
 */
wishes: Array<WishShown>, };

/**
 * Compares what a caller says with the code word. Both outcomes are on record.
 */
export type CheckCodeWord = { 
/**
 * Whose.
 */
client: ClientId, 
/**
 * What the caller says.
 */
word: Secret, };

/**
 * A requirement and whether it is met.
 */
export type Checked = { 
/**
 * Which.
 */
requirement: Requirement, 
/**
 * It is met.
 */
met: boolean, };

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
 * How long an operator has for a kind of right, and why.
 */
export type ClockRule = { 
/**
 * For which kind.
 */
kind: RightKind, 
/**
 * How many days.
 */
days: number, 
/**
 * Of which.
 */
unit: TermUnit, 
/**
 * From when.
 */
start: TermStart, 
/**
 * What orders or promises it.
 */
basis: TermBasis, 
/**
 * The clause in words; may be empty.
 */
basis_text: string, 
/**
 * Version of the policy in which it stands; may be empty.
 */
policy_version: string, };

/**
 * Notes that the reply was sent or handed over: the clock stands.
 */
export type CloseRight = { 
/**
 * Which.
 */
right: RightId, 
/**
 * Version that was read.
 */
version: number, 
/**
 * How the reply reached the person.
 */
delivery: ReplyDelivery, 
/**
 * Why it is late, where it is and nobody has said yet.
 */
cause: LateCause | null, 
/**
 * In words; needed for another cause.
 */
cause_note: string, };

/**
 * What came of a typed code. A wrong try is an answer and not an error: it is counted in the transaction that checked it.
 */
export type CodeCheck = { "kind": "right" } | { "kind": "not_six", 
/**
 * How many digits were typed.
 */
typed: number, } | { "kind": "wrong", 
/**
 * How many.
 */
left: number, } | { "kind": "spent" } | { "kind": "expired" } | { "kind": "none" } | { "kind": "too_many_today" };

/**
 * What came of a typed code, and the next screen.
 */
export type CodeChecked = { 
/**
 * What came of it.
 */
check: CodeCheck, 
/**
 * The next screen.
 */
view: TabletView, };

/**
 * A code on its way, without its digits.
 */
export type CodeShown = { 
/**
 * Its number in the visit; it stands in the message too.
 */
n: number, 
/**
 * To which number.
 */
phone: string, 
/**
 * When it was made.
 */
sent: Stamp, 
/**
 * Seconds that it still lives; 0 if it is over.
 */
lives: number, 
/**
 * Tries left.
 */
left: number, 
/**
 * Where its message stands.
 */
delivery: MessageDelivery | null, };

/**
 * Why no code can be sent now.
 */
export type CodeStop = { "kind": "no_gateway" } | { "kind": "wait", 
/**
 * Seconds left.
 */
seconds: number, } | { "kind": "too_many_in_visit" } | { "kind": "too_many_today" } | { "kind": "branch_today" };

/**
 * The answer, and nothing more.
 */
export type CodeWordChecked = { 
/**
 * It matches.
 */
matches: boolean, 
/**
 * Wrong words that may still be said today.
 */
left: number, };

/**
 * What is known of a code word.
 */
export type CodeWordShown = { 
/**
 * When it was set; none: there is no code word.
 */
set: Stamp | null, 
/**
 * By whom.
 */
by: string | null, 
/**
 * On what paper.
 */
paper: string | null, 
/**
 * Wrong words that may still be said today.
 */
left: number, };

/**
 * Codes of a branch today.
 */
export type CodesToday = { 
/**
 * Sent.
 */
sent: number, 
/**
 * Allowed altogether.
 */
allowed: number, };

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
 * Compares two texts in one language, paragraph by paragraph.
 */
export type CompareTexts = { 
/**
 * The first.
 */
from: Written, 
/**
 * The second.
 */
to: Written, 
/**
 * In which language.
 */
lang: Lang, };

/**
 * Two texts, one after the other.
 */
export type Comparison = { 
/**
 * The first, whole.
 */
from: Draft, 
/**
 * The second, whole.
 */
to: Draft, 
/**
 * The words of the title.
 */
title: Array<Piece>, 
/**
 * The paragraphs of the body.
 */
paragraphs: Array<ParagraphChange>, 
/**
 * What differs beside the words.
 */
facts: Array<Fact>, };

/**
 * Enters a day off or a working weekend with its source, and recounts the open rights that it moves.
 */
export type ConfirmDay = { 
/**
 * `2026-12-19`
 */
date: string, 
/**
 * What it becomes.
 */
kind: DayKind, 
/**
 * The document that orders it.
 */
source: string, 
/**
 * The edition of the preview.
 */
edition: string, };

/**
 * Marks a year as confirmed: the official calendar agrees with what stands here.
 */
export type ConfirmYear = { 
/**
 * The year.
 */
year: number, 
/**
 * The document that it was compared with.
 */
source: string, };

/**
 * On what the processing rests.
 */
export type ConsentBasis = "consent" | "contract" | "law";

/**
 * One event of a consent.
 */
export type ConsentEvent = { 
/**
 * About which purpose.
 */
purpose: PurposeId, 
/**
 * What it became.
 */
state: ConsentState, 
/**
 * When it was entered.
 */
at: Stamp, 
/**
 * From which day it counts.
 */
effective_from: string, 
/**
 * By which channel.
 */
channel: Channel | null, };

/**
 * What to show of the register; everything where nothing is said.
 */
export type ConsentFilter = { 
/**
 * Family of texts.
 */
text: string | null, 
/**
 * Version of the text.
 */
version: number | null, 
/**
 * A purpose; the same one of other versions counts too.
 */
purpose: PurposeId | null, 
/**
 * Where a purpose stands today.
 */
state: ConsentState | null, 
/**
 * Given in this branch.
 */
branch: BranchId | null, 
/**
 * A purpose that holds ends by its term within so many days.
 */
expiring: number | null, 
/**
 * Beginning of the number.
 */
number: string, };

/**
 * A consent.
 */
export type ConsentId = number;

/**
 * A purpose of a consent.
 */
export type ConsentItem = { 
/**
 * Which.
 */
purpose: PurposeId, 
/**
 * Its name.
 */
name: TextPair, 
/**
 * Needed for the service, or optional.
 */
kind: PurposeKind, 
/**
 * Where it stands today.
 */
state: ConsentState, 
/**
 * Since when.
 */
since: string, 
/**
 * A change that comes: withdrawn from this day on, or its last day by its term.
 */
ends: string | null, 
/**
 * It holds, and its last day is at most thirty days away.
 */
expiring: boolean, };

/**
 * A consent in a list.
 */
export type ConsentLine = { 
/**
 * Which.
 */
id: ConsentId, 
/**
 * Its readable number.
 */
number: string, 
/**
 * Whose.
 */
client: ClientId, 
/**
 * Their name.
 */
name: string, 
/**
 * Title of the text.
 */
title: TextPair, 
/**
 * Version of the text.
 */
version: number, 
/**
 * How it was given.
 */
way: Way, 
/**
 * When.
 */
given: Stamp, 
/**
 * Name of the branch.
 */
branch: string, 
/**
 * Each purpose and where it stands today.
 */
items: Array<ConsentItem>, };

/**
 * A page of the register.
 */
export type ConsentPage = { 
/**
 * The lines.
 */
lines: Array<ConsentLine>, 
/**
 * How many there are in all.
 */
total: number, };

/**
 * A published purpose.
 */
export type ConsentPurpose = { 
/**
 * Which.
 */
id: PurposeId, 
/**
 * Needed for the service, or optional.
 */
kind: PurposeKind, 
/**
 * On what it rests.
 */
basis: ConsentBasis, 
/**
 * Its name.
 */
name: TextPair, 
/**
 * One sentence that explains it.
 */
note: TextPair, 
/**
 * By which channels.
 */
channels: Array<ContactChannel>, 
/**
 * With which data.
 */
data: Array<Field>, 
/**
 * Till when.
 */
term: ConsentTerm, 
/**
 * The date, where the term is one: `2027-12-31`.
 */
term_until: string | null, 
/**
 * To whom data are passed for it.
 */
recipients: Array<TextPair>, 
/**
 * To which countries data go for it.
 */
countries: Array<Country>, };

/**
 * Makes the client's receipt: one page, in the language in which the client read. The person's own paper: a block doesn't stop it.
 */
export type ConsentReceipt = { 
/**
 * Which.
 */
consent: ConsentId, 
/**
 * Another language than the client's.
 */
lang: Lang | null, };

/**
 * Where a consent is sealed.
 */
export type ConsentSeal = { 
/**
 * Number of the journal's entry.
 */
entry: number, 
/**
 * Hash of the entry, in hex: it covers all entries before it too.
 */
hash: string, };

/**
 * A consent with its evidence.
 */
export type ConsentShown = { 
/**
 * Line of the register.
 */
line: ConsentLine, 
/**
 * The evidence, as it was sealed.
 */
evidence: string, 
/**
 * Its SHA-256, in hex: the same stands in the journal.
 */
sha256: string, 
/**
 * The evidence still has this hash.
 */
intact: boolean, 
/**
 * The signature.
 */
strokes: Array<Array<SignPoint>>, 
/**
 * What happened to it since.
 */
events: Array<ConsentEvent>, 
/**
 * Who took it.
 */
consultant: string, 
/**
 * On which tablet.
 */
tablet: string | null, 
/**
 * The trail of its visit, in the time of the house; the evidence has the same in UTC.
 */
trail: Array<VisitEvent>, 
/**
 * The entry of the journal that seals it; none: there is no entry with this hash.
 */
seal: ConsentSeal | null, 
/**
 * Fingerprint of the key that seals proofs, to be compared with that of a sheet or a file.
 */
fingerprint: string, };

/**
 * Where a purpose of a consent stands.
 */
export type ConsentState = "given" | "refused" | "renewed" | "withdrawn" | "expired" | "terminated";

/**
 * Till when a consent holds (S6, Law 94-V art. 8(4)3).
 */
export type ConsentTerm = "purpose" | "until" | "programme" | "programme_12";

/**
 * A published text, whole.
 */
export type ConsentText = { 
/**
 * Which.
 */
id: TextId, 
/**
 * Whose.
 */
operator: OperatorId, 
/**
 * Family.
 */
code: string, 
/**
 * Version in the family, from 1.
 */
version: number, 
/**
 * Day of publishing.
 */
published: string, 
/**
 * Title.
 */
title: TextPair, 
/**
 * The text.
 */
body: TextPair, 
/**
 * SHA-256 of each language's text, in hex.
 */
sha256: TextPair, 
/**
 * The closed list of data.
 */
data: Array<Field>, 
/**
 * The term.
 */
term: ConsentTerm, 
/**
 * Its date.
 */
term_until: string | null, 
/**
 * Third parties.
 */
third_parties: TextPair | null, 
/**
 * Cross-border.
 */
cross_border: TextPair | null, 
/**
 * To which countries.
 */
countries: Array<Country>, 
/**
 * Public sources.
 */
public_sources: boolean, 
/**
 * In which countries the data are kept.
 */
stored_in: Array<Country>, 
/**
 * Purposes.
 */
purposes: Array<ConsentPurpose>, };

/**
 * How many consents end within thirty days by their term: for the board.
 */
export type ConsentsExpiring = Record<symbol, never>;

/**
 * Lists a client's consents, for the card.
 */
export type ConsentsOfClient = { 
/**
 * Whose.
 */
client: ClientId, };

/**
 * What follows from a withdrawal.
 */
export type Consequence = "advertising_stops" | "purposes_stop" | "third_parties_stop" | "cross_border_stops" | "public_stops" | "participation_ends" | "card_blocked" | "service_goes_on" | "other_basis_goes_on" | "destruction_proposed" | "obligation_holds" | "return_by_new_consent";

/**
 * The consequences, as a person is told them.
 */
export type Consequences = { 
/**
 * In their language.
 */
lang: Lang, 
/**
 * One by one.
 */
list: Array<Consequence>, 
/**
 * The words, a line for each.
 */
lines: Array<string>, 
/**
 * SHA-256 of the words, in hex: what is shown is what is recorded.
 */
sha256: string, };

/**
 * A way of reaching the client (C9).
 */
export type ContactChannel = "sms" | "email" | "call" | "post" | "messenger" | "app";

/**
 * Why a contact may be made, or may not: the strongest reason is told.
 */
export type ContactReason = "consented" | "not_advertising" | "blocked" | "stopped" | "withdrawal_open" | "withdrawn" | "refused" | "expired" | "no_consent" | "no_address" | "outside_hours";

/**
 * The answer.
 */
export type ContactVerdict = { 
/**
 * It may be made now.
 */
allowed: boolean, 
/**
 * Why, or why not.
 */
reason: ContactReason, 
/**
 * Number of the consent, block or application by which.
 */
number: string | null, 
/**
 * When it changes by itself, where that is known.
 */
until: Stamp | null, };

/**
 * May this client be contacted? For the card: each channel, for advertising and for service.
 */
export type ContactsOfClient = { 
/**
 * Whom.
 */
client: ClientId, };

/**
 * Why a due date was counted.
 */
export type CountCause = "registered" | "calendar";

/**
 * The count of a due date.
 */
export type CountShown = { 
/**
 * When the application was received.
 */
received: Stamp, 
/**
 * By which rule.
 */
rule: ClockRule, 
/**
 * The last day.
 */
due: string, 
/**
 * The day by whose end the answer should be ready.
 */
target: string, 
/**
 * Every date from receipt to the last day.
 */
steps: Array<CountedDay>, 
/**
 * Names the calendar by which it was counted.
 */
edition: string, 
/**
 * When it was counted.
 */
at: Stamp, 
/**
 * Former counts, the oldest first.
 */
former: Array<FormerCount>, };

/**
 * What a count of a term does with a date.
 */
export type CountStep = "received" | "day_zero" | "counted" | "skipped" | "last_day";

/**
 * Tells who is on which version of a text: numbers alone.
 */
export type CountVersions = { 
/**
 * Any version of the family.
 */
text: TextId, };

/**
 * One date of a count: «15 — first, 16 — Independence Day, 17 — second».
 */
export type CountedDay = { 
/**
 * `2026-12-16`
 */
date: string, 
/**
 * 1 is Monday, 7 Sunday.
 */
weekday: number, 
/**
 * What the count does with it.
 */
step: CountStep, 
/**
 * Which day of the term, where it is counted.
 */
number: number | null, 
/**
 * Why it is skipped.
 */
reason: DayReason | null, 
/**
 * Which holiday.
 */
holiday: HolidayName | null, 
/**
 * The date of the holiday for which the day off is given.
 */
substitute_of: string | null, };

/**
 * A country.
 */
export type Country = "kz" | "ae" | "am" | "at" | "au" | "az" | "be" | "bg" | "by" | "ca" | "ch" | "cn" | "cy" | "cz" | "de" | "dk" | "ee" | "es" | "fi" | "fr" | "gb" | "ge" | "gr" | "hk" | "hu" | "ie" | "il" | "in" | "it" | "jp" | "kg" | "kr" | "lt" | "lu" | "lv" | "md" | "mn" | "my" | "nl" | "no" | "pl" | "pt" | "rs" | "ru" | "se" | "sg" | "si" | "sk" | "th" | "tj" | "tm" | "tr" | "ua" | "us" | "uz" | "vn";

/**
 * What waits for the courier.
 */
export type CourierWaiting = { 
/**
 * Some message is due, or a lease ran out.
 */
due: boolean, 
/**
 * A trial of the connection to make: its number and the gateway.
 */
trial: [number, Gateway] | null, 
/**
 * Some delivery isn't known yet.
 */
awaited: boolean, 
/**
 * Where Kannel reports deliveries on this computer.
 */
report_port: number | null, };

/**
 * Covers the tablet's screen, or uncovers it (F9).
 */
export type CoverTablet = { 
/**
 * In which visit.
 */
visit: VisitId, 
/**
 * Covered.
 */
blank: boolean, };

/**
 * One value of a person's data (C2).
 */
export type Datum = "surname" | "given" | "patronymic" | "former_surname" | "sex" | "birth_date" | "birth_place" | "citizenship" | "iin" | "registration_address" | "residence_address" | "document_kind" | "document_number" | "document_issuer" | "document_issued" | "document_expires" | "phone" | "other_phones" | "email" | "card" | "card_state" | "bank_card" | "marital_status" | "dependants" | "employer" | "public_official" | "beneficial_owner";

/**
 * Whether a date counts in terms of working days.
 */
export type DayKind = "work" | "off";

/**
 * Why a date counts, or doesn't.
 */
export type DayReason = "weekday" | "weekend" | "holiday" | "substitute" | "moved" | "entered";

/**
 * By what authority a date is what it is.
 */
export type DaySource = "rules" | "published" | "entered";

/**
 * A count of days, with its steps.
 */
export type DaysCounted = { 
/**
 * How many working days.
 */
days: number, 
/**
 * The last of them.
 */
due: string, 
/**
 * Every date from receipt to the last day.
 */
steps: Array<CountedDay>, 
/**
 * A date may still change: the year isn't confirmed.
 */
preliminary: boolean, };

/**
 * Decides an application: accepts who meets every requirement, or declines with a reason. Only who is accepted is told
 * by SMS.
 */
export type DecideMembership = { 
/**
 * Which.
 */
membership: MembershipId, 
/**
 * Version that was read.
 */
version: number, 
/**
 * Why it is declined; accepted where nothing is said.
 */
declined: DeclineReason | null, 
/**
 * In words; needed for another reason.
 */
note: string, };

/**
 * How a right was decided.
 */
export type Decision = "granted" | "partly" | "refused";

/**
 * Why an application was declined: the closed list.
 */
export type DeclineReason = "not_regular" | "under_age" | "employee" | "no_consent" | "clients_wish" | "other";

/**
 * What the courier is to ask about, and whom.
 */
export type DeliveriesAwaited = { 
/**
 * By which gateway they went.
 */
gateway: Gateway, 
/**
 * Those of it that aren't known yet, the oldest first.
 */
messages: Array<Awaited>, };

/**
 * What a gateway said about one message.
 */
export type DeliverySaid = { 
/**
 * Which, by its own identity.
 */
identity: string, 
/**
 * It reached the phone, or won't.
 */
delivered: boolean, 
/**
 * Messages that the gateway counted.
 */
parts: number | null, 
/**
 * Thousandths of the account's currency that it took.
 */
price: number | null, };

/**
 * What the network says about a message.
 */
export type DeliveryState = "awaited" | "delivered" | "not_delivered" | "unknown";

/**
 * The digits of the live code, for the marked panel of a demonstration vault. Nowhere else can anybody read a code.
 */
export type DemoCode = { 
/**
 * Of which visit.
 */
visit: VisitId, };

/**
 * Switches an account off: its sessions end at once and its wrap of the key is taken away.
 */
export type DisableStaff = { 
/**
 * Whose.
 */
staff: StaffId, };

/**
 * What kind of file a document was.
 */
export type DocumentForm = "docx" | "pdf" | "markdown" | "text";

/**
 * What of a document isn't among its words.
 */
export type DocumentLost = "numbers" | "tables" | "pictures" | "footnotes" | "changes" | "guessed";

/**
 * The document that the client showed. Its number is kept, no copy of it (art. 7(10)).
 */
export type DocumentShown = { 
/**
 * Kind: a name of the document kinds.
 */
kind: string, 
/**
 * Number.
 */
number: string, 
/**
 * Who gave it.
 */
issuer: string, 
/**
 * When: `2021-03-04`.
 */
issued: string, };

/**
 * A likely mistake, to be looked at twice (C5: since 2013 an IIN needn't agree with birth date and sex).
 */
export type Doubt = "birth_date" | "sex" | "expired";

/**
 * A text that is being written. Whatever lacks may lack until it is published.
 */
export type Draft = { 
/**
 * Family.
 */
code: string, 
/**
 * It is written in English too.
 */
english: boolean, 
/**
 * Title.
 */
title: TextPair, 
/**
 * The text: paragraphs parted by an empty line, headings begin with `# `.
 */
body: TextPair, 
/**
 * The closed list of data.
 */
data: Array<Field>, 
/**
 * The term.
 */
term: ConsentTerm | null, 
/**
 * Its date, where it is one.
 */
term_until: string, 
/**
 * Data are passed to third parties.
 */
passes: boolean | null, 
/**
 * To whom.
 */
third_parties: TextPair, 
/**
 * Data cross the border.
 */
crosses: boolean | null, 
/**
 * To whom there, and what for.
 */
cross_border: TextPair, 
/**
 * To which countries.
 */
countries: Array<Country>, 
/**
 * Data are shown in public sources.
 */
public_sources: boolean | null, 
/**
 * In which countries the data are kept.
 */
stored_in: Array<Country>, 
/**
 * Purposes, in the order in which they are asked.
 */
purposes: Array<PurposeDraft>, };

/**
 * A draft in a list.
 */
export type DraftLine = { 
/**
 * Which.
 */
id: TextDraftId, 
/**
 * Family, as far as it is named.
 */
code: string, 
/**
 * Title, as far as it is written.
 */
title: TextPair, 
/**
 * The version that it becomes when it is published now.
 */
version: number, 
/**
 * When it was changed last.
 */
changed: Stamp, 
/**
 * By whom.
 */
by: string, 
/**
 * How many things it lacks.
 */
lacking: number, };

/**
 * A draft, whole.
 */
export type DraftShown = { 
/**
 * Which.
 */
id: TextDraftId, 
/**
 * For noticing that somebody else changed it meanwhile.
 */
rev: number, 
/**
 * The published version that it began from.
 */
base: TextId | null, 
/**
 * That version's number. A newer one than that may be published since.
 */
base_version: number | null, 
/**
 * The version that it becomes when it is published now.
 */
version: number, 
/**
 * What is written.
 */
form: Draft, 
/**
 * When it was changed last.
 */
changed: Stamp, 
/**
 * By whom.
 */
by: string, 
/**
 * What it lacks, and what should be looked at again.
 */
findings: Findings, };

/**
 * Goes back to the certificate that the house makes itself; the brought one and its key are forgotten.
 */
export type DropCertificate = Record<symbol, never>;

/**
 * Throws a draft away.
 */
export type DropDraft = { 
/**
 * Which.
 */
draft: TextDraftId, 
/**
 * As it was when it was read.
 */
rev: number, };

/**
 * When something is due and how that stands, reckoned when read.
 */
export type Due = { 
/**
 * The last day, the whole of it.
 */
date: string, 
/**
 * 1 is Monday, 7 Sunday.
 */
weekday: number, 
/**
 * How it looks.
 */
look: DueLook, 
/**
 * Working days left; 0 is the last day itself. Nothing once it is over or answered.
 */
left: number | null, 
/**
 * Working days of lateness; 0 is late too. Nothing while in time.
 */
late: number | null, 
/**
 * A date in the count may still change: the year isn't confirmed.
 */
preliminary: boolean, };

/**
 * How a due date looks: three looks only, and two for what is over.
 */
export type DueLook = "later" | "tomorrow" | "today" | "overdue" | "in_time" | "answered_late";

/**
 * A list of employees.
 */
export type EmployeesShown = { 
/**
 * Of which operator.
 */
operator: OperatorId, 
/**
 * How many.
 */
people: number, 
/**
 * When it was brought in.
 */
at: Stamp, 
/**
 * By whom.
 */
by: string, };

/**
 * Switches an account on again, with a new first password.
 */
export type EnableStaff = { 
/**
 * Whose.
 */
staff: StaffId, };

/**
 * Ends a participation.
 */
export type EndMembership = { 
/**
 * Which.
 */
membership: MembershipId, 
/**
 * Version that was read.
 */
version: number, 
/**
 * Why.
 */
reason: EndReason, };

/**
 * Why a participation is over.
 */
export type EndReason = "withdrawal" | "clients_wish" | "breach";

/**
 * Ends a visit without a consent. What was typed is gone; that it ended stays on record.
 */
export type EndVisit = { 
/**
 * Which.
 */
visit: VisitId, 
/**
 * Why.
 */
why: VisitEnd, };

/**
 * Something that happened to a right.
 */
export type EventId = number;

/**
 * What happened to a right.
 */
export type EventKind = "registered" | "taken" | "handed_over" | "reassigned" | "noted" | "proved" | "asked" | "supplied" | "submitted" | "sent_back" | "decided" | "answered" | "reopened" | "recounted" | "explained" | "linked" | "blocked" | "undone";

/**
 * Something that happened to a right.
 */
export type EventShown = { 
/**
 * Number.
 */
id: EventId, 
/**
 * What.
 */
what: EventKind, 
/**
 * When.
 */
at: Stamp, 
/**
 * By whom.
 */
by: string, 
/**
 * The state after it, where it changed.
 */
state: RightState | null, 
/**
 * Who has it after that, where it changed; empty: nobody.
 */
owner: string | null, 
/**
 * In words, or the former due date.
 */
note: string, 
/**
 * It takes this one back.
 */
undoes: EventId | null, 
/**
 * It was taken back.
 */
undone: boolean, };

/**
 * What ends soon.
 */
export type Expiring = { 
/**
 * Consents with a purpose that holds and ends soon.
 */
consents: number, 
/**
 * Within so many days.
 */
days: number, };

/**
 * Gives the cause of lateness: asked once, from then on shown.
 */
export type ExplainLate = { 
/**
 * Of which right.
 */
right: RightId, 
/**
 * Version that was read.
 */
version: number, 
/**
 * Why.
 */
cause: LateCause, 
/**
 * In words; needed for another cause.
 */
cause_note: string, };

/**
 * Hands out the list for advertising by a channel: only people whom the one function lets be contacted.
 */
export type ExportAdvertising = { 
/**
 * By which channel.
 */
channel: ContactChannel, };

/**
 * Gives the register out as a workbook. People whose data are blocked aren't in it: how many, and why, stands at its end.
 */
export type ExportConsents = { 
/**
 * What to give out.
 */
filter: ConsentFilter, };

/**
 * Hands out the list of clients who are to be asked for a new consent, as a spreadsheet.
 */
export type ExportHolders = { 
/**
 * Any version of the family.
 */
text: TextId, 
/**
 * Which of them.
 */
only: HolderFilter, 
/**
 * Of this branch.
 */
branch: BranchId | null, };

/**
 * Hands out the list of recipients: who was accepted and whose data may leave the house.
 */
export type ExportRecipients = { 
/**
 * Of which programme.
 */
programme: ProgrammeId, };

/**
 * A purpose, to filter by.
 */
export type FacetPurpose = { 
/**
 * Which: of the newest version that has it.
 */
id: PurposeId, 
/**
 * Its name.
 */
name: TextPair, };

/**
 * A family of texts, to filter by.
 */
export type FacetText = { 
/**
 * Its short word.
 */
code: string, 
/**
 * Title of its newest version.
 */
title: TextPair, 
/**
 * Its versions, newest first.
 */
versions: Array<number>, 
/**
 * Its purposes, each once.
 */
purposes: Array<FacetPurpose>, };

/**
 * What is structured beside the words.
 */
export type Fact = "data" | "term" | "third_parties" | "cross_border" | "public_sources" | "stored_in" | "purposes";

/**
 * A category of data that the approved list may name (C2).
 */
export type Field = "surname" | "given" | "patronymic" | "former_name" | "sex" | "birth_date" | "birth_place" | "citizenship" | "iin" | "registration_address" | "residence_address" | "document" | "phone" | "email" | "card" | "bank_account" | "family" | "employer" | "exposure";

/**
 * Whether a field is right.
 */
export type FieldDone = { 
/**
 * Which.
 */
field: Field, 
/**
 * It may not stay empty.
 */
required: boolean, 
/**
 * It is right.
 */
done: boolean, };

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
 * A field as the client sees it.
 */
export type FieldShown = { 
/**
 * Which.
 */
field: Field, 
/**
 * On which page.
 */
page: VisitStep, 
/**
 * It may not stay empty.
 */
required: boolean, 
/**
 * What was typed.
 */
value: string, 
/**
 * What is wrong with it.
 */
fault: string | null, 
/**
 * How it was read: a number in groups.
 */
reading: string | null, };

/**
 * Finds a visit by the number on a paper, as typed or as a scanner typed it under whatever layout was on.
 */
export type FindByNumber = { 
/**
 * What was typed.
 */
number: string, };

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
 * Looks for cards of the same person, by what the form says so far.
 */
export type FindTwins = { 
/**
 * In which visit.
 */
visit: VisitId, 
/**
 * The person as the form says.
 */
person: { [key in string]: string }, 
/**
 * Number of the document, as typed.
 */
document: string, };

/**
 * What came of checking a draft.
 */
export type Findings = { 
/**
 * What lacks: with any of it nothing is published.
 */
lacking: Array<Lacking>, 
/**
 * What should be looked at again: it doesn't stop publishing.
 */
warnings: Array<Warned>, };

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
 * A count that another has replaced.
 */
export type FormerCount = { 
/**
 * The last day by it.
 */
due: string, 
/**
 * When it was counted.
 */
at: Stamp, 
/**
 * Why.
 */
cause: CountCause, 
/**
 * By which calendar.
 */
edition: string, };

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
 * The gateway by which SMS leave.
 */
export type Gateway = { "kind": "off" } | { "kind": "demo" } | { "kind": "kannel" } & Kannel | { "kind": "smsc" } & SmscKz | { "kind": "mobizon" } & Mobizon;

/**
 * A gateway as the settings show it: never with its secret.
 */
export type GatewayFacts = { 
/**
 * Where it is.
 */
url: string, 
/**
 * Account; empty where an API key stands for it.
 */
user: string, 
/**
 * Sender.
 */
sender: string, 
/**
 * Where Kannel reports deliveries.
 */
report_port: number, };

/**
 * Which gateway to use.
 */
export type GatewayForm = { "kind": "off" } | { "kind": "demo" } | { "kind": "kannel", 
/**
 * Address of `sendsms`.
 */
url: string, 
/**
 * Account.
 */
user: string, 
/**
 * Password; left out, the kept one stays.
 */
password: Secret | null, 
/**
 * Sender name.
 */
sender: string, 
/**
 * Where it reports deliveries; 0: it doesn't.
 */
report_port: number, } | { "kind": "smsc", 
/**
 * Where it is; empty: its usual address.
 */
url: string, 
/**
 * Login; empty: the secret is an API key.
 */
user: string, 
/**
 * Password or API key; left out, the kept one stays.
 */
password: Secret | null, 
/**
 * Sender name; empty: the account's own.
 */
sender: string, } | { "kind": "mobizon", 
/**
 * Where it is; empty: its usual address.
 */
url: string, 
/**
 * API key; left out, the kept one stays.
 */
password: Secret | null, 
/**
 * Sender name; empty: the account's own.
 */
sender: string, };

/**
 * The gateway as the settings show it: never with its password.
 */
export type GatewayShown = { 
/**
 * `off`, `demo`, `kannel`, `smsc` or `mobizon`.
 */
kind: string, 
/**
 * Address, account and sender, where there is one.
 */
facts: GatewayFacts | null, 
/**
 * The demonstration gateway may be chosen: this is a demonstration vault.
 */
demo: boolean, 
/**
 * The latest trial of the connection.
 */
trial: GatewayTrial | null, 
/**
 * Messages that wait.
 */
waiting: number, };

/**
 * A trial of the connection: asked for in the settings, made by the courier.
 */
export type GatewayTrial = { 
/**
 * Its number.
 */
number: number, 
/**
 * When it was asked for.
 */
asked: Stamp, 
/**
 * It is over.
 */
done: boolean, 
/**
 * Why it failed, if it did.
 */
cause: MessageCause | null, 
/**
 * What is left on the account, where the gateway tells it: `1234.50 KZT`.
 */
balance: string | null, };

/**
 * On what ground a person's data were changed (C7).
 */
export type Ground = "application" | "document" | "consent" | "import" | "withdrawal";

/**
 * Hands one's right over to a colleague.
 */
export type HandOver = { 
/**
 * Which.
 */
right: RightId, 
/**
 * Version that was read.
 */
version: number, 
/**
 * To whom.
 */
to: StaffId, 
/**
 * In words; may be empty.
 */
note: string, };

/**
 * What came of handing a message over.
 */
export type Handed = { "kind": "accepted", 
/**
 * What the gateway says about it.
 */
receipt: Receipt, } | { "kind": "refused", 
/**
 * Why.
 */
cause: MessageCause, } | { "kind": "unreachable", 
/**
 * Why.
 */
cause: MessageCause, } | { "kind": "unsure" };

/**
 * A purpose that can be withdrawn, or that goes on whatever is withdrawn.
 */
export type HeldShown = { 
/**
 * Of which consent.
 */
consent: ConsentId, 
/**
 * Its number.
 */
number: string, 
/**
 * Title of its text.
 */
title: TextPair, 
/**
 * Which purpose.
 */
purpose: PurposeId, 
/**
 * Its name.
 */
name: TextPair, 
/**
 * Needed for the service, or optional.
 */
kind: PurposeKind, 
/**
 * It rests on the consent and can be taken back; otherwise on a contract or a law.
 */
can_be_withdrawn: boolean, 
/**
 * By which channels.
 */
channels: Array<ContactChannel>, 
/**
 * It ends already.
 */
ends: string | null, 
/**
 * Its consent allows handing over to third parties.
 */
third_parties: boolean, 
/**
 * Its consent allows handing over abroad.
 */
cross_border: boolean, 
/**
 * Its consent allows publication.
 */
public_sources: boolean, };

/**
 * Which holders are listed.
 */
export type HolderFilter = "older" | "again" | "all";

/**
 * A client and the version that they are on.
 */
export type HolderLine = { 
/**
 * Who.
 */
client: ClientId, 
/**
 * Their name.
 */
name: string, 
/**
 * The consent.
 */
consent: ConsentId, 
/**
 * Its number.
 */
number: string, 
/**
 * The version that it was given to.
 */
version: number, 
/**
 * When.
 */
given: Stamp, 
/**
 * Name of the branch.
 */
branch: string, 
/**
 * Where they stand.
 */
standing: Standing, 
/**
 * The day on which they were told of the newest version.
 */
told: string | null, 
/**
 * The last day on which they can object.
 */
until: string | null, 
/**
 * The day of their objection.
 */
objected: string | null, };

/**
 * A page of holders.
 */
export type HolderPage = { 
/**
 * The lines.
 */
lines: Array<HolderLine>, 
/**
 * How many there are in all.
 */
total: number, };

/**
 * The days off that have a name.
 */
export type HolidayName = "new_year" | "christmas" | "womens_day" | "constitution" | "nauryz" | "unity" | "defender" | "victory" | "kurban_ait" | "capital" | "republic" | "independence";

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
 * A tablet wants to be paired.
 */
export type JoinTablet = { 
/**
 * The word of the QR code.
 */
token: string, 
/**
 * The six digits.
 */
digits: string, };

/**
 * A programme that a client could join, with the requirements as they stand.
 */
export type Joinable = { 
/**
 * Which.
 */
programme: ProgrammeShown, 
/**
 * Every requirement.
 */
checks: Array<Checked>, };

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
 * How Kannel's `sendsms` is reached.
 */
export type Kannel = { 
/**
 * Whole address of `sendsms`; plain HTTP only on this computer.
 */
url: string, 
/**
 * Account.
 */
user: string, 
/**
 * Its password.
 */
password: Secret, 
/**
 * Registered sender name or number.
 */
sender: string, 
/**
 * The port of this computer at which a Kannel of this computer reports deliveries; 0: none are asked for.
 */
report_port: number, };

/**
 * Proves that the recovery key was put away: from now on it alone opens, and an older one no longer does.
 */
export type KeepRecoveryKey = { 
/**
 * The key that was shown.
 */
recovery_key: string, };

/**
 * Keeps the asker's draft of a reply; an empty one is forgotten.
 */
export type KeepReplyDraft = { 
/**
 * Of which right.
 */
right: RightId, 
/**
 * The draft.
 */
draft: ReplyDraft, };

/**
 * Keeps the keys that the station made.
 */
export type KeepStationKeys = { 
/**
 * Them.
 */
keys: StationKeys, };

/**
 * What the caller can do about a refusal.
 */
export type Kind = "invalid" | "not_found" | "conflict" | "forbidden" | "blocked" | "refused" | "locked" | "busy" | "internal";

/**
 * Recognises a tablet by its secret.
 */
export type KnowTablet = { 
/**
 * What the tablet carries.
 */
secret: Secret, };

/**
 * A tablet that was recognised by its secret.
 */
export type KnownTablet = { 
/**
 * Which.
 */
tablet: TabletId, 
/**
 * Of which operator.
 */
operator: OperatorId, 
/**
 * In which branch.
 */
branch: BranchId, };

/**
 * What a text lacks.
 */
export type Lack = "operator_profile" | "operator_bin" | "subject_name" | "term" | "term_date" | "purpose_term" | "purpose_date" | "third_parties" | "third_parties_who" | "recipients" | "recipient_name" | "cross_border" | "countries" | "purpose_countries" | "public_sources" | "data_phone" | "data_approved" | "purpose_data" | "purpose_beyond" | "purposes" | "purpose_name" | "purpose_note" | "purpose_kind" | "purpose_basis" | "stored_in" | "code" | "title" | "body" | "unclean";

/**
 * Something that lacks: what it is and where it is mended.
 */
export type Lacking = { 
/**
 * What.
 */
what: Lack, 
/**
 * Which item of the law.
 */
item: LawItem, 
/**
 * The field of the draft in which it is mended; `profile` is the operator's profile.
 */
field: string, 
/**
 * Number of the purpose, from 1.
 */
purpose: number | null, 
/**
 * In which language.
 */
lang: Lang | null, 
/**
 * The sentence for the reader.
 */
text: string, };

/**
 * A language of the interface, of letters and of texts (A8).
 */
export type Lang = "kk" | "ru" | "en";

/**
 * Why a right passed its due date: the closed list.
 */
export type LateCause = "identity" | "applicant" | "third_party" | "approval" | "workload" | "technical" | "registration" | "other";

/**
 * What the law wants to be said in a consent (art. 8(4)), and the form in which it is said.
 */
export type LawItem = "operator" | "subject" | "term" | "third_parties" | "cross_border" | "public_sources" | "data" | "purpose" | "words";

/**
 * In which letters a text travels.
 */
export type Letters = "gsm7" | "ucs2";

/**
 * Lifts a block with its outcome (D3).
 */
export type LiftBlock = { 
/**
 * Which.
 */
block: BlockId, 
/**
 * Version that was read.
 */
version: number, 
/**
 * How it ended.
 */
outcome: BlockOutcome, 
/**
 * In words; may be empty.
 */
note: string, };

/**
 * Links a right with another as the same matter, or unlinks it. Never automatic, and never a state.
 */
export type LinkDuplicate = { 
/**
 * Which.
 */
right: RightId, 
/**
 * Version that was read.
 */
version: number, 
/**
 * With which; nothing unlinks.
 */
of: RightId | null, };

/**
 * The blocks in force, the soonest to be looked at first.
 */
export type ListBlocks = { 
/**
 * Which of them.
 */
view: BlockView, 
/**
 * From 0.
 */
page: number, };

/**
 * Lists branches: the own operator's, or all for who keeps the house.
 */
export type ListBranches = Record<symbol, never>;

/**
 * Lists the operator's staff at work: to hand a case over.
 */
export type ListColleagues = Record<symbol, never>;

/**
 * Lists consents, newest first: those of the branch, or of the operator for roles that reach so far.
 */
export type ListConsents = { 
/**
 * Page, from 0.
 */
page: number, 
/**
 * What to show.
 */
filter: ConsentFilter, };

/**
 * Lists the operator's drafts, the latest first.
 */
export type ListDrafts = Record<symbol, never>;

/**
 * The lists of employees: how many of which operator, and since when. Nobody can read who.
 */
export type ListEmployees = Record<symbol, never>;

/**
 * Lists the clients who are on a version of a text: those of the branch, or of the operator for roles that reach so far.
 */
export type ListHolders = { 
/**
 * Any version of the family.
 */
text: TextId, 
/**
 * Which of them.
 */
only: HolderFilter, 
/**
 * Of this branch.
 */
branch: BranchId | null, 
/**
 * Page, from 0.
 */
page: number, };

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
 * Who applied for, takes part in or was declined from a programme, at one's operator.
 */
export type ListMemberships = { 
/**
 * Of which programme.
 */
programme: ProgrammeId, 
/**
 * Which of them.
 */
state: MembershipState, 
/**
 * From 0.
 */
page: number, };

/**
 * Lists messages: how they fared and what they took, for whoever keeps the gateway.
 */
export type ListMessages = { 
/**
 * Page, from 0.
 */
page: number, };

/**
 * Lists the operators of the installation; the administrator's view.
 */
export type ListOperators = Record<symbol, never>;

/**
 * The programmes that one's operator has or shares; all of them for who keeps the house.
 */
export type ListProgrammes = Record<symbol, never>;

/**
 * A page of the queue: of one's branch, or of the operator for those who work for all of it.
 */
export type ListQueue = { 
/**
 * Which of them.
 */
view: QueueView, 
/**
 * From 0; 200 lines each.
 */
page: number, 
/**
 * One branch only.
 */
branch: BranchId | null, };

/**
 * Lists refusals: of the branch, or of the operator for who sees all of it; of one client, where one is named.
 */
export type ListRefusals = { 
/**
 * Whose.
 */
client: ClientId | null, 
/**
 * Which page, from 0.
 */
page: number, };

/**
 * Lists the signings that run in the own branch.
 */
export type ListSignings = Record<symbol, never>;

/**
 * Lists every account.
 */
export type ListStaff = Record<symbol, never>;

/**
 * Lists tablets: those of the own branch; all, for the administrator.
 */
export type ListTablets = Record<symbol, never>;

/**
 * Lists the operator's published texts, newest first.
 */
export type ListTexts = Record<symbol, never>;

/**
 * Lists the branch's visits: the open ones, then today's.
 */
export type ListVisits = Record<symbol, never>;

/**
 * The years around now, with what is known of each.
 */
export type ListYears = Record<symbol, never>;

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
 * How a member of staff looks at the window. Belongs to the person, not to the computer: branches share computers.
 */
export type Look = { 
/**
 * Light or dark.
 */
theme: Theme, 
/**
 * Size of text in pixels, 12 to 18.
 */
text_size: number, 
/**
 * Plain letters act in lists and cards (WCAG 2.1.4 wants a switch).
 */
letters: boolean, };

/**
 * Asks what waits for the courier.
 */
export type LookOut = Record<symbol, never>;

/**
 * What a client takes part in, and could take part in.
 */
export type LoyaltyOfClient = { 
/**
 * Who.
 */
client: ClientId, };

/**
 * A client's part in loyalty.
 */
export type LoyaltyShown = { 
/**
 * The newest first.
 */
memberships: Array<MembershipShown>, 
/**
 * Programmes that run, in which the client neither takes part nor has applied.
 */
joinable: Array<Joinable>, };

/**
 * A list that left the house.
 */
export type MadeList = { 
/**
 * Number.
 */
id: number, 
/**
 * By which channel.
 */
channel: ContactChannel, 
/**
 * How many people.
 */
people: number, 
/**
 * When.
 */
at: Stamp, 
/**
 * Who made it.
 */
by: string, };

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
 * Corrects what a column means, and shows the preview anew.
 */
export type MapSite = { 
/**
 * The list.
 */
list: number, 
/**
 * The column, from 0.
 */
column: number, 
/**
 * What it means; none: it isn't read.
 */
meaning: SiteColumn | null, };

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
 * How this person looks at the window.
 */
look: Look, 
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
 * A client's participation in a programme, from the application on.
 */
export type MembershipId = number;

/**
 * A page of participations.
 */
export type MembershipPage = { 
/**
 * The lines, the oldest first.
 */
lines: Array<MembershipShown>, 
/**
 * How many there are in each state.
 */
counts: Array<StateCount>, 
/**
 * There is another page.
 */
more: boolean, };

/**
 * A participation, as it is shown.
 */
export type MembershipShown = { 
/**
 * Number.
 */
id: MembershipId, 
/**
 * In which programme.
 */
programme: ProgrammeShown, 
/**
 * Who.
 */
client: ClientId, 
/**
 * Their name, masked where it is blocked.
 */
name: string, 
/**
 * How it stands.
 */
state: MembershipState, 
/**
 * Every requirement, and whether it is met now.
 */
checks: Array<Checked>, 
/**
 * When it was applied for.
 */
applied: Stamp, 
/**
 * Who wrote the application down.
 */
applied_by: string, 
/**
 * When it was decided.
 */
decided: Stamp | null, 
/**
 * By whom.
 */
decided_by: string | null, 
/**
 * Why it was declined.
 */
reason: DeclineReason | null, 
/**
 * In words.
 */
note: string, 
/**
 * A notice of the acceptance was queued.
 */
noticed: boolean, 
/**
 * When it ended.
 */
ended: Stamp | null, 
/**
 * Why.
 */
end_reason: EndReason | null, 
/**
 * For noticing that somebody else changed it meanwhile.
 */
version: number, };

/**
 * How a participation stands.
 */
export type MembershipState = "applied" | "accepted" | "declined" | "ended";

/**
 * What to do with a person who is there already.
 */
export type Merging = "keep" | "fill" | "replace";

/**
 * Why a gateway did not take a message.
 */
export type MessageCause = "off" | "no_connection" | "certificate" | "address" | "account" | "no_money" | "rejected" | "not_now" | "answer" | "too_late" | "cut_short" | "superseded" | "blocked";

/**
 * What a message is for: it decides when it may leave.
 */
export type MessageClass = "code" | "service" | "advertising";

/**
 * Where a message stands, as the consultant and the tablet are told.
 */
export type MessageDelivery = { 
/**
 * State.
 */
state: MessageState, 
/**
 * Why it isn't accepted.
 */
cause: MessageCause | null, 
/**
 * What the network reported, where the gateway tells it.
 */
delivery: DeliveryState | null, };

/**
 * A message in the queue.
 */
export type MessageId = number;

/**
 * A message in the list: nothing of its words, its number or its client.
 */
export type MessageLine = { 
/**
 * Which.
 */
id: MessageId, 
/**
 * What it is for.
 */
class: MessageClass, 
/**
 * What it says, where it is a notice.
 */
notice: NoticeKind | null, 
/**
 * When it was queued.
 */
made: Stamp, 
/**
 * When it leaves, where it waits.
 */
leaves: Stamp | null, 
/**
 * Where it stands.
 */
state: MessageState, 
/**
 * Why it isn't accepted.
 */
cause: MessageCause | null, 
/**
 * What the network says.
 */
delivery: DeliveryState | null, 
/**
 * When it said so.
 */
delivered: Stamp | null, 
/**
 * By which gateway.
 */
gateway: string | null, 
/**
 * The gateway's number for it.
 */
gateway_id: string | null, 
/**
 * Messages that the network counts.
 */
parts: number | null, 
/**
 * Thousandths of the account's currency.
 */
price: number | null, };

/**
 * Where a message stands.
 */
export type MessageState = "queued" | "handing" | "accepted" | "failed" | "uncertain";

/**
 * The messages of the latest days, and what this month took.
 */
export type MessagesShown = { 
/**
 * The newest first.
 */
lines: Array<MessageLine>, 
/**
 * How many there are in all.
 */
total: number, 
/**
 * Messages that the network counted this month.
 */
month_parts: number, 
/**
 * What they took, as far as gateways told it: thousandths.
 */
month_price: number, };

/**
 * How Mobizon is reached.
 */
export type Mobizon = { 
/**
 * Where it is, without a path.
 */
url: string, 
/**
 * API key.
 */
key: Secret, 
/**
 * Registered sender name; empty: the account's own.
 */
sender: string, };

/**
 * A right whose last day moves. Names nobody: the administrator doesn't read client data.
 */
export type MovedRight = { 
/**
 * Which.
 */
right: RightId, 
/**
 * Number of its application.
 */
number: string, 
/**
 * What is asked for.
 */
kind: RightKind, 
/**
 * In which branch.
 */
branch: string, 
/**
 * When the application was received.
 */
received: Stamp, 
/**
 * The last day so far.
 */
from: string, 
/**
 * The last day by the changed calendar.
 */
to: string, 
/**
 * It is earlier than was told: a warning.
 */
earlier: boolean, };

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
 * Makes a new recovery key, for a house whose key was lost, seen by a stranger, or never shown because the first start
 * was cut short. The old one goes on opening until [`KeepRecoveryKey`] proves that the new one was put away.
 */
export type NewRecoveryKey = { 
/**
 * One's own password, typed again.
 */
password: string, };

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
 * Notes something about a right.
 */
export type NoteRight = { 
/**
 * Which.
 */
right: RightId, 
/**
 * What.
 */
text: string, };

/**
 * Records that a client was told of the newest version otherwise than by SMS.
 */
export type NoteTold = { 
/**
 * The consent that they gave to an older version.
 */
consent: ConsentId, 
/**
 * On which day: `2026-12-14`.
 */
on: string, 
/**
 * How.
 */
channel: ObjectionChannel, };

/**
 * What a notice says. A closed list: each has its words in every catalogue.
 */
export type NoticeKind = "text_changed" | "reconsent_asked" | "loyalty_accepted" | "withdrawal_received" | "withdrawal_done" | "advertising";

/**
 * The notice in one language, and what it takes.
 */
export type NoticeShown = { 
/**
 * Language.
 */
lang: Lang, 
/**
 * The words.
 */
words: string, 
/**
 * What they take.
 */
parts: Parts, };

/**
 * What a number from a paper leads to.
 */
export type NumberFound = { 
/**
 * The visit.
 */
visit: VisitId, 
/**
 * The number as it is written.
 */
number: string, 
/**
 * Where the visit stands.
 */
state: VisitState, 
/**
 * It goes on paper.
 */
paper: boolean, 
/**
 * The consent that came of it.
 */
consent: ConsentId | null, 
/**
 * What was asked.
 */
title: string, 
/**
 * When it was opened.
 */
opened: Stamp, };

/**
 * An objection, as it stands on record.
 */
export type Objection = { 
/**
 * The day on which it was received.
 */
received: string, 
/**
 * By which channel.
 */
channel: ObjectionChannel, 
/**
 * When it was entered.
 */
at: Stamp, 
/**
 * By whom.
 */
by: string, 
/**
 * After the last day: silence had been acceptance by then. The objection counts from its day on.
 */
late: boolean, };

/**
 * By which channel an objection came, or a client was told.
 */
export type ObjectionChannel = "branch" | "letter" | "email" | "call";

/**
 * The obligation by which a withdrawal is refused.
 */
export type Obligation = { 
/**
 * What it is.
 */
kind: ObligationKind, 
/**
 * Number of the ticket or contract.
 */
number: string, };

/**
 * An unperformed obligation that forbids a withdrawal (Law 94-V art. 8(2)): the closed list.
 */
export type ObligationKind = "pledge_ticket" | "microcredit" | "contract";

/**
 * Opens a client's card. Every look is on record (A1).
 */
export type OpenClient = { 
/**
 * Whose.
 */
client: ClientId, };

/**
 * Opens a consent with its evidence. On record, like every look at a person's data.
 */
export type OpenConsent = { 
/**
 * Which.
 */
consent: ConsentId, };

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
 * Gives the scan of a signed form. Looking at it is on record.
 */
export type OpenPaper = { 
/**
 * Of which visit.
 */
visit: VisitId, };

/**
 * Opens an application. Journalled: it shows a person's data.
 */
export type OpenRequest = { 
/**
 * Which.
 */
request: RequestId, };

/**
 * Reads a site's list and shows how it was understood. Nothing lands yet.
 */
export type OpenSite = { 
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
 * The text that the site showed.
 */
text: TextId, 
/**
 * In which language, where the list doesn't say.
 */
lang: Lang, };

/**
 * Opens a visit and sends it to a tablet, or – without one – straight to paper.
 */
export type OpenVisit = { 
/**
 * Which text is asked.
 */
text: TextId, 
/**
 * On which tablet; none: in the second window, or on paper.
 */
tablet: TabletId | null, 
/**
 * In the second window of this workstation, turned to the client.
 */
window: boolean, 
/**
 * Who acts for the client, if not the client in person.
 */
representative: VisitRepresentative | null, 
/**
 * Whose, where the client's card is open already.
 */
client: ClientId | null, };

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
 * A certificate of the organisation's own, with its key. The key leaves the vault for the station alone.
 */
export type OwnCertificate = { 
/**
 * The certificate and those above it, PEM.
 */
chain: string, 
/**
 * Its key, PEM.
 */
key: Secret, 
/**
 * The hosts that it is good for; `*.branch.kz` for any of a domain.
 */
names: Array<string>, 
/**
 * The first day on which it is good.
 */
first_day: string, 
/**
 * The last one.
 */
last_day: string, };

/**
 * It, as the settings show it: without its key.
 */
export type OwnShown = { 
/**
 * The hosts that it is good for.
 */
names: Array<string>, 
/**
 * The last day.
 */
last_day: string, 
/**
 * Days till then; negative: it is over.
 */
days_left: number, 
/**
 * It is time to bring in the next one.
 */
ends_soon: boolean, 
/**
 * Every name under which tablets are to reach the station is in it.
 */
fits: boolean, };

/**
 * What came of a tablet's attempt to pair. A wrong try is an answer: it is counted.
 */
export type PairCheck = { "kind": "paired", 
/**
 * It.
 */
secret: Secret, } | { "kind": "wrong", 
/**
 * Tries left.
 */
left: number, } | { "kind": "over" };

/**
 * Begins to pair a tablet.
 */
export type PairTablet = { 
/**
 * Its name at the counter.
 */
name: string, 
/**
 * In which branch; left out, one's own.
 */
branch: BranchId | null, 
/**
 * A tablet that is known already and is paired once more: it keeps its name, its branch and its history, and its former
 * secret dies as soon as the new one is there.
 */
tablet: TabletId | null, };

/**
 * A pairing that waits for its tablet.
 */
export type Pairing = { 
/**
 * What the QR code opens; none while the station is off.
 */
url: string | null, 
/**
 * The word in it, once: 128 bits.
 */
token: string, 
/**
 * Six digits to type on the tablet.
 */
digits: string, 
/**
 * Till when it can be used.
 */
until: Stamp, };

/**
 * Everything that the printed form says.
 */
export type PaperForm = { 
/**
 * The visit's number; its QR code says the same.
 */
number: string, 
/**
 * The language of the form.
 */
lang: TextLang, 
/**
 * Who asks.
 */
operator: string, 
/**
 * BIN of who asks.
 */
bin: string, 
/**
 * Address of who asks.
 */
address: string, 
/**
 * In which branch.
 */
branch: string, 
/**
 * The text.
 */
text: TextShown, 
/**
 * Its hash, as evidence will name it.
 */
sha256: string, 
/**
 * The fields that the client fills by hand.
 */
fields: Array<Field>, 
/**
 * Who acts for the client.
 */
representative: VisitRepresentative | null, 
/**
 * When it was printed.
 */
printed: Stamp, };

/**
 * A paragraph and what became of it.
 */
export type ParagraphChange = { 
/**
 * What.
 */
change: Change, 
/**
 * Its number before, from 1.
 */
from: number | null, 
/**
 * Its number after, from 1.
 */
to: number | null, 
/**
 * Its words, in their order; what was removed stands before what was added.
 */
pieces: Array<Piece>, };

/**
 * One message in the courier's hands.
 */
export type Parcel = { 
/**
 * Which.
 */
id: MessageId, 
/**
 * This lease. An answer under another one isn't heard.
 */
attempt: string, 
/**
 * The message's own identity, the same on every try.
 */
identity: string, 
/**
 * E.164.
 */
to: string, 
/**
 * The words.
 */
text: string, 
/**
 * By which gateway.
 */
gateway: Gateway, };

/**
 * What a text takes.
 */
export type Parts = { 
/**
 * In which letters it travels.
 */
letters: Letters, 
/**
 * Letters, as the network counts them.
 */
length: number, 
/**
 * Messages that are paid for; none for an empty text.
 */
parts: number, 
/**
 * Letters that still fit into the last of them.
 */
left: number, };

/**
 * Words that are the same on both sides, or stand on one alone.
 */
export type Piece = { 
/**
 * Same, added or removed.
 */
change: Change, 
/**
 * The words.
 */
text: string, };

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
 * How many could be reached for advertising by a channel now, and how many not and why.
 */
export type PreviewAdvertising = { 
/**
 * By which channel.
 */
channel: ContactChannel, };

/**
 * Shows what a change of a date would move. Changes nothing.
 */
export type PreviewDay = { 
/**
 * `2026-12-19`
 */
date: string, 
/**
 * What it is to become.
 */
kind: DayKind, };

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
 * Shows the notice about the newest version, and how many it would go to.
 */
export type PreviewTelling = { 
/**
 * Any version of the family.
 */
text: TextId, };

/**
 * Shows until when rights would be due if an application asked for them (R4). Changes nothing.
 */
export type PreviewTerms = { 
/**
 * When it arrived, by local time; now where nothing is said.
 */
received: Stamp | null, 
/**
 * What it asks for.
 */
kinds: Array<RightKind>, };

/**
 * Shows what could be withdrawn and what would follow, before anything is registered. Changes nothing.
 */
export type PreviewWithdrawal = { 
/**
 * Whose consents.
 */
client: ClientId, 
/**
 * What of them.
 */
scope: WithdrawScope, 
/**
 * When the application arrived; now where nothing is said.
 */
received: Stamp | null, 
/**
 * From which day, where the person names one.
 */
wished: string | null, 
/**
 * In which language the person reads.
 */
lang: Lang, };

/**
 * Prints an application for a new code word, for the person to fill and sign. The word itself is written by hand: the house
 * learns it from the paper and keeps nothing that could be read back.
 */
export type PrintCodeWordForm = { 
/**
 * Whose.
 */
client: ClientId, 
/**
 * In which language the person reads.
 */
lang: Lang, };

/**
 * Prints the paper form of a visit. On record: a form that was printed may have been signed.
 */
export type PrintForm = { 
/**
 * Of which visit.
 */
visit: VisitId, 
/**
 * In which language; left out, the one that the client chose.
 */
lang: TextLang | null, };

/**
 * Prints the application that a person signed on the tablet, in the language in which they read it, with their signature.
 */
export type PrintSignedWithdrawal = { 
/**
 * The right that was asked for by it.
 */
right: RightId, };

/**
 * Prints an application for withdrawal with its consequences, for the person to sign. On record: what is printed may
 * be signed.
 */
export type PrintWithdrawal = { 
/**
 * Whose consents.
 */
client: ClientId, 
/**
 * What of them.
 */
scope: WithdrawScope, 
/**
 * From which day, where the person names one.
 */
wished: string | null, 
/**
 * In which language the person reads.
 */
lang: Lang, };

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
 * The operator's own employees aren't taken as clients (C5), by the list that the loyalty room keeps.
 */
no_employees: boolean, 
/**
 * The approved list of data categories (C2): no others are kept.
 */
categories: Array<Field>, 
/**
 * Days in which a client can object to a new version of a text; silence is acceptance then (S9). None: it never is.
 */
silence_days?: number | null, 
/**
 * How long for which kind of request, and by what law or promise (R4); usual where nothing is said.
 */
terms?: Array<ClockRule>, 
/**
 * How many working days ahead a withdrawal is told, by the operator's own rules: one to the law's fifteen (S7).
 */
withdrawal_notice?: number, };

/**
 * A loyalty programme.
 */
export type ProgrammeId = number;

/**
 * A programme, as it is shown.
 */
export type ProgrammeShown = { 
/**
 * Number.
 */
id: ProgrammeId, 
/**
 * Who runs it.
 */
operator: OperatorId, 
/**
 * Name.
 */
name: TextPair, 
/**
 * Its first day.
 */
since: string, 
/**
 * Its last day; none where it has no end.
 */
until: string | null, 
/**
 * The operators that share it, the one that runs it among them.
 */
operators: Array<OperatorId>, 
/**
 * It runs today.
 */
runs: boolean, 
/**
 * For noticing that somebody else changed it meanwhile.
 */
version: number, };

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
 * Lets the client have more time: the warning on the tablet goes, and its two minutes begin anew.
 */
export type ProlongSigning = { 
/**
 * Which.
 */
signing: SigningId, };

/**
 * Lets the client have more time: the warning on the tablet goes, and its two minutes begin anew.
 */
export type ProlongVisit = { 
/**
 * Which visit.
 */
visit: VisitId, };

/**
 * In which form a proof is given out.
 */
export type ProofForm = "pdf" | "json";

/**
 * How an applicant proved who they are.
 */
export type ProofMethod = "document_seen" | "authority_seen" | "eds" | "signature_compared" | "sms_code" | "code_word" | "questions";

/**
 * A proof of identity.
 */
export type ProofShown = { 
/**
 * How.
 */
method: ProofMethod, 
/**
 * When.
 */
at: Stamp, 
/**
 * Before whom.
 */
by: string, };

/**
 * Makes a proof of consent, to be given to whoever may ask for it (S5). A blocked client's isn't given out.
 */
export type ProveConsent = { 
/**
 * Which.
 */
consent: ConsentId, 
/**
 * Sheet or file.
 */
form: ProofForm, 
/**
 * Language of the sheet; the asker's own where nothing is said.
 */
lang: Lang | null, };

/**
 * Notes that the applicant proved who they are.
 */
export type ProveIdentity = { 
/**
 * Of which application.
 */
request: RequestId, 
/**
 * How.
 */
method: ProofMethod, };

/**
 * Publishes a draft, for ever, if nothing lacks. The draft is gone then.
 */
export type PublishDraft = { 
/**
 * Which.
 */
draft: TextDraftId, 
/**
 * As it was when it was read: what is published is what was seen.
 */
rev: number, };

/**
 * Publishes a text, for ever. A family's next version takes the place of the one before for new visits.
 */
export type PublishText = { 
/**
 * Whose; left out, one's own operator's.
 */
operator: OperatorId | null, 
/**
 * What.
 */
text: TextForm, };

/**
 * An answer to a purpose.
 */
export type PurposeAnswer = { 
/**
 * To which.
 */
purpose: PurposeId, 
/**
 * Given or not.
 */
yes: boolean, };

/**
 * A purpose that is being written: nothing is chosen yet.
 */
export type PurposeDraft = { 
/**
 * Needed for the service, or optional.
 */
kind: PurposeKind | null, 
/**
 * On what it rests.
 */
basis: ConsentBasis | null, 
/**
 * Its name.
 */
name: TextPair, 
/**
 * One sentence that explains it.
 */
note: TextPair, 
/**
 * By which channels.
 */
channels: Array<ContactChannel>, 
/**
 * With which data.
 */
data: Array<Field>, 
/**
 * Till when.
 */
term: ConsentTerm | null, 
/**
 * The date, where the term is one.
 */
term_until: string, 
/**
 * To whom data are passed for it.
 */
recipients: Array<TextPair>, 
/**
 * To which countries data go for it.
 */
countries: Array<Country>, };

/**
 * A purpose as it is published.
 */
export type PurposeForm = { 
/**
 * Needed for the service, or optional.
 */
kind: PurposeKind, 
/**
 * On what it rests.
 */
basis: ConsentBasis, 
/**
 * Its name.
 */
name: TextPair, 
/**
 * One sentence that explains it.
 */
note: TextPair, 
/**
 * By which channels.
 */
channels: Array<ContactChannel>, 
/**
 * With which data.
 */
data: Array<Field>, 
/**
 * Till when.
 */
term: ConsentTerm, 
/**
 * The date, where the term is one: `2027-12-31`.
 */
term_until: string | null, 
/**
 * To whom data are passed for it.
 */
recipients: Array<TextPair>, 
/**
 * To which countries data go for it.
 */
countries: Array<Country>, };

/**
 * A purpose of a published text.
 */
export type PurposeId = number;

/**
 * What a purpose is to the service (S4).
 */
export type PurposeKind = "service" | "optional";

/**
 * A purpose in one language.
 */
export type PurposeShown = { 
/**
 * Which.
 */
id: PurposeId, 
/**
 * Needed for the service, or optional.
 */
kind: PurposeKind, 
/**
 * Name.
 */
name: string, 
/**
 * One sentence more.
 */
note: string, 
/**
 * Channels.
 */
channels: Array<ContactChannel>, };

/**
 * A page of the queue.
 */
export type Queue = { 
/**
 * Next-due first.
 */
lines: Array<QueueLine>, 
/**
 * How many each view has.
 */
counts: QueueCounts, 
/**
 * There is another page.
 */
more: boolean, 
/**
 * When it was read.
 */
as_of: Stamp, };

/**
 * How many open rights each view has.
 */
export type QueueCounts = { 
/**
 * One's own.
 */
mine: number, 
/**
 * Nobody's.
 */
unassigned: number, 
/**
 * Last day today.
 */
today: number, 
/**
 * Last day over.
 */
overdue: number, 
/**
 * Waiting for a second person.
 */
for_approval: number, 
/**
 * All.
 */
all: number, };

/**
 * A right in the queue.
 */
export type QueueLine = { 
/**
 * Which.
 */
right: RightId, 
/**
 * Of which application.
 */
request: RequestId, 
/**
 * Its number.
 */
number: string, 
/**
 * What is asked for.
 */
kind: RightKind, 
/**
 * How it stands.
 */
state: RightState, 
/**
 * Whose data.
 */
client: ClientId | null, 
/**
 * Who applies; masked where the data are blocked.
 */
who: string, 
/**
 * How it arrived.
 */
channel: Channel, 
/**
 * When.
 */
received: Stamp, 
/**
 * When it is due.
 */
due: Due, 
/**
 * Who has it.
 */
owner: StaffId | null, 
/**
 * Their name; empty where nobody has it.
 */
owner_name: string, 
/**
 * Since when.
 */
owner_since: Stamp | null, 
/**
 * In which branch.
 */
branch_name: string, 
/**
 * The applicant is waited for: something lacks.
 */
waiting: boolean, 
/**
 * The client's data are blocked, in whole or in part.
 */
blocked: boolean, 
/**
 * Why it is late, where that was asked already.
 */
late_cause: LateCause | null, 
/**
 * For noticing that somebody else changed it meanwhile.
 */
version: number, };

/**
 * Which open rights the queue shows.
 */
export type QueueView = "mine" | "unassigned" | "today" | "overdue" | "for_approval" | "all";

/**
 * The board of an operator.
 */
export type ReadBoard = { 
/**
 * One branch only.
 */
branch: BranchId | null, };

/**
 * Why a right is due when it is: the count, step by step, and every former one.
 */
export type ReadCount = { 
/**
 * Which.
 */
right: RightId, };

/**
 * Gives what the paper form of a visit says.
 */
export type ReadPaperForm = { 
/**
 * Of which visit.
 */
visit: VisitId, 
/**
 * In which language; left out, the one that the client chose.
 */
lang: TextLang | null, };

/**
 * Reads the asker's draft of a reply.
 */
export type ReadReplyDraft = { 
/**
 * Of which right.
 */
right: RightId, };

/**
 * Reads the settings of the installation.
 */
export type ReadSettings = Record<symbol, never>;

/**
 * The calendar of a year, day by day.
 */
export type ReadYear = { 
/**
 * The year.
 */
year: number, };

/**
 * Why a row doesn't land.
 */
export type Reason = "no_iin" | "iin_length" | "iin_check" | "iin_form" | "no_surname" | "no_given" | "name_letters" | "birth_date" | "date" | "phone" | "email" | "document_number" | "card" | "choice" | "too_long" | "formula" | "lost_letters" | "under_age" | "employee" | "blocked";

/**
 * People of one reason.
 */
export type ReasonCount = { 
/**
 * Why they are not on the list.
 */
reason: ContactReason, 
/**
 * How many.
 */
people: number, };

/**
 * Gives a right to a member of staff, whoever has it (R8).
 */
export type Reassign = { 
/**
 * Which.
 */
right: RightId, 
/**
 * Version that was read.
 */
version: number, 
/**
 * To whom.
 */
to: StaffId, 
/**
 * In words; may be empty.
 */
note: string, };

/**
 * What a gateway says about a message that it took.
 */
export type Receipt = { 
/**
 * The gateway's number for it, where it gives one.
 */
id: string | null, 
/**
 * What else it calls it by: a campaign.
 */
reference: string | null, 
/**
 * Messages that it counted.
 */
parts: number | null, 
/**
 * Thousandths of the account's currency that it takes for it.
 */
price: number | null, };

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
 * A list that was made.
 */
export type RecipientsList = { 
/**
 * The workbook's name.
 */
name: string, 
/**
 * Its bytes, base64.
 */
bytes: string, 
/**
 * How many people.
 */
people: number, 
/**
 * How many were left out: their data are blocked, or no longer go to the programme's other operators.
 */
left_out: number, };

/**
 * Records that a client objects to the newest version. A right of the person: a block doesn't stop it.
 */
export type RecordObjection = { 
/**
 * The consent that they gave to an older version.
 */
consent: ConsentId, 
/**
 * On which day it was received: `2026-12-14`.
 */
received: string, 
/**
 * By which channel.
 */
channel: ObjectionChannel, };

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
 * A new recovery key.
 */
export type RecoveryKeyMade = { 
/**
 * Shown once.
 */
recovery_key: string, };

/**
 * How the recovery key stands.
 */
export type RecoveryKeyStands = { 
/**
 * An administrator has proved that it was put away.
 */
kept: boolean, 
/**
 * A newer one was shown and nobody has proved it yet: both open.
 */
next: boolean, };

/**
 * Was the recovery key put away by somebody?
 */
export type RecoveryKeyState = Record<symbol, never>;

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
 * Why a right is refused: the closed list.
 */
export type RefusalGround = "not_identified" | "no_authority" | "law_keeps" | "obligation" | "others_data" | "no_data" | "not_confirmed" | "repeated" | "other_law";

/**
 * A refusal in a list.
 */
export type RefusalLine = { 
/**
 * The visit that it ended.
 */
visit: VisitId, 
/**
 * Its readable number.
 */
number: string, 
/**
 * Whose, where the visit was begun from a card.
 */
client: ClientId | null, 
/**
 * Their name.
 */
client_name: string | null, 
/**
 * What was asked.
 */
title: TextPair, 
/**
 * Version of the text.
 */
version: number, 
/**
 * When.
 */
at: Stamp, 
/**
 * Who said so.
 */
said_by: SaidBy, 
/**
 * In which branch.
 */
branch: string, };

/**
 * A page of refusals.
 */
export type RefusalPage = { 
/**
 * The newest first.
 */
lines: Array<RefusalLine>, 
/**
 * Of how many.
 */
total: number, };

/**
 * A refusal with its evidence.
 */
export type RefusalShown = { 
/**
 * When.
 */
at: Stamp, 
/**
 * Who said so.
 */
said_by: SaidBy, 
/**
 * The consultant before whom.
 */
consultant: string, 
/**
 * The evidence, JSON.
 */
evidence: string, 
/**
 * Its SHA-256 in hex.
 */
sha256: string, 
/**
 * The evidence still has that hash.
 */
intact: boolean, 
/**
 * Number of the journal entry that sealed it.
 */
entry: number | null, };

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
 * Lists what the register can be filtered by.
 */
export type RegisterFacetsOf = Record<symbol, never>;

/**
 * A register that was given out.
 */
export type RegisterFile = { 
/**
 * The workbook.
 */
file: SavedFile, 
/**
 * Consents in it.
 */
consents: number, 
/**
 * Consents that are left out, for the data are blocked.
 */
left_out: number, 
/**
 * There were more than a workbook takes: narrow the filter for the rest.
 */
cut: boolean, };

/**
 * Registers an application; the clock of each right runs from receipt.
 */
export type RegisterRequest = { 
/**
 * Whose data, where they are a client.
 */
client: ClientId | null, 
/**
 * Who applies, where they are no client.
 */
applicant: Applicant, 
/**
 * How it arrived.
 */
channel: Channel, 
/**
 * When it arrived, by local time; now where nothing is said.
 */
received: Stamp | null, 
/**
 * What it says.
 */
text: string, 
/**
 * The language of the reply.
 */
lang: Lang, 
/**
 * What the applicant showed.
 */
shown: ShownDocument, 
/**
 * Who applies for the person.
 */
representative: Representative | null, 
/**
 * How the applicant proved who they are, where they did.
 */
proof: ProofMethod | null, 
/**
 * What is asked for; each once.
 */
rights: Array<AskedRight>, 
/**
 * The branch that works on it; one's own where nothing is said.
 */
branch: BranchId | null, 
/**
 * Take it at once.
 */
take: boolean, };

/**
 * Gives a tablet another name.
 */
export type RenameTablet = { 
/**
 * Which.
 */
tablet: TabletId, 
/**
 * Its name from now on.
 */
name: string, };

/**
 * Takes an answered right up again, as a new right linked to it; nothing of the old one is deleted.
 */
export type Reopen = { 
/**
 * Which.
 */
right: RightId, 
/**
 * Version that was read.
 */
version: number, 
/**
 * Why.
 */
text: string, };

/**
 * What was repaired in a row, because it was certain.
 */
export type Repair = "spaces_caps" | "no_patronymic_word" | "iin_space" | "iso_date" | "latin_lookalikes" | "iin_lost_zeros" | "formula_text" | "two_phones" | "quoted_newline" | "excel_date";

/**
 * How the reply reached the person.
 */
export type ReplyDelivery = "in_hand" | "email" | "post" | "app" | "chat" | "phone";

/**
 * A reply that is being written.
 */
export type ReplyDraft = { 
/**
 * The decision, if one is chosen.
 */
decision: Decision | null, 
/**
 * The ground of a refusal, if one is chosen.
 */
ground: RefusalGround | null, 
/**
 * The words so far.
 */
text: string, };

/**
 * Notes what gateways said about messages. What isn't ours, or is known already, is left alone.
 */
export type ReportDeliveries = { 
/**
 * What was said.
 */
said: Array<DeliverySaid>, };

/**
 * Who applies for the person, and by what document (C3, R3).
 */
export type Representative = { 
/**
 * Their name.
 */
name: string, 
/**
 * The document that gives the authority, with its number.
 */
paper: string, 
/**
 * Its date. A power of attorney without one is void.
 */
from: string, 
/**
 * Until when it holds; a year where nothing is said, three at most (Civil Code art. 168).
 */
until: string, };

/**
 * An application: what arrived.
 */
export type RequestId = number;

/**
 * An application with everything in it.
 */
export type RequestShown = { 
/**
 * Number in the vault.
 */
id: RequestId, 
/**
 * Number as people write it: `2026-00017`.
 */
number: string, 
/**
 * In which branch it is worked on.
 */
branch: BranchId, 
/**
 * Its name.
 */
branch_name: string, 
/**
 * Whose data, where they are a client.
 */
client: ClientId | null, 
/**
 * Who applies: the client's name, or the applicant's. Masked where the data are blocked.
 */
who: string, 
/**
 * Who applies, where they are no client, and how to reach them.
 */
applicant: Applicant, 
/**
 * How it arrived.
 */
channel: Channel, 
/**
 * When; never changes.
 */
received: Stamp, 
/**
 * When it was entered.
 */
entered: Stamp, 
/**
 * By whom.
 */
entered_by: string, 
/**
 * What it says.
 */
text: string, 
/**
 * The language of the reply.
 */
lang: Lang, 
/**
 * What the applicant showed.
 */
shown: ShownDocument, 
/**
 * Who applies for the person.
 */
representative: Representative | null, 
/**
 * What is still lacking.
 */
lacks: Array<Lack>, 
/**
 * How the applicant proved who they are.
 */
proofs: Array<ProofShown>, 
/**
 * What is asked for.
 */
rights: Array<RightShown>, 
/**
 * What a refusal adds to its text, in the language of the reply.
 */
complaint_notice: string, 
/**
 * For noticing that somebody else changed it meanwhile.
 */
version: number, };

/**
 * The applications of a client, the newest first.
 */
export type RequestsOfClient = { 
/**
 * Whose.
 */
client: ClientId, };

/**
 * What must hold of a person to take part.
 */
export type Requirement = "regular" | "adult" | "not_employee" | "consented" | "not_blocked" | "running";

/**
 * Gives a new first password: the old one stops, and so do the sessions.
 */
export type ResetPassword = { 
/**
 * Whose.
 */
staff: StaffId, };

/**
 * Sets another date for looking at a block again.
 */
export type ReviewBlock = { 
/**
 * Which.
 */
block: BlockId, 
/**
 * Version that was read.
 */
version: number, 
/**
 * `2026-12-28`
 */
review_on: string, };

/**
 * Revokes a tablet: its secret opens nothing from this moment on.
 */
export type RevokeTablet = { 
/**
 * Which.
 */
tablet: TabletId, };

/**
 * A permission that a command needs.
 */
export type Right = "anyone" | "own_session" | "read_house" | "manage_staff" | "manage_house" | "manage_texts" | "find_clients" | "open_client" | "receive_client" | "edit_client" | "import_clients" | "tell_clients" | "take_consent" | "allow_codes" | "read_consents" | "export_consents" | "block" | "unblock" | "register_request" | "work_requests" | "assign_requests" | "oversee_requests" | "advertise" | "decide_loyalty" | "code_words" | "read_journal" | "tablet_step" | "machine";

/**
 * A right that an application asks for.
 */
export type RightId = number;

/**
 * What is asked for (R2).
 */
export type RightKind = "information" | "copy" | "rectify" | "block" | "destroy" | "withdraw" | "complaint" | "suspected_access" | "code_word" | "objection" | "state_demand";

/**
 * A right with everything about it.
 */
export type RightShown = { 
/**
 * Number.
 */
id: RightId, 
/**
 * Of which application.
 */
request: RequestId, 
/**
 * What is asked for.
 */
kind: RightKind, 
/**
 * The disputed fields.
 */
fields: Array<Field>, 
/**
 * How it stands.
 */
state: RightState, 
/**
 * The steps that fit that state.
 */
steps: Array<RightStep>, 
/**
 * Who has it.
 */
owner: StaffId | null, 
/**
 * Their name; empty where nobody has it.
 */
owner_name: string, 
/**
 * Since when.
 */
owner_since: Stamp | null, 
/**
 * When it is due.
 */
due: Due, 
/**
 * The last day before it was counted anew, where it moved.
 */
due_before: string | null, 
/**
 * By which rule.
 */
rule: ClockRule, 
/**
 * Who applies has proved it well enough for this kind of right.
 */
proved: boolean, 
/**
 * How it was decided.
 */
decision: Decision | null, 
/**
 * Why it was refused.
 */
ground: RefusalGround | null, 
/**
 * The answer.
 */
answer: string, 
/**
 * How the reply reached the person.
 */
delivery: ReplyDelivery | null, 
/**
 * When.
 */
answered: Stamp | null, 
/**
 * Why it is late.
 */
late_cause: LateCause | null, 
/**
 * In words; may be empty.
 */
late_note: string, 
/**
 * The same matter as this right.
 */
duplicate_of: RightId | null, 
/**
 * The right that this one takes up again.
 */
reopens: RightId | null, 
/**
 * Other rights that may be the same matter: a hint, never a state.
 */
alike: Array<AlikeRight>, 
/**
 * What happened to it, in order.
 */
events: Array<EventShown>, 
/**
 * The last thing that the asker did here and can still take back.
 */
undo: EventId | null, 
/**
 * For noticing that somebody else changed it meanwhile.
 */
version: number, };

/**
 * How a right stands.
 */
export type RightState = "new" | "checking" | "in_work" | "for_approval" | "decided" | "answered";

/**
 * What can be done with a right.
 */
export type RightStep = "take" | "prove" | "decide" | "submit" | "approve" | "send_back" | "close" | "hand_over" | "reopen";

/**
 * What a member of staff is there for (A1).
 */
export type Role = "consultant" | "agent" | "manager" | "administrator";

/**
 * Who said that the client refuses.
 */
export type SaidBy = "client" | "consultant";

/**
 * Keeps a draft as it is typed. Refused where somebody else kept another meanwhile.
 */
export type SaveDraft = { 
/**
 * Which.
 */
draft: TextDraftId, 
/**
 * As it was when it was read.
 */
rev: number, 
/**
 * What is written.
 */
form: Draft, };

/**
 * Registers what the client signed on the tablet: the withdrawal, that its consequences were shown, the signature and the
 * evidence of it, all or nothing.
 */
export type SaveSigning = { 
/**
 * Which.
 */
signing: SigningId, 
/**
 * The revision that the consultant saw.
 */
rev: number, 
/**
 * The document that was shown. The signature is the one on the tablet.
 */
shown: ShownDocument, 
/**
 * How the applicant proved who they are, where they did.
 */
proof: ProofMethod | null, 
/**
 * Take the right at once.
 */
take: boolean, };

/**
 * Saves client and consent: everything or nothing.
 */
export type SaveVisit = { 
/**
 * Which visit.
 */
visit: VisitId, 
/**
 * As it was when the consultant looked.
 */
rev: number, 
/**
 * The person as the document says; what the client typed, corrected where it differed.
 */
person: { [key in string]: string }, 
/**
 * The document.
 */
document: DocumentShown, 
/**
 * The consultant saw the original.
 */
original_seen: boolean, 
/**
 * The card it belongs to; none: found by the IIN, or made new.
 */
client: ClientId | null, 
/**
 * Cards that look like the same person's and aren't: the consultant looked and decided.
 */
apart: Array<ClientId>, 
/**
 * On paper: the answers of the signed form. On the tablet the client's own stand.
 */
answers: Array<PurposeAnswer>, 
/**
 * On paper: the language of the signed form.
 */
lang: TextLang | null, };

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
 * A scan with its bytes.
 */
export type Scan = { 
/**
 * What it is.
 */
kind: ScanKind, 
/**
 * Base64.
 */
base64: string, };

/**
 * What a scan is.
 */
export type ScanKind = "pdf" | "jpeg" | "png";

/**
 * The scan of a signed form, without its bytes.
 */
export type ScanShown = { 
/**
 * What it is.
 */
kind: ScanKind, 
/**
 * Bytes.
 */
size: number, 
/**
 * SHA-256 in hex.
 */
sha256: string, 
/**
 * When it was attached.
 */
at: Stamp, };

/**
 * A password: stored in the vault, shown to the courier alone, printed nowhere.
 */
export type Secret = string;

/**
 * Sends a submitted answer back, with what is wrong about it.
 */
export type SendBack = { 
/**
 * Of which right.
 */
right: RightId, 
/**
 * Version that was read.
 */
version: number, 
/**
 * What is wrong.
 */
text: string, };

/**
 * How a session stands.
 */
export type SessionState = "none" | "live" | "locked" | "expired";

/**
 * Blocks a client's data (D1).
 */
export type SetBlock = { 
/**
 * Whose data.
 */
client: ClientId, 
/**
 * What of them.
 */
scope: BlockScope, 
/**
 * Why.
 */
ground: BlockGround, 
/**
 * Why, in words; needed for another ground.
 */
ground_text: string, 
/**
 * How it is done in practice, where the ground leaves a choice.
 */
method: string, 
/**
 * When to look at it again, `2026-12-28`; ten working days on where nothing is said.
 */
review_on: string | null, };

/**
 * Sets or changes a code word on a signed application.
 */
export type SetCodeWord = { 
/**
 * Whose.
 */
client: ClientId, 
/**
 * The word, as the application has it.
 */
word: Secret, 
/**
 * Number and date of the signed application.
 */
paper: string, 
/**
 * The application is signed, and the signature was compared.
 */
signed: boolean, };

/**
 * Puts a list of employees' IINs in the place of the former one. Only keyed hashes are kept.
 */
export type SetEmployees = { 
/**
 * Of which operator.
 */
operator: OperatorId, 
/**
 * The IINs, one a line; anything after the number on its line is left out.
 */
list: string, };

/**
 * Chooses the gateway.
 */
export type SetGateway = { 
/**
 * Which.
 */
gateway: GatewayForm, };

/**
 * Reads in another language from now on; kept with the account.
 */
export type SetLanguage = { 
/**
 * Which.
 */
lang: Lang, };

/**
 * Looks at the window another way from now on; kept with the account.
 */
export type SetLook = { 
/**
 * How.
 */
look: Look, };

/**
 * Adds a programme, or changes one.
 */
export type SetProgramme = { 
/**
 * Which; none adds one.
 */
id: ProgrammeId | null, 
/**
 * Version that was read.
 */
version: number, 
/**
 * Who runs it.
 */
operator: OperatorId, 
/**
 * Name, in both languages.
 */
name: TextPair, 
/**
 * Its first day.
 */
since: string, 
/**
 * Its last day; none where it has no end.
 */
until: string | null, 
/**
 * The operators that share it; the one that runs it is always among them.
 */
operators: Array<OperatorId>, };

/**
 * Switches the station on or off, and says where it listens.
 */
export type SetStation = { 
/**
 * What it is to do.
 */
settings: StationSettings, };

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
 * Writes down what the client wishes of channels of advertising (C9). A stop counts at once.
 */
export type SetWish = { 
/**
 * Whose wish.
 */
client: ClientId, 
/**
 * Of which channels.
 */
channels: Array<ContactChannel>, 
/**
 * No advertising, or again where a consent to it holds.
 */
stop: boolean, 
/**
 * How it was said.
 */
how: Channel, };

/**
 * Settings of the installation.
 */
export type Settings = { 
/**
 * Minutes without a touch until a window locks itself.
 */
idle_minutes: number, };

/**
 * Says what came of a message.
 */
export type SettleParcel = { 
/**
 * Which.
 */
id: MessageId, 
/**
 * Under which lease.
 */
attempt: string, 
/**
 * What came of it.
 */
handed: Handed, };

/**
 * Says whether a client has a code word, and how many wrong ones are left today.
 */
export type ShowCodeWord = { 
/**
 * Whose.
 */
client: ClientId, };

/**
 * Shows a draft, whole, with what it lacks.
 */
export type ShowDraft = { 
/**
 * Which.
 */
draft: TextDraftId, };

/**
 * Shows the gateway.
 */
export type ShowGateway = Record<symbol, never>;

/**
 * Shows how far a signing is.
 */
export type ShowSigning = { 
/**
 * Which.
 */
signing: SigningId, };

/**
 * Shows the station.
 */
export type ShowStation = Record<symbol, never>;

/**
 * Shows one text, whole.
 */
export type ShowText = { 
/**
 * Which.
 */
text: TextId, };

/**
 * Shows how far a visit is.
 */
export type ShowVisit = { 
/**
 * Which.
 */
visit: VisitId, };

/**
 * The withdrawal that a right asks for.
 */
export type ShowWithdrawal = { 
/**
 * Which right.
 */
right: RightId, 
/**
 * In which language the person is told the consequences.
 */
lang: Lang, };

/**
 * That consequences were made known.
 */
export type ShowingShown = { 
/**
 * When.
 */
at: Stamp, 
/**
 * By whom.
 */
by: string, 
/**
 * How.
 */
way: ShowingWay, 
/**
 * In which language.
 */
lang: Lang, 
/**
 * The very words.
 */
lines: Array<string>, 
/**
 * Their SHA-256, in hex.
 */
sha256: string, };

/**
 * How the consequences were made known.
 */
export type ShowingWay = "screen" | "printed" | "told" | "sent" | "tablet";

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
 * A block covers it; whoever works on the block still reads the value.
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
 * What the applicant showed of who they are.
 */
export type ShownDocument = { 
/**
 * Number of the identity document.
 */
number: string, 
/**
 * When it was issued, `2022-01-30`.
 */
issued: string, 
/**
 * Who issued it.
 */
issuer: string, 
/**
 * The application is signed, or has what stands for it electronically.
 */
signed: boolean, };

/**
 * Signs the head of the chain, to be kept outside the house.
 */
export type SignCheckpoint = Record<symbol, never>;

/**
 * A point of the signature: place in a box of one by one, time in milliseconds, pressure.
 */
export type SignPoint = [number, number, number, number];

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
 * An application that was signed on the tablet.
 */
export type SignedWithdrawal = { 
/**
 * The application, word for word.
 */
form: WithdrawalForm, 
/**
 * SHA-256 of it, in hex.
 */
sha256: string, 
/**
 * The signature.
 */
strokes: Array<Array<SignPoint>>, 
/**
 * Name of the tablet.
 */
tablet: string, 
/**
 * When it was on the screen in this language.
 */
shown: Stamp, 
/**
 * When it was signed.
 */
signed: Stamp, 
/**
 * Application and signature are those whose hashes were sealed.
 */
intact: boolean, 
/**
 * Number of the journal entry that sealed them.
 */
entry: number | null, };

/**
 * A withdrawal that is signed on a tablet.
 */
export type SigningId = number;

/**
 * A signing as the consultant sees it.
 */
export type SigningShown = { 
/**
 * Which.
 */
id: SigningId, 
/**
 * Whose.
 */
client: ClientId, 
/**
 * Their name.
 */
client_name: string, 
/**
 * How far it is.
 */
state: SigningState, 
/**
 * For the next command.
 */
rev: number, 
/**
 * Name of the tablet.
 */
tablet: string, 
/**
 * The tablet is the second window of a workstation.
 */
window: boolean, 
/**
 * The client calls for help.
 */
calling: boolean, 
/**
 * The tablet asks whether anybody is there: seconds until it wipes.
 */
idle: number | null, 
/**
 * What is withdrawn.
 */
scope: WithdrawScope, 
/**
 * From which day, where the person named one.
 */
wished: string | null, 
/**
 * The language on the tablet.
 */
lang: Lang, 
/**
 * The application; none where it ended without being saved.
 */
form: WithdrawalForm | null, 
/**
 * The signature, once it is there.
 */
strokes: Array<Array<SignPoint>>, 
/**
 * What was signed is still what would be registered.
 */
holds: boolean, 
/**
 * When it was sent.
 */
opened: Stamp, 
/**
 * When it was on the screen.
 */
shown: Stamp | null, 
/**
 * When it was read.
 */
read: Stamp | null, 
/**
 * When it was signed.
 */
signed: Stamp | null, };

/**
 * How far the signing of a withdrawal is.
 */
export type SigningState = "opened" | "shown" | "read" | "signed" | "saved" | "declined" | "abandoned" | "cancelled";

/**
 * Some visit or signing fell silent.
 */
export type SilentVisits = Record<symbol, never>;

/**
 * Gives back the rows that didn't land, each with its reasons, as a spreadsheet to correct and bring in again.
 */
export type SiteBadRows = { 
/**
 * The list.
 */
list: number, };

/**
 * What a column means: a fact about the row, or the tick of a purpose.
 */
export type SiteColumn = { "kind": "fact", 
/**
 * Which.
 */
meaning: SiteMeaning, } | { "kind": "tick", 
/**
 * Of which purpose.
 */
purpose: PurposeId, };

/**
 * A column, as it was understood.
 */
export type SiteColumnShown = { 
/**
 * Its place, from 0.
 */
column: number, 
/**
 * Its heading.
 */
heading: string, 
/**
 * What it means; none: it isn't read.
 */
meaning: SiteColumn | null, 
/**
 * Its first cells.
 */
examples: Array<string>, };

/**
 * Why a row doesn't land.
 */
export type SiteFlaw = "no_name" | "name" | "iin" | "under_age" | "employee" | "phone" | "email" | "at" | "wrong_time" | "ip" | "device" | "lang" | "version" | "tick" | "nothing_given" | "formula" | "blocked";

/**
 * What a column of a site's list means, beside the ticks.
 */
export type SiteMeaning = "full_name" | "surname" | "given" | "patronymic" | "iin" | "phone" | "email" | "at" | "ip" | "device" | "lang" | "version";

/**
 * A list before anything of it lands.
 */
export type SitePreview = { 
/**
 * The list on the desk.
 */
list: number, 
/**
 * Name of the file.
 */
name: string, 
/**
 * Number of the heading row.
 */
heading_row: number | null, 
/**
 * Columns.
 */
columns: Array<SiteColumnShown>, 
/**
 * The purposes of the text.
 */
purposes: Array<SitePurpose>, 
/**
 * The columns are enough for a proof.
 */
enough: boolean, 
/**
 * Rows under the heading.
 */
rows: number, 
/**
 * Rows that were looked at for the figures.
 */
examined: number, 
/**
 * Rows that don't land, and why.
 */
tally: SiteTally, 
/**
 * The first rows, and the first wrong ones.
 */
shown: Array<SiteRow>, };

/**
 * How far a list is.
 */
export type SiteProgress = { 
/**
 * Rows that were looked at.
 */
done: number, 
/**
 * Rows in all.
 */
total: number, 
/**
 * What became of them.
 */
tally: SiteTally, 
/**
 * Nothing is left.
 */
finished: boolean, };

/**
 * A purpose that a column can tick.
 */
export type SitePurpose = { 
/**
 * Which.
 */
id: PurposeId, 
/**
 * Its name.
 */
name: TextPair, };

/**
 * A row of the preview.
 */
export type SiteRow = { 
/**
 * Number, as the spreadsheet program shows it.
 */
row: number, 
/**
 * Its cells.
 */
cells: Array<string>, 
/**
 * What is wrong.
 */
flaws: Array<SiteFlaw>, };

/**
 * What became of the rows so far.
 */
export type SiteTally = { 
/**
 * Consents added.
 */
landed: number, 
/**
 * People among them who got a new card.
 */
newcomers: number, 
/**
 * Rows that were brought in before.
 */
known: number, 
/**
 * Rows that didn't land.
 */
bad: number, 
/**
 * Why, with how many of each.
 */
flaws: { [key in SiteFlaw]?: number }, };

/**
 * How SMSC.kz is reached.
 */
export type SmscKz = { 
/**
 * Where it is, without a path.
 */
url: string, 
/**
 * The login; empty: the secret is an API key.
 */
login: string, 
/**
 * Password or API key.
 */
secret: Secret, 
/**
 * Registered sender name; empty: the account's own.
 */
sender: string, };

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
 * Where a client stands who agreed to some version of a text.
 */
export type Standing = "current" | "not_told" | "telling" | "unreached" | "waiting" | "accepted" | "objected" | "reconsent";

/**
 * How many stand where.
 */
export type StandingCount = { 
/**
 * Where.
 */
standing: Standing, 
/**
 * How many.
 */
clients: number, };

/**
 * How many are in a state.
 */
export type StateCount = { 
/**
 * Which.
 */
state: MembershipState, 
/**
 * How many.
 */
people: number, };

/**
 * Why a station that is on doesn't answer.
 */
export type StationFault = "port_taken" | "certificate" | "other";

/**
 * The branch authority and the certificate that it gave the station. Private parts leave the vault for the station alone.
 */
export type StationKeys = { 
/**
 * Certificate of the authority, PEM: what tablets are taught to trust.
 */
authority: string, 
/**
 * Its key, PEM.
 */
authority_key: Secret, 
/**
 * Certificate of the station, PEM.
 */
leaf: string, 
/**
 * Its key, PEM.
 */
leaf_key: Secret, 
/**
 * The names in it.
 */
names: Array<string>, 
/**
 * The last day on which it is used: `2027-02-20`.
 */
last_day: string, };

/**
 * Says where the station answers now.
 */
export type StationRuns = { 
/**
 * `https://192.168.1.20:8443`; none: it stopped.
 */
url: string | null, 
/**
 * Why it could not be started.
 */
fault: StationFault | null, };

/**
 * What the station is to do.
 */
export type StationSettings = { 
/**
 * It runs.
 */
on: boolean, 
/**
 * On this port; 0: any that is free.
 */
port: number, 
/**
 * Under these addresses and names of this computer in the branch network; none: found by itself.
 */
names: Array<string>, };

/**
 * The station as the settings show it.
 */
export type StationShown = { 
/**
 * What it is to do.
 */
settings: StationSettings, 
/**
 * The address it answers at now.
 */
running: string | null, 
/**
 * Why it doesn't run though it is on.
 */
fault: StationFault | null, 
/**
 * Certificate of the branch authority, PEM, for the tablets' management.
 */
authority: string | null, 
/**
 * Its SHA-256 in hex, as a tablet shows it: to be compared by eye.
 */
fingerprint: string | null, 
/**
 * The last day of the station's certificate; renewed by itself before it.
 */
last_day: string | null, 
/**
 * The organisation's own certificate, where it brought one in: it is used instead.
 */
own: OwnShown | null, };

/**
 * What the station is to do, and with which keys.
 */
export type StationWanted = { 
/**
 * What it is to do.
 */
settings: StationSettings, 
/**
 * Its keys, once made.
 */
keys: StationKeys | null, 
/**
 * The organisation's own certificate, which goes before them.
 */
own: OwnCertificate | null, 
/**
 * Today, for the certificate's days.
 */
today: string, };

/**
 * Brings in the next two thousand rows: all of them or, should anything fail, none.
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
 * Brings in the next rows of a list: whole or not at all.
 */
export type StepSite = { 
/**
 * The list.
 */
list: number, };

/**
 * What a person is to the operator (C3).
 */
export type SubjectKind = "client" | "contact" | "representative";

/**
 * Adds what an application lacked (R3). The moment of receipt stays.
 */
export type SupplyMissing = { 
/**
 * To which application.
 */
request: RequestId, 
/**
 * Version that was read.
 */
version: number, 
/**
 * What was shown, all of it: former and new.
 */
shown: ShownDocument, 
/**
 * Who applies for the person, if anybody.
 */
representative: Representative | null, };

/**
 * Lets go of visits and signings that fell silent. The courier asks for it now and then.
 */
export type SweepVisits = Record<symbol, never>;

/**
 * Answers a purpose with yes or no.
 */
export type TabletAnswer = { 
/**
 * In which visit.
 */
visit: VisitId, 
/**
 * Which purpose.
 */
purpose: PurposeId, 
/**
 * Given or not.
 */
yes: boolean, };

/**
 * Asks for a code: the first one, or the next.
 */
export type TabletAskCode = { 
/**
 * In which visit.
 */
visit: VisitId, };

/**
 * Calls the consultant, for help or for paper.
 */
export type TabletCall = { 
/**
 * In which visit.
 */
visit: VisitId, 
/**
 * For paper instead of the code.
 */
paper: boolean, };

/**
 * Checks a typed code.
 */
export type TabletCheckCode = { 
/**
 * In which visit.
 */
visit: VisitId, 
/**
 * What was typed.
 */
code: string, };

/**
 * Takes what was typed into a field, right or wrong; the answer says what is wrong with it.
 */
export type TabletField = { 
/**
 * In which visit.
 */
visit: VisitId, 
/**
 * Which field.
 */
field: Field, 
/**
 * What was typed.
 */
value: string, };

/**
 * A paired tablet.
 */
export type TabletId = number;

/**
 * Nobody touches the tablet: it asks whether anybody is still there, or was answered (T12). The consultant is told.
 */
export type TabletIdle = { 
/**
 * In which visit.
 */
visit: VisitId, 
/**
 * It asks.
 */
asks: boolean, };

/**
 * Chooses the language, at the start or at any later moment: the text in it counts as shown.
 */
export type TabletLanguage = { 
/**
 * In which visit.
 */
visit: VisitId, 
/**
 * Which.
 */
lang: TextLang, };

/**
 * The client went away: nobody touched the tablet, warned, nobody answered (T12).
 */
export type TabletLeave = { 
/**
 * In which visit.
 */
visit: VisitId, };

/**
 * A paired tablet.
 */
export type TabletLine = { 
/**
 * Which.
 */
id: TabletId, 
/**
 * Its name at the counter.
 */
name: string, 
/**
 * In which branch.
 */
branch: BranchId, 
/**
 * Name of the branch.
 */
branch_name: string, 
/**
 * When it was paired.
 */
paired: Stamp, 
/**
 * When it was last heard of.
 */
seen: Stamp, 
/**
 * Seconds since then.
 */
silent: number, 
/**
 * A client is at work on it: a visit, or a withdrawal to be signed.
 */
busy: boolean, 
/**
 * It was revoked.
 */
revoked: boolean, };

/**
 * What the tablet shows now.
 */
export type TabletLook = Record<symbol, never>;

/**
 * Notes that the full text was open: how long, and whether its end was reached. Evidence, never a condition (T6).
 */
export type TabletRead = { 
/**
 * In which visit.
 */
visit: VisitId, 
/**
 * Seconds.
 */
seconds: number, 
/**
 * The end was on the screen.
 */
to_end: boolean, };

/**
 * Ways by which the client leaves the usual course.
 */
export type TabletRefuse = { 
/**
 * In which visit.
 */
visit: VisitId, };

/**
 * Signs: strokes as points in a box of one by one (T7).
 */
export type TabletSign = { 
/**
 * In which visit.
 */
visit: VisitId, 
/**
 * The strokes; none clears the signature.
 */
strokes: Array<Array<SignPoint>>, };

/**
 * Turns to a page. Forward only as far as everything before it is complete.
 */
export type TabletTurn = { 
/**
 * In which visit.
 */
visit: VisitId, 
/**
 * To which page.
 */
step: VisitStep, };

/**
 * What the tablet shows.
 */
export type TabletView = { 
/**
 * Moves on with every change: what the tablet waits for.
 */
rev: number, 
/**
 * The visit that was sent to it; none: the waiting screen.
 */
visit: TabletVisit | null, 
/**
 * The withdrawal that was sent to it to be signed.
 */
withdrawal: TabletWithdrawal | null, };

/**
 * A visit as the client sees it.
 */
export type TabletVisit = { 
/**
 * Which.
 */
id: VisitId, 
/**
 * Its readable number, for paper.
 */
number: string, 
/**
 * Where it stands.
 */
state: VisitState, 
/**
 * The page.
 */
step: VisitStep, 
/**
 * The chosen language.
 */
lang: TextLang | null, 
/**
 * The languages in which the text can be read.
 */
langs: Array<TextLang>, 
/**
 * Who acts for the person whose data are asked; none: the person.
 */
acting: Acting | null, 
/**
 * Moves on when the consultant gives more time.
 */
stay: number, 
/**
 * The consultant covered the screen.
 */
blank: boolean, 
/**
 * The visit goes on paper.
 */
paper: boolean, 
/**
 * The consultant was called.
 */
calling: boolean, 
/**
 * Who asks.
 */
operator: string, 
/**
 * BIN of who asks.
 */
bin: string, 
/**
 * What is asked.
 */
text: TextShown, 
/**
 * The fields that the client fills.
 */
fields: Array<FieldShown>, 
/**
 * The answers so far.
 */
answers: Array<PurposeAnswer>, 
/**
 * The signature so far.
 */
strokes: Array<Array<SignPoint>>, 
/**
 * The latest code.
 */
code: CodeShown | null, 
/**
 * Why no code can be sent now.
 */
stop: CodeStop | null, };

/**
 * A withdrawal as the client sees it.
 */
export type TabletWithdrawal = { 
/**
 * Which.
 */
id: SigningId, 
/**
 * How far it is.
 */
state: SigningState, 
/**
 * The language on the screen.
 */
lang: Lang, 
/**
 * Moves on when the consultant gives more time.
 */
stay: number, 
/**
 * The consultant was called.
 */
calling: boolean, 
/**
 * To whom it is said.
 */
operator: string, 
/**
 * The application; none once it is signed.
 */
form: WithdrawalForm | null, 
/**
 * SHA-256 of the application, in hex.
 */
sha256: string, };

/**
 * Calls the consultant for help.
 */
export type TabletWithdrawalCall = { 
/**
 * In which signing.
 */
signing: SigningId, };

/**
 * The client thought better of it: nothing is withdrawn.
 */
export type TabletWithdrawalDecline = { 
/**
 * In which signing.
 */
signing: SigningId, };

/**
 * Nobody touches the tablet: it asks whether anybody is still there, or was answered. The consultant is told.
 */
export type TabletWithdrawalIdle = { 
/**
 * In which signing.
 */
signing: SigningId, 
/**
 * It asks.
 */
asks: boolean, };

/**
 * Chooses another language, at any moment before the signature: the application is read anew in it.
 */
export type TabletWithdrawalLanguage = { 
/**
 * In which signing.
 */
signing: SigningId, 
/**
 * Which.
 */
lang: Lang, };

/**
 * The client went away: the tablet asked, and nobody answered.
 */
export type TabletWithdrawalLeave = { 
/**
 * In which signing.
 */
signing: SigningId, };

/**
 * What follows was read, or is to be read once more.
 */
export type TabletWithdrawalRead = { 
/**
 * In which signing.
 */
signing: SigningId, 
/**
 * SHA-256 of what is on the screen.
 */
sha256: string, 
/**
 * It was read; false: back to reading.
 */
read: boolean, };

/**
 * The application is on the screen: the tablet says so once it is.
 */
export type TabletWithdrawalShown = { 
/**
 * In which signing.
 */
signing: SigningId, 
/**
 * SHA-256 of what is on the screen.
 */
sha256: string, };

/**
 * Signs what was read: strokes as points in a box of one by one.
 */
export type TabletWithdrawalSign = { 
/**
 * In which signing.
 */
signing: SigningId, 
/**
 * SHA-256 of what is signed.
 */
sha256: string, 
/**
 * The strokes.
 */
strokes: Array<Array<SignPoint>>, };

/**
 * Takes the most urgent right that nobody has.
 */
export type TakeNext = Record<symbol, never>;

/**
 * Goes over to paper: the client signs the printed form with the visit's number.
 */
export type TakePaper = { 
/**
 * Which visit.
 */
visit: VisitId, };

/**
 * Takes the next due message under a lease.
 */
export type TakeParcel = Record<symbol, never>;

/**
 * Takes a right that nobody has.
 */
export type TakeRight = { 
/**
 * Which.
 */
right: RightId, 
/**
 * Version that was read.
 */
version: number, };

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
 * Sends the notice about the newest version to those on an older one who weren't told yet.
 */
export type TellClients = { 
/**
 * The version that they are told of: the newest.
 */
text: TextId, };

/**
 * Records that the consequences of a registered withdrawal were made known.
 */
export type TellConsequences = { 
/**
 * Of which right.
 */
right: RightId, 
/**
 * How, and which words.
 */
told: Told, };

/**
 * What would be sent, before it is.
 */
export type TellPreview = { 
/**
 * In each language.
 */
notices: Array<NoticeShown>, 
/**
 * How many would be told.
 */
clients: number, 
/**
 * A gateway is chosen.
 */
gateway: boolean, };

/**
 * What came of it.
 */
export type Telling = { 
/**
 * Notices that were queued.
 */
queued: number, 
/**
 * Clients without a number that takes SMS: they are told another way.
 */
without_phone: number, 
/**
 * Clients whose data are blocked: nothing is sent to them.
 */
blocked: number, 
/**
 * Clients that are left for the next call.
 */
left: number, };

/**
 * What orders or promises a term.
 */
export type TermBasis = "policy" | "law_25_2_8" | "law_8_7" | "law_19_1_3" | "other";

/**
 * Until when a right would be due, and why.
 */
export type TermPreview = { 
/**
 * By which rule.
 */
rule: ClockRule, 
/**
 * The last day.
 */
due: string, 
/**
 * The day by whose end the answer should be ready.
 */
target: string, 
/**
 * Every date from receipt to the last day.
 */
steps: Array<CountedDay>, 
/**
 * A date in the count may still change: the year isn't confirmed.
 */
preliminary: boolean, };

/**
 * What day zero is. Only a lawyer may choose anything but the day of receipt.
 */
export type TermStart = "receipt" | "next_work_day";

/**
 * Which days a term counts.
 */
export type TermUnit = "working" | "calendar";

/**
 * Holds the languages of one text side by side.
 */
export type TextBeside = { 
/**
 * Which.
 */
of: Written, };

/**
 * A text that is being written.
 */
export type TextDraftId = number;

/**
 * A consent text with everything that the law wants beside it (art. 8(4), 22(1)(5)).
 */
export type TextForm = { 
/**
 * Which family of texts it is a version of: short Latin word.
 */
code: string, 
/**
 * Title.
 */
title: TextPair, 
/**
 * The text: paragraphs parted by an empty line, headings begin with `# `.
 */
body: TextPair, 
/**
 * The closed list of data.
 */
data: Array<Field>, 
/**
 * Flag 1: the term.
 */
term: ConsentTerm, 
/**
 * The date, where the term is one.
 */
term_until: string | null, 
/**
 * Flag 2: data are passed to third parties; to whom. `None`: they aren't.
 */
third_parties: TextPair | null, 
/**
 * Flag 3: data cross the border; where to. `None`: they don't.
 */
cross_border: TextPair | null, 
/**
 * Flag 3: to which countries.
 */
countries: Array<Country>, 
/**
 * Flag 4: data are shown in public sources.
 */
public_sources: boolean, 
/**
 * In which countries the data are kept (art. 12(2): in Kazakhstan).
 */
stored_in: Array<Country>, 
/**
 * The purposes, in the order in which they are asked.
 */
purposes: Array<PurposeForm>, };

/**
 * A published consent text.
 */
export type TextId = number;

/**
 * A language in which consent texts are published.
 */
export type TextLang = "kk" | "ru" | "en";

/**
 * A text in a list.
 */
export type TextLine = { 
/**
 * Which.
 */
id: TextId, 
/**
 * Family.
 */
code: string, 
/**
 * Version.
 */
version: number, 
/**
 * Title.
 */
title: TextPair, 
/**
 * Day of publishing.
 */
published: string, 
/**
 * The newest version of its family: the one that new visits show.
 */
newest: boolean, };

/**
 * The same words in the languages of a text: Kazakh and Russian always, English where it was written.
 */
export type TextPair = { 
/**
 * Kazakh.
 */
kk: string, 
/**
 * Russian.
 */
ru: string, 
/**
 * English; empty: there is none.
 */
en?: string, };

/**
 * A text in one language.
 */
export type TextShown = { 
/**
 * Title.
 */
title: string, 
/**
 * The whole text.
 */
body: string, 
/**
 * Version.
 */
version: number, 
/**
 * Day of publishing.
 */
published: string, 
/**
 * Reading time in minutes.
 */
minutes: number, 
/**
 * Which data.
 */
data: Array<Field>, 
/**
 * Till when.
 */
term: ConsentTerm, 
/**
 * The date, where it is one.
 */
term_until: string | null, 
/**
 * To whom data are passed.
 */
third_parties: string | null, 
/**
 * Where data cross the border.
 */
cross_border: string | null, 
/**
 * Data are shown in public sources.
 */
public_sources: boolean, 
/**
 * Purposes.
 */
purposes: Array<PurposeShown>, };

/**
 * Who is on which version of a text, in numbers.
 */
export type TextVersions = { 
/**
 * The newest version.
 */
text: TextId, 
/**
 * Its number.
 */
version: number, 
/**
 * Family.
 */
code: string, 
/**
 * Title of the newest version.
 */
title: TextPair, 
/**
 * Day on which it was published.
 */
published: string, 
/**
 * Days in which a client can object; none: silence is never acceptance.
 */
silence_days: number | null, 
/**
 * The versions, newest first.
 */
versions: Array<VersionCount>, 
/**
 * The branches.
 */
branches: Array<BranchCount>, 
/**
 * Where the clients stand.
 */
standings: Array<StandingCount>, 
/**
 * On an older version and not told yet, or not reached.
 */
to_tell: number, };

/**
 * Light or dark.
 */
export type Theme = "system" | "light" | "dark";

/**
 * The secret that names a session: 128 random bits.
 */
export type Token = string;

/**
 * That the consequences were made known: how, and which words.
 */
export type Told = { 
/**
 * How.
 */
way: ShowingWay, 
/**
 * In which language.
 */
lang: Lang, 
/**
 * SHA-256 of the words that were shown, in hex.
 */
sha256: string, };

/**
 * Says what came of a trial of the connection.
 */
export type TriedGateway = { 
/**
 * Which trial.
 */
number: number, 
/**
 * Why it failed, if it did.
 */
cause: MessageCause | null, 
/**
 * What is left on the account.
 */
balance: string | null, };

/**
 * Asks the courier to try the connection. The answer comes as news, and stands in the settings.
 */
export type TryGateway = Record<symbol, never>;

/**
 * Somebody who may be the same person.
 */
export type Twin = { 
/**
 * Who, as the search shows people: masked.
 */
person: FoundPerson, 
/**
 * What agrees.
 */
why: Array<TwinWhy>, };

/**
 * What agrees between two cards.
 */
export type TwinWhy = "document" | "phone" | "birth";

/**
 * What the client typed.
 */
export type TypedDraft = { 
/**
 * Per field.
 */
fields: Array<TypedField>, 
/**
 * The answers.
 */
answers: Array<PurposeAnswer>, 
/**
 * The signature.
 */
strokes: Array<Array<SignPoint>>, 
/**
 * A person with this IIN is known already.
 */
known: ClientId | null, 
/**
 * Their name.
 */
known_name: string | null, 
/**
 * Something of that card is blocked.
 */
known_blocked: boolean, 
/**
 * An employee of the operator, whose profile takes none as clients: nothing can be saved.
 */
employee: boolean, 
/**
 * A person with this IIN was destroyed here on that day: this consent begins everything anew.
 */
destroyed_on: string | null, };

/**
 * One typed field.
 */
export type TypedField = { 
/**
 * Which.
 */
field: Field, 
/**
 * What was typed.
 */
value: string, };

/**
 * Takes back what one did within the last ten minutes: taking, handing over, noting. A line more, never a line less.
 */
export type UndoEvent = { 
/**
 * What.
 */
event: EventId, };

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
 * Trees that were signed for proofs, and still are those of the chain.
 */
trees: number, 
/**
 * Fingerprint of the installation's key, to be compared with that of a proof.
 */
fingerprint: string, 
/**
 * Where the clock was set back between two entries: not a break, but said.
 */
clock_set_back: Array<number>, };

/**
 * Walks the chain and names the first entry that doesn't hold.
 */
export type VerifyJournal = Record<symbol, never>;

/**
 * A version and how many are on it.
 */
export type VersionCount = { 
/**
 * Which.
 */
text: TextId, 
/**
 * Its number.
 */
version: number, 
/**
 * Day of publishing.
 */
published: string, 
/**
 * Clients whose consent to it holds.
 */
clients: number, };

/**
 * Why a consultant ends a visit.
 */
export type VisitEnd = "refused" | "left" | "mismatch" | "mistake";

/**
 * One event of the trail.
 */
export type VisitEvent = { 
/**
 * When.
 */
at: Stamp, 
/**
 * What.
 */
kind: string, 
/**
 * Number of the code, or seconds of reading.
 */
n: number | null, 
/**
 * Language, or the gateway's number.
 */
word: string | null, };

/**
 * A visit.
 */
export type VisitId = number;

/**
 * A visit in the consultant's list.
 */
export type VisitLine = { 
/**
 * Which.
 */
id: VisitId, 
/**
 * Its readable number.
 */
number: string, 
/**
 * Where it stands.
 */
state: VisitState, 
/**
 * The client's page.
 */
step: VisitStep, 
/**
 * What is asked.
 */
title: string, 
/**
 * The tablet's name.
 */
tablet: string | null, 
/**
 * The client calls for help.
 */
calling: boolean, 
/**
 * When it was opened.
 */
opened: Stamp, 
/**
 * When it ended.
 */
ended: Stamp | null, 
/**
 * What came of it.
 */
consent: ConsentId | null, };

/**
 * Who acts for the client, and by what document.
 */
export type VisitRepresentative = { 
/**
 * Name, as in the identity document.
 */
name: string, 
/**
 * Their own phone: the code goes there.
 */
phone: string, 
/**
 * On what the authority rests.
 */
kind: AuthorityKind, 
/**
 * The document of authority: what, number, who certified it.
 */
paper: string, 
/**
 * Its date.
 */
issued: string, 
/**
 * Until when it holds, as the document says; empty where it says nothing.
 */
until: string, };

/**
 * What was saved.
 */
export type VisitSaved = { 
/**
 * The client.
 */
client: ClientId, 
/**
 * The consent.
 */
consent: ConsentId, };

/**
 * A visit as the consultant sees it: which step and which fields are complete, not the typing – until the client is done.
 */
export type VisitShown = { 
/**
 * Line of the list.
 */
line: VisitLine, 
/**
 * In which branch.
 */
branch: BranchId, 
/**
 * For the next command.
 */
rev: number, 
/**
 * The tablet.
 */
tablet: TabletId | null, 
/**
 * The tablet is the second window of a workstation.
 */
window: boolean, 
/**
 * Who acts for the client.
 */
representative: VisitRepresentative | null, 
/**
 * The tablet asks whether anybody is there: seconds until it wipes.
 */
idle: number | null, 
/**
 * The card that it was begun from.
 */
client: ClientId | null, 
/**
 * Whose card that is.
 */
client_name: string | null, 
/**
 * The chosen language.
 */
lang: TextLang | null, 
/**
 * The languages in which the text can be read.
 */
langs: Array<TextLang>, 
/**
 * The text, in the consultant's language.
 */
text: TextShown, 
/**
 * The fields and whether each is right.
 */
fields: Array<FieldDone>, 
/**
 * Purposes answered so far.
 */
answered: number, 
/**
 * The signature is there.
 */
signed: boolean, 
/**
 * The latest code.
 */
code: CodeShown | null, 
/**
 * Why no code can be sent now.
 */
stop: CodeStop | null, 
/**
 * The screen is covered.
 */
blank: boolean, 
/**
 * The visit goes on paper.
 */
paper: boolean, 
/**
 * Seconds of reading.
 */
read_seconds: number, 
/**
 * The end of the text was reached.
 */
read_to_end: boolean, 
/**
 * What was typed, once the client is done: to compare with the document.
 */
typed: TypedDraft | null, 
/**
 * The scan of the signed form.
 */
scan: ScanShown | null, 
/**
 * The record of the refusal that ended it.
 */
refusal: RefusalShown | null, 
/**
 * How the branch stands with its codes today.
 */
codes: CodesToday, 
/**
 * The trail.
 */
trail: Array<VisitEvent>, };

/**
 * Where a visit stands.
 */
export type VisitState = "opened" | "text_shown" | "filled" | "code_sent" | "confirmed" | "saved" | "refused" | "abandoned" | "failed";

/**
 * The page that the client sees, in their order (one thing a page).
 */
export type VisitStep = "language" | "about" | "person" | "contacts" | "choices" | "check" | "sign" | "code" | "done";

/**
 * Asks what the station is to do.
 */
export type WantStation = Record<symbol, never>;

/**
 * Something that should be looked at again.
 */
export type Warned = { 
/**
 * What.
 */
what: Warning, 
/**
 * The field of the draft that it is about.
 */
field: string, 
/**
 * Number of the purpose or paragraph, from 1.
 */
n: number | null, 
/**
 * In which language.
 */
lang: Lang | null, 
/**
 * The words that were found.
 */
words: string | null, 
/**
 * The sentence for the reader.
 */
text: string, };

/**
 * What should be looked at again before a text is published for ever.
 */
export type Warning = "open_list" | "advertising_bundled" | "advertising_unasked" | "stored_abroad" | "words_abroad" | "patronymic" | "paragraph_count" | "numbers" | "no_choice";

/**
 * How a consent was given (S2, S3).
 */
export type Way = "tablet" | "window" | "paper" | "site";

/**
 * Which second window has a visit now: the shell asks before each step that it passes on.
 */
export type WindowSeat = Record<symbol, never>;

/**
 * A wish, as it is shown.
 */
export type WishShown = { 
/**
 * No advertising by this channel, or again.
 */
stop: boolean, 
/**
 * When it was said.
 */
at: Stamp, 
/**
 * Who wrote it down.
 */
by: string, 
/**
 * How it was said.
 */
how: Channel, };

/**
 * Registers an application that withdraws consents, whole or in part (S7). Advertising stops at once; the rest is
 * carried out by answering the right.
 */
export type WithdrawConsent = { 
/**
 * Whose consents.
 */
client: ClientId, 
/**
 * What of them.
 */
scope: WithdrawScope, 
/**
 * From which day, where the person names one that is later than the notice.
 */
wished: string | null, 
/**
 * How the application arrived.
 */
channel: Channel, 
/**
 * When it arrived; now where nothing is said.
 */
received: Stamp | null, 
/**
 * What it says; the words of the printed form where nothing is said.
 */
text: string, 
/**
 * The language of the reply.
 */
lang: Lang, 
/**
 * What the applicant showed.
 */
shown: ShownDocument, 
/**
 * Who applies for the person.
 */
representative: Representative | null, 
/**
 * How the applicant proved who they are, where they did.
 */
proof: ProofMethod | null, 
/**
 * That the consequences were made known, where they were.
 */
told: Told | null, 
/**
 * Take the right at once.
 */
take: boolean, };

/**
 * What is withdrawn.
 */
export type WithdrawScope = { 
/**
 * Everything that the person agreed to; the rest then says nothing.
 */
whole: boolean, 
/**
 * These purposes.
 */
purposes: Array<WithdrawnPurpose>, 
/**
 * Advertising by these channels.
 */
channels: Array<ContactChannel>, 
/**
 * Handing over to third parties.
 */
third_parties: boolean, 
/**
 * Handing over abroad.
 */
cross_border: boolean, 
/**
 * Publication.
 */
public_sources: boolean, };

/**
 * Everything that a client reads before signing, in one language.
 */
export type WithdrawalForm = { 
/**
 * The language.
 */
lang: Lang, 
/**
 * To whom.
 */
operator: string, 
/**
 * BIN of whom.
 */
bin: string, 
/**
 * What it is.
 */
title: string, 
/**
 * Who withdraws.
 */
name: string, 
/**
 * Who signs for them, and by what document.
 */
acting: string | null, 
/**
 * What is withdrawn, a line each.
 */
application: Array<string>, 
/**
 * The headline of what follows.
 */
heading: string, 
/**
 * What follows, a line each.
 */
consequences: Array<string>, 
/**
 * From which day it counts.
 */
effective: string, 
/**
 * What is ticked once it was read.
 */
understood: string, 
/**
 * What the signature means.
 */
statement: string, };

/**
 * A withdrawal.
 */
export type WithdrawalId = number;

/**
 * A line of them.
 */
export type WithdrawalLine = { 
/**
 * The withdrawal.
 */
withdrawal: WithdrawalShown, 
/**
 * The application in which it was asked for.
 */
request: RequestId, 
/**
 * Its number.
 */
number: string, };

/**
 * A withdrawal with what would be told of it now.
 */
export type WithdrawalOfRight = { 
/**
 * The withdrawal.
 */
withdrawal: WithdrawalShown, 
/**
 * What of it holds today.
 */
held: Array<HeldShown>, 
/**
 * What would be told now.
 */
consequences: Consequences, };

/**
 * What could be withdrawn and what would follow.
 */
export type WithdrawalPreview = { 
/**
 * What holds today.
 */
held: Array<HeldShown>, 
/**
 * The operator's notice.
 */
notice: DaysCounted, 
/**
 * The law's ceiling.
 */
ceiling: DaysCounted, 
/**
 * From which day it would count.
 */
effective: string, 
/**
 * What follows.
 */
consequences: Consequences, 
/**
 * The words of the application.
 */
text: string, };

/**
 * A withdrawal, as it is shown.
 */
export type WithdrawalShown = { 
/**
 * Number.
 */
id: WithdrawalId, 
/**
 * The right by which it was asked for.
 */
right: RightId, 
/**
 * Whose.
 */
client: ClientId, 
/**
 * What is taken back.
 */
scope: WithdrawScope, 
/**
 * Names of the purposes of the scope, in its order.
 */
purposes: Array<TextPair>, 
/**
 * How it stands.
 */
state: WithdrawalState, 
/**
 * The operator's notice.
 */
notice: DaysCounted, 
/**
 * The law's ceiling.
 */
ceiling: DaysCounted, 
/**
 * The day that the person named.
 */
wished: string | null, 
/**
 * From which day it counts; while it isn't decided: from which day it would, if it were granted today.
 */
effective: string, 
/**
 * The obligation by which it was refused.
 */
obligation: Obligation | null, 
/**
 * How the consequences were made known, each time.
 */
showings: Array<ShowingShown>, 
/**
 * When its day was brought.
 */
took_effect: Stamp | null, 
/**
 * The block that came of it.
 */
block: BlockId | null, 
/**
 * When destruction was proposed, and the proposal stands.
 */
proposed: Stamp | null, 
/**
 * The application, where it was signed on the tablet.
 */
signed: SignedWithdrawal | null, };

/**
 * How a withdrawal stands.
 */
export type WithdrawalState = "asked" | "running" | "in_effect" | "refused" | "returned";

/**
 * Says whether the day of some withdrawal has come.
 */
export type WithdrawalsDue = Record<symbol, never>;

/**
 * The withdrawals of a client, the newest first.
 */
export type WithdrawalsOfClient = { 
/**
 * Whose.
 */
client: ClientId, };

/**
 * A purpose that is withdrawn.
 */
export type WithdrawnPurpose = { 
/**
 * Of which consent.
 */
consent: ConsentId, 
/**
 * Which.
 */
purpose: PurposeId, };

/**
 * A text to be held beside another: a published one, or a draft.
 */
export type Written = { "kind": "text", 
/**
 * Which.
 */
id: TextId, } | { "kind": "draft", 
/**
 * Which.
 */
id: TextDraftId, };

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
  "staff.set_look": { args: SetLook; output: null };
  "staff.change_password": { args: ChangePassword; output: null };
  "staff.new_recovery_key": { args: NewRecoveryKey; output: RecoveryKeyMade };
  "staff.keep_recovery_key": { args: KeepRecoveryKey; output: null };
  "staff.recovery_key_state": { args: RecoveryKeyState; output: RecoveryKeyStands };
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
  "blocks.set": { args: SetBlock; output: BlockShown };
  "blocks.lift": { args: LiftBlock; output: BlockShown };
  "blocks.review": { args: ReviewBlock; output: BlockShown };
  "blocks.of_client": { args: BlocksOfClient; output: Array<BlockShown> };
  "blocks.list": { args: ListBlocks; output: BlockList };
  "requests.register": { args: RegisterRequest; output: RequestShown };
  "requests.terms": { args: PreviewTerms; output: Array<TermPreview> };
  "requests.open": { args: OpenRequest; output: RequestShown };
  "requests.of_client": { args: RequestsOfClient; output: Array<RequestShown> };
  "requests.queue": { args: ListQueue; output: Queue };
  "requests.board": { args: ReadBoard; output: Board };
  "requests.count": { args: ReadCount; output: CountShown };
  "requests.take": { args: TakeRight; output: RightShown };
  "requests.take_next": { args: TakeNext; output: RightShown };
  "requests.hand_over": { args: HandOver; output: RightShown };
  "requests.reassign": { args: Reassign; output: RightShown };
  "requests.note": { args: NoteRight; output: RightShown };
  "requests.identity_proved": { args: ProveIdentity; output: RequestShown };
  "requests.supply_missing": { args: SupplyMissing; output: RequestShown };
  "requests.ask_missing": { args: AskMissing; output: AskedFor };
  "requests.draft": { args: ReadReplyDraft; output: ReplyDraft | null };
  "requests.keep_draft": { args: KeepReplyDraft; output: null };
  "requests.answer": { args: AnswerRight; output: RightShown };
  "requests.approve": { args: ApproveAnswer; output: RightShown };
  "requests.send_back": { args: SendBack; output: RightShown };
  "requests.explain_late": { args: ExplainLate; output: RightShown };
  "requests.close": { args: CloseRight; output: RightShown };
  "requests.reopen": { args: Reopen; output: RightShown };
  "requests.link_duplicate": { args: LinkDuplicate; output: RightShown };
  "requests.undo": { args: UndoEvent; output: RightShown };
  "calendar.year": { args: ReadYear; output: CalendarYear };
  "calendar.years": { args: ListYears; output: CalendarYears };
  "calendar.preview": { args: PreviewDay; output: CalendarPreview };
  "calendar.confirm": { args: ConfirmDay; output: CalendarChanged };
  "calendar.confirm_year": { args: ConfirmYear; output: CalendarYearLine };
  "consents.texts": { args: ListTexts; output: Array<TextLine> };
  "consents.text": { args: ShowText; output: ConsentText };
  "consents.publish_text": { args: PublishText; output: ConsentText };
  "consents.drafts": { args: ListDrafts; output: Array<DraftLine> };
  "consents.begin_draft": { args: BeginDraft; output: DraftShown };
  "consents.draft": { args: ShowDraft; output: DraftShown };
  "consents.save_draft": { args: SaveDraft; output: DraftShown };
  "consents.drop_draft": { args: DropDraft; output: null };
  "consents.publish_draft": { args: PublishDraft; output: ConsentText };
  "consents.compare_texts": { args: CompareTexts; output: Comparison };
  "consents.text_beside": { args: TextBeside; output: Beside };
  "consents.bring_document": { args: BringDocument; output: Brought };
  "consents.versions": { args: CountVersions; output: TextVersions };
  "consents.holders": { args: ListHolders; output: HolderPage };
  "consents.preview_telling": { args: PreviewTelling; output: TellPreview };
  "consents.tell_clients": { args: TellClients; output: Telling };
  "consents.note_told": { args: NoteTold; output: null };
  "consents.record_objection": { args: RecordObjection; output: Objection };
  "consents.export_holders": { args: ExportHolders; output: SavedFile };
  "consents.open_visit": { args: OpenVisit; output: VisitShown };
  "consents.visits": { args: ListVisits; output: Array<VisitLine> };
  "consents.visit": { args: ShowVisit; output: VisitShown };
  "consents.cover_tablet": { args: CoverTablet; output: VisitShown };
  "consents.take_paper": { args: TakePaper; output: VisitShown };
  "consents.end_visit": { args: EndVisit; output: VisitShown };
  "consents.prolong_visit": { args: ProlongVisit; output: VisitShown };
  "consents.allow_codes": { args: AllowCodes; output: CodesToday };
  "consents.twins": { args: FindTwins; output: Array<Twin> };
  "consents.paper_form": { args: ReadPaperForm; output: PaperForm };
  "consents.print_form": { args: PrintForm; output: SavedFile };
  "consents.attach_paper": { args: AttachPaper; output: ScanShown };
  "consents.open_paper": { args: OpenPaper; output: Scan };
  "consents.by_number": { args: FindByNumber; output: NumberFound | null };
  "consents.refusals": { args: ListRefusals; output: RefusalPage };
  "consents.save_visit": { args: SaveVisit; output: VisitSaved };
  "consents.demo_code": { args: DemoCode; output: string | null };
  "consents.silent_visits": { args: SilentVisits; output: boolean };
  "consents.sweep_visits": { args: SweepVisits; output: number };
  "consents.list": { args: ListConsents; output: ConsentPage };
  "consents.of_client": { args: ConsentsOfClient; output: Array<ConsentLine> };
  "consents.facets": { args: RegisterFacetsOf; output: Array<FacetText> };
  "consents.expiring": { args: ConsentsExpiring; output: Expiring };
  "consents.export": { args: ExportConsents; output: RegisterFile };
  "consents.open": { args: OpenConsent; output: ConsentShown };
  "consents.prove": { args: ProveConsent; output: SavedFile };
  "consents.receipt": { args: ConsentReceipt; output: SavedFile };
  "consents.site_open": { args: OpenSite; output: SitePreview };
  "consents.site_map": { args: MapSite; output: SitePreview };
  "consents.site_step": { args: StepSite; output: SiteProgress };
  "consents.site_bad_rows": { args: SiteBadRows; output: SavedFile };
  "consents.withdraw": { args: WithdrawConsent; output: RequestShown };
  "consents.withdrawal_preview": { args: PreviewWithdrawal; output: WithdrawalPreview };
  "consents.print_withdrawal": { args: PrintWithdrawal; output: SavedFile };
  "consents.tell_consequences": { args: TellConsequences; output: WithdrawalShown };
  "consents.withdrawal": { args: ShowWithdrawal; output: WithdrawalOfRight };
  "consents.withdrawals_of_client": { args: WithdrawalsOfClient; output: Array<WithdrawalLine> };
  "consents.begin_signing": { args: BeginSigning; output: SigningShown };
  "consents.signing": { args: ShowSigning; output: SigningShown };
  "consents.signings": { args: ListSignings; output: Array<SigningShown> };
  "consents.prolong_signing": { args: ProlongSigning; output: SigningShown };
  "consents.cancel_signing": { args: CancelSigning; output: SigningShown };
  "consents.save_signing": { args: SaveSigning; output: RequestShown };
  "consents.print_signed_withdrawal": { args: PrintSignedWithdrawal; output: SavedFile };
  "consents.withdrawals_due": { args: WithdrawalsDue; output: boolean };
  "consents.bring_withdrawals": { args: BringWithdrawals; output: number };
  "contacts.of_client": { args: ContactsOfClient; output: Array<ChannelShown> };
  "contacts.set_wish": { args: SetWish; output: Array<ChannelShown> };
  "contacts.preview_advertising": { args: PreviewAdvertising; output: AdvertisingPreview };
  "contacts.export_advertising": { args: ExportAdvertising; output: AdvertisingList };
  "loyalty.programmes": { args: ListProgrammes; output: Array<ProgrammeShown> };
  "loyalty.set_programme": { args: SetProgramme; output: ProgrammeShown };
  "loyalty.employees": { args: ListEmployees; output: Array<EmployeesShown> };
  "loyalty.set_employees": { args: SetEmployees; output: Array<EmployeesShown> };
  "loyalty.of_client": { args: LoyaltyOfClient; output: LoyaltyShown };
  "loyalty.apply": { args: ApplyForProgramme; output: MembershipShown };
  "loyalty.decide": { args: DecideMembership; output: MembershipShown };
  "loyalty.end": { args: EndMembership; output: MembershipShown };
  "loyalty.list": { args: ListMemberships; output: MembershipPage };
  "loyalty.export_recipients": { args: ExportRecipients; output: RecipientsList };
  "codewords.show": { args: ShowCodeWord; output: CodeWordShown };
  "codewords.set": { args: SetCodeWord; output: CodeWordShown };
  "codewords.print_form": { args: PrintCodeWordForm; output: SavedFile };
  "codewords.check": { args: CheckCodeWord; output: CodeWordChecked };
  "tablet.view": { args: TabletLook; output: TabletView };
  "tablet.language": { args: TabletLanguage; output: TabletView };
  "tablet.turn": { args: TabletTurn; output: TabletView };
  "tablet.field": { args: TabletField; output: TabletView };
  "tablet.answer": { args: TabletAnswer; output: TabletView };
  "tablet.read": { args: TabletRead; output: TabletView };
  "tablet.sign": { args: TabletSign; output: TabletView };
  "tablet.ask_code": { args: TabletAskCode; output: TabletView };
  "tablet.check_code": { args: TabletCheckCode; output: CodeChecked };
  "tablet.refuse": { args: TabletRefuse; output: TabletView };
  "tablet.idle": { args: TabletIdle; output: TabletView };
  "tablet.leave": { args: TabletLeave; output: TabletView };
  "tablet.call": { args: TabletCall; output: TabletView };
  "tablet.withdrawal_shown": { args: TabletWithdrawalShown; output: TabletView };
  "tablet.withdrawal_language": { args: TabletWithdrawalLanguage; output: TabletView };
  "tablet.withdrawal_read": { args: TabletWithdrawalRead; output: TabletView };
  "tablet.withdrawal_sign": { args: TabletWithdrawalSign; output: TabletView };
  "tablet.withdrawal_decline": { args: TabletWithdrawalDecline; output: TabletView };
  "tablet.withdrawal_idle": { args: TabletWithdrawalIdle; output: TabletView };
  "tablet.withdrawal_leave": { args: TabletWithdrawalLeave; output: TabletView };
  "tablet.withdrawal_call": { args: TabletWithdrawalCall; output: TabletView };
  "tablets.list": { args: ListTablets; output: Array<TabletLine> };
  "tablets.pair": { args: PairTablet; output: Pairing };
  "tablets.rename": { args: RenameTablet; output: null };
  "tablets.revoke": { args: RevokeTablet; output: null };
  "station.show": { args: ShowStation; output: StationShown };
  "station.set": { args: SetStation; output: StationShown };
  "station.bring_certificate": { args: BringCertificate; output: StationShown };
  "station.drop_certificate": { args: DropCertificate; output: StationShown };
  "station.wanted": { args: WantStation; output: StationWanted };
  "station.keep_keys": { args: KeepStationKeys; output: null };
  "station.runs": { args: StationRuns; output: null };
  "station.know_tablet": { args: KnowTablet; output: KnownTablet | null };
  "station.join": { args: JoinTablet; output: PairCheck };
  "station.window_seat": { args: WindowSeat; output: KnownTablet | null };
  "messages.gateway": { args: ShowGateway; output: GatewayShown };
  "messages.set_gateway": { args: SetGateway; output: GatewayShown };
  "messages.try_gateway": { args: TryGateway; output: GatewayShown };
  "messages.look_out": { args: LookOut; output: CourierWaiting };
  "messages.take": { args: TakeParcel; output: Parcel | null };
  "messages.settle": { args: SettleParcel; output: null };
  "messages.tried_gateway": { args: TriedGateway; output: null };
  "messages.list": { args: ListMessages; output: MessagesShown };
  "messages.awaited": { args: AwaitDeliveries; output: DeliveriesAwaited };
  "messages.report": { args: ReportDeliveries; output: number };
  "journal.list": { args: ListJournal; output: Array<JournalRow> };
  "journal.verify": { args: VerifyJournal; output: Verdict };
  "journal.checkpoint": { args: SignCheckpoint; output: SignedCheckpoint };
}
