//! The office's authorities: made at first need, each once, however many servers need them at once.

use super::lists::first_list;
use super::{internal, new_key, opened, read_certificate, sealed, signs};
use crate::office::{Error, Office, Work};
use daftar_documents::pki::{self, Certificate, Issuer, Serial, Term};
use daftar_domain::certificates::{
    Authority, AuthorityKind, CertificateRefusal, ISSUING_DAYS, LIST_DAYS, ROOT_DAYS, ROOT_LIST_DAYS,
};
use daftar_domain::ledger::Actor;
use daftar_domain::office::AuthorityId;
use daftar_persistence::certificates::KeptAuthority;

/// The authorities in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Authorities {
    /// The one that is trusted.
    pub root: KeptAuthority,
    /// The one that certifies officers.
    pub issuing: KeptAuthority,
}

/// Where an authority's list can be had.
pub(super) fn list_url(office: &Office, of: AuthorityKind) -> String {
    let list = match of {
        AuthorityKind::Root => "root-crl",
        AuthorityKind::Issuing => "crl",
    };
    let address = office.token_keys().issuer().trim_end_matches('/');
    format!("{address}/api/v1/certificates/{list}")
}

/// The office's name in certificates: that of the whole.
///
/// # Errors
/// `certificate-no-office` before there is any unit.
pub(super) async fn office_name(work: &Work<'_>) -> Result<String, Error> {
    let units = work.tx.organisation().all_units().await?;
    let tops = units
        .into_iter()
        .filter(|unit| unit.parent.is_none() && unit.closed_at.is_none());
    let first = tops.min_by_key(|unit| unit.id);
    first
        .map(|unit| unit.name_en)
        .ok_or(Error::refused(CertificateRefusal::NoOfficeYet))
}

/// Makes the authorities where there are none, if the office has a name yet; at the start of a server, so that the first
/// to sign does not wait for it.
pub async fn prepare(office: &Office) -> Result<(), Error> {
    let made = office
        .act_as(Actor::SYSTEM, None, async |work| authority(work).await.map(|_| ()))
        .await;
    match made {
        Err(Error::Refused(refusal)) if refusal == CertificateRefusal::NoOfficeYet.into() => Ok(()),
        done => done,
    }
}

/// The office's authorities, made at first need; the issuing one has a successor made in time.
pub async fn authority(work: &Work<'_>) -> Result<Authorities, Error> {
    if let Some(current) = current(work).await? {
        if current.issuing.authority.ends_soon(work.now) && current.root.sealed_secret.is_some() {
            return succeeded(work, current).await;
        }
        return Ok(current);
    }
    let name = office_name(work).await?;
    let root = make_root(work, &name).await?;
    let issuing = make_issuing(work, &name, &root).await?;
    let certificates = work.tx.certificates();
    if certificates.add_authority(&root).await? && certificates.add_authority(&issuing).await? {
        for kept in [&root, &issuing] {
            made(work, kept, false).await?;
        }
        return Ok(Authorities { root, issuing });
    }
    theirs(work).await
}

/// What somebody else has made, who was faster, and has committed meanwhile.
async fn theirs(work: &Work<'_>) -> Result<Authorities, Error> {
    let theirs = current(work).await?;
    theirs.ok_or_else(|| Error::Internal("the office has half an authority".to_owned()))
}

/// Makes both authorities anew, when the secret of the old ones is lost or may be known to others. Readers must be told
/// of the new root; what was signed stays signed under the old one.
pub async fn renew_authority(office: &Office) -> Result<(), Error> {
    let renewed = office.act_as(Actor::SYSTEM, None, async |work| {
        let certificates = work.tx.certificates();
        for kind in [AuthorityKind::Root, AuthorityKind::Issuing] {
            if let Some(old) = certificates.current_authority(kind).await? {
                certificates.replace_authority(old.authority.id, work.now).await?;
            }
        }
        authority(work).await.map(|_| ())
    });
    renewed.await
}

async fn current(work: &Work<'_>) -> Result<Option<Authorities>, Error> {
    let certificates = work.tx.certificates();
    let Some(issuing) = certificates.current_authority(AuthorityKind::Issuing).await? else {
        return Ok(None);
    };
    let root = certificates.current_authority(AuthorityKind::Root).await?;
    Ok(root.map(|root| Authorities { root, issuing }))
}

/// Records in the ledger that the office has an authority.
pub(super) async fn made(work: &Work<'_>, kept: &KeptAuthority, imported: bool) -> Result<(), Error> {
    let digest = hex::encode(read_certificate(&kept.authority.certificate)?.digest());
    work.record(&kept.authority.made(&digest, imported)).await?;
    Ok(())
}

async fn succeeded(work: &Work<'_>, old: Authorities) -> Result<Authorities, Error> {
    let name = office_name(work).await?;
    let issuing = make_issuing(work, &name, &old.root).await?;
    let certificates = work.tx.certificates();
    let first = certificates
        .replace_authority(old.issuing.authority.id, work.now)
        .await?;
    if !first || !certificates.add_authority(&issuing).await? {
        return theirs(work).await;
    }
    made(work, &issuing, false).await?;
    Ok(Authorities { issuing, ..old })
}

async fn make_root(work: &Work<'_>, name: &str) -> Result<KeptAuthority, Error> {
    let (bytes, secret, public) = new_key();
    let term = Term::days(work.now, ROOT_DAYS);
    let certificate = pki::root(name, &public, new_serial(), term, signs(&secret)).map_err(internal)?;
    let id = work.new_id();
    Ok(KeptAuthority {
        sealed_secret: Some(sealed(work, id, bytes.as_slice()).await?),
        list: Some(first_list(work, &certificate, ROOT_LIST_DAYS, &secret)?),
        authority: described(work, id, AuthorityKind::Root, &certificate, &[])?,
    })
}

async fn make_issuing(work: &Work<'_>, name: &str, root: &KeptAuthority) -> Result<KeptAuthority, Error> {
    let above = read_certificate(&root.authority.certificate)?;
    let url = list_url(work.office(), AuthorityKind::Root);
    let issuer = Issuer::new(&above, &url).map_err(internal)?;
    let (root_secret, term) = (opened(work, root).await?, Term::days(work.now, ISSUING_DAYS));
    let (bytes, secret, public) = new_key();
    let certificate = issuer
        .authority(name, &public, new_serial(), term, signs(&root_secret))
        .map_err(internal)?;
    let id = work.new_id();
    Ok(KeptAuthority {
        sealed_secret: Some(sealed(work, id, bytes.as_slice()).await?),
        list: Some(first_list(work, &certificate, LIST_DAYS, &secret)?),
        authority: described(work, id, AuthorityKind::Issuing, &certificate, &[])?,
    })
}

pub(super) fn new_serial() -> Serial {
    Serial::from_random(rand::random())
}

pub(super) fn described(
    work: &Work<'_>,
    id: AuthorityId,
    kind: AuthorityKind,
    certificate: &Certificate,
    between: &[Certificate],
) -> Result<Authority, Error> {
    let not_after = certificate.not_after();
    Ok(Authority {
        id,
        kind,
        certificate: certificate.der().to_vec(),
        between: between.iter().map(|found| found.der().to_vec()).collect(),
        not_after: not_after.ok_or_else(|| Error::Internal("a certificate without an end".to_owned()))?,
        made_at: work.now,
        replaced_at: None,
    })
}
