//! What everybody may have: the authorities' certificates, and their lists.

use super::read_certificate;
use crate::office::{Error, Office};
use daftar_documents::pki::Certificate;
use daftar_domain::certificates::AuthorityKind;
use daftar_domain::office::Timestamp;

/// The certificate of an authority, if there is one yet.
pub async fn certificate(office: &Office, kind: AuthorityKind) -> Result<Option<Certificate>, Error> {
    let kept = office.database().certificates().current_authority(kind).await?;
    kept.map(|kept| read_certificate(&kept.authority.certificate))
        .transpose()
}

/// The latest list of an authority, DER, if the office makes it.
pub async fn list(office: &Office, kind: AuthorityKind) -> Result<Option<Vec<u8>>, Error> {
    let kept = office.database().certificates().current_authority(kind).await?;
    Ok(kept.and_then(|kept| kept.list).map(|list| list.der))
}

/// An authority, for whoever runs the office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuthorityLine {
    /// Which it is.
    pub kind: AuthorityKind,
    /// Its name.
    pub name: String,
    /// Who issued it.
    pub issuer: String,
    /// SHA-256 of its certificate, hex.
    pub digest: String,
    /// Until when it is good.
    pub not_after: Timestamp,
    /// Until when its latest list is good.
    pub list_until: Option<Timestamp>,
    /// Whether its secret key is here.
    pub signs_here: bool,
}

/// The office's authorities, and how many officers have certificates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Those in force, the root first.
    pub authorities: Vec<AuthorityLine>,
    /// Certificates in force.
    pub officers: u64,
}

/// What certificates the office has.
pub async fn show(office: &Office) -> Result<Shown, Error> {
    let certificates = office.database().certificates();
    let mut authorities = Vec::new();
    for kind in [AuthorityKind::Root, AuthorityKind::Issuing] {
        let Some(kept) = certificates.current_authority(kind).await? else {
            continue;
        };
        let certificate = read_certificate(&kept.authority.certificate)?;
        authorities.push(AuthorityLine {
            kind,
            name: certificate.common_name().unwrap_or_default(),
            issuer: certificate.issuer_common_name().unwrap_or_default(),
            digest: hex::encode(certificate.digest()),
            not_after: kept.authority.not_after,
            list_until: kept.list.map(|list| list.until),
            signs_here: kept.sealed_secret.is_some(),
        });
    }
    let officers = certificates.count_good_certificates(office.now()).await?;
    Ok(Shown { authorities, officers })
}
