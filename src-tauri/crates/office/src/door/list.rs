//! The list of everything that can be asked of the house. Hosts dispatch by it, the TypeScript types and the table of
//! rights are made from it, and a command that isn't in it doesn't exist.

use std::collections::HashMap;
use std::sync::LazyLock;

use schemars::generate::SchemaSettings;
use serde_json::Value;

use super::wire::TypeBook;
use super::{Act, Ask, Caller, Command, Door, DoorError, Gate};
use crate::consents::withdrawals::{self, signing};
use crate::consents::{self, tablets, texts, visits};
use crate::error::Result;
use crate::policy::Right;
use crate::{
    blocks, calendar, clients, codewords, contacts, journal, loyalty, messages, operators,
    requests, staff,
};

crate::named! {
    /// What a command does to the vault.
    Manner {
        /// Reads.
        Ask = "ask",
        /// Changes, or is on record itself.
        Act = "act",
        /// Is about sessions and keys.
        Gate = "gate",
    }
}

/// Runs a call from its JSON.
type Run = fn(&Door, Caller<'_>, Value) -> Result<Value>;
/// Says whether a call would be let in.
type WouldAdmit = fn(&Door, Caller<'_>, Value) -> Result<()>;

/// A command, as the list knows it.
pub struct Listed {
    /// Stable name.
    pub name: &'static str,
    /// What it does to the vault.
    pub manner: Manner,
    /// The right that it needs.
    pub right: Right,
    /// Runs it.
    pub run: Run,
    /// Says whether it would be let in, without running it; gates decide for themselves.
    pub would_admit: Option<WouldAdmit>,
    /// Writes its types into the book.
    pub types: fn(&mut TypeBook),
    /// JSON schemas of its arguments and its output.
    pub schemas: fn() -> (Value, Value),
}

/// Every command there is.
pub static ALL: LazyLock<Vec<Listed>> = LazyLock::new(all);

static BY_NAME: LazyLock<HashMap<&'static str, usize>> = LazyLock::new(|| {
    ALL.iter()
        .enumerate()
        .map(|(place, listed)| (listed.name, place))
        .collect()
});

/// The command of that name.
pub fn find(name: &str) -> Option<&'static Listed> {
    BY_NAME.get(name).map(|place| &ALL[*place])
}

fn all() -> Vec<Listed> {
    vec![
        gate::<staff::HouseState>(),
        gate::<staff::SetUp>(),
        gate::<staff::LogIn>(),
        gate::<staff::AcceptInvitation>(),
        gate::<staff::Recover>(),
        gate::<staff::Unlock>(),
        gate::<staff::Lock>(),
        gate::<staff::LogOut>(),
        gate::<staff::SetLanguage>(),
        gate::<staff::SetLook>(),
        gate::<staff::ChangePassword>(),
        gate::<staff::NewRecoveryKey>(),
        gate::<staff::KeepRecoveryKey>(),
        gate::<staff::RecoveryKeyState>(),
        ask::<staff::Me>(),
        ask::<staff::ListStaff>(),
        ask::<staff::ListColleagues>(),
        act::<staff::InviteStaff>(),
        act::<staff::UpdateStaff>(),
        act::<staff::ResetPassword>(),
        act::<staff::DisableStaff>(),
        act::<staff::EnableStaff>(),
        ask::<operators::ListOperators>(),
        act::<operators::AddOperator>(),
        act::<operators::UpdateOperator>(),
        ask::<operators::ListBranches>(),
        act::<operators::AddBranch>(),
        act::<operators::UpdateBranch>(),
        ask::<operators::ReadSettings>(),
        act::<operators::UpdateSettings>(),
        ask::<clients::FindClients>(),
        ask::<clients::RecentClients>(),
        act::<clients::OpenClient>(),
        act::<clients::ReceiveClient>(),
        act::<clients::RegisterClient>(),
        act::<clients::UpdateClient>(),
        ask::<clients::ClientHistory>(),
        ask::<clients::ClientLooks>(),
        act::<clients::OpenImport>(),
        ask::<clients::MapImport>(),
        act::<clients::StepImport>(),
        act::<clients::CancelImport>(),
        act::<clients::ImportBadRows>(),
        ask::<clients::ListImports>(),
        act::<blocks::SetBlock>(),
        act::<blocks::LiftBlock>(),
        act::<blocks::ReviewBlock>(),
        ask::<blocks::BlocksOfClient>(),
        ask::<blocks::ListBlocks>(),
        act::<requests::RegisterRequest>(),
        ask::<requests::PreviewTerms>(),
        act::<requests::OpenRequest>(),
        ask::<requests::RequestsOfClient>(),
        ask::<requests::ListQueue>(),
        ask::<requests::ReadBoard>(),
        ask::<requests::ReadCount>(),
        act::<requests::TakeRight>(),
        act::<requests::TakeNext>(),
        act::<requests::HandOver>(),
        act::<requests::Reassign>(),
        act::<requests::NoteRight>(),
        act::<requests::ProveIdentity>(),
        act::<requests::SupplyMissing>(),
        act::<requests::AskMissing>(),
        ask::<requests::ReadReplyDraft>(),
        act::<requests::KeepReplyDraft>(),
        act::<requests::AnswerRight>(),
        act::<requests::ApproveAnswer>(),
        act::<requests::SendBack>(),
        act::<requests::ExplainLate>(),
        act::<requests::CloseRight>(),
        act::<requests::Reopen>(),
        act::<requests::LinkDuplicate>(),
        act::<requests::UndoEvent>(),
        ask::<calendar::ReadYear>(),
        ask::<calendar::ListYears>(),
        ask::<calendar::PreviewDay>(),
        act::<calendar::ConfirmDay>(),
        act::<calendar::ConfirmYear>(),
        ask::<texts::ListTexts>(),
        ask::<texts::ShowText>(),
        act::<texts::PublishText>(),
        ask::<texts::ListDrafts>(),
        act::<texts::BeginDraft>(),
        ask::<texts::ShowDraft>(),
        act::<texts::SaveDraft>(),
        act::<texts::DropDraft>(),
        act::<texts::PublishDraft>(),
        ask::<texts::CompareTexts>(),
        ask::<texts::TextBeside>(),
        act::<texts::BringDocument>(),
        ask::<texts::CountVersions>(),
        ask::<texts::ListHolders>(),
        ask::<texts::PreviewTelling>(),
        act::<texts::TellClients>(),
        act::<texts::NoteTold>(),
        act::<texts::RecordObjection>(),
        act::<texts::ExportHolders>(),
        act::<visits::OpenVisit>(),
        ask::<visits::ListVisits>(),
        ask::<visits::ShowVisit>(),
        act::<visits::CoverTablet>(),
        act::<visits::TakePaper>(),
        act::<visits::EndVisit>(),
        act::<visits::ProlongVisit>(),
        act::<visits::AllowCodes>(),
        ask::<visits::FindTwins>(),
        ask::<visits::ReadPaperForm>(),
        act::<visits::PrintForm>(),
        act::<visits::AttachPaper>(),
        act::<visits::OpenPaper>(),
        ask::<visits::FindByNumber>(),
        ask::<visits::ListRefusals>(),
        act::<visits::SaveVisit>(),
        ask::<visits::DemoCode>(),
        ask::<visits::SilentVisits>(),
        act::<visits::SweepVisits>(),
        ask::<consents::ListConsents>(),
        ask::<consents::ConsentsOfClient>(),
        ask::<consents::RegisterFacetsOf>(),
        ask::<consents::ConsentsExpiring>(),
        act::<consents::ExportConsents>(),
        act::<consents::OpenConsent>(),
        act::<consents::ProveConsent>(),
        act::<consents::ConsentReceipt>(),
        act::<consents::site::OpenSite>(),
        ask::<consents::site::MapSite>(),
        act::<consents::site::StepSite>(),
        act::<consents::site::SiteBadRows>(),
        act::<withdrawals::WithdrawConsent>(),
        ask::<withdrawals::PreviewWithdrawal>(),
        act::<withdrawals::PrintWithdrawal>(),
        act::<withdrawals::TellConsequences>(),
        ask::<withdrawals::ShowWithdrawal>(),
        ask::<withdrawals::WithdrawalsOfClient>(),
        act::<signing::BeginSigning>(),
        ask::<signing::ShowSigning>(),
        ask::<signing::ListSignings>(),
        act::<signing::ProlongSigning>(),
        act::<signing::CancelSigning>(),
        act::<signing::SaveSigning>(),
        act::<signing::PrintSignedWithdrawal>(),
        ask::<withdrawals::WithdrawalsDue>(),
        act::<withdrawals::BringWithdrawals>(),
        ask::<contacts::ContactsOfClient>(),
        act::<contacts::SetWish>(),
        ask::<contacts::PreviewAdvertising>(),
        act::<contacts::ExportAdvertising>(),
        ask::<loyalty::ListProgrammes>(),
        act::<loyalty::SetProgramme>(),
        ask::<loyalty::ListEmployees>(),
        act::<loyalty::SetEmployees>(),
        ask::<loyalty::LoyaltyOfClient>(),
        act::<loyalty::ApplyForProgramme>(),
        act::<loyalty::DecideMembership>(),
        act::<loyalty::EndMembership>(),
        ask::<loyalty::ListMemberships>(),
        act::<loyalty::ExportRecipients>(),
        ask::<codewords::ShowCodeWord>(),
        act::<codewords::SetCodeWord>(),
        act::<codewords::PrintCodeWordForm>(),
        act::<codewords::CheckCodeWord>(),
        ask::<visits::TabletLook>(),
        act::<visits::TabletLanguage>(),
        act::<visits::TabletTurn>(),
        act::<visits::TabletField>(),
        act::<visits::TabletAnswer>(),
        act::<visits::TabletRead>(),
        act::<visits::TabletSign>(),
        act::<visits::TabletAskCode>(),
        act::<visits::TabletCheckCode>(),
        act::<visits::TabletRefuse>(),
        act::<visits::TabletIdle>(),
        act::<visits::TabletLeave>(),
        act::<visits::TabletCall>(),
        act::<signing::TabletWithdrawalShown>(),
        act::<signing::TabletWithdrawalLanguage>(),
        act::<signing::TabletWithdrawalRead>(),
        act::<signing::TabletWithdrawalSign>(),
        act::<signing::TabletWithdrawalDecline>(),
        act::<signing::TabletWithdrawalIdle>(),
        act::<signing::TabletWithdrawalLeave>(),
        act::<signing::TabletWithdrawalCall>(),
        ask::<tablets::ListTablets>(),
        act::<tablets::PairTablet>(),
        act::<tablets::RenameTablet>(),
        act::<tablets::RevokeTablet>(),
        ask::<tablets::ShowStation>(),
        act::<tablets::SetStation>(),
        act::<tablets::BringCertificate>(),
        act::<tablets::DropCertificate>(),
        ask::<tablets::WantStation>(),
        act::<tablets::KeepStationKeys>(),
        act::<tablets::StationRuns>(),
        ask::<tablets::KnowTablet>(),
        act::<tablets::JoinTablet>(),
        ask::<tablets::WindowSeat>(),
        ask::<messages::ShowGateway>(),
        act::<messages::SetGateway>(),
        act::<messages::TryGateway>(),
        ask::<messages::LookOut>(),
        act::<messages::TakeParcel>(),
        act::<messages::SettleParcel>(),
        act::<messages::TriedGateway>(),
        ask::<messages::ListMessages>(),
        ask::<messages::AwaitDeliveries>(),
        act::<messages::ReportDeliveries>(),
        ask::<journal::ListJournal>(),
        ask::<journal::VerifyJournal>(),
        act::<journal::SignCheckpoint>(),
    ]
}

/// A reading command.
fn ask<C: Ask>() -> Listed {
    listed::<C>(Manner::Ask, |door, caller, args| {
        answer(door.ask(caller, arguments::<C>(args)?)?)
    })
}

/// A changing command.
fn act<C: Act>() -> Listed {
    listed::<C>(Manner::Act, |door, caller, args| {
        answer(door.act(caller, arguments::<C>(args)?)?)
    })
}

/// A command about the door.
fn gate<C: Gate>() -> Listed {
    let run =
        |door: &Door, caller: Caller<'_>, args| answer(door.gate(caller, arguments::<C>(args)?)?);
    Listed {
        would_admit: None,
        ..listed::<C>(Manner::Gate, run)
    }
}

fn listed<C: Command>(
    manner: Manner,
    run: fn(&Door, Caller<'_>, Value) -> Result<Value>,
) -> Listed {
    Listed {
        name: C::NAME,
        manner,
        right: C::RIGHT,
        run,
        would_admit: Some(|door, caller, args| door.would_admit(caller, &arguments::<C>(args)?)),
        types: |book| book.command::<C>(),
        schemas: || {
            let generator = || SchemaSettings::draft2020_12().into_generator();
            (
                generator().into_root_schema_for::<C>().to_value(),
                generator().into_root_schema_for::<C::Output>().to_value(),
            )
        },
    }
}

/// The arguments, or a refusal that repeats nothing of what was sent.
fn arguments<C: Command>(args: Value) -> Result<C> {
    let args = if args.is_null() {
        Value::Object(serde_json::Map::new())
    } else {
        args
    };
    serde_json::from_value(args).map_err(|error| {
        tracing::warn!(command = C::NAME, class = ?error.classify(), "arguments do not fit");
        DoorError::Malformed.into()
    })
}

fn answer<T: serde::Serialize>(output: T) -> Result<Value> {
    serde_json::to_value(output).map_err(|error| anyhow::Error::from(error).into())
}
