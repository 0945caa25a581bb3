//! A withdrawal that is signed on the tablet: how far it may go, what is hashed, what is left where nothing came of it.

use super::samples::signing;
mod at_work;
mod way;

use super::*;
use crate::clients::ClientId;
use crate::consents::samples::{caller, consent, seat, tablet, text, visit, withdrawn};
use crate::consents::tablets::WindowSeat;
use crate::consents::visits::{
    OpenVisit, SilentVisits, SweepVisits, TabletLook, TabletView, VisitShown,
};
use crate::consents::withdrawals::{
    ShowingWay, TellConsequences, Told, WithdrawalShown, WithdrawalsOfClient, WithdrawnPurpose,
};
use crate::consents::{ConsentState, ConsentsOfClient, TextId};
use crate::door::{Act, Caller, TabletSeat};
use crate::policy::Role;
use crate::requests::{Channel, ProofMethod, RequestShown, ShownDocument};
use crate::testing::{Desk, House, Relation};
use crate::{Fault, Lang};
use SigningState as S;

const HERE: Relation = Relation::OwnBranch;

fn code_of<T>(outcome: Result<T>) -> &'static str {
    match outcome {
        Err(crate::Error::Fault(fault)) => Fault::code(fault.as_ref()),
        Err(other) => panic!("another error: {other}"),
        Ok(_) => panic!("it went through"),
    }
}

/// A client who agreed to everything, a text, a tablet.
struct Counter {
    house: House,
    client: ClientId,
    text: TextId,
    tablet: TabletId,
}

impl Counter {
    fn new() -> Self {
        let house = House::new();
        let text = text(&house, HERE).id;
        let client = consent(&house, HERE, text).client;
        let (tablet, _) = tablet(&house, HERE, "Планшет 1");
        Counter {
            house,
            client,
            text,
            tablet,
        }
    }
    fn consultant(&self) -> Desk<'_> {
        self.house.as_role(Role::Consultant)
    }
    fn seat(&self) -> TabletSeat {
        seat(&self.house, HERE, self.tablet)
    }
    /// A step of the client.
    fn step<C: Act<Output = TabletView>>(&self, step: C) -> Result<TabletWithdrawal> {
        let seat = self.seat();
        let desk = Desk {
            door: &self.house.door,
            caller: caller(&seat),
        };
        let view = desk.act(step)?;
        Ok(view.withdrawal.expect("a withdrawal is on the screen"))
    }
    /// The last step of the client.
    fn leave<C: Act<Output = TabletView>>(&self, step: C) {
        let seat = self.seat();
        let desk = Desk {
            door: &self.house.door,
            caller: caller(&seat),
        };
        let view = desk.act(step).expect("a step");
        assert!(
            view.withdrawal.is_none() && view.rev == 0,
            "the tablet is wiped"
        );
    }
    fn look(&self) -> TabletView {
        let seat = self.seat();
        let desk = Desk {
            door: &self.house.door,
            caller: caller(&seat),
        };
        desk.ask(TabletLook {}).expect("a view")
    }
    fn on_screen(&self) -> TabletWithdrawal {
        self.look()
            .withdrawal
            .expect("a withdrawal is on the screen")
    }
    fn begun(&self) -> SigningId {
        signing(&self.house, HERE, self.client, self.tablet).id
    }
    fn show(&self, signing: SigningId) -> TabletWithdrawal {
        let sha256 = self.on_screen().sha256;
        self.step(TabletWithdrawalShown { signing, sha256 })
            .expect("shown")
    }
    fn read(&self, signing: SigningId) -> TabletWithdrawal {
        let sha256 = self.show(signing).sha256;
        self.step(read(signing, sha256)).expect("read")
    }
    fn sign(&self, signing: SigningId) -> TabletWithdrawal {
        let sha256 = self.read(signing).sha256;
        self.step(sign(signing, sha256)).expect("signed")
    }
    fn seen(&self, signing: SigningId) -> SigningShown {
        self.consultant()
            .ask(ShowSigning { signing })
            .expect("seen")
    }
    fn save(&self, signing: SigningId) -> Result<RequestShown> {
        let rev = self.seen(signing).rev;
        self.consultant().act(save(signing, rev))
    }
    fn withdrawals(&self) -> Vec<WithdrawalShown> {
        let lines = self
            .consultant()
            .ask(WithdrawalsOfClient {
                client: self.client,
            })
            .expect("withdrawals");
        lines.into_iter().map(|line| line.withdrawal).collect()
    }
    fn states(&self) -> Vec<ConsentState> {
        let lines = self
            .consultant()
            .ask(ConsentsOfClient {
                client: self.client,
            })
            .expect("consents");
        let items = lines.into_iter().flat_map(|line| line.items);
        items.map(|item| item.state).collect()
    }
    fn count(&self, sql: &str) -> String {
        self.house.peek(&format!("SELECT CAST(({sql}) AS TEXT)"))
    }
    fn open_visit(&self, tablet: Option<TabletId>) -> Result<VisitShown> {
        self.consultant().act(OpenVisit {
            text: self.text,
            tablet,
            window: tablet.is_none(),
            representative: None,
            client: None,
        })
    }
    /// Nothing is registered, nothing written down is left, and the tablet is free.
    fn check_nothing_came_of(&self, signing: SigningId, state: S) {
        assert_eq!(self.seen(signing).state, state);
        assert!(self.withdrawals().is_empty());
        assert_eq!(self.states(), [ConsentState::Given, ConsentState::Given]);
        assert_eq!(self.count("SELECT count(*) FROM applications"), "0");
        let left = "SELECT count(*) FROM withdrawal_signings WHERE form IS NOT NULL OR strokes <> '[]' \
                    OR representative IS NOT NULL OR evidence <> ''";
        assert_eq!(self.count(left), "0");
        assert!(self.look().withdrawal.is_none());
        let noted = format!(
            "SELECT count(*) FROM journal WHERE subject = 'withdrawal_signing' AND subject_id = {signing} AND note = '{}'",
            state.name()
        );
        assert_eq!(self.count(&noted), "1");
        self.begun();
    }
}

fn strokes() -> Vec<Vec<SignPoint>> {
    let point = |n: u8| {
        let at = f32::from(n) / 10.0;
        SignPoint(at, 0.5, u32::from(n) * 16, 0.5)
    };
    vec![(0..10).map(point).collect()]
}

fn read(signing: SigningId, sha256: String) -> TabletWithdrawalRead {
    TabletWithdrawalRead {
        signing,
        sha256,
        read: true,
    }
}

fn sign(signing: SigningId, sha256: String) -> TabletWithdrawalSign {
    TabletWithdrawalSign {
        signing,
        sha256,
        strokes: strokes(),
    }
}

fn save(signing: SigningId, rev: i64) -> SaveSigning {
    SaveSigning {
        signing,
        rev,
        shown: ShownDocument {
            number: "045123678".to_owned(),
            issued: "2021-03-04".to_owned(),
            issuer: "МВД РК".to_owned(),
            signed: false,
        },
        proof: Some(ProofMethod::DocumentSeen),
        take: true,
    }
}

fn begin(counter: &Counter) -> BeginSigning {
    BeginSigning {
        client: counter.client,
        scope: WithdrawScope::whole(),
        wished: None,
        lang: Lang::Kk,
        representative: None,
        tablet: Some(counter.tablet),
    }
}
