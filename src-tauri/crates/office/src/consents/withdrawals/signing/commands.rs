//! What a member of staff can ask about signings: send one to a tablet, follow it, end it, register what was signed.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::super::decide::wished;
use super::super::{ShowingWay, Told, WithdrawConsent, WithdrawScope, held, tell, withdraws};
use super::form::{Asked, written};
use super::view::of_staff;
use super::{Signing, SigningId, SigningShown, evidence, store};
use crate::blocks::Deed;
use crate::clients::{self, ClientId, Fields};
use crate::consents::{ConsentsError, tablets, visits};
use crate::door::{DoorError, TabletId};
use crate::error::{Invalid, Result};
use crate::requests::{Channel, ProofMethod, Representative, RequestShown, ShownDocument};
use crate::texts::Lang;
use crate::{Act, Ask, Command, Done, Read, Right, Target, Write};

/// Sends an application that withdraws consents to a tablet, where the client reads and signs it.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BeginSigning {
    /// Whose consents.
    pub client: ClientId,
    /// What of them.
    pub scope: WithdrawScope,
    /// From which day, where the person names one that is later than the notice.
    #[serde(default)]
    pub wished: Option<String>,
    /// In which language it is shown first; that of the reply is the one in which it is signed.
    pub lang: Lang,
    /// Who signs for the person.
    #[serde(default)]
    pub representative: Option<Representative>,
    /// On which tablet; none: in the second window of this workstation, turned to the client.
    #[serde(default)]
    pub tablet: Option<TabletId>,
}

impl Command for BeginSigning {
    const NAME: &'static str = "consents.begin_signing";
    const RIGHT: Right = Right::RegisterRequest;
    type Output = SigningShown;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        // A right of the person: a block doesn't stop it.
        clients::target(cx, self.client, Deed::Store, Fields::All)
    }
}

impl Act for BeginSigning {
    fn run(self, cx: &Write<'_>) -> Result<Done<SigningShown>> {
        let seat = cx.seat()?.clone();
        let scope = self.scope.checked()?;
        let wished = wished(self.wished.as_deref())?.map(|day| day.to_string());
        if !withdraws(&scope, &held(cx, self.client)?) {
            return Err(ConsentsError::NothingToWithdraw.into());
        }
        let mut bad = Invalid::default();
        let acting = self
            .representative
            .as_ref()
            .and_then(|person| person.checked(&mut bad));
        bad.done()?;
        visits::sweep(cx)?;
        if store::is_open(cx, self.client)? {
            return Err(ConsentsError::SigningOpen.into());
        }
        let tablet = match self.tablet {
            Some(tablet) => tablet,
            None => tablets::window(cx, seat.operator, seat.branch)?,
        };
        tablets::check_free(cx, tablet, seat.branch)?;
        let asked = Asked {
            operator: seat.operator,
            client: self.client,
            scope: &scope,
            wished: wished.as_deref(),
            representative: acting.as_ref(),
        };
        let form = written(cx, &asked, self.lang, cx.now())?;
        let id = store::open(cx, &seat, tablet, &asked, &form)?;
        let one = store::signing(cx, id)?;
        one.tell(cx);
        let entry = one.entry();
        Ok(Done::new(of_staff(cx, one)?, entry))
    }
}

/// The place of a signing: its branch; and whose card it touches.
fn place(cx: &Read<'_>, signing: SigningId, deed: Deed) -> Result<Target> {
    let one = store::signing(cx, signing)?;
    Ok(Target::at(one.operator, vec![one.branch]).touching(one.client, deed, Fields::All))
}

/// Shows how far a signing is.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ShowSigning {
    /// Which.
    pub signing: SigningId,
}

impl Command for ShowSigning {
    const NAME: &'static str = "consents.signing";
    const RIGHT: Right = Right::RegisterRequest;
    type Output = SigningShown;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        place(cx, self.signing, Deed::Show)
    }
}

impl Ask for ShowSigning {
    fn run(self, cx: &Read<'_>) -> Result<SigningShown> {
        of_staff(cx, store::signing(cx, self.signing)?)
    }
}

/// Lists the signings that run in the own branch.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListSignings {}

impl Command for ListSignings {
    const NAME: &'static str = "consents.signings";
    const RIGHT: Right = Right::RegisterRequest;
    type Output = Vec<SigningShown>;
}

impl Ask for ListSignings {
    fn run(self, cx: &Read<'_>) -> Result<Vec<SigningShown>> {
        let found = store::of_branch(cx, cx.seat()?.branch)?;
        found.into_iter().map(|one| of_staff(cx, one)).collect()
    }
}

/// Lets the client have more time: the warning on the tablet goes, and its two minutes begin anew.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProlongSigning {
    /// Which.
    pub signing: SigningId,
}

impl Command for ProlongSigning {
    const NAME: &'static str = "consents.prolong_signing";
    const RIGHT: Right = Right::RegisterRequest;
    type Output = SigningShown;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        place(cx, self.signing, Deed::Store)
    }
}

impl Act for ProlongSigning {
    fn run(self, cx: &Write<'_>) -> Result<Done<SigningShown>> {
        let mut one = open(cx, self.signing)?;
        one.stay += 1;
        one.warned = None;
        finish(cx, one)
    }
}

/// Ends a signing without a withdrawal. Nothing is registered; that it ended stays on record.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CancelSigning {
    /// Which.
    pub signing: SigningId,
}

impl Command for CancelSigning {
    const NAME: &'static str = "consents.cancel_signing";
    const RIGHT: Right = Right::RegisterRequest;
    type Output = SigningShown;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        place(cx, self.signing, Deed::Store)
    }
}

impl Act for CancelSigning {
    fn run(self, cx: &Write<'_>) -> Result<Done<SigningShown>> {
        let mut one = open(cx, self.signing)?;
        one.enter(cx, one.state.cancel()?);
        finish(cx, one)
    }
}

fn open(cx: &Read<'_>, signing: SigningId) -> Result<Signing> {
    let one = store::signing(cx, signing)?;
    match one.state.is_over() {
        true => Err(ConsentsError::NotNow.into()),
        false => Ok(one),
    }
}

fn finish(cx: &Write<'_>, mut one: Signing) -> Result<Done<SigningShown>> {
    one.keep(cx)?;
    let entry = one.entry().note(one.state.name());
    Ok(Done::new(of_staff(cx, one)?, entry))
}

/// Registers what the client signed on the tablet: the withdrawal, that its consequences were shown, the signature and the
/// evidence of it, all or nothing.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SaveSigning {
    /// Which.
    pub signing: SigningId,
    /// The revision that the consultant saw.
    pub rev: i64,
    /// The document that was shown. The signature is the one on the tablet.
    #[serde(default)]
    pub shown: ShownDocument,
    /// How the applicant proved who they are, where they did.
    #[serde(default)]
    pub proof: Option<ProofMethod>,
    /// Take the right at once.
    #[serde(default)]
    pub take: bool,
}

impl Command for SaveSigning {
    const NAME: &'static str = "consents.save_signing";
    const RIGHT: Right = Right::RegisterRequest;
    type Output = RequestShown;
    fn target(&self, cx: &Read<'_>) -> Result<Target> {
        place(cx, self.signing, Deed::Store)
    }
}

impl Act for SaveSigning {
    fn run(self, cx: &Write<'_>) -> Result<Done<RequestShown>> {
        let mut one = store::signing(cx, self.signing)?;
        let state = one.state.save()?;
        if one.rev != self.rev {
            return Err(ConsentsError::Moved.into());
        }
        if !one.holds(cx)? {
            return Err(ConsentsError::SignedOtherwise.into());
        }
        let (Some(form), Some(shown), Some(signed)) = (one.form.clone(), one.shown, one.signed)
        else {
            return Err(DoorError::Malformed.into());
        };
        let before = held(cx, one.client)?;
        let application = WithdrawConsent {
            client: one.client,
            scope: one.scope.clone(),
            wished: one.wished.clone(),
            channel: Channel::Visit,
            received: Some(signed.stamp()),
            text: form.application.join("\n"),
            lang: one.lang,
            shown: ShownDocument {
                signed: true,
                ..self.shown
            },
            representative: one.representative.clone(),
            proof: self.proof,
            told: None,
            take: self.take,
        };
        let done = application.run(cx)?;
        let right = done.output.rights.first().ok_or(DoorError::Malformed)?.id;
        let told = Told {
            way: ShowingWay::Tablet,
            lang: one.lang,
            sha256: form.told(),
        };
        let showing = tell(cx, right, &told, Some(&before), shown)?;
        let (kept, seal) = evidence::drawn_up(cx, &one, right)?;
        one.right = Some(right);
        one.enter(cx, state);
        one.rev += 1;
        store::keep_with(cx, &one, &kept)?;
        one.tell(cx);
        let entry = one.entry().note(one.state.name()).seal(seal);
        Ok(done.also(showing).also(entry))
    }
}
