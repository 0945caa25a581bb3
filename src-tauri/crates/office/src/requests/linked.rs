//! What other rooms ask about a right that their records belong to.

use super::{Channel, RequestId, RightId, shown, store};
use crate::door::Read;
use crate::error::Result;

/// How well the applicant proved who they are.
pub(crate) fn proved_level(cx: &Read<'_>, right: RightId) -> Result<u8> {
    Ok(shown::level(&store::proofs(cx, request_of(cx, right)?)?))
}

/// How the application arrived.
pub(crate) fn channel_of(cx: &Read<'_>, right: RightId) -> Result<Channel> {
    Ok(store::application(cx, request_of(cx, right)?)?.channel)
}

/// The language of the reply.
pub(crate) fn lang_of(cx: &Read<'_>, right: RightId) -> Result<crate::Lang> {
    Ok(store::application(cx, request_of(cx, right)?)?.lang)
}

/// A number as people write it, from where an application stands.
pub(crate) fn numbered(received_on: &str, application: RequestId) -> String {
    store::number(received_on, application)
}

/// The application.
pub(crate) fn request_of(cx: &Read<'_>, right: RightId) -> Result<RequestId> {
    Ok(store::right(cx, right)?.application)
}

/// The number of the application, as people write it.
pub(crate) fn number_of(cx: &Read<'_>, right: RightId) -> Result<String> {
    let application = store::application(cx, request_of(cx, right)?)?;
    Ok(store::number(&application.received_on, application.id))
}
