//! The branch authority and the certificate that it gives the station, made in the house.
//!
//! Tablets are taught once to trust the authority; the station's certificate is renewed under it by itself.

use anyhow::{Context, Result};
use chrono::{Datelike, Days, NaiveDate};
use office::consents::tablets::StationKeys;
use office::messages::Secret;
use rcgen::{
    BasicConstraints, CertificateParams, DistinguishedName, DnType, ExtendedKeyUsagePurpose, IsCa,
    Issuer, KeyPair, KeyUsagePurpose, date_time_ymd,
};

/// How long the authority lives, in days: ten years, the life of a tablet park and more.
const AUTHORITY_DAYS: u64 = 3650;
/// How long a station's certificate lives, in days; renewed when a third is left.
const LEAF_DAYS: u64 = 90;

/// Makes the authority and the first certificate.
///
/// # Errors
/// If a name can't stand in a certificate.
pub fn issue(names: &[String], today: NaiveDate) -> Result<StationKeys> {
    let key = KeyPair::generate()?;
    let mut params = authority();
    span(&mut params, today, AUTHORITY_DAYS)?;
    leaf(
        params.self_signed(&key)?.pem(),
        key.serialize_pem(),
        names,
        today,
    )
}

/// What the authority is; its name and key are all that a certificate under it needs.
fn authority() -> CertificateParams {
    let mut params = CertificateParams::default();
    params.distinguished_name = named("Kelisim: authority of the branch");
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    params
}

/// The same keys where they still serve; a new certificate under the same authority where the names changed or a third of
/// its life is left.
///
/// # Errors
/// If a name can't stand in a certificate, or the kept keys can't be read.
pub fn renewed(
    keys: &StationKeys,
    names: &[String],
    today: NaiveDate,
) -> Result<Option<StationKeys>> {
    let last_day: NaiveDate = keys
        .last_day
        .parse()
        .context("the certificate's last day")?;
    if keys.names == names && today + Days::new(LEAF_DAYS / 3) < last_day {
        return Ok(None);
    }
    leaf(
        keys.authority.clone(),
        keys.authority_key.show().to_owned(),
        names,
        today,
    )
    .map(Some)
}

fn leaf(
    authority_pem: String,
    authority_key: String,
    names: &[String],
    today: NaiveDate,
) -> Result<StationKeys> {
    let issuer = Issuer::new(authority(), KeyPair::from_pem(&authority_key)?);
    let key = KeyPair::generate()?;
    let mut params = CertificateParams::new(names.to_vec())?;
    params.distinguished_name = named("Kelisim: station of the branch");
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    params.use_authority_key_identifier_extension = true;
    let last_day = span(&mut params, today, LEAF_DAYS)?;
    let certificate = params.signed_by(&key, &issuer)?;
    Ok(StationKeys {
        authority: authority_pem,
        authority_key: Secret::new(authority_key),
        leaf: certificate.pem(),
        leaf_key: Secret::new(key.serialize_pem()),
        names: names.to_vec(),
        last_day: last_day.to_string(),
    })
}

fn named(name: &str) -> DistinguishedName {
    let mut distinguished = DistinguishedName::new();
    distinguished.push(DnType::CommonName, name);
    distinguished
}

/// From the day before today, for clocks that differ, to the last day, which is told.
fn span(params: &mut CertificateParams, today: NaiveDate, days: u64) -> Result<NaiveDate> {
    let first = today.pred_opt().context("a day before today")?;
    let last = today
        .checked_add_days(Days::new(days))
        .context("a day in the future")?;
    let moment = |day: NaiveDate| date_time_ymd(day.year(), day.month() as u8, day.day() as u8);
    params.not_before = moment(first);
    params.not_after = moment(last);
    Ok(last)
}
