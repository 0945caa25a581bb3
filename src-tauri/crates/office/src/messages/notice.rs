//! Notices: what the house tells a client by SMS. Their words come from the catalogues at the moment of handing over.

use std::collections::BTreeMap;

use chrono::{Duration, NaiveDate};

use super::{MessageCause, MessageId, MessagesError, Parts, hours, measure, store};
use crate::clients::ClientId;
use crate::clock::Moment;
use crate::consents::texts::ContactChannel;
use crate::contacts::{self, ContactReason, ContactUse};
use crate::error::{Args, Result};
use crate::policy::OperatorId;
use crate::texts::people_date;
use crate::{Lang, Read, Write, calendar, operators};

crate::named! {
    /// What a message is for: it decides when it may leave.
    MessageClass {
        /// A one-time code: at any hour.
        Code = "code",
        /// About what the client has with the operator: at any hour.
        Service = "service",
        /// Advertising: weekdays from nine to nine, and only while nothing forbids it.
        Advertising = "advertising",
    }
}

crate::named! {
    /// What a notice says. A closed list: each has its words in every catalogue.
    NoticeKind {
        /// A text that the client agreed to changes; silence counts as acceptance.
        TextChanged = "text_changed",
        /// A text that the client agreed to changes; a new consent is asked for.
        ReconsentAsked = "reconsent_asked",
        /// The application for the loyalty programme was accepted.
        LoyaltyAccepted = "loyalty_accepted",
        /// A withdrawal was received and takes effect on a day.
        WithdrawalReceived = "withdrawal_received",
        /// A withdrawal took effect.
        WithdrawalDone = "withdrawal_done",
        /// Advertising, in words of the operator's own.
        Advertising = "advertising",
    }
}

impl NoticeKind {
    /// When it may leave.
    pub fn class(self) -> MessageClass {
        match self {
            NoticeKind::Advertising => MessageClass::Advertising,
            _ => MessageClass::Service,
        }
    }
    fn key(self) -> &'static str {
        match self {
            NoticeKind::TextChanged => "messages-notice-text-changed",
            NoticeKind::ReconsentAsked => "messages-notice-reconsent-asked",
            NoticeKind::LoyaltyAccepted => "messages-notice-loyalty-accepted",
            NoticeKind::WithdrawalReceived => "messages-notice-withdrawal-received",
            NoticeKind::WithdrawalDone => "messages-notice-withdrawal-done",
            NoticeKind::Advertising => "messages-notice-advertising",
        }
    }
}

/// What a notice's words are made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoticeWords {
    /// A text changes; who doesn't object in time accepts.
    TextChanged {
        /// Title of the text, in the client's language.
        title: String,
        /// From which day.
        from: NaiveDate,
        /// The last day of objections.
        object_by: NaiveDate,
    },
    /// A text changes; a new consent is asked for.
    ReconsentAsked {
        /// Title of the text, in the client's language.
        title: String,
        /// From which day.
        from: NaiveDate,
    },
    /// The client takes part in the programme.
    LoyaltyAccepted {
        /// Its name.
        programme: String,
    },
    /// A withdrawal was received.
    WithdrawalReceived {
        /// Its readable number.
        number: String,
        /// When it takes effect.
        from: NaiveDate,
    },
    /// A withdrawal took effect.
    WithdrawalDone {
        /// Its readable number.
        number: String,
    },
    /// Advertising.
    Advertising {
        /// The operator's words.
        text: String,
    },
}

impl NoticeWords {
    /// What it says.
    pub fn kind(&self) -> NoticeKind {
        match self {
            NoticeWords::TextChanged { .. } => NoticeKind::TextChanged,
            NoticeWords::ReconsentAsked { .. } => NoticeKind::ReconsentAsked,
            NoticeWords::LoyaltyAccepted { .. } => NoticeKind::LoyaltyAccepted,
            NoticeWords::WithdrawalReceived { .. } => NoticeKind::WithdrawalReceived,
            NoticeWords::WithdrawalDone { .. } => NoticeKind::WithdrawalDone,
            NoticeWords::Advertising { .. } => NoticeKind::Advertising,
        }
    }
    /// The values of the sentence, as people read them.
    fn values(&self) -> Values {
        let pairs = match self.clone() {
            NoticeWords::TextChanged {
                title,
                from,
                object_by,
            } => vec![
                ("title", title),
                ("from", people_date(from)),
                ("until", people_date(object_by)),
            ],
            NoticeWords::ReconsentAsked { title, from } => {
                vec![("title", title), ("from", people_date(from))]
            }
            NoticeWords::LoyaltyAccepted { programme } => vec![("programme", programme)],
            NoticeWords::WithdrawalReceived { number, from } => {
                vec![("number", number), ("from", people_date(from))]
            }
            NoticeWords::WithdrawalDone { number } => vec![("number", number)],
            NoticeWords::Advertising { text } => vec![("text", text)],
        };
        pairs
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect()
    }
}

/// The values of a notice's sentence, by name.
pub(super) type Values = BTreeMap<String, String>;

/// The names that values can have.
const NAMES: [&str; 6] = ["title", "from", "until", "programme", "number", "text"];

/// A notice to be sent.
#[derive(Debug, Clone)]
pub struct Notice<'a> {
    /// Who speaks.
    pub operator: OperatorId,
    /// To whom.
    pub client: ClientId,
    /// To which number.
    pub phone: &'a kz::Phone,
    /// In the client's language.
    pub lang: Lang,
    /// What it says.
    pub words: NoticeWords,
}

/// Messages that one notice may take: what is longer is a letter.
pub const MOST_PARTS: u32 = 4;
/// A notice that no gateway took for so long isn't sent any more.
const LIFE: Duration = Duration::days(3);

/// A notice's words, and what they take: for showing before anything is sent.
pub fn preview(
    cx: &Read<'_>,
    operator: OperatorId,
    lang: Lang,
    words: &NoticeWords,
) -> Result<(String, Parts)> {
    let text = text_of(cx, operator, lang, words.kind(), &words.values())?;
    let parts = measure(&text);
    Ok((text, parts))
}

/// Queues a notice. Advertising waits for its hours; the rest leaves at once.
///
/// # Errors
/// No gateway is chosen, or the words are longer than [`MOST_PARTS`] messages.
pub fn send_notice(cx: &Write<'_>, notice: &Notice<'_>) -> Result<MessageId> {
    if !super::has_gateway(cx)? {
        return Err(MessagesError::NoGateway.into());
    }
    let (_, parts) = preview(cx, notice.operator, notice.lang, &notice.words)?;
    if parts.parts > MOST_PARTS {
        return Err(MessagesError::TooLong.into());
    }
    let class = notice.words.kind().class();
    let due = leaves(cx, class, cx.now())?;
    let id = store::queue_notice(cx, notice, &notice.words.values(), due, due.plus(LIFE))?;
    cx.news("messages", 0);
    Ok(id)
}

/// Advertising stops at once (S7): what of it still waits for this client is not sent.
pub fn drop_advertising(cx: &Write<'_>, client: ClientId) -> Result<()> {
    store::drop_notices(cx, client, MessageClass::Advertising)
}

/// The first moment from `at` on at which a message of this class may leave.
pub(super) fn leaves(cx: &Read<'_>, class: MessageClass, at: Moment) -> Result<Moment> {
    if class != MessageClass::Advertising {
        return Ok(at);
    }
    let local = at.local();
    let from = hours::advertising_from(local, &calendar::current(cx)?);
    Ok(if from == local {
        at
    } else {
        Moment::of_local(from)
    })
}

/// Why a notice may not leave any more, although it was queued: advertising to whom it may not be sent now.
pub(super) fn stopped(
    cx: &Read<'_>,
    class: MessageClass,
    client: ClientId,
) -> Result<Option<MessageCause>> {
    if class != MessageClass::Advertising {
        return Ok(None);
    }
    let verdict = contacts::may(cx, client, ContactUse::Advertising, ContactChannel::Sms)?;
    // The hour is told by the time of leaving; everything else is a no for good.
    let waits = verdict.reason == ContactReason::OutsideHours;
    Ok((!verdict.allowed && !waits).then_some(MessageCause::Blocked))
}

/// The words of a notice.
pub(super) fn text_of(
    cx: &Read<'_>,
    operator: OperatorId,
    lang: Lang,
    kind: NoticeKind,
    values: &Values,
) -> Result<String> {
    let profile = operators::store::operator(cx, operator)?.profile;
    let mut args = Args::none().text("operator", profile.name(lang));
    for name in NAMES {
        if let Some(value) = values.get(name) {
            args = args.text(name, value.as_str());
        }
    }
    Ok(cx.texts().get(lang, kind.key(), &args))
}
