//! Who may do what, and where: the one policy of the house (A1). Printed whole to a golden file by the rights test.

use crate::id;

id! {
    /// A branch of an operator.
    BranchId
}
id! {
    /// An operator: a company that keeps its promises with Kelisim.
    OperatorId
}

crate::named! {
    /// What a member of staff is there for (A1).
    Role {
        /// Serves people at the counter of a branch.
        Consultant = "consultant",
        /// Answers calls and letters for the whole operator.
        Agent = "agent",
        /// Answers for the work of the operator's branches.
        Manager = "manager",
        /// Keeps the installation; doesn't read client data.
        Administrator = "administrator",
    }
}

crate::named! {
    /// A permission that a command needs.
    Right {
        /// Anyone at the machine, before log-in.
        Anyone = "anyone",
        /// One's own session: lock, unlock, log out, language.
        OwnSession = "own_session",
        /// Lists that every screen needs: branches, purposes, calendar.
        ReadHouse = "read_house",
        /// Staff accounts.
        ManageStaff = "manage_staff",
        /// Operators, branches, settings, calendar, gateway, station, tablets.
        ManageHouse = "manage_house",
        /// Consent texts and purposes.
        ManageTexts = "manage_texts",
        /// Look a person up; identifiers masked.
        FindClients = "find_clients",
        /// Open a client's card. Journalled.
        OpenClient = "open_client",
        /// Serve here a person whom another branch knows. Journalled with its reason.
        ReceiveClient = "receive_client",
        /// Enter a person, or change a person's data.
        EditClient = "edit_client",
        /// Bring in a client base from a spreadsheet.
        ImportClients = "import_clients",
        /// Tell clients of a new version of a text.
        TellClients = "tell_clients",
        /// Take a consent, on the tablet or on paper.
        TakeConsent = "take_consent",
        /// Allow a branch more codes for a day.
        AllowCodes = "allow_codes",
        /// Read consents and their evidence.
        ReadConsents = "read_consents",
        /// Give the register of consents out as a workbook.
        ExportConsents = "export_consents",
        /// Set a block.
        Block = "block",
        /// Lift a block with an outcome.
        Unblock = "unblock",
        /// Register an application.
        RegisterRequest = "register_request",
        /// Take, note, answer.
        WorkRequests = "work_requests",
        /// Assign to somebody else; reopen.
        AssignRequests = "assign_requests",
        /// See what is late and at risk across branches.
        OverseeRequests = "oversee_requests",
        /// Hand out the list of people who may be sent advertising.
        Advertise = "advertise",
        /// Decide who takes part in a loyalty programme; hand out the list of recipients.
        DecideLoyalty = "decide_loyalty",
        /// Set a client's code word on a signed application; check the word that a caller says.
        CodeWords = "code_words",
        /// Read and verify the journal.
        ReadJournal = "read_journal",
        /// The steps of a client at the tablet: the tablet alone.
        TabletStep = "tablet_step",
        /// What the house does by itself: send, expire, tick.
        Machine = "machine",
    }
}

/// How far a right reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// Not at all.
    Nothing,
    /// In the member of staff's own branch.
    OwnBranch,
    /// In every branch of the member of staff's operator.
    Operator,
    /// Everywhere in the installation.
    House,
}

/// How far a right reaches for a role. Nobody but this function knows.
pub fn reach(role: Role, right: Right) -> Reach {
    use Reach::{House, Nothing, Operator, OwnBranch};
    use Right as R;
    use Role::{Administrator, Agent, Consultant, Manager};
    match (right, role) {
        (R::Anyone | R::OwnSession | R::ReadHouse, _) => House,
        (R::TabletStep | R::Machine, _) => Nothing,

        (R::ManageStaff | R::ManageHouse | R::ManageTexts, Administrator) => House,
        (R::ManageStaff | R::ManageHouse | R::ManageTexts, _) => Nothing,

        (R::ReadJournal, Administrator) => House,
        (R::ReadJournal, Manager) => Operator,
        (R::ReadJournal, _) => Nothing,

        // The administrator keeps the house and doesn't read the people in it.
        (_, Administrator) => Nothing,

        (R::FindClients | R::ReceiveClient, _) => Operator,
        (
            R::ImportClients
            | R::TellClients
            | R::AllowCodes
            | R::AssignRequests
            | R::OverseeRequests
            | R::Advertise
            | R::DecideLoyalty
            | R::ExportConsents,
            Manager,
        ) => Operator,
        (
            R::ImportClients
            | R::TellClients
            | R::AllowCodes
            | R::AssignRequests
            | R::OverseeRequests
            | R::Advertise
            | R::DecideLoyalty
            | R::ExportConsents,
            _,
        ) => Nothing,
        // Callers speak with the contact centre and the manager, not with the counter.
        (R::CodeWords, Consultant) => Nothing,
        (R::CodeWords, _) => Operator,
        (R::TakeConsent, Agent) => Nothing,
        (R::Unblock, Consultant) => Nothing,

        (
            R::OpenClient
            | R::EditClient
            | R::TakeConsent
            | R::ReadConsents
            | R::Block
            | R::Unblock
            | R::RegisterRequest
            | R::WorkRequests,
            role,
        ) => match role {
            Consultant => OwnBranch,
            Agent | Manager | Administrator => Operator,
        },
    }
}
