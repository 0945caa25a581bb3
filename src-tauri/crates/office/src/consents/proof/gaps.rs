//! What a proof doesn't show, said by the proof itself (anchors of the trade keep silent about it).

use super::Dossier;
use crate::consents::Way;

crate::named! {
    /// Something that is missing, or weaker than it might be.
    Gap {
        /// The evidence no longer has the hash under which it was kept.
        Altered = "altered",
        /// No entry of the journal seals it.
        NoSeal = "no_seal",
        /// Given on paper: the signed form is kept elsewhere, under the same number.
        Paper = "paper",
        /// Given on a site, and brought in from its list: the house saw none of it.
        Site = "site",
        /// No code confirmed the phone.
        NoCode = "no_code",
        /// A code confirms a number, not who holds it.
        NumberOnly = "number_only",
        /// The gateway reported no delivery.
        NoDelivery = "no_delivery",
        /// The gateway reported that a code didn't arrive.
        NotDelivered = "not_delivered",
        /// A message left without the gateway's answer.
        Uncertain = "uncertain",
        /// No signature on the screen.
        NoSignature = "no_signature",
        /// The text wasn't turned to its end.
        NotRead = "not_read",
        /// The consultant corrected what the client typed.
        Corrected = "corrected",
        /// The clock was set back while the consent was taken.
        ClockSetBack = "clock_set_back",
        /// Nobody compared the computer's clock with a trusted one.
        ClockUnchecked = "clock_unchecked",
        /// No checkpoint had been signed since.
        NoCheckpoint = "no_checkpoint",
    }
}

/// All that holds of a consent, the gravest first.
pub(super) fn gaps(dossier: &Dossier, has_checkpoint: bool) -> Vec<String> {
    let happened = |kind: &str| dossier.trail.iter().any(|step| step.kind == kind);
    let way = dossier.kept.way;
    let by_code = matches!(way, Way::Tablet | Way::Window);
    let corrected = dossier.evidence["person"]["corrected"].as_array();
    let read_to_end = dossier.evidence["text"]["read_to_end"] == true;
    let said: [(bool, Gap); 15] = [
        (!dossier.is_intact(), Gap::Altered),
        (dossier.entry.is_none(), Gap::NoSeal),
        (way == Way::Paper, Gap::Paper),
        (way == Way::Site, Gap::Site),
        (!by_code, Gap::NoCode),
        (by_code, Gap::NumberOnly),
        (by_code && happened("code_undelivered"), Gap::NotDelivered),
        (by_code && !happened("code_delivered"), Gap::NoDelivery),
        (by_code && happened("code_uncertain"), Gap::Uncertain),
        (dossier.evidence["signature"].is_null(), Gap::NoSignature),
        (by_code && !read_to_end, Gap::NotRead),
        (
            corrected.is_some_and(|fields| !fields.is_empty()),
            Gap::Corrected,
        ),
        (dossier.clock_set_back, Gap::ClockSetBack),
        (true, Gap::ClockUnchecked),
        (
            dossier.entry.is_some() && !has_checkpoint,
            Gap::NoCheckpoint,
        ),
    ];
    let holds = said.into_iter().filter(|(holds, _)| *holds);
    let own = holds.map(|(_, gap)| gap.name().to_owned());
    // What the evidence itself says that it lacks: that of a site does.
    let said = dossier.evidence["gaps"].as_array().into_iter().flatten();
    let said = said.filter_map(|gap| gap.as_str().map(str::to_owned));
    own.chain(said).collect()
}
