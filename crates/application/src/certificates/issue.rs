//! Officers' certificates, issued when they are needed, and documents signed with them.

use super::authority::{Authorities, authority, list_url, new_serial, office_name};
use super::lists::next_list;
use super::{internal, opened, read_certificate, signs};
use crate::keys;
use crate::office::{Error, Work};
use daftar_documents::pades::{self, Begun, Seal, SealError, Stamper};
use daftar_documents::pki::{Certificate, Crl, Issuer, Subject, Term};
use daftar_domain::certificates::{AuthorityKind, Holder, OFFICER_DAYS, OfficerCertificate, need};
use daftar_domain::keys::OfficerKey;
use daftar_domain::office::{CertificateId, PersonId, PostId, SigningKeyId};
use daftar_persistence::certificates::{KeptAuthority, KeptList};

/// What an officer signs documents with, but for his secret key.
#[derive(Debug, Clone)]
pub struct SigningCertificate {
    /// The id of his certificate.
    pub id: CertificateId,
    /// His key.
    pub key: SigningKeyId,
    /// His name, as the certificate shows it.
    pub name: String,
    /// His certificate.
    pub certificate: Certificate,
    /// The authorities above it, the root last.
    pub chain: Vec<Certificate>,
    /// Their lists of revoked certificates.
    pub crls: Vec<Crl>,
}

/// The certificate of an officer in a post that he holds, for the key that he signs with now; issued where he has none
/// that will do.
pub async fn for_signing(work: &Work<'_>, person: PersonId, post: PostId) -> Result<SigningCertificate, Error> {
    let key = keys::signing_key(work, person).await?;
    let holder = holder(work, &key, post).await?;
    let authorities = authority(work).await?;
    let latest = work.tx.certificates().current_certificate(person, post).await?;
    let ends = authorities.issuing.authority.not_after;
    let needed = need(
        latest.as_ref(),
        &holder,
        authorities.issuing.authority.id,
        ends,
        work.now,
    );
    let certificate = match (latest, needed) {
        (Some(latest), None) => latest,
        (latest, _) => renewed(work, &authorities, latest, holder, &key).await?,
    };
    put_together(work, &authorities, certificate).await
}

/// Signs a document for an officer in a post that he holds: PAdES, in one revision that is appended to it.
///
/// Whether he may, and whether he has confirmed it, is the caller's to know. No network and no drawing: a few
/// milliseconds, more where a certificate is issued first.
///
/// # Errors
/// [`Error::Internal`] for what is no PDF that can be signed; `keys-unavailable` when his key cannot be opened.
pub async fn sign_document(work: &Work<'_>, person: PersonId, post: PostId, pdf: &[u8]) -> Result<Vec<u8>, Error> {
    let (_, _, begun) = begin_document(work, person, post, pdf, None).await?;
    begun.finish(None).map_err(unsigned)
}

/// Signs a document as [`sign_document`] does, with room for the stamp of an authority; answers the certificate, too.
pub(super) async fn begin_document(
    work: &Work<'_>,
    person: PersonId,
    post: PostId,
    pdf: &[u8],
    stamper: Option<&Stamper>,
) -> Result<(CertificateId, Certificate, Begun), Error> {
    let signing = for_signing(work, person, post).await?;
    let secret = keys::opened(work, signing.key).await?;
    let seal = Seal {
        certificate: &signing.certificate,
        chain: &signing.chain,
        crls: &signing.crls,
        stamper,
        at: work.now,
        name: &signing.name,
        reason: "",
        location: "",
    };
    let begun = pades::begin(pdf, &seal, signs(&secret)).map_err(unsigned)?;
    Ok((signing.id, signing.certificate, begun))
}

fn unsigned(error: SealError) -> Error {
    Error::Internal(format!("a document cannot be signed: {error}"))
}

/// The officer by the names that his certificate shows: in English, which readers everywhere have letters for.
async fn holder(work: &Work<'_>, key: &OfficerKey, post: PostId) -> Result<Holder, Error> {
    let organisation = work.tx.organisation();
    // Until the transaction ends nobody hands the post over, and with it revokes what is not issued yet.
    let held = work.tx.filing().target(post).await?;
    if held.and_then(|target| target.holder) != Some(key.person) {
        return Err(Error::Internal(format!("{} does not hold the post {post}", key.person)));
    }
    let person = organisation.person(key.person).await?.ok_or(Error::NotFound)?;
    let post = organisation.post(post).await?.ok_or(Error::NotFound)?;
    let unit = organisation.unit(post.unit).await?.ok_or(Error::NotFound)?;
    Ok(Holder {
        person: person.id,
        post: post.id,
        key: key.id,
        name: person.name_en,
        title: post.title_en,
        unit: unit.name_en,
    })
}

async fn renewed(
    work: &Work<'_>,
    authorities: &Authorities,
    latest: Option<OfficerCertificate>,
    holder: Holder,
    key: &OfficerKey,
) -> Result<OfficerCertificate, Error> {
    let certificates = work.tx.certificates();
    if let Some(latest) = latest {
        certificates.supersede_certificate(latest.id, work.now).await?;
    }
    let (person, post) = (holder.person, holder.post);
    let (issued, digest) = issue(work, &authorities.issuing, holder, key).await?;
    if certificates.add_certificate(&issued).await? {
        work.record(&issued.issued(&digest)).await?;
        return Ok(issued);
    }
    // Somebody else was faster, and has committed meanwhile.
    let theirs = certificates.current_certificate(person, post).await?;
    theirs.ok_or_else(|| Error::Internal(format!("{person} has no certificate in the post {post}")))
}

/// A new certificate, and its digest.
async fn issue(
    work: &Work<'_>,
    issuing: &KeptAuthority,
    holder: Holder,
    key: &OfficerKey,
) -> Result<(OfficerCertificate, String), Error> {
    let office = office_name(work).await?;
    let subject = Subject {
        person: &holder.name,
        title: &holder.title,
        unit: &holder.unit,
        office: &office,
    };
    let above = read_certificate(&issuing.authority.certificate)?;
    let url = list_url(work.office(), AuthorityKind::Issuing);
    let issuer = Issuer::new(&above, &url).map_err(internal)?;
    let public = hex::decode(&key.public_key).map_err(|_| Error::Internal("a public key not in hex".to_owned()))?;
    let (secret, term) = (opened(work, issuing).await?, Term::days(work.now, OFFICER_DAYS));
    let certificate = issuer
        .officer(subject, &public, new_serial(), term, signs(&secret))
        .map_err(internal)?;
    let untimed = || Error::Internal("a certificate without its times".to_owned());
    let made = OfficerCertificate {
        id: work.new_id(),
        authority: issuing.authority.id,
        serial: certificate.serial(),
        holder,
        certificate: certificate.der().to_vec(),
        not_before: certificate.not_before().ok_or_else(untimed)?,
        not_after: certificate.not_after().ok_or_else(untimed)?,
        revoked_at: None,
        reason: None,
    };
    Ok((made, hex::encode(certificate.digest())))
}

async fn put_together(
    work: &Work<'_>,
    authorities: &Authorities,
    certificate: OfficerCertificate,
) -> Result<SigningCertificate, Error> {
    let Authorities { root, issuing } = authorities;
    let above = [&issuing.authority.certificate]
        .into_iter()
        .chain(&issuing.authority.between)
        .chain([&root.authority.certificate]);
    let chain = above.map(|der| read_certificate(der)).collect::<Result<_, _>>()?;
    let mut crls = Vec::new();
    for kept in [issuing, root] {
        if let Some(list) = good_list(work, kept).await? {
            crls.push(Crl::from_der(&list.der).map_err(internal)?);
        }
    }
    Ok(SigningCertificate {
        id: certificate.id,
        key: certificate.holder.key,
        name: certificate.holder.name,
        certificate: read_certificate(&certificate.certificate)?,
        chain,
        crls,
    })
}

/// The list of an authority that is good now, if the office makes it.
async fn good_list(work: &Work<'_>, kept: &KeptAuthority) -> Result<Option<KeptList>, Error> {
    let is_good = |list: &KeptList| work.now < list.until;
    if kept.sealed_secret.is_none() || kept.list.as_ref().is_some_and(is_good) {
        return Ok(kept.list.clone());
    }
    // Whoever renews them was not there: a document must not go out with a list that has expired.
    if let Some(list) = next_list(work, kept).await? {
        return Ok(Some(list));
    }
    let theirs = work.tx.certificates().current_authority(kept.authority.kind).await?;
    Ok(theirs.and_then(|theirs| theirs.list))
}
